/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of what only the change log remembers of a trajectory. It is Saturday 21 November 2026. */

#include "desk-fixture.h"
#include "loket-dossier.h"
#include "loket-trajectory.h"
#include "loket-trajectory-acts.h"
#include "loket-undo-act.h"

typedef struct
{
  LoketDesk *desk;
  char *client;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->desk = desk_open ("store.db");
  fixture->client = g_strdup ("a");
  desk_execute (
    fixture->desk,
    "INSERT INTO counsellor (id, version, act, code, name, active) VALUES"
    " ('x', 1, '', 'A01', 'Anna', 1), ('y', 1, '', 'A02', 'Bo', 1);"
    "INSERT INTO client (id, version, act, client_no, family_name, no_contact, no_survey,"
    " sort_name) VALUES ('a', 1, '', 'K1', 'Aa', 0, 0, 'aa');"
    "INSERT INTO trajectory (id, version, act, trajectory_no, client_id, opened_on)"
    " VALUES ('t', 1, '', 'T1', 'a', '2026-11-02');");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  loket_desk_close (fixture->desk);
  g_clear_object (&fixture->desk);
  g_free (fixture->client);
}

/* Says the turns as "type date text", one after the other. */
static void
assert_turns (Fixture    *fixture,
              const char *expected)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LoketDossier) dossier = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *turns;

  loket_desk_load_dossier_async (fixture->desk, "a", NULL, desk_result_cb, &result);
  dossier = loket_desk_load_dossier_finish (fixture->desk, desk_await (&result), NULL);
  turns = loket_dossier_get_turns (dossier);
  for (guint i = turns->len; i > 0; i--)
    {
      const LoketTurn *turn = turns->pdata[i - 1];

      g_string_append_printf (text, "%d %s %s;", turn->type, turn->date.text, turn->text);
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static LoketDeed *
close_trajectory (Fixture *fixture)
{
  const LoketClosing closing = { "referred", "no", NULL };
  g_autoptr (GAsyncResult) result = NULL;

  loket_desk_close_trajectory_async (fixture->desk, "t", &closing, NULL, desk_result_cb, &result);

  return loket_desk_act_finish (fixture->desk, desk_await (&result), NULL);
}

static LoketDeed *
reopen_trajectory (Fixture    *fixture,
                   const char *reason)
{
  g_autoptr (GAsyncResult) result = NULL;

  loket_desk_reopen_trajectory_async (fixture->desk, "t", reason, NULL, desk_result_cb, &result);

  return loket_desk_act_finish (fixture->desk, desk_await (&result), NULL);
}

static void
test_who_took_it_and_who_took_over (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (LoketDeed) taken = desk_change (fixture->desk, &loket_trajectory_kind, "t",
                                             LOKET_TRAJECTORY_COUNSELLOR, "x");
  g_autoptr (LoketDeed) handed = NULL;
  g_autoptr (LoketDeed) undone = NULL;

  assert_turns (fixture, "0 2026-11-21 x;");
  handed = desk_change (fixture->desk, &loket_trajectory_kind, "t", LOKET_TRAJECTORY_COUNSELLOR,
                        "y");
  assert_turns (fixture, "0 2026-11-21 x;1 2026-11-21 y;");

  /* What was undone did not happen. */
  undone = loket_desk_undo (fixture->desk, handed->id, NULL);
  g_assert_nonnull (undone);
  assert_turns (fixture, "0 2026-11-21 x;");
}

static void
test_former_closings_are_remembered (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (LoketDeed) closed = close_trajectory (fixture);
  g_autoptr (LoketDeed) reopened = NULL;
  g_autoptr (LoketDeed) closed_again = NULL;
  g_autoptr (LoketDeed) reopened_again = NULL;

  /* The trajectory itself tells of its last closing. */
  assert_turns (fixture, "");
  reopened = reopen_trajectory (fixture, "Lost the job");
  assert_turns (fixture, "2 2026-11-21 referred;");
  closed_again = close_trajectory (fixture);
  reopened_again = reopen_trajectory (fixture, "Moved house");
  g_assert_nonnull (reopened_again);
  assert_turns (fixture, "2 2026-11-21 referred;2 2026-11-21 referred;");
}

static void
test_undone_closing_is_none (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (LoketDeed) closed = close_trajectory (fixture);
  g_autoptr (LoketDeed) undone = loket_desk_undo (fixture->desk, closed->id, NULL);
  g_autoptr (LoketDeed) redone = loket_desk_undo (fixture->desk, undone->id, NULL);
  g_autoptr (LoketDeed) undone_again = NULL;

  g_assert_nonnull (redone);
  assert_turns (fixture, "");
  undone_again = loket_desk_undo (fixture->desk, redone->id, NULL);
  g_assert_nonnull (undone_again);
  assert_turns (fixture, "");
}

/* Whoever is kept out of the survey was not invited. */
static void
test_invitation_is_a_turn (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *expected = g_strdup_printf ("%d 2026-11-20 (null);", LOKET_TURN_INVITED);

  desk_execute (fixture->desk,
                "INSERT INTO invitee (id, version, act, trajectory_id, questionnaire, excluded_on,"
                " reason) VALUES ('i', 1, '', 't', 'kto', '2026-11-19', 'ill')");
  assert_turns (fixture, "");
  desk_execute (fixture->desk, "UPDATE invitee SET reason = NULL, excluded_on = NULL,"
                               " drawn_on = '2026-11-20', token = 'K'");
  assert_turns (fixture, expected);
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

#define ADD(name, func)                                                                            \
  g_test_add ("/trajectory-course/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("who-took-it-and-who-took-over", test_who_took_it_and_who_took_over);
  ADD ("former-closings-are-remembered", test_former_closings_are_remembered);
  ADD ("undone-closing-is-none", test_undone_closing_is_none);
  ADD ("invitation-is-a-turn", test_invitation_is_a_turn);
#undef ADD

  return g_test_run ();
}
