/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of importing files of every kind into a real store. */

#include "exchange-fixture.h"
#include "loket-change-table.h"
#include "loket-error.h"
#include "loket-undo-act.h"

#include <string.h>

static void
assert_imports (ExchangeFixture *fixture,
                const char      *kind,
                const char      *text,
                const char      *expected)
{
  g_autofree char *counts = exchange_fixture_import (fixture, kind, text);

  g_assert_cmpstr (counts, ==, expected);
}

static void
test_same_file_twice_changes_nothing (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();

  exchange_fixture_fill (fixture);

  for (guint i = 0; exchange_kinds[i] != NULL; i++)
    {
      g_autofree char *before = exchange_fixture_export (fixture, exchange_kinds[i],
                                                         LOKET_TABLE_CSV);
      g_autofree char *counts = exchange_fixture_import (fixture, exchange_kinds[i],
                                                         exchange_samples[i]);
      g_autofree char *after = exchange_fixture_export (fixture, exchange_kinds[i],
                                                        LOKET_TABLE_CSV);

      g_assert_true (g_str_has_prefix (counts, "0 new, 0 changed, "));
      g_assert_true (g_str_has_suffix (counts, ", 0 refused"));
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_updates_what_differs (void)
{
  static const char *const changed[] = {
    "counsellor,name\nA02,Bert de Oude\n",
    "client_no,family_name,city\nK1,Velden,Breda\n",
    "trajectory_no,client_no,opened_on,questions_brought\nT1,K1,2026-01-05,retraining;which_work\n",
    "session_no,trajectory_no,starts_at,minutes\nG1,T1,2026-01-12T10:00,75\n",
    "assessment_no,trajectory_no,kind,requested_on\nE2,T1,language,2026-02-03\n",
    "promise_no,trajectory_no,by,kind,due_on,done_on\nB1,T1,counsellor,callback,2026-01-20,"
    "2026-01-19\n",
    "contact_no,trajectory_no,kind,due_on,done_on,outcome\nC1,T1,aftercare,2026-07-13,2026-07-16,"
    "reached\n",
    "month,sent\n2023-01,11047\n",
  };
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();

  exchange_fixture_fill (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (changed); i++)
    {
      assert_imports (fixture, exchange_kinds[i], changed[i],
                      "0 new, 1 changed, 0 unchanged, 0 refused");
      assert_imports (fixture, exchange_kinds[i], changed[i],
                      "0 new, 0 changed, 1 unchanged, 0 refused");
    }
}

static void
test_updates_a_response (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autofree char *csv = NULL;
  g_autofree char *changed = NULL;
  g_auto (GStrv) parts = NULL;

  exchange_fixture_fill (fixture);
  csv = exchange_fixture_export (fixture, "responses", LOKET_TABLE_CSV);
  parts = g_strsplit (csv, "beter uitleggen", -1);
  changed = g_strjoinv ("helder uitleggen", parts);

  assert_imports (fixture, "responses", changed, "0 new, 1 changed, 2 unchanged, 0 refused");
  assert_imports (fixture, "responses", csv, "0 new, 1 changed, 2 unchanged, 0 refused");
}

static void
test_keeps_what_has_no_column (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autofree char *csv = NULL;

  exchange_fixture_fill (fixture);
  assert_imports (fixture, "clients", "client_no,family_name,phone\nK1,Velden,\n",
                  "0 new, 1 changed, 0 unchanged, 0 refused");

  csv = exchange_fixture_export (fixture, "clients", LOKET_TABLE_CSV);
  g_assert_nonnull (strstr (csv, "\nK1,Velden,Kees,van der,1980-02-01,male,kees@velden.nl,,5014 AB,"
                                 "Tilburg,mbo4,work,uwv,nl,2026-01-05,no,no\n"));
}

static void
test_double_row_comes_once (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();

  assert_imports (fixture, "clients", "client_no,family_name\r\nK1,A\r\nK2,B\r\nK1,A\r\nK1,C\r\nK2,B",
                  "2 new, 0 changed, 2 unchanged, 1 refused");
  g_assert_cmpint (exchange_fixture_count (fixture, "clients"), ==, 2);
}

static void
test_good_rows_come_in (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();

  assert_imports (fixture, "clients",
                  "client_no,family_name,birth_date\nK1,A,2000-01-01\nK2,B,2000-13-01\nK3\nK4,D,\n"
                  "K5,\"E,\n",
                  "2 new, 0 changed, 0 unchanged, 3 refused");
  g_assert_cmpint (exchange_fixture_count (fixture, "clients"), ==, 2);
}

static void
test_makes_offices (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autofree char *csv = NULL;

  assert_imports (fixture, "counsellors",
                  "counsellor,office\nA1,Noord\nA2,Zuid\nA3, Noord \nA4,\n",
                  "4 new, 0 changed, 0 unchanged, 0 refused");
  assert_imports (fixture, "counsellors", "counsellor,office\nA1,Oost\nA2,Zuid\n",
                  "0 new, 1 changed, 1 unchanged, 0 refused");

  csv = exchange_fixture_export (fixture, "counsellors", LOKET_TABLE_CSV);
  g_assert_cmpstr (csv, ==,
                   "counsellor,name,office,role,active\nA1,,Oost,,yes\nA2,,Zuid,,yes\n"
                   "A3,,Noord,,yes\nA4,,,,yes\n");
}

/* The file gives the trajectory to somebody else: what is planned in it goes along. */
static void
test_reassigning_hands_contacts_over (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autoptr (LoketImportPlan) plan = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  g_autofree char *csv = NULL;

  assert_imports (fixture, "counsellors", "counsellor,name\nA1,Anna\nA2,Bram\nA3,Carla\n",
                  "3 new, 0 changed, 0 unchanged, 0 refused");
  assert_imports (fixture, "clients", "client_no,family_name\nK1,Velden\n",
                  "1 new, 0 changed, 0 unchanged, 0 refused");
  assert_imports (fixture, "trajectories",
                  "trajectory_no,client_no,opened_on,counsellor\nT1,K1,2026-11-02,A1\n",
                  "1 new, 0 changed, 0 unchanged, 0 refused");
  assert_imports (fixture, "contacts",
                  "contact_no,trajectory_no,kind,due_on,counsellor\n"
                  "C1,T1,stalled,2026-12-01,A1\nC2,T1,other,2026-12-01,A3\n",
                  "2 new, 0 changed, 0 unchanged, 0 refused");
  plan = exchange_fixture_plan (fixture, "trajectories",
                                "trajectory_no,client_no,opened_on,counsellor\n"
                                "T1,K1,2026-11-02,A2\n");
  g_assert_true (loket_desk_check_import (fixture->desk, plan, NULL));
  deed = loket_desk_import (fixture->desk, plan, NULL);
  g_assert_cmpuint (deed->n_changed, ==, 2);
  csv = exchange_fixture_export (fixture, "contacts", LOKET_TABLE_CSV);
  g_assert_nonnull (strstr (csv, "C1,T1,stalled,2026-12-01,,A2,"));
  g_assert_nonnull (strstr (csv, "C2,T1,other,2026-12-01,,A3,"));
}

static gpointer
load_changes (LoketDatabase  *database,
              gpointer        input,
              GError        **error)
{
  return loket_change_table_load_act (database, input, error);
}

static void
test_logs_each_field_that_changes (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autoptr (LoketImportPlan) plan = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  const LoketChange *change;

  exchange_fixture_fill (fixture);
  plan = exchange_fixture_plan (fixture, "clients",
                                "client_no,family_name,city,language\nK1,Velden,Breda,nl\n"
                                "K3,Nieuw,,\n");
  loket_desk_check_import (fixture->desk, plan, &error);
  g_assert_no_error (error);
  deed = loket_desk_import (fixture->desk, plan, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (deed->name, ==, "client.import");

  changes = loket_store_read (loket_desk_get_store (fixture->desk), load_changes, deed->id,
                              &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 2);
  change = g_ptr_array_index (changes, 1);
  g_assert_cmpstr (change->field, ==, "city");
  g_assert_cmpstr (change->old_value, ==, "Tilburg");
  g_assert_cmpstr (change->new_value, ==, "Breda");
}

static void
test_is_undone_as_one (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autoptr (LoketImportPlan) plan = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (LoketDeed) undone = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  exchange_fixture_fill (fixture);
  before = exchange_fixture_export (fixture, "clients", LOKET_TABLE_CSV);
  plan = exchange_fixture_plan (fixture, "clients",
                                "client_no,family_name,city\nK1,Velden,Breda\nK3,Nieuw,\n");
  loket_desk_check_import (fixture->desk, plan, &error);
  deed = loket_desk_import (fixture->desk, plan, &error);
  g_assert_no_error (error);
  g_assert_cmpint (exchange_fixture_count (fixture, "clients"), ==, 3);

  undone = loket_desk_undo (fixture->desk, deed->id, &error);
  g_assert_no_error (error);
  after = exchange_fixture_export (fixture, "clients", LOKET_TABLE_CSV);
  g_assert_cmpstr (before, ==, after);
}

/* A file of so many clients that they go through every batch of an import several times. */
static GString *
write_many_clients (void)
{
  GString *text = g_string_new ("client_no,family_name\n");

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "K%u,Velden\n", i);

  return text;
}

static void
cancel_while_writing (gboolean is_writing,
                      double   fraction,
                      gpointer user_data)
{
  if (is_writing)
    g_cancellable_cancel (user_data);
}

static void
test_cancelling_rolls_back (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autoptr (LoketImportPlan) plan = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = write_many_clients ();

  plan = exchange_fixture_plan (fixture, "clients", text->str);
  loket_import_plan_set_cancellable (plan, cancellable);
  loket_import_plan_set_progress (plan, cancel_while_writing, cancellable);
  loket_desk_check_import (fixture->desk, plan, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (loket_import_plan_count (plan, LOKET_IMPORT_NEW), ==, 10000);

  g_assert_null (loket_desk_import (fixture->desk, plan, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (exchange_fixture_count (fixture, "clients"), ==, 0);
}

static void
test_cancelled_check_writes_nothing (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autoptr (LoketImportPlan) plan = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  plan = exchange_fixture_plan (fixture, "clients", exchange_samples[1]);
  loket_import_plan_set_cancellable (plan, cancellable);
  g_cancellable_cancel (cancellable);

  g_assert_false (loket_desk_check_import (fixture->desk, plan, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Somebody gives out the same number between the check and the writing. */
static void
test_lost_race_writes_nothing (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autoptr (LoketImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  plan = exchange_fixture_plan (fixture, "clients", "client_no,family_name\nK8,Acht\nK9,Negen\n");
  loket_desk_check_import (fixture->desk, plan, &error);
  g_assert_no_error (error);

  assert_imports (fixture, "clients", "client_no,family_name\nK9,Ander\n",
                  "1 new, 0 changed, 0 unchanged, 0 refused");
  g_assert_null (loket_desk_import (fixture->desk, plan, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT);
  g_assert_cmpint (exchange_fixture_count (fixture, "clients"), ==, 1);
}

/* The same, when all but the last of many batches have been written. */
static void
test_race_lost_at_the_end_writes_nothing (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autoptr (LoketImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = write_many_clients ();

  plan = exchange_fixture_plan (fixture, "clients", text->str);
  loket_desk_check_import (fixture->desk, plan, &error);
  g_assert_no_error (error);

  assert_imports (fixture, "clients", "client_no,family_name\nK9999,Ander\n",
                  "1 new, 0 changed, 0 unchanged, 0 refused");
  g_assert_null (loket_desk_import (fixture->desk, plan, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "K9999"));
  g_assert_cmpint (exchange_fixture_count (fixture, "clients"), ==, 1);
}

static void
test_survey_of_2023_comes_in (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "kto",
                                                 "responses_2023.csv", NULL);
  g_autofree char *text = NULL;
  g_autofree char *export = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  assert_imports (fixture, "responses", text, "2159 new, 0 changed, 0 unchanged, 0 refused");
  assert_imports (fixture, "responses", text, "0 new, 0 changed, 2159 unchanged, 0 refused");
  export = exchange_fixture_export (fixture, "responses", LOKET_TABLE_CSV);
  assert_imports (fixture, "responses", export, "0 new, 0 changed, 2159 unchanged, 0 refused");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/import-act/same-file-twice-changes-nothing",
                   test_same_file_twice_changes_nothing);
  g_test_add_func ("/import-act/updates-what-differs", test_updates_what_differs);
  g_test_add_func ("/import-act/updates-a-response", test_updates_a_response);
  g_test_add_func ("/import-act/keeps-what-has-no-column", test_keeps_what_has_no_column);
  g_test_add_func ("/import-act/double-row-comes-once", test_double_row_comes_once);
  g_test_add_func ("/import-act/good-rows-come-in", test_good_rows_come_in);
  g_test_add_func ("/import-act/makes-offices", test_makes_offices);
  g_test_add_func ("/import-act/reassigning-hands-contacts-over",
                   test_reassigning_hands_contacts_over);
  g_test_add_func ("/import-act/logs-each-field-that-changes", test_logs_each_field_that_changes);
  g_test_add_func ("/import-act/is-undone-as-one", test_is_undone_as_one);
  g_test_add_func ("/import-act/cancelling-rolls-back", test_cancelling_rolls_back);
  g_test_add_func ("/import-act/cancelled-check-writes-nothing",
                   test_cancelled_check_writes_nothing);
  g_test_add_func ("/import-act/lost-race-writes-nothing", test_lost_race_writes_nothing);
  g_test_add_func ("/import-act/race-lost-at-the-end-writes-nothing",
                   test_race_lost_at_the_end_writes_nothing);
  g_test_add_func ("/import-act/survey-of-2023-comes-in", test_survey_of_2023_comes_in);

  return g_test_run ();
}
