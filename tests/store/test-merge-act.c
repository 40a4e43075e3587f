/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of merging two records of one person, and of taking them apart again. */

#include "exchange-fixture.h"
#include "loket-alike.h"
#include "loket-client-name-table.h"
#include "loket-confirmed.h"
#include "loket-error.h"
#include "loket-merge-act.h"
#include "loket-merged-table.h"
#include "loket-number-table.h"
#include "loket-record-table.h"
#include "loket-save-act.h"
#include "loket-trajectory.h"
#include "loket-undo-act.h"
#include "loket-unmerge-act.h"

#include <string.h>

#define CLIENTS \
  "client_no,family_name,given_name,prefix,birth_date,phone,email,postcode,city\n" \
  "K1,Velden,Kees,van der,1969-11-30,0612345678,,1013 AB,Amsterdam\n" \
  "K2,Velden,C.,vd,1969-11-30,+31612345678,kees@example.org,1013AB,\n" \
  "K3,Bakker,Anna,,1985-03-02,,,,Utrecht\n" \
  "K4,Vries,Anna,de,1985-03-02,,,,Utrecht\n" \
  "K5,Okafor,Daniel,,1990-03-07,,daniel@example.org,,\n"

#define TRAJECTORIES \
  "trajectory_no,client_no,opened_on\nT1,K1,2026-01-05\nT2,K2,2026-02-05\nT3,K3,2026-03-05\n" \
  "T4,K4,2026-04-05\nT5,K2,2026-05-05\n"

#define SESSIONS \
  "session_no,trajectory_no,starts_at,minutes,state\nG1,T1,2026-01-12T10:00,60,held\n" \
  "G2,T2,2026-02-12T10:00,45,held\nG3,T5,2026-05-12T10:00,30,held\n"

static ExchangeFixture *
set_up (void)
{
  static const char *const files[][2] = {
    { "clients", CLIENTS }, { "trajectories", TRAJECTORIES }, { "sessions", SESSIONS },
  };
  ExchangeFixture *fixture = exchange_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *counts = exchange_fixture_import (fixture, files[i][0], files[i][1]);

      g_assert_true (g_str_has_suffix (counts, ", 0 refused"));
    }

  return fixture;
}

/* What files hold of the whole store. */
static char *
export_all (ExchangeFixture *fixture)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; exchange_kinds[i] != NULL; i++)
    {
      g_autofree char *text = exchange_fixture_export (fixture, exchange_kinds[i],
                                                       LOKET_TABLE_CSV);

      g_string_append (all, text);
    }

  return g_string_free (g_steal_pointer (&all), FALSE);
}

typedef struct
{
  const LoketKind *kind;
  const char *key;
} Wanted;

static gpointer
find_record (LoketDatabase  *database,
             gpointer        input,
             GError        **error)
{
  const Wanted *wanted = input;
  LoketRecord *record = NULL;

  loket_record_table_find (loket_record_table_get (database, wanted->kind), wanted->key, &record,
                           error);
  if (record == NULL)
    g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND, wanted->key);

  return record;
}

static LoketRecord *
load (ExchangeFixture *fixture,
      const LoketKind *kind,
      const char      *number)
{
  Wanted wanted = { kind, number };

  return loket_store_read (loket_desk_get_store (fixture->desk), find_record, &wanted, NULL);
}

static LoketClient *
load_client (ExchangeFixture *fixture,
             const char      *number)
{
  return LOKET_CLIENT (load (fixture, &loket_client_kind, number));
}

static char *
merge (ExchangeFixture *fixture,
       const char      *kept_number,
       const char      *gone_number)
{
  g_autoptr (LoketClient) kept = load_client (fixture, kept_number);
  g_autoptr (LoketClient) gone = load_client (fixture, gone_number);
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (LOKET_RECORD (kept));
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < LOKET_CLIENT_NOT_SAME; i++)
    {
      if (loket_draft_get_value (draft, i) == NULL)
        loket_draft_set_value (draft, i, loket_record_get_value (LOKET_RECORD (gone), i));
    }
  deed = loket_desk_merge (fixture->desk, draft, gone, &error);
  g_assert_no_error (error);

  return g_strdup (deed->id);
}

static char *
unmerge (ExchangeFixture *fixture,
         const char      *act)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_unmerge (fixture->desk, act, &error);

  g_assert_no_error (error);

  return g_strdup (deed->id);
}

static void
change (ExchangeFixture *fixture,
        const char      *number,
        guint            field,
        const char      *value)
{
  g_autoptr (LoketClient) client = load_client (fixture, number);
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (LOKET_RECORD (client));
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GError) error = NULL;

  loket_draft_set_value (draft, field, value);
  deed = loket_desk_save (fixture->desk, "client.save", draft, &error);
  g_assert_no_error (error);
}

static void
assert_field (ExchangeFixture *fixture,
              const char      *number,
              guint            field,
              const char      *expected)
{
  g_autoptr (LoketClient) client = load_client (fixture, number);

  g_assert_cmpstr (loket_record_get_text (LOKET_RECORD (client), field), ==, expected);
}

/* Whose trajectory it is, by number. */
static void
assert_owner (ExchangeFixture *fixture,
              const char      *trajectory_no,
              const char      *client_no)
{
  g_autoptr (LoketRecord) trajectory = load (fixture, &loket_trajectory_kind, trajectory_no);
  g_autoptr (LoketClient) client = load_client (fixture, client_no);

  g_assert_cmpstr (loket_record_get_text (trajectory, LOKET_TRAJECTORY_CLIENT_NO), ==,
                   loket_record_get_id (LOKET_RECORD (client)));
}

static gpointer
search (LoketDatabase  *database,
        gpointer        input,
        GError        **error)
{
  g_autoptr (GPtrArray) ids = loket_client_name_table_search (database, input, 10, error);

  g_assert_cmpuint (ids->len, ==, 1);

  return g_strdup (ids->pdata[0]);
}

static gpointer
follow (LoketDatabase  *database,
        gpointer        input,
        GError        **error)
{
  return loket_merged_table_load_client (database, input, error);
}

static gpointer
get_next_number (LoketDatabase  *database,
                 gpointer        input,
                 GError        **error)
{
  return loket_number_table_dup_next (database, &loket_client_kind, error);
}

static gpointer
load_merges (LoketDatabase  *database,
             gpointer        input,
             GError        **error)
{
  return loket_merge_load_all (database, input, error);
}

static gpointer
find_alike (LoketDatabase  *database,
            gpointer        input,
            GError        **error)
{
  return loket_alike_find (database, input, error);
}

static gpointer
ask (ExchangeFixture *fixture,
     LoketJob         job,
     gconstpointer    input)
{
  g_autoptr (GError) error = NULL;
  gpointer answer = loket_store_read (loket_desk_get_store (fixture->desk), job, (gpointer) input,
                                      &error);

  g_assert_no_error (error);

  return answer;
}

static void
test_moves_everything (void)
{
  g_autoptr (ExchangeFixture) fixture = set_up ();
  g_autofree char *act = merge (fixture, "K1", "K2");

  g_assert_null (load_client (fixture, "K2"));
  assert_field (fixture, "K1", LOKET_CLIENT_PHONE, "0612345678");
  assert_field (fixture, "K1", LOKET_CLIENT_EMAIL, "kees@example.org");
  assert_owner (fixture, "T1", "K1");
  assert_owner (fixture, "T2", "K1");
  assert_owner (fixture, "T5", "K1");
  assert_owner (fixture, "T3", "K3");
}

/* A value takes along where it comes from. */
static void
test_confirmation_follows_the_value (void)
{
  g_autoptr (ExchangeFixture) fixture = set_up ();
  g_autofree char *act = NULL;
  g_autoptr (LoketClient) kept = NULL;
  LoketRecord *record;

  change (fixture, "K1", LOKET_CLIENT_CONFIRMED, "*=2025-03-01,client;city=2026-10-01,client");
  change (fixture, "K2", LOKET_CLIENT_PHONE, "0612345678");
  change (fixture, "K2", LOKET_CLIENT_CONFIRMED, "*=,import;phone=2026-11-20,client");
  act = merge (fixture, "K1", "K2");

  kept = load_client (fixture, "K1");
  record = LOKET_RECORD (kept);
  g_assert_cmpstr (loket_confirmed_get (record, LOKET_CLIENT_EMAIL).source, ==, "import");
  g_assert_cmpstr (loket_confirmed_get (record, LOKET_CLIENT_EMAIL).on.text, ==, "");
  g_assert_cmpstr (loket_confirmed_get (record, LOKET_CLIENT_PHONE).on.text, ==, "2026-11-20");
  g_assert_cmpstr (loket_confirmed_get (record, LOKET_CLIENT_CITY).on.text, ==, "2026-10-01");
  g_assert_cmpstr (loket_confirmed_get (record, LOKET_CLIENT_POSTCODE).on.text, ==, "2025-03-01");
}

static void
test_number_leads_to_who_stays (void)
{
  g_autoptr (ExchangeFixture) fixture = set_up ();
  g_autoptr (LoketClient) gone = load_client (fixture, "K2");
  g_autofree char *act = merge (fixture, "K1", "K2");
  g_autoptr (LoketClient) kept = load_client (fixture, "K1");
  g_autofree char *found = ask (fixture, search, "k2");
  g_autoptr (LoketRecord) followed = ask (fixture, follow,
                                          loket_record_get_id (LOKET_RECORD (gone)));

  g_assert_cmpstr (found, ==, loket_record_get_id (LOKET_RECORD (kept)));
  g_assert_cmpstr (loket_record_get_id (followed), ==, found);
}

static void
test_import_does_not_bring_it_back (void)
{
  g_autoptr (ExchangeFixture) fixture = set_up ();
  g_autofree char *act = merge (fixture, "K1", "K2");
  g_autofree char *clients = exchange_fixture_import (fixture, "clients", CLIENTS);
  g_autofree char *refusals = exchange_fixture_refuse (fixture, "clients", CLIENTS);
  g_autofree char *trajectories = exchange_fixture_import (fixture, "trajectories", TRAJECTORIES);

  g_assert_cmpstr (clients, ==, "0 new, 1 changed, 3 unchanged, 1 refused");
  g_assert_nonnull (strstr (refusals, "merged with K1"));
  g_assert_null (load_client (fixture, "K2"));
  g_assert_cmpstr (trajectories, ==, "0 new, 0 changed, 5 unchanged, 0 refused");
}

static void
test_number_is_not_given_again (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autofree char *counts = NULL;
  g_autofree char *act = NULL;
  g_autofree char *number = NULL;

  counts = exchange_fixture_import (fixture, "clients",
                                    "client_no,family_name\nK0000001,Velden\nK0000002,Velden\n");
  act = merge (fixture, "K0000001", "K0000002");
  number = ask (fixture, get_next_number, NULL);

  g_assert_cmpstr (number, ==, "K0000003");
}

static void
assert_refuses (ExchangeFixture *fixture,
                LoketClient     *kept,
                LoketClient     *gone,
                const char      *words)
{
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (LOKET_RECORD (kept));
  g_autofree char *before = export_all (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (loket_desk_merge (fixture->desk, draft, gone, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, words));
  after = export_all (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_refuses_what_changed_meanwhile (void)
{
  g_autoptr (ExchangeFixture) fixture = set_up ();
  g_autoptr (LoketClient) kept = load_client (fixture, "K1");
  g_autoptr (LoketClient) gone = load_client (fixture, "K2");
  g_autoptr (LoketClient) new_gone = NULL;

  change (fixture, "K2", LOKET_CLIENT_CITY, "Breda");
  assert_refuses (fixture, kept, gone, "Town");

  new_gone = load_client (fixture, "K2");
  change (fixture, "K1", LOKET_CLIENT_PHONE, "0612345679");
  assert_refuses (fixture, kept, new_gone, "Telephone");
}

static void
test_one_undo_takes_it_back (void)
{
  g_autoptr (ExchangeFixture) fixture = set_up ();
  g_autofree char *before = export_all (fixture);
  g_autofree char *act = merge (fixture, "K1", "K2");
  g_autofree char *merged = export_all (fixture);
  g_autoptr (LoketDeed) undone = loket_desk_undo (fixture->desk, act, NULL);
  g_autofree char *after = export_all (fixture);
  g_autoptr (LoketDeed) again = NULL;
  g_autofree char *redone = NULL;

  g_assert_cmpstr (before, !=, merged);
  g_assert_cmpstr (before, ==, after);

  again = loket_desk_undo (fixture->desk, undone->id, NULL);
  redone = export_all (fixture);
  g_assert_nonnull (again);
  g_assert_cmpstr (redone, ==, merged);
}

static void
test_unmerge_gives_both_back (void)
{
  g_autoptr (ExchangeFixture) fixture = set_up ();
  g_autofree char *before = export_all (fixture);
  g_autofree char *act = merge (fixture, "K1", "K2");
  g_autofree char *unmerged = unmerge (fixture, act);
  g_autofree char *after = export_all (fixture);
  g_autoptr (LoketDeed) undone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (before, ==, after);
  g_assert_null (loket_desk_unmerge (fixture->desk, act, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONFLICT);

  undone = loket_desk_undo (fixture->desk, unmerged, NULL);
  g_assert_nonnull (undone);
  g_assert_null (load_client (fixture, "K2"));
  assert_owner (fixture, "T2", "K1");
}

static void
test_unmerge_keeps_what_came_later (void)
{
  g_autoptr (ExchangeFixture) fixture = set_up ();
  g_autofree char *act = merge (fixture, "K1", "K2");
  g_autoptr (LoketClient) kept = load_client (fixture, "K1");
  g_autofree char *counts = NULL;
  g_autofree char *unmerged = NULL;
  g_autoptr (GPtrArray) merges = NULL;
  const LoketMerge *found;

  change (fixture, "K1", LOKET_CLIENT_EMAIL, "new@example.org");
  change (fixture, "K1", LOKET_CLIENT_CITY, "Breda");
  counts = exchange_fixture_import (fixture, "trajectories",
                                    "trajectory_no,client_no,opened_on\nT9,K2,2026-06-05\n");
  merges = ask (fixture, load_merges, loket_record_get_id (LOKET_RECORD (kept)));
  g_assert_cmpuint (merges->len, ==, 1);
  found = merges->pdata[0];
  g_assert_cmpstr (found->act, ==, act);
  g_assert_cmpstr (found->name, ==, "C. vd Velden");
  g_assert_cmpstr (found->number, ==, "K2");
  g_assert_cmpuint (found->n_moved, ==, 2);
  g_assert_cmpuint (found->n_later, ==, 1);
  g_assert_cmpuint (found->later_fields->len, ==, 1);
  g_assert_cmpstr (found->later_fields->pdata[0], ==, "E-mail");

  unmerged = unmerge (fixture, act);
  assert_field (fixture, "K1", LOKET_CLIENT_EMAIL, "new@example.org");
  assert_field (fixture, "K1", LOKET_CLIENT_CITY, "Breda");
  assert_field (fixture, "K2", LOKET_CLIENT_EMAIL, "kees@example.org");
  assert_owner (fixture, "T9", "K1");
  assert_owner (fixture, "T2", "K2");
  assert_owner (fixture, "T1", "K1");
}

static void
test_chain_comes_apart_from_its_end (void)
{
  g_autoptr (ExchangeFixture) fixture = set_up ();
  g_autofree char *before = export_all (fixture);
  g_autofree char *first = merge (fixture, "K1", "K2");
  g_autofree char *second = merge (fixture, "K5", "K1");
  g_autoptr (LoketClient) last = load_client (fixture, "K5");
  g_autoptr (GPtrArray) merges = ask (fixture, load_merges,
                                      loket_record_get_id (LOKET_RECORD (last)));
  g_autofree char *found = ask (fixture, search, "K2");
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (found, ==, loket_record_get_id (LOKET_RECORD (last)));
  g_assert_cmpuint (merges->len, ==, 1);
  g_assert_cmpstr (((LoketMerge *) merges->pdata[0])->number, ==, "K1");
  g_assert_null (loket_desk_unmerge (fixture->desk, first, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONFLICT);

  one = unmerge (fixture, second);
  other = unmerge (fixture, first);
  after = export_all (fixture);
  g_assert_cmpstr (before, ==, after);
}

static guint
count_alike (ExchangeFixture *fixture,
             const char      *number)
{
  g_autoptr (LoketClient) client = load_client (fixture, number);
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (LOKET_RECORD (client));
  g_autoptr (GPtrArray) alike = ask (fixture, find_alike, draft);

  return alike->len;
}

static void
tell_apart (ExchangeFixture *fixture,
            const char      *number,
            const char      *other_number)
{
  g_autoptr (LoketClient) client = load_client (fixture, number);
  g_autoptr (LoketClient) other = load_client (fixture, other_number);
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = NULL;

  deed = loket_desk_tell_apart (fixture->desk, loket_record_get_id (LOKET_RECORD (client)),
                                loket_record_get_id (LOKET_RECORD (other)), &error);
  g_assert_no_error (error);
}

static void
test_not_the_same_is_remembered (void)
{
  g_autoptr (ExchangeFixture) fixture = set_up ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *act = NULL;

  change (fixture, "K5", LOKET_CLIENT_PHONE, "0612345678");
  change (fixture, "K5", LOKET_CLIENT_FAMILY_NAME, "Velden");
  change (fixture, "K5", LOKET_CLIENT_GIVEN_NAME, "Cees");
  change (fixture, "K5", LOKET_CLIENT_BIRTH_DATE, "1969-11-30");
  g_assert_cmpuint (count_alike (fixture, "K1"), ==, 2);

  before = export_all (fixture);
  tell_apart (fixture, "K1", "K5");
  after = export_all (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_alike (fixture, "K1"), ==, 1);
  g_assert_cmpuint (count_alike (fixture, "K5"), ==, 1);

  /* It goes with the record, and comes back with it. */
  act = merge (fixture, "K2", "K1");
  g_assert_cmpuint (count_alike (fixture, "K2"), ==, 0);
  g_assert_cmpuint (count_alike (fixture, "K5"), ==, 0);
  g_free (unmerge (fixture, act));
  g_assert_cmpuint (count_alike (fixture, "K2"), ==, 2);
  g_assert_cmpuint (count_alike (fixture, "K1"), ==, 1);
}

static void
test_undoing_one_leaves_the_other (void)
{
  g_autoptr (ExchangeFixture) fixture = set_up ();
  g_autoptr (LoketClient) client = load_client (fixture, "K1");
  const char *id = loket_record_get_id (LOKET_RECORD (client));
  g_autoptr (LoketDeed) first = loket_desk_tell_apart (fixture->desk, id, "one", NULL);
  g_autoptr (LoketDeed) second = loket_desk_tell_apart (fixture->desk, id, "two", NULL);
  g_autoptr (LoketDeed) undone = loket_desk_undo (fixture->desk, first->id, NULL);

  g_assert_nonnull (undone);
  assert_field (fixture, "K1", LOKET_CLIENT_NOT_SAME, "two");
}

/* A random change to anybody who is not part of the merge. */
static void
disturb (ExchangeFixture *fixture,
         GRand           *random,
         guint            number)
{
  g_autofree char *city = g_strdup_printf ("Town %u", number);
  g_autofree char *row = NULL;

  switch (g_rand_int_range (random, 0, 3))
    {
    case 0:
      change (fixture, "K5", LOKET_CLIENT_CITY, city);
      break;
    case 1:
      tell_apart (fixture, "K5", "K5");
      break;
    default:
      row = g_strdup_printf ("client_no,family_name\nX%u,Somebody\n", number);
      g_free (exchange_fixture_import (fixture, "clients", row));
      break;
    }
}

static void
pick_two (GRand       *random,
          const char **kept,
          const char **gone)
{
  static const char *const numbers[] = { "K1", "K2", "K3", "K4" };
  int first = g_rand_int_range (random, 0, 4);

  *kept = numbers[first];
  *gone = numbers[(first + g_rand_int_range (random, 1, 4)) % 4];
}

/* The lines of a file without those about who was disturbed. */
static char *
leave_out_others (const char *all)
{
  g_auto (GStrv) lines = g_strsplit (all, "\n", -1);
  g_autoptr (GString) left = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (!g_str_has_prefix (lines[i], "K5,") && !g_str_has_prefix (lines[i], "X"))
        g_string_append_printf (left, "%s\n", lines[i]);
    }

  return g_string_free (g_steal_pointer (&left), FALSE);
}

/* Whatever was merged with whatever, and whatever others did: apart again, all is as it was. */
static void
test_property (void)
{
  g_autoptr (ExchangeFixture) fixture = set_up ();
  g_autoptr (GRand) random = g_rand_new_with_seed (20261121);

  for (guint round = 0; round < 60; round++)
    {
      g_autofree char *before = export_all (fixture);
      g_autofree char *pair_before = leave_out_others (before);
      g_autofree char *act = NULL;
      g_autofree char *after = NULL;
      g_autofree char *pair_after = NULL;
      gboolean is_disturbed = g_rand_boolean (random);
      const char *kept, *gone;

      pick_two (random, &kept, &gone);
      act = merge (fixture, kept, gone);
      if (is_disturbed)
        disturb (fixture, random, round);
      g_free (unmerge (fixture, act));

      after = export_all (fixture);
      pair_after = leave_out_others (after);
      g_assert_cmpstr (pair_before, ==, pair_after);
      g_assert_true (is_disturbed || g_str_equal (before, after));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge-act/moves-everything-to-who-stays", test_moves_everything);
  g_test_add_func ("/merge-act/confirmation-follows-the-value",
                   test_confirmation_follows_the_value);
  g_test_add_func ("/merge-act/number-leads-to-who-stays", test_number_leads_to_who_stays);
  g_test_add_func ("/merge-act/import-does-not-bring-it-back", test_import_does_not_bring_it_back);
  g_test_add_func ("/merge-act/number-is-not-given-again", test_number_is_not_given_again);
  g_test_add_func ("/merge-act/refuses-what-changed-meanwhile",
                   test_refuses_what_changed_meanwhile);
  g_test_add_func ("/merge-act/one-undo-takes-it-back", test_one_undo_takes_it_back);
  g_test_add_func ("/merge-act/unmerge-gives-both-back", test_unmerge_gives_both_back);
  g_test_add_func ("/merge-act/unmerge-keeps-what-came-later", test_unmerge_keeps_what_came_later);
  g_test_add_func ("/merge-act/chain-comes-apart-from-its-end",
                   test_chain_comes_apart_from_its_end);
  g_test_add_func ("/merge-act/not-the-same-is-remembered", test_not_the_same_is_remembered);
  g_test_add_func ("/merge-act/undoing-one-leaves-the-other", test_undoing_one_leaves_the_other);
  g_test_add_func ("/merge-act/whatever-is-merged-comes-apart-again", test_property);

  return g_test_run ();
}
