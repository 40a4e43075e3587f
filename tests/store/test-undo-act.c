/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of undoing: acts taken back, and what cannot be. */

#include "desk-fixture.h"
#include "loket-client.h"
#include "loket-error.h"
#include "loket-invitee.h"
#include "loket-record-table.h"
#include "loket-save-act.h"
#include "loket-trajectory.h"
#include "loket-undo-act.h"

static void
assert_text (LoketDesk  *desk,
             const char *sql,
             const char *expected)
{
  g_autofree char *text = desk_read_text (desk, sql);

  g_assert_cmpstr (text, ==, expected);
}

static LoketDeed *
undo (LoketDesk  *desk,
      const char *act)
{
  g_autoptr (GError) error = NULL;
  LoketDeed *deed = loket_desk_undo (desk, act, &error);

  g_assert_no_error (error);

  return deed;
}

static void
assert_refused (LoketDesk  *desk,
                const char *act,
                int         code,
                const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (loket_desk_undo (desk, act, &error));
  g_assert_error (error, LOKET_ERROR, code);
  store_assert_says (error, words);
}

static gboolean
remove_record (LoketAct  *act,
               gpointer   input,
               GError   **error)
{
  return loket_act_remove (act, input, error);
}

static LoketDeed *
remove_by_id (LoketDesk       *desk,
              const LoketKind *kind,
              const char      *id)
{
  g_autoptr (LoketRecord) record = desk_load (desk, kind, id);
  g_autoptr (GError) error = NULL;
  LoketDeed *deed = loket_desk_act (desk, "test.remove", remove_record, record, &error);

  g_assert_no_error (error);

  return deed;
}

static void
assert_same_but_version (LoketRecord *a,
                         LoketRecord *b)
{
  const LoketKind *kind = loket_record_get_kind (a);

  g_assert_cmpstr (loket_record_get_id (a), ==, loket_record_get_id (b));
  for (guint i = 0; i < kind->n_fields; i++)
    g_assert_cmpstr (loket_record_get_value (a, i), ==, loket_record_get_value (b, i));
}

/* Creation, undone, done again, undone again: each leaves the store as it should be. */
/* What an agency may hold is not taken back. */
static LoketDraft *
create_undoable (LoketDesk       *desk,
                 const LoketKind *kind)
{
  LoketDraft *draft = desk_create_example (desk, kind);

  if (kind == &loket_invitee_kind)
    loket_draft_set_value (draft, LOKET_INVITEE_HANDED_ON, NULL);

  return draft;
}

static void
test_creation_is_undone_and_done_again (gconstpointer data)
{
  const LoketKind *kind = data;
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDraft) draft = create_undoable (desk, kind);
  g_autoptr (LoketDeed) created = desk_save (desk, draft);
  g_autoptr (LoketRecord) before = desk_load (desk, kind, created->subject_id);
  g_autoptr (LoketRecord) after = NULL;
  g_autoptr (LoketDeed) undone = undo (desk, created->id);
  g_autoptr (LoketDeed) redone = NULL;
  g_autoptr (LoketDeed) undone_again = NULL;

  g_assert_cmpuint (undone->n_removed, ==, 1);
  g_assert_null (desk_load (desk, kind, created->subject_id));

  redone = undo (desk, undone->id);
  g_assert_cmpuint (redone->n_created, ==, 1);
  after = desk_load (desk, kind, created->subject_id);
  assert_same_but_version (before, after);

  undone_again = undo (desk, redone->id);
  g_assert_cmpuint (undone_again->n_removed, ==, 1);
  g_assert_null (desk_load (desk, kind, created->subject_id));
}

static void
test_removal_is_undone (gconstpointer data)
{
  const LoketKind *kind = data;
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDraft) draft = desk_create_example (desk, kind);
  g_autoptr (LoketDeed) created = desk_save (desk, draft);
  g_autoptr (LoketRecord) before = desk_load (desk, kind, created->subject_id);
  g_autoptr (LoketDeed) removed = remove_by_id (desk, kind, created->subject_id);
  g_autoptr (LoketDeed) undone = undo (desk, removed->id);
  g_autoptr (LoketRecord) after = desk_load (desk, kind, created->subject_id);

  g_assert_cmpuint (undone->n_created, ==, 1);
  assert_same_but_version (before, after);
}

static void
test_change_is_undone_and_done_again (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autofree char *id = desk_save_client (desk, "Jansen");
  g_autoptr (LoketDeed) changed = NULL;
  g_autoptr (LoketDeed) undone = NULL;
  g_autoptr (LoketDeed) redone = NULL;

  changed = desk_change (desk, &loket_client_kind, id, LOKET_CLIENT_FAMILY_NAME, "Öztürk");
  undone = undo (desk, changed->id);
  g_assert_cmpuint (undone->n_changed, ==, 1);
  assert_text (desk, "SELECT family_name || ' ' || sort_name || ' ' || version FROM client",
               "Jansen jansen 3");
  assert_text (desk, "SELECT group_concat (word) FROM client_name WHERE place = 0", "jansen");

  redone = undo (desk, undone->id);
  assert_text (desk, "SELECT family_name || ' ' || sort_name || ' ' || version FROM client",
               "Öztürk ozturk 4");
}

static void
test_undoing_is_logged (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autofree char *id = desk_save_client (desk, "Jansen");
  g_autoptr (LoketDeed) changed = NULL;
  g_autoptr (LoketDeed) undone = NULL;
  g_autofree char *log = NULL;
  g_autofree char *expected = NULL;

  changed = desk_change (desk, &loket_client_kind, id, LOKET_CLIENT_CITY, "Tilburg");
  undone = undo (desk, changed->id);
  log = desk_read_log (desk, undone->id);
  expected = g_strdup_printf ("act act:  -> undo %s\nclient city: Tilburg -> ", changed->id);
  g_assert_cmpstr (log, ==, expected);
}

static void
test_other_fields_may_have_changed_since (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autofree char *id = desk_save_client (desk, "Jansen");
  g_autoptr (LoketDeed) city = NULL;
  g_autoptr (LoketDeed) email = NULL;
  g_autoptr (LoketDeed) undone = NULL;

  city = desk_change (desk, &loket_client_kind, id, LOKET_CLIENT_CITY, "Tilburg");
  email = desk_change (desk, &loket_client_kind, id, LOKET_CLIENT_EMAIL, "jan@jansen.nl");
  undone = undo (desk, city->id);
  assert_text (desk, "SELECT coalesce (city, 'none') || ' ' || email FROM client",
               "none jan@jansen.nl");
}

static void
test_field_that_was_changed_since_is_refused (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autofree char *id = desk_save_client (desk, "Jansen");
  g_autoptr (LoketDeed) first = NULL;
  g_autoptr (LoketDeed) second = NULL;

  first = desk_change (desk, &loket_client_kind, id, LOKET_CLIENT_CITY, "Tilburg");
  second = desk_change (desk, &loket_client_kind, id, LOKET_CLIENT_CITY, "Breda");
  assert_refused (desk, first->id, LOKET_ERROR_CONFLICT,
                  "Client, Town: this was changed again afterwards");
  assert_text (desk, "SELECT city FROM client", "Breda");
}

static void
test_record_that_was_changed_since_is_not_removed (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_client_kind);
  g_autoptr (LoketDeed) created = NULL;
  g_autoptr (LoketDeed) changed = NULL;

  loket_draft_set_value (draft, LOKET_CLIENT_FAMILY_NAME, "Jansen");
  created = desk_save (desk, draft);
  changed = desk_change (desk, &loket_client_kind, created->subject_id, LOKET_CLIENT_CITY, "Tilburg");
  assert_refused (desk, created->id, LOKET_ERROR_CONFLICT, "Client, Town");
  assert_text (desk, "SELECT city FROM client", "Tilburg");
}

/* Undone, done again, worked on: undoing that again must not throw the work away. */
static void
test_restored_record_that_was_changed_since_is_not_removed (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_client_kind);
  g_autoptr (LoketDeed) created = NULL;
  g_autoptr (LoketDeed) undone = NULL;
  g_autoptr (LoketDeed) redone = NULL;
  g_autoptr (LoketDeed) changed = NULL;

  loket_draft_set_value (draft, LOKET_CLIENT_FAMILY_NAME, "Jansen");
  created = desk_save (desk, draft);
  undone = undo (desk, created->id);
  redone = undo (desk, undone->id);
  changed = desk_change (desk, &loket_client_kind, created->subject_id, LOKET_CLIENT_CITY, "Tilburg");
  assert_refused (desk, redone->id, LOKET_ERROR_CONFLICT, "Client, Town");
  assert_text (desk, "SELECT city FROM client", "Tilburg");
}

static void
test_what_others_refer_to_since_is_not_removed (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDraft) client = loket_draft_new (&loket_client_kind);
  g_autoptr (LoketDraft) trajectory = loket_draft_new (&loket_trajectory_kind);
  g_autoptr (LoketDeed) created = NULL;
  g_autoptr (LoketDeed) opened = NULL;

  loket_draft_set_value (client, LOKET_CLIENT_FAMILY_NAME, "Jansen");
  created = desk_save (desk, client);
  loket_draft_set_value (trajectory, LOKET_TRAJECTORY_CLIENT_NO, created->subject_id);
  loket_draft_set_value (trajectory, LOKET_TRAJECTORY_OPENED_ON, STORE_TODAY);
  opened = desk_save (desk, trajectory);

  assert_refused (desk, created->id, LOKET_ERROR_CONSTRAINT, "other records refer to it");
  assert_text (desk, "SELECT count(*) FROM client_name", "2");
}

static void
test_nothing_is_undone_twice (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_client_kind);
  g_autoptr (LoketDeed) created = NULL;
  g_autoptr (LoketDeed) undone = NULL;

  loket_draft_set_value (draft, LOKET_CLIENT_FAMILY_NAME, "Jansen");
  created = desk_save (desk, draft);
  undone = undo (desk, created->id);
  assert_refused (desk, created->id, LOKET_ERROR_CONFLICT, "nothing of this act is left");
  assert_text (desk, "SELECT count(*) FROM change_log WHERE kind = 'act'", "2");
}

static void
test_unknown_act_is_refused (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");

  assert_refused (desk, "nothing", LOKET_ERROR_NOT_FOUND, "nothing: there is no such act");
}

static gboolean
change_twice (LoketAct  *act,
              gpointer   input,
              GError   **error)
{
  static const char *const cities[] = { "Tilburg", "Breda" };
  LoketRecordTable *table = loket_record_table_get (loket_act_get_database (act),
                                                    &loket_client_kind);

  for (guint i = 0; i < G_N_ELEMENTS (cities); i++)
    {
      g_autoptr (LoketRecord) record = loket_record_table_load (table, input, error);
      g_autoptr (LoketDraft) draft = loket_draft_new_from_record (record);

      loket_draft_set_value (draft, LOKET_CLIENT_CITY, cities[i]);
      if (!loket_act_save (act, draft, error))
        return FALSE;
    }

  return TRUE;
}

static void
test_act_that_changed_a_field_twice_is_undone (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autofree char *id = desk_save_client (desk, "Jansen");
  g_autoptr (LoketDeed) first = NULL;
  g_autoptr (LoketDeed) twice = NULL;
  g_autoptr (LoketDeed) undone = NULL;
  g_autoptr (LoketDeed) redone = NULL;

  first = desk_change (desk, &loket_client_kind, id, LOKET_CLIENT_CITY, "Goirle");
  twice = loket_desk_act (desk, "twice", change_twice, id, NULL);
  assert_text (desk, "SELECT city FROM client", "Breda");
  undone = undo (desk, twice->id);
  assert_text (desk, "SELECT city FROM client", "Goirle");
  redone = undo (desk, undone->id);
  assert_text (desk, "SELECT city FROM client", "Breda");
}

/* As an import does that has a client in its file twice. */
static gboolean
create_and_change (LoketAct  *act,
                   gpointer   input,
                   GError   **error)
{
  LoketDraft *draft = input;

  return loket_act_save (act, draft, error)
         && change_twice (act, (gpointer) loket_draft_get_id (draft), error);
}

static void
test_act_that_created_and_changed_is_undone (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_client_kind);
  g_autoptr (LoketDeed) made = NULL;
  g_autoptr (LoketDeed) undone = NULL;
  g_autoptr (LoketDeed) redone = NULL;

  loket_draft_set_value (draft, LOKET_CLIENT_FAMILY_NAME, "Jansen");
  made = loket_desk_act (desk, "import", create_and_change, draft, NULL);
  assert_text (desk, "SELECT city || ' ' || version FROM client", "Breda 3");

  undone = undo (desk, made->id);
  assert_text (desk, "SELECT count(*) FROM client", "0");
  assert_text (desk, "SELECT count(*) FROM client_name", "0");
  redone = undo (desk, undone->id);
  assert_text (desk, "SELECT city FROM client", "Breda");
}

/* As an import does that brings a counsellor and gives trajectories to her. */
static gboolean
create_and_refer (LoketAct  *act,
                  gpointer   input,
                  GError   **error)
{
  LoketRecordTable *table = loket_record_table_get (loket_act_get_database (act),
                                                    &loket_trajectory_kind);
  g_autoptr (LoketDraft) counsellor = loket_draft_new (&loket_counsellor_kind);
  g_autoptr (LoketRecord) record = loket_record_table_load (table, input, error);
  g_autoptr (LoketDraft) trajectory = loket_draft_new_from_record (record);

  loket_draft_set_value (counsellor, LOKET_COUNSELLOR_COUNSELLOR, "NEW");
  if (!loket_act_save (act, counsellor, error))
    return FALSE;

  loket_draft_set_value (trajectory, LOKET_TRAJECTORY_COUNSELLOR, loket_draft_get_id (counsellor));

  return loket_act_save (act, trajectory, error);
}

static void
test_act_that_referred_to_what_it_made_is_undone (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDraft) draft = desk_create_example (desk, &loket_trajectory_kind);
  g_autoptr (LoketDeed) saved = desk_save (desk, draft);
  g_autoptr (LoketDeed) made = NULL;
  g_autoptr (LoketDeed) undone = NULL;
  g_autoptr (LoketDeed) redone = NULL;

  made = loket_desk_act (desk, "import", create_and_refer, saved->subject_id, NULL);
  assert_text (desk, "SELECT code FROM counsellor JOIN trajectory ON counsellor.id = counsellor_id",
               "NEW");
  undone = undo (desk, made->id);
  assert_text (desk, "SELECT count(*) FROM counsellor WHERE code = 'NEW'", "0");
  redone = undo (desk, undone->id);
  assert_text (desk, "SELECT code FROM counsellor JOIN trajectory ON counsellor.id = counsellor_id",
               "NEW");
}

/* A client whose number somebody else has been given meanwhile cannot come back under it. */
static void
test_number_that_was_given_away_is_refused (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autofree char *id = desk_save_client (desk, "Jansen");
  g_autoptr (LoketDeed) removed = remove_by_id (desk, &loket_client_kind, id);
  g_autofree char *other = desk_save_client (desk, "Pietersen");

  assert_text (desk, "SELECT client_no FROM client", "K0000001");
  assert_refused (desk, removed->id, LOKET_ERROR_CONSTRAINT,
                  "Client K0000001: the number is taken");
}

static void
test_comes_back_through_the_main_loop (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autofree char *id = desk_save_client (desk, "Jansen");
  g_autoptr (LoketDeed) changed = NULL;
  g_autoptr (LoketDeed) undone = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  changed = desk_change (desk, &loket_client_kind, id, LOKET_CLIENT_CITY, "Tilburg");
  loket_desk_undo_async (desk, changed->id, NULL, desk_result_cb, &result);
  undone = loket_desk_act_finish (desk, desk_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undone->n_changed, ==, 1);
}

static void
add_for_each_kind (const char    *rule,
                   GTestDataFunc  func)
{
  const LoketKind *const *kinds = loket_kind_get_all ();

  for (guint k = 0; kinds[k] != NULL; k++)
    {
      g_autofree char *path = g_strdup_printf ("/undo-act/%s/%s", rule, kinds[k]->name);

      g_test_add_data_func (path, kinds[k], func);
    }
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/undo-act/change-is-undone-and-done-again",
                   test_change_is_undone_and_done_again);
  g_test_add_func ("/undo-act/undoing-is-logged", test_undoing_is_logged);
  g_test_add_func ("/undo-act/other-fields-may-have-changed-since",
                   test_other_fields_may_have_changed_since);
  g_test_add_func ("/undo-act/field-that-was-changed-since-is-refused",
                   test_field_that_was_changed_since_is_refused);
  g_test_add_func ("/undo-act/record-that-was-changed-since-is-not-removed",
                   test_record_that_was_changed_since_is_not_removed);
  g_test_add_func ("/undo-act/restored-record-that-was-changed-since-is-not-removed",
                   test_restored_record_that_was_changed_since_is_not_removed);
  g_test_add_func ("/undo-act/what-others-refer-to-since-is-not-removed",
                   test_what_others_refer_to_since_is_not_removed);
  g_test_add_func ("/undo-act/nothing-is-undone-twice", test_nothing_is_undone_twice);
  g_test_add_func ("/undo-act/unknown-act-is-refused", test_unknown_act_is_refused);
  g_test_add_func ("/undo-act/act-that-changed-a-field-twice-is-undone",
                   test_act_that_changed_a_field_twice_is_undone);
  g_test_add_func ("/undo-act/act-that-created-and-changed-is-undone",
                   test_act_that_created_and_changed_is_undone);
  g_test_add_func ("/undo-act/act-that-referred-to-what-it-made-is-undone",
                   test_act_that_referred_to_what_it_made_is_undone);
  g_test_add_func ("/undo-act/number-that-was-given-away-is-refused",
                   test_number_that_was_given_away_is_refused);
  g_test_add_func ("/undo-act/comes-back-through-the-main-loop",
                   test_comes_back_through_the_main_loop);
  add_for_each_kind ("creation-is-undone-and-done-again", test_creation_is_undone_and_done_again);
  add_for_each_kind ("removal-is-undone", test_removal_is_undone);

  return g_test_run ();
}
