/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Periods are read as a person writes them, and refused when they are none. */

#include "loket-period.h"

#include "loket-error.h"

typedef struct
{
  const char *text;
  int         first;
  int         last;
  const char *again;
} Case;

static const Case cases[] = {
  { "2023", 2023 * 12, 2023 * 12 + 11, "2023" },
  { "2023-05", 2023 * 12 + 4, 2023 * 12 + 4, "2023-05" },
  { "2023-01..2023-06", 2023 * 12, 2023 * 12 + 5, "2023-01..2023-06" },
  { "2023-01..2023-12", 2023 * 12, 2023 * 12 + 11, "2023" },
  { "2022..2023", 2022 * 12, 2023 * 12 + 11, "2022..2023" },
  { "2022-11..2023", 2022 * 12 + 10, 2023 * 12 + 11, "2022-11..2023-12" },
};

static void
test_reads (gconstpointer data)
{
  const Case *expected = data;
  LoketPeriod period = { 0, 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *again = NULL;

  g_assert_true (loket_period_parse (expected->text, &period, &error));
  g_assert_no_error (error);
  g_assert_cmpint (period.first, ==, expected->first);
  g_assert_cmpint (period.last, ==, expected->last);
  again = loket_period_to_text (&period);
  g_assert_cmpstr (again, ==, expected->again);
}

static const char * const no_periods[] = { "",        "23",       "2023-13",  "2023-00",
                                           "2023-5",  "2023-05-01", "mei 2023", "2023..",
                                           "..2023",  "2023...2024", "2023-06..2023-01",
                                           "20230",   "0001",     "２０２３" };

static void
test_refuses (gconstpointer data)
{
  LoketPeriod period = { 1, 2 };
  g_autoptr (GError) error = NULL;

  g_assert_false (loket_period_parse (data, &period, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, data));
  g_assert_cmpint (period.first, ==, 1);
}

static void
test_month (void)
{
  g_autoptr (GError) error = NULL;
  int month = 0;

  g_assert_true (loket_month_parse ("2023-05", &month, NULL));
  g_assert_cmpint (month, ==, loket_month_new (2023, 5));
  g_assert_cmpint (loket_month_get_year (loket_month_new (2023, 12)), ==, 2023);
  g_assert_false (loket_month_parse ("2023", &month, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/period/reads/%u", i);

      g_test_add_data_func (path, &cases[i], test_reads);
    }
  for (guint i = 0; i < G_N_ELEMENTS (no_periods); i++)
    {
      g_autofree char *path = g_strdup_printf ("/period/refuses/%u", i);

      g_test_add_data_func (path, no_periods[i], test_refuses);
    }
  g_test_add_func ("/period/month", test_month);
  return g_test_run ();
}
