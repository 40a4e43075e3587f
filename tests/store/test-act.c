/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of acts: what is written, what is logged, what is refused. */

#include "desk-fixture.h"
#include "loket-client.h"
#include "loket-contact.h"
#include "loket-error.h"
#include "loket-office.h"
#include "loket-save-act.h"
#include "loket-session.h"
#include "loket-trajectory.h"

static LoketDraft *
create_client (const char *family_name)
{
  LoketDraft *draft = loket_draft_new (&loket_client_kind);

  loket_draft_set_value (draft, LOKET_CLIENT_FAMILY_NAME, family_name);

  return draft;
}

static void
assert_counts (const LoketDeed *deed,
               guint            n_created,
               guint            n_changed,
               guint            n_removed)
{
  g_assert_cmpuint (deed->n_created, ==, n_created);
  g_assert_cmpuint (deed->n_changed, ==, n_changed);
  g_assert_cmpuint (deed->n_removed, ==, n_removed);
}

static void
assert_text (LoketDesk  *desk,
             const char *sql,
             const char *expected)
{
  g_autofree char *text = desk_read_text (desk, sql);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_log (LoketDesk       *desk,
            const LoketDeed *deed,
            const char      *expected)
{
  g_autofree char *log = desk_read_log (desk, deed->id);

  g_assert_cmpstr (log, ==, expected);
}

/* The act's own line is all that is logged of a new record: the record itself names the act. */
static void
test_new_record_gets_id_number_and_act (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDraft) draft = create_client ("Öztürk");
  g_autoptr (LoketDeed) deed = desk_save (desk, draft);
  g_autoptr (LoketRecord) record = NULL;
  g_autofree char *act = NULL;

  assert_counts (deed, 1, 0, 0);
  g_assert_cmpstr (deed->name, ==, "test.save");
  g_assert_cmpstr (deed->subject_id, ==, loket_draft_get_id (draft));
  g_assert_cmpstr (deed->id, <, deed->subject_id);
  assert_log (desk, deed, "act act:  -> test.save");

  record = desk_load (desk, &loket_client_kind, deed->subject_id);
  g_assert_cmpstr (loket_record_get_text (record, LOKET_CLIENT_CLIENT_NO), ==, "K0000001");
  g_assert_cmpstr (loket_record_get_text (record, LOKET_CLIENT_NO_CONTACT), ==, "0");
  g_assert_cmpstr (loket_record_get_text (record, LOKET_CLIENT_SORT_NAME), ==, "ozturk");
  act = desk_read_text (desk, "SELECT act FROM client");
  g_assert_cmpstr (act, ==, deed->id);
}

static void
test_number_that_was_given_stays (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDraft) draft = create_client ("Jansen");
  g_autoptr (LoketDeed) deed = NULL;

  loket_draft_set_value (draft, LOKET_CLIENT_CLIENT_NO, "2026-17");
  deed = desk_save (desk, draft);
  assert_text (desk, "SELECT client_no FROM client", "2026-17");
}

static void
test_numbers_go_up (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");

  for (guint i = 0; i < 3; i++)
    g_free (desk_save_client (desk, "Jansen"));
  assert_text (desk, "SELECT group_concat (client_no, ' ') FROM client",
               "K0000001 K0000002 K0000003");
}

/* An office is known by its name: a made-up one would be worse than none. */
static void
test_office_is_not_given_a_name (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_office_kind);
  g_autoptr (GError) error = NULL;

  g_assert_null (loket_desk_save (desk, "office.save", draft, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "Name: is missing");
}

static void
test_change_is_logged_field_by_field (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autofree char *id = desk_save_client (desk, "Jansen");
  g_autoptr (LoketRecord) before = desk_load (desk, &loket_client_kind, id);
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (before);
  g_autoptr (LoketRecord) after = NULL;
  g_autoptr (LoketDeed) deed = NULL;

  loket_draft_set_value (draft, LOKET_CLIENT_FAMILY_NAME, "Jansen-Berg");
  loket_draft_set_value (draft, LOKET_CLIENT_CITY, "Tilburg");
  loket_draft_set_flag (draft, LOKET_CLIENT_NO_SURVEY, TRUE);
  deed = desk_save (desk, draft);

  assert_counts (deed, 0, 1, 0);
  g_assert_cmpstr (deed->subject_id, ==, id);
  /* The name by which it sorts follows from the others and is in no log. */
  assert_log (desk, deed,
              "act act:  -> test.save\n"
              "client family_name: Jansen -> Jansen-Berg\n"
              "client city:  -> Tilburg\n"
              "client no_survey: 0 -> 1");
  after = desk_load (desk, &loket_client_kind, id);
  g_assert_cmpint (loket_record_get_version (after), ==, 2);
  g_assert_cmpstr (loket_record_get_text (after, LOKET_CLIENT_SORT_NAME), ==, "jansen berg");
}

static void
test_codes_are_logged_as_one_field (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDraft) draft = desk_create_example (desk, &loket_trajectory_kind);
  g_autoptr (LoketDeed) created = desk_save (desk, draft);
  g_autoptr (LoketDeed) changed = NULL;

  changed = desk_change (desk, &loket_trajectory_kind, created->subject_id,
                         LOKET_TRAJECTORY_QUESTIONS_BROUGHT, "other");
  assert_log (desk, changed,
              "act act:  -> test.save\n"
              "trajectory questions_brought: which_work;want_and_can;retraining -> other");
}

static void
test_log_says_who_and_when (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autofree char *id = desk_save_client (desk, "Jansen");
  g_autoptr (LoketDeed) deed = NULL;

  deed = desk_change (desk, &loket_client_kind, id, LOKET_CLIENT_CITY, "Tilburg");
  assert_text (desk, "SELECT DISTINCT counsellor || ' ' || at FROM change_log",
               "test 2026-11-21T09:40:00.000Z");
}

static void
test_saving_nothing_new_changes_nothing (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autofree char *id = desk_save_client (desk, "Jansen");
  g_autoptr (LoketRecord) after = NULL;
  g_autoptr (LoketDeed) deed = NULL;

  deed = desk_change (desk, &loket_client_kind, id, LOKET_CLIENT_FAMILY_NAME, " Jansen ");
  assert_counts (deed, 0, 0, 0);
  g_assert_null (deed->subject_id);
  g_assert_true (loket_deed_is_empty (deed));
  assert_text (desk, "SELECT count(DISTINCT act) FROM change_log", "1");
  after = desk_load (desk, &loket_client_kind, id);
  g_assert_cmpint (loket_record_get_version (after), ==, 1);
}

static void
test_broken_rule_names_the_field_and_writes_nothing (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDraft) draft = create_client ("Jansen");
  g_autoptr (GError) error = NULL;

  loket_draft_set_value (draft, LOKET_CLIENT_BIRTH_DATE, "2026-11-22");
  g_assert_null (loket_desk_save (desk, "client.save", draft, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "Date of birth: “2026-11-22” lies in the future");
  assert_text (desk, "SELECT count(*) FROM client", "0");
  assert_text (desk, "SELECT count(*) FROM client_name", "0");
  assert_text (desk, "SELECT count(*) FROM change_log", "0");
}

static gboolean
save_all (LoketAct  *act,
          gpointer   input,
          GError   **error)
{
  LoketDraft **drafts = input;

  for (guint i = 0; drafts[i] != NULL; i++)
    {
      if (!loket_act_save (act, drafts[i], error))
        return FALSE;
    }

  return TRUE;
}

static void
test_act_is_done_whole_or_not_at_all (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDraft) good = create_client ("Jansen");
  g_autoptr (LoketDraft) also_good = create_client ("Pietersen");
  g_autoptr (LoketDraft) bad = loket_draft_new (&loket_client_kind);
  LoketDraft *drafts[] = { good, also_good, bad, NULL };
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (loket_desk_act (desk, "clients", save_all, drafts, &error));
  g_assert_cmpstr (error->message, ==, "Family name: is missing");
  assert_text (desk, "SELECT count(*) FROM client", "0");
  g_clear_error (&error);

  drafts[2] = NULL;
  deed = loket_desk_act (desk, "clients", save_all, drafts, &error);
  g_assert_no_error (error);
  assert_counts (deed, 2, 0, 0);
  g_assert_cmpstr (deed->subject_id, ==, loket_draft_get_id (good));
  assert_text (desk, "SELECT count(*) FROM change_log", "1");
}

static void
test_lost_race_names_the_field (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autofree char *id = desk_save_client (desk, "Jansen");
  g_autoptr (LoketRecord) record = desk_load (desk, &loket_client_kind, id);
  g_autoptr (LoketDraft) mine = loket_draft_new_from_record (record);
  g_autoptr (LoketDeed) theirs = NULL;
  g_autoptr (GError) error = NULL;

  theirs = desk_change (desk, &loket_client_kind, id, LOKET_CLIENT_PHONE, "0612345678");
  loket_draft_set_value (mine, LOKET_CLIENT_CITY, "Breda");
  g_assert_null (loket_desk_save (desk, "client.save", mine, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONFLICT);
  g_assert_cmpstr (error->message, ==,
                   "Telephone: somebody else changed this meanwhile to “0612345678”");
  assert_text (desk, "SELECT coalesce (city, 'none') FROM client", "none");
}

static gboolean
remove_client (LoketAct  *act,
               gpointer   input,
               GError   **error)
{
  return loket_act_remove (act, input, error);
}

static void
test_removed_record_stays_in_the_log (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDraft) draft = create_client ("Jansen");
  g_autoptr (LoketDeed) saved = NULL;
  g_autoptr (LoketDeed) removed = NULL;
  g_autoptr (LoketRecord) record = NULL;

  loket_draft_set_value (draft, LOKET_CLIENT_CITY, "Tilburg");
  saved = desk_save (desk, draft);
  record = desk_load (desk, &loket_client_kind, saved->subject_id);
  removed = loket_desk_act (desk, "client.remove", remove_client, record, NULL);

  assert_counts (removed, 0, 0, 1);
  assert_log (desk, removed,
              "act act:  -> client.remove\n"
              "client removed:  -> 1\n"
              "client client_no: K0000001 -> \n"
              "client family_name: Jansen -> \n"
              "client city: Tilburg -> \n"
              "client no_contact: 0 -> \n"
              "client no_survey: 0 -> ");
  assert_text (desk, "SELECT count(*) FROM client", "0");
}

/* What a session or a contact lacks follows from the rest before it is stored. */
static void
test_what_follows_is_set (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDraft) session = desk_create_example (desk, &loket_session_kind);
  g_autoptr (LoketDraft) contact = desk_create_example (desk, &loket_contact_kind);
  g_autoptr (LoketDeed) saved_session = NULL;
  g_autoptr (LoketDeed) saved_contact = NULL;

  loket_draft_set_value (session, LOKET_SESSION_STATE, NULL);
  saved_session = desk_save (desk, session);
  assert_text (desk, "SELECT state FROM session", "held");

  loket_draft_set_value (contact, LOKET_CONTACT_DONE_ON, NULL);
  loket_draft_set_value (contact, LOKET_CONTACT_OUTCOME, NULL);
  loket_draft_set_value (contact, LOKET_CONTACT_PLANNED_ON, "2026-11-30");
  saved_contact = desk_save (desk, contact);
  assert_text (desk, "SELECT open_on FROM contact", "2026-11-30");
}

static void
test_every_kind_is_saved_and_changed (gconstpointer data)
{
  const LoketKind *kind = data;
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDraft) draft = desk_create_example (desk, kind);
  g_autoptr (LoketDeed) created = desk_save (desk, draft);
  g_autoptr (LoketRecord) record = desk_load (desk, kind, created->subject_id);
  g_autoptr (LoketDraft) same = loket_draft_new_from_record (record);
  g_autoptr (LoketDeed) nothing = desk_save (desk, same);

  assert_counts (created, 1, 0, 0);
  assert_counts (nothing, 0, 0, 0);
  for (guint i = 0; i < kind->n_fields; i++)
    g_assert_cmpstr (loket_record_get_value (record, i), ==, loket_draft_get_value (draft, i));
}

int
main (int    argc,
      char **argv)
{
  const LoketKind *const *kinds = loket_kind_get_all ();

  store_test_init (&argc, &argv);

  g_test_add_func ("/act/new-record-gets-id-number-and-act",
                   test_new_record_gets_id_number_and_act);
  g_test_add_func ("/act/number-that-was-given-stays", test_number_that_was_given_stays);
  g_test_add_func ("/act/numbers-go-up", test_numbers_go_up);
  g_test_add_func ("/act/office-is-not-given-a-name", test_office_is_not_given_a_name);
  g_test_add_func ("/act/change-is-logged-field-by-field", test_change_is_logged_field_by_field);
  g_test_add_func ("/act/codes-are-logged-as-one-field", test_codes_are_logged_as_one_field);
  g_test_add_func ("/act/log-says-who-and-when", test_log_says_who_and_when);
  g_test_add_func ("/act/saving-nothing-new-changes-nothing",
                   test_saving_nothing_new_changes_nothing);
  g_test_add_func ("/act/broken-rule-names-the-field-and-writes-nothing",
                   test_broken_rule_names_the_field_and_writes_nothing);
  g_test_add_func ("/act/act-is-done-whole-or-not-at-all", test_act_is_done_whole_or_not_at_all);
  g_test_add_func ("/act/lost-race-names-the-field", test_lost_race_names_the_field);
  g_test_add_func ("/act/removed-record-stays-in-the-log", test_removed_record_stays_in_the_log);
  g_test_add_func ("/act/what-follows-is-set", test_what_follows_is_set);
  for (guint k = 0; kinds[k] != NULL; k++)
    {
      g_autofree char *path = g_strconcat ("/act/every-kind-is-saved-and-changed/", kinds[k]->name,
                                           NULL);

      g_test_add_data_func (path, kinds[k], test_every_kind_is_saved_and_changed);
    }

  return g_test_run ();
}
