/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Working days over four centuries, against the Easter of the church's own tables. */

#include "loket-working-days.h"

#include <string.h>

#define FIRST_YEAR 1800
#define LAST_YEAR  2199

static LoketWorkingDays good_friday_off;

static int
get_day (int year,
         int month,
         int day)
{
  char date[40];

  g_snprintf (date, sizeof date, "%04d-%02d-%02d", year, month, day);

  return loket_date_get_day (date);
}

/* The first Sunday after the paschal full moon, found by walking along the days; the moon from its
 * age on 1 January (the epact), as Clavius laid down. Shares nothing with the formula under test. */
static int
look_up_easter (int year)
{
  int golden = year % 19 + 1;
  int century = year / 100 + 1;
  int solar = 3 * century / 4 - 12;
  int lunar = (8 * century + 5) / 25 - 5;
  int epact = (11 * golden + 20 + lunar - solar) % 30;
  int moon = 44;
  int day;

  if (epact < 0)
    epact += 30;
  if (epact == 24 || (epact == 25 && golden > 11))
    epact++;
  moon -= epact;
  if (moon < 21)
    moon += 30;

  for (day = get_day (year, 3, 1) + moon;; day++)
    {
      LoketDateText date = loket_date_from_day (day);

      if (loket_date_get_weekday (date.text) == 7)
        return day;
    }
}

static gboolean
is_day_off (int         year,
            const char *date,
            gboolean    good_friday)
{
  int day = loket_date_get_day (date);
  int easter = look_up_easter (year);
  int kings_day = get_day (year, 4, 27);

  if (kings_day % 7 == 0)
    kings_day--;

  return day % 7 == 6 || day % 7 == 0 || day == get_day (year, 1, 1) || day == easter + 1
         || day == kings_day || day == get_day (year, 5, 5) || day == easter + 39
         || day == easter + 50 || day == get_day (year, 12, 25) || day == get_day (year, 12, 26)
         || (good_friday && day == easter - 2);
}

static void
test_easter_of_known_years (void)
{
  static const char *const mondays[] = {
    "1818-03-23", "1943-04-26", "2000-04-24", "2008-03-24", "2024-04-01",
    "2025-04-21", "2026-04-06", "2038-04-26", "2076-04-20", "2133-04-20",
  };

  for (guint i = 0; i < G_N_ELEMENTS (mondays); i++)
    {
      LoketDateText monday = { "" };
      int year = (int) g_ascii_strtoll (mondays[i], NULL, 10);

      g_strlcpy (monday.text, mondays[i], sizeof monday.text);
      g_assert_cmpint (look_up_easter (year) + 1, ==, loket_date_get_day (monday.text));
      g_assert_false (loket_working_days_is_working_day (NULL, monday.text));
    }
}

static void
test_every_day_of_four_centuries (void)
{
  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
    {
      for (int day = get_day (year, 1, 1); day <= get_day (year, 12, 31); day++)
        {
          LoketDateText date = loket_date_from_day (day);

          g_assert_cmpint (loket_working_days_is_working_day (NULL, date.text), ==,
                           !is_day_off (year, date.text, FALSE));
          g_assert_cmpint (loket_working_days_is_working_day (&good_friday_off, date.text), ==,
                           !is_day_off (year, date.text, TRUE));
        }
    }
}

static void
test_kings_day_gives_way_to_sunday (void)
{
  g_assert_false (loket_working_days_is_working_day (NULL, "2026-04-27"));
  /* The 27th of 2025 was a Sunday: King's Day was Saturday the 26th, and Monday is a working day. */
  g_assert_false (loket_working_days_is_working_day (NULL, "2025-04-26"));
  g_assert_true (loket_working_days_is_working_day (NULL, "2025-04-28"));
  g_assert_true (loket_working_days_is_working_day (NULL, "2024-04-26"));
}

static void
test_good_friday_is_a_choice (void)
{
  g_assert_true (loket_working_days_is_working_day (NULL, "2026-04-03"));
  g_assert_false (loket_working_days_is_working_day (&good_friday_off, "2026-04-03"));
}

static void
assert_date (LoketDateText  date,
             const char    *expected)
{
  g_assert_cmpstr (date.text, ==, expected);
}

static void
test_adding_known_dates (void)
{
  /* Over Easter of 2026: Thursday, Good Friday, Tuesday. */
  assert_date (loket_working_days_add (NULL, "2026-04-01", 3), "2026-04-07");
  assert_date (loket_working_days_add (&good_friday_off, "2026-04-01", 3), "2026-04-08");
  /* From a Saturday the first working day is Monday. */
  assert_date (loket_working_days_add (NULL, "2026-11-21", 1), "2026-11-23");
  assert_date (loket_working_days_add (NULL, "2026-11-21", 0), "2026-11-23");
  assert_date (loket_working_days_add (NULL, "2026-11-20", 0), "2026-11-20");
  assert_date (loket_working_days_add (NULL, "2026-11-21", -1), "2026-11-20");
  /* Six weeks after 13 November 2026 is Christmas. */
  assert_date (loket_working_days_add_weeks (NULL, "2026-11-13", 6), "2026-12-28");
  assert_date (loket_working_days_add_weeks (NULL, "2026-11-12", 6), "2026-12-24");
}

static void
test_overdue_of_known_dates (void)
{
  g_assert_cmpint (loket_working_days_count_between (NULL, "2025-11-18", "2025-11-21"), ==, 3);
  g_assert_cmpint (loket_working_days_count_between (NULL, "2026-11-20", "2026-11-22"), ==, 0);
  g_assert_cmpint (loket_working_days_count_between (NULL, "2026-11-20", "2026-11-23"), ==, 1);
  g_assert_cmpint (loket_working_days_count_between (NULL, "2026-11-20", "2026-11-20"), ==, 0);
  g_assert_cmpint (loket_working_days_count_between (NULL, "2026-11-23", "2026-11-20"), ==, 0);
  g_assert_cmpint (loket_working_days_count_between (NULL, "2026-12-24", "2026-12-28"), ==, 1);
}

/* A day somewhere in the four centuries, and a number of days. */
static LoketDateText
pick_date (void)
{
  return loket_date_from_day (g_test_rand_int_range (get_day (FIRST_YEAR, 1, 1),
                                                     get_day (LAST_YEAR, 12, 31)));
}

static void
test_adding_lands_on_the_nth_working_day (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      LoketDateText from = pick_date ();
      int days = g_test_rand_int_range (1, 60);
      LoketDateText until = loket_working_days_add (NULL, from.text, days);

      g_assert_true (loket_working_days_is_working_day (NULL, until.text));
      g_assert_cmpint (strcmp (until.text, from.text), >, 0);
      g_assert_cmpint (loket_working_days_count_between (NULL, from.text, until.text), ==, days);
    }
}

static void
test_going_back_is_the_way_there (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      LoketDateText date = pick_date ();
      LoketDateText from = loket_working_days_move_on (NULL, date.text);
      int days = g_test_rand_int_range (1, 60);
      LoketDateText until = loket_working_days_add (NULL, from.text, days);

      assert_date (loket_working_days_add (NULL, until.text, -days), from.text);
    }
}

static void
test_weeks_never_end_on_a_day_off (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      LoketDateText from = pick_date ();
      int weeks = g_test_rand_int_range (1, 30);
      LoketDateText until = loket_working_days_add_weeks (NULL, from.text, weeks);
      int moved = loket_date_get_day (until.text) - loket_date_get_day (from.text) - 7 * weeks;

      g_assert_true (loket_working_days_is_working_day (NULL, until.text));
      /* The longest run of days off: Christmas on a Thursday, to Sunday. */
      g_assert_cmpint (moved, >=, 0);
      g_assert_cmpint (moved, <=, 4);
    }
}

static void
test_counts_add_up (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      LoketDateText from = pick_date ();
      LoketDateText middle = loket_date_add_days (from.text, g_test_rand_int_range (0, 400));
      LoketDateText until = loket_date_add_days (middle.text, g_test_rand_int_range (0, 400));

      g_assert_cmpint (loket_working_days_count_between (NULL, from.text, until.text), ==,
                       loket_working_days_count_between (NULL, from.text, middle.text)
                       + loket_working_days_count_between (NULL, middle.text, until.text));
    }
}

int
main (int    argc,
      char **argv)
{
  const LoketDates ever = { { "1800-01-01" }, { "2999-12-31" } };

  g_test_init (&argc, &argv, NULL);

  good_friday_off.good_fridays = g_array_new (FALSE, FALSE, sizeof (LoketDates));
  g_array_append_val (good_friday_off.good_fridays, ever);

  g_test_add_func ("/working-days/easter-of-known-years", test_easter_of_known_years);
  g_test_add_func ("/working-days/every-day-of-four-centuries", test_every_day_of_four_centuries);
  g_test_add_func ("/working-days/kings-day-gives-way-to-sunday",
                   test_kings_day_gives_way_to_sunday);
  g_test_add_func ("/working-days/good-friday-is-a-choice", test_good_friday_is_a_choice);
  g_test_add_func ("/working-days/adding-known-dates", test_adding_known_dates);
  g_test_add_func ("/working-days/overdue-of-known-dates", test_overdue_of_known_dates);
  g_test_add_func ("/working-days/adding-lands-on-the-nth-working-day",
                   test_adding_lands_on_the_nth_working_day);
  g_test_add_func ("/working-days/going-back-is-the-way-there", test_going_back_is_the_way_there);
  g_test_add_func ("/working-days/weeks-never-end-on-a-day-off",
                   test_weeks_never_end_on_a_day_off);
  g_test_add_func ("/working-days/counts-add-up", test_counts_add_up);

  return g_test_run ();
}
