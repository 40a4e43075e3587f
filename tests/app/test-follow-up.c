/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Which contacts a promise, a test and a closing lead to. */

#include "loket-follow-up.h"

static void
assert_aftercare (const char        *wish,
                  const char        *closed_on,
                  const char *const *expected)
{
  LoketAftercare contacts[LOKET_MOST_AFTERCARE];
  guint n = loket_follow_up_get_aftercare (NULL, NULL, wish, closed_on, contacts);

  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (contacts[i].due_on.text, ==, expected[i]);
  g_assert_null (expected[n]);
}

static void
test_callback_moves_off_the_weekend (void)
{
  g_assert_cmpstr (loket_follow_up_get_callback (NULL, "2025-11-25").text, ==, "2025-11-25");
  g_assert_cmpstr (loket_follow_up_get_callback (NULL, "2025-11-22").text, ==, "2025-11-24");
  g_assert_cmpstr (loket_follow_up_get_callback (NULL, "2025-12-25").text, ==, "2025-12-29");
}

static void
test_test_is_asked_after_in_ten_working_days (void)
{
  g_assert_cmpstr (loket_rules_get_due (NULL, NULL, LOKET_RULE_TAKE_TEST, "2025-11-21").text, ==, "2025-12-05");
  g_assert_cmpstr (loket_rules_get_due (NULL, NULL, LOKET_RULE_TAKE_TEST, "2025-12-22").text, ==, "2026-01-08");
}

/* The dates of the survey's example: closed on Friday 21 November 2025. */
static void
test_aftercare_counts_from_closing (void)
{
  const char *const once[] = { "2026-01-02", NULL };
  const char *const longer[] = { "2025-12-05", "2026-01-02", "2026-02-13", "2026-05-22", NULL };

  assert_aftercare ("yes_once", "2025-11-21", once);
  assert_aftercare ("yes_longer", "2025-11-21", longer);
}

static void
test_aftercare_moves_off_holidays (void)
{
  /* Six weeks after 13 November is Christmas; two weeks after 13 December is a Saturday. */
  const char *const once[] = { "2025-12-29", NULL };
  const char *const longer[] = { "2025-12-29", "2026-01-26", "2026-03-09", "2026-06-15", NULL };

  assert_aftercare ("yes_once", "2025-11-13", once);
  assert_aftercare ("yes_longer", "2025-12-13", longer);
}

static void
test_aftercare_says_when_it_was_meant (void)
{
  LoketAftercare contacts[LOKET_MOST_AFTERCARE];

  g_assert_cmpuint (loket_follow_up_get_aftercare (NULL, NULL, "yes_longer", "2025-12-13", contacts), ==,
                    4);
  g_assert_cmpint (contacts[0].weeks, ==, 2);
  g_assert_cmpstr (contacts[0].meant_on.text, ==, "2025-12-27");
  g_assert_cmpstr (contacts[0].due_on.text, ==, "2025-12-29");
  g_assert_cmpint (contacts[3].weeks, ==, 26);
}

static void
test_who_wants_none_gets_none (void)
{
  const char *const none[] = { NULL };

  assert_aftercare ("no", "2025-11-21", none);
  assert_aftercare ("yes_self", "2025-11-21", none);
  assert_aftercare (NULL, "2025-11-21", none);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/follow-up/callback-moves-off-the-weekend",
                   test_callback_moves_off_the_weekend);
  g_test_add_func ("/follow-up/test-is-asked-after-in-ten-working-days",
                   test_test_is_asked_after_in_ten_working_days);
  g_test_add_func ("/follow-up/aftercare-counts-from-closing", test_aftercare_counts_from_closing);
  g_test_add_func ("/follow-up/aftercare-moves-off-holidays", test_aftercare_moves_off_holidays);
  g_test_add_func ("/follow-up/aftercare-says-when-it-was-meant",
                   test_aftercare_says_when_it_was_meant);
  g_test_add_func ("/follow-up/who-wants-none-gets-none", test_who_wants_none_gets_none);

  return g_test_run ();
}
