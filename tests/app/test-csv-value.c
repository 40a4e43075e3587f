/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the reading of dates, moments, numbers, flags and codes. */

#include "loket-csv-value.h"
#include "loket-error.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *expected; /* the value, or the reason */
} Case;

static LoketCsvField
make_field (const char *text)
{
  return (LoketCsvField) { text, strlen (text) };
}

static void
test_reads_dates (void)
{
  static const Case cases[] = {
    { "2023-05-01", "2023-05-01" }, { "01-05-2023", "2023-05-01" }, { "29-02-2024", "2024-02-29" },
    { "2000-02-29", "2000-02-29" }, { "31-12-1931", "1931-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      LoketDateText date;

      g_assert_true (loket_csv_value_read_date (make_field (cases[i].text), &date, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (date.text, ==, cases[i].expected);
    }
}

static void
test_refuses_dates (void)
{
  static const char *const unclear = "it is not clear which number is the day; write dates as "
                                     "YYYY-MM-DD or DD-MM-YYYY, with hyphens";
  static const char *const no_date = "is not a date; write dates as YYYY-MM-DD or DD-MM-YYYY";
  const Case cases[] = {
    { "2023-02-30", "February 2023 has no day 30" },
    { "30-02-2023", "February 2023 has no day 30" },
    { "2023-02-29", "February 2023 has no day 29" },
    { "1900-02-29", "February 1900 has no day 29" },
    { "2023-04-31", "April 2023 has no day 31" },
    { "2023-05-00", "May 2023 has no day 0" },
    { "2023-13-05", "there is no month 13" },
    { "2023-00-05", "there is no month 0" },
    { "05-13-2023", "there is no month 13; the day is written first" },
    { "0023-05-01", "the year 23 cannot be right" },
    { "01-01-0000", "January 0 has no day 1" },
    { "01/02/2023", unclear },
    { "2023/02/01", unclear },
    { "01.02.2023", unclear },
    { "01-02-23", "its year has two digits; write it with four" },
    { "1-2-23", "its year has two digits; write it with four" },
    { "1-2-2023", no_date },
    { "20230201", no_date },
    { " 2023-02-01", no_date },
    { "2023-02-01T10:00", no_date },
    { "gisteren", no_date },
    { "", no_date },
    { "２０２３-02-01", no_date },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      LoketDateText date;

      g_assert_false (loket_csv_value_read_date (make_field (cases[i].text), &date, &error));
      g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, cases[i].expected);
    }
}

static void
test_reads_every_day_in_both_ways (void)
{
  for (int day = loket_date_get_day ("1990-01-01"); day < loket_date_get_day ("2040-01-01"); day++)
    {
      LoketDateText date = loket_date_from_day (day);
      LoketDateText read;
      g_autofree char *dutch = g_strdup_printf ("%.2s-%.2s-%.4s", date.text + 8, date.text + 5,
                                                date.text);

      g_assert_true (loket_csv_value_read_date (make_field (date.text), &read, NULL));
      g_assert_cmpstr (read.text, ==, date.text);
      g_assert_true (loket_csv_value_read_date (make_field (dutch), &read, NULL));
      g_assert_cmpstr (read.text, ==, date.text);
    }
}

static void
test_reads_moments (void)
{
  static const char *const form = "is not a date with a time; write it as YYYY-MM-DDTHH:MM";
  const Case cases[] = {
    { "2023-05-01T24:00", "there is no time 24:00" },
    { "2023-05-01T09:60", "there is no time 09:60" },
    { "2023-02-30T09:00", "February 2023 has no day 30" },
    { "2023-05-01 09:00", form },
    { "2023-05-01T09:00:00", form },
    { "01-05-2023T09:00", form },
    { "2023-05-01", form },
  };
  LoketDateText moment;

  g_assert_true (loket_csv_value_read_moment (make_field ("2023-05-01T23:59"), &moment, NULL));
  g_assert_cmpstr (moment.text, ==, "2023-05-01T23:59");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (loket_csv_value_read_moment (make_field (cases[i].text), &moment, &error));
      g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, cases[i].expected);
    }
}

static void
test_reads_flags (void)
{
  static const char *const others[] = { "", "y", "Yes", "ja", "1", "true", "yes ", "none" };
  gboolean flag = FALSE;

  g_assert_true (loket_csv_value_read_flag (make_field ("yes"), &flag, NULL));
  g_assert_true (flag);
  g_assert_true (loket_csv_value_read_flag (make_field ("no"), &flag, NULL));
  g_assert_false (flag);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (loket_csv_value_read_flag (make_field (others[i]), &flag, &error));
      g_assert_cmpstr (error->message, ==, "is neither yes nor no");
    }
}

static void
test_reads_numbers (void)
{
  static const char *const others[] = { "", "-1", "+1", "7,5", "7.0", "1e3", "0x1", " 7", "７" };
  g_autoptr (GError) large = NULL;
  int number = 0;

  g_assert_true (loket_csv_value_read_integer (make_field ("0"), &number, NULL));
  g_assert_cmpint (number, ==, 0);
  g_assert_true (loket_csv_value_read_integer (make_field ("007"), &number, NULL));
  g_assert_cmpint (number, ==, 7);
  g_assert_true (loket_csv_value_read_integer (make_field ("999999999"), &number, NULL));
  g_assert_cmpint (number, ==, 999999999);

  g_assert_false (loket_csv_value_read_integer (make_field ("1000000000"), &number, &large));
  g_assert_cmpstr (large->message, ==, "is too large a number");

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (loket_csv_value_read_integer (make_field (others[i]), &number, &error));
      g_assert_cmpstr (error->message, ==, "is not a whole number");
    }
}

static void
test_reads_codes (void)
{
  static const Case cases[] = {
    { "which_work;", "a code is missing beside a semicolon" },
    { ";which_work", "a code is missing beside a semicolon" },
    { "a;b;a", "the code a is there twice" },
    { "which work", "is not a code; codes have letters, digits, _ and - only" },
    { "café", "is not a code; codes have letters, digits, _ and - only" },
  };
  g_autofree char *code = loket_csv_value_read_code (make_field ("27_50"), NULL);
  g_autofree char *codes = loket_csv_value_read_codes (make_field ("which_work;other"), NULL);
  g_autoptr (GError) two = NULL;

  g_assert_cmpstr (code, ==, "27_50");
  g_assert_cmpstr (codes, ==, "which_work;other");

  g_assert_null (loket_csv_value_read_code (make_field ("a;b"), &two));
  g_assert_cmpstr (two->message, ==, "holds more than one code");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (loket_csv_value_read_codes (make_field (cases[i].text), &error));
      g_assert_cmpstr (error->message, ==, cases[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/csv-value/reads-dates", test_reads_dates);
  g_test_add_func ("/csv-value/refuses-dates", test_refuses_dates);
  g_test_add_func ("/csv-value/reads-every-day-in-both-ways", test_reads_every_day_in_both_ways);
  g_test_add_func ("/csv-value/reads-moments", test_reads_moments);
  g_test_add_func ("/csv-value/reads-flags", test_reads_flags);
  g_test_add_func ("/csv-value/reads-numbers", test_reads_numbers);
  g_test_add_func ("/csv-value/reads-codes", test_reads_codes);

  return g_test_run ();
}
