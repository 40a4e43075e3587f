/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests that planning passes nothing over. It is Saturday 21 November 2026. */

#include "desk-fixture.h"
#include "loket-assessment.h"
#include "loket-contact.h"
#include "loket-planner.h"
#include "loket-promise.h"
#include "loket-record-table.h"
#include "loket-replan-act.h"
#include "loket-trajectory.h"

#define TODAY "2026-11-21"
#define N_TRAJECTORIES 600

/* A date in quotes, or NULL. */
static const char *
draw_date (void)
{
  static const char *const dates[] = {
    "NULL", "'2026-08-03'", "'2026-09-14'", "'2026-10-12'", "'2026-11-10'", "'2026-11-20'",
  };

  return dates[g_test_rand_int_range (0, G_N_ELEMENTS (dates))];
}

static void
draw_contact (GString *sql,
              int      trajectory,
              int      number)
{
  static const char *const kinds[] = {
    "first_response", "callback", "assessment_pending", "aftercare", "aftercare", "stalled",
  };
  const char *due_on = draw_date ();
  gboolean is_open = g_test_rand_bit ();

  if (g_str_equal (due_on, "NULL"))
    return;

  g_string_append_printf (sql,
                          "INSERT INTO contact (id, version, act, contact_no, trajectory_id, kind, "
                          "due_on, open_on, done_on, outcome) VALUES ('c%d-%d', 1, '', 'C%d-%d', "
                          "'t%d', '%s', %s, %s, %s, %s);",
                          trajectory, number, trajectory, number, trajectory,
                          kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))], due_on,
                          is_open ? due_on : "NULL", is_open ? "NULL" : due_on,
                          is_open ? "NULL" : "'reached'");
}

static void
draw_trajectory (GString *sql,
                 int      number)
{
  static const char *const wishes[] = { "NULL", "'no'", "'yes_once'", "'yes_longer'" };

  g_string_append_printf (sql,
                          "INSERT INTO trajectory (id, version, act, trajectory_no, client_id, "
                          "opened_on, first_response_on, closed_on, aftercare) VALUES "
                          "('t%d', 1, '', 'T%d', 'k%d', '2026-08-03', %s, %s, %s);",
                          number, number, g_test_rand_int_range (0, 5) == 0,
                          draw_date (), g_test_rand_bit () ? draw_date () : "NULL",
                          wishes[g_test_rand_int_range (0, G_N_ELEMENTS (wishes))]);
  if (g_test_rand_bit ())
    g_string_append_printf (sql,
                            "INSERT INTO assessment (id, version, act, assessment_no, "
                            "trajectory_id, kind, requested_on, discussed_on) VALUES "
                            "('a%d', 1, '', 'A%d', 't%d', 'interest', '2026-11-09', %s);",
                            number, number, number, draw_date ());
  if (g_test_rand_bit ())
    g_string_append_printf (sql,
                            "INSERT INTO promise (id, version, act, promise_no, trajectory_id, "
                            "made_by, kind, due_on, done_on) VALUES "
                            "('p%d', 1, '', 'P%d', 't%d', 'counsellor', 'callback', '2026-11-27', "
                            "%s);",
                            number, number, number, draw_date ());
  if (g_test_rand_bit ())
    g_string_append_printf (sql,
                            "INSERT INTO session (id, version, act, session_no, trajectory_id, "
                            "starts_at, state) VALUES ('s%d', 1, '', 'S%d', 't%d', %s, '%s');",
                            number, number, number,
                            g_test_rand_bit () ? "'2026-12-01T10:00'" : "'2026-10-20T10:00'",
                            g_test_rand_bit () ? "planned" : "held");
  for (int i = g_test_rand_int_range (0, 5); i > 0; i--)
    draw_contact (sql, number, i);
}

static GPtrArray *
load_all (LoketDatabase    *database,
          const LoketKind  *kind,
          guint             field,
          LoketRecord      *trajectory,
          GError          **error)
{
  return loket_record_table_load_where (loket_record_table_get (database, kind), field,
                                        loket_record_get_id (trajectory), error);
}

static char *
read_of (LoketDatabase *database,
         const char    *before,
         LoketRecord   *trajectory,
         const char    *after)
{
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("%s '%s' %s", before, loket_record_get_id (trajectory), after);

  return store_read_text (database, sql);
}

static const char *
get_later (const char *one,
           const char *other)
{
  return g_strcmp0 (one, other) > 0 ? one : other;
}

/* Looks at everything, and says for which trajectory something is left to plan. */
static gboolean
look_at (LoketRecord  *trajectory,
         gpointer      user_data,
         GError      **error)
{
  LoketDatabase *database = user_data;
  g_autoptr (GPtrArray) assessments = NULL, promises = NULL, contacts = NULL;
  g_autoptr (LoketPlanChanges) changes = NULL;
  g_autofree char *held_on = NULL, *reached_on = NULL, *planned = NULL;
  LoketCourse course = {
    .opened_on = loket_record_get_value (trajectory, LOKET_TRAJECTORY_OPENED_ON),
    .first_response_on = loket_record_get_value (trajectory, LOKET_TRAJECTORY_FIRST_RESPONSE_ON),
    .closed_on = loket_record_get_value (trajectory, LOKET_TRAJECTORY_CLOSED_ON),
    .aftercare = loket_record_get_value (trajectory, LOKET_TRAJECTORY_AFTERCARE),
    .no_contact = g_str_equal (loket_record_get_text (trajectory, LOKET_TRAJECTORY_CLIENT_NO),
                               "k1"),
  };

  held_on = read_of (database, "SELECT max(substr(starts_at, 1, 10)) FROM session WHERE "
                     "trajectory_id =", trajectory, "AND state = 'held'");
  reached_on = read_of (database, "SELECT max(done_on) FROM contact WHERE trajectory_id =",
                        trajectory, "AND outcome = 'reached'");
  planned = read_of (database, "SELECT id FROM session WHERE trajectory_id =", trajectory,
                     "AND state = 'planned' AND starts_at >= '" TODAY "'");
  course.last_contact_on = get_later (held_on, reached_on);
  course.has_appointment = planned != NULL;
  course.assessments = assessments = load_all (database, &loket_assessment_kind,
                                               LOKET_ASSESSMENT_TRAJECTORY_NO, trajectory, error);
  course.promises = promises = load_all (database, &loket_promise_kind,
                                         LOKET_PROMISE_TRAJECTORY_NO, trajectory, error);
  course.contacts = contacts = load_all (database, &loket_contact_kind,
                                         LOKET_CONTACT_TRAJECTORY_NO, trajectory, error);
  changes = loket_planner_plan (&course, NULL, TODAY);
  if (changes->missing->len + changes->moved->len + changes->needless->len > 0)
    g_error ("%s was passed over", loket_record_get_id (trajectory));

  return TRUE;
}

static gpointer
look_at_all (LoketDatabase  *database,
             gpointer        input,
             GError        **error)
{
  return loket_record_table_for_each (loket_record_table_get (database, &loket_trajectory_kind),
                                      look_at, database, error) ? input : NULL;
}

static void
test_nothing_is_passed_over (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("replan.db");
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  LoketReplanned replanned;

  g_string_append (sql, "INSERT INTO client (id, version, act, client_no, family_name, "
                        "no_contact, no_survey, sort_name) VALUES "
                        "('k0', 1, '', 'K0', 'Postma', 0, 0, 'postma'), "
                        "('k1', 1, '', 'K1', 'Zwart', 1, 0, 'zwart');");
  for (int i = 0; i < N_TRAJECTORIES; i++)
    draw_trajectory (sql, i);
  desk_execute (desk, sql->str);

  deed = loket_desk_replan (desk, &replanned, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (replanned.n_made, >, 100);
  g_assert_cmpuint (replanned.n_moved, >, 10);
  g_assert_cmpuint (replanned.n_cancelled, >, 100);
  g_assert_nonnull (loket_store_read (loket_desk_get_store (desk), look_at_all, "", &error));
  g_assert_no_error (error);
  loket_desk_close (desk);
}

/* Whoever sits at the desk did not do it. */
static void
test_planning_is_by_the_program (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("who.db");
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *who = NULL;
  LoketReplanned replanned;

  desk_execute (desk,
                "INSERT INTO counsellor (id, version, act, code, name, role, active) VALUES "
                "('anna', 1, '', 'B01', 'Anna', 'counsellor', 1);"
                "INSERT INTO client (id, version, act, client_no, family_name, no_contact, "
                "no_survey, sort_name) VALUES ('k', 1, '', 'K', 'Postma', 0, 0, 'postma');"
                "INSERT INTO trajectory (id, version, act, trajectory_no, client_id, opened_on) "
                "VALUES ('t', 1, '', 'T', 'k', '2026-11-20');");
  g_assert_true (loket_desk_identify (desk, "B01", NULL, "test", &error));
  deed = loket_desk_replan (desk, &replanned, &error);
  g_assert_cmpuint (replanned.n_made, ==, 1);
  who = desk_read_text (desk, "SELECT group_concat (DISTINCT counsellor) FROM change_log");
  g_assert_cmpstr (who, ==, "test");
  loket_desk_close (desk);
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);
  g_test_add_func ("/replan-act/nothing-is-passed-over", test_nothing_is_passed_over);
  g_test_add_func ("/replan-act/planning-is-by-the-program", test_planning_is_by_the_program);

  return g_test_run ();
}
