/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of asking once, and of how a trajectory begins. It is Saturday 21 November 2026. */

#include "desk-fixture.h"
#include "loket-client.h"
#include "loket-dossier.h"
#include "loket-error.h"
#include "loket-intake.h"
#include "loket-trajectory-start.h"
#include "loket-trajectory.h"
#include "loket-undo-act.h"

typedef struct
{
  LoketDesk *desk;
} Fixture;

/* Client a signed up two years ago; trajectory t has no situation of its own, u is open. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->desk = desk_open ("store.db");
  desk_execute (
    fixture->desk,
    "INSERT INTO counsellor (id, version, act, code, name, active) VALUES"
    " ('x', 1, '', 'A01', 'Anna', 1), ('y', 1, '', 'A02', 'Bob', 1);"
    "INSERT INTO client (id, version, act, client_no, family_name, phone, situation, heard_via,"
    " registered_on, no_contact, no_survey, sort_name) VALUES"
    " ('a', 1, '', 'K1', 'Aa', '0612345678', 'work', 'uwv', '2024-09-02', 0, 0, 'aa');"
    "INSERT INTO trajectory (id, version, act, trajectory_no, client_id, opened_on, counsellor_id,"
    " situation, closed_on) VALUES"
    " ('t', 1, '', 'T1', 'a', '2024-09-02', 'x', NULL, '2025-02-03'),"
    " ('u', 1, '', 'T2', 'a', '2026-11-02', 'x', 'student', NULL);"
    "INSERT INTO contact (id, version, act, contact_no, trajectory_id, kind, due_on, open_on,"
    " counsellor_id) VALUES ('k', 1, '', '1', 'u', 'stalled', '2026-12-12', '2026-12-12', 'x'),"
    " ('l', 1, '', '2', 'u', 'other', '2026-12-12', '2026-12-12', 'y');");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  loket_desk_close (fixture->desk);
  g_clear_object (&fixture->desk);
}

static void
assert_text (Fixture    *fixture,
             const char *sql,
             const char *expected)
{
  g_autofree char *text = desk_read_text (fixture->desk, sql);

  g_assert_cmpstr (text, ==, expected);
}

static char *
list_stale (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LoketDossier) dossier = NULL;
  g_autoptr (GArray) stale = NULL;
  GString *names = g_string_new (NULL);

  loket_desk_load_dossier_async (fixture->desk, "a", NULL, desk_result_cb, &result);
  dossier = loket_desk_load_dossier_finish (fixture->desk, desk_await (&result), NULL);
  stale = loket_dossier_list_stale (dossier, "2026-11-21");
  for (guint i = 0; i < stale->len; i++)
    g_string_append_printf (names, "%s ",
                            loket_client_kind.fields[g_array_index (stale, guint, i)].name);

  return g_string_free (names, FALSE);
}

static void
assert_stale (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *names = list_stale (fixture);

  g_assert_cmpstr (names, ==, expected);
}

static LoketDeed *
save_client (Fixture    *fixture,
             guint       field,
             const char *value,
             guint       confirmed)
{
  g_autoptr (LoketRecord) client = desk_load (fixture->desk, &loket_client_kind, "a");
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (client);
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LoketDeed *deed;

  loket_draft_set_value (draft, field, value);
  if (confirmed != LOKET_CLIENT_N_FIELDS)
    g_array_append_val (fields, confirmed);
  loket_desk_save_client_async (fixture->desk, "client.review", draft, fields, NULL,
                                desk_result_cb, &result);
  deed = loket_desk_act_finish (fixture->desk, desk_await (&result), &error);
  g_assert_no_error (error);

  return deed;
}

static void
test_old_facts_are_stale (Fixture       *fixture,
                          gconstpointer  data)
{
  assert_stale (fixture, "situation phone ");
  desk_execute (fixture->desk,
                "INSERT INTO setting VALUES "
                "('s1', 1, '', 'intake.months', '2026-01-01', 'heard_via=12'), "
                "('s2', 1, '', 'intake.months', '2027-01-01', '')");
  assert_stale (fixture, "heard_via ");
}

static void
test_confirming_asks_no_more (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (LoketDeed) deed = save_client (fixture, LOKET_CLIENT_PHONE, "0612345678",
                                            LOKET_CLIENT_PHONE);
  g_autoptr (LoketDeed) undone = NULL;

  assert_stale (fixture, "situation ");
  assert_text (fixture, "SELECT confirmed FROM client", "phone=2026-11-21,client");
  undone = loket_desk_undo (fixture->desk, deed->id, NULL);
  g_assert_nonnull (undone);
  assert_stale (fixture, "situation phone ");
}

/* What is changed was said by the client; what the older trajectory rests on stays. */
static void
test_correcting_confirms (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (LoketDeed) deed = save_client (fixture, LOKET_CLIENT_SITUATION, "jobseeker",
                                            LOKET_CLIENT_N_FIELDS);
  g_autoptr (LoketDeed) undone = NULL;
  g_autoptr (GError) error = NULL;

  assert_stale (fixture, "phone ");
  assert_text (fixture, "SELECT situation FROM client", "jobseeker");
  assert_text (fixture, "SELECT group_concat (situation) FROM (SELECT * FROM trajectory ORDER BY id)",
               "work,student");
  undone = loket_desk_undo (fixture->desk, deed->id, &error);
  g_assert_no_error (error);
  assert_text (fixture, "SELECT situation || coalesce (confirmed, '') FROM client", "work");
  assert_text (fixture, "SELECT group_concat (situation) FROM trajectory", "student");
}

/* Who objects to contact is on no list from then on; undoing gives back what was cancelled, and who
 * may be called again is waited for again. */
static void
test_who_objects_is_on_no_list (Fixture       *fixture,
                                gconstpointer  data)
{
  static const char *const open_contacts = "SELECT group_concat (kind) FROM (SELECT * FROM contact "
                                           "WHERE open_on IS NOT NULL ORDER BY id)";
  g_autoptr (LoketDeed) deed = save_client (fixture, LOKET_CLIENT_NO_CONTACT, "1",
                                            LOKET_CLIENT_N_FIELDS);
  g_autoptr (LoketDeed) undone = NULL;
  g_autoptr (LoketDeed) objected = NULL;
  g_autoptr (LoketDeed) agreed = NULL;

  assert_text (fixture, open_contacts, "");
  undone = loket_desk_undo (fixture->desk, deed->id, NULL);
  g_assert_nonnull (undone);
  assert_text (fixture, open_contacts, "stalled,other");
  objected = save_client (fixture, LOKET_CLIENT_NO_CONTACT, "1", LOKET_CLIENT_N_FIELDS);
  agreed = save_client (fixture, LOKET_CLIENT_NO_CONTACT, "0", LOKET_CLIENT_N_FIELDS);
  assert_text (fixture, open_contacts, "first_response");
}

static void
test_opening_keeps_the_facts_of_the_moment (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr (LoketRecord) client = desk_load (fixture->desk, &loket_client_kind, "a");
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (client);
  g_autoptr (LoketDraft) trajectory = loket_draft_new (&loket_trajectory_kind);
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));
  const LoketOpening opening = { trajectory, draft, fields };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = NULL;

  loket_draft_set_value (draft, LOKET_CLIENT_SITUATION, "self_employed");
  loket_draft_set_value (trajectory, LOKET_TRAJECTORY_CLIENT_NO, "a");
  loket_draft_set_value (trajectory, LOKET_TRAJECTORY_OPENED_ON, "2026-11-20");
  loket_draft_set_value (trajectory, LOKET_TRAJECTORY_SITUATION, "self_employed");
  loket_draft_set_value (trajectory, LOKET_TRAJECTORY_QUESTIONS_BROUGHT, "which_work;retraining");
  loket_desk_open_trajectory_async (fixture->desk, &opening, NULL, desk_result_cb, &result);
  deed = loket_desk_act_finish (fixture->desk, desk_await (&result), &error);
  g_assert_no_error (error);
  assert_text (fixture, "SELECT group_concat (situation) FROM (SELECT * FROM trajectory "
                        "ORDER BY opened_on)", "work,student,self_employed");
  assert_text (fixture, "SELECT group_concat (code) FROM trajectory_question",
               "which_work,retraining");
  assert_stale (fixture, "phone ");
}

static void
test_handing_over_takes_the_contacts_along (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (LoketDeed) undone = NULL;

  loket_desk_assign_trajectory_async (fixture->desk, "u", "y", NULL, desk_result_cb, &result);
  deed = loket_desk_act_finish (fixture->desk, desk_await (&result), NULL);
  g_assert_nonnull (deed);
  assert_text (fixture, "SELECT counsellor_id FROM trajectory WHERE id = 'u'", "y");
  assert_text (fixture, "SELECT group_concat (counsellor_id) FROM contact", "y,y");
  undone = loket_desk_undo (fixture->desk, deed->id, NULL);
  assert_text (fixture, "SELECT group_concat (counsellor_id) FROM (SELECT * FROM contact "
                        "ORDER BY id)", "x,y");
}

static LoketDeed *
respond (Fixture  *fixture,
         GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  loket_desk_respond_async (fixture->desk, "u", "phone", NULL, desk_result_cb, &result);

  return loket_desk_act_finish (fixture->desk, desk_await (&result), error);
}

static void
test_response_says_how (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (LoketDeed) deed = respond (fixture, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (deed);
  assert_text (fixture, "SELECT first_response_on FROM trajectory WHERE id = 'u'", "2026-11-21");
  assert_text (fixture, "SELECT due_on || done_on || channel || outcome FROM contact "
                        "WHERE kind = 'first_response'", "2026-11-052026-11-21phonereached");
  g_assert_null (respond (fixture, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONFLICT);
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

  add_test ("/intake/old-facts-are-stale", test_old_facts_are_stale);
  add_test ("/intake/confirming-asks-no-more", test_confirming_asks_no_more);
  add_test ("/intake/correcting-confirms", test_correcting_confirms);
  add_test ("/intake/who-objects-is-on-no-list", test_who_objects_is_on_no_list);
  add_test ("/trajectory-start/opening-keeps-the-facts-of-the-moment",
            test_opening_keeps_the_facts_of_the_moment);
  add_test ("/trajectory-start/handing-over-takes-the-contacts-along",
            test_handing_over_takes_the_contacts_along);
  add_test ("/trajectory-start/response-says-how", test_response_says_how);

  return g_test_run ();
}
