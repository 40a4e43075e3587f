/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of what is learned from the last sessions. It is Saturday 21 November 2026, 10:40. */

#include "desk-fixture.h"
#include "loket-habits.h"
#include "loket-session-form.h"

typedef struct
{
  const char *channel;
  int minutes;
} Held;

static LoketDesk *
open_with (const Held *sessions,
           guint       n)
{
  LoketDesk *desk = desk_open ("store.db");

  desk_execute (desk,
                "INSERT INTO counsellor (id, version, act, code, name, active) VALUES"
                " ('x', 1, '', 'A01', 'Anna', 1), ('y', 1, '', 'A02', 'Bob', 1);"
                "INSERT INTO client (id, version, act, client_no, family_name, no_contact,"
                " no_survey, sort_name) VALUES ('a', 1, '', 'K1', 'Aa', 0, 0, 'aa');"
                "INSERT INTO trajectory (id, version, act, trajectory_no, client_id, opened_on)"
                " VALUES ('t', 1, '', 'T1', 'a', '2026-01-02')");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *sql = NULL;

      /* The last one of the list is the latest. */
      sql = g_strdup_printf ("INSERT INTO session (id, version, act, session_no, trajectory_id,"
                             " starts_at, counsellor_id, state, channel, minutes) VALUES"
                             " ('s%u', 1, '', 'S%u', 't', '2026-11-01T10:%02u', 'x', 'held',"
                             " '%s', %d)",
                             i, i, i, sessions[i].channel, sessions[i].minutes);
      desk_execute (desk, sql);
    }
  desk_execute (desk, "INSERT INTO session (id, version, act, session_no, trajectory_id, starts_at,"
                      " counsellor_id, state, channel, minutes) VALUES"
                      " ('o', 1, '', 'O', 't', '2026-11-02T10:00', 'y', 'held', 'walk', 90),"
                      " ('p', 1, '', 'P', 't', '2026-11-03T10:00', 'x', 'no_show', 'walk', 90),"
                      " ('q', 1, '', 'Q', 't', '2026-12-03T10:00', 'x', 'held', 'walk', 90)");
  g_assert_true (loket_desk_identify (desk, "A01", NULL, NULL, NULL));

  return desk;
}

static void
assert_learned (const Held *sessions,
                guint       n,
                const char *channel,
                int         minutes)
{
  g_autoptr (LoketDesk) desk = open_with (sessions, n);
  g_autoptr (LoketHabits) habits = loket_habits_new (desk);
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while ((loket_habits_get_minutes (habits) != minutes
          || g_strcmp0 (loket_habits_get_channel (habits), channel) != 0)
         && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (loket_habits_get_minutes (habits), ==, minutes);
  g_assert_cmpstr (loket_habits_get_channel (habits), ==, channel);
  g_clear_object (&habits);
  loket_desk_close (desk);
}

static void
test_channel_and_length_are_learned (void)
{
  static const Held sessions[] = {
    { "phone", 28 }, { "location", 60 }, { "phone", 32 }, { "phone", 29 }, { "location", 0 },
  };

  assert_learned (sessions, G_N_ELEMENTS (sessions), "phone", 30);
}

/* Twenty are looked at: who changes habits is followed. */
static void
test_old_sessions_are_forgotten (void)
{
  Held sessions[41];

  for (guint i = 0; i < G_N_ELEMENTS (sessions); i++)
    sessions[i] = i < 30 ? (Held) { "phone", 20 } : (Held) { "online", 45 };
  assert_learned (sessions, G_N_ELEMENTS (sessions), "online", 45);
}

static void
test_too_few_say_nothing_of_the_length (void)
{
  static const Held sessions[] = { { "walk", 30 }, { "walk", 30 } };

  assert_learned (sessions, G_N_ELEMENTS (sessions), "walk", 0);
}

static void
test_of_an_earlier_day_the_end_is_proposed (void)
{
  static const char now[] = "2026-11-21T10:40";
  g_autoptr (LoketForm) form = loket_session_form_new ("f", "a", "t", "x", "phone", now);

  g_assert_false (loket_session_form_propose_end (form, 45, now));
  loket_form_set_value (form, LOKET_SESSION_FORM_DATE, "20-11");
  g_assert_false (loket_session_form_propose_end (form, 0, now));
  g_assert_true (loket_session_form_propose_end (form, 45, now));
  g_assert_cmpstr (loket_form_get_value (form, LOKET_SESSION_FORM_END), ==, "11:25");
  /* What a person typed stays. */
  loket_form_set_value (form, LOKET_SESSION_FORM_END, "11:00");
  g_assert_false (loket_session_form_propose_end (form, 45, now));
  g_assert_cmpstr (loket_form_get_value (form, LOKET_SESSION_FORM_END), ==, "11:00");
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/habits/channel-and-length-are-learned", test_channel_and_length_are_learned);
  g_test_add_func ("/habits/old-sessions-are-forgotten", test_old_sessions_are_forgotten);
  g_test_add_func ("/habits/too-few-say-nothing-of-the-length",
                   test_too_few_say_nothing_of_the_length);
  g_test_add_func ("/habits/of-an-earlier-day-the-end-is-proposed",
                   test_of_an_earlier_day_the_end_is_proposed);

  return g_test_run ();
}
