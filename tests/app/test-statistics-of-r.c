/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * All statistics equal R's on 200 small data sets, which data/statistics.R made. */

#include <json-glib/json-glib.h>
#include <math.h>

#include "loket-answers.h"
#include "loket-fair.h"
#include "loket-holm.h"
#include "loket-least-squares.h"
#include "loket-quantile.h"
#include "loket-signed-rank.h"

#define N_SETS    200
#define TOLERANCE 1e-6

static JsonArray *sets;

typedef void (*SetFunc) (JsonObject *set);

/* NaN for null. */
static double
get_element (JsonArray *array,
             guint      index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_NULL (node) ? NAN : json_node_get_double (node);
}

static double
get_number (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  g_assert_nonnull (node);
  return JSON_NODE_HOLDS_NULL (node) ? NAN : json_node_get_double (node);
}

static double *
dup_numbers (JsonObject *object,
             const char *member,
             guint      *n)
{
  JsonArray *array = json_object_get_array_member (object, member);
  double *numbers = NULL;

  *n = json_array_get_length (array);
  numbers = g_new (double, *n + 1);
  for (guint i = 0; i < *n; i++)
    numbers[i] = get_element (array, i);
  return numbers;
}

static void
assert_near (double value,
             double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (value));
  else
    g_assert_cmpfloat_with_epsilon (value, expected, TOLERANCE);
}

static void
assert_interval (const LoketInterval *interval,
                 JsonObject          *object,
                 const char          *member)
{
  JsonArray *expected = json_object_get_array_member (object, member);

  assert_near (interval->low, get_element (expected, 0));
  assert_near (interval->high, get_element (expected, 1));
}

static LoketMoments
get_moments (JsonObject *sample)
{
  JsonArray *array = json_object_get_array_member (sample, "histogram");
  guint32 counts[10] = { 0 };

  for (guint i = 0; i < 10; i++)
    counts[i] = (guint32) json_array_get_int_element (array, i);
  return loket_moments_from_histogram (counts, 10);
}

static void
check_sample (JsonObject *sample)
{
  LoketMoments moments = get_moments (sample);
  guint64 good = (guint64) json_object_get_int_member (sample, "good");
  LoketInterval mean = loket_moments_get_interval (&moments);
  LoketInterval share = loket_share_get_interval (good, moments.n);

  g_assert_cmpuint (moments.n, ==, json_object_get_int_member (sample, "n"));
  assert_near (loket_moments_get_mean (&moments), get_number (sample, "mean"));
  assert_near (loket_moments_get_sd (&moments), get_number (sample, "sd"));
  assert_interval (&mean, sample, "ci95");
  assert_interval (&share, sample, "wilson");
}

static void
check_means_and_shares (JsonObject *set)
{
  JsonObject *one = json_object_get_object_member (set, "one");
  JsonObject *other = json_object_get_object_member (set, "other");
  JsonObject *compared = json_object_get_object_member (set, "compared");
  LoketMoments moments = get_moments (one);
  LoketMoments other_moments = get_moments (other);

  check_sample (one);
  check_sample (other);
  assert_near (loket_welch_get_p (&moments, &other_moments), get_number (compared, "welch"));
  assert_near (loket_shares_get_p ((guint64) json_object_get_int_member (one, "good"), moments.n,
                                   (guint64) json_object_get_int_member (other, "good"),
                                   other_moments.n),
               get_number (compared, "z"));
}

static void
check_signed_rank (JsonObject *set)
{
  JsonObject *pairs = json_object_get_object_member (set, "pairs");
  guint n = 0;
  g_autofree double *before = dup_numbers (pairs, "before", &n);
  g_autofree double *after = dup_numbers (pairs, "after", &n);
  LoketSignedRank test = loket_signed_rank_new (before, after, n);

  g_assert_cmpuint (test.n, ==, n);
  g_assert_cmpuint (test.n_zero, ==, json_object_get_int_member (pairs, "n_zero"));
  g_assert_cmpint (test.exact, ==, json_object_get_int_member (pairs, "exact"));
  assert_near (test.v, get_number (pairs, "v"));
  assert_near (test.p, get_number (pairs, "p"));
}

static void
check_holm (JsonObject *set)
{
  JsonObject *holm = json_object_get_object_member (set, "holm");
  guint n = 0;
  g_autofree double *p = dup_numbers (holm, "p", &n);
  g_autofree double *adjusted = dup_numbers (holm, "adjusted", &n);
  guint n_made = 0;

  for (guint i = 0; i < n; i++)
    n_made += isnan (p[i]) ? 0 : 1;
  g_assert_cmpuint (loket_holm_adjust (p, n), ==, n_made);
  for (guint i = 0; i < n; i++)
    assert_near (p[i], adjusted[i]);
}

static int
compare_numbers (gconstpointer one,
                 gconstpointer other,
                 gpointer      user_data)
{
  double difference = *(const double *) one - *(const double *) other;

  return (difference > 0) - (difference < 0);
}

/* Whole numbers from 0 on are counted as well. */
static void
check_histogram (const double *sorted,
                 guint         n,
                 double        at,
                 double        expected)
{
  guint32 counts[100] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      if (sorted[i] < 0 || sorted[i] >= 100 || sorted[i] != floor (sorted[i]))
        return;
      counts[(guint) sorted[i]]++;
    }
  assert_near (loket_quantile_from_histogram (counts, 100, at), expected);
}

static void
check_quantiles (JsonObject *set)
{
  JsonObject *quantiles = json_object_get_object_member (set, "quantiles");
  guint n = 0;
  guint n_at = 0;
  g_autofree double *values = dup_numbers (quantiles, "values", &n);
  g_autofree double *at = dup_numbers (quantiles, "at", &n_at);
  g_autofree double *expected = dup_numbers (quantiles, "quantiles", &n_at);

  g_qsort_with_data (values, (int) n, sizeof *values, compare_numbers, NULL);
  for (guint i = 0; i < n_at; i++)
    {
      assert_near (loket_quantile_from_sorted (values, n, at[i]), expected[i]);
      check_histogram (values, n, at[i], expected[i]);
    }
}

static void
check_least_squares (JsonObject *set)
{
  JsonObject *fit = json_object_get_object_member (set, "fit");
  guint n_columns = (guint) json_object_get_int_member (fit, "columns");
  guint n_cells = 0;
  guint n_rows = 0;
  guint n_expected = 0;
  g_autofree double *x = dup_numbers (fit, "x", &n_cells);
  g_autofree double *y = dup_numbers (fit, "y", &n_rows);
  g_autofree double *expected = dup_numbers (fit, "coefficients", &n_expected);
  g_autofree double *coefficients = g_new (double, n_columns);

  g_assert_cmpuint (n_cells, ==, n_rows * n_columns);
  g_assert_cmpuint (n_expected, ==, n_columns);
  loket_least_squares_fit (x, n_rows, n_columns, y, coefficients);
  for (guint i = 0; i < n_columns; i++)
    assert_near (coefficients[i], expected[i]);
}

#define TEXTS(text) "{\"nl\": \"" text "\", \"en\": \"" text "\"}"
#define OPTION(code) "{\"code\": \"" code "\", \"text\": " TEXTS (code) "}"
#define CHOICE(id, options)                                                                        \
  "{\"id\": \"" id "\", \"type\": \"single\", \"text\": " TEXTS (id) ", \"label\": " TEXTS (id)    \
  ", \"options\": [" options "]}"

/* A grade, and two things that a client brings along. */
static const char funnel_json[] =
    "{\"format\": 1, \"id\": \"funnel\", \"title\": " TEXTS ("Funnel") ", \"summary\": "
    "{\"grade_bands\": [], \"na\": {\"label\": " TEXTS ("n/a") "}, "
    "\"case_mix\": [\"age\", \"situation\"]}, "
    "\"versions\": [{\"from\": 2023, \"items\": [\"grade\", \"age\", \"situation\"]}], \"items\": ["
    "{\"id\": \"grade\", \"type\": \"grade\", \"min\": 1, \"max\": 10, \"text\": " TEXTS ("Grade")
    ", \"label\": " TEXTS ("Grade") "}, "
    CHOICE ("age", OPTION ("1") ", " OPTION ("2") ", " OPTION ("3")) ", "
    CHOICE ("situation", OPTION ("1") ", " OPTION ("2")) "]}";

static void
append_client (LoketFrame *frame,
               double      age,
               double      situation,
               double      unit,
               double      grade)
{
  LoketQuestionnaire *questionnaire = loket_frame_get_questionnaire (frame);
  const LoketQuestionnaireVersion *version = loket_questionnaire_get_version (questionnaire, 0);
  const double values[] = { grade, age, situation };
  g_autofree char *counsellor = g_strdup_printf ("%g", unit);
  char answers[4];
  LoketFrameRow row = { loket_month_new (2023, 1), 0, "", counsellor, 2023, answers };

  loket_answers_clear (version, answers);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = values[i] > 0 ? g_strdup_printf ("%g", values[i]) : g_strdup ("");

      g_assert_true (loket_answers_set (version, i, text, strlen (text), answers, NULL));
    }
  g_assert_true (loket_answers_finish (version, answers, NULL));
  g_assert_true (loket_frame_append (frame, &row, NULL));
}

static LoketFrame *
create_clients (JsonObject *funnel)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketQuestionnaire) questionnaire =
      loket_questionnaire_new_from_json ("funnel.json", funnel_json, -1, &error);
  LoketFrame *frame = NULL;
  guint n = 0;
  g_autofree double *ages = dup_numbers (funnel, "age", &n);
  g_autofree double *situations = dup_numbers (funnel, "situation", &n);
  g_autofree double *units = dup_numbers (funnel, "of_unit", &n);
  g_autofree double *grades = dup_numbers (funnel, "grade", &n);

  g_assert_no_error (error);
  frame = loket_frame_new (questionnaire);
  for (guint i = 0; i < n; i++)
    append_client (frame, ages[i], situations[i], units[i], grades[i]);
  return frame;
}

static void
check_unit (LoketFrame          *frame,
            const LoketFair     *fair,
            const LoketFairUnit *unit,
            JsonObject          *expected)
{
  const char *name = loket_frame_get_group_value (frame, &fair->by, unit->group);

  g_assert_cmpint (atoi (name), ==, json_object_get_int_member (expected, "unit"));
  g_assert_cmpuint (unit->n, ==, json_object_get_int_member (expected, "n"));
  assert_near (unit->observed, get_number (expected, "observed"));
  assert_near (unit->expected, get_number (expected, "expected"));
  assert_near (unit->adjusted, get_number (expected, "adjusted"));
  assert_near (unit->limits95.low, get_number (expected, "low95"));
  assert_near (unit->limits95.high, get_number (expected, "high95"));
  assert_near (unit->limits998.low, get_number (expected, "low998"));
  assert_near (unit->limits998.high, get_number (expected, "high998"));
}

static void
check_funnel (JsonObject *set)
{
  const LoketGrouping by = { LOKET_GROUPING_COUNSELLOR, NULL, NULL };
  JsonObject *funnel = json_object_get_object_member (set, "funnel");
  JsonArray *units = json_object_get_array_member (funnel, "units");
  g_autoptr (LoketFrame) frame = create_clients (funnel);
  g_autoptr (LoketSelection) selection = loket_selection_new (NULL);
  LoketQuestionnaire *questionnaire = loket_frame_get_questionnaire (frame);
  g_autoptr (LoketFair) fair = loket_fair_new (
      frame, selection, loket_questionnaire_get_item (questionnaire, 0), &by);

  assert_near (fair->overall, get_number (funnel, "overall"));
  assert_near (fair->sd, get_number (funnel, "sd"));
  assert_near (fair->dispersion, get_number (funnel, "dispersion"));
  g_assert_cmpuint (fair->units->len, ==, json_array_get_length (units));
  for (guint i = 0; i < fair->units->len; i++)
    check_unit (frame, fair, &g_array_index (fair->units, LoketFairUnit, i),
                json_array_get_object_element (units, i));
}

static void
check_all (gconstpointer data)
{
  const SetFunc *check = data;

  g_assert_cmpuint (json_array_get_length (sets), ==, N_SETS);
  for (guint i = 0; i < N_SETS; i++)
    {
      g_test_message ("set %u", i + 1);
      (*check) (json_array_get_object_element (sets, i));
    }
}

int
main (int    argc,
      char **argv)
{
  static const SetFunc means_and_shares = check_means_and_shares;
  static const SetFunc signed_rank = check_signed_rank;
  static const SetFunc holm = check_holm;
  static const SetFunc quantiles = check_quantiles;
  static const SetFunc least_squares = check_least_squares;
  static const SetFunc funnel = check_funnel;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  g_test_init (&argc, &argv, NULL);

  path = g_test_build_filename (G_TEST_DIST, "app", "data", "statistics.json", NULL);
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  sets = json_node_get_array (json_parser_get_root (parser));

  g_test_add_data_func ("/statistics-of-r/means-and-shares", &means_and_shares, check_all);
  g_test_add_data_func ("/statistics-of-r/paired-signed-rank", &signed_rank, check_all);
  g_test_add_data_func ("/statistics-of-r/holm", &holm, check_all);
  g_test_add_data_func ("/statistics-of-r/quantiles-of-type-7", &quantiles, check_all);
  g_test_add_data_func ("/statistics-of-r/least-squares-of-minimum-norm", &least_squares,
                        check_all);
  g_test_add_data_func ("/statistics-of-r/over-dispersed-funnel", &funnel, check_all);
  return g_test_run ();
}
