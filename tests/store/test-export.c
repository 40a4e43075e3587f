/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of exports: what they look like, and that nothing is lost on the way out and in. */

#include "exchange-fixture.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
test_comes_back_without_a_change (void)
{
  g_autoptr (ExchangeFixture) one = exchange_fixture_new ();
  g_autoptr (ExchangeFixture) other = exchange_fixture_new ();

  exchange_fixture_fill (one);

  for (guint i = 0; exchange_kinds[i] != NULL; i++)
    {
      g_autofree char *out = exchange_fixture_export (one, exchange_kinds[i], LOKET_TABLE_CSV);
      g_autofree char *same = exchange_fixture_import (one, exchange_kinds[i], out);
      g_autofree char *in = exchange_fixture_import (other, exchange_kinds[i], out);
      g_autofree char *again = exchange_fixture_export (other, exchange_kinds[i],
                                                        LOKET_TABLE_CSV);

      g_assert_true (g_str_has_prefix (same, "0 new, 0 changed, "));
      g_assert_true (g_str_has_suffix (same, ", 0 refused"));
      g_assert_true (g_str_has_suffix (in, " new, 0 changed, 0 unchanged, 0 refused"));
      g_assert_cmpstr (out, ==, again);
    }
}

static void
test_gives_numbers_and_not_ids (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autofree char *csv = NULL;

  exchange_fixture_fill (fixture);
  csv = exchange_fixture_export (fixture, "trajectories", LOKET_TABLE_CSV);

  g_assert_cmpstr (csv, ==,
                   "trajectory_no,client_no,opened_on,counsellor,first_response_on,situation,"
                   "questions_brought,closed_on,aftercare,outcome\n"
                   "T1,K1,2026-01-05,A01,2026-01-07,jobseeker,which_work;retraining,2026-06-01,"
                   "yes_once,advice_given\n"
                   "T2,K2,2026-03-05,,,,,,,\n");
}

static void
test_gives_answers_as_they_came (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autofree char *csv = NULL;

  exchange_fixture_fill (fixture);
  csv = exchange_fixture_export (fixture, "responses", LOKET_TABLE_CSV);

  g_assert_true (g_str_has_prefix (csv,
                                   "respondent_id,year,month_sent,wave,client,loket,counsellor,"
                                   "trajectory_no,overall,dissatisfied_about,website,"));
  g_assert_nonnull (strstr (csv,
                            "\nR2,2023,11,,,Regio 04,A072,,4,\"Te weinig\ncontact, "
                            "\"\"echt\"\"\",8,,,9,,8,no,,,yes_once,municipality,which_work,"));
}

static void
test_gives_json (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *session;

  exchange_fixture_fill (fixture);
  text = exchange_fixture_export (fixture, "sessions", LOKET_TABLE_JSON);
  root = json_from_string (text, NULL);

  g_assert_cmpuint (json_array_get_length (json_node_get_array (root)), ==, 2);
  session = json_array_get_object_element (json_node_get_array (root), 0);
  g_assert_cmpstr (json_object_get_string_member (session, "session_no"), ==, "G1");
  g_assert_cmpstr (json_object_get_string_member (session, "trajectory_no"), ==, "T1");
  g_assert_cmpint (json_object_get_int_member (session, "minutes"), ==, 60);
  g_assert_cmpuint (json_array_get_length (
                      json_object_get_array_member (session, "questions_brought")),
                    ==, 2);
}

static void
test_empty_store_gives_a_header (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autofree char *csv = exchange_fixture_export (fixture, "invitations", LOKET_TABLE_CSV);
  g_autofree char *json = exchange_fixture_export (fixture, "invitations", LOKET_TABLE_JSON);

  g_assert_cmpstr (csv, ==, "month,loket,counsellor,sent\n");
  g_assert_cmpstr (json, ==, "[\n]\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/export/comes-back-without-a-change", test_comes_back_without_a_change);
  g_test_add_func ("/export/gives-numbers-and-not-ids", test_gives_numbers_and_not_ids);
  g_test_add_func ("/export/gives-answers-as-they-came", test_gives_answers_as_they_came);
  g_test_add_func ("/export/gives-json", test_gives_json);
  g_test_add_func ("/export/empty-store-gives-a-header", test_empty_store_gives_a_header);

  return g_test_run ();
}
