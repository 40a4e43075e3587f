/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of an office's own questionnaire: kept, answered, changed and summed up. */

#include "exchange-fixture.h"
#include "loket-error.h"
#include "loket-questionnaire-act.h"
#include "loket-questionnaires.h"
#include "loket-release-act.h"
#include "loket-response-reading.h"
#include "loket-response.h"
#include "loket-survey.h"
#include "loket-undo-act.h"

#include <string.h>

#define HEADER "respondent_id,year,wave,client,mark,sure_of_work,help,hours,place,why,inland\n"

static char *
read_own (const char *from,
          const char *to)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "app", "data", "own.json", NULL);
  g_autofree char *json = NULL;
  GString *changed;

  g_assert_true (g_file_get_contents (path, &json, NULL, NULL));
  changed = g_string_new (json);
  if (from != NULL)
    g_assert_cmpuint (g_string_replace (changed, from, to, 1), ==, 1);

  return g_string_free (changed, FALSE);
}

static LoketDeed *
add (ExchangeFixture  *fixture,
     const char       *from,
     const char       *to,
     GError          **error)
{
  g_autofree char *json = read_own (from, to);

  return loket_desk_add_questionnaire (fixture->desk, "own.json", json, error);
}

/* From here on the files of the fixture are answers to the office's own questions. */
static void
ask_own (ExchangeFixture *fixture)
{
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GError) error = NULL;

  deed = add (fixture, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (deed->n_created, ==, 1);
  g_clear_object (&fixture->kto);
  fixture->kto = loket_desk_load_questionnaire (fixture->desk, "own", &error);
  g_assert_no_error (error);
}

static guint
count_questionnaires (ExchangeFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = loket_desk_list_questionnaires (fixture->desk, &error);

  g_assert_no_error (error);

  return all->len;
}

static void
test_keeps_own_questionnaire (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autoptr (LoketDeed) again = NULL;
  g_autoptr (LoketDeed) other = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_questionnaires (fixture), ==, 4);
  ask_own (fixture);
  g_assert_cmpuint (loket_questionnaire_get_n_items (fixture->kto), ==, 6);
  g_assert_cmpuint (count_questionnaires (fixture), ==, 5);

  again = add (fixture, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (loket_deed_is_empty (again));

  other = add (fixture, "Onze vragen", "Andere vragen", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (other->n_changed, ==, 1);
  g_assert_cmpuint (count_questionnaires (fixture), ==, 5);
}

static void
test_is_undone (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (LoketDeed) undone = NULL;
  g_autoptr (GError) error = NULL;

  deed = add (fixture, NULL, NULL, &error);
  g_assert_no_error (error);
  undone = loket_desk_undo (fixture->desk, deed->id, &error);
  g_assert_no_error (error);
  g_assert_null (loket_desk_load_questionnaire (fixture->desk, "own", &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND);
}

static void
assert_refused (ExchangeFixture *fixture,
                const char      *from,
                const char      *to,
                LoketError       code,
                const char      *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (add (fixture, from, to, &error));
  g_assert_error (error, LOKET_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, message));
}

static void
test_refuses_with_file_line_and_reason (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();

  assert_refused (fixture, "\"type\": \"likert\"", "\"type\": \"faces\"", LOKET_ERROR_INVALID,
                  "own.json:25: items[1]: “type” must be");
  assert_refused (fixture, "\"id\": \"own\"", "\"id\": \"kto\"", LOKET_ERROR_CONSTRAINT,
                  "own.json: “kto” comes with the program");
  g_assert_cmpuint (count_questionnaires (fixture), ==, 4);
}

static void
test_keeps_answers_where_they_are (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *counts = NULL;

  ask_own (fixture);
  counts = exchange_fixture_import (fixture, "responses", HEADER "R1,2026,0,C1,8,no,talk,,north,,\n");
  g_assert_cmpstr (counts, ==, "1 new, 0 changed, 0 unchanged, 0 refused");

  assert_refused (fixture, "\"id\": \"why\"", "\"id\": \"reason\"", LOKET_ERROR_CONSTRAINT,
                  "“own” was answered already");
  assert_refused (fixture, "{\"code\": \"south\"", "{\"code\": \"west\"", LOKET_ERROR_INVALID,
                  "own.json:75: derived[0].groups[0]");
  assert_refused (fixture, "{\"code\": \"talk\"", "{\"code\": \"more\", \"text\": {\"nl\": \"M\", "
                  "\"en\": \"M\"}}, {\"code\": \"talk\"", LOKET_ERROR_CONSTRAINT,
                  "“own” was answered already");
  deed = add (fixture, "{\"code\": \"abroad\", \"text\": {\"nl\": \"Elders\", \"en\": \"Elsewhere\"}}",
              "{\"code\": \"abroad\", \"text\": {\"nl\": \"Elders\", \"en\": \"Elsewhere\"}}, "
              "{\"code\": \"sea\", \"text\": {\"nl\": \"Op zee\", \"en\": \"At sea\"}}", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (deed->n_changed, ==, 1);
}

static void
import_places (ExchangeFixture *fixture,
               guint            first,
               guint            n,
               guint            wave,
               const char      *place)
{
  g_autoptr (GString) csv = g_string_new (HEADER);
  g_autofree char *counts = NULL;

  for (guint i = first; i < first + n; i++)
    g_string_append_printf (csv, "R%u,2026,%u,C%u,%u,no,talk,,%s,,\n", i, wave, i, 6 + i % 5,
                            place);
  counts = exchange_fixture_import (fixture, "responses", csv->str);
  g_assert_nonnull (strstr (counts, "0 refused"));
}

static LoketRelease *
release (ExchangeFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketQuestionnaire) own = loket_desk_load_questionnaire (fixture->desk, "own",
                                                                      &error);
  g_autoptr (LoketSurvey) survey = loket_survey_new (fixture->desk, own);
  g_autoptr (LoketFrame) frame = loket_survey_load (survey, &error);
  g_autoptr (LoketRequest) request = loket_request_new (own);
  g_autoptr (LoketSummary) summary = NULL;
  LoketRelease *left;

  g_assert_true (loket_request_add_by (request, "inland", NULL));
  summary = loket_summary_new (frame, request);
  left = loket_desk_release (fixture->desk, summary, LOKET_MEDIUM_CSV, &error);
  g_assert_no_error (error);

  return left;
}

/* Three of the south are inland in one report and outside in the next: the difference is what they
 * said. */
static void
test_keeps_groups_that_left (void)
{
  static const char from[] = "\"options\": [\"north\", \"south\"]";
  static const char to[] = "\"options\": [\"north\"]";
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autoptr (LoketRelease) left = NULL;
  g_autoptr (LoketDeed) other = NULL;
  g_autoptr (LoketDeed) same = NULL;
  g_autoptr (LoketDeed) undone = NULL;
  g_autoptr (GError) error = NULL;

  ask_own (fixture);
  import_places (fixture, 1, 6, 0, "north");
  import_places (fixture, 11, 3, 0, "south");
  import_places (fixture, 21, 6, 0, "abroad");
  other = add (fixture, from, to, &error);
  g_assert_no_error (error);
  left = release (fixture);

  same = add (fixture, from, to, &error);
  g_assert_no_error (error);
  assert_refused (fixture, NULL, NULL, LOKET_ERROR_CONSTRAINT, "left the program already");
  assert_refused (fixture, "\"value\": 5}, {\"item\": \"inland\"",
                  "\"value\": 4}, {\"item\": \"inland\"", LOKET_ERROR_CONSTRAINT,
                  "left the program already");
  undone = loket_desk_undo (fixture->desk, other->id, &error);
  g_assert_null (undone);
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT);
}

/* The file, with versions that begin in these years; the second asks in another order. */
static LoketDeed *
add_versions (ExchangeFixture  *fixture,
              int               year,
              int               other_year,
              GError          **error)
{
  g_autofree char *versions = g_strdup_printf (
      "\"versions\": [{\"from\": %d, \"items\": [\"mark\", \"sure_of_work\", \"help\", "
      "\"hours\", \"place\", \"why\"]}, {\"from\": %d, \"items\": [\"place\", \"mark\", "
      "\"sure_of_work\", \"help\", \"hours\", \"why\"]}], \"items\": [\n",
      year, other_year);

  return add (fixture, "\"items\": [\n", versions, error);
}

/* Answers of 2026 must not be read as those of a version that begins no later. */
static void
test_keeps_the_version_of_years_that_were_answered (void)
{
  static const int years[] = { 2025, 2026 };
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autoptr (LoketRelease) left = NULL;
  g_autoptr (LoketDeed) later = NULL;
  g_autoptr (GError) error = NULL;

  ask_own (fixture);
  import_places (fixture, 1, 6, 0, "north");
  import_places (fixture, 21, 6, 0, "abroad");
  left = release (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_assert_null (add_versions (fixture, 0, years[i], &error));
      g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT);
      g_assert_nonnull (strstr (error->message, "“own” was answered up to 2026"));
      g_clear_error (&error);
    }
  later = add_versions (fixture, 0, 2027, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (later->n_changed, ==, 1);
}

/* Six inland and six outside, of whom figures left before the file was taken back. */
static LoketDeed *
import_and_release (ExchangeFixture *fixture)
{
  g_autoptr (GString) csv = g_string_new (HEADER);
  g_autoptr (LoketImportPlan) plan = NULL;
  g_autoptr (LoketRelease) left = NULL;
  g_autoptr (GError) error = NULL;
  LoketDeed *deed;

  for (guint i = 0; i < 12; i++)
    g_string_append_printf (csv, "R%u,2026,0,C%u,%u,no,talk,,%s,,\n", i, i, 6 + i % 5,
                            i < 6 ? "south" : "abroad");
  plan = exchange_fixture_plan (fixture, "responses", csv->str);
  g_assert_true (loket_desk_check_import (fixture->desk, plan, &error));
  deed = loket_desk_import (fixture->desk, plan, &error);
  g_assert_no_error (error);
  left = release (fixture);

  return deed;
}

/* The same file could come in again after the groups were changed. */
static void
test_keeps_what_left_when_answers_are_taken_back (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autoptr (LoketDeed) own = NULL;
  g_autoptr (LoketDeed) import = NULL;
  g_autoptr (LoketDeed) undone = NULL;
  g_autoptr (GError) error = NULL;

  own = add (fixture, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->kto);
  fixture->kto = loket_desk_load_questionnaire (fixture->desk, "own", &error);
  import = import_and_release (fixture);
  undone = loket_desk_undo (fixture->desk, import->id, &error);
  g_assert_no_error (error);
  g_assert_nonnull (undone);

  assert_refused (fixture, "\"options\": [\"north\", \"south\"]", "\"options\": [\"north\"]",
                  LOKET_ERROR_CONSTRAINT, "left the program already");
  g_assert_null (add_versions (fixture, 0, 2026, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_null (loket_desk_undo (fixture->desk, own->id, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT);
}

/* How many of a group gave a mark afterwards; 0 when that is hidden. */
static guint
count_after (const LoketRelease *left,
             const char         *value)
{
  const LoketQuestionSummary *mark = left->summary->questions->pdata[0];
  const LoketQuestionSummary *after = mark->waves->pdata[1];

  g_assert_cmpstr (mark->item->id, ==, "mark");
  for (guint i = 0; i < after->groups->len; i++)
    {
      const LoketGroupSummary *group = after->groups->pdata[i];

      if (g_str_equal (loket_frame_get_group_value (left->summary->frame, &group->by, group->group),
                       value))
        return group->hidden ? 0 : group->n;
    }

  return 0;
}

/* Of one client it becomes known only later where he came from: his mark of afterwards must not be
 * the difference, though six others came in with him. */
static void
test_hides_who_was_told_apart_later (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autoptr (LoketRelease) first = NULL;
  g_autoptr (LoketRelease) second = NULL;

  ask_own (fixture);
  import_places (fixture, 1, 6, 0, "north");
  import_places (fixture, 11, 6, 0, "abroad");
  import_places (fixture, 1, 6, 1, "");
  import_places (fixture, 11, 6, 1, "");
  import_places (fixture, 21, 6, 1, "");
  first = release (fixture);
  g_assert_cmpuint (count_after (first, "outside"), ==, 6);

  import_places (fixture, 21, 1, 0, "abroad");
  import_places (fixture, 31, 6, 0, "north");
  second = release (fixture);
  g_assert_cmpuint (count_after (second, "inland"), ==, 6);
  g_assert_cmpuint (count_after (second, "outside"), ==, 0);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* The number that is found, else what is said. */
static char *
find (ExchangeFixture *fixture,
      const char      *what,
      const char      *wave)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LoketResponseReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  loket_desk_read_response_async (fixture->desk, fixture->kto, what, wave, NULL, found_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  reading = loket_desk_read_response_finish (fixture->desk, result, &error);

  return g_strdup (reading != NULL
                       ? loket_record_get_text (reading->record, LOKET_RESPONSE_RESPONSE_NO)
                       : error->message);
}

static void
test_finds_a_response_of_a_wave (void)
{
  static const struct
  {
    const char *what, *wave, *found;
  } cases[] = {
    { "own/R1/1", NULL, "own/R1/1" },
    { "R1/1", NULL, "own/R1/1" },
    { "R1", "0", "own/R1/0" },
    { "R1", "1", "own/R1/1" },
    { "C1", "1", "own/R1/1" },
    { "R2", NULL, "own/R2/0" },
    { "C2", "1", "own/R2/0" },
    { "R1", NULL, "“R1” answered more than once; type the wave as well: 0 (Before), "
                  "1 (Afterwards)" },
    { "R3", NULL, "There is no response “R3”" },
  };
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();

  ask_own (fixture);
  import_places (fixture, 1, 2, 0, "north");
  import_places (fixture, 1, 1, 1, "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (fixture, cases[i].what, cases[i].wave);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_what_was_answered_stays (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (LoketDeed) undone = NULL;
  g_autoptr (GError) error = NULL;

  deed = add (fixture, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->kto);
  fixture->kto = loket_desk_load_questionnaire (fixture->desk, "own", &error);
  import_places (fixture, 1, 1, 0, "north");
  undone = loket_desk_undo (fixture->desk, deed->id, &error);
  g_assert_null (undone);
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT);
}

static void
test_refuses_responses (void)
{
  static const struct
  {
    const char *row;
    const char *refusal;
  } cases[] = {
    { "R1,2026,0,C1,11,,,,,,\n", "f.csv, line 2: mark: “11” is not a whole grade from 1 to 10\n" },
    { "R1,2026,0,C1,,,,,east,,\n", "f.csv, line 2: place: “east” is not one of the options\n" },
    { "R1,2026,0,C1,,,talk;none,,,,\n",
      "f.csv, line 2: help: “none” cannot be chosen together with others\n" },
    { "R1,2026,0,C1,,,talk,8,,,\n",
      "f.csv, line 2: hours: “8” is answered, but help decides that it is not asked\n" },
    { "R1,2026,0,C1,8,,,,north,Daarom,\n",
      "f.csv, line 2: why: is answered, but mark decides that it is not asked\n" },
    { "R1,2026,1,C1,,,,,north,,\n",
      "f.csv, line 2: place: “north” is answered, but wave 1 does not ask it\n" },
    { "R1,2026,1,C1,3,,,,,Daarom,inland\n",
      "f.csv, line 2: why: is answered, but wave 1 does not ask it\n" },
    { "R1,2026,2,C1,8,,,,,,\n",
      "f.csv, line 2, column wave, “2”: is not a wave of this questionnaire\n" },
    { "R1,2026,0,C1,,,,,south,,outside\n",
      "f.csv, line 2: inland: “outside” is not the group that the answers lead to\n" },
  };
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();

  ask_own (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (HEADER, cases[i].row, NULL);
      g_autofree char *refusals = exchange_fixture_refuse (fixture, "responses", text);

      g_assert_cmpstr (refusals, ==, cases[i].refusal);
    }
}

/* A file needs only the columns that it has something to say in; the same again changes nothing. */
static void
test_reads_what_is_there (void)
{
  static const char file[] = "respondent_id,year,wave,client,mark,inland,help\n"
                             "A,2026,0,C1,6,inland,talk;course\nB,2026,1,C1,8,,\n"
                             "C,2026,,C2,7,outside,none\n";
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autofree char *first = NULL;
  g_autofree char *exported = NULL;
  g_autofree char *again = NULL;

  ask_own (fixture);
  first = exchange_fixture_import (fixture, "responses", file);
  g_assert_cmpstr (first, ==, "3 new, 0 changed, 0 unchanged, 0 refused");
  exported = exchange_fixture_export (fixture, "responses", LOKET_TABLE_CSV);
  g_assert_nonnull (strstr (exported, ",why,inland,helped,worries"));
  again = exchange_fixture_import (fixture, "responses", exported);
  g_assert_cmpstr (again, ==, "0 new, 0 changed, 3 unchanged, 0 refused");
}

static void
test_sums_up_waves (void)
{
  g_autoptr (ExchangeFixture) fixture = exchange_fixture_new ();
  g_autoptr (GString) file = g_string_new ("respondent_id,year,wave,mark\n");
  g_autoptr (LoketSurvey) survey = NULL;
  g_autoptr (LoketFrame) frame = NULL;
  g_autoptr (LoketRequest) request = NULL;
  g_autoptr (LoketSummary) summary = NULL;
  const LoketQuestionSummary *mark;
  const LoketPaired *paired;

  ask_own (fixture);
  for (int i = 0; i < 20; i++)
    g_string_append_printf (file, "R%d,2026,0,%d\nR%d,2026,1,%d\n", i, 5 + i % 3, i, 7 + i % 2);
  g_free (exchange_fixture_import (fixture, "responses", file->str));

  survey = loket_survey_new (fixture->desk, fixture->kto);
  frame = loket_survey_load (survey, NULL);
  request = loket_request_new (fixture->kto);
  summary = loket_summary_new (frame, request);
  mark = summary->questions->pdata[0];
  paired = &g_array_index (mark->paired, LoketPaired, 0);

  g_assert_cmpuint (mark->waves->len, ==, 2);
  g_assert_cmpuint (((LoketQuestionSummary *) mark->waves->pdata[0])->n, ==, 20);
  g_assert_cmpuint (mark->paired->len, ==, 1);
  g_assert_cmpuint (paired->test.n, ==, 20);
  g_assert_cmpint (paired->trend, ==, LOKET_TREND_BETTER);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/questionnaire-act/keeps-own-questionnaire", test_keeps_own_questionnaire);
  g_test_add_func ("/questionnaire-act/is-undone", test_is_undone);
  g_test_add_func ("/questionnaire-act/refuses-with-file-line-and-reason",
                   test_refuses_with_file_line_and_reason);
  g_test_add_func ("/questionnaire-act/keeps-answers-where-they-are",
                   test_keeps_answers_where_they_are);
  g_test_add_func ("/questionnaire-act/keeps-groups-that-left", test_keeps_groups_that_left);
  g_test_add_func ("/questionnaire-act/keeps-the-version-of-years-that-were-answered",
                   test_keeps_the_version_of_years_that_were_answered);
  g_test_add_func ("/questionnaire-act/keeps-what-left-when-answers-are-taken-back",
                   test_keeps_what_left_when_answers_are_taken_back);
  g_test_add_func ("/questionnaire-act/hides-who-was-told-apart-later",
                   test_hides_who_was_told_apart_later);
  g_test_add_func ("/questionnaire-act/finds-a-response-of-a-wave",
                   test_finds_a_response_of_a_wave);
  g_test_add_func ("/questionnaire-act/what-was-answered-stays", test_what_was_answered_stays);
  g_test_add_func ("/questionnaire-act/refuses-responses", test_refuses_responses);
  g_test_add_func ("/questionnaire-act/reads-what-is-there", test_reads_what_is_there);
  g_test_add_func ("/questionnaire-act/sums-up-waves", test_sums_up_waves);

  return g_test_run ();
}
