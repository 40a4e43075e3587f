/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A tally of random responses equals counting them one by one. */

#include "loket-tally.h"

#include "loket-answers.h"
#include "loket-error.h"
#include "satisfaction-fixture.h"

#define N_OFFICES     7
#define N_COUNSELLORS 300

/* A response before it is coded: what a naive count goes by. */
typedef struct
{
  int   month;
  char *office; /* (owned) */
  char *counsellor; /* (owned) */
  char *answers; /* (owned) */
  int   version;
} Response;

static void
clear_response (gpointer data)
{
  Response *response = data;

  g_free (response->office);
  g_free (response->counsellor);
  g_free (response->answers);
}

/* Any character that the item may have at a place. */
static char
pick_character (const LoketItem *item)
{
  int code = g_test_rand_int_range (1, (int) loket_item_get_n_codes (item) + 1);

  if (item->kind == LOKET_ITEM_GRADE)
    return ".123456789A-"[code % 12];
  if (item->kind == LOKET_ITEM_MULTIPLE)
    return g_test_rand_bit () ? '1' : '0';
  return ".0123456789abcdef"[code % (int) (loket_item_get_n_options (item) + 1)];
}

static char *
make_answers (const LoketQuestionnaireVersion *version)
{
  char *answers = g_malloc (version->width + 1);

  loket_answers_clear (version, answers);
  for (guint i = 0; i < version->items->len; i++)
    {
      const LoketItem *item = loket_questionnaire_version_get_item (version, i);
      guint offset = loket_questionnaire_version_get_offset (version, i);
      gboolean answered = g_test_rand_int_range (0, 10) > 0;

      for (guint k = 0; answered && k < loket_item_get_width (item); k++)
        answers[offset + k] = pick_character (item);
    }
  for (guint i = 0; i < version->items->len; i++)
    {
      const LoketItem *item = loket_questionnaire_version_get_item (version, i);

      if (item->kind == LOKET_ITEM_GRADE && !loket_answers_is_asked (version, i, answers))
        answers[loket_questionnaire_version_get_offset (version, i)] = LOKET_NO_ANSWER;
    }
  g_assert_true (loket_answers_finish (version, answers, NULL));
  return answers;
}

static GArray *
make_responses (LoketQuestionnaire *kto,
                LoketFrame         *frame,
                guint               n)
{
  GArray *responses = g_array_new (FALSE, TRUE, sizeof (Response));

  g_array_set_clear_func (responses, clear_response);
  for (guint i = 0; i < n; i++)
    {
      int year = g_test_rand_int_range (2022, 2024);
      const LoketQuestionnaireVersion *version = loket_questionnaire_find_version (kto, year);
      int office = g_test_rand_int_range (0, N_OFFICES);
      Response response = { loket_month_new (year, g_test_rand_int_range (1, 13)),
                            office > 0 ? g_strdup_printf ("Office %d", office) : g_strdup (""),
                            g_strdup_printf ("C%d", g_test_rand_int_range (0, N_COUNSELLORS)),
                            make_answers (version), year };
      LoketFrameRow row = { response.month,      0,    response.office,
                            response.counsellor, year, response.answers };

      g_assert_true (loket_frame_append (frame, &row, NULL));
      g_array_append_val (responses, response);
    }
  return responses;
}

/* The code of an answer, found without the frame. */
static guint
get_code (LoketQuestionnaire *kto,
          const Response     *response,
          const LoketItem    *item,
          guint               option)
{
  const LoketQuestionnaireVersion *version =
      loket_questionnaire_find_version (kto, response->version);
  int index = loket_questionnaire_version_find (version, item);

  if (index < 0 || !loket_answers_is_asked (version, (guint) index, response->answers))
    return LOKET_CODE_NOT_ASKED;
  return loket_item_decode (
      item,
      response->answers[loket_questionnaire_version_get_offset (version, (guint) index) + option]);
}

static const char *
get_value (LoketQuestionnaire  *kto,
           const Response      *response,
           const LoketGrouping *grouping)
{
  guint code = 0;

  if (grouping->kind == LOKET_GROUPING_OFFICE)
    return response->office;
  if (grouping->kind == LOKET_GROUPING_COUNSELLOR)
    return response->counsellor;
  code = get_code (kto, response, grouping->item, 0);
  if (code == 0 || code > loket_item_get_n_options (grouping->item))
    return "";
  if (grouping->derived == NULL)
    return loket_item_get_option (grouping->item, code - 1)->code;
  return g_array_index (grouping->derived->groups, LoketOption,
                        grouping->derived->group_of[code] - 1u).code;
}

/* What the naive count goes by, beside the request itself. */
typedef struct
{
  LoketQuestionnaire *kto;
  LoketFrame         *frame;
  GArray             *responses;
  LoketSelection     *selection;
} Data;

static gboolean
is_selected (const Data     *data,
             const Response *response)
{
  const LoketPeriod *period = loket_selection_get_period (data->selection);

  if (response->month < period->first || response->month > period->last)
    return FALSE;
  for (guint i = 0; i < loket_selection_get_n_filters (data->selection); i++)
    {
      gboolean matches = FALSE;
      LoketGrouping grouping = { 0 };
      const char *value = NULL;

      loket_selection_get_filter (data->selection, i, &grouping, &value);
      for (guint k = 0; k < loket_selection_get_n_filters (data->selection); k++)
        {
          LoketGrouping other = { 0 };

          loket_selection_get_filter (data->selection, k, &other, &value);
          if (loket_grouping_is_equal (&grouping, &other) &&
              g_str_equal (get_value (data->kto, response, &other), value))
            matches = TRUE;
        }
      if (!matches)
        return FALSE;
    }
  return TRUE;
}

static guint
count (const Data          *data,
       const LoketItem     *item,
       guint                option,
       guint                code,
       const LoketGrouping *grouping,
       const char          *value)
{
  guint n = 0;

  for (guint i = 0; i < data->responses->len; i++)
    {
      const Response *response = &g_array_index (data->responses, Response, i);

      if (get_code (data->kto, response, item, option) != code || !is_selected (data, response))
        continue;
      if (grouping == NULL || g_str_equal (get_value (data->kto, response, grouping), value))
        n++;
    }
  return n;
}

static void
check_column (const Data       *data,
              const LoketTally *tally,
              const GArray     *groupings,
              const LoketItem  *item,
              guint             option)
{
  for (guint code = 0; code < loket_item_get_n_codes (item); code++)
    {
      g_assert_cmpuint (loket_tally_get_total (tally, item, option)[code], ==,
                        count (data, item, option, code, NULL, NULL));
      for (guint i = 0; i < groupings->len; i++)
        {
          const LoketGrouping *grouping = &g_array_index (groupings, LoketGrouping, i);
          guint n_groups = loket_frame_get_n_groups (data->frame, grouping);
          guint group = (guint) g_test_rand_int_range (0, (int) n_groups);
          const char *value =
              group > 0 ? loket_frame_get_group_value (data->frame, grouping, group) : "";

          g_assert_cmpuint (loket_tally_get_group (tally, item, option, i, group)[code], ==,
                            count (data, item, option, code, grouping, value));
        }
    }
}

static void
check_tally (const Data         *data,
             const char * const *by)
{
  static const char * const ids[] = { "overall", "tests", "clarity", "situation", "aftercare",
                                      "done_since" };
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GArray) groupings = g_array_new (FALSE, FALSE, sizeof (LoketGrouping));
  g_autoptr (LoketTally) tally = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_ptr_array_add (items, (gpointer) loket_questionnaire_find_item (data->kto, ids[i]));
  for (guint i = 0; by[i] != NULL; i++)
    {
      LoketGrouping grouping = { 0 };

      g_assert_true (loket_grouping_find (data->kto, by[i], &grouping, NULL));
      g_array_append_val (groupings, grouping);
    }
  tally = loket_tally_new (data->frame, data->selection, items, groupings);
  for (guint i = 0; i < items->len; i++)
    {
      const LoketItem *item = g_ptr_array_index (items, i);

      check_column (data, tally, groupings, item, loket_item_get_width (item) - 1);
    }
}

static void
filter (Data       *data,
        const char *id,
        const char *value)
{
  LoketGrouping grouping = { 0 };

  g_assert_true (loket_grouping_find (data->kto, id, &grouping, NULL));
  loket_selection_add (data->selection, &grouping, value);
}

static void
test_equals_naive_count (void)
{
  static const char * const nothing[] = { NULL };
  static const char * const all[] = { "office",   "counsellor", "gender",     "age_group",
                                      "education", "education_level", "situation", "sessions",
                                      "test_taken", NULL };
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();
  g_autoptr (LoketFrame) frame = loket_frame_new (kto);
  g_autoptr (GArray) responses = make_responses (kto, frame, 700);
  LoketPeriod period = { loket_month_new (2022, 10), loket_month_new (2023, 9) };
  Data data = { kto, frame, responses, loket_selection_new (NULL) };

  check_tally (&data, nothing);
  check_tally (&data, all);
  loket_selection_set_period (data.selection, &period);
  check_tally (&data, all);
  filter (&data, "education_level", "high");
  filter (&data, "education_level", "low");
  check_tally (&data, all);
  filter (&data, "office", "Office 3");
  check_tally (&data, all);
  filter (&data, "gender", "male");
  check_tally (&data, nothing);
  loket_selection_free (data.selection);
}

/* More rows than one block and than one thread takes. */
static void
test_threads_count_alike (void)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();
  g_autoptr (LoketFrame) small = loket_frame_new (kto);
  g_autoptr (LoketFrame) frame = loket_frame_new (kto);
  g_autoptr (GArray) responses = make_responses (kto, small, 100);
  g_autoptr (LoketSelection) selection = loket_selection_new (NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GArray) groupings = g_array_new (FALSE, FALSE, sizeof (LoketGrouping));
  const LoketItem *overall = loket_questionnaire_find_item (kto, "overall");
  LoketGrouping office = { LOKET_GROUPING_OFFICE, NULL, NULL };
  g_autoptr (LoketTally) one = NULL;
  g_autoptr (LoketTally) many = NULL;

  for (guint i = 0; i < 250000; i++)
    {
      const Response *response = &g_array_index (responses, Response, i % 100);
      LoketFrameRow row = { response->month,      0,                 response->office,
                            response->counsellor, response->version, response->answers };

      g_assert_true (loket_frame_append (frame, &row, NULL));
    }
  g_ptr_array_add (items, (gpointer) overall);
  g_array_append_val (groupings, office);
  one = loket_tally_new (small, selection, items, groupings);
  many = loket_tally_new (frame, selection, items, groupings);
  g_assert_cmpuint (loket_tally_get_n_responses (one), ==, 100);
  g_assert_cmpuint (loket_tally_get_n_responses (many), ==, 250000);
  for (guint group = 0; group < loket_frame_get_n_groups (frame, &office); group++)
    {
      for (guint code = 0; code < loket_item_get_n_codes (overall); code++)
        g_assert_cmpuint (loket_tally_get_group (many, overall, 0, 0, group)[code], ==,
                          2500 * loket_tally_get_group (one, overall, 0, 0, group)[code]);
    }
}

static void
test_value_that_nobody_has_selects_nothing (void)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();
  g_autoptr (LoketFrame) frame = satisfaction_load_frame (kto);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GArray) groupings = g_array_new (FALSE, FALSE, sizeof (LoketGrouping));
  Data data = { kto, frame, NULL, loket_selection_new (NULL) };
  g_autoptr (LoketTally) tally = NULL;

  filter (&data, "office", "Atlantis");
  tally = loket_tally_new (frame, data.selection, items, groupings);
  g_assert_cmpuint (loket_tally_get_n_responses (tally), ==, 0);
  loket_selection_free (data.selection);
}

static void
test_frame_refuses_foreign_answers (void)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();
  g_autoptr (LoketFrame) frame = loket_frame_new (kto);
  LoketFrameRow row = { loket_month_new (2023, 1), 0, "", "", 2023, "88" };
  g_autoptr (GError) error = NULL;

  g_assert_false (loket_frame_append (frame, &row, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CORRUPT);
  g_assert_cmpuint (loket_frame_get_n_rows (frame), ==, 0);
}

static void
test_groups_are_in_order (void)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();
  g_autoptr (LoketFrame) frame = satisfaction_load_frame (kto);
  LoketGrouping office = { LOKET_GROUPING_OFFICE, NULL, NULL };
  g_autoptr (GArray) order = loket_frame_order_groups (frame, &office);

  g_assert_cmpuint (order->len, ==, 34);
  for (guint i = 1; i < order->len; i++)
    g_assert_cmpstr (
        loket_frame_get_group_value (frame, &office, g_array_index (order, guint, i - 1)), <,
        loket_frame_get_group_value (frame, &office, g_array_index (order, guint, i)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tally/equals-naive-count", test_equals_naive_count);
  g_test_add_func ("/tally/threads-count-alike", test_threads_count_alike);
  g_test_add_func ("/tally/value-that-nobody-has-selects-nothing",
                   test_value_that_nobody_has_selects_nothing);
  g_test_add_func ("/frame/refuses-foreign-answers", test_frame_refuses_foreign_answers);
  g_test_add_func ("/frame/groups-are-in-order", test_groups_are_in_order);
  return g_test_run ();
}
