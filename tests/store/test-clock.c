/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the clock, in all its settings. */

#include "loket-error.h"
#include "store-fixture.h"

#include <glib/gstdio.h>

static void
assert_stamp (const char *setting,
              const char *moment,
              const char *stamp)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketClock) clock = loket_clock_new (setting, &error);
  g_autofree char *actual = NULL;
  LoketDateText wall;

  g_assert_no_error (error);
  wall = loket_clock_get_moment (clock);
  actual = loket_clock_dup_stamp (clock);
  g_assert_cmpstr (wall.text, ==, moment);
  g_assert_cmpstr (actual, ==, stamp);
}

static void
test_stands_still_in_the_zone_of_the_office (void)
{
  assert_stamp ("2026-11-21T10:40", "2026-11-21T10:40", "2026-11-21T09:40:00.000Z");
  assert_stamp ("2026-07-01T10:40", "2026-07-01T10:40", "2026-07-01T08:40:00.000Z");
  assert_stamp ("2026-11-21T10:40:59", "2026-11-21T10:40", "2026-11-21T09:40:59.000Z");
  assert_stamp ("2026-11-21T10:40:59.250", "2026-11-21T10:40", "2026-11-21T09:40:59.250Z");
  assert_stamp (" 2026-11-21T10:40\n", "2026-11-21T10:40", "2026-11-21T09:40:00.000Z");
}

static void
test_date_alone_is_its_noon (void)
{
  assert_stamp ("2026-11-21", "2026-11-21T12:00", "2026-11-21T11:00:00.000Z");
}

/* The wall of the office is what counts, also when somebody sets the clock by another. */
static void
test_offset_is_turned_into_wall_clock_time (void)
{
  assert_stamp ("2026-06-30T23:30:00Z", "2026-07-01T01:30", "2026-06-30T23:30:00.000Z");
  assert_stamp ("2026-11-21T23:30:00-05:00", "2026-11-22T05:30", "2026-11-22T04:30:00.000Z");
}

/* The hour that comes twice and the hour that never comes. */
static void
test_keeps_summer_time (void)
{
  assert_stamp ("2026-03-29T01:59", "2026-03-29T01:59", "2026-03-29T00:59:00.000Z");
  assert_stamp ("2026-03-29T03:00", "2026-03-29T03:00", "2026-03-29T01:00:00.000Z");
  assert_stamp ("2026-10-25T00:30:00Z", "2026-10-25T02:30", "2026-10-25T00:30:00.000Z");
  assert_stamp ("2026-10-25T01:30:00Z", "2026-10-25T02:30", "2026-10-25T01:30:00.000Z");
}

static void
test_today_is_the_date_on_the_wall (void)
{
  g_autoptr (LoketClock) clock = loket_clock_new ("2026-12-31T23:30:00Z", NULL);
  LoketDateText today = loket_clock_get_today (clock);

  g_assert_cmpstr (today.text, ==, "2027-01-01");
}

static void
test_does_not_move_while_it_stands (void)
{
  g_autoptr (LoketClock) clock = store_create_clock ();
  g_autofree char *before = loket_clock_dup_stamp (clock);
  g_autofree char *after = NULL;

  g_usleep (3000);
  after = loket_clock_dup_stamp (clock);
  g_assert_cmpstr (after, ==, before);
}

static void
test_runs_from_where_it_was_set (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketClock) clock = loket_clock_new ("run:2026-11-21T23:59:59.990", &error);
  g_autofree char *before = loket_clock_dup_stamp (clock);
  g_autofree char *after = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (before, >=, "2026-11-21T22:59:59.990Z");
  g_assert_cmpstr (before, <, "2026-11-21T23:00:30.000Z");
  g_usleep (20000);
  after = loket_clock_dup_stamp (clock);
  g_assert_cmpstr (after, >=, "2026-11-21T23:00:00.000Z");
  g_assert_cmpstr (after, <, "2026-11-21T23:00:30.000Z");
}

static void
write_time (const char *path,
            const char *time)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, time, -1, &error);
  g_assert_no_error (error);
}

static void
assert_moment (LoketClock *clock,
               const char *expected)
{
  LoketDateText moment = loket_clock_get_moment (clock);

  g_assert_cmpstr (moment.text, ==, expected);
}

static void
test_follows_its_file (void)
{
  g_autofree char *path = store_build_path ("now");
  g_autofree char *setting = g_strconcat ("file:", path, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketClock) clock = NULL;

  write_time (path, "2026-11-21T10:40\n");
  clock = loket_clock_new (setting, &error);
  g_assert_no_error (error);
  assert_moment (clock, "2026-11-21T10:40");

  write_time (path, "2026-11-23T09:00\n");
  assert_moment (clock, "2026-11-23T09:00");

  /* Somebody is writing it, or has thrown it away: time does not run back. */
  write_time (path, "");
  assert_moment (clock, "2026-11-23T09:00");
  g_assert_cmpint (g_unlink (path), ==, 0);
  assert_moment (clock, "2026-11-23T09:00");

  write_time (path, "2026-11-20T08:00");
  assert_moment (clock, "2026-11-20T08:00");
}

static void
test_real_time_is_that_of_the_machine (void)
{
  static const char *const settings[] = { NULL, "" };

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autoptr (LoketClock) clock = loket_clock_new (settings[i], NULL);
      gint64 before = g_get_real_time ();
      g_autoptr (GDateTime) now = loket_clock_dup_now (clock);
      gint64 micros = g_date_time_to_unix (now) * G_USEC_PER_SEC
                      + g_date_time_get_microsecond (now);

      g_assert_cmpint (before, <=, micros);
      g_assert_cmpint (micros, <=, g_get_real_time ());
    }
}

static void
test_refuses_what_is_no_time (void)
{
  static const char *const settings[] = {
    "gisteren", "10:40", "2026-02-30", "2026-11-21T25:00", "2026-11-21 10:40", "run:", "run:morgen",
    "file:", "file:/does/not/exist", "21-11-2026",
  };

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (loket_clock_new (settings[i], &error));
      g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
      store_assert_says (error, "LOKETTEN_NOW");
      store_assert_says (error, settings[i]);
    }
}

static void
assert_real (const char *moment,
             const char *utc)
{
  g_autoptr (LoketClock) clock = loket_clock_new (NULL, NULL);
  g_autoptr (GDateTime) expected = g_date_time_new_from_iso8601 (utc, NULL);
  gint64 seconds = 0;

  g_assert_true (loket_clock_get_real (clock, moment, &seconds));
  g_assert_cmpint (seconds, ==, g_date_time_to_unix (expected));
}

static void
test_knows_the_real_time_of_a_moment (void)
{
  assert_real ("2026-03-27T08:45", "2026-03-27T07:45:00Z");
  assert_real ("2026-03-30T08:45", "2026-03-30T06:45:00Z");
  assert_real ("2026-10-23T08:45", "2026-10-23T06:45:00Z");
  assert_real ("2026-10-26T08:45", "2026-10-26T07:45:00Z");
}

static void
test_only_what_runs_gets_there (void)
{
  g_autoptr (LoketClock) standing = loket_clock_new ("2026-11-20T10:40", NULL);
  g_autoptr (LoketClock) running = loket_clock_new ("run:2026-11-20T10:40", NULL);
  gint64 seconds = 0;

  g_assert_false (loket_clock_get_real (standing, "2026-11-20T10:41", &seconds));
  g_assert_null (loket_clock_get_file (standing));
  g_assert_true (loket_clock_get_real (running, "2026-11-20T10:41", &seconds));
  seconds -= g_get_real_time () / G_USEC_PER_SEC;
  g_assert_cmpint (seconds, >=, 58);
  g_assert_cmpint (seconds, <=, 61);
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/clock/stands-still-in-the-zone-of-the-office",
                   test_stands_still_in_the_zone_of_the_office);
  g_test_add_func ("/clock/date-alone-is-its-noon", test_date_alone_is_its_noon);
  g_test_add_func ("/clock/offset-is-turned-into-wall-clock-time",
                   test_offset_is_turned_into_wall_clock_time);
  g_test_add_func ("/clock/keeps-summer-time", test_keeps_summer_time);
  g_test_add_func ("/clock/today-is-the-date-on-the-wall", test_today_is_the_date_on_the_wall);
  g_test_add_func ("/clock/does-not-move-while-it-stands", test_does_not_move_while_it_stands);
  g_test_add_func ("/clock/runs-from-where-it-was-set", test_runs_from_where_it_was_set);
  g_test_add_func ("/clock/follows-its-file", test_follows_its_file);
  g_test_add_func ("/clock/real-time-is-that-of-the-machine",
                   test_real_time_is_that_of_the_machine);
  g_test_add_func ("/clock/refuses-what-is-no-time", test_refuses_what_is_no_time);
  g_test_add_func ("/clock/knows-the-real-time-of-a-moment", test_knows_the_real_time_of_a_moment);
  g_test_add_func ("/clock/only-what-runs-gets-there", test_only_what_runs_gets_there);

  return g_test_run ();
}
