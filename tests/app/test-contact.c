/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of contacts. */

#include "loket-contact.h"
#include "records-fixture.h"

static void
assert_open_on (const char *planned_on,
                const char *done_on,
                const char *outcome,
                const char *expected)
{
  g_autoptr (LoketDraft) draft = records_create_draft (&loket_contact_kind);

  loket_draft_set_value (draft, LOKET_CONTACT_DUE_ON, "2026-11-02");
  loket_draft_set_value (draft, LOKET_CONTACT_PLANNED_ON, planned_on);
  loket_draft_set_value (draft, LOKET_CONTACT_DONE_ON, done_on);
  loket_draft_set_value (draft, LOKET_CONTACT_OUTCOME, outcome);
  loket_draft_complete (draft);
  g_assert_cmpstr (loket_draft_get_value (draft, LOKET_CONTACT_OPEN_ON), ==, expected);
}

static void
test_is_open_on_the_day_it_is_due (void)
{
  assert_open_on (NULL, NULL, NULL, "2026-11-02");
}

static void
test_rescheduling_moves_the_day (void)
{
  assert_open_on ("2026-11-09", NULL, NULL, "2026-11-09");
}

static void
test_failed_attempt_keeps_it_open (void)
{
  assert_open_on (NULL, NULL, "not_reached", "2026-11-02");
  assert_open_on ("2026-11-09", NULL, "not_reached", "2026-11-09");
}

static void
test_outcome_closes_it (void)
{
  static const char *const outcomes[] = { "reached", "cancelled", "closed_not_reached" };

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      assert_open_on (NULL, NULL, outcomes[i], NULL);
      assert_open_on ("2026-11-09", "2026-11-09", outcomes[i], NULL);
    }
}

static void
test_day_on_which_it_was_done_closes_it (void)
{
  assert_open_on (NULL, "2026-11-02", NULL, NULL);
}

static void
test_opens_again_when_that_is_taken_back (void)
{
  g_autoptr (LoketDraft) draft = records_create_draft (&loket_contact_kind);

  loket_draft_set_value (draft, LOKET_CONTACT_DUE_ON, "2026-11-02");
  loket_draft_set_value (draft, LOKET_CONTACT_DONE_ON, "2026-11-02");
  loket_draft_complete (draft);
  g_assert_null (loket_draft_get_value (draft, LOKET_CONTACT_OPEN_ON));
  loket_draft_set_value (draft, LOKET_CONTACT_DONE_ON, NULL);
  loket_draft_complete (draft);
  g_assert_cmpstr (loket_draft_get_value (draft, LOKET_CONTACT_OPEN_ON), ==, "2026-11-02");
}

static void
test_was_not_done_in_the_future (void)
{
  g_autoptr (LoketCodes) codes = records_load_codes ();
  g_autoptr (LoketDraft) draft = records_create_draft (&loket_contact_kind);

  loket_draft_set_value (draft, LOKET_CONTACT_DUE_ON, "2027-01-04");
  loket_draft_set_value (draft, LOKET_CONTACT_DONE_ON, RECORDS_TODAY);
  records_assert_valid (draft, codes);
  loket_draft_set_value (draft, LOKET_CONTACT_DONE_ON, "2026-11-22");
  records_assert_refused (draft, codes, LOKET_CONTACT_DONE_ON, "lies in the future");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/contact/is-open-on-the-day-it-is-due", test_is_open_on_the_day_it_is_due);
  g_test_add_func ("/contact/rescheduling-moves-the-day", test_rescheduling_moves_the_day);
  g_test_add_func ("/contact/failed-attempt-keeps-it-open", test_failed_attempt_keeps_it_open);
  g_test_add_func ("/contact/outcome-closes-it", test_outcome_closes_it);
  g_test_add_func ("/contact/day-on-which-it-was-done-closes-it",
                   test_day_on_which_it_was_done_closes_it);
  g_test_add_func ("/contact/opens-again-when-that-is-taken-back",
                   test_opens_again_when_that_is_taken_back);
  g_test_add_func ("/contact/was-not-done-in-the-future", test_was_not_done_in_the_future);

  return g_test_run ();
}
