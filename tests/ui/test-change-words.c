/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What was done to a record, in words. */

#include "loket-change-words.h"

#include "loket-client.h"
#include "loket-contact.h"
#include "loket-session.h"
#include "loket-trajectory.h"

static LoketCodes *
create_codes (void)
{
  LoketCodes *codes = loket_codes_new ();

  loket_codes_add (codes, "situation", "work", "At work", FALSE);
  loket_codes_add (codes, "questions_brought", "retraining", "How can I retrain?", FALSE);
  loket_codes_add (codes, "questions_brought", "which_work", "Which work suits me?", FALSE);
  loket_codes_add (codes, "intake_source", "client", "Client", FALSE);
  loket_codes_add (codes, "intake_source", "import", "Import", FALSE);
  loket_codes_add (codes, "question_outcome", "answered", "Answered", FALSE);

  return codes;
}

static void
assert_line (const LoketKind *kind,
             guint            field,
             const char      *old_value,
             const char      *new_value,
             const char      *expected)
{
  g_autoptr (LoketCodes) codes = create_codes ();
  const LoketHistoryLine line = {
    LOKET_HISTORY_CHANGED, kind, (char *) "id", (char *) "7", field,
    (char *) old_value, (char *) new_value,
  };
  char *whole;
  g_autofree char *words = loket_change_words_format_line (&line, codes, &whole);

  g_assert_cmpstr (words, ==, expected);
  g_assert_null (whole);
}

static void
test_values_are_words (void)
{
  assert_line (&loket_client_kind, LOKET_CLIENT_PHONE, "0612345678", "0687654321",
               "Client 7, Telephone: 0612345678 → 0687654321");
  assert_line (&loket_client_kind, LOKET_CLIENT_CITY, NULL, "Tiel",
               "Client 7, Town: (empty) → Tiel");
  assert_line (&loket_client_kind, LOKET_CLIENT_CITY, "Tiel", NULL,
               "Client 7, Town: Tiel → (empty)");
  assert_line (&loket_client_kind, LOKET_CLIENT_SITUATION, NULL, "work",
               "Client 7, Situation: (empty) → At work");
  assert_line (&loket_client_kind, LOKET_CLIENT_BIRTH_DATE, "1979-04-03", "1979-04-04",
               "Client 7, Date of birth: Tuesday 3 April 1979 → Wednesday 4 April 1979");
  assert_line (&loket_client_kind, LOKET_CLIENT_NO_CONTACT, "0", "1",
               "Client 7, No contact: no → yes");
  assert_line (&loket_session_kind, LOKET_SESSION_QUESTIONS_BROUGHT, "retraining",
               "retraining;which_work",
               "Session 7, Questions brought: How can I retrain? → How can I retrain?, "
               "Which work suits me?");
  assert_line (&loket_session_kind, LOKET_SESSION_QUESTION_OUTCOMES, NULL, "retraining=answered",
               "Session 7, What became of the questions: (empty) → How can I retrain?: Answered");
  assert_line (&loket_session_kind, LOKET_SESSION_STARTS_AT, "2026-11-20T10:00",
               "2026-11-20T11:00",
               "Session 7, Start: Friday 20 November 2026, 10:00 → "
               "Friday 20 November 2026, 11:00");
}

static void
test_inner_forms_are_words (void)
{
  assert_line (&loket_client_kind, LOKET_CLIENT_CONFIRMED, "*=,import",
               "*=,import;phone=2026-11-20,client",
               "Client 7, Confirmed: Everything else: Import → Everything else: Import, "
               "Telephone: Friday 20 November 2026, Client");
  assert_line (&loket_client_kind, LOKET_CLIENT_MERGED, NULL, "some-id=K%3B1;other-id=K2",
               "Client 7, Merged records: (empty) → K;1, K2");
}

static void
test_ids_are_not_told (void)
{
  assert_line (&loket_trajectory_kind, LOKET_TRAJECTORY_PINNED, NULL, "some-id;other-id", NULL);
  assert_line (&loket_client_kind, LOKET_CLIENT_NOT_SAME, NULL, NULL, NULL);
  assert_line (&loket_contact_kind, LOKET_CONTACT_CAUSE, NULL, "some-id", NULL);
}

static void
test_long_texts_are_shortened (void)
{
  g_autoptr (LoketCodes) codes = create_codes ();
  g_autofree char *note = g_strnfill (10000, 'a');
  const LoketHistoryLine line = {
    LOKET_HISTORY_CHANGED, &loket_session_kind, (char *) "id", (char *) "7",
    LOKET_SESSION_NOTE_CLIENT, (char *) "Short", note,
  };
  char *whole;
  g_autofree char *words = loket_change_words_format_line (&line, codes, &whole);
  g_autofree char *owned = whole;

  g_assert_true (g_str_has_prefix (words, "Session 7, Note for the client: Short → aaa"));
  g_assert_true (g_str_has_suffix (words, "a…"));
  g_assert_cmpuint (g_utf8_strlen (words, -1), <, 300);
  g_assert_nonnull (strstr (owned, note));
}

static void
test_acts_are_words (void)
{
  const LoketHistoryAct saved = { .name = (char *) "client.save" };
  const LoketHistoryAct undone = { .name = (char *) "undo x", .undone = (char *) "session.log" };
  const LoketHistoryAct imported = { .name = (char *) "client.import" };
  const LoketHistoryAct strange = { .name = (char *) "of.the-future" };
  g_autofree char *one = loket_change_words_format_act (&saved);
  g_autofree char *two = loket_change_words_format_act (&undone);
  g_autofree char *three = loket_change_words_format_act (&imported);
  g_autofree char *four = loket_change_words_format_act (&strange);

  g_assert_cmpstr (one, ==, "Client changed");
  g_assert_cmpstr (two, ==, "Undone: Session recorded");
  g_assert_cmpstr (three, ==, "Read from a file");
  g_assert_cmpstr (four, ==, "Changed");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/change-words/values-are-words", test_values_are_words);
  g_test_add_func ("/change-words/inner-forms-are-words", test_inner_forms_are_words);
  g_test_add_func ("/change-words/ids-are-not-told", test_ids_are_not_told);
  g_test_add_func ("/change-words/long-texts-are-shortened", test_long_texts_are_shortened);
  g_test_add_func ("/change-words/acts-are-words", test_acts_are_words);

  return g_test_run ();
}
