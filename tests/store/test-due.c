/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of what is due, how urgent it is, and who does it. It is Saturday 21 November 2026. */

#include "desk-fixture.h"
#include "loket-due.h"
#include "loket-worklist.h"

#define ON "2026-11-24"

typedef struct
{
  LoketDesk *desk;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->desk = desk_open ("due.db");
  desk_execute (fixture->desk,
                "INSERT INTO counsellor (id, version, act, code, name, role, active) VALUES "
                "('anna', 1, '', 'B01', 'Anna', 'counsellor', 1), "
                "('bram', 1, '', 'B02', 'Bram', 'counsellor', 1), "
                "('dirk', 1, '', 'B03', 'Dirk', 'team_lead', 1)");
  desk_execute (fixture->desk,
                "INSERT INTO client (id, version, act, client_no, family_name, situation, "
                "no_contact, no_survey, sort_name) VALUES "
                "('k1', 1, '', 'K1', 'Postma', 'work', 0, 0, 'postma'), "
                "('k2', 1, '', 'K2', 'Velden', 'jobseeker', 0, 0, 'velden'), "
                "('k3', 1, '', 'K3', 'Zwart', 'jobseeker', 1, 0, 'zwart')");
  desk_execute (fixture->desk,
                "INSERT INTO trajectory (id, version, act, trajectory_no, client_id, opened_on, "
                "counsellor_id, situation, first_response_on) VALUES "
                "('t1', 1, '', 'T1', 'k1', '2026-11-02', 'anna', NULL, '2026-11-04'), "
                "('t2', 1, '', 'T2', 'k2', '2026-11-02', 'bram', 'work', '2026-11-04'), "
                "('t3', 1, '', 'T3', 'k3', '2026-11-02', 'anna', NULL, '2026-11-04'), "
                "('t4', 1, '', 'T4', 'k2', '2026-11-18', NULL, NULL, NULL)");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  loket_desk_close (fixture->desk);
  g_object_unref (fixture->desk);
}

static void
add_contact (Fixture    *fixture,
             const char *id,
             const char *trajectory_id,
             const char *kind,
             const char *due_on)
{
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("INSERT INTO contact (id, version, act, contact_no, trajectory_id, kind, "
                         "due_on, open_on) VALUES ('%s', 1, '', '%s', '%s', '%s', '%s', '%s')",
                         id, id, trajectory_id, kind, due_on, due_on);
  desk_execute (fixture->desk, sql);
}

/* "K1 aftercare 2026-11-24 0 normal B01 1 no; ..." */
static char *
list_due (Fixture    *fixture,
          const char *counsellor,
          const char *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) due = loket_desk_load_due (fixture->desk, ON, counsellor, kind, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < due->len; i++)
    {
      const LoketDue *one = due->pdata[i];

      g_string_append_printf (text, "%s%s %s %s %d %s %s %d %s", i > 0 ? "; " : "", one->client_no,
                              one->kind, one->due_on.text, one->overdue_days,
                              one->is_high ? "high" : "normal",
                              one->counsellor != NULL ? one->counsellor : "-", one->attempt,
                              one->is_escalated ? "yes" : "no");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_due (Fixture    *fixture,
            const char *counsellor,
            const char *kind,
            const char *expected)
{
  g_autofree char *found = list_due (fixture, counsellor, kind);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_most_urgent_first (Fixture       *fixture,
                        gconstpointer  data)
{
  add_contact (fixture, "c1", "t1", "aftercare", ON);
  add_contact (fixture, "c2", "t2", "aftercare", "2026-11-16");
  add_contact (fixture, "c3", "t1", "aftercare", "2026-11-17");
  add_contact (fixture, "c4", "t1", "aftercare", "2026-11-25");
  assert_due (fixture, NULL, NULL,
              "K2 aftercare 2026-11-16 6 high B02 1 yes; K1 aftercare 2026-11-17 5 high B01 1 no; "
              "K1 aftercare 2026-11-24 0 normal B01 1 no");
}

/* The situation at the time counts, without one the client's. */
static void
test_who_wants_contact_most_goes_first (Fixture       *fixture,
                                        gconstpointer  data)
{
  add_contact (fixture, "c1", "t1", "aftercare", ON);
  add_contact (fixture, "c2", "t2", "aftercare", ON);
  add_contact (fixture, "c4", "t4", "first_response", ON);
  assert_due (fixture, NULL, NULL,
              "K2 first_response 2026-11-24 0 high - 1 no; K1 aftercare 2026-11-24 0 normal B01 1 "
              "no; K2 aftercare 2026-11-24 0 normal B02 1 no");
}

static void
test_who_objects_is_left_alone (Fixture       *fixture,
                                gconstpointer  data)
{
  add_contact (fixture, "c3", "t3", "aftercare", ON);
  assert_due (fixture, NULL, NULL, "");
}

static void
test_promises_are_due_as_themselves (Fixture       *fixture,
                                     gconstpointer  data)
{
  desk_execute (fixture->desk,
                "INSERT INTO promise (id, version, act, promise_no, trajectory_id, made_by, kind, "
                "due_on) VALUES ('p1', 1, '', 'P1', 't1', 'counsellor', 'send', '2026-11-23'), "
                "('p2', 1, '', 'P2', 't1', 'client', 'send', '2026-11-23'), "
                "('p3', 1, '', 'P3', 't1', 'counsellor', 'callback', '2026-11-24'), "
                "('p4', 1, '', 'P4', 't2', 'counsellor', 'callback', '2026-11-24'), "
                "('p5', 1, '', 'P5', 't3', 'counsellor', 'callback', '2026-11-24')");
  add_contact (fixture, "c3", "t1", "callback", ON);
  assert_due (fixture, NULL, NULL,
              "K1 promise 2026-11-23 1 high B01 1 no; K1 callback 2026-11-24 0 normal B01 1 no; "
              "K2 callback 2026-11-24 0 normal B02 1 no");
  assert_due (fixture, NULL, "promise", "K1 promise 2026-11-23 1 high B01 1 no");
  assert_due (fixture, "B02", NULL, "K2 callback 2026-11-24 0 normal B02 1 no");
}

static void
test_untaken_sign_ups_escalate_at_once (Fixture       *fixture,
                                        gconstpointer  data)
{
  add_contact (fixture, "c4", "t4", "first_response", "2026-11-23");
  add_contact (fixture, "c1", "t1", "first_response", "2026-11-23");
  assert_due (fixture, NULL, NULL,
              "K1 first_response 2026-11-23 1 high B01 1 no; "
              "K2 first_response 2026-11-23 1 high - 1 yes");
}

static void
test_substitute_does_the_work (Fixture       *fixture,
                               gconstpointer  data)
{
  add_contact (fixture, "c1", "t1", "aftercare", ON);
  desk_execute (fixture->desk,
                "INSERT INTO absence (id, version, act, counsellor_id, from_on, until_on, "
                "substitute_id) VALUES ('a1', 1, '', 'anna', '2026-11-23', '2026-11-24', 'bram')");
  assert_due (fixture, "B02", NULL, "K1 aftercare 2026-11-24 0 normal B02 1 no");
  assert_due (fixture, "B01", NULL, "");

  desk_execute (fixture->desk, "UPDATE absence SET until_on = '2026-11-23'");
  assert_due (fixture, "B01", NULL, "K1 aftercare 2026-11-24 0 normal B01 1 no");
  assert_due (fixture, "B02", NULL, "");
}

static void
test_work_of_nobody_is_the_team_leads (Fixture       *fixture,
                                       gconstpointer  data)
{
  add_contact (fixture, "c1", "t1", "aftercare", ON);
  desk_execute (fixture->desk,
                "INSERT INTO absence (id, version, act, counsellor_id, from_on, until_on) "
                "VALUES ('a1', 1, '', 'anna', '2026-11-23', '2026-11-24')");
  assert_due (fixture, "B03", NULL, "K1 aftercare 2026-11-24 0 normal - 1 no");
  assert_due (fixture, NULL, NULL, "K1 aftercare 2026-11-24 0 normal - 1 no");
}

/* After-care of who signed up and was never taken, or came from a file without a counsellor. */
static void
test_what_nobody_has_is_the_team_leads (Fixture       *fixture,
                                        gconstpointer  data)
{
  desk_execute (fixture->desk, "UPDATE trajectory SET closed_on = '2026-11-19', "
                               "counsellor_id = NULL WHERE id = 't1'");
  add_contact (fixture, "c1", "t1", "aftercare", ON);
  add_contact (fixture, "c4", "t4", "first_response", ON);
  assert_due (fixture, "B03", NULL, "K1 aftercare 2026-11-24 0 normal - 1 no");
  assert_due (fixture, "B01", NULL, "");

  desk_execute (fixture->desk, "UPDATE counsellor SET role = 'counsellor'");
  assert_due (fixture, "B01", NULL, "K1 aftercare 2026-11-24 0 normal - 1 no");
}

static void
test_days_to_escalate_can_be_chosen (Fixture       *fixture,
                                     gconstpointer  data)
{
  add_contact (fixture, "c1", "t1", "aftercare", "2026-11-20");
  assert_due (fixture, NULL, NULL, "K1 aftercare 2026-11-20 2 high B01 1 no");
  desk_execute (fixture->desk, "INSERT INTO setting VALUES "
                               "('s1', 1, '', 'days.escalate', '2026-01-01', '1'), "
                               "('s2', 1, '', 'days.escalate', '2026-11-25', '9')");
  assert_due (fixture, NULL, NULL, "K1 aftercare 2026-11-20 2 high B01 1 yes");
}

/* How many things there are to do on the first screen of a counsellor. */
static guint
count_today (Fixture    *fixture,
             const char *counsellor_id)
{
  g_autoptr (LoketRecord) counsellor = desk_load (fixture->desk, &loket_counsellor_kind,
                                                  counsellor_id);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketWorklist) worklist = NULL;

  loket_desk_set_counsellor (fixture->desk, LOKET_COUNSELLOR (counsellor));
  loket_desk_load_worklist_async (fixture->desk, FALSE, 100, NULL, desk_result_cb, &result);
  worklist = loket_desk_load_worklist_finish (fixture->desk, desk_await (&result), &error);
  g_assert_no_error (error);

  return worklist->groups[LOKET_WORK_GROUP_DUE]->len;
}

static void
test_first_screen_follows (Fixture       *fixture,
                           gconstpointer  data)
{
  add_contact (fixture, "c1", "t1", "aftercare", "2026-11-20");
  g_assert_cmpuint (count_today (fixture, "anna"), ==, 1);
  g_assert_cmpuint (count_today (fixture, "bram"), ==, 0);

  desk_execute (fixture->desk,
                "INSERT INTO absence (id, version, act, counsellor_id, from_on, until_on, "
                "substitute_id) VALUES ('a1', 1, '', 'anna', '2026-11-20', '2026-11-23', 'bram')");
  g_assert_cmpuint (count_today (fixture, "anna"), ==, 0);
  g_assert_cmpuint (count_today (fixture, "bram"), ==, 1);
}

static void
test_unknown_counsellor_is_refused (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (loket_desk_load_due (fixture->desk, ON, "X99", NULL, &error));
  g_assert_nonnull (strstr (error->message, "X99"));
}

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  TEST ("/due/most-urgent-first", test_most_urgent_first);
  TEST ("/due/who-wants-contact-most-goes-first", test_who_wants_contact_most_goes_first);
  TEST ("/due/who-objects-is-left-alone", test_who_objects_is_left_alone);
  TEST ("/due/promises-are-due-as-themselves", test_promises_are_due_as_themselves);
  TEST ("/due/untaken-sign-ups-escalate-at-once", test_untaken_sign_ups_escalate_at_once);
  TEST ("/due/substitute-does-the-work", test_substitute_does_the_work);
  TEST ("/due/work-of-nobody-is-the-team-leads", test_work_of_nobody_is_the_team_leads);
  TEST ("/due/what-nobody-has-is-the-team-leads", test_what_nobody_has_is_the_team_leads);
  TEST ("/due/days-to-escalate-can-be-chosen", test_days_to_escalate_can_be_chosen);
  TEST ("/due/first-screen-follows", test_first_screen_follows);
  TEST ("/due/unknown-counsellor-is-refused", test_unknown_counsellor_is_refused);

  return g_test_run ();
}
