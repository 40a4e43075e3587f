/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of sessions. */

#include "loket-session.h"
#include "records-fixture.h"

static void
assert_state (const char *minutes,
              const char *ended_at,
              const char *state,
              const char *expected)
{
  g_autoptr (LoketDraft) draft = records_create_draft (&loket_session_kind);

  loket_draft_set_value (draft, LOKET_SESSION_MINUTES, minutes);
  loket_draft_set_value (draft, LOKET_SESSION_ENDED_AT, ended_at);
  loket_draft_set_value (draft, LOKET_SESSION_STATE, state);
  loket_draft_complete (draft);
  g_assert_cmpstr (loket_draft_get_value (draft, LOKET_SESSION_STATE), ==, expected);
}

static void
test_took_place_when_its_length_is_known (void)
{
  assert_state (NULL, NULL, NULL, "planned");
  assert_state ("45", NULL, NULL, "held");
  assert_state (NULL, "2026-11-02T10:45", NULL, "held");
  assert_state ("0", NULL, NULL, "held");
}

static void
test_state_that_was_given_stays (void)
{
  assert_state ("45", "2026-11-02T10:45", "no_show", "no_show");
  assert_state (NULL, NULL, "cancelled", "cancelled");
}

static void
test_ends_after_it_starts_and_within_a_day (void)
{
  g_autoptr (LoketCodes) codes = records_load_codes ();
  g_autoptr (LoketDraft) draft = records_create_draft (&loket_session_kind);

  loket_draft_set_value (draft, LOKET_SESSION_STARTS_AT, "2026-11-02T10:00");
  loket_draft_set_value (draft, LOKET_SESSION_ENDED_AT, "2026-11-02T10:00");
  records_assert_valid (draft, codes);
  loket_draft_set_value (draft, LOKET_SESSION_ENDED_AT, "2026-11-03T10:00");
  records_assert_valid (draft, codes);

  loket_draft_set_value (draft, LOKET_SESSION_ENDED_AT, "2026-11-02T09:59");
  records_assert_refused (draft, codes, LOKET_SESSION_ENDED_AT, "(Start)");
  loket_draft_set_value (draft, LOKET_SESSION_ENDED_AT, "2026-11-03T10:01");
  records_assert_refused (draft, codes, LOKET_SESSION_ENDED_AT, "more than a day after the start");
}

/* An appointment lies in the future: that is what makes it one. */
static void
test_may_lie_in_the_future (void)
{
  g_autoptr (LoketCodes) codes = records_load_codes ();
  g_autoptr (LoketDraft) draft = records_create_draft (&loket_session_kind);

  loket_draft_set_value (draft, LOKET_SESSION_STARTS_AT, "2027-01-04T09:00");
  loket_draft_set_value (draft, LOKET_SESSION_STATE, "planned");
  records_assert_valid (draft, codes);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/took-place-when-its-length-is-known",
                   test_took_place_when_its_length_is_known);
  g_test_add_func ("/session/state-that-was-given-stays", test_state_that_was_given_stays);
  g_test_add_func ("/session/ends-after-it-starts-and-within-a-day",
                   test_ends_after_it_starts_and_within_a_day);
  g_test_add_func ("/session/may-lie-in-the-future", test_may_lie_in_the_future);

  return g_test_run ();
}
