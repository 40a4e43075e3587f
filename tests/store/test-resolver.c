/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of putting ids in the place of numbers, and of the memory behind it. */

#include "exchange-fixture.h"
#include "loket-client.h"
#include "loket-error.h"
#include "loket-references.h"
#include "loket-resolver.h"
#include "loket-trajectory.h"

#include <string.h>

static gpointer
resolve_trajectory (LoketDatabase  *database,
                    gpointer        input,
                    GError        **error)
{
  LoketDraft *draft = input;
  g_autoptr (LoketResolver) resolver = loket_resolver_new (&loket_trajectory_kind);
  guint field = 0;

  if (loket_resolver_resolve (resolver, database, draft, &field, error))
    return draft;

  g_prefix_error (error, "%s ", loket_trajectory_kind.fields[field].name);

  return NULL;
}

static LoketDraft *
resolve (ExchangeFixture  *fixture,
         const char       *client,
         const char       *counsellor,
         GError          **error)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_trajectory_kind);

  loket_draft_set_value (draft, LOKET_TRAJECTORY_CLIENT_NO, client);
  loket_draft_set_value (draft, LOKET_TRAJECTORY_COUNSELLOR, counsellor);

  if (loket_store_read (loket_desk_get_store (fixture->desk), resolve_trajectory, draft, error)
      == NULL)
    return NULL;

  return g_steal_pointer (&draft);
}

static void
test_puts_ids (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autoptr (LoketDraft) both = NULL;
  g_autoptr (LoketDraft) one = NULL;
  g_autoptr (GError) error = NULL;

  exchange_fixture_fill (fixture);

  both = resolve (fixture, "K1", "A01", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (loket_draft_get_text (both, LOKET_TRAJECTORY_CLIENT_NO)), ==, 36);
  g_assert_cmpuint (strlen (loket_draft_get_text (both, LOKET_TRAJECTORY_COUNSELLOR)), ==, 36);

  one = resolve (fixture, "K1", NULL, &error);
  g_assert_no_error (error);
  g_assert_null (loket_draft_get_value (one, LOKET_TRAJECTORY_COUNSELLOR));
}

static void
test_refuses_what_is_not_there (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autoptr (GError) client = NULL;
  g_autoptr (GError) counsellor = NULL;

  exchange_fixture_fill (fixture);

  g_assert_null (resolve (fixture, "K9", "A01", &client));
  g_assert_error (client, LOKET_ERROR, LOKET_ERROR_INVALID);
  g_assert_cmpstr (client->message, ==, "client_no there is no client with this number");

  g_assert_null (resolve (fixture, "K1", "a01", &counsellor));
  g_assert_error (counsellor, LOKET_ERROR, LOKET_ERROR_INVALID);
  g_assert_cmpstr (counsellor->message, ==, "counsellor there is no counsellor with this code");
}

static gpointer
look_both_ways (LoketDatabase  *database,
                gpointer        input,
                GError        **error)
{
  g_autoptr (LoketReferences) ids = loket_references_new_for_ids (&loket_client_kind);
  g_autoptr (LoketReferences) numbers = loket_references_new_for_numbers (&loket_client_kind);
  const char *id, *again, *number, *none;

  g_assert_true (loket_references_find (ids, database, "K2", &id, error));
  g_assert_true (loket_references_find (ids, database, "K2", &again, error));
  g_assert_true (id == again);
  g_assert_true (loket_references_find (numbers, database, id, &number, error));
  g_assert_cmpstr (number, ==, "K2");
  g_assert_true (loket_references_find (ids, database, "K3", &none, error));
  g_assert_null (none);
  g_assert_true (loket_references_find (numbers, database, "K2", &none, error));
  g_assert_null (none);

  return database;
}

static void
test_remembers_both_ways (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autoptr (GError) error = NULL;

  exchange_fixture_fill (fixture);
  g_assert_nonnull (loket_store_read (loket_desk_get_store (fixture->desk), look_both_ways, NULL,
                                      &error));
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/resolver/puts-ids", test_puts_ids);
  g_test_add_func ("/resolver/refuses-what-is-not-there", test_refuses_what_is_not_there);
  g_test_add_func ("/references/remembers-both-ways", test_remembers_both_ways);

  return g_test_run ();
}
