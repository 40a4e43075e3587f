/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * When a digest is due, over years of days, jumps of the clock, and settings of all sorts. */

#include "loket-digest-plan.h"

#include <string.h>

#define DAY 1440

/* As the settings come. */
static const char *const set_times[] = { "08:45", "13:15", NULL };
static const LoketDigestHours office_hours = { set_times, "17:30", "08:30", NULL };

static LoketDigestState
make_state (const char *told_until,
            const char *put_off_until)
{
  LoketDigestState state = { 0 };

  g_strlcpy (state.told_until.text, told_until, sizeof state.told_until.text);
  g_strlcpy (state.put_off_until.text, put_off_until, sizeof state.put_off_until.text);

  return state;
}

static void
assert_plan (const char *told_until,
             const char *put_off_until,
             const char *wake,
             const char *now,
             gboolean    is_due,
             const char *next)
{
  const char *const wakes[] = { wake, NULL };
  LoketDigestState state = make_state (told_until, put_off_until);
  LoketDigestPlan plan = loket_digest_plan (&office_hours, &state, wakes, now);

  g_assert_cmpint (plan.is_due, ==, is_due);
  g_assert_cmpstr (plan.next.text, ==, next);
}

static void
test_reminds_at_set_times (void)
{
  /* A Friday, and a Monday. */
  assert_plan ("2026-11-19T13:15", "", NULL, "2026-11-20T08:44", FALSE, "2026-11-20T08:45");
  assert_plan ("2026-11-19T13:15", "", NULL, "2026-11-20T08:45", TRUE, "2026-11-20T13:15");
  assert_plan ("2026-11-20T08:45", "", NULL, "2026-11-20T08:45", FALSE, "2026-11-20T13:15");
  assert_plan ("2026-11-20T08:45", "", NULL, "2026-11-20T13:15", TRUE, "2026-11-23T08:30");
  assert_plan ("2026-11-20T13:15", "", NULL, "2026-11-23T08:30", FALSE, "2026-11-23T08:45");
}

static void
test_tells_what_was_missed_once (void)
{
  assert_plan ("", "", NULL, "2026-11-20T10:00", TRUE, "2026-11-20T13:15");
  assert_plan ("2026-10-01T08:45", "", NULL, "2026-11-20T14:00", TRUE, "2026-11-23T08:30");
  assert_plan ("2026-11-20T14:00", "", NULL, "2026-11-20T14:01", FALSE, "2026-11-23T08:30");
}

static void
test_waits_for_the_end_of_quiet_hours (void)
{
  assert_plan ("2026-11-19T08:45", "", NULL, "2026-11-19T20:00", FALSE, "2026-11-20T08:30");
  assert_plan ("2026-11-19T08:45", "", NULL, "2026-11-20T08:30", TRUE, "2026-11-20T08:45");
  /* Missed on Friday, and found on a Saturday. */
  assert_plan ("2026-11-20T08:45", "", NULL, "2026-11-21T11:00", FALSE, "2026-11-23T08:30");
  /* Christmas Eve is a Thursday. */
  assert_plan ("2026-12-24T13:15", "", NULL, "2026-12-25T08:45", FALSE, "2026-12-28T08:30");
}

static void
test_a_day_off_is_quiet (void)
{
  /* Somebody who does not work on Mondays. */
  static const LoketWorkingDays days = { .week_days_off = 1 << 1 };
  const LoketDigestHours hours = { set_times, "17:30", "08:30", &days };
  LoketDigestState state = make_state ("2026-11-20T13:15", "");
  LoketDigestPlan plan = loket_digest_plan (&hours, &state, NULL, "2026-11-23T08:45");

  g_assert_false (plan.is_due);
  g_assert_cmpstr (plan.next.text, ==, "2026-11-24T08:30");
}

static void
test_wakes_what_was_put_off (void)
{
  assert_plan ("2026-11-20T08:45", "", "2026-11-20T11:00", "2026-11-20T09:00", FALSE,
               "2026-11-20T11:00");
  assert_plan ("2026-11-20T08:45", "", "2026-11-20T11:00", "2026-11-20T11:00", TRUE,
               "2026-11-20T13:15");
  /* Put off until a Saturday: heard on Monday. */
  assert_plan ("2026-11-20T13:15", "", "2026-11-21T09:00", "2026-11-21T09:00", FALSE,
               "2026-11-23T08:30");
  assert_plan ("2026-11-20T13:15", "", "2026-11-21T09:00", "2026-11-23T08:30", TRUE,
               "2026-11-23T08:45");
  assert_plan ("2026-11-20T13:15", "", "geen moment", "2026-11-20T16:00", FALSE,
               "2026-11-23T08:30");
}

static void
test_later_is_an_hour_of_silence (void)
{
  const char *later = "2026-11-20T13:45";

  /* A set time and a wake in between wait for its end, and come with it. */
  assert_plan ("2026-11-20T12:45", later, "2026-11-20T13:00", "2026-11-20T12:45", FALSE, later);
  assert_plan ("2026-11-20T12:45", later, "2026-11-20T13:00", "2026-11-20T13:15", FALSE, later);
  assert_plan ("2026-11-20T12:45", later, "2026-11-20T13:00", later, TRUE, "2026-11-23T08:30");
  /* An hour that ends in the evening goes on until the morning. */
  assert_plan ("2026-11-20T17:00", "2026-11-20T18:00", NULL, "2026-11-20T17:00", FALSE,
               "2026-11-23T08:30");
  assert_plan ("2026-11-20T17:00", "2026-11-20T18:00", NULL, "2026-11-23T08:30", TRUE,
               "2026-11-23T08:45");
}

static void
test_summer_time_changes_nothing (void)
{
  static const char *const at_night[] = { "02:30", NULL };
  static const LoketDigestHours always = { at_night, "00:00", "00:00", NULL };
  LoketDigestState state = make_state ("2026-03-27T13:15", "");
  LoketDigestPlan plan;

  /* The clock goes forward on Sunday 29 March and back on Sunday 25 October: Mondays are as ever. */
  assert_plan ("2026-03-27T13:15", "", NULL, "2026-03-30T08:45", TRUE, "2026-03-30T13:15");
  assert_plan ("2026-10-23T13:15", "", NULL, "2026-10-26T08:45", TRUE, "2026-10-26T13:15");

  /* An hour that comes twice: told at the first. */
  state = make_state ("2026-10-26T02:30", "");
  plan = loket_digest_plan (&always, &state, NULL, "2026-10-26T02:00");
  g_assert_false (plan.is_due);
  plan = loket_digest_plan (&always, &state, NULL, "2026-10-26T02:30");
  g_assert_false (plan.is_due);
}

static void
test_a_wrong_clock_does_not_silence_for_ever (void)
{
  LoketDigestState state = make_state ("2031-01-01T12:00", "2031-01-01T13:00");
  LoketDigestPlan plan = loket_digest_plan (&office_hours, &state, NULL, "2026-11-20T09:00");

  g_assert_false (plan.is_due);
  g_assert_cmpstr (plan.next.text, ==, "2026-11-20T13:15");
  plan = loket_digest_plan (&office_hours, &plan.state, NULL, "2026-11-20T13:15");
  g_assert_true (plan.is_due);
}

static void
test_nonsense_in_settings_is_passed_over (void)
{
  static const char *const times[] = { "25:00", "", "straks", "9.30", NULL };
  static const LoketDigestHours hours = { times, "laat", "vroeg", NULL };
  LoketDigestState state = make_state ("2026-11-20T09:00", "");
  LoketDigestPlan plan = loket_digest_plan (&hours, &state, NULL, "2026-11-20T09:10");

  g_assert_cmpstr (plan.next.text, ==, "2026-11-20T09:30");
}

static LoketDateText
pick_moment (void)
{
  LoketDateText date = loket_date_from_day (loket_date_get_day ("2026-01-01")
                                            + g_test_rand_int_range (0, 366));

  return loket_moment_new (date.text, g_test_rand_int_range (0, DAY));
}

typedef struct
{
  char texts[5][8];
  const char *times[4];
  LoketDigestHours hours;
} Settings;

/* Up to three set times, quiet hours over midnight, within the day or none. */
static void
pick_settings (Settings *settings)
{
  int n_times = g_test_rand_int_range (0, 4);

  for (guint i = 0; i < G_N_ELEMENTS (settings->texts); i++)
    g_snprintf (settings->texts[i], sizeof settings->texts[i], "%02d:%02d",
                g_test_rand_int_range (0, 24), g_test_rand_int_range (0, 60));
  for (int i = 0; i < 4; i++)
    settings->times[i] = i < n_times ? settings->texts[i] : NULL;
  settings->hours = (LoketDigestHours) {
    settings->times, settings->texts[3], settings->texts[g_test_rand_bit () ? 3 : 4], NULL,
  };
}

/* Forward by minutes or days, back by up to a day, or exactly to where a look was asked for. */
static LoketDateText
pick_next (const LoketDigestPlan *plan,
           const char            *now)
{
  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      return loket_moment_add_minutes (now, g_test_rand_int_range (0, 200));
    case 1:
      return loket_moment_add_minutes (now, g_test_rand_int_range (0, 9 * DAY));
    case 2:
      return loket_moment_add_minutes (now, -g_test_rand_int_range (0, DAY));
    default:
      return plan->next;
    }
}

static void
test_quiet_is_quiet_whatever_the_clock_does (void)
{
  for (guint run = 0; run < 300; run++)
    {
      LoketDigestState state = { 0 };
      LoketDateText now = pick_moment ();
      LoketDateText wake = pick_moment ();
      const char *const wakes[] = { wake.text, NULL };
      Settings settings;

      pick_settings (&settings);
      for (guint step = 0; step < 60; step++)
        {
          LoketDigestPlan plan = loket_digest_plan (&settings.hours, &state, wakes, now.text);

          g_assert_cmpstr (plan.next.text, >, now.text);
          g_assert_false (loket_digest_hours_are_quiet (&settings.hours, plan.next.text));
          if (plan.is_due)
            {
              g_assert_false (loket_digest_hours_are_quiet (&settings.hours, now.text));
              g_assert_cmpstr (now.text, >, state.told_until.text);
            }
          state = plan.state;
          g_assert_false (loket_digest_plan (&settings.hours, &state, wakes, now.text).is_due);
          now = pick_next (&plan, now.text);
        }
    }
}

/* Who is there all the time hears of each set time once, at that time. */
static void
test_a_year_of_set_times (void)
{
  LoketDigestState state = make_state ("2025-12-31T23:59", "");
  LoketDateText now = { "2026-01-01T00:00" };
  GString *told = g_string_new (NULL), *expected = g_string_new (NULL);

  while (strcmp (now.text, "2027-01-01") < 0)
    {
      LoketDigestPlan plan = loket_digest_plan (&office_hours, &state, NULL, now.text);

      if (plan.is_due)
        g_string_append_printf (told, "%s\n", now.text);
      state = plan.state;
      now = plan.next;
    }

  for (int day = 0; day < 365; day++)
    {
      LoketDateText date = loket_date_from_day (loket_date_get_day ("2026-01-01") + day);

      if (loket_working_days_is_working_day (NULL, date.text))
        g_string_append_printf (expected, "%sT08:45\n%sT13:15\n", date.text, date.text);
    }

  g_assert_cmpstr (told->str, ==, expected->str);
  g_string_free (told, TRUE);
  g_string_free (expected, TRUE);
}

/* A clock that is put back by less than a day: nothing is told before it was where it had been. */
static void
test_a_clock_put_back_repeats_nothing (void)
{
  for (guint run = 0; run < 2000; run++)
    {
      LoketDateText told = pick_moment ();
      LoketDigestState state = make_state (told.text, "");
      LoketDateText now = loket_moment_add_minutes (told.text, -g_test_rand_int_range (0, DAY));

      while (strcmp (now.text, told.text) <= 0)
        {
          LoketDigestPlan plan = loket_digest_plan (&office_hours, &state, NULL, now.text);

          g_assert_false (plan.is_due);
          state = plan.state;
          now = plan.next;
        }
    }
}

/* However late somebody looks: something missed is told at the first look that is not quiet. */
static void
test_nothing_missed_is_lost (void)
{
  for (guint run = 0; run < 2000; run++)
    {
      LoketDateText told = pick_moment ();
      LoketDigestState state = make_state (told.text, "");
      LoketDateText wake = loket_moment_add_minutes (told.text, g_test_rand_int_range (1, DAY));
      LoketDateText now = loket_moment_add_minutes (wake.text, g_test_rand_int_range (0, 9 * DAY));
      const char *const wakes[] = { wake.text, NULL };
      LoketDigestPlan plan = loket_digest_plan (&office_hours, &state, wakes, now.text);

      if (loket_digest_hours_are_quiet (&office_hours, now.text))
        {
          g_assert_false (plan.is_due);
          plan = loket_digest_plan (&office_hours, &plan.state, wakes, plan.next.text);
        }
      g_assert_true (plan.is_due);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/digest-plan/reminds-at-set-times", test_reminds_at_set_times);
  g_test_add_func ("/digest-plan/tells-what-was-missed-once", test_tells_what_was_missed_once);
  g_test_add_func ("/digest-plan/waits-for-the-end-of-quiet-hours",
                   test_waits_for_the_end_of_quiet_hours);
  g_test_add_func ("/digest-plan/a-day-off-is-quiet", test_a_day_off_is_quiet);
  g_test_add_func ("/digest-plan/wakes-what-was-put-off", test_wakes_what_was_put_off);
  g_test_add_func ("/digest-plan/later-is-an-hour-of-silence", test_later_is_an_hour_of_silence);
  g_test_add_func ("/digest-plan/summer-time-changes-nothing", test_summer_time_changes_nothing);
  g_test_add_func ("/digest-plan/a-wrong-clock-does-not-silence-for-ever",
                   test_a_wrong_clock_does_not_silence_for_ever);
  g_test_add_func ("/digest-plan/nonsense-in-settings-is-passed-over",
                   test_nonsense_in_settings_is_passed_over);
  g_test_add_func ("/digest-plan/quiet-is-quiet-whatever-the-clock-does",
                   test_quiet_is_quiet_whatever_the_clock_does);
  g_test_add_func ("/digest-plan/a-year-of-set-times", test_a_year_of_set_times);
  g_test_add_func ("/digest-plan/a-clock-put-back-repeats-nothing",
                   test_a_clock_put_back_repeats_nothing);
  g_test_add_func ("/digest-plan/nothing-missed-is-lost", test_nothing_missed_is_lost);

  return g_test_run ();
}
