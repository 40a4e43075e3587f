/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of sessions that go on after they were saved, and of sessions with a group. */

#include "loket-client.h"
#include "loket-error.h"
#include "loket-merge-act.h"
#include "loket-session-form.h"
#include "loket-session.h"
#include "loket-undo-act.h"
#include "session-fixture.h"

#define NEXT_ID "01234567-89ab-7def-8123-4567890000aa"

/* Saves the form and goes on with the same session. */
static LoketDeed *
save_and_go_on (SessionFixture *fixture)
{
  LoketDeed *deed = session_save (fixture);
  LoketForm *next = loket_session_form_go_on (fixture->form, NEXT_ID, deed->subject_id);

  loket_form_free (fixture->form);
  fixture->form = next;

  return deed;
}

static void
add_member (SessionFixture *fixture,
            const char     *client_id,
            const char     *state)
{
  const LoketFormMember member = { client_id, client_id, state };

  loket_session_form_set_member (fixture->form, loket_session_form_get_n_members (fixture->form),
                                 &member);
}

static void
test_going_on_changes_the_same_session (SessionFixture *fixture,
                                        gconstpointer   data)
{
  const LoketFormPromise promise = { "send", "24-11", "Brochure", "retraining" };
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (LoketDeed) second = NULL;

  loket_session_form_set_code (fixture->form, LOKET_SESSION_FORM_QUESTIONS, "retraining", TRUE);
  loket_session_form_set_code (fixture->form, LOKET_SESSION_FORM_ASSESSMENTS, "interest", TRUE);
  loket_session_form_set_promise (fixture->form, 0, &promise);
  session_set (fixture, LOKET_SESSION_FORM_NEXT_DATE, "4-12");
  session_set (fixture, LOKET_SESSION_FORM_NEXT_TIME, "10");
  session_set (fixture, LOKET_SESSION_FORM_NOTE_CLIENT, "Eerst");
  deed = save_and_go_on (fixture);

  session_set (fixture, LOKET_SESSION_FORM_NOTE_CLIENT, NULL);
  session_set (fixture, LOKET_SESSION_FORM_NOTE_INTERNAL, "Later");
  second = session_save (fixture);
  g_assert_cmpstr (second->subject_id, ==, deed->subject_id);
  session_assert_text (fixture,
                       "SELECT group_concat (coalesce (note_client, '-') || note_internal) "
                       "FROM session WHERE state = 'held'",
                       "-Later");
  /* What was recorded once is not recorded again. */
  session_assert_text (fixture,
                       "SELECT (SELECT count(*) FROM assessment) || ' ' || (SELECT count(*) FROM "
                       "promise WHERE id <> 'p') || ' ' || (SELECT count(*) FROM session WHERE "
                       "starts_at = '2026-12-04T10:00')",
                       "1 1 1");
  session_assert_text (fixture, "SELECT question FROM promise WHERE id <> 'p'", "retraining");
}

static void
test_each_saving_is_undone_by_itself (SessionFixture *fixture,
                                      gconstpointer   data)
{
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (LoketDeed) second = NULL;
  g_autoptr (LoketDeed) undone = NULL;
  g_autoptr (GError) error = NULL;

  session_set (fixture, LOKET_SESSION_FORM_NOTE_CLIENT, "Eerst");
  deed = save_and_go_on (fixture);
  session_set (fixture, LOKET_SESSION_FORM_NOTE_CLIENT, "Later");
  second = session_save (fixture);

  undone = loket_desk_undo (fixture->desk, second->id, &error);
  g_assert_no_error (error);
  session_assert_text (fixture, "SELECT note_client FROM session WHERE state = 'held'", "Eerst");
}

/* What is typed is never lost, also when the session under it is gone. */
static void
test_undone_session_is_recorded_anew (SessionFixture *fixture,
                                      gconstpointer   data)
{
  g_autoptr (LoketDeed) deed = save_and_go_on (fixture);
  g_autoptr (LoketDeed) undone = loket_desk_undo (fixture->desk, deed->id, NULL);
  g_autoptr (LoketDeed) again = NULL;

  g_assert_nonnull (undone);
  session_set (fixture, LOKET_SESSION_FORM_NOTE_CLIENT, "Toch");
  again = session_save (fixture);
  session_assert_text (fixture, "SELECT note_client FROM session WHERE state = 'held'", "Toch");
}

static void
test_group_is_on_every_record (SessionFixture *fixture,
                               gconstpointer   data)
{
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (LoketDeed) undone = NULL;

  session_set (fixture, LOKET_SESSION_FORM_NOTE_CLIENT, "Workshop");
  add_member (fixture, "b", "held");
  add_member (fixture, "c", "no_show");
  deed = session_save (fixture);

  session_assert_text (fixture,
                       "SELECT group_concat (client_id || session.state || coalesce (minutes, '-') "
                       "|| coalesce (note_client, '-'), ' ') FROM (SELECT * FROM session "
                       "JOIN trajectory ON trajectory.id = trajectory_id WHERE session.id <> 's' "
                       "ORDER BY client_id) AS session",
                       "aheld30Workshop bheld30Workshop cno_show--");
  session_assert_text (fixture,
                       "SELECT count(DISTINCT group_no) || ' ' || count(group_no) FROM session",
                       "1 3");
  session_assert_text (fixture,
                       "SELECT group_no = session_no FROM session JOIN trajectory "
                       "ON trajectory.id = trajectory_id WHERE client_id = 'a' "
                       "AND state = 'held'",
                       "1");
  /* Only who was there has heard from us. */
  session_assert_text (fixture,
                       "SELECT group_concat (client_id, '') FROM (SELECT client_id FROM "
                       "trajectory WHERE first_response_on = '2026-11-21' ORDER BY client_id)",
                       "ab");

  undone = loket_desk_undo (fixture->desk, deed->id, NULL);
  g_assert_nonnull (undone);
  session_assert_text (fixture, "SELECT count(*) FROM session", "1");
}

static void
test_group_goes_on (SessionFixture *fixture,
                    gconstpointer   data)
{
  const LoketFormMember late = { "b", "b", "held" };
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (LoketDeed) second = NULL;

  add_member (fixture, "b", "no_show");
  deed = save_and_go_on (fixture);
  session_set (fixture, LOKET_SESSION_FORM_NOTE_CLIENT, "Workshop");
  loket_session_form_set_member (fixture->form, 0, &late);
  add_member (fixture, "c", "held");
  second = session_save (fixture);

  session_assert_text (fixture,
                       "SELECT group_concat (state || note_client, ' ') FROM session "
                       "WHERE id <> 's'",
                       "heldWorkshop heldWorkshop heldWorkshop");
}

/* Nothing is half done: the first cannot be saved without the last. */
static void
test_member_who_is_gone_is_named (SessionFixture *fixture,
                                  gconstpointer   data)
{
  const LoketFormMember gone = { "z", "Zoë Zwart", "held" };

  loket_session_form_set_member (fixture->form, 0, &gone);
  session_assert_refused (fixture, LOKET_ERROR_NOT_FOUND, "Zoë Zwart");
  session_assert_text (fixture, "SELECT count(*) FROM session", "1");
}

static void
test_planned_session_leads_a_group (SessionFixture *fixture,
                                    gconstpointer   data)
{
  g_autoptr (LoketDeed) deed = NULL;

  session_set (fixture, LOKET_SESSION_FORM_PLANNED, "s");
  add_member (fixture, "b", "held");
  deed = session_save (fixture);
  session_assert_text (fixture, "SELECT group_concat (group_no, ' ') FROM session", "G9 G9");
}

static void
test_session_may_pass_midnight (SessionFixture *fixture,
                                gconstpointer   data)
{
  g_autoptr (LoketDeed) deed = NULL;

  session_set (fixture, LOKET_SESSION_FORM_DATE, "19-11");
  session_set (fixture, LOKET_SESSION_FORM_START, "23:30");
  session_set (fixture, LOKET_SESSION_FORM_END, "0:15");
  deed = session_save (fixture);
  session_assert_text (fixture,
                       "SELECT starts_at || ' ' || ended_at || ' ' || minutes FROM session "
                       "WHERE state = 'held'",
                       "2026-11-19T23:30 2026-11-20T00:15 45");
}

/* Kept as they are: nothing of it is a control character, and nothing is markup. */
static void
test_notes_are_not_mangled (SessionFixture *fixture,
                            gconstpointer   data)
{
  static const char note[] = "O'Neil & Zn <b>niet vet</b> “”\n\nשלום עליכם — مرحبا\n👩🏽‍💻 Zoë, Çelik \\ 100%";
  g_autofree char *typed = g_strdup_printf ("%s\a\x1b[31m", note);
  g_autofree char *expected = g_strdup_printf ("%s[31m", note);
  g_autofree char *long_note = g_strnfill (10000, 'x');
  g_autoptr (LoketDeed) deed = NULL;

  session_set (fixture, LOKET_SESSION_FORM_NOTE_CLIENT, typed);
  session_set (fixture, LOKET_SESSION_FORM_NOTE_INTERNAL, long_note);
  deed = session_save (fixture);
  session_assert_text (fixture, "SELECT note_client FROM session WHERE state = 'held'", expected);
  session_assert_text (fixture, "SELECT note_internal FROM session WHERE state = 'held'",
                       long_note);
}

/* Two records of one person: the person has one part in the session. */
static void
test_member_who_is_the_client_has_one_part (SessionFixture *fixture,
                                            gconstpointer   data)
{
  g_autoptr (LoketRecord) a = desk_load (fixture->desk, &loket_client_kind, "a");
  g_autoptr (LoketRecord) b = desk_load (fixture->desk, &loket_client_kind, "b");
  g_autoptr (LoketDraft) kept = loket_draft_new_from_record (a);
  g_autoptr (LoketDeed) merged = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GError) error = NULL;

  add_member (fixture, "b", "no_show");
  session_set (fixture, LOKET_SESSION_FORM_NOTE_CLIENT, "Belangrijk");
  merged = loket_desk_merge (fixture->desk, kept, LOKET_CLIENT (b), &error);
  g_assert_no_error (error);
  deed = session_save (fixture);
  session_assert_text (fixture,
                       "SELECT group_concat (state || note_client) FROM session WHERE id <> 's'",
                       "heldBelangrijk");
}

/* The form knows how its session was recorded. */
static void
know_recorded (SessionFixture *fixture,
               const char     *session_id)
{
  g_autoptr (LoketRecord) session = desk_load (fixture->desk, &loket_session_kind, session_id);

  for (guint i = 0; i < LOKET_SESSION_N_FIELDS; i++)
    {
      g_autofree char *name = g_strconcat (LOKET_SESSION_FORM_WAS,
                                           loket_session_kind.fields[i].name, NULL);

      session_set (fixture, name, loket_record_get_value (session, i));
    }
}

static void
test_what_was_corrected_since_stays (SessionFixture *fixture,
                                     gconstpointer   data)
{
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (LoketDeed) changed = NULL;
  g_autoptr (LoketDeed) second = NULL;

  session_set (fixture, LOKET_SESSION_FORM_NOTE_CLIENT, "Eerst");
  deed = save_and_go_on (fixture);
  know_recorded (fixture, deed->subject_id);
  changed = desk_change (fixture->desk, &loket_session_kind, deed->subject_id,
                         LOKET_SESSION_NOTE_INTERNAL, "Correctie van een collega");
  session_set (fixture, LOKET_SESSION_FORM_NOTE_CLIENT, "Later");
  second = session_save (fixture);
  session_assert_text (fixture,
                       "SELECT note_client || ' ' || note_internal FROM session WHERE id <> 's'",
                       "Later Correctie van een collega");
}

static void
test_what_two_changed_is_refused (SessionFixture *fixture,
                                  gconstpointer   data)
{
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (LoketDeed) changed = NULL;

  session_set (fixture, LOKET_SESSION_FORM_NOTE_CLIENT, "Eerst");
  deed = save_and_go_on (fixture);
  know_recorded (fixture, deed->subject_id);
  changed = desk_change (fixture->desk, &loket_session_kind, deed->subject_id,
                         LOKET_SESSION_NOTE_CLIENT, "Correctie van een collega");
  session_set (fixture, LOKET_SESSION_FORM_NOTE_CLIENT, "Later");
  session_assert_refused (fixture, LOKET_ERROR_CONFLICT, "Note for the client");
}

static void
test_group_cannot_be_not_reached (SessionFixture *fixture,
                                  gconstpointer   data)
{
  add_member (fixture, "c", "held");
  session_set (fixture, LOKET_SESSION_FORM_STATE, LOKET_SESSION_NOT_REACHED);
  session_assert_refused (fixture, LOKET_ERROR_INVALID, "Others take part");
}

static void
test_saved_session_cannot_be_not_reached (SessionFixture *fixture,
                                          gconstpointer   data)
{
  g_autoptr (LoketDeed) deed = save_and_go_on (fixture);

  session_set (fixture, LOKET_SESSION_FORM_STATE, LOKET_SESSION_NOT_REACHED);
  session_assert_refused (fixture, LOKET_ERROR_INVALID, "saved already");
}

static void
add_test (const char *path,
          void (*test) (SessionFixture *fixture, gconstpointer data))
{
  g_test_add (path, SessionFixture, NULL, session_set_up, test, session_tear_down);
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  add_test ("/session-entry/going-on-changes-the-same-session",
            test_going_on_changes_the_same_session);
  add_test ("/session-entry/each-saving-is-undone-by-itself",
            test_each_saving_is_undone_by_itself);
  add_test ("/session-entry/undone-session-is-recorded-anew",
            test_undone_session_is_recorded_anew);
  add_test ("/session-entry/group-is-on-every-record", test_group_is_on_every_record);
  add_test ("/session-entry/group-goes-on", test_group_goes_on);
  add_test ("/session-entry/member-who-is-gone-is-named", test_member_who_is_gone_is_named);
  add_test ("/session-entry/planned-session-leads-a-group", test_planned_session_leads_a_group);
  add_test ("/session-entry/member-who-is-the-client-has-one-part",
            test_member_who_is_the_client_has_one_part);
  add_test ("/session-entry/what-was-corrected-since-stays", test_what_was_corrected_since_stays);
  add_test ("/session-entry/what-two-changed-is-refused", test_what_two_changed_is_refused);
  add_test ("/session-entry/group-cannot-be-not-reached", test_group_cannot_be_not_reached);
  add_test ("/session-entry/saved-session-cannot-be-not-reached",
            test_saved_session_cannot_be_not_reached);
  add_test ("/session-entry/notes-are-not-mangled", test_notes_are_not_mangled);
  add_test ("/session-entry/session-may-pass-midnight", test_session_may_pass_midnight);

  return g_test_run ();
}
