/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of who was invited to the survey, and who is not to be. */

#include "loket-invitee.h"
#include "records-fixture.h"

static LoketDraft *
create_bare (void)
{
  LoketDraft *draft = loket_draft_new (&loket_invitee_kind);

  loket_draft_set_value (draft, LOKET_INVITEE_TRAJECTORY_NO, "t");

  return draft;
}

static void
test_exclusion_needs_a_reason (void)
{
  g_autoptr (LoketCodes) codes = records_load_codes ();
  g_autoptr (LoketDraft) draft = create_bare ();

  loket_draft_set_value (draft, LOKET_INVITEE_EXCLUDED_ON, RECORDS_TODAY);
  records_assert_refused (draft, codes, LOKET_INVITEE_REASON, "why");
  loket_draft_set_value (draft, LOKET_INVITEE_REASON, "because");
  records_assert_refused (draft, codes, LOKET_INVITEE_REASON, "is not in the list");
  loket_draft_set_value (draft, LOKET_INVITEE_REASON, "ill");
  records_assert_valid (draft, codes);
}

static void
test_another_reason_needs_words (void)
{
  g_autoptr (LoketCodes) codes = records_load_codes ();
  g_autoptr (LoketDraft) draft = create_bare ();

  loket_draft_set_value (draft, LOKET_INVITEE_EXCLUDED_ON, RECORDS_TODAY);
  loket_draft_set_value (draft, LOKET_INVITEE_REASON, "other");
  records_assert_refused (draft, codes, LOKET_INVITEE_EXPLANATION, "a few words");
  loket_draft_set_value (draft, LOKET_INVITEE_EXPLANATION, "Is m'n buurvrouw & vriendin 👍");
  records_assert_valid (draft, codes);
}

static void
test_invitation_needs_a_token (void)
{
  g_autoptr (LoketCodes) codes = records_load_codes ();
  g_autoptr (LoketDraft) draft = create_bare ();

  loket_draft_set_value (draft, LOKET_INVITEE_DRAWN_ON, RECORDS_TODAY);
  records_assert_refused (draft, codes, LOKET_INVITEE_TOKEN, "token");
  loket_draft_set_value (draft, LOKET_INVITEE_TOKEN, "KLMN23456789");
  records_assert_valid (draft, codes);
}

static void
test_is_about_the_yearly_survey_unless_it_says_otherwise (void)
{
  g_autoptr (LoketDraft) draft = create_bare ();

  loket_draft_complete (draft);
  g_assert_cmpstr (loket_draft_get_value (draft, LOKET_INVITEE_QUESTIONNAIRE), ==, "kto");
  loket_draft_set_value (draft, LOKET_INVITEE_QUESTIONNAIRE, "stap");
  loket_draft_complete (draft);
  g_assert_cmpstr (loket_draft_get_value (draft, LOKET_INVITEE_QUESTIONNAIRE), ==, "stap");
}

/* The key of tokens to persons is kept here. */
static void
test_is_in_no_file (void)
{
  g_assert_null (loket_invitee_kind.plural);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/invitee/exclusion-needs-a-reason", test_exclusion_needs_a_reason);
  g_test_add_func ("/invitee/another-reason-needs-words", test_another_reason_needs_words);
  g_test_add_func ("/invitee/invitation-needs-a-token", test_invitation_needs_a_token);
  g_test_add_func ("/invitee/is-about-the-yearly-survey-unless-it-says-otherwise",
                   test_is_about_the_yearly_survey_unless_it_says_otherwise);
  g_test_add_func ("/invitee/is-in-no-file", test_is_in_no_file);

  return g_test_run ();
}
