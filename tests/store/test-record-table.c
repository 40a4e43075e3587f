/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the table of each kind of record. */

#include "loket-client.h"
#include "loket-error.h"
#include "loket-office.h"
#include "loket-record-table.h"
#include "loket-response.h"
#include "loket-trajectory.h"
#include "store-fixture.h"

static LoketRecordTable *
get_table (LoketDatabase   *database,
           const LoketKind *kind)
{
  return loket_record_table_get (database, kind);
}

static void
assert_says_the_same (const LoketDraft *draft,
                      LoketRecord      *record)
{
  const LoketKind *kind = loket_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    g_assert_cmpstr (loket_record_get_value (record, i), ==, loket_draft_get_value (draft, i));
}

static void
test_what_goes_in_comes_out (gconstpointer data)
{
  const LoketKind *kind = data;
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autoptr (LoketDraft) draft = store_create_example (database, kind);
  g_autofree char *id = store_insert (database, draft);
  g_autoptr (LoketRecord) record = store_load (database, kind, id);

  g_assert_true (loket_record_get_kind (record) == kind);
  g_assert_cmpstr (loket_record_get_id (record), ==, id);
  g_assert_cmpint (loket_record_get_version (record), ==, 1);
  assert_says_the_same (draft, record);
}

/* Empty is empty, not "" and not 0. */
static void
test_empty_stays_empty (gconstpointer data)
{
  const LoketKind *kind = data;
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autoptr (LoketDraft) draft = store_create_example (database, kind);
  g_autoptr (LoketRecord) record = NULL;
  g_autofree char *id = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (!(kind->fields[i].flags & (LOKET_FIELD_REQUIRED | LOKET_FIELD_NUMBER)))
        loket_draft_set_value (draft, i, NULL);
    }
  loket_draft_complete (draft);
  id = store_insert (database, draft);
  record = store_load (database, kind, id);
  assert_says_the_same (draft, record);
}

static void
test_is_found_by_its_number (gconstpointer data)
{
  const LoketKind *kind = data;
  int number = loket_kind_get_number_field (kind);
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autoptr (LoketDraft) draft = store_create_example (database, kind);
  g_autofree char *id = store_insert (database, draft);
  g_autoptr (LoketRecord) record = NULL;
  g_autoptr (LoketRecord) nobody = NULL;
  g_autoptr (GError) error = NULL;

  if (number < 0)
    {
      g_test_skip ("has no number");
      return;
    }

  g_assert_true (loket_record_table_find (get_table (database, kind),
                                          loket_draft_get_value (draft, (guint) number), &record,
                                          &error));
  g_assert_cmpstr (loket_record_get_id (record), ==, id);
  g_assert_true (loket_record_table_find (get_table (database, kind), "nobody", &nobody, &error));
  g_assert_no_error (error);
  g_assert_null (nobody);
}

/* Gives the field another value of its type; FALSE when it cannot. */
static gboolean
change_field (LoketDraft *draft,
              guint       field)
{
  const LoketField *description = &loket_draft_get_kind (draft)->fields[field];

  switch (description->type)
    {
    case LOKET_FIELD_LINE:
      loket_draft_set_value (draft, field,
                             g_str_equal (description->name, "month") ? "2026-10" : "Ærø 9");
      return TRUE;
    case LOKET_FIELD_TEXT:
      loket_draft_set_value (draft, field, "Heel anders");
      return TRUE;
    case LOKET_FIELD_DATE:
      loket_draft_set_value (draft, field, "2026-11-03");
      return TRUE;
    case LOKET_FIELD_MOMENT:
      loket_draft_set_value (draft, field, "2026-11-02T11:30");
      return TRUE;
    case LOKET_FIELD_INTEGER:
      loket_draft_set_value (draft, field, "999999");
      return TRUE;
    case LOKET_FIELD_FLAG:
      loket_draft_set_flag (draft, field, FALSE);
      return TRUE;
    case LOKET_FIELD_CODES:
      loket_draft_set_value (draft, field, "retraining;which_work");
      return TRUE;
    case LOKET_FIELD_OPEN:
      loket_draft_set_value (draft, field, "tips\tNiets\n");
      return TRUE;
    case LOKET_FIELD_CODE:
    case LOKET_FIELD_REFERENCE:
    default:
      return FALSE;
    }
}

static void
test_each_field_can_be_changed (gconstpointer data)
{
  const LoketKind *kind = data;
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autofree char *id = store_insert_example (database, kind);
  g_autoptr (GError) error = NULL;
  gint64 version = 1;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autoptr (LoketRecord) record = store_load (database, kind, id);
      g_autoptr (LoketDraft) draft = loket_draft_new_from_record (record);
      g_autoptr (LoketRecord) changed = NULL;

      if (kind->fields[i].flags & LOKET_FIELD_DERIVED || !change_field (draft, i))
        continue;
      loket_draft_complete (draft);
      g_assert_true (loket_record_table_update (get_table (database, kind), draft, &error));
      g_assert_no_error (error);

      changed = store_load (database, kind, id);
      g_assert_cmpint (loket_record_get_version (changed), ==, ++version);
      assert_says_the_same (draft, changed);
    }
}

static void
test_each_field_can_be_emptied (gconstpointer data)
{
  const LoketKind *kind = data;
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autofree char *id = store_insert_example (database, kind);
  g_autoptr (LoketRecord) record = store_load (database, kind, id);
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (record);
  g_autoptr (LoketRecord) emptied = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (!(kind->fields[i].flags & (LOKET_FIELD_REQUIRED | LOKET_FIELD_NUMBER)))
        loket_draft_set_value (draft, i, NULL);
    }
  loket_draft_complete (draft);
  g_assert_true (loket_record_table_update (get_table (database, kind), draft, &error));
  g_assert_no_error (error);
  emptied = store_load (database, kind, id);
  assert_says_the_same (draft, emptied);
}

static void
test_what_is_removed_is_gone (gconstpointer data)
{
  const LoketKind *kind = data;
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autofree char *id = store_insert_example (database, kind);
  g_autoptr (LoketRecord) record = store_load (database, kind, id);
  g_autoptr (GError) error = NULL;

  g_assert_true (loket_record_table_remove (get_table (database, kind), record, &error));
  g_assert_no_error (error);
  g_assert_null (loket_record_table_load (get_table (database, kind), id, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND);

  /* Nor is anything left that was kept apart. */
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *sql = NULL;
      g_autofree char *count = NULL;

      if (!loket_field_is_stored_apart (&kind->fields[i]))
        continue;
      sql = g_strdup_printf ("SELECT count(*) FROM %s", kind->fields[i].table);
      count = store_read_text (database, sql);
      g_assert_cmpstr (count, ==, "0");
    }
}

static void
test_number_that_is_taken_is_refused (gconstpointer data)
{
  const LoketKind *kind = data;
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autoptr (LoketDraft) draft = store_create_example (database, kind);
  g_autofree char *id = store_insert (database, draft);
  g_autoptr (GError) error = NULL;
  int number = loket_kind_get_number_field (kind);

  if (number < 0)
    {
      g_test_skip ("has no number");
      return;
    }

  g_assert_false (loket_record_table_insert (get_table (database, kind), draft, "another", "act",
                                             &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT);
  store_assert_says (error, kind->name);
  store_assert_says (error, loket_draft_get_value (draft, (guint) number));
  store_assert_says (error, "the number is taken");
}

static void
test_reference_to_nothing_is_refused (gconstpointer data)
{
  const LoketKind *kind = data;
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  guint n_tried = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autoptr (LoketDraft) draft = NULL;
      g_autoptr (GError) error = NULL;

      if (kind->fields[i].type != LOKET_FIELD_REFERENCE)
        continue;
      draft = store_create_example (database, kind);
      loket_draft_set_value (draft, i, "00000000-0000-7000-8000-ffffffffffff");
      g_assert_false (loket_record_table_insert (get_table (database, kind), draft, "new", "act",
                                                 &error));
      g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT);
      n_tried++;
    }

  if (n_tried == 0)
    g_test_skip ("refers to nothing");
}

static LoketRecord *
insert_client (LoketDatabase *database)
{
  g_autofree char *id = store_insert_example (database, &loket_client_kind);

  return store_load (database, &loket_client_kind, id);
}

static void
update_client (LoketDatabase *database,
               LoketRecord   *record,
               guint          field,
               const char    *value)
{
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (record);
  g_autoptr (GError) error = NULL;

  loket_draft_set_value (draft, field, value);
  loket_draft_complete (draft);
  loket_record_table_update (get_table (database, &loket_client_kind), draft, &error);
  g_assert_no_error (error);
}

/* The loser of the race changed the telephone number, the winner the city. */
static void
test_lost_race_names_what_the_other_changed (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autoptr (LoketRecord) record = insert_client (database);
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (record);
  g_autoptr (GError) error = NULL;

  update_client (database, record, LOKET_CLIENT_CITY, "Breda");
  loket_draft_set_value (draft, LOKET_CLIENT_EMAIL, "piet@jansen.nl");
  g_assert_false (loket_record_table_update (get_table (database, &loket_client_kind), draft,
                                             &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONFLICT);
  g_assert_cmpstr (error->message, ==, "Town: somebody else changed this meanwhile to “Breda”");
}

static void
test_lost_race_of_the_same_change (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autoptr (LoketRecord) record = insert_client (database);
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (record);
  g_autoptr (GError) error = NULL;

  update_client (database, record, LOKET_CLIENT_CITY, "Breda");
  loket_draft_set_value (draft, LOKET_CLIENT_CITY, "Breda");
  g_assert_false (loket_record_table_update (get_table (database, &loket_client_kind), draft,
                                             &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONFLICT);
  store_assert_says (error, "somebody else saved the same");
}

static void
test_changing_what_is_gone_is_refused (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  LoketRecordTable *table = get_table (database, &loket_client_kind);
  g_autoptr (LoketRecord) record = insert_client (database);
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (record);
  g_autoptr (GError) error = NULL;

  g_assert_true (loket_record_table_remove (table, record, NULL));
  g_assert_false (loket_record_table_update (table, draft, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND);
}

static void
test_removing_an_old_version_is_refused (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autoptr (LoketRecord) record = insert_client (database);
  g_autoptr (GError) error = NULL;

  update_client (database, record, LOKET_CLIENT_CITY, "Breda");
  g_assert_false (loket_record_table_remove (get_table (database, &loket_client_kind), record,
                                             &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONFLICT);
  store_assert_says (error, "Town");
}

static void
test_removing_what_others_need_is_refused (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autofree char *id = store_insert_example (database, &loket_trajectory_kind);
  g_autoptr (LoketRecord) trajectory = store_load (database, &loket_trajectory_kind, id);
  g_autoptr (LoketRecord) client = NULL;
  g_autoptr (GError) error = NULL;

  client = store_load (database, &loket_client_kind,
                       loket_record_get_value (trajectory, LOKET_TRAJECTORY_CLIENT_NO));
  g_assert_false (loket_record_table_remove (get_table (database, &loket_client_kind), client,
                                             &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT);
  store_assert_says (error, "Client: other records refer to it");
  g_assert_false (loket_record_table_remove (get_table (database, &loket_client_kind), client,
                                             NULL));
}

static void
test_codes_keep_their_order (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autoptr (LoketDraft) draft = store_create_example (database, &loket_trajectory_kind);
  g_autoptr (LoketRecord) record = NULL;
  g_autofree char *id = NULL;
  g_autofree char *stored = NULL;

  loket_draft_set_value (draft, LOKET_TRAJECTORY_QUESTIONS_BROUGHT, "which_work;other;retraining");
  id = store_insert (database, draft);
  record = store_load (database, &loket_trajectory_kind, id);
  g_assert_cmpstr (loket_record_get_value (record, LOKET_TRAJECTORY_QUESTIONS_BROUGHT), ==,
                   "which_work;other;retraining");

  stored = store_read_text (database, "SELECT group_concat (code) FROM (SELECT code FROM "
                                      "trajectory_question ORDER BY position)");
  g_assert_cmpstr (stored, ==, "which_work,other,retraining");
}

/* Fewer codes than before leave none of the old ones. */
static void
test_codes_are_replaced (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autofree char *id = store_insert_example (database, &loket_trajectory_kind);
  g_autoptr (LoketRecord) record = store_load (database, &loket_trajectory_kind, id);
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (record);
  g_autofree char *count = NULL;

  loket_draft_set_value (draft, LOKET_TRAJECTORY_QUESTIONS_BROUGHT, "other");
  g_assert_true (loket_record_table_update (get_table (database, &loket_trajectory_kind), draft,
                                            NULL));
  count = store_read_text (database, "SELECT count(*) FROM trajectory_question");
  g_assert_cmpstr (count, ==, "1");
}

static void
test_open_answers_can_be_asked_for (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autofree char *id = store_insert_example (database, &loket_response_kind);
  g_autofree char *text = NULL;

  text = store_read_text (database, "SELECT text FROM open_answer WHERE item = 'tips'");
  g_assert_cmpstr (text, ==, "Bel terug \\o/");
}

static void
test_loads_what_has_a_value (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  LoketRecordTable *table = get_table (database, &loket_trajectory_kind);
  g_autofree char *first = store_insert_example (database, &loket_trajectory_kind);
  g_autofree char *second = store_insert_example (database, &loket_trajectory_kind);
  g_autoptr (LoketRecord) record = store_load (database, &loket_trajectory_kind, second);
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) both = NULL;
  g_autoptr (GPtrArray) none = NULL;

  one = loket_record_table_load_where (table, LOKET_TRAJECTORY_CLIENT_NO,
                                       loket_record_get_value (record, LOKET_TRAJECTORY_CLIENT_NO),
                                       NULL);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (loket_record_get_id (g_ptr_array_index (one, 0)), ==, second);

  both = loket_record_table_load_where (table, LOKET_TRAJECTORY_OPENED_ON, "2026-11-02", NULL);
  g_assert_cmpuint (both->len, ==, 2);
  g_assert_cmpstr (loket_record_get_id (g_ptr_array_index (both, 0)), ==, first);

  none = loket_record_table_load_where (table, LOKET_TRAJECTORY_OPENED_ON, "2020-01-01", NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
insert_office (LoketDatabase *database,
               const char    *name,
               const char    *id,
               const char    *act)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_office_kind);
  g_autoptr (GError) error = NULL;

  loket_draft_set_value (draft, LOKET_OFFICE_NAME, name);
  loket_record_table_insert (get_table (database, &loket_office_kind), draft, id, act, &error);
  g_assert_no_error (error);
}

static void
test_knows_what_an_act_made (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  LoketRecordTable *table = get_table (database, &loket_office_kind);
  g_autoptr (GPtrArray) made = NULL;

  insert_office (database, "before", "id-1", "id-0");
  insert_office (database, "first", "id-3", "id-2");
  insert_office (database, "second", "id-4", "id-2");
  insert_office (database, "after", "id-6", "id-5");

  made = loket_record_table_load_made_by (table, "id-2", NULL);
  g_assert_cmpuint (made->len, ==, 2);
  g_assert_cmpstr (loket_record_get_text (g_ptr_array_index (made, 0), LOKET_OFFICE_NAME), ==,
                   "first");
  g_assert_cmpstr (loket_record_get_text (g_ptr_array_index (made, 1), LOKET_OFFICE_NAME), ==,
                   "second");
}

static gboolean
join_names (LoketRecord  *record,
            gpointer      user_data,
            GError      **error)
{
  g_string_append_printf (user_data, "%s ", loket_record_get_text (record, LOKET_OFFICE_NAME));

  return TRUE;
}

static gboolean
stop_at_second (LoketRecord  *record,
                gpointer      user_data,
                GError      **error)
{
  if (join_names (record, user_data, error) && ((GString *) user_data)->len < 4)
    return TRUE;

  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_INVALID, "enough");
  return FALSE;
}

static void
test_gives_each_in_the_order_of_numbers (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  LoketRecordTable *table = get_table (database, &loket_office_kind);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) some = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (loket_record_table_count (table, NULL), ==, 0);
  insert_office (database, "bb", "id-1", "act");
  insert_office (database, "aa", "id-2", "act");
  insert_office (database, "cc", "id-3", "act");

  g_assert_true (loket_record_table_for_each (table, join_names, names, &error));
  g_assert_cmpstr (names->str, ==, "aa bb cc ");
  g_assert_false (loket_record_table_for_each (table, stop_at_second, some, &error));
  g_assert_cmpstr (error->message, ==, "enough");
  g_assert_cmpstr (some->str, ==, "aa bb ");
  g_assert_cmpint (loket_record_table_count (table, NULL), ==, 3);
}

/* The same table, prepared statements and all, serves one connection for ever. */
static void
test_table_belongs_to_its_connection (void)
{
  g_autoptr (LoketDatabase) a = store_create_database ("a.db");
  g_autoptr (LoketDatabase) b = store_create_database ("b.db");

  g_assert_true (get_table (a, &loket_client_kind) == get_table (a, &loket_client_kind));
  g_assert_true (get_table (a, &loket_client_kind) != get_table (b, &loket_client_kind));
  g_assert_true (get_table (a, &loket_client_kind) != get_table (a, &loket_office_kind));
}

static void
add_for_each_kind (const char    *rule,
                   GTestDataFunc  func)
{
  const LoketKind *const *kinds = loket_kind_get_all ();

  for (guint k = 0; kinds[k] != NULL; k++)
    {
      g_autofree char *path = g_strdup_printf ("/record-table/%s/%s", rule, kinds[k]->name);

      g_test_add_data_func (path, kinds[k], func);
    }
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/record-table/lost-race-names-what-the-other-changed",
                   test_lost_race_names_what_the_other_changed);
  g_test_add_func ("/record-table/lost-race-of-the-same-change", test_lost_race_of_the_same_change);
  g_test_add_func ("/record-table/changing-what-is-gone-is-refused",
                   test_changing_what_is_gone_is_refused);
  g_test_add_func ("/record-table/removing-an-old-version-is-refused",
                   test_removing_an_old_version_is_refused);
  g_test_add_func ("/record-table/removing-what-others-need-is-refused",
                   test_removing_what_others_need_is_refused);
  g_test_add_func ("/record-table/codes-keep-their-order", test_codes_keep_their_order);
  g_test_add_func ("/record-table/codes-are-replaced", test_codes_are_replaced);
  g_test_add_func ("/record-table/open-answers-can-be-asked-for",
                   test_open_answers_can_be_asked_for);
  g_test_add_func ("/record-table/loads-what-has-a-value", test_loads_what_has_a_value);
  g_test_add_func ("/record-table/knows-what-an-act-made", test_knows_what_an_act_made);
  g_test_add_func ("/record-table/gives-each-in-the-order-of-numbers",
                   test_gives_each_in_the_order_of_numbers);
  g_test_add_func ("/record-table/table-belongs-to-its-connection",
                   test_table_belongs_to_its_connection);
  add_for_each_kind ("what-goes-in-comes-out", test_what_goes_in_comes_out);
  add_for_each_kind ("empty-stays-empty", test_empty_stays_empty);
  add_for_each_kind ("is-found-by-its-number", test_is_found_by_its_number);
  add_for_each_kind ("each-field-can-be-changed", test_each_field_can_be_changed);
  add_for_each_kind ("each-field-can-be-emptied", test_each_field_can_be_emptied);
  add_for_each_kind ("what-is-removed-is-gone", test_what_is_removed_is_gone);
  add_for_each_kind ("number-that-is-taken-is-refused", test_number_that_is_taken_is_refused);
  add_for_each_kind ("reference-to-nothing-is-refused", test_reference_to_nothing_is_refused);

  return g_test_run ();
}
