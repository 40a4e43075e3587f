/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of calendar dates and moments, held against GLib's own calendar. */

#include "loket-date.h"

#include <string.h>

#define FIRST_YEAR 1800
#define LAST_YEAR  2999
#define N_RANDOM   20000

static void
format_date (const GDate *date,
             char         text[LOKET_DATE_LENGTH + 1])
{
  g_snprintf (text, LOKET_DATE_LENGTH + 1, "%04u-%02u-%02u", g_date_get_year (date) % 10000u,
              (guint) g_date_get_month (date) % 100u, g_date_get_day (date) % 100u);
}

/* Each day of the twelve centuries: its number, its date and its day of the week. */
static void
test_agrees_with_glib (void)
{
  GDate date;
  char text[LOKET_DATE_LENGTH + 1];

  g_date_clear (&date, 1);
  for (g_date_set_dmy (&date, 1, G_DATE_JANUARY, FIRST_YEAR); g_date_get_year (&date) <= LAST_YEAR;
       g_date_add_days (&date, 1))
    {
      int day = (int) g_date_get_julian (&date);
      LoketDateText back = loket_date_from_day (day);

      format_date (&date, text);
      g_assert_true (loket_date_is_valid (text));
      g_assert_cmpint (loket_date_get_day (text), ==, day);
      g_assert_cmpstr (back.text, ==, text);
      g_assert_cmpint (loket_date_get_weekday (text), ==, (int) g_date_get_weekday (&date));
    }
}

/* A date of which the parts are drawn too large now and then is valid when GLib says so. */
static void
test_is_valid_when_glib_says_so (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      int year = g_test_rand_int_range (FIRST_YEAR - 3, LAST_YEAR + 4);
      int month = g_test_rand_int_range (0, 15);
      int day = g_test_rand_int_range (0, 35);
      gboolean is_date = year >= FIRST_YEAR && year <= LAST_YEAR
                         && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
      g_autofree char *text = g_strdup_printf ("%04d-%02d-%02d", year, month, day);

      g_assert_cmpint (loket_date_is_valid (text), ==, is_date);
    }
}

static void
test_refuses_other_text (void)
{
  static const char *const texts[] = {
    "", "2026", "2026-1-1", "2026-01-1", "2026/01/01", "01-01-2026", "20260101", "2026-01-01 ",
    " 2026-01-01", "2026-01-01T10:00", "+026-01-01", "-026-01-01", "2026-0a-01", "2026-01-0x",
    "2026-W01-01", "1799-12-31", "3000-01-01", "２０２６-01-01",
  };

  g_assert_false (loket_date_is_valid (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (loket_date_is_valid (texts[i]));
}

static void
test_knows_moments (void)
{
  static const char *const good[] = { "2026-11-21T00:00", "2026-11-21T23:59", "1800-01-01T12:30" };
  static const char *const bad[] = {
    "", "2026-11-21", "2026-11-21T24:00", "2026-11-21T10:60", "2026-11-31T10:00",
    "2026-11-21 10:00", "2026-11-21T10:00:00", "2026-11-21T1:000", "2026-11-21T-1:00",
    "2026-11-21T10:0", "2026-11-21T10.00", "2026-11-21T10:00Z",
  };

  g_assert_false (loket_moment_is_valid (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (loket_moment_is_valid (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (loket_moment_is_valid (bad[i]));
}

static LoketDateText
draw_date (void)
{
  int first = loket_date_get_day ("1800-01-01");
  int last = loket_date_get_day ("2999-12-31");

  return loket_date_from_day (g_test_rand_int_range (first, last + 1));
}

/* There and back again is where one was; and dates compare as their days do. */
static void
test_adding_days_can_be_taken_back (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      LoketDateText from = draw_date ();
      LoketDateText until = draw_date ();
      int days = loket_date_get_day (until.text) - loket_date_get_day (from.text);
      LoketDateText there = loket_date_add_days (from.text, days);
      LoketDateText back = loket_date_add_days (until.text, -days);

      g_assert_cmpstr (there.text, ==, until.text);
      g_assert_cmpstr (back.text, ==, from.text);
      g_assert_cmpint (strcmp (from.text, until.text) < 0, ==, days > 0);
    }
}

static void
test_day_of_moment_is_that_of_its_date (void)
{
  g_assert_cmpint (loket_date_get_day ("2026-11-21T23:59"), ==, loket_date_get_day ("2026-11-21"));
}

/* Somebody is N years old from the N-th birthday on, however one counts. */
static void
test_years_are_counted_as_birthdays (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      LoketDateText a = draw_date ();
      LoketDateText b = draw_date ();
      const char *from = strcmp (a.text, b.text) < 0 ? a.text : b.text;
      const char *until = from == a.text ? b.text : a.text;
      int years = loket_date_get_years (from, until);
      g_autofree char *birthday = g_strdup_printf ("%04d%s", atoi (from) + years, from + 4);
      g_autofree char *next = g_strdup_printf ("%04d%s", atoi (from) + years + 1, from + 4);

      g_assert_cmpint (years, >=, 0);
      g_assert_cmpstr (birthday, <=, until);
      g_assert_cmpstr (until, <, next);
    }
}

static void
test_leap_day_has_its_birthday_in_march (void)
{
  g_assert_cmpint (loket_date_get_years ("2004-02-29", "2005-02-28"), ==, 0);
  g_assert_cmpint (loket_date_get_years ("2004-02-29", "2005-03-01"), ==, 1);
  g_assert_cmpint (loket_date_get_years ("2004-02-29", "2008-02-29"), ==, 4);
  g_assert_cmpint (loket_date_get_years ("2004-02-29", "2008-02-28"), ==, 3);
}

static int
count_minutes (const char *from,
               const char *until)
{
  return loket_moment_get_minutes_between (from, until);
}

static void
test_minutes_are_those_of_the_wall_clock (void)
{
  g_assert_cmpint (count_minutes ("2026-11-21T10:00", "2026-11-21T10:45"), ==, 45);
  g_assert_cmpint (count_minutes ("2026-11-21T10:45", "2026-11-21T10:00"), ==, -45);
  g_assert_cmpint (count_minutes ("2026-12-31T23:30", "2027-01-01T00:15"), ==, 45);
  /* In the night in which summer time begins, the wall clock shows an hour more. */
  g_assert_cmpint (count_minutes ("2026-03-29T01:30", "2026-03-29T03:30"), ==, 120);
}

static void
test_adding_minutes_is_counted_again (void)
{
  static const int minutes[] = { 0, 1, 59, 60, 1439, 1440, 1441, 525600 };

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      LoketDateText later = loket_moment_add_minutes ("2026-12-31T23:30", minutes[i]);
      LoketDateText earlier = loket_moment_add_minutes ("2026-01-01T00:15", -minutes[i]);

      g_assert_true (loket_moment_is_valid (later.text));
      g_assert_true (loket_moment_is_valid (earlier.text));
      g_assert_cmpint (count_minutes ("2026-12-31T23:30", later.text), ==, minutes[i]);
      g_assert_cmpint (count_minutes (earlier.text, "2026-01-01T00:15"), ==, minutes[i]);
    }

  g_assert_cmpstr (loket_moment_add_minutes ("2026-12-31T23:30", 45).text, ==, "2027-01-01T00:15");
  g_assert_cmpstr (loket_moment_add_minutes ("2026-01-01T00:15", -60).text, ==,
                   "2025-12-31T23:15");
}

static void
test_typed_date_has_the_day_first (void)
{
  static const struct
  {
    const char *text;
    const char *date;
  } cases[] = {
    { "3-4-1985", "1985-04-03" }, { "03/04/1985", "1985-04-03" }, { " 3.4.1985 ", "1985-04-03" },
    { "1985-04-03", "1985-04-03" }, { "31-2-1985", "" }, { "3-4-85", "" }, { "3-4", "" },
    { "morgen", "" }, { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (loket_date_parse_typed (cases[i].text).text, ==, cases[i].date);
}

static void
test_typed_form_can_be_read_back (void)
{
  g_assert_cmpstr (loket_date_format_typed ("1985-04-03").text, ==, "3-4-1985");
  for (int day = 700000; day < 740000; day += 97)
    {
      LoketDateText date = loket_date_from_day (day);
      LoketDateText typed = loket_date_format_typed (date.text);

      g_assert_cmpstr (loket_date_parse_typed (typed.text).text, ==, date.text);
    }
}

static void
test_date_without_year_is_the_coming_one (void)
{
  static const struct
  {
    const char *text;
    const char *date;
  } cases[] = {
    { "4-12", "2026-12-04" }, { "21-11", "2026-11-21" }, { "20-11", "2027-11-20" },
    { "1/2", "2027-02-01" }, { "29-2", "2028-02-29" }, { "30-2", "" }, { "4-12-2025", "2025-12-04" },
    { "2026-12-04", "2026-12-04" }, { "", "" }, { "-", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (loket_date_parse_coming (cases[i].text, "2026-11-21").text, ==,
                     cases[i].date);
}

static void
test_date_of_the_past_is_the_last_one (void)
{
  static const struct
  {
    const char *text;
    const char *date;
  } cases[] = {
    { "20-11", "2026-11-20" }, { "21-11", "2026-11-21" }, { "22-11", "2025-11-22" },
    { "29-2", "2024-02-29" }, { "30-2", "" }, { "22-11-2026", "2026-11-22" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (loket_date_parse_past (cases[i].text, "2026-11-21T10:40").text, ==,
                     cases[i].date);
  /* Of a moment the date counts. */
  g_assert_cmpstr (loket_date_parse_coming ("21-11", "2026-11-21T10:40").text, ==, "2026-11-21");
}

static void
test_times_are_typed_in_many_ways (void)
{
  static const struct
  {
    const char *text;
    int minutes;
  } cases[] = {
    { "9:30", 570 }, { "09.30", 570 }, { "9u30", 570 }, { "0930", 570 }, { "930", 570 },
    { "9", 540 }, { " 14 ", 840 }, { "0:00", 0 }, { "23:59", 1439 },
    { "24:00", -1 }, { "9:60", -1 }, { "9:30 uur", -1 }, { "half tien", -1 }, { "", -1 },
    { "12345", -1 }, { "-5", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int minutes = -1;
      gboolean is_time = loket_time_parse_typed (cases[i].text, &minutes);

      g_assert_true (is_time == (cases[i].minutes >= 0));
      if (is_time)
        g_assert_cmpint (minutes, ==, cases[i].minutes);
    }
}

static void
test_moment_is_a_date_and_a_time (void)
{
  g_assert_cmpstr (loket_moment_new ("2026-11-21", 570).text, ==, "2026-11-21T09:30");
  g_assert_cmpstr (loket_moment_new ("2026-11-21T23:00", 0).text, ==, "2026-11-21T00:00");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/agrees-with-glib", test_agrees_with_glib);
  g_test_add_func ("/date/is-valid-when-glib-says-so", test_is_valid_when_glib_says_so);
  g_test_add_func ("/date/refuses-other-text", test_refuses_other_text);
  g_test_add_func ("/date/knows-moments", test_knows_moments);
  g_test_add_func ("/date/typed-date-has-the-day-first", test_typed_date_has_the_day_first);
  g_test_add_func ("/date/typed-form-can-be-read-back", test_typed_form_can_be_read_back);
  g_test_add_func ("/date/date-without-year-is-the-coming-one",
                   test_date_without_year_is_the_coming_one);
  g_test_add_func ("/date/date-of-the-past-is-the-last-one",
                   test_date_of_the_past_is_the_last_one);
  g_test_add_func ("/date/times-are-typed-in-many-ways", test_times_are_typed_in_many_ways);
  g_test_add_func ("/date/moment-is-a-date-and-a-time", test_moment_is_a_date_and_a_time);
  g_test_add_func ("/date/adding-days-can-be-taken-back", test_adding_days_can_be_taken_back);
  g_test_add_func ("/date/day-of-moment-is-that-of-its-date",
                   test_day_of_moment_is_that_of_its_date);
  g_test_add_func ("/date/years-are-counted-as-birthdays", test_years_are_counted_as_birthdays);
  g_test_add_func ("/date/leap-day-has-its-birthday-in-march",
                   test_leap_day_has_its_birthday_in_march);
  g_test_add_func ("/date/minutes-are-those-of-the-wall-clock",
                   test_minutes_are_those_of_the_wall_clock);
  g_test_add_func ("/date/adding-minutes-is-counted-again", test_adding_minutes_is_counted_again);

  return g_test_run ();
}
