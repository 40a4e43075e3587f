/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of reviewing open answers: who sees what, before and after. */

#include "exchange-fixture.h"
#include "loket-error.h"
#include "loket-open-answers.h"
#include "loket-review-act.h"
#include "loket-reviewer.h"
#include "loket-undo-act.h"

#include <string.h>

#define HEADER                                                                                     \
  "respondent_id,year,month_sent,age_group,gender,education,sessions,situation,test_taken,"        \
  "overall,website,reachability,opening_hours,response_time,clarity,knowledge,tests,advice,"       \
  "aftercare,heard_via,questions_brought,yield,done_since,next_steps,dissatisfied_about,remarks\n"
#define ROW                                                                                        \
  ",2026,%d,27_50,male,mbo4,3,other,yes,3,10,9,10,9,9,10,8,10,yes_self,uwv,retraining,"            \
  "know_what_to_learn,hired,start_new_job,%s,%s\n"

/* Six wrote remarks, two of them about what they are less satisfied with; A01 leads the team. */
static ExchangeFixture *
create_fixture (void)
{
  static const char *const texts[][2] = {
    { "1: Mevrouw Yılmaz belde niet.", "Anna de Wit was goed." }, { "2: Geen contact.", "Zes" },
    { "", "Vijf" }, { "", "Vier" }, { "", "Drie" }, { "", "Twee" } };
  ExchangeFixture *fixture = exchange_fixture_new ();
  g_autoptr (GString) file = g_string_new (HEADER);

  g_free (exchange_fixture_import (fixture, "counsellors", exchange_samples[0]));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_string_append_printf (file, "R%u" ROW, i, i == 0 ? 3 : 2, texts[i][0], texts[i][1]);
    }
  g_free (exchange_fixture_import (fixture, "responses", file->str));

  return fixture;
}

static void
work_as (ExchangeFixture *fixture,
         const char      *counsellor)
{
  g_autoptr (GError) error = NULL;

  loket_desk_identify (fixture->desk, counsellor, NULL, "test", &error);
  g_assert_no_error (error);
}

static LoketOpenAnswers *
load (ExchangeFixture *fixture,
      const char      *period)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketSelection) selection = loket_selection_new (NULL);
  LoketPeriod months;
  LoketOpenAnswers *answers;

  if (period != NULL)
    {
      g_assert_true (loket_period_parse (period, &months, NULL));
      loket_selection_set_period (selection, &months);
    }
  answers = loket_desk_load_open_answers (fixture->desk, fixture->kto, selection, &error);
  g_assert_no_error (error);

  return answers;
}

static const LoketOpenQuestion *
get_question (LoketOpenAnswers *answers,
              const char       *id)
{
  for (guint i = 0; i < answers->questions->len; i++)
    {
      const LoketOpenQuestion *question = answers->questions->pdata[i];

      if (g_str_equal (question->item->id, id))
        return question;
    }

  g_assert_not_reached ();
}

static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static LoketDeed *
review (ExchangeFixture   *fixture,
        LoketOpenAnswer   *answer,
        LoketReviewState   state,
        GError           **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  loket_desk_review_async (fixture->desk, answer, state, NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return loket_desk_act_finish (fixture->desk, result, error);
}

/* Decides about the remark at @position; returns the id of the act. */
static char *
decide (ExchangeFixture  *fixture,
        guint             position,
        LoketReviewState  state)
{
  g_autoptr (LoketOpenAnswers) answers = load (fixture, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = NULL;

  deed = review (fixture, get_question (answers, "remarks")->answers->pdata[position], state,
                 &error);
  g_assert_no_error (error);

  return g_strdup (deed->id);
}

/* What is seen of the remarks: "6 2 1: Drie|Twee". */
static char *
see (ExchangeFixture *fixture,
     const char      *period)
{
  g_autoptr (LoketOpenAnswers) answers = load (fixture, period);
  const LoketOpenQuestion *question = get_question (answers, "remarks");
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%u %u %u:", question->n_answered, question->n_reviewed,
                   question->n_shown);
  for (guint i = 0; i < question->answers->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : " ",
                            loket_open_answer_get_text (question->answers->pdata[i]));

  return g_string_free (text, FALSE);
}

static void
assert_sees (ExchangeFixture *fixture,
             const char      *counsellor,
             const char      *expected)
{
  g_autofree char *seen = NULL;

  work_as (fixture, counsellor);
  seen = see (fixture, NULL);
  g_assert_cmpstr (seen, ==, expected);
}

static void
test_team_lead_sees_all_and_others_nothing (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();

  assert_sees (fixture, "A01", "6 0 0: Anna de Wit was goed.|Zes|Vijf|Vier|Drie|Twee");
  assert_sees (fixture, "A02", "6 0 0:");
}

static void
test_names_are_masked_unless_somebody_decides_otherwise (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();

  work_as (fixture, "A01");
  g_free (decide (fixture, 0, LOKET_REVIEW_SHOWN));
  g_free (decide (fixture, 1, LOKET_REVIEW_SHOWN));
  g_free (decide (fixture, 2, LOKET_REVIEW_WITHHELD));
  assert_sees (fixture, "A02",
               "6 3 2: Zes|" LOKET_REVIEW_MASK " de " LOKET_REVIEW_MASK " was goed.");
}

static void
test_words_are_masked_and_shown_again (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();
  g_autoptr (LoketOpenAnswers) answers = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  LoketOpenAnswer *answer;

  work_as (fixture, "A01");
  answers = load (fixture, NULL);
  answer = get_question (answers, "remarks")->answers->pdata[0];
  g_assert_true (loket_open_answer_is_proposed (answer));
  loket_open_answer_toggle_word (answer, 0);
  loket_open_answer_toggle_word (answer, 4);
  deed = review (fixture, answer, LOKET_REVIEW_SHOWN, NULL);
  g_assert_cmpuint (deed->n_changed, ==, 1);
  assert_sees (fixture, "A02",
               "6 1 1: Anna de " LOKET_REVIEW_MASK " was " LOKET_REVIEW_MASK ".");
}

/* The code of the theme stands before the answer, and is not part of it. */
static void
test_masks_lie_behind_the_theme (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();
  g_autoptr (LoketOpenAnswers) answers = NULL;
  g_autoptr (LoketOpenAnswers) again = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  const LoketOpenQuestion *question;
  g_autofree char *masked = NULL;

  work_as (fixture, "A01");
  answers = load (fixture, NULL);
  question = get_question (answers, "dissatisfied_about");
  g_assert_cmpuint (question->themes.n_about[0], ==, 1);
  g_assert_cmpuint (question->themes.n_about[1], ==, 1);
  deed = review (fixture, question->answers->pdata[0], LOKET_REVIEW_SHOWN, NULL);
  g_assert_nonnull (deed);
  again = load (fixture, NULL);
  masked = loket_open_answer_dup_masked (
      get_question (again, "dissatisfied_about")->answers->pdata[0]);
  g_assert_cmpstr (masked, ==, "Mevrouw " LOKET_REVIEW_MASK " belde niet.");
}

/* Three of whom no theme is known could be worked out from four themes and all who wrote. */
static void
test_themes_beside_few_without_one_are_hidden (void)
{
  static const guint n_about[] = { 10, 6, 12, 5, 3 };
  g_autoptr (ExchangeFixture) fixture = create_fixture ();
  g_autoptr (GString) file = g_string_new (HEADER);
  g_autoptr (LoketOpenAnswers) all = NULL;
  g_autoptr (LoketOpenAnswers) few = NULL;
  const LoketThemes *themes;
  guint number = 0;

  for (guint i = 0; i < G_N_ELEMENTS (n_about); i++)
    {
      g_autofree char *text = i < 4 ? g_strdup_printf ("%u: Dit", i + 1) : g_strdup ("Dit");

      for (guint k = 0; k < n_about[i]; k++)
        g_string_append_printf (file, "T%u" ROW, number++, 5, text, "");
    }
  g_free (exchange_fixture_import (fixture, "responses", file->str));

  work_as (fixture, "A02");
  few = load (fixture, "2026-05");
  themes = &get_question (few, "dissatisfied_about")->themes;
  g_assert_cmpuint (themes->n, ==, 36);
  g_assert_cmpuint (themes->n_about[3], ==, 5);
  g_assert_true (themes->hidden[3]);
  g_assert_false (themes->hidden[1]);

  work_as (fixture, "A01");
  all = load (fixture, "2026-05");
  g_assert_false (get_question (all, "dissatisfied_about")->themes.hidden[3]);
}

static void
test_nothing_is_shown_where_few_answered (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();
  g_autofree char *most = NULL;
  g_autofree char *one = NULL;

  work_as (fixture, "A01");
  g_free (decide (fixture, 0, LOKET_REVIEW_SHOWN));
  g_free (decide (fixture, 1, LOKET_REVIEW_SHOWN));
  work_as (fixture, "A02");
  most = see (fixture, "2026-02");
  one = see (fixture, "2026-03");
  g_assert_cmpstr (most, ==, "5 1 1: Zes");
  g_assert_cmpstr (one, ==, "1 1 1:");
}

static void
test_release_is_logged_and_undone (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();
  g_autoptr (LoketOpenAnswers) answers = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) undone = NULL;
  g_autofree char *act = NULL;
  LoketOpenAnswer *answer;

  work_as (fixture, "A01");
  g_free (decide (fixture, 0, LOKET_REVIEW_WITHHELD));
  act = decide (fixture, 1, LOKET_REVIEW_SHOWN);
  answers = load (fixture, NULL);
  answer = get_question (answers, "remarks")->answers->pdata[1];
  g_assert_cmpstr (loket_open_answer_get_who (answer), ==, "A01");
  g_assert_cmpstr (loket_open_answer_get_on (answer), ==, "2026-11-21");
  assert_sees (fixture, "A02", "6 2 1: Zes");
  undone = loket_desk_undo (fixture->desk, act, &error);
  g_assert_no_error (error);
  assert_sees (fixture, "A02", "6 1 0:");
}

static void
test_only_a_team_lead_decides (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();
  g_autoptr (LoketOpenAnswers) answers = NULL;
  g_autoptr (GError) error = NULL;

  work_as (fixture, "A01");
  answers = load (fixture, NULL);
  work_as (fixture, "A02");
  g_assert_null (review (fixture, get_question (answers, "remarks")->answers->pdata[0],
                         LOKET_REVIEW_SHOWN, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT);
}

/* The row is there twice: first to be reviewed, then with other words. */
static void
test_corrected_answer_is_reviewed_anew (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();
  g_autoptr (LoketOpenAnswers) answers = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_strdup_printf (HEADER "R1" ROW, 2, "2: Geen contact.", "Acht");

  work_as (fixture, "A01");
  answers = load (fixture, NULL);
  g_free (decide (fixture, 1, LOKET_REVIEW_SHOWN));
  g_free (exchange_fixture_import (fixture, "responses", file));
  assert_sees (fixture, "A02", "6 0 0:");
  work_as (fixture, "A01");
  g_assert_null (review (fixture, get_question (answers, "remarks")->answers->pdata[1],
                         LOKET_REVIEW_SHOWN, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONFLICT);
}

static gpointer
write_export (LoketDatabase  *database,
              gpointer        input,
              GError        **error)
{
  return loket_export_write (input, database, error) ? input : NULL;
}

static char *
export_released (ExchangeFixture *fixture)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  LoketExport request = { loket_kind_get_by_plural ("responses"), fixture->kto, LOKET_TABLE_CSV,
                          stream, NULL, TRUE };

  loket_store_read (loket_desk_get_store (fixture->desk), write_export, &request, &error);
  g_assert_no_error (error);

  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

/* The file of somebody who sees only what was released, read again by the same. */
static void
test_export_holds_what_was_released_and_comes_back_without_a_change (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();
  g_autofree char *csv = NULL;
  g_autofree char *counts = NULL;

  work_as (fixture, "A01");
  g_free (decide (fixture, 0, LOKET_REVIEW_SHOWN));
  g_free (decide (fixture, 1, LOKET_REVIEW_WITHHELD));
  work_as (fixture, "A02");
  csv = export_released (fixture);
  g_assert_nonnull (strstr (csv, LOKET_REVIEW_MASK " was goed."));
  g_assert_null (strstr (csv, "Anna"));
  g_assert_null (strstr (csv, "Zes"));
  g_assert_null (strstr (csv, "Vijf"));
  g_assert_null (strstr (csv, "Geen contact"));
  counts = exchange_fixture_import (fixture, "responses", csv);
  g_assert_cmpstr (counts, ==, "0 new, 0 changed, 6 unchanged, 0 refused");
  assert_sees (fixture, "A01", "6 2 1: Anna de Wit was goed.|Zes|Vijf|Vier|Drie|Twee");
}

/* Who sees everything can take an answer out. */
static void
test_team_lead_can_import_that_there_is_no_answer (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();
  g_autofree char *file = g_strdup_printf (HEADER "R1" ROW, 2, "", "");
  g_autofree char *kept = NULL;
  g_autofree char *taken = NULL;

  work_as (fixture, "A02");
  kept = exchange_fixture_import (fixture, "responses", file);
  g_assert_cmpstr (kept, ==, "0 new, 0 changed, 1 unchanged, 0 refused");
  work_as (fixture, "A01");
  taken = exchange_fixture_import (fixture, "responses", file);
  g_assert_cmpstr (taken, ==, "0 new, 1 changed, 0 unchanged, 0 refused");
}

static void
test_everybody_reviews_where_nobody_leads (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();
  gboolean may_review = FALSE;

  work_as (fixture, "A02");
  g_assert_true (loket_desk_may_review (fixture->desk, &may_review, NULL));
  g_assert_false (may_review);
  g_free (exchange_fixture_import (fixture, "counsellors", "counsellor,active\nA01,no\n"));
  g_assert_true (loket_desk_may_review (fixture->desk, &may_review, NULL));
  g_assert_true (may_review);
}

/* Of seven remarks from North, six from East, four from South and one from West. */
static ExchangeFixture *
create_offices (void)
{
  static const struct
  {
    const char *name;
    guint n;
  } offices[] = { { "North", 7 }, { "East", 6 }, { "South", 4 }, { "West", 1 } };
  ExchangeFixture *fixture = exchange_fixture_new ();
  g_autoptr (GString) file = g_string_new (HEADER);
  guint number = 0;

  g_string_truncate (file, file->len - 1);
  g_string_append (file, ",loket\n");
  g_free (exchange_fixture_import (fixture, "counsellors", exchange_samples[0]));
  for (guint i = 0; i < G_N_ELEMENTS (offices); i++)
    {
      for (guint k = 0; k < offices[i].n; k++)
        {
          g_string_append_printf (file, "R%u" ROW, number++, 2, "", offices[i].name);
          g_string_truncate (file, file->len - 1);
          g_string_append_printf (file, ",%s\n", offices[i].name);
        }
    }
  g_free (exchange_fixture_import (fixture, "responses", file->str));

  return fixture;
}

/* "7 answered" or "hidden". Of an office nobody but who reviews is told the themes. */
static char *
see_office (ExchangeFixture *fixture,
            const char      *office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketSelection) selection = loket_selection_new (NULL);
  g_autoptr (LoketOpenAnswers) answers = NULL;
  const LoketOpenQuestion *question;

  loket_selection_add (selection, &(LoketGrouping) { .kind = LOKET_GROUPING_OFFICE }, office);
  g_assert_true (loket_open_answers_can_tell (selection));
  answers = loket_desk_load_open_answers (fixture->desk, fixture->kto, selection, &error);
  g_assert_no_error (error);
  question = get_question (answers, "remarks");
  g_assert_cmpint (question->hides_themes, !=, answers->may_review);

  return question->is_hidden ? g_strdup ("hidden")
                             : g_strdup_printf ("%u answered", question->n_answered);
}

static void
test_offices_are_told_apart_where_that_gives_nobody_away (void)
{
  g_autoptr (ExchangeFixture) fixture = create_offices ();
  g_autofree char *north = NULL;
  g_autofree char *south = NULL;
  g_autofree char *nowhere = NULL;

  work_as (fixture, "A02");
  north = see_office (fixture, "North");
  g_assert_cmpstr (north, ==, "7 answered");
  south = see_office (fixture, "South");
  g_assert_cmpstr (south, ==, "hidden");
  nowhere = see_office (fixture, "Nowhere");
  g_assert_cmpstr (nowhere, ==, "0 answered");
}

/* South alone with few hides its smallest neighbour, else the total would tell. */
static void
test_neighbour_of_a_hidden_office_is_hidden (void)
{
  g_autoptr (ExchangeFixture) fixture = create_offices ();
  g_autofree char *file = g_strdup_printf (HEADER "R17" ROW, 2, "", "");
  g_autofree char *east = NULL;
  g_autofree char *north = NULL;

  /* West has none any more: South is the only one with few. */
  work_as (fixture, "A01");
  g_free (exchange_fixture_import (fixture, "responses", file));
  work_as (fixture, "A02");
  east = see_office (fixture, "East");
  g_assert_cmpstr (east, ==, "hidden");
  north = see_office (fixture, "North");
  g_assert_cmpstr (north, ==, "7 answered");
}

static void
test_words_are_not_told_by_counsellor (void)
{
  g_autoptr (LoketSelection) selection = loket_selection_new (NULL);

  g_assert_true (loket_open_answers_can_tell (selection));
  loket_selection_add (selection, &(LoketGrouping) { .kind = LOKET_GROUPING_COUNSELLOR }, "A01");
  g_assert_false (loket_open_answers_can_tell (selection));
}

static void
add (const char *rule,
     GTestFunc   test)
{
  g_autofree char *path = g_strconcat ("/review-act/", rule, NULL);

  g_test_add_func (path, test);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add ("offices-are-told-apart-where-that-gives-nobody-away",
       test_offices_are_told_apart_where_that_gives_nobody_away);
  add ("neighbour-of-a-hidden-office-is-hidden", test_neighbour_of_a_hidden_office_is_hidden);
  add ("words-are-not-told-by-counsellor", test_words_are_not_told_by_counsellor);
  add ("team-lead-sees-all-and-others-nothing", test_team_lead_sees_all_and_others_nothing);
  add ("names-are-masked-unless-somebody-decides-otherwise",
       test_names_are_masked_unless_somebody_decides_otherwise);
  add ("words-are-masked-and-shown-again", test_words_are_masked_and_shown_again);
  add ("masks-lie-behind-the-theme", test_masks_lie_behind_the_theme);
  add ("themes-beside-few-without-one-are-hidden", test_themes_beside_few_without_one_are_hidden);
  add ("nothing-is-shown-where-few-answered", test_nothing_is_shown_where_few_answered);
  add ("release-is-logged-and-undone", test_release_is_logged_and_undone);
  add ("only-a-team-lead-decides", test_only_a_team_lead_decides);
  add ("corrected-answer-is-reviewed-anew", test_corrected_answer_is_reviewed_anew);
  add ("export-holds-what-was-released-and-comes-back-without-a-change",
       test_export_holds_what_was_released_and_comes_back_without_a_change);
  add ("team-lead-can-import-that-there-is-no-answer",
       test_team_lead_can_import_that_there_is_no_answer);
  add ("everybody-reviews-where-nobody-leads", test_everybody_reviews_where_nobody_leads);

  return g_test_run ();
}
