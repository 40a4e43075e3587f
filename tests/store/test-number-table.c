/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of ids by numbers, and of the row of numbers. */

#include "loket-client.h"
#include "loket-number-table.h"
#include "loket-session.h"
#include "store-fixture.h"

static void
insert_client (LoketDatabase *database,
               const char    *number)
{
  g_autoptr (LoketDraft) draft = store_create_example (database, &loket_client_kind);
  g_autofree char *id = NULL;

  loket_draft_set_value (draft, LOKET_CLIENT_CLIENT_NO, number);
  id = store_insert (database, draft);
}

static void
assert_next (LoketDatabase *database,
             const char    *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *next = loket_number_table_dup_next (database, &loket_client_kind, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (next, ==, expected);
}

static void
test_number_leads_to_id_and_back (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autoptr (LoketDraft) draft = store_create_example (database, &loket_client_kind);
  g_autofree char *id = store_insert (database, draft);
  g_autofree char *number = NULL;
  g_autofree char *same = NULL;
  g_autofree char *nobody = NULL;
  g_autofree char *nothing = NULL;

  g_assert_true (loket_number_table_find_number (database, &loket_client_kind, id, &number, NULL));
  g_assert_cmpstr (number, ==, loket_draft_get_value (draft, LOKET_CLIENT_CLIENT_NO));
  g_assert_true (loket_number_table_find_id (database, &loket_client_kind, number, &same, NULL));
  g_assert_cmpstr (same, ==, id);

  g_assert_true (loket_number_table_find_id (database, &loket_client_kind, "nobody", &nobody,
                                             NULL));
  g_assert_null (nobody);
  g_assert_true (loket_number_table_find_number (database, &loket_client_kind, "x", &nothing,
                                                 NULL));
  g_assert_null (nothing);
}

static void
test_row_begins_at_one (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autofree char *session = loket_number_table_dup_next (database, &loket_session_kind, NULL);

  assert_next (database, "K0000001");
  g_assert_cmpstr (session, ==, "G0000001");
}

static void
test_next_comes_behind_the_last (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");

  insert_client (database, "K0000001");
  insert_client (database, "K0000041");
  insert_client (database, "K0000009");
  assert_next (database, "K0000042");
}

/* What an office numbered in its own way stays out of our row. */
static void
test_other_numbers_do_not_count (void)
{
  static const char *const others[] = {
    "2026-0042", "K42", "K00000420", "k0000042", "K0000A42", "K0042-26", "K9999x99", "KLANT042",
    "G0000042", "K-000042",
  };
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    insert_client (database, others[i]);
  assert_next (database, "K0000001");
  insert_client (database, "K0000007");
  assert_next (database, "K0000008");
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/number-table/number-leads-to-id-and-back", test_number_leads_to_id_and_back);
  g_test_add_func ("/number-table/row-begins-at-one", test_row_begins_at_one);
  g_test_add_func ("/number-table/next-comes-behind-the-last", test_next_comes_behind_the_last);
  g_test_add_func ("/number-table/other-numbers-do-not-count", test_other_numbers_do_not_count);

  return g_test_run ();
}
