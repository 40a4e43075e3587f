/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the list of clients that loads what is looked at. */

#include "desk-fixture.h"
#include "loket-client.h"
#include "loket-client-list.h"
#include "loket-note-upkeep.h"

#define PATIENCE_SECONDS 20
#define N_CLIENTS 500

/* Clients 000 to 499 in the order of their names. */
static LoketDesk *
open_filled (void)
{
  LoketDesk *desk = desk_open ("store.db");

  desk_execute (desk,
                "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n LIMIT 500) "
                "INSERT INTO client (id, version, act, client_no, family_name, no_contact, "
                "no_survey, sort_name) SELECT printf ('id%03d', i), 1, '', printf ('K%03d', i), "
                "printf ('Naam%03d', i), 0, 0, printf ('naam%03d', i) FROM n;"
                "INSERT INTO client_name (place, word, sort_name, client_id) "
                "SELECT 0, sort_name, sort_name, id FROM client;");

  return desk;
}

static void
loaded_cb (gboolean *is_loaded)
{
  *is_loaded = TRUE;
}

static gboolean
give_up_cb (gpointer user_data)
{
  g_error ("The list was not loaded");

  return G_SOURCE_REMOVE;
}

static void
await_flag (gboolean *flag)
{
  guint timeout = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);

  while (!*flag)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
set_scope (LoketClientList *list,
           const char      *text,
           gboolean         only_own,
           gboolean         only_open)
{
  gboolean is_loaded = FALSE;
  gulong handler = g_signal_connect_swapped (list, "loaded", G_CALLBACK (loaded_cb), &is_loaded);

  loket_client_list_set_scope (list, text, only_own, only_open);
  g_assert_true (loket_client_list_is_loading (list));
  await_flag (&is_loaded);
  g_assert_false (loket_client_list_is_loading (list));
  g_signal_handler_disconnect (list, handler);
}

static LoketClientList *
create_list (LoketDesk *desk)
{
  LoketClientList *list = loket_client_list_new (desk);

  set_scope (list, NULL, FALSE, FALSE);

  return list;
}

/* The name in a line, which may first have to be loaded. */
static void
assert_name (LoketClientList *list,
             guint            position,
             const char      *expected)
{
  g_autoptr (LoketClientItem) item = g_list_model_get_item (G_LIST_MODEL (list), position);
  gboolean has_changed = loket_client_item_get_row (item) != NULL;
  gulong handler = g_signal_connect_swapped (item, "changed", G_CALLBACK (loaded_cb),
                                             &has_changed);

  await_flag (&has_changed);
  g_signal_handler_disconnect (item, handler);
  g_assert_cmpstr (loket_client_item_get_row (item)->name, ==, expected);
}

static void
test_everybody_is_in_it_and_each_line_arrives (void)
{
  static const guint positions[] = { 0, 1, 49, 50, 249, 250, 251, 400, 499 };
  g_autoptr (LoketDesk) desk = open_filled ();
  g_autoptr (LoketClientList) list = create_list (desk);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, N_CLIENTS);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == LOKET_TYPE_CLIENT_ITEM);
  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    {
      g_autofree char *name = g_strdup_printf ("Naam%03u", positions[i]);

      assert_name (list, positions[i], name);
    }
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), N_CLIENTS));
}

static void
test_search_leaves_who_was_found (void)
{
  g_autoptr (LoketDesk) desk = open_filled ();
  g_autoptr (LoketClientList) list = create_list (desk);

  set_scope (list, "naam04", FALSE, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 10);
  assert_name (list, 0, "Naam040");
  assert_name (list, 9, "Naam049");
  g_assert_false (loket_client_list_is_cut_off (list));

  set_scope (list, "nobody", FALSE, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
}

static gpointer
fill_index (LoketDatabase  *database,
            gpointer        input,
            GError        **error)
{
  return loket_note_upkeep_fill (database, error) ? input : NULL;
}

/* Each client has a note; the more to the end of the alphabet, the newer. */
static void
add_notes (LoketDesk *desk)
{
  g_autoptr (GError) error = NULL;

  desk_execute (desk,
                "INSERT INTO trajectory (id, version, act, trajectory_no, client_id, opened_on) "
                "SELECT 't' || id, 1, '', client_no, id, '2026-01-01' FROM client;"
                "INSERT INTO session (id, version, act, session_no, trajectory_id, starts_at, "
                "note_internal) SELECT 's' || id, 1, '', client_no, 't' || id, "
                "date ('2024-01-01', '+' || substr (client_no, 2) || ' days') || 'T10:00', "
                "'Wil heftruck rijden' FROM client;");
  g_assert_nonnull (loket_store_write (loket_desk_get_store (desk), fill_index, desk, &error));
  g_assert_no_error (error);
}

static void
test_who_was_found_in_a_note_shows_it (void)
{
  static const guint positions[] = { 0, 49, 50, 499 };
  g_autoptr (LoketDesk) desk = open_filled ();
  g_autoptr (LoketClientList) list = create_list (desk);

  add_notes (desk);
  set_scope (list, "heftruck", FALSE, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, N_CLIENTS);
  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    {
      g_autoptr (LoketClientItem) item = NULL;
      g_autofree char *name = g_strdup_printf ("Naam%03u", N_CLIENTS - 1 - positions[i]);
      const LoketClientRow *row;

      item = g_list_model_get_item (G_LIST_MODEL (list), positions[i]);
      assert_name (list, positions[i], name);
      row = loket_client_item_get_row (item);
      g_assert_true (row->is_hit);
      g_assert_cmpstr (row->excerpt->text, ==, "Wil heftruck rijden");
    }

  set_scope (list, NULL, FALSE, FALSE);
  assert_name (list, 0, "Naam000");
}

static void
test_own_and_open_are_scopes (void)
{
  g_autoptr (LoketDesk) desk = open_filled ();
  g_autoptr (LoketClientList) list = NULL;

  desk_execute (desk, "INSERT INTO counsellor (id, version, act, code, active) "
                      "VALUES ('x', 1, '', 'A01', 1);"
                      "INSERT INTO trajectory (id, version, act, trajectory_no, client_id, "
                      "opened_on, counsellor_id, closed_on) VALUES "
                      "('1', 1, '', '1', 'id007', '2026-10-05', 'x', NULL), "
                      "('2', 1, '', '2', 'id008', '2026-10-05', 'x', '2026-11-02'), "
                      "('3', 1, '', '3', 'id009', '2026-10-05', NULL, NULL)");
  g_assert_true (loket_desk_identify (desk, "A01", NULL, "test", NULL));
  list = create_list (desk);

  set_scope (list, NULL, TRUE, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  assert_name (list, 0, "Naam007");
  set_scope (list, NULL, TRUE, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  set_scope (list, NULL, FALSE, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  assert_name (list, 1, "Naam009");
}

static void
count_cb (guint *n_times)
{
  (*n_times)++;
}

/* A line that changes keeps its place, and whoever looks at it is told. */
static void
test_change_reaches_the_line_in_its_place (void)
{
  g_autoptr (LoketDesk) desk = open_filled ();
  g_autoptr (LoketClientList) list = create_list (desk);
  g_autoptr (LoketClientItem) item = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  gboolean is_loaded = FALSE;
  guint n_items_changed = 0;

  assert_name (list, 3, "Naam003");
  item = g_list_model_get_item (G_LIST_MODEL (list), 3);
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (count_cb), &n_items_changed);
  g_signal_connect_swapped (list, "loaded", G_CALLBACK (loaded_cb), &is_loaded);

  deed = desk_change (desk, &loket_client_kind, "id003", LOKET_CLIENT_GIVEN_NAME, "Jan");
  await_flag (&is_loaded);
  assert_name (list, 3, "Jan Naam003");
  g_assert_cmpuint (n_items_changed, ==, 0);
}

typedef struct
{
  guint position;
  guint removed;
  guint added;
} Change;

static void
items_changed_cb (Change *change,
                  guint   position,
                  guint   removed,
                  guint   added)
{
  g_assert_cmpuint (change->removed + change->added, ==, 0);
  *change = (Change) { position, removed, added };
}

/* A view keeps its widgets: lines stay, and only the end of the list comes and goes. */
static void
test_line_stays_whoever_stands_in_it (void)
{
  g_autoptr (LoketDesk) desk = open_filled ();
  g_autoptr (LoketClientList) list = create_list (desk);
  g_autoptr (LoketClientItem) item = NULL;
  Change change = { 0 };

  assert_name (list, 3, "Naam003");
  item = g_list_model_get_item (G_LIST_MODEL (list), 3);
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (items_changed_cb), &change);

  set_scope (list, "naam04", FALSE, FALSE);
  g_assert_cmpstr (loket_client_item_get_row (item)->name, ==, "Naam043");
  g_assert_cmpuint (change.position, ==, 10);
  g_assert_cmpuint (change.removed, ==, N_CLIENTS - 10);
  g_assert_cmpuint (change.added, ==, 0);
}

/* What was read for an older scope is not shown as if it were of the newer one. */
static void
test_line_further_on_is_empty_until_it_is_read (void)
{
  g_autoptr (LoketDesk) desk = open_filled ();
  g_autoptr (LoketClientList) list = create_list (desk);
  g_autoptr (LoketClientItem) item = NULL;

  item = g_list_model_get_item (G_LIST_MODEL (list), 70);
  assert_name (list, 70, "Naam070");
  set_scope (list, "naam1", FALSE, FALSE);
  g_assert_null (loket_client_item_get_row (item));
  assert_name (list, 70, "Naam170");
}

static void
test_new_client_makes_the_list_longer (void)
{
  g_autoptr (LoketDesk) desk = open_filled ();
  g_autoptr (LoketClientList) list = create_list (desk);
  gboolean is_loaded = FALSE;

  g_signal_connect_swapped (list, "loaded", G_CALLBACK (loaded_cb), &is_loaded);
  g_free (desk_save_client (desk, "Aaa"));
  await_flag (&is_loaded);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, N_CLIENTS + 1);
  assert_name (list, 0, "Aaa");
  assert_name (list, 500, "Naam499");
}

/* Who types on cuts the older search off; only the last one counts. */
static void
test_newer_search_goes_before_an_older_one (void)
{
  g_autoptr (LoketDesk) desk = open_filled ();
  g_autoptr (LoketClientList) list = create_list (desk);

  loket_client_list_set_scope (list, "n", FALSE, FALSE);
  loket_client_list_set_scope (list, "na", FALSE, FALSE);
  set_scope (list, "naam123", FALSE, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  assert_name (list, 0, "Naam123");
}

static void
problem_cb (LoketClientList *list,
            const char      *sentence,
            char           **problem)
{
  g_free (*problem);
  *problem = g_strdup (sentence);
}

static void
test_problem_is_told (void)
{
  g_autoptr (LoketDesk) desk = open_filled ();
  g_autoptr (LoketClientList) list = create_list (desk);
  g_autofree char *problem = NULL;

  g_signal_connect (list, "problem", G_CALLBACK (problem_cb), &problem);
  loket_desk_close (desk);
  g_signal_emit_by_name (desk, "changed");
  for (guint i = 0; i < 100 && problem == NULL; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (problem, ==, "The store is closed");
}

/* A page that closes while lines are on their way takes nothing down with it. */
static void
test_list_that_is_let_go_is_freed (void)
{
  g_autoptr (LoketDesk) desk = open_filled ();
  LoketClientList *list = create_list (desk);
  LoketClientItem *item = g_list_model_get_item (G_LIST_MODEL (list), 300);
  gpointer watched = list;

  g_object_add_weak_pointer (G_OBJECT (list), &watched);
  g_signal_emit_by_name (desk, "changed");
  g_object_unref (list);
  for (guint i = 0; i < 500 && watched != NULL; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_null (watched);
  g_assert_finalize_object (item);
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/client-list/everybody-is-in-it-and-each-line-arrives",
                   test_everybody_is_in_it_and_each_line_arrives);
  g_test_add_func ("/client-list/search-leaves-who-was-found", test_search_leaves_who_was_found);
  g_test_add_func ("/client-list/who-was-found-in-a-note-shows-it",
                   test_who_was_found_in_a_note_shows_it);
  g_test_add_func ("/client-list/own-and-open-are-scopes", test_own_and_open_are_scopes);
  g_test_add_func ("/client-list/change-reaches-the-line-in-its-place",
                   test_change_reaches_the_line_in_its_place);
  g_test_add_func ("/client-list/line-stays-whoever-stands-in-it",
                   test_line_stays_whoever_stands_in_it);
  g_test_add_func ("/client-list/line-further-on-is-empty-until-it-is-read",
                   test_line_further_on_is_empty_until_it_is_read);
  g_test_add_func ("/client-list/new-client-makes-the-list-longer",
                   test_new_client_makes_the_list_longer);
  g_test_add_func ("/client-list/newer-search-goes-before-an-older-one",
                   test_newer_search_goes_before_an_older_one);
  g_test_add_func ("/client-list/problem-is-told", test_problem_is_told);
  g_test_add_func ("/client-list/list-that-is-let-go-is-freed", test_list_that_is_let_go_is_freed);

  return g_test_run ();
}
