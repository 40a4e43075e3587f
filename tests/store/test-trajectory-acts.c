/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of closing and reopening. It is Saturday 21 November 2026. */

#include "desk-fixture.h"
#include "loket-error.h"
#include "loket-trajectory-acts.h"
#include "loket-undo-act.h"

typedef struct
{
  LoketDesk *desk;
} Fixture;

/* Trajectory t had two sessions, u one; both have a contact that is open. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->desk = desk_open ("store.db");
  desk_execute (
    fixture->desk,
    "INSERT INTO counsellor (id, version, act, code, name, active) VALUES"
    " ('x', 1, '', 'A01', 'Anna', 1);"
    "INSERT INTO client (id, version, act, client_no, family_name, no_contact, no_survey,"
    " sort_name) VALUES ('a', 1, '', 'K1', 'Aa', 0, 0, 'aa'), ('b', 1, '', 'K2', 'Bb', 0, 0, 'bb');"
    "INSERT INTO trajectory (id, version, act, trajectory_no, client_id, opened_on, counsellor_id)"
    " VALUES ('t', 1, '', 'T1', 'a', '2026-11-02', 'x'), ('u', 1, '', 'T2', 'b', '2026-11-02', 'x');"
    "INSERT INTO session (id, version, act, session_no, trajectory_id, starts_at, state) VALUES"
    " ('1', 1, '', '1', 't', '2026-11-05T10:00', 'held'),"
    " ('2', 1, '', '2', 't', '2026-11-12T10:00', 'held'),"
    " ('3', 1, '', '3', 'u', '2026-11-12T10:00', 'held'),"
    " ('4', 1, '', '4', 'u', '2026-11-19T10:00', 'no_show');"
    "INSERT INTO contact (id, version, act, contact_no, trajectory_id, kind, due_on, open_on)"
    " VALUES ('k', 1, '', '1', 't', 'stalled', '2026-12-12', '2026-12-12'),"
    " ('l', 1, '', '2', 'u', 'stalled', '2026-12-12', '2026-12-12');");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  loket_desk_close (fixture->desk);
  g_clear_object (&fixture->desk);
}

static LoketDeed *
close_trajectory (Fixture     *fixture,
                  const char  *id,
                  const char  *wish,
                  const char  *second_session,
                  GError     **error)
{
  const LoketClosing closing = { "advice_given", wish, second_session };
  g_autoptr (GAsyncResult) result = NULL;

  loket_desk_close_trajectory_async (fixture->desk, id, &closing, NULL, desk_result_cb, &result);

  return loket_desk_act_finish (fixture->desk, desk_await (&result), error);
}

static LoketDeed *
reopen_trajectory (Fixture     *fixture,
                   const char  *id,
                   const char  *reason,
                   GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  loket_desk_reopen_trajectory_async (fixture->desk, id, reason, NULL, desk_result_cb, &result);

  return loket_desk_act_finish (fixture->desk, desk_await (&result), error);
}

static void
assert_text (Fixture    *fixture,
             const char *sql,
             const char *expected)
{
  g_autofree char *text = desk_read_text (fixture->desk, sql);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_aftercare (Fixture    *fixture,
                  const char *expected)
{
  assert_text (fixture, "SELECT group_concat (due_on || counsellor_id) FROM (SELECT * FROM contact "
                        "WHERE kind = 'aftercare' AND open_on IS NOT NULL ORDER BY due_on)",
               expected);
}

static void
test_closing_plans_what_is_wanted (Fixture       *fixture,
                                   gconstpointer  data)
{
  static const struct
  {
    const char *wish;
    const char *dates;
  } cases[] = {
    { "no", "" }, { "yes_self", "" }, { "yes_once", "2027-01-04x" },
    { "yes_longer", "2026-12-07x,2027-01-04x,2027-02-15x,2027-05-24x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LoketDeed) deed = close_trajectory (fixture, "t", cases[i].wish, NULL, &error);
      g_autoptr (LoketDeed) undone = NULL;
      g_autofree char *expected = g_strdup_printf ("2026-11-21%sadvice_given", cases[i].wish);

      g_assert_no_error (error);
      g_assert_cmpstr (deed->name, ==, "trajectory.close");
      assert_aftercare (fixture, cases[i].dates);
      assert_text (fixture, "SELECT closed_on || aftercare || outcome FROM trajectory "
                            "WHERE id = 't'", expected);
      assert_text (fixture, "SELECT outcome || done_on FROM contact WHERE id = 'k'",
                   "cancelled2026-11-21");

      /* One undo opens it again, with the contact that was open. */
      undone = loket_desk_undo (fixture->desk, deed->id, &error);
      g_assert_no_error (error);
      assert_aftercare (fixture, "");
      assert_text (fixture, "SELECT open_on FROM contact WHERE id = 'k'", "2026-12-12");
    }
}

static void
test_who_objects_to_contact_gets_none (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (LoketDeed) deed = NULL;

  desk_execute (fixture->desk, "UPDATE client SET no_contact = 1 WHERE id = 'a'");
  deed = close_trajectory (fixture, "t", "yes_longer", NULL, NULL);
  g_assert_nonnull (deed);
  assert_aftercare (fixture, "");
}

static void
test_open_promises_block_closing (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = NULL;

  desk_execute (fixture->desk,
                "INSERT INTO promise (id, version, act, promise_no, trajectory_id, made_by, kind,"
                " due_on, text, done_on) VALUES"
                " ('p', 1, '', '1', 't', 'counsellor', 'send', '2026-11-30', 'Brochure', NULL),"
                " ('q', 1, '', '2', 't', 'counsellor', 'callback', '2026-11-30', NULL, NULL),"
                " ('r', 1, '', '3', 't', 'client', 'send', '2026-11-30', 'Cv', NULL),"
                " ('s', 1, '', '4', 't', 'counsellor', 'send', '2026-11-10', 'Lijst', '2026-11-10')");
  g_assert_null (close_trajectory (fixture, "t", "no", NULL, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT);
  store_assert_says (error, "“Brochure”, “Call back”");
  assert_text (fixture, "SELECT closed_on FROM trajectory WHERE id = 't'", "");
  assert_text (fixture, "SELECT open_on FROM contact WHERE id = 'k'", "2026-12-12");

  desk_execute (fixture->desk, "UPDATE promise SET done_on = '2026-11-20' WHERE id IN ('p', 'q')");
  deed = close_trajectory (fixture, "t", "no", NULL, NULL);
  g_assert_nonnull (deed);
}

static void
test_one_session_asks_for_a_second (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = NULL;

  g_assert_null (close_trajectory (fixture, "u", "no", NULL, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
  deed = close_trajectory (fixture, "u", "no", "not_wanted", NULL);
  g_assert_nonnull (deed);
  assert_text (fixture, "SELECT second_session FROM trajectory WHERE id = 'u'", "not_wanted");
}

static void
test_closed_is_closed (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (LoketDeed) deed = close_trajectory (fixture, "t", "no", NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (close_trajectory (fixture, "t", "no", NULL, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONFLICT);
}

static void
test_reopening_needs_a_reason (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (LoketDeed) closed = close_trajectory (fixture, "t", "yes_longer", NULL, NULL);
  g_autoptr (LoketDeed) reopened = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (reopen_trajectory (fixture, "t", "  ", &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);

  reopened = reopen_trajectory (fixture, "t", "Baan verloren", NULL);
  g_assert_nonnull (reopened);
  assert_aftercare (fixture, "");
  assert_text (fixture, "SELECT reopened_on || reopen_reason || coalesce (closed_on, 'open') || "
                        "coalesce (aftercare, '') FROM trajectory WHERE id = 't'",
               "2026-11-21Baan verlorenopen");
}

/* What the rules ask for in an open trajectory is there at once: ten working days after the request
 * somebody asks after the test. One undo takes it back. */
static void
test_reopening_plans_what_is_open (Fixture       *fixture,
                                   gconstpointer  data)
{
  static const char *const planned = "SELECT group_concat (due_on) FROM contact "
                                     "WHERE kind = 'assessment_pending' AND open_on IS NOT NULL";
  g_autoptr (LoketDeed) closed = close_trajectory (fixture, "t", "yes_longer", NULL, NULL);
  g_autoptr (LoketDeed) reopened = NULL;
  g_autoptr (LoketDeed) undone = NULL;

  desk_execute (fixture->desk,
                "INSERT INTO assessment (id, version, act, assessment_no, trajectory_id, kind,"
                " requested_on) VALUES ('a', 1, '', '1', 't', 'interest', '2026-11-16')");
  reopened = reopen_trajectory (fixture, "t", "Baan verloren", NULL);
  g_assert_nonnull (reopened);
  assert_text (fixture, planned, "2026-11-30");
  undone = loket_desk_undo (fixture->desk, reopened->id, NULL);
  g_assert_nonnull (undone);
  assert_text (fixture, planned, "");
  assert_aftercare (fixture, "2026-12-07x,2027-01-04x,2027-02-15x,2027-05-24x");
}

/* Closing again plans anew; what was cancelled stays so. */
static void
test_closing_again_plans_anew (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (LoketDeed) closed = close_trajectory (fixture, "t", "yes_longer", NULL, NULL);
  g_autoptr (LoketDeed) reopened = reopen_trajectory (fixture, "t", "Baan verloren", NULL);
  g_autoptr (LoketDeed) again = close_trajectory (fixture, "t", "yes_once", NULL, NULL);

  g_assert_nonnull (again);
  assert_aftercare (fixture, "2027-01-04x");
  assert_text (fixture, "SELECT count(*) FROM contact WHERE kind = 'aftercare' "
                        "AND outcome = 'cancelled'", "4");
}

static void
add_test (const char *path,
          void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  add_test ("/trajectory-acts/closing-plans-what-is-wanted", test_closing_plans_what_is_wanted);
  add_test ("/trajectory-acts/who-objects-to-contact-gets-none",
            test_who_objects_to_contact_gets_none);
  add_test ("/trajectory-acts/open-promises-block-closing", test_open_promises_block_closing);
  add_test ("/trajectory-acts/one-session-asks-for-a-second", test_one_session_asks_for_a_second);
  add_test ("/trajectory-acts/closed-is-closed", test_closed_is_closed);
  add_test ("/trajectory-acts/reopening-needs-a-reason", test_reopening_needs_a_reason);
  add_test ("/trajectory-acts/reopening-plans-what-is-open", test_reopening_plans_what_is_open);
  add_test ("/trajectory-acts/closing-again-plans-anew", test_closing_again_plans_anew);

  return g_test_run ();
}
