/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the table of work finds, in which order, and where it stops. */

#include "loket-worklist-table.h"

#include "store-fixture.h"

/* Two counsellors with a client and a trajectory each; trajectory t0 nobody has taken. */
static LoketDatabase *
create_desk (const char *name)
{
  LoketDatabase *database = store_create_database (name);

  store_execute (database, "INSERT INTO counsellor (id, version, act, code, name, active) VALUES "
                           "('a', 1, 'x', 'A01', 'Marieke', 1), ('b', 1, 'x', 'A02', NULL, 1)");
  store_execute (database,
                 "INSERT INTO client (id, version, act, client_no, family_name, given_name, prefix, "
                 "phone, no_contact, no_survey, sort_name) VALUES "
                 "('k1', 1, 'x', 'K1', 'Velden', 'Kees', 'van der', '0612345678', 0, 0, 'velden'), "
                 "('k2', 1, 'x', 'K2', 'Postma', NULL, NULL, NULL, 0, 0, 'postma')");
  store_execute (database,
                 "INSERT INTO trajectory (id, version, act, trajectory_no, client_id, opened_on, "
                 "counsellor_id, first_response_on) VALUES "
                 "('t0', 1, 'x', 'T0', 'k1', '2026-11-18', NULL, NULL), "
                 "('t1', 1, 'x', 'T1', 'k1', '2026-10-01', 'a', '2026-10-02'), "
                 "('t2', 1, 'x', 'T2', 'k2', '2026-10-01', 'b', '2026-10-02')");

  return database;
}

static void
insert_contact (LoketDatabase *database,
                const char    *id,
                const char    *trajectory,
                const char    *counsellor,
                const char    *open_on)
{
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("INSERT INTO contact (id, version, act, contact_no, trajectory_id, kind, "
                         "due_on, counsellor_id, open_on) VALUES ('%s', 1, 'x', '%s', '%s', "
                         "'aftercare', '%s', %s, '%s')",
                         id, id, trajectory, open_on, counsellor, open_on);
  store_execute (database, sql);
}

/* The ids of what is found, in order. */
static void
assert_found (LoketDatabase  *database,
              LoketWorkQuery  query,
              const char     *expected)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (loket_worklist_table_load (database, &query, items, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "",
                            loket_work_item_get (items->pdata[i])->record_id);

  g_assert_cmpstr (found->str, ==, expected);
}

#define QUERY(...) (complete ((LoketWorkQuery) { __VA_ARGS__ }))

/* Until today, and not more than ten, when nothing else is said. */
static LoketWorkQuery
complete (LoketWorkQuery query)
{
  query.from = query.from != NULL ? query.from : "";
  query.until = STORE_TODAY;
  query.most = query.most > 0 ? query.most : 10;

  return query;
}

static void
test_earliest_first (void)
{
  g_autoptr (LoketDatabase) database = create_desk ("order.db");

  insert_contact (database, "c3", "t1", "'a'", "2026-11-20");
  insert_contact (database, "c1", "t1", "'a'", "2026-11-03");
  insert_contact (database, "c2", "t1", "'a'", "2026-11-10");
  insert_contact (database, "c4", "t1", "'a'", "2026-11-22");

  assert_found (database, QUERY (.type = LOKET_WORK_CONTACT, .counsellor_id = "a"), "c1 c2 c3");
  assert_found (database, QUERY (.type = LOKET_WORK_CONTACT, .from = "2026-11-10"), "c2 c3");
  assert_found (database, QUERY (.type = LOKET_WORK_CONTACT, .most = 2), "c1 c2");
}

static void
test_whose (void)
{
  g_autoptr (LoketDatabase) database = create_desk ("whose.db");

  /* For a colleague, in my trajectory; and without a counsellor: the trajectory's. */
  insert_contact (database, "c1", "t1", "'a'", "2026-11-01");
  insert_contact (database, "c2", "t1", "'b'", "2026-11-02");
  insert_contact (database, "c3", "t1", "NULL", "2026-11-03");
  insert_contact (database, "c4", "t2", "NULL", "2026-11-04");

  assert_found (database, QUERY (.type = LOKET_WORK_CONTACT, .counsellor_id = "a"), "c1 c3");
  assert_found (database, QUERY (.type = LOKET_WORK_CONTACT, .counsellor_id = "b"), "c2 c4");
  assert_found (database, QUERY (.type = LOKET_WORK_CONTACT), "c1 c2 c3 c4");
  assert_found (database, QUERY (.type = LOKET_WORK_UNTAKEN), "t0");
}

/* What is nobody's comes with what is somebody's; a first response to an untaken sign-up is none of it. */
static void
test_nobodys (void)
{
  g_autoptr (LoketDatabase) database = create_desk ("nobodys.db");
  static const char *const none[] = { NULL };
  static const char *const two[] = { "b", LOKET_WORK_NOBODY, NULL };
  const LoketWorkQuery nobodys = QUERY (.type = LOKET_WORK_CONTACT, .but_untaken = TRUE,
                                        .counsellor_id = "a", .and_nobodys = TRUE);

  store_execute (database, "UPDATE trajectory SET counsellor_id = NULL, closed_on = '2026-10-10' "
                           "WHERE id = 't1'");
  insert_contact (database, "c0", "t0", "NULL", "2026-11-01");
  store_execute (database, "UPDATE contact SET kind = 'first_response'");
  insert_contact (database, "c1", "t1", "NULL", "2026-11-02");
  insert_contact (database, "c2", "t1", "'a'", "2026-11-03");
  insert_contact (database, "c3", "t2", "NULL", "2026-11-04");

  assert_found (database, nobodys, "c2 c1");
  g_assert_cmpint (loket_worklist_table_count (database, &nobodys, STORE_NOW, NULL), ==, 2);
  assert_found (database, QUERY (.type = LOKET_WORK_CONTACT, .counsellor_id = "a"), "c2");
  assert_found (database, QUERY (.type = LOKET_WORK_CONTACT), "c0 c1 c2 c3");
  assert_found (database, QUERY (.type = LOKET_WORK_CONTACT, .but_untaken = TRUE), "c1 c2 c3");
  assert_found (database, QUERY (.type = LOKET_WORK_CONTACT, .but_untaken = TRUE,
                                 .others_than = none), "c1 c2 c3");
  assert_found (database, QUERY (.type = LOKET_WORK_CONTACT, .but_untaken = TRUE,
                                 .others_than = two), "c2");
}

static void
test_person (void)
{
  g_autoptr (LoketDatabase) database = create_desk ("person.db");
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const LoketWorkQuery query = QUERY (.type = LOKET_WORK_CONTACT);
  const LoketWork *mine, *other;

  insert_contact (database, "c1", "t1", "'a'", "2026-11-01");
  insert_contact (database, "c2", "t2", "NULL", "2026-11-02");
  g_assert_true (loket_worklist_table_load (database, &query, items, NULL));

  mine = loket_work_item_get (items->pdata[0]);
  g_assert_cmpstr (mine->client_name, ==, "Kees van der Velden");
  g_assert_cmpstr (mine->phone, ==, "0612345678");
  g_assert_cmpstr (mine->counsellor_name, ==, "Marieke");
  g_assert_cmpstr (mine->client_id, ==, "k1");
  g_assert_cmpstr (mine->trajectory_id, ==, "t1");
  g_assert_cmpstr (mine->at, ==, "2026-11-01");
  other = loket_work_item_get (items->pdata[1]);
  g_assert_cmpstr (other->client_name, ==, "Postma");
  g_assert_cmpstr (other->counsellor_name, ==, "A02");
  g_assert_null (other->email);
}

static void
test_appointments (void)
{
  g_autoptr (LoketDatabase) database = create_desk ("sessions.db");
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const LoketWorkQuery query = QUERY (.type = LOKET_WORK_APPOINTMENT, .counsellor_id = "a");

  store_execute (database,
                 "INSERT INTO session (id, version, act, session_no, trajectory_id, starts_at, "
                 "counsellor_id, state) VALUES "
                 "('s1', 1, 'x', 'S1', 't1', '2026-10-02T09:00', 'a', 'held'), "
                 "('s2', 1, 'x', 'S2', 't1', '2026-11-21T23:59', 'a', 'planned'), "
                 "('s3', 1, 'x', 'S3', 't1', '2026-11-22T00:00', 'a', 'planned'), "
                 "('s4', 1, 'x', 'S4', 't1', '2026-11-20T09:00', NULL, 'planned'), "
                 "('s5', 1, 'x', 'S5', 't1', '2026-11-20T09:00', 'a', 'cancelled')");

  assert_found (database, query, "s2 s4");
  g_assert_true (loket_worklist_table_load (database, &query, items, NULL));
  g_assert_cmpint (loket_work_item_get (items->pdata[0])->count, ==, 1);
}

static void
test_promises (void)
{
  g_autoptr (LoketDatabase) database = create_desk ("promises.db");

  store_execute (database,
                 "INSERT INTO promise (id, version, act, promise_no, trajectory_id, made_by, kind, "
                 "due_on, done_on, outcome) VALUES "
                 "('p1', 1, 'x', 'P1', 't1', 'counsellor', 'send', '2026-11-01', NULL, NULL), "
                 "('p2', 1, 'x', 'P2', 't1', 'client', 'send', '2026-11-01', NULL, NULL), "
                 "('p3', 1, 'x', 'P3', 't1', 'counsellor', 'send', '2026-11-01', NULL, 'cancelled'), "
                 "('p4', 1, 'x', 'P4', 't1', 'counsellor', 'send', '2026-11-01', '2026-11-02', 'kept'), "
                 "('p5', 1, 'x', 'P5', 't1', 'counsellor', 'callback', '2026-11-03', NULL, NULL)");
  assert_found (database, QUERY (.type = LOKET_WORK_PROMISE, .counsellor_id = "a"), "p1 p5");
  assert_found (database, QUERY (.type = LOKET_WORK_PROMISE, .counsellor_id = "b"), "");
  assert_found (database, QUERY (.type = LOKET_WORK_PROMISE, .done = TRUE), "p4");

  /* The contact that was planned for it stands for it. */
  insert_contact (database, "c1", "t1", "'a'", "2026-11-03");
  store_execute (database, "UPDATE contact SET kind = 'callback'");
  assert_found (database, QUERY (.type = LOKET_WORK_PROMISE), "p1");
  store_execute (database, "UPDATE contact SET due_on = '2026-11-02'");
  assert_found (database, QUERY (.type = LOKET_WORK_PROMISE), "p1 p5");
  store_execute (database, "UPDATE contact SET cause = 'p5'");
  assert_found (database, QUERY (.type = LOKET_WORK_PROMISE), "p1");
}

static void
test_sign_ups_and_tests (void)
{
  g_autoptr (LoketDatabase) database = create_desk ("waiting.db");

  store_execute (database, "UPDATE trajectory SET first_response_on = NULL WHERE id = 't1'");
  store_execute (database,
                 "INSERT INTO assessment (id, version, act, assessment_no, trajectory_id, kind, "
                 "taken_on, result_on, discussed_on) VALUES "
                 "('e1', 1, 'x', 'E1', 't1', 'interest', '2026-11-01', NULL, NULL), "
                 "('e2', 1, 'x', 'E2', 't1', 'interest', '2026-11-02', '2026-11-05', NULL), "
                 "('e3', 1, 'x', 'E3', 't1', 'interest', '2026-11-03', '2026-11-05', '2026-11-06'), "
                 "('e4', 1, 'x', 'E4', 't1', 'interest', NULL, NULL, NULL)");
  assert_found (database, QUERY (.type = LOKET_WORK_SIGN_UP, .counsellor_id = "a"), "t1");
  assert_found (database, QUERY (.type = LOKET_WORK_ASSESSMENT, .counsellor_id = "a"), "e1 e2");

  /* An open contact says the same. */
  insert_contact (database, "c1", "t1", "'a'", "2026-11-03");
  store_execute (database, "UPDATE contact SET kind = 'first_response'");
  assert_found (database, QUERY (.type = LOKET_WORK_SIGN_UP), "");
  store_execute (database, "UPDATE contact SET kind = 'assessment_result'");
  assert_found (database, QUERY (.type = LOKET_WORK_ASSESSMENT), "");

  store_execute (database, "DELETE FROM contact");
  store_execute (database, "UPDATE trajectory SET closed_on = '2026-11-10'");
  assert_found (database, QUERY (.type = LOKET_WORK_SIGN_UP), "");
  assert_found (database, QUERY (.type = LOKET_WORK_ASSESSMENT), "");
  assert_found (database, QUERY (.type = LOKET_WORK_UNTAKEN), "");
}

/* However many others there are: those of clients who are gone, of a colleague, those for which a
 * contact is open. The oldest comes first. */
static void
test_tests_wait_among_very_many (void)
{
  g_autoptr (LoketDatabase) database = create_desk ("many.db");
  static const char *const others[][2] = {
    { "t2", "2026-11-20" }, { "t3", "2026-11-19" }, { "t4", "2026-11-18" }, { "t2", "2026-10-01" },
    { "t3", "2026-10-01" }, { "t4", "2026-10-01" },
  };

  store_execute (database,
                 "INSERT INTO trajectory (id, version, act, trajectory_no, client_id, opened_on, "
                 "counsellor_id, closed_on) VALUES "
                 "('t3', 1, 'x', 'T3', 'k1', '2026-10-01', 'a', '2026-11-20'), "
                 "('t4', 1, 'x', 'T4', 'k2', '2026-10-01', 'a', NULL)");
  insert_contact (database, "c1", "t4", "'a'", "2026-11-23");
  store_execute (database, "UPDATE contact SET kind = 'assessment_result'");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *sql = g_strdup_printf (
        "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 400) "
        "INSERT INTO assessment (id, version, act, assessment_no, trajectory_id, kind, taken_on) "
        "SELECT '%u-' || i, 1, 'x', '%u-' || i, '%s', 'interest', '%s' FROM n",
        i, i, others[i][0], others[i][1]);

      store_execute (database, sql);
    }
  store_execute (database,
                 "INSERT INTO assessment (id, version, act, assessment_no, trajectory_id, kind, "
                 "taken_on, result_on) VALUES "
                 "('e2', 1, 'x', 'E2', 't1', 'interest', '2026-11-03', '2026-11-10'), "
                 "('e1', 1, 'x', 'E1', 't1', 'interest', '2026-11-01', NULL)");

  assert_found (database, QUERY (.type = LOKET_WORK_ASSESSMENT, .counsellor_id = "a"), "e1 e2");
  assert_found (database, QUERY (.type = LOKET_WORK_ASSESSMENT, .counsellor_id = "a", .most = 1),
                "e1");
}

/* Planned before the client objected: no contact, no call; what was promised to be sent is sent. */
static void
test_objections (void)
{
  g_autoptr (LoketDatabase) database = create_desk ("objections.db");
  const LoketWorkQuery mine = QUERY (.type = LOKET_WORK_CONTACT, .counsellor_id = "a");
  const LoketWorkQuery everybodys = QUERY (.type = LOKET_WORK_CONTACT);

  store_execute (database, "UPDATE client SET no_contact = 1 WHERE id = 'k1'");
  store_execute (database, "UPDATE trajectory SET first_response_on = NULL WHERE id = 't1'");
  insert_contact (database, "c1", "t1", "'a'", "2026-11-01");
  insert_contact (database, "c2", "t1", "NULL", "2026-11-02");
  insert_contact (database, "c3", "t2", "'a'", "2026-11-03");
  store_execute (database,
                 "INSERT INTO promise (id, version, act, promise_no, trajectory_id, made_by, kind, "
                 "due_on) VALUES "
                 "('p1', 1, 'x', 'P1', 't1', 'counsellor', 'callback', '2026-11-01'), "
                 "('p2', 1, 'x', 'P2', 't1', 'counsellor', 'send', '2026-11-01')");

  assert_found (database, mine, "c3");
  assert_found (database, everybodys, "c3");
  assert_found (database, QUERY (.type = LOKET_WORK_PROMISE, .counsellor_id = "a"), "p2");
  assert_found (database, QUERY (.type = LOKET_WORK_SIGN_UP, .counsellor_id = "a"), "");
  g_assert_cmpint (loket_worklist_table_count (database, &mine, STORE_NOW, NULL), ==, 1);
  g_assert_cmpint (loket_worklist_table_count (database, &everybodys, STORE_NOW, NULL), ==, 1);
}

static void
assert_is_about (LoketDatabase *database,
                 const char    *assessment_id)
{
  const LoketWorkQuery query = QUERY (.type = LOKET_WORK_CONTACT);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_true (loket_worklist_table_load (database, &query, items, NULL));
  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpstr (loket_work_item_get (items->pdata[0])->assessment_id, ==, assessment_id);
}

static void
assert_about (LoketDatabase *database,
              const char    *kind,
              const char    *cause,
              const char    *assessment_id)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE contact SET kind = '%s', cause = %s", kind,
                                          cause);

  store_execute (database, sql);
  assert_is_about (database, assessment_id);
}

/* The one that it names, or else one in the stage that it asks after. */
static void
test_contact_is_about_a_test (void)
{
  g_autoptr (LoketDatabase) database = create_desk ("about.db");

  store_execute (database,
                 "INSERT INTO assessment (id, version, act, assessment_no, trajectory_id, kind, "
                 "taken_on, result_on, discussed_on) VALUES "
                 "('e1', 1, 'x', 'E1', 't1', 'interest', '2026-11-01', NULL, NULL), "
                 "('e2', 1, 'x', 'E2', 't1', 'aptitude', '2026-11-02', '2026-11-05', NULL), "
                 "('e3', 1, 'x', 'E3', 't1', 'interest', '2026-11-03', '2026-11-05', '2026-11-06'), "
                 "('e4', 1, 'x', 'E4', 't1', 'language', NULL, NULL, NULL), "
                 "('e5', 1, 'x', 'E5', 't1', 'language', NULL, NULL, NULL)");
  insert_contact (database, "c1", "t1", "'a'", "2026-11-03");

  assert_about (database, "assessment_pending", "'e5'", "e5");
  assert_about (database, "assessment_pending", "NULL", "e4");
  assert_about (database, "assessment_result", "NULL", "e1");
  assert_about (database, "assessment_debrief", "NULL", "e2");
  /* The list is old: that test is further already. */
  assert_about (database, "assessment_pending", "'e1'", NULL);
  assert_about (database, "assessment_debrief", "'e3'", NULL);
  assert_about (database, "callback", "'e5'", NULL);

  /* Another contact names the first of the two. */
  insert_contact (database, "c2", "t1", "'a'", "2027-01-01");
  store_execute (database, "UPDATE contact SET kind = 'assessment_pending', cause = 'e4' "
                           "WHERE id = 'c2'");
  store_execute (database, "UPDATE contact SET kind = 'assessment_pending', cause = NULL "
                           "WHERE id = 'c1'");
  assert_is_about (database, "e5");
}

static void
test_snoozed_promise_is_not_counted (void)
{
  g_autoptr (LoketDatabase) database = create_desk ("snoozed.db");
  const LoketWorkQuery mine = QUERY (.type = LOKET_WORK_PROMISE, .counsellor_id = "a");

  store_execute (database,
                 "INSERT INTO promise (id, version, act, promise_no, trajectory_id, made_by, kind, "
                 "due_on, snoozed_until) VALUES "
                 "('p1', 1, 'x', 'P1', 't1', 'counsellor', 'send', '2026-11-01', NULL), "
                 "('p2', 1, 'x', 'P2', 't1', 'counsellor', 'send', '2026-11-01', "
                 "'2026-11-21T15:00')");

  g_assert_cmpint (loket_worklist_table_count (database, &mine, STORE_NOW, NULL), ==, 1);
  g_assert_cmpint (loket_worklist_table_count (database, &mine, "2026-11-21T15:00", NULL), ==, 2);
}

static void
test_counts (void)
{
  g_autoptr (LoketDatabase) database = create_desk ("counts.db");
  const LoketWorkQuery mine = QUERY (.type = LOKET_WORK_CONTACT, .counsellor_id = "a");
  const LoketWorkQuery few = QUERY (.type = LOKET_WORK_CONTACT, .most = 2);
  g_autoptr (GHashTable) days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  insert_contact (database, "c1", "t1", "'a'", "2026-11-01");
  insert_contact (database, "c2", "t1", "NULL", "2026-11-01");
  insert_contact (database, "c3", "t1", "'a'", "2026-11-20");
  insert_contact (database, "c4", "t2", "NULL", "2026-11-20");
  store_execute (database, "UPDATE contact SET snoozed_until = '2026-11-21T15:00' WHERE id = 'c3'");

  g_assert_cmpint (loket_worklist_table_count (database, &mine, STORE_NOW, NULL), ==, 2);
  g_assert_cmpint (loket_worklist_table_count (database, &mine, "2026-11-21T15:00", NULL), ==, 3);
  g_assert_cmpint (loket_worklist_table_count (database, &few, "9999", NULL), ==, 2);

  g_assert_true (loket_worklist_table_count_days (database, &mine, days, NULL));
  g_assert_cmpuint (g_hash_table_size (days), ==, 2);
  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (days, "2026-11-01")), ==, 2);
  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (days, "2026-11-20")), ==, 1);
}

static void
test_has_clients (void)
{
  g_autoptr (LoketDatabase) empty = store_create_database ("empty.db");
  g_autoptr (LoketDatabase) filled = create_desk ("filled.db");
  gboolean has_clients = TRUE;

  g_assert_true (loket_worklist_table_has_clients (empty, &has_clients, NULL));
  g_assert_false (has_clients);
  g_assert_true (loket_worklist_table_has_clients (filled, &has_clients, NULL));
  g_assert_true (has_clients);
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/worklist-table/earliest-first-and-no-more-than-asked", test_earliest_first);
  g_test_add_func ("/worklist-table/a-record-without-counsellor-is-the-trajectorys", test_whose);
  g_test_add_func ("/worklist-table/what-is-nobodys-comes-with-somebodys", test_nobodys);
  g_test_add_func ("/worklist-table/names-client-and-counsellor", test_person);
  g_test_add_func ("/worklist-table/appointments-are-planned-sessions", test_appointments);
  g_test_add_func ("/worklist-table/promises-are-open-and-ours", test_promises);
  g_test_add_func ("/worklist-table/sign-ups-and-tests-wait-unless-a-contact-does",
                   test_sign_ups_and_tests);
  g_test_add_func ("/worklist-table/tests-wait-among-very-many", test_tests_wait_among_very_many);
  g_test_add_func ("/worklist-table/who-objects-to-contact-gets-none", test_objections);
  g_test_add_func ("/worklist-table/a-contact-is-about-a-test-in-that-stage",
                   test_contact_is_about_a_test);
  g_test_add_func ("/worklist-table/counts-what-is-awake", test_counts);
  g_test_add_func ("/worklist-table/snoozed-promise-is-not-counted",
                   test_snoozed_promise_is_not_counted);
  g_test_add_func ("/worklist-table/knows-an-empty-store", test_has_clients);

  return g_test_run ();
}
