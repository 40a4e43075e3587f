/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Clients, what is open of them, and the form of an appointment. */

#include "session-fixture.h"

#include "loket-error.h"
#include "loket-session-act.h"

/* Client a has an open trajectory with things to do, client b none, client c a closed one. */
void
session_set_up (SessionFixture *fixture,
                gconstpointer   data)
{
  fixture->desk = desk_open ("store.db");
  desk_execute (
    fixture->desk,
    "INSERT INTO counsellor (id, version, act, code, name, active) VALUES"
    " ('x', 1, '', 'A01', 'Anna', 1);"
    "INSERT INTO client (id, version, act, client_no, family_name, situation, no_contact,"
    " no_survey, sort_name) VALUES"
    " ('a', 1, '', 'K1', 'Aa', 'work', 0, 0, 'aa'),"
    " ('b', 1, '', 'K2', 'Bb', 'jobseeker', 0, 0, 'bb'),"
    " ('c', 1, '', 'K3', 'Cc', NULL, 0, 0, 'cc');"
    "INSERT INTO trajectory (id, version, act, trajectory_no, client_id, opened_on, closed_on)"
    " VALUES ('t', 1, '', 'T1', 'a', '2026-11-02', NULL),"
    " ('u', 1, '', 'T2', 'c', '2026-01-05', '2026-03-02');"
    "INSERT INTO session (id, version, act, session_no, trajectory_id, starts_at, state) VALUES"
    " ('s', 1, '', 'G9', 't', '2026-11-21T10:00', 'planned');"
    "INSERT INTO promise (id, version, act, promise_no, trajectory_id, made_by, kind, due_on)"
    " VALUES ('p', 1, '', 'B9', 't', 'counsellor', 'send', '2026-11-19');"
    "INSERT INTO contact (id, version, act, contact_no, trajectory_id, kind, due_on, open_on)"
    " VALUES ('k', 1, '', 'C8', 't', 'first_response', '2026-11-05', '2026-11-05'),"
    " ('l', 1, '', 'C9', 't', 'other', '2026-11-04', '2026-11-04');");
  fixture->form = loket_session_form_new (SESSION_FORM_ID, "a", "t", "x", "phone",
                                          "2026-11-21T10:10");
}

void
session_tear_down (SessionFixture *fixture,
                   gconstpointer   data)
{
  loket_form_free (fixture->form);
  loket_desk_close (fixture->desk);
  g_clear_object (&fixture->desk);
}

void
session_set (SessionFixture *fixture,
             const char     *name,
             const char     *value)
{
  loket_form_set_value (fixture->form, name, value);
}

LoketDeed *
session_log (SessionFixture *fixture,
             GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  loket_desk_log_session_async (fixture->desk, fixture->form, NULL, desk_result_cb, &result);

  return loket_desk_act_finish (fixture->desk, desk_await (&result), error);
}

LoketDeed *
session_save (SessionFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  LoketDeed *deed = session_log (fixture, &error);

  g_assert_no_error (error);

  return deed;
}

void
session_assert_refused (SessionFixture *fixture,
                        int             code,
                        const char     *words)
{
  g_autofree char *before = desk_read_text (fixture->desk, "SELECT count(*) FROM change_log");
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (session_log (fixture, &error));
  g_assert_error (error, LOKET_ERROR, code);
  store_assert_says (error, words);
  after = desk_read_text (fixture->desk, "SELECT count(*) FROM change_log");
  g_assert_cmpstr (after, ==, before);
}

void
session_assert_text (SessionFixture *fixture,
                     const char     *sql,
                     const char     *expected)
{
  g_autofree char *text = desk_read_text (fixture->desk, sql);

  g_assert_cmpstr (text, ==, expected);
}
