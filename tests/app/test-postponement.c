/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * When a client is tried again, and when a counsellor is reminded again. */

#include "loket-postponement.h"

static void
assert_reminders (const char        *now,
                  const char *const *expected)
{
  LoketDateText reminders[LOKET_MOST_REMINDERS];
  guint n = loket_postponement_get_reminders (NULL, now, reminders);

  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (reminders[i].text, ==, expected[i]);
  g_assert_null (expected[n]);
}

static void
test_offers_later_today (void)
{
  const char *const expected[] = {
    "2025-11-20T14:00", "2025-11-21T09:00", "2025-11-27T09:00", NULL,
  };

  assert_reminders ("2025-11-20T10:40", expected);
  assert_reminders ("2025-11-20T11:00", expected);
}

static void
test_offers_no_later_today_in_the_evening (void)
{
  const char *const last[] = {
    "2025-11-20T16:00", "2025-11-21T09:00", "2025-11-27T09:00", NULL,
  };
  const char *const none[] = { "2025-11-21T09:00", "2025-11-27T09:00", NULL };

  assert_reminders ("2025-11-20T13:00", last);
  assert_reminders ("2025-11-20T13:01", none);
  assert_reminders ("2025-11-20T23:30", none);
}

static void
test_reminds_on_working_days (void)
{
  /* Friday; and 18 December, a week before Christmas. */
  const char *const weekend[] = { "2025-11-24T09:00", "2025-11-28T09:00", NULL };
  const char *const christmas[] = { "2025-12-19T09:00", "2025-12-29T09:00", NULL };

  assert_reminders ("2025-11-21T17:00", weekend);
  assert_reminders ("2025-12-18T17:00", christmas);
}

static void
test_tries_three_times (void)
{
  LoketRetry first = loket_postponement_plan_retry (NULL, NULL, 0, "2025-11-21");
  LoketRetry second = loket_postponement_plan_retry (NULL, NULL, 1, "2025-11-25");
  LoketRetry third = loket_postponement_plan_retry (NULL, NULL, 2, "2025-11-27");

  g_assert_cmpint (first.attempts, ==, 1);
  g_assert_false (first.gives_up);
  g_assert_cmpstr (first.planned_on.text, ==, "2025-11-25");
  g_assert_false (second.gives_up);
  g_assert_cmpstr (second.planned_on.text, ==, "2025-11-27");
  g_assert_cmpint (third.attempts, ==, 3);
  g_assert_true (third.gives_up);
}

static void
test_tries_at_another_part_of_the_day (void)
{
  g_assert_cmpstr (loket_postponement_get_other_part ("2025-11-21T09:10"), ==, "afternoon");
  g_assert_cmpstr (loket_postponement_get_other_part ("2025-11-21T11:59"), ==, "afternoon");
  g_assert_cmpstr (loket_postponement_get_other_part ("2025-11-21T12:00"), ==, "morning");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/postponement/offers-later-today", test_offers_later_today);
  g_test_add_func ("/postponement/offers-no-later-today-in-the-evening",
                   test_offers_no_later_today_in_the_evening);
  g_test_add_func ("/postponement/reminds-on-working-days", test_reminds_on_working_days);
  g_test_add_func ("/postponement/tries-three-times", test_tries_three_times);

  g_test_add_func ("/postponement/tries-at-another-part-of-the-day",
                   test_tries_at_another_part_of_the_day);

  return g_test_run ();
}
