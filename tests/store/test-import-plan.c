/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of what an import plan refuses, and of the sentences in which it does. */

#include "exchange-fixture.h"
#include "loket-error.h"

#include <string.h>

typedef struct
{
  const char *kind;
  const char *text;
  const char *refusals;
} Case;

static void
test_refuses_rows (void)
{
  static const Case cases[] = {
    { "clients", "client_no,family_name,birth_date\nK9,A,2023-02-30\n",
      "f.csv, line 2, column birth_date, “2023-02-30”: February 2023 has no day 30\n" },
    { "clients", "client_no,family_name,birth_date\nK9,A,2027-01-01\n",
      "f.csv, line 2, column birth_date: “2027-01-01” lies in the future\n" },
    { "clients", "client_no,family_name,gender\nK9,A,man\n",
      "f.csv, line 2, column gender: “man” is not in the list of this office, "
      "which has: male, female, other_not_say\n" },
    { "clients", "client_no,family_name,gender\nK9,A,male;female\n",
      "f.csv, line 2, column gender, “male;female”: holds more than one code\n" },
    { "clients", "client_no,family_name,no_contact\nK9,A,ja\n",
      "f.csv, line 2, column no_contact, “ja”: is neither yes nor no\n" },
    { "clients", "client_no,family_name\nK9,\n,B\n  ,C\n",
      "f.csv, line 2, column family_name: is missing\n"
      "f.csv, line 3, column client_no: is missing\n"
      "f.csv, line 4, column client_no: is missing\n" },
    { "clients", "client_no,family_name\nK9,A\nK8,B\nK9,C\n",
      "f.csv, line 4, column client_no, “K9”: line 2 is about the same and says something "
      "else\n" },
    { "clients", "client_no,family_name\nK9,A,\nK9\n",
      "f.csv, line 2: has 3 fields where the header has 2\n"
      "f.csv, line 3: has 1 field where the header has 2\n" },
    { "counsellors", "counsellor,role\nA9,boss\n",
      "f.csv, line 2, column role: “boss” is not in the list of this office, "
      "which has: counsellor, team_lead\n" },
    { "trajectories", "trajectory_no,client_no,opened_on\nT9,K9,2026-01-05\n",
      "f.csv, line 2, column client_no, “K9”: there is no client with this number\n" },
    { "trajectories", "trajectory_no,client_no,opened_on,counsellor\nT9,K1,2026-01-05,A9\n",
      "f.csv, line 2, column counsellor, “A9”: there is no counsellor with this code\n" },
    { "trajectories", "trajectory_no,client_no,opened_on,questions_brought\n"
                      "T9,K1,2026-01-05,which_work;\n",
      "f.csv, line 2, column questions_brought, “which_work;”: a code is missing beside a "
      "semicolon\n" },
    { "trajectories", "trajectory_no,client_no,opened_on,closed_on\nT9,K1,2026-01-05,2026-01-04\n",
      "f.csv, line 2, column closed_on: “2026-01-04” lies before “2026-01-05” (Opened on)\n" },
    { "sessions", "session_no,trajectory_no,starts_at\nG9,T9,2026-01-05T10:00\n",
      "f.csv, line 2, column trajectory_no, “T9”: there is no trajectory with this number\n" },
    { "sessions", "session_no,trajectory_no,starts_at,minutes\nG9,T1,2026-01-05T10:00,een uur\n",
      "f.csv, line 2, column minutes, “een uur”: is not a whole number\n" },
    { "sessions", "session_no,trajectory_no,starts_at\nG9,T1,2026-01-05\n",
      "f.csv, line 2, column starts_at, “2026-01-05”: is not a date with a time; write it as "
      "YYYY-MM-DDTHH:MM\n" },
    { "assessments", "assessment_no,trajectory_no,kind\nE9,T1,iq\n",
      "f.csv, line 2, column kind: “iq” is not in the list of this office, "
      "which has: competence, interest, career_choice, aptitude, language, other\n" },
    { "promises", "promise_no,trajectory_no,by,kind,due_on\nB9,T1,client,callback,01/02/2026\n",
      "f.csv, line 2, column due_on, “01/02/2026”: it is not clear which number is the day; write "
      "dates as YYYY-MM-DD or DD-MM-YYYY, with hyphens\n" },
    { "contacts", "contact_no,trajectory_no,kind,due_on,attempts\nC9,T1,other,2026-01-05,-1\n",
      "f.csv, line 2, column attempts, “-1”: is not a whole number\n" },
    { "invitations", "month,sent\n2023-01,5\n2023-01,6\n",
      "f.csv, line 3: line 2 is about the same and says something else\n" },
    { "invitations", "month,sent\n2023-13,5\n2023-01,vijf\n",
      "f.csv, line 2, column month: “2023-13” is not a month (YYYY-MM)\n"
      "f.csv, line 3, column sent, “vijf”: is not a whole number\n" },
  };
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();

  exchange_fixture_fill (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *refusals = exchange_fixture_refuse (fixture, cases[i].kind, cases[i].text);

      g_assert_cmpstr (refusals, ==, cases[i].refusals);
    }
}

/* The responses of the samples with one text replaced. */
static char *
change_responses (const char *old,
                  const char *new)
{
  g_auto (GStrv) parts = g_strsplit (exchange_samples[8], old, 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);

  return g_strjoinv (new, parts);
}

static void
test_refuses_responses (void)
{
  static const struct
  {
    const char *old;
    const char *new;
    const char *refusals;
  } cases[] = {
    { "yes,10,10,9", "yes,11,10,9",
      "f.csv, line 2: overall: “11” is not a whole grade from 1 to 10\n" },
    { "yes,10,10,9", "yes,7.5,10,9",
      "f.csv, line 2: overall: “7.5” is not a whole grade from 1 to 10\n" },
    { "mbo4,3,other", "mbo5,3,other",
      "f.csv, line 2: education: “mbo5” is not one of the options\n" },
    { "R1,2023,2,", "R1,2023,13,",
      "f.csv, line 2, column month_sent, “13”: is not a month from 1 to 12\n" },
    { "R1,2023,2,", "R1,2023,,", "f.csv, line 2, column month_sent: is not a whole number\n" },
    { "R1,2023,2,", "R1,2021,2,",
      "f.csv, line 2, column year, “2021”: the questionnaire was not used in that year\n" },
    { "R1,2023,2,", "R1,2022,2,",
      "f.csv, line 2, column clarity, “9”: was not asked in that year\n" },
    { "R1,2023,2,", ",2023,2,", "f.csv, line 2, column respondent_id: is missing\n" },
    { ",,,T1", ",,,T7",
      "f.csv, line 2, column trajectory_no, “T7”: there is no trajectory with this number\n" },
    { "other,yes,10", "other,no,10",
      "f.csv, line 2: tests: “8” is answered, but test_taken decides that it is not asked\n" },
    { "start_new_job,,", "start_new_job,Te duur,",
      "f.csv, line 2: dissatisfied_about: is answered, but overall decides that it is not asked\n" },
    { "R2,2023,11", "R1,2023,11",
      "f.csv, line 3, column respondent_id, “R1”: line 2 is about the same and says something "
      "else\n" },
  };
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();

  exchange_fixture_fill (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = change_responses (cases[i].old, cases[i].new);
      g_autofree char *refusals = exchange_fixture_refuse (fixture, "responses", text);

      g_assert_cmpstr (refusals, ==, cases[i].refusals);
    }
}

/* The item came with the version of 2023; a file of 2022 need not have it. */
static void
test_asks_for_the_items_of_the_year (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autofree char *text = change_responses (",clarity,", ",duidelijk,");
  g_autofree char *refusals = NULL;

  exchange_fixture_fill (fixture);
  refusals = exchange_fixture_refuse (fixture, "responses", text);

  g_assert_cmpstr (refusals, ==,
                   "f.csv, line 2: clarity was asked since 2023, but the file has no such column\n"
                   "f.csv, line 3: clarity was asked since 2023, but the file has no such "
                   "column\n");
}

static void
test_refuses_files (void)
{
  static const struct
  {
    const char *kind;
    const char *text;
    const char *map;
    int code;
    const char *message;
  } cases[] = {
    { "clients", "client_no,given_name\nK1,A\n", NULL, LOKET_ERROR_INVALID,
      "f.csv, line 1: the column family_name is missing" },
    { "sessions", "note,minutes\nx,1\n", NULL, LOKET_ERROR_INVALID,
      "f.csv, line 1: the columns session_no, trajectory_no, starts_at are missing" },
    { "sessions", "session_no,trajectory_no,starts_at,note,note_internal\n,,,,\n", NULL,
      LOKET_ERROR_INVALID,
      "f.csv, line 1: the columns note and note_internal are both read as note_internal" },
    { "clients", "client_no,family_name,naam\nK1,A,B\n", "naam=family_name", LOKET_ERROR_INVALID,
      "f.csv, line 1: the columns family_name and naam are both read as family_name" },
    { "clients", "client_no,family_name\nK1,A\n", "naam=family_name", LOKET_ERROR_NOT_FOUND,
      "f.csv has no column “naam”" },
    { "clients", "client_no,family_name\nK1,A\n", "family_name=name", LOKET_ERROR_NOT_FOUND,
      "family_name=name: there is no field “name” to read it as" },
    { "clients", "client_no,family_name\nK1,A\n", "family_name", LOKET_ERROR_NOT_FOUND,
      "“family_name” is not of the form COLUMN=FIELD" },
    { "responses", "respondent_id,year\nR1,2023\n", NULL, LOKET_ERROR_INVALID,
      "f.csv, line 1: the columns month_sent, overall, dissatisfied_about, website, reachability, "
      "opening_hours, response_time, knowledge, test_taken, tests, advice, heard_via, "
      "questions_brought, yield, sessions, situation, age_group, gender, education, remarks are "
      "missing" },
  };
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *map[] = { cases[i].map, NULL };
      g_autoptr (GError) error = NULL;
      LoketCsvReader *reader;

      reader = loket_csv_reader_new_from_data ("f.csv", g_strdup (cases[i].text),
                                               strlen (cases[i].text), &error);
      g_assert_no_error (error);
      g_assert_null (loket_import_plan_new (loket_kind_get_by_plural (cases[i].kind), reader,
                                            fixture->kto, map, &error));
      g_assert_error (error, LOKET_ERROR, cases[i].code);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_reads_mapped_columns (void)
{
  static const char text[] = "nr=,Achternaam,client_no,city\nK9,Velden,x,Breda\n";
  const char *map[] = { "nr==client_no", "Achternaam=family_name", "client_no=given_name", NULL };
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autoptr (LoketImportPlan) plan = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *csv = NULL;

  plan = loket_import_plan_new (loket_kind_get_by_plural ("clients"),
                                loket_csv_reader_new_from_data ("f.csv", g_strdup (text),
                                                                strlen (text), NULL),
                                fixture->kto, map, &error);
  g_assert_no_error (error);
  loket_desk_check_import (fixture->desk, plan, &error);
  g_assert_no_error (error);
  deed = loket_desk_import (fixture->desk, plan, &error);
  g_assert_no_error (error);

  csv = exchange_fixture_export (fixture, "clients", LOKET_TABLE_CSV);
  g_assert_nonnull (strstr (csv, "\nK9,Velden,x,,"));
}

static void
test_tells_unknown_columns (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autoptr (LoketImportPlan) plan = NULL;
  const char *const *unknown;

  plan = exchange_fixture_plan (fixture, "clients", "shoe,client_no,family_name,hat\n1,K1,A,2\n");
  unknown = loket_import_plan_get_unknown_columns (plan);

  g_assert_cmpuint (g_strv_length ((GStrv) unknown), ==, 2);
  g_assert_cmpstr (unknown[0], ==, "shoe");
  g_assert_cmpstr (unknown[1], ==, "hat");
}

static char *
write_rejects (ExchangeFixture *fixture,
               const char      *text)
{
  g_autoptr (LoketImportPlan) plan = exchange_fixture_plan (fixture, "clients", text);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  loket_desk_check_import (fixture->desk, plan, &error);
  g_assert_no_error (error);
  loket_import_plan_write_rejects (plan, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write (stream, "", 1, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_rejects_can_be_mended (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autofree char *rejects = NULL;
  g_autofree char *again = NULL;

  rejects = write_rejects (fixture, "client_no;family_name;no_contact\nK1;\"A;\"\"a\"\"\";ja\n"
                                    "K2;B;no\nK3;C;no;x\nK4;;yes\n");
  g_assert_cmpstr (rejects, ==,
                   "client_no,family_name,no_contact,line,reason\n"
                   "K1,\"A;\"\"a\"\"\",ja,2,no_contact: is neither yes nor no\n"
                   "K3;C;no;x,,,4,has 4 fields where the header has 3\n"
                   "K4,,yes,5,family_name: is missing\n");

  again = write_rejects (fixture, rejects);
  g_assert_cmpstr (again, ==,
                   "client_no,family_name,no_contact,line,reason\n"
                   "K1,\"A;\"\"a\"\"\",ja,2,no_contact: is neither yes nor no\n"
                   "K3;C;no;x,,,3,family_name: is missing\n"
                   "K4,,yes,4,family_name: is missing\n");
}

/* Every row of a file is decided about, whatever bytes it has. */
static void
test_survives_changed_bytes (void)
{
  static const char favourites[] = "\",;\t\r\n0123456789-T:K";
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();

  exchange_fixture_fill (fixture);

  for (guint round = 0; round < 1000; round++)
    {
      guint kind = round % g_strv_length ((GStrv) exchange_kinds);
      g_autofree char *text = g_strdup (exchange_samples[kind]);
      gsize length = strlen (text);
      g_autoptr (LoketImportPlan) plan = NULL;
      g_autoptr (GError) error = NULL;
      LoketCsvReader *reader;

      for (int i = g_test_rand_int_range (1, 6); i > 0; i--)
        text[g_test_rand_int_range (0, (int) length)]
          = favourites[g_test_rand_int_range (0, sizeof favourites - 1)];

      reader = loket_csv_reader_new_from_data ("f.csv", g_steal_pointer (&text), length, NULL);
      if (reader == NULL)
        continue;
      plan = loket_import_plan_new (loket_kind_get_by_plural (exchange_kinds[kind]), reader,
                                    fixture->kto, NULL, NULL);
      if (plan == NULL)
        continue;

      loket_desk_check_import (fixture->desk, plan, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (loket_import_plan_get_refusals (plan)->len, ==,
                        loket_import_plan_count (plan, LOKET_IMPORT_REFUSED));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/import-plan/refuses-rows", test_refuses_rows);
  g_test_add_func ("/import-plan/refuses-responses", test_refuses_responses);
  g_test_add_func ("/import-plan/asks-for-the-items-of-the-year",
                   test_asks_for_the_items_of_the_year);
  g_test_add_func ("/import-plan/refuses-files", test_refuses_files);
  g_test_add_func ("/import-plan/reads-mapped-columns", test_reads_mapped_columns);
  g_test_add_func ("/import-plan/tells-unknown-columns", test_tells_unknown_columns);
  g_test_add_func ("/import-plan/rejects-can-be-mended", test_rejects_can_be_mended);
  g_test_add_func ("/import-plan/survives-changed-bytes", test_survives_changed_bytes);

  return g_test_run ();
}
