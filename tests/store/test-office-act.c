/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of changing what the office agreed on. It is Saturday 21 November 2026. */

#include "desk-fixture.h"
#include "loket-absence.h"
#include "loket-closure.h"
#include "loket-error.h"
#include "loket-office-act.h"
#include "loket-setting.h"
#include "loket-undo-act.h"

typedef struct
{
  LoketDesk *desk;
} Fixture;

/* t1 signed up and was not answered; t2 was closed, and the client wants contact once. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->desk = desk_open ("office.db");
  desk_execute (fixture->desk,
                "INSERT INTO counsellor (id, version, act, code, name, active) VALUES "
                "('anna', 1, '', 'B01', 'Anna', 1), ('bram', 1, '', 'B02', 'Bram', 1), "
                "('carla', 1, '', 'B03', 'Carla', 1)");
  desk_execute (fixture->desk,
                "INSERT INTO client (id, version, act, client_no, family_name, no_contact, "
                "no_survey, sort_name) VALUES ('k1', 1, '', 'K1', 'Postma', 0, 0, 'postma'), "
                "('k2', 1, '', 'K2', 'Velden', 0, 0, 'velden')");
  desk_execute (fixture->desk,
                "INSERT INTO trajectory (id, version, act, trajectory_no, client_id, opened_on, "
                "counsellor_id, first_response_on, closed_on, aftercare) VALUES "
                "('t1', 1, '', 'T1', 'k1', '2026-11-19', 'anna', NULL, NULL, NULL), "
                "('t2', 1, '', 'T2', 'k2', '2026-10-01', 'bram', '2026-10-02', '2026-11-17', "
                "'yes_once')");
  desk_execute (fixture->desk,
                "INSERT INTO contact (id, version, act, contact_no, trajectory_id, kind, due_on, "
                "open_on) VALUES ('c1', 1, '', 'C1', 't1', 'first_response', '2026-11-24', "
                "'2026-11-24'), ('c2', 1, '', 'C2', 't2', 'aftercare', '2026-12-29', "
                "'2026-12-29')");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  loket_desk_close (fixture->desk);
  g_object_unref (fixture->desk);
}

static LoketDraft *
create_setting (const char *name,
                const char *valid_from,
                const char *value)
{
  LoketDraft *draft = loket_draft_new (&loket_setting_kind);

  loket_draft_set_value (draft, LOKET_SETTING_NAME, name);
  loket_draft_set_value (draft, LOKET_SETTING_VALID_FROM, valid_from);
  loket_draft_set_value (draft, LOKET_SETTING_VALUE, value);

  return draft;
}

static LoketDraft *
create_absence (const char *counsellor,
                const char *from,
                const char *until,
                const char *substitute)
{
  LoketDraft *draft = loket_draft_new (&loket_absence_kind);

  loket_draft_set_value (draft, LOKET_ABSENCE_COUNSELLOR, counsellor);
  loket_draft_set_value (draft, LOKET_ABSENCE_FROM, from);
  loket_draft_set_value (draft, LOKET_ABSENCE_UNTIL, until);
  loket_draft_set_value (draft, LOKET_ABSENCE_SUBSTITUTE, substitute);

  return draft;
}

static LoketDeed *
try_change (Fixture     *fixture,
            LoketDraft  *draft,
            gboolean     removes,
            GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  loket_desk_change_office_async (fixture->desk, draft, removes, NULL, desk_result_cb, &result);

  return loket_desk_act_finish (fixture->desk, desk_await (&result), error);
}

static LoketDeed *
change (Fixture    *fixture,
        LoketDraft *draft,
        gboolean    removes)
{
  g_autoptr (GError) error = NULL;
  LoketDeed *deed = try_change (fixture, draft, removes, &error);

  g_assert_no_error (error);

  return deed;
}

static LoketPreview *
preview (Fixture    *fixture,
         LoketDraft *draft)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LoketPreview *found;

  loket_desk_preview_office_async (fixture->desk, draft, FALSE, NULL, desk_result_cb, &result);
  found = loket_desk_preview_office_finish (fixture->desk, desk_await (&result), &error);
  g_assert_no_error (error);

  return found;
}

static void
assert_contacts (Fixture    *fixture,
                 const char *expected)
{
  g_autofree char *found = NULL;

  found = desk_read_text (fixture->desk,
                          "SELECT group_concat (line, ' ') FROM (SELECT kind || '=' || open_on "
                          "AS line FROM contact WHERE open_on IS NOT NULL ORDER BY open_on, id)");
  g_assert_cmpstr (found, ==, expected);
}

static void
test_interval_shows_what_it_changes (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (LoketDraft) draft = create_setting ("days.respond", "2026-11-01", "5");
  g_autoptr (LoketPreview) shown = preview (fixture, draft);
  const LoketPreviewLine *line = shown->lines->pdata[0];
  g_autoptr (LoketDeed) deed = NULL;

  g_assert_cmpuint (shown->n_moved, ==, 1);
  g_assert_cmpuint (shown->n_made + shown->n_cancelled, ==, 0);
  g_assert_cmpstr (line->client_name, ==, "Postma");
  g_assert_cmpstr (line->kind, ==, "first_response");
  g_assert_cmpstr (line->from, ==, "2026-11-24");
  g_assert_cmpstr (line->until, ==, "2026-11-26");
  assert_contacts (fixture, "first_response=2026-11-24 aftercare=2026-12-29");

  deed = change (fixture, draft, FALSE);
  assert_contacts (fixture, "first_response=2026-11-26 aftercare=2026-12-29");
}

/* The first contact of the 24th goes to who stands in, the appointment stays. */
static void
test_absence_shows_whose_work_it_becomes (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (LoketDraft) draft = create_absence ("anna", "2026-11-24", "2026-11-27", "bram");
  g_autoptr (LoketPreview) shown = NULL;

  desk_execute (fixture->desk,
                "INSERT INTO session (id, version, act, session_no, trajectory_id, starts_at, "
                "state) VALUES ('s1', 1, '', 'S1', 't1', '2026-11-27T09:00', 'planned'), "
                "('s2', 1, '', 'S2', 't1', '2026-11-30T09:00', 'planned')");
  shown = preview (fixture, draft);
  g_assert_cmpuint (shown->n_due, ==, 1);
  g_assert_cmpuint (shown->n_appointments, ==, 1);
}

static void
test_change_is_taken_back_whole (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (LoketDraft) draft = create_setting ("days.respond", "2026-11-01", "5");
  g_autoptr (LoketDeed) deed = change (fixture, draft, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) undone = loket_desk_undo (fixture->desk, deed->id, &error);
  g_autofree char *left = desk_read_text (fixture->desk, "SELECT count(*) FROM setting");

  g_assert_no_error (error);
  g_assert_cmpstr (left, ==, "0");
  assert_contacts (fixture, "first_response=2026-11-24 aftercare=2026-12-29");
}

static void
test_what_began_before_stays (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (LoketDraft) draft = create_setting ("days.respond", "2026-11-20", "5");
  g_autoptr (LoketDeed) deed = change (fixture, draft, FALSE);

  assert_contacts (fixture, "first_response=2026-11-24 aftercare=2026-12-29");
}

static void
test_more_aftercare_is_made (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (LoketDraft) draft = create_setting ("weeks.aftercare_once", "2026-11-01", "4");
  g_autoptr (LoketDeed) deed = change (fixture, draft, FALSE);

  assert_contacts (fixture, "first_response=2026-11-24 aftercare=2026-12-15");
}

static void
test_same_day_is_changed (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (LoketDraft) one = create_setting ("days.respond", "2026-11-01", "5");
  g_autoptr (LoketDraft) other = create_setting ("days.respond", "2026-11-01", "1");
  g_autoptr (LoketDeed) deed = change (fixture, one, FALSE);
  g_autoptr (LoketDeed) second = change (fixture, other, FALSE);

  assert_contacts (fixture, "first_response=2026-11-20 aftercare=2026-12-29");
}

static void
test_nonsense_is_refused (Fixture       *fixture,
                          gconstpointer  data)
{
  static const char *const wrong[][2] = {
    { "days.respond", "-1" }, { "days.respond", "drie" }, { "attempts.most", "0" },
    { "weeks.aftercare_longer", "6;2" }, { "weeks.aftercare_once", "6;12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (LoketDraft) draft = create_setting (wrong[i][0], "2026-11-01", wrong[i][1]);
      g_autoptr (GError) error = NULL;
      g_autoptr (LoketDeed) deed = try_change (fixture, draft, FALSE, &error);

      g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
    }
}

/* What a person moved stays, also on a day on which the office is closed. */
static void
test_closing_days_move_what_nobody_touched (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_closure_kind);
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (LoketDeed) reopened = NULL;
  g_autoptr (LoketDraft) closure = NULL;
  g_autoptr (LoketRecord) record = NULL;

  desk_execute (fixture->desk, "UPDATE contact SET planned_on = '2026-11-23', "
                               "open_on = '2026-11-23' WHERE id = 'c1'");
  loket_draft_set_value (draft, LOKET_CLOSURE_FROM, "2026-11-23");
  loket_draft_set_value (draft, LOKET_CLOSURE_UNTIL, "2027-01-01");
  deed = change (fixture, draft, FALSE);
  assert_contacts (fixture, "first_response=2026-11-23 aftercare=2027-01-04");

  record = desk_load (fixture->desk, &loket_closure_kind, deed->subject_id);
  closure = loket_draft_new_from_record (record);
  reopened = change (fixture, closure, TRUE);
  assert_contacts (fixture, "first_response=2026-11-23 aftercare=2026-12-29");
}

static void
test_nobody_stands_in_for_themselves (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (LoketDraft) anna = create_absence ("anna", "2026-11-23", "2026-11-27", "bram");
  g_autoptr (LoketDraft) bram = create_absence ("bram", "2026-11-26", "2026-12-04", "anna");
  g_autoptr (LoketDraft) self = create_absence ("carla", "2026-11-26", "2026-12-04", "carla");
  g_autoptr (LoketDraft) chain = create_absence ("bram", "2026-11-26", "2026-12-04", "carla");
  g_autoptr (LoketDeed) deed = change (fixture, anna, FALSE);
  g_autoptr (LoketDeed) chained = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (try_change (fixture, bram, FALSE, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "2026-11-26"));
  g_clear_error (&error);

  g_assert_null (try_change (fixture, self, FALSE, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);

  chained = change (fixture, chain, FALSE);
}

/* Also when others stand in; but an absence can be changed, and another begin the day after. */
static void
test_absences_do_not_overlap (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (LoketDraft) first = create_absence ("anna", "2026-11-23", "2026-11-27", "bram");
  g_autoptr (LoketDraft) second = create_absence ("anna", "2026-11-27", "2026-12-04", "carla");
  g_autoptr (LoketDraft) next = create_absence ("anna", "2026-11-28", "2026-12-04", "carla");
  g_autoptr (LoketDeed) deed = change (fixture, first, FALSE);
  g_autoptr (LoketRecord) record = desk_load (fixture->desk, &loket_absence_kind,
                                              deed->subject_id);
  g_autoptr (LoketDraft) changed = loket_draft_new_from_record (record);
  g_autoptr (LoketDeed) following = NULL;
  g_autoptr (LoketDeed) corrected = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (try_change (fixture, second, FALSE, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "2026-11-23"));

  following = change (fixture, next, FALSE);
  loket_draft_set_value (changed, LOKET_ABSENCE_FROM, "2026-11-24");
  corrected = change (fixture, changed, FALSE);
}

/* A test was asked for, and nobody has heard of it for ten working days on the 24th. */
static void
ask_for_test (Fixture *fixture)
{
  desk_execute (fixture->desk,
                "INSERT INTO assessment (id, version, act, assessment_no, trajectory_id, kind, "
                "requested_on) VALUES ('e1', 1, '', 'E1', 't1', 'interest', '2026-11-10')");
  desk_execute (fixture->desk,
                "INSERT INTO contact (id, version, act, contact_no, trajectory_id, kind, due_on, "
                "open_on, cause) VALUES ('c3', 1, '', 'C3', 't1', 'assessment_pending', "
                "'2026-11-24', '2026-11-24', 'e1')");
}

/* Who signed up does not wait until somebody is back. */
static void
test_leave_moves_what_can_wait (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (LoketDraft) draft = create_absence ("anna", "2026-11-23", "2026-11-27", NULL);
  g_autoptr (LoketDeed) deed = NULL;

  ask_for_test (fixture);
  deed = change (fixture, draft, FALSE);
  assert_contacts (fixture, "first_response=2026-11-24 assessment_pending=2026-11-30 "
                            "aftercare=2026-12-29");
}

static void
test_part_time_days_move (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (LoketRecord) anna = desk_load (fixture->desk, &loket_counsellor_kind, "anna");
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (anna);
  g_autoptr (LoketDeed) deed = NULL;

  ask_for_test (fixture);
  loket_draft_set_value (draft, LOKET_COUNSELLOR_WEEK_DAYS, "1;4");
  deed = change (fixture, draft, FALSE);
  assert_contacts (fixture, "first_response=2026-11-24 assessment_pending=2026-11-26 "
                            "aftercare=2026-12-29");
}

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  TEST ("/office-act/interval-shows-what-it-changes", test_interval_shows_what_it_changes);
  TEST ("/office-act/absence-shows-whose-work-it-becomes", test_absence_shows_whose_work_it_becomes);
  TEST ("/office-act/change-is-taken-back-whole", test_change_is_taken_back_whole);
  TEST ("/office-act/what-began-before-stays", test_what_began_before_stays);
  TEST ("/office-act/more-aftercare-is-made", test_more_aftercare_is_made);
  TEST ("/office-act/same-day-is-changed", test_same_day_is_changed);
  TEST ("/office-act/nonsense-is-refused", test_nonsense_is_refused);
  TEST ("/office-act/closing-days-move-what-nobody-touched",
        test_closing_days_move_what_nobody_touched);
  TEST ("/office-act/nobody-stands-in-for-themselves", test_nobody_stands_in_for_themselves);
  TEST ("/office-act/absences-do-not-overlap", test_absences_do_not_overlap);
  TEST ("/office-act/leave-moves-what-can-wait", test_leave_moves_what_can_wait);
  TEST ("/office-act/part-time-days-move", test_part_time_days_move);

  return g_test_run ();
}
