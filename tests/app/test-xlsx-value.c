/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the numbers of a spreadsheet mean. */

#include "loket-xlsx-value.h"

static void
test_formats_tell_days_from_numbers (void)
{
  static const struct
  {
    const char *code;
    LoketXlsxFormat format;
  } cases[] = {
    { "General", LOKET_XLSX_NUMBER },
    { "0", LOKET_XLSX_NUMBER },
    { "#,##0.00", LOKET_XLSX_NUMBER },
    { "0.00E+00", LOKET_XLSX_NUMBER },
    { "\"days\" 0", LOKET_XLSX_NUMBER },
    { "[Red]0;[Blue]-0", LOKET_XLSX_NUMBER },
    { "[Magenta]0", LOKET_XLSX_NUMBER },
    { "[$-413]0.0", LOKET_XLSX_NUMBER },
    { "0\\d", LOKET_XLSX_NUMBER },
    { "0_d", LOKET_XLSX_NUMBER },
    { "@", LOKET_XLSX_NUMBER },
    { "dd-mm-yyyy", LOKET_XLSX_DAY },
    { "YYYY\\-MM\\-DD", LOKET_XLSX_DAY },
    { "[$-413]d mmmm yyyy;@", LOKET_XLSX_DAY },
    { "mmm", LOKET_XLSX_DAY },
    { "d/m/yy h:mm", LOKET_XLSX_DAY },
    { "hh:mm", LOKET_XLSX_TIME },
    { "[h]:mm", LOKET_XLSX_TIME },
    { "mm:ss", LOKET_XLSX_TIME },
    { "", LOKET_XLSX_NUMBER },
    { "\"open", LOKET_XLSX_NUMBER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].code);
      g_assert_cmpint (loket_xlsx_value_parse_format (cases[i].code), ==, cases[i].format);
    }
  g_assert_cmpint (loket_xlsx_value_get_builtin (0), ==, LOKET_XLSX_NUMBER);
  g_assert_cmpint (loket_xlsx_value_get_builtin (14), ==, LOKET_XLSX_DAY);
  g_assert_cmpint (loket_xlsx_value_get_builtin (20), ==, LOKET_XLSX_TIME);
  g_assert_cmpint (loket_xlsx_value_get_builtin (22), ==, LOKET_XLSX_DAY);
  g_assert_cmpint (loket_xlsx_value_get_builtin (49), ==, LOKET_XLSX_NUMBER);
}

static void
test_numbers_are_written_as_in_a_file (void)
{
  static const struct
  {
    double value;
    LoketXlsxFormat format;
    gboolean since_1904;
    const char *text;
  } cases[] = {
    { 7, LOKET_XLSX_NUMBER, FALSE, "7" },
    { -0.0, LOKET_XLSX_NUMBER, FALSE, "0" },
    { 7.5, LOKET_XLSX_NUMBER, FALSE, "7.5" },
    { 0.1 + 0.2, LOKET_XLSX_NUMBER, FALSE, "0.3" },
    { 31612345678, LOKET_XLSX_NUMBER, FALSE, "31612345678" },
    { 1, LOKET_XLSX_DAY, FALSE, "1900-01-01" },
    { 59, LOKET_XLSX_DAY, FALSE, "1900-02-28" },
    { 60, LOKET_XLSX_DAY, FALSE, NULL },
    { 61, LOKET_XLSX_DAY, FALSE, "1900-03-01" },
    { 45047, LOKET_XLSX_DAY, FALSE, "2023-05-01" },
    { 43585, LOKET_XLSX_DAY, TRUE, "2023-05-01" },
    { 45047.395833333336, LOKET_XLSX_DAY, FALSE, "2023-05-01T09:30" },
    { 2958465, LOKET_XLSX_DAY, FALSE, "9999-12-31" },
    { 2958466, LOKET_XLSX_DAY, FALSE, NULL },
    { 2958465, LOKET_XLSX_DAY, TRUE, NULL },
    { 0, LOKET_XLSX_DAY, FALSE, NULL },
    { -1, LOKET_XLSX_DAY, FALSE, NULL },
    { 1e300, LOKET_XLSX_DAY, FALSE, NULL },
    { 0.395833333333333, LOKET_XLSX_TIME, FALSE, "09:30" },
    { 1.5, LOKET_XLSX_TIME, FALSE, "36:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          loket_xlsx_value_format (cases[i].value, cases[i].format, cases[i].since_1904);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Every day from 1 March 1900 on, in both ways of counting, is one day after the one before. */
static void
test_each_day_follows_the_one_before (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_MARCH, 1900);
  for (int day = 61; day < 80000; day++)
    {
      g_autofree char *expected =
          g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                           g_date_get_day (&date));
      g_autofree char *text = loket_xlsx_value_format (day, LOKET_XLSX_DAY, FALSE);
      g_autofree char *other =
          day > 1462 ? loket_xlsx_value_format (day - 1462, LOKET_XLSX_DAY, TRUE) : NULL;

      g_assert_cmpstr (text, ==, expected);
      if (other != NULL)
        g_assert_cmpstr (other, ==, expected);
      g_date_add_days (&date, 1);
    }
}

static void
test_escapes_are_read (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  loket_xlsx_value_append_text (text, "one_x000D_\ntwo _x0041_ _x000_ _x0000_ a_b \r");
  g_assert_cmpstr (text->str, ==, "one\ntwo A _x000_  a_b ");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx-value/formats-tell-days-from-numbers",
                   test_formats_tell_days_from_numbers);
  g_test_add_func ("/xlsx-value/numbers-are-written-as-in-a-file",
                   test_numbers_are_written_as_in_a_file);
  g_test_add_func ("/xlsx-value/each-day-follows-the-one-before",
                   test_each_day_follows_the_one_before);
  g_test_add_func ("/xlsx-value/escapes-are-read", test_escapes_are_read);
  return g_test_run ();
}
