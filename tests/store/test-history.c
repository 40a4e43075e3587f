/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the history of a client: every act, who, when, and what it changed. */

#include "desk-fixture.h"
#include "loket-client.h"
#include "loket-history.h"
#include "loket-record-table.h"
#include "loket-save-act.h"
#include "loket-session.h"
#include "loket-trajectory.h"
#include "loket-undo-act.h"

typedef struct
{
  LoketDesk *desk;
  char *client;
  char *trajectory;
} Fixture;

static char *
add (Fixture         *fixture,
     const LoketKind *kind,
     guint            owner,
     const char      *owner_id,
     guint            field,
     const char      *value)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (kind);
  g_autoptr (LoketDeed) deed = NULL;

  loket_draft_set_value (draft, owner, owner_id);
  loket_draft_set_value (draft, field, value);
  deed = desk_save (fixture->desk, draft);

  return g_strdup (deed->subject_id);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->desk = desk_open ("store.db");
  desk_execute (fixture->desk,
                "INSERT INTO counsellor (id, version, act, code, name, active) VALUES"
                " ('x', 1, '', 'A01', 'Anna', 1), ('y', 1, '', 'A02', 'Bo', 1);");
  g_assert_true (loket_desk_identify (fixture->desk, "A01", NULL, "test", NULL));
  fixture->client = desk_save_client (fixture->desk, "Jansen");
  fixture->trajectory = add (fixture, &loket_trajectory_kind, LOKET_TRAJECTORY_CLIENT_NO,
                             fixture->client, LOKET_TRAJECTORY_OPENED_ON, "2026-11-02");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  loket_desk_close (fixture->desk);
  g_clear_object (&fixture->desk);
  g_free (fixture->client);
  g_free (fixture->trajectory);
}

static LoketHistoryPage *
load (Fixture    *fixture,
      const char *record_id,
      const char *before)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LoketHistoryPage *page;

  loket_desk_load_history_async (fixture->desk, fixture->client, record_id, before, NULL,
                                 desk_result_cb, &result);
  page = loket_desk_load_history_finish (fixture->desk, desk_await (&result), &error);
  g_assert_no_error (error);

  return page;
}

static const LoketHistoryAct *
get_act (LoketHistoryPage *page,
         guint             position)
{
  g_assert_cmpuint (page->acts->len, >, position);

  return page->acts->pdata[position];
}

static void
assert_line (const LoketHistoryAct *act,
             guint                  position,
             LoketHistoryEvent      event,
             const LoketKind       *kind)
{
  const LoketHistoryLine *line;

  g_assert_cmpuint (act->lines->len, >, position);
  line = act->lines->pdata[position];
  g_assert_cmpint (line->event, ==, event);
  g_assert_true (line->kind == kind);
}

static void
assert_values (const LoketHistoryAct *act,
               guint                  field,
               const char            *old_value,
               const char            *new_value)
{
  const LoketHistoryLine *line = act->lines->pdata[0];

  g_assert_cmpuint (line->field, ==, field);
  g_assert_cmpstr (line->old_value, ==, old_value);
  g_assert_cmpstr (line->new_value, ==, new_value);
}

static void
test_who_when_and_what (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (LoketDeed) first = desk_change (fixture->desk, &loket_client_kind, fixture->client,
                                             LOKET_CLIENT_PHONE, "0612345678");
  g_autoptr (LoketDeed) second = desk_change (fixture->desk, &loket_client_kind, fixture->client,
                                              LOKET_CLIENT_PHONE, "0687654321");
  g_autoptr (LoketHistoryPage) page = load (fixture, NULL, NULL);
  const LoketHistoryAct *act = get_act (page, 0);

  g_assert_cmpuint (page->acts->len, ==, 4);
  g_assert_false (page->has_more);
  g_assert_cmpstr (act->name, ==, "test.save");
  g_assert_cmpstr (act->who, ==, "Anna");
  g_assert_true (g_str_has_prefix (act->at, "2026-11-21T"));
  assert_line (act, 0, LOKET_HISTORY_CHANGED, &loket_client_kind);
  assert_values (act, LOKET_CLIENT_PHONE, "0612345678", "0687654321");
  assert_values (get_act (page, 1), LOKET_CLIENT_PHONE, NULL, "0612345678");
  assert_line (get_act (page, 2), 0, LOKET_HISTORY_MADE, &loket_trajectory_kind);
  assert_line (get_act (page, 3), 0, LOKET_HISTORY_MADE, &loket_client_kind);
}

static void
test_references_have_names (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (LoketDeed) first = desk_change (fixture->desk, &loket_trajectory_kind,
                                             fixture->trajectory, LOKET_TRAJECTORY_COUNSELLOR, "x");
  g_autoptr (LoketDeed) second = desk_change (fixture->desk, &loket_trajectory_kind,
                                              fixture->trajectory, LOKET_TRAJECTORY_COUNSELLOR,
                                              "y");
  g_autoptr (LoketHistoryPage) page = load (fixture, NULL, NULL);

  assert_values (get_act (page, 0), LOKET_TRAJECTORY_COUNSELLOR, "Anna", "Bo");
}

static void
test_told_apart_have_numbers (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autofree char *other = desk_save_client (fixture->desk, "Bakker");
  g_autoptr (LoketRecord) record = desk_load (fixture->desk, &loket_client_kind, other);
  g_autofree char *ids = g_strconcat (other, ";gone", NULL);
  g_autoptr (LoketDeed) deed = desk_change (fixture->desk, &loket_client_kind, fixture->client,
                                            LOKET_CLIENT_NOT_SAME, ids);
  g_autoptr (LoketHistoryPage) page = load (fixture, NULL, NULL);

  assert_values (get_act (page, 0), LOKET_CLIENT_NOT_SAME, NULL,
                 loket_record_get_text (record, LOKET_CLIENT_CLIENT_NO));
}

/* What is taken back is told, and so is the record that is not there any more. */
static void
test_undone_is_told (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *session = add (fixture, &loket_session_kind, LOKET_SESSION_TRAJECTORY_NO,
                                  fixture->trajectory, LOKET_SESSION_STARTS_AT,
                                  "2026-11-10T10:00");
  g_autofree char *made = desk_read_text (fixture->desk, "SELECT act FROM session");
  g_autoptr (LoketDeed) undone = loket_desk_undo (fixture->desk, made, NULL);
  g_autoptr (LoketHistoryPage) page = load (fixture, NULL, NULL);
  const LoketHistoryAct *act = get_act (page, 0);

  g_assert_nonnull (undone);
  g_assert_cmpstr (act->undone, ==, "test.save");
  g_assert_cmpuint (act->lines->len, ==, 1);
  assert_line (act, 0, LOKET_HISTORY_REMOVED, &loket_session_kind);
}

static void
test_one_record_alone (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *session = add (fixture, &loket_session_kind, LOKET_SESSION_TRAJECTORY_NO,
                                  fixture->trajectory, LOKET_SESSION_STARTS_AT,
                                  "2026-11-10T10:00");
  g_autoptr (LoketDeed) first = desk_change (fixture->desk, &loket_session_kind, session,
                                             LOKET_SESSION_MINUTES, "30");
  g_autoptr (LoketDeed) second = desk_change (fixture->desk, &loket_client_kind, fixture->client,
                                              LOKET_CLIENT_CITY, "Tiel");
  g_autoptr (LoketHistoryPage) page = load (fixture, session, NULL);

  g_assert_cmpuint (page->acts->len, ==, 2);
  assert_values (get_act (page, 0), LOKET_SESSION_MINUTES, NULL, "30");
}

static void
test_others_stay_out (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *other = desk_save_client (fixture->desk, "Bakker");
  g_autoptr (LoketDeed) deed = desk_change (fixture->desk, &loket_client_kind, other,
                                            LOKET_CLIENT_CITY, "Tiel");
  g_autoptr (LoketHistoryPage) page = load (fixture, NULL, NULL);

  g_assert_cmpuint (page->acts->len, ==, 2);
}

/* Every act is on one page, and on one only. */
static void
test_pages_meet (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *before = NULL;
  gboolean has_more = TRUE;
  guint n_pages = 0;

  for (guint i = 0; i < 75; i++)
    {
      g_autofree char *city = g_strdup_printf ("Plaats %u", i);
      g_autoptr (LoketDeed) deed = desk_change (fixture->desk, &loket_client_kind,
                                                fixture->client, LOKET_CLIENT_CITY, city);
    }

  while (has_more)
    {
      g_autoptr (LoketHistoryPage) page = load (fixture, NULL, before);

      for (guint i = 0; i < page->acts->len; i++)
        g_assert_true (g_hash_table_add (seen, g_strdup (get_act (page, i)->id)));
      has_more = page->has_more;
      g_free (before);
      before = g_strdup (get_act (page, page->acts->len - 1)->id);
      n_pages++;
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 77);
  g_assert_cmpuint (n_pages, ==, 3);
}

/* A store that cannot be read is no store without numbers. */
static void
test_failures_are_told (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char *const breaks[] = {
    "ALTER TABLE session_question RENAME TO elsewhere",
    "ALTER TABLE counsellor RENAME TO somewhere",
  };
  g_autofree char *session = add (fixture, &loket_session_kind, LOKET_SESSION_TRAJECTORY_NO,
                                  fixture->trajectory, LOKET_SESSION_STARTS_AT,
                                  "2026-11-10T10:00");
  g_autoptr (LoketHistoryPage) whole = load (fixture, session, NULL);

  g_assert_cmpuint (whole->acts->len, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (LoketHistoryPage) page = NULL;
      g_autoptr (GError) error = NULL;

      desk_execute (fixture->desk, breaks[i]);
      loket_desk_load_history_async (fixture->desk, fixture->client, i == 0 ? session : NULL, NULL,
                                     NULL, desk_result_cb, &result);
      page = loket_desk_load_history_finish (fixture->desk, desk_await (&result), &error);
      g_assert_null (page);
      g_assert_nonnull (error);
    }
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/history/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("who-when-and-what", test_who_when_and_what);
  ADD ("references-have-names", test_references_have_names);
  ADD ("told-apart-have-numbers", test_told_apart_have_numbers);
  ADD ("undone-is-told", test_undone_is_told);
  ADD ("one-record-alone", test_one_record_alone);
  ADD ("others-stay-out", test_others_stay_out);
  ADD ("pages-meet", test_pages_meet);
  ADD ("failures-are-told", test_failures_are_told);
#undef ADD

  return g_test_run ();
}
