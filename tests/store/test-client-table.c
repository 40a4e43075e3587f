/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the lines of a list of clients. */

#include "loket-client-table.h"
#include "loket-error.h"
#include "store-fixture.h"

#define NOW "2026-11-21T10:40"

/* Three clients, Aa to Cc, the first with two trajectories, the second with a closed one. */
static LoketDatabase *
create_database (void)
{
  LoketDatabase *database = store_create_database ("store.db");

  store_execute (
    database,
    "INSERT INTO counsellor (id, version, act, code, active) VALUES ('x', 1, '', 'X', 1);"
    "INSERT INTO client (id, version, act, client_no, family_name, given_name, prefix, no_contact,"
    " no_survey, sort_name) VALUES"
    " ('c', 1, '', 'K3', 'Cc', NULL, NULL, 0, 0, 'cc'),"
    " ('a', 1, '', 'K1', 'Aa', 'Jan', 'van', 0, 0, 'aa jan van'),"
    " ('b', 1, '', 'K2', 'Bb', 'Piet', NULL, 0, 0, 'bb piet');"
    "INSERT INTO trajectory (id, version, act, trajectory_no, client_id, opened_on, counsellor_id,"
    " first_response_on, closed_on, aftercare) VALUES"
    " ('t1', 1, '', 'T1', 'a', '2025-01-06', NULL, NULL, '2025-03-03', 'no'),"
    " ('t2', 1, '', 'T2', 'a', '2026-10-05', 'x', '2026-10-06', NULL, NULL),"
    " ('t3', 1, '', 'T3', 'b', '2026-09-01', 'x', '2026-09-02', '2026-11-02', 'yes_once');");

  return database;
}

static void
assert_ids (GPtrArray  *ids,
            const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s ", (char *) g_ptr_array_index (ids, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_scope (LoketDatabase *database,
              const char    *text,
              const char    *counsellor_id,
              gboolean       only_open,
              const char    *expected)
{
  const LoketClientScope scope = { (char *) text, (char *) counsellor_id, only_open };
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  guint n_named = 0;

  g_assert_true (loket_client_table_load_ids (database, &scope, 10, &ids, &n_named, &error));
  g_assert_no_error (error);
  if (expected == NULL)
    g_assert_null (ids);
  else
    assert_ids (ids, expected);
}

static void
test_scope_says_who_is_in_the_list (void)
{
  g_autoptr (LoketDatabase) database = create_database ();

  assert_scope (database, NULL, NULL, FALSE, NULL);
  assert_scope (database, "", NULL, FALSE, NULL);
  assert_scope (database, NULL, NULL, TRUE, "a ");
  assert_scope (database, NULL, "x", FALSE, "a b ");
  assert_scope (database, NULL, "x", TRUE, "a ");
  assert_scope (database, NULL, "nobody", FALSE, "");
}

/* Somebody who is sought may be anybody's client. */
static void
test_search_goes_before_the_rest_of_the_scope (void)
{
  g_autoptr (LoketDatabase) database = create_database ();

  store_execute (database, "INSERT INTO client_name VALUES (0, 'cc', 'cc', 'c')");
  assert_scope (database, "c", "x", TRUE, "c ");
}

static void
test_client_with_several_trajectories_stands_once (void)
{
  g_autoptr (LoketDatabase) database = create_database ();

  store_execute (database, "UPDATE trajectory SET closed_on = NULL, counsellor_id = 'x'");
  assert_scope (database, NULL, NULL, TRUE, "a b ");
  assert_scope (database, NULL, "x", TRUE, "a b ");
}

static void
test_everybody_is_read_a_piece_at_a_time (void)
{
  static const struct
  {
    guint offset;
    guint count;
    gboolean backwards;
    const char *expected;
  } pieces[] = {
    { 0, 2, FALSE, "a b " }, { 2, 2, FALSE, "c " }, { 3, 2, FALSE, "" },
    { 0, 2, TRUE, "c b " }, { 2, 5, TRUE, "a " },
  };
  g_autoptr (LoketDatabase) database = create_database ();

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GPtrArray) ids = NULL;

      ids = loket_client_table_load_all_ids (database, pieces[i].offset, pieces[i].count,
                                             pieces[i].backwards, NULL);
      assert_ids (ids, pieces[i].expected);
    }
}

static void
test_line_tells_of_the_latest_trajectory (void)
{
  g_autoptr (LoketDatabase) database = create_database ();
  g_autoptr (LoketClientRow) open = NULL;
  g_autoptr (LoketClientRow) closed = NULL;
  g_autoptr (LoketClientRow) none = NULL;

  open = loket_client_table_load_row (database, "a", NOW, NULL);
  g_assert_cmpstr (open->id, ==, "a");
  g_assert_cmpstr (open->name, ==, "Jan van Aa");
  g_assert_cmpstr (open->opened_on, ==, "2026-10-05");
  g_assert_cmpstr (open->first_response_on, ==, "2026-10-06");
  g_assert_null (open->closed_on);

  closed = loket_client_table_load_row (database, "b", NOW, NULL);
  g_assert_cmpstr (closed->closed_on, ==, "2026-11-02");
  g_assert_cmpstr (closed->aftercare, ==, "yes_once");

  none = loket_client_table_load_row (database, "c", NOW, NULL);
  g_assert_cmpstr (none->name, ==, "Cc");
  g_assert_null (none->opened_on);
  g_assert_cmpint (none->n_sessions, ==, 0);
  g_assert_null (none->next_due);
}

static void
test_line_counts_what_happened_and_what_is_due (void)
{
  g_autoptr (LoketDatabase) database = create_database ();
  g_autoptr (LoketClientRow) row = NULL;

  store_execute (
    database,
    "INSERT INTO session (id, version, act, session_no, trajectory_id, starts_at, state) VALUES"
    " ('1', 1, '', '1', 't2', '2026-10-12T10:00', 'held'),"
    " ('2', 1, '', '2', 't2', '2026-12-14T10:00', 'planned'),"
    " ('3', 1, '', '3', 't2', '2026-12-07T10:00', 'planned'),"
    " ('4', 1, '', '4', 't2', '2026-11-02T10:00', 'cancelled'),"
    " ('6', 1, '', '6', 't2', '2026-11-21T10:00', 'planned'),"
    " ('5', 1, '', '5', 't1', '2025-02-03T10:00', 'held');"
    "INSERT INTO contact (id, version, act, contact_no, trajectory_id, kind, due_on, open_on)"
    " VALUES ('1', 1, '', '1', 't2', 'other', '2026-11-25', '2026-11-25'),"
    " ('2', 1, '', '2', 't2', 'other', '2026-11-20', NULL);"
    "INSERT INTO promise (id, version, act, promise_no, trajectory_id, made_by, kind, due_on,"
    " done_on) VALUES ('1', 1, '', '1', 't2', 'counsellor', 'send', '2026-11-24', NULL),"
    " ('2', 1, '', '2', 't2', 'counsellor', 'send', '2026-11-10', '2026-11-10'),"
    " ('3', 1, '', '3', 't2', 'client', 'send', '2026-11-11', NULL);"
    "INSERT INTO assessment (id, version, act, assessment_no, trajectory_id, kind, discussed_on)"
    " VALUES ('1', 1, '', '1', 't2', 'interest', NULL),"
    " ('2', 1, '', '2', 't2', 'interest', '2026-11-02');");

  row = loket_client_table_load_row (database, "a", NOW, NULL);
  g_assert_cmpint (row->n_sessions, ==, 1);
  g_assert_cmpstr (row->next_session, ==, "2026-12-07T10:00");
  g_assert_cmpstr (row->next_due, ==, "2026-11-24");
  g_assert_cmpint (row->n_assessments, ==, 1);
}

static void
test_client_who_is_gone_is_not_found (void)
{
  g_autoptr (LoketDatabase) database = create_database ();
  g_autoptr (GError) error = NULL;

  g_assert_null (loket_client_table_load_row (database, "nobody", NOW, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/client-table/scope-says-who-is-in-the-list",
                   test_scope_says_who_is_in_the_list);
  g_test_add_func ("/client-table/search-goes-before-the-rest-of-the-scope",
                   test_search_goes_before_the_rest_of_the_scope);
  g_test_add_func ("/client-table/client-with-several-trajectories-stands-once",
                   test_client_with_several_trajectories_stands_once);
  g_test_add_func ("/client-table/everybody-is-read-a-piece-at-a-time",
                   test_everybody_is_read_a_piece_at_a_time);
  g_test_add_func ("/client-table/line-tells-of-the-latest-trajectory",
                   test_line_tells_of_the_latest_trajectory);
  g_test_add_func ("/client-table/line-counts-what-happened-and-what-is-due",
                   test_line_counts_what_happened_and_what_is_due);
  g_test_add_func ("/client-table/client-who-is-gone-is-not-found",
                   test_client_who_is_gone_is_not_found);

  return g_test_run ();
}
