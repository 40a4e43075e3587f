/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of entering responses by hand, and of correcting them. */

#include "exchange-fixture.h"
#include "loket-act.h"
#include "loket-error.h"
#include "loket-invitee.h"
#include "loket-number-table.h"
#include "loket-response-entry.h"
#include "loket-response-reading.h"
#include "loket-response.h"
#include "loket-trajectory.h"
#include "loket-undo-act.h"

#include <string.h>

#define TOKEN "ABCD23456789"

/* The client of T1, whom A01 advises at Loket Noord, was invited. */
static gboolean
invite (LoketAct  *act,
        gpointer   input,
        GError   **error)
{
  g_autoptr (LoketDraft) invitee = loket_draft_new (&loket_invitee_kind);
  g_autofree char *id = NULL;

  if (!loket_number_table_find_id (loket_act_get_database (act), &loket_trajectory_kind, "T1", &id,
                                   error))
    return FALSE;

  loket_draft_set_value (invitee, LOKET_INVITEE_TRAJECTORY_NO, id);
  loket_draft_set_value (invitee, LOKET_INVITEE_DRAWN_ON, "2026-11-02");
  loket_draft_set_value (invitee, LOKET_INVITEE_TOKEN, TOKEN);

  return loket_act_save (act, invitee, error);
}

static ExchangeFixture *
create_fixture (void)
{
  ExchangeFixture *fixture = exchange_fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = NULL;

  for (guint i = 0; i < 3; i++)
    g_free (exchange_fixture_import (fixture, exchange_kinds[i], exchange_samples[i]));
  deed = loket_desk_act (fixture->desk, "survey.invite", invite, NULL, &error);
  g_assert_no_error (error);
  loket_desk_identify (fixture->desk, "A01", NULL, "test", &error);
  g_assert_no_error (error);

  return fixture;
}

static LoketResponseEntry *
create_entry (ExchangeFixture *fixture,
              const char      *grade)
{
  LoketResponseEntry *entry = loket_response_entry_new (fixture->kto);
  g_autoptr (LoketResponseSheet) sheet = loket_response_sheet_new (fixture->kto);

  loket_response_sheet_set_value (sheet, 0, grade);
  entry->values[LOKET_ENTRY_MONTH] = g_strdup ("2026-10");
  entry->answers = loket_response_sheet_dup_answers (sheet, NULL);
  entry->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (entry->open, g_strdup ("remarks"), g_strdup ("Zin\n\tTwee"));

  return entry;
}

static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static LoketDeed *
enter (ExchangeFixture     *fixture,
       LoketResponseEntry  *entry,
       GError             **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  loket_desk_enter_response_async (fixture->desk, entry, NULL, result_cb, &result);

  return loket_desk_act_finish (fixture->desk, await (&result), error);
}

static char *
enter_well (ExchangeFixture    *fixture,
            LoketResponseEntry *entry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = enter (fixture, entry, &error);

  g_assert_no_error (error);

  return g_strdup (deed->id);
}

static void
assert_refused (ExchangeFixture    *fixture,
                LoketResponseEntry *entry,
                const char         *reason)
{
  g_autoptr (GError) error = NULL;
  LoketDeed *deed = enter (fixture, entry, &error);

  g_assert_null (deed);
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
  if (strstr (error->message, reason) == NULL)
    g_error ("“%s” is not in “%s”", reason, error->message);
  g_assert_cmpint (exchange_fixture_count (fixture, "responses"), ==, 0);
}

static LoketResponseReading *
read_response (ExchangeFixture *fixture,
               const char      *number)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LoketResponseReading *reading;

  loket_desk_read_response_async (fixture->desk, fixture->kto, number, NULL, NULL, result_cb,
                                  &result);
  reading = loket_desk_read_response_finish (fixture->desk, await (&result), &error);
  g_assert_no_error (error);

  return reading;
}

static void
assert_attributed (ExchangeFixture *fixture,
                   const char      *beginning)
{
  g_autofree char *csv = exchange_fixture_export (fixture, "responses", LOKET_TABLE_CSV);
  g_autofree char *line = g_strconcat ("\n", beginning, NULL);

  if (strstr (csv, line) == NULL)
    g_error ("“%s” is not in\n%s", beginning, csv);
}

static void
test_gets_a_number_that_an_export_keeps (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();
  g_autofree char *csv = NULL;
  g_autofree char *counts = NULL;

  g_free (enter_well (fixture, create_entry (fixture, "8")));
  g_free (enter_well (fixture, create_entry (fixture, "7")));
  assert_attributed (fixture, "H0000001,2026,10,,,,,,8,");
  assert_attributed (fixture, "H0000002,2026,10,,,,,,7,");
  csv = exchange_fixture_export (fixture, "responses", LOKET_TABLE_CSV);
  counts = exchange_fixture_import (fixture, "responses", csv);
  g_assert_cmpstr (counts, ==, "0 new, 0 changed, 2 unchanged, 0 refused");
}

static void
test_token_fills_in_whose_it_is (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();
  g_autoptr (LoketResponseReading) reading = NULL;
  LoketResponseEntry *entry = create_entry (fixture, "8");

  entry->values[LOKET_ENTRY_TOKEN] = g_strdup (" abcd23456789 ");
  g_free (enter_well (fixture, entry));
  assert_attributed (fixture, "H0000001,2026,10,,,Loket Noord,A01,T1,8,");
  reading = read_response (fixture, "abcd23456789");
  g_assert_cmpstr (reading->respondent, ==, "H0000001");
}

static void
test_reassigning_moves_nothing (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();
  LoketResponseEntry *entry = create_entry (fixture, "8");
  g_autoptr (LoketResponseReading) reading = NULL;

  entry->values[LOKET_ENTRY_TRAJECTORY] = g_strdup ("T1");
  g_free (enter_well (fixture, entry));
  assert_attributed (fixture, "H0000001,2026,10,,,Loket Noord,A01,T1,8,");
  g_free (exchange_fixture_import (fixture, "trajectories",
                                   "trajectory_no,client_no,opened_on,counsellor\n"
                                   "T1,K1,2026-01-05,A02\n"));
  assert_attributed (fixture, "H0000001,2026,10,,,Loket Noord,A01,T1,8,");

  /* Not even when it is corrected. */
  reading = read_response (fixture, "H0000001");
  entry = create_entry (fixture, "9");
  entry->before = g_object_ref (reading->record);
  entry->values[LOKET_ENTRY_TRAJECTORY] = g_strdup ("T1");
  entry->values[LOKET_ENTRY_OFFICE] = g_strdup ("Loket Noord");
  entry->values[LOKET_ENTRY_COUNSELLOR] = g_strdup ("A01");
  g_free (enter_well (fixture, entry));
  assert_attributed (fixture, "H0000001,2026,10,,,Loket Noord,A01,T1,9,");
}

/* Counted as if it were linked, but nothing leads to the person. */
static void
test_kept_without_a_link (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();
  LoketResponseEntry *entry = create_entry (fixture, "8");
  g_autoptr (LoketResponseReading) reading = NULL;

  entry->values[LOKET_ENTRY_TOKEN] = g_strdup (TOKEN);
  entry->keep_apart = TRUE;
  g_free (enter_well (fixture, entry));
  assert_attributed (fixture, "H0000001,2026,10,,,Loket Noord,A01,,8,");
  reading = read_response (fixture, "H0000001");
  g_assert_null (loket_record_get_value (reading->record, LOKET_RESPONSE_TOKEN));
  g_assert_null (loket_record_get_value (reading->record, LOKET_RESPONSE_TRAJECTORY_NO));
}

static void
test_head_is_refused_by_name (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();
  static const struct
  {
    LoketEntryField field;
    const char *value;
    const char *reason;
  } heads[] = {
    { LOKET_ENTRY_MONTH, NULL, "Month: say in which" },
    { LOKET_ENTRY_MONTH, "oktober", "Month: write the year" },
    { LOKET_ENTRY_MONTH, "2026-13", "Month: write the year" },
    { LOKET_ENTRY_MONTH, "2026-12", "Month: is still to come" },
    { LOKET_ENTRY_MONTH, "2021-12", "Month: the questionnaire was not used" },
    { LOKET_ENTRY_TRAJECTORY, "T9", "Trajectory: there is none" },
    { LOKET_ENTRY_TOKEN, "NOBODY", "Token: nobody was invited" },
    { LOKET_ENTRY_WAVE, "x", "Wave: " },
    { LOKET_ENTRY_OFFICE, "Loket Nord", "Office: there is none that is called “Loket Nord”" },
    { LOKET_ENTRY_COUNSELLOR, "A99", "Counsellor: there is none with the code “A99”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      LoketResponseEntry *entry = create_entry (fixture, "8");

      g_free (entry->values[heads[i].field]);
      entry->values[heads[i].field] = g_strdup (heads[i].value);
      assert_refused (fixture, entry, heads[i].reason);
    }
}

static void
test_number_and_token_are_used_once (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();
  g_autoptr (GError) by_token = NULL;
  g_autoptr (GError) by_number = NULL;
  LoketResponseEntry *entry = create_entry (fixture, "8");

  entry->values[LOKET_ENTRY_TOKEN] = g_strdup (TOKEN);
  entry->values[LOKET_ENTRY_NUMBER] = g_strdup ("R1");
  g_free (enter_well (fixture, entry));

  entry = create_entry (fixture, "8");
  entry->values[LOKET_ENTRY_TOKEN] = g_strdup (TOKEN);
  g_assert_null (enter (fixture, entry, &by_token));
  g_assert_cmpstr (by_token->message, ==,
                   "Token: respondent R1 answered under this token already");

  entry = create_entry (fixture, "8");
  entry->values[LOKET_ENTRY_NUMBER] = g_strdup ("R1");
  g_assert_null (enter (fixture, entry, &by_number));
  g_assert_cmpstr (by_number->message, ==,
                   "Number: there is a response of that number already");
}

static void
test_correction_leaves_its_history_and_is_undone (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();
  g_autoptr (LoketResponseReading) before = NULL;
  g_autoptr (LoketResponseReading) after = NULL;
  g_autoptr (LoketDeed) undone = NULL;
  g_autofree char *act = NULL;
  LoketResponseEntry *entry;
  const LoketResponseChange *change;

  g_free (enter_well (fixture, create_entry (fixture, "8")));
  before = read_response (fixture, "kto/H0000001");
  g_assert_cmpstr (before->respondent, ==, "H0000001");
  g_assert_cmpstr (g_hash_table_lookup (before->open, "remarks"), ==, "Zin\n\tTwee");
  g_assert_cmpuint (before->changes->len, ==, 1);

  entry = create_entry (fixture, "9");
  entry->before = g_object_ref (before->record);
  entry->values[LOKET_ENTRY_OFFICE] = g_strdup ("Loket Zuid");
  act = enter_well (fixture, entry);
  assert_attributed (fixture, "H0000001,2026,10,,,Loket Zuid,,,9,");
  after = read_response (fixture, "H0000001");
  g_assert_cmpuint (after->changes->len, ==, 3);
  change = after->changes->pdata[0];
  g_assert_cmpstr (change->act, ==, "response.correct");
  g_assert_cmpstr (change->item->id, ==, "overall");
  g_assert_cmpstr (change->old_value, ==, "8");
  g_assert_cmpstr (change->new_value, ==, "9");
  change = after->changes->pdata[1];
  g_assert_cmpuint (change->field, ==, LOKET_RESPONSE_LOKET);
  g_assert_cmpstr (change->new_value, ==, "Loket Zuid");
  change = after->changes->pdata[2];
  g_assert_cmpstr (change->act, ==, "response.enter");

  undone = loket_desk_undo (fixture->desk, act, NULL);
  g_assert_nonnull (undone);
  assert_attributed (fixture, "H0000001,2026,10,,,,,,8,");
}

/* A01 leads the team: A02 does not see the remark, and cannot lose it. */
static void
test_who_may_not_read_changes_nothing_of_it (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();
  g_autoptr (LoketResponseReading) reading = NULL;
  g_autoptr (LoketResponseReading) again = NULL;
  LoketResponseEntry *entry;

  g_free (enter_well (fixture, create_entry (fixture, "8")));
  loket_desk_identify (fixture->desk, "A02", NULL, "test", NULL);
  reading = read_response (fixture, "H0000001");
  g_assert_true (reading->is_open_withheld);
  g_assert_cmpuint (g_hash_table_size (reading->open), ==, 0);

  entry = create_entry (fixture, "9");
  entry->before = g_object_ref (reading->record);
  g_hash_table_remove_all (entry->open);
  g_free (enter_well (fixture, entry));
  loket_desk_identify (fixture->desk, "A01", NULL, "test", NULL);
  again = read_response (fixture, "H0000001");
  g_assert_false (again->is_open_withheld);
  g_assert_cmpstr (g_hash_table_lookup (again->open, "remarks"), ==, "Zin\n\tTwee");
}

static void
add (const char *rule,
     GTestFunc   test)
{
  g_autofree char *path = g_strconcat ("/response-entry/", rule, NULL);

  g_test_add_func (path, test);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add ("gets-a-number-that-an-export-keeps", test_gets_a_number_that_an_export_keeps);
  add ("token-fills-in-whose-it-is", test_token_fills_in_whose_it_is);
  add ("reassigning-moves-nothing", test_reassigning_moves_nothing);
  add ("kept-without-a-link", test_kept_without_a_link);
  add ("head-is-refused-by-name", test_head_is_refused_by_name);
  add ("number-and-token-are-used-once", test_number_and_token_are_used_once);
  add ("correction-leaves-its-history-and-is-undone",
       test_correction_leaves_its_history_and_is_undone);
  add ("who-may-not-read-changes-nothing-of-it", test_who_may_not_read_changes_nothing_of_it);

  return g_test_run ();
}
