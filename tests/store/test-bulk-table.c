/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of inserting many records at once. */

#include "exchange-fixture.h"
#include "loket-bulk-table.h"
#include "loket-client.h"
#include "loket-client-name-table.h"
#include "loket-error.h"
#include "loket-record-table.h"

/* @doubled: the place of a client whose number another one has, or -1 */
static GPtrArray *
make_clients (int n_clients,
              int doubled)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_draft_free);

  for (int i = 0; i < n_clients; i++)
    {
      LoketDraft *draft = loket_draft_new (&loket_client_kind);
      g_autofree char *number = g_strdup_printf ("K%03d", i == doubled ? 0 : i);
      g_autofree char *id = g_strdup_printf ("0193504e-0000-7000-8000-%012d", i);

      loket_draft_set_value (draft, LOKET_CLIENT_CLIENT_NO, number);
      loket_draft_set_value (draft, LOKET_CLIENT_FAMILY_NAME, "Velden");
      loket_draft_set_id (draft, id);
      loket_draft_complete (draft);
      g_ptr_array_add (drafts, draft);
    }

  return drafts;
}

static gpointer
insert_drafts (LoketDatabase  *database,
               gpointer        input,
               GError        **error)
{
  GPtrArray *drafts = input;

  return loket_bulk_table_insert (database, (LoketDraft *const *) drafts->pdata, drafts->len,
                                  "act", error)
             ? input
             : NULL;
}

static gpointer
look_up (LoketDatabase  *database,
         gpointer        input,
         GError        **error)
{
  GPtrArray *drafts = input;

  for (guint i = 0; i < drafts->len; i++)
    {
      const LoketDraft *draft = g_ptr_array_index (drafts, i);
      g_autoptr (LoketRecord) record = NULL;
      gboolean can_be_found = FALSE;

      record = loket_record_table_load (loket_record_table_get (database, &loket_client_kind),
                                        loket_draft_get_id (draft), error);
      g_assert_nonnull (record);
      g_assert_cmpint (loket_record_get_version (record), ==, 1);
      for (guint field = 0; field < LOKET_CLIENT_N_FIELDS; field++)
        g_assert_false (loket_draft_differs_from (draft, record, field));

      g_assert_true (loket_client_name_table_check (database, draft, &can_be_found, error));
      g_assert_true (can_be_found);
    }

  return input;
}

static void
test_inserts_any_number (void)
{
  static const int counts[] = { 0, 1, 31, 32, 33, 64, 100 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
      g_autoptr (GPtrArray) drafts = make_clients (counts[i], -1);
      LoketStore *store = loket_desk_get_store (fixture->desk);
      g_autoptr (GError) error = NULL;

      loket_store_write (store, insert_drafts, drafts, &error);
      g_assert_no_error (error);
      g_assert_cmpint (exchange_fixture_count (fixture, "clients"), ==, counts[i]);
      loket_store_read (store, look_up, drafts, &error);
      g_assert_no_error (error);
    }
}

static void
test_names_the_record_that_is_refused (void)
{
  static const int places[] = { 1, 20, 40, 69 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
      g_autoptr (GPtrArray) drafts = make_clients (70, places[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (loket_store_write (loket_desk_get_store (fixture->desk), insert_drafts,
                                        drafts, &error));
      g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT);
      g_assert_true (g_str_has_prefix (error->message, "Client K000: "));
      g_assert_cmpint (exchange_fixture_count (fixture, "clients"), ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/bulk-table/inserts-any-number", test_inserts_any_number);
  g_test_add_func ("/bulk-table/names-the-record-that-is-refused",
                   test_names_the_record_that_is_refused);

  return g_test_run ();
}
