/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of what work came from, and of work that is gone. It is Saturday 21 November 2026. */

#include "desk-fixture.h"
#include "loket-error.h"
#include "loket-origin.h"

typedef struct
{
  LoketDesk *desk;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->desk = desk_open ("store.db");
  desk_execute (
    fixture->desk,
    "INSERT INTO client (id, version, act, client_no, family_name, no_contact, no_survey,"
    " sort_name) VALUES ('a', 1, '', 'K1', 'Aa', 0, 0, 'aa');"
    "INSERT INTO trajectory (id, version, act, trajectory_no, client_id, opened_on)"
    " VALUES ('t', 1, '', 'T1', 'a', '2026-11-02'), ('u', 1, '', 'T2', 'a', '2026-11-02');"
    "INSERT INTO session (id, version, act, session_no, trajectory_id, starts_at, state,"
    " note_client, note_internal) VALUES"
    " ('1', 1, '', '1', 't', '2026-11-05T10:00', 'held', 'Sends the folder', NULL),"
    " ('2', 1, '', '2', 't', '2026-11-12T10:00', 'held', NULL, 'Was tired'),"
    " ('3', 1, '', '3', 't', '2026-11-19T10:00', 'no_show', 'Nobody came', NULL),"
    " ('4', 1, '', '4', 't', '2026-12-03T10:00', 'planned', NULL, NULL),"
    " ('5', 1, '', '5', 't', '2026-11-26T10:00', 'planned', NULL, NULL);"
    "INSERT INTO promise (id, version, act, promise_no, trajectory_id, made_by, kind, due_on,"
    " session_id) VALUES ('p', 1, '', '1', 't', 'counsellor', 'send', '2026-11-24', '1'),"
    " ('q', 1, '', '2', 't', 'counsellor', 'send', '2026-11-24', NULL);");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  loket_desk_close (fixture->desk);
  g_clear_object (&fixture->desk);
}

static LoketOrigin *
load (Fixture        *fixture,
      LoketWorkType   type,
      const char     *record_id,
      const char     *trajectory_id,
      GError        **error)
{
  const LoketWork work = {
    .type = type,
    .record_id = (char *) record_id,
    .trajectory_id = (char *) trajectory_id,
    .client_id = (char *) "a",
    .client_name = (char *) "Aa",
  };
  g_autoptr (LoketWorkItem) item = loket_work_item_new (&work);
  g_autoptr (GAsyncResult) result = NULL;

  loket_desk_load_origin_async (fixture->desk, item, NULL, desk_result_cb, &result);

  return loket_desk_load_origin_finish (fixture->desk, desk_await (&result), error);
}

static void
assert_origin (Fixture       *fixture,
               LoketWorkType  type,
               const char    *record_id,
               const char    *note,
               const char    *noted_on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketOrigin) origin = load (fixture, type, record_id, "t", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (origin->note, ==, note);
  g_assert_cmpstr (origin->noted_on, ==, noted_on);
  g_assert_cmpstr (origin->next_session, ==, "2026-11-26T10:00");
}

static void
test_a_promise_comes_from_its_session (Fixture       *fixture,
                                       gconstpointer  data)
{
  assert_origin (fixture, LOKET_WORK_PROMISE, "p", "Sends the folder", "2026-11-05");
}

/* A contact need not exist for that: it says by itself whose it is. */
static void
test_all_else_comes_from_the_last_one_held (Fixture       *fixture,
                                            gconstpointer  data)
{
  assert_origin (fixture, LOKET_WORK_PROMISE, "q", "Was tired", "2026-11-12");
  assert_origin (fixture, LOKET_WORK_CONTACT, "gone", "Was tired", "2026-11-12");
}

static void
test_without_a_session_there_is_nothing_to_tell (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketOrigin) origin = load (fixture, LOKET_WORK_CONTACT, "c", "u", &error);

  g_assert_no_error (error);
  g_assert_null (origin->note);
  g_assert_null (origin->noted_on);
  g_assert_null (origin->next_session);
}

/* Somebody removed it while it stood on the list. */
static void
test_a_promise_that_is_gone_is_not_found (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load (fixture, LOKET_WORK_PROMISE, "gone", "t", &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND);
}

static void
test_a_store_that_fails_is_told (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  desk_execute (fixture->desk, "ALTER TABLE session RENAME TO lost");
  g_assert_null (load (fixture, LOKET_WORK_CONTACT, "c", "t", &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_STORAGE);
}

static void
add (const char *rule,
     void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/origin/", rule, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  add ("a-promise-comes-from-its-session", test_a_promise_comes_from_its_session);
  add ("all-else-comes-from-the-last-one-held", test_all_else_comes_from_the_last_one_held);
  add ("without-a-session-there-is-nothing-to-tell",
       test_without_a_session_there_is_nothing_to_tell);
  add ("a-promise-that-is-gone-is-not-found", test_a_promise_that_is_gone_is_not_found);
  add ("a-store-that-fails-is-told", test_a_store_that_fails_is_told);

  return g_test_run ();
}
