/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Measures the counting of a million responses: prints one line per step with its median in ms. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "loket-answers.h"
#include "loket-summary.h"

#define N_ROWS 1000000
#define N_RUNS 9

static const char * const gradings[] = { "overall", "website", "reachability", "opening_hours",
                                         "response_time", "clarity", "knowledge", "tests",
                                         "advice" };
static const char * const groups[] = { "gender", "age_group", "education", "situation",
                                       "sessions", "test_taken", "office", "counsellor" };

typedef void (*StepFunc) (gpointer user_data);

static int
compare_doubles (gconstpointer one,
                 gconstpointer other)
{
  double difference = *(const double *) one - *(const double *) other;

  return difference < 0 ? -1 : difference > 0;
}

static void
measure (const char *name,
         guint       n_runs,
         StepFunc    func,
         gpointer    user_data)
{
  double times[N_RUNS] = { 0 };

  for (guint i = 0; i < n_runs; i++)
    {
      gint64 start = g_get_monotonic_time ();

      func (user_data);
      times[i] = (double) (g_get_monotonic_time () - start) / 1000;
    }
  qsort (times, n_runs, sizeof *times, compare_doubles);
  printf ("%-48s %8.1f ms (%.1f to %.1f)\n", name, times[n_runs / 2], times[0], times[n_runs - 1]);
}

typedef struct
{
  LoketQuestionnaire              *kto;
  const LoketQuestionnaireVersion *version;
  GPtrArray                       *cells; /* text of every cell, row after row */
  char                            *answers; /* N_ROWS of the version's width and a NUL */
  LoketFrame                      *frame;
  LoketSelection                  *selection;
  GPtrArray                       *items;
  GArray                          *groupings;
  LoketRequest                    *request;
} Bench;

/* A plausible answer: grades lean to 8, one in ten asked for a grade gives none. */
static char *
make_up_cell (const LoketItem *item,
              GRand           *random)
{
  static const char * const grades[] = { "1", "3", "5", "6",  "6", "7", "7", "7", "8", "8",
                                         "8", "8", "8", "9", "9", "9", "10", "10", "", "" };
  guint n_options = loket_item_get_n_options (item);
  int first = 0;
  int second = 0;

  if (item->kind == LOKET_ITEM_GRADE)
    return g_strdup (grades[g_rand_int_range (random, 0, G_N_ELEMENTS (grades))]);
  first = g_rand_int_range (random, 0, (int) n_options);
  second = g_rand_int_range (random, 0, (int) n_options);
  if (item->kind == LOKET_ITEM_SINGLE || first == second)
    return g_strdup (loket_item_get_option (item, (guint) first)->code);
  return g_strdup_printf ("%s;%s", loket_item_get_option (item, (guint) first)->code,
                          loket_item_get_option (item, (guint) second)->code);
}

/* A thousand different responses; a million are these over and over, in another order. */
#define N_DIFFERENT 1000

static void
make_up_cells (Bench *bench,
               GRand *random)
{
  bench->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint row = 0; row < N_DIFFERENT; row++)
    {
      gboolean took_test = FALSE;

      for (guint i = 0; i < bench->version->items->len; i++)
        {
          const LoketItem *item = loket_questionnaire_version_get_item (bench->version, i);
          g_autofree char *text = NULL;

          if (item->kind != LOKET_ITEM_OPEN)
            text = make_up_cell (item, random);
          if (g_str_equal (item->id, "test_taken"))
            took_test = g_strcmp0 (text, "yes") == 0;
          if (item->route_item != NULL && !took_test)
            g_clear_pointer (&text, g_free);
          g_ptr_array_add (bench->cells, g_steal_pointer (&text));
        }
    }
}

static void
encode_all (gpointer user_data)
{
  Bench *bench = user_data;
  guint n_items = bench->version->items->len;
  guint different = 0;

  for (gsize row = 0; row < N_ROWS; row++)
    {
      char *answers = bench->answers + row * (bench->version->width + 1);
      gpointer *cells = bench->cells->pdata + different * n_items;

      different = (different * 5 + 7 + row % 3) % N_DIFFERENT;
      loket_answers_clear (bench->version, answers);
      for (guint i = 0; i < n_items; i++)
        {
          if (cells[i] != NULL &&
              !loket_answers_set (bench->version, i, cells[i], strlen (cells[i]), answers, NULL))
            g_error ("cannot code %s", (const char *) cells[i]);
        }
      if (!loket_answers_finish (bench->version, answers, NULL))
        g_error ("cannot finish %s", answers);
    }
}

static void
fill_frame (gpointer user_data)
{
  Bench *bench = user_data;
  g_autoptr (GError) error = NULL;

  g_clear_object (&bench->frame);
  bench->frame = loket_frame_new (bench->kto);
  for (gsize row = 0; row < N_ROWS; row++)
    {
      char office[16];
      char counsellor[16];
      LoketFrameRow frame_row = { loket_month_new (2023 + (int) (row / 500000), 1 + row % 12), 0, office,
                                  counsellor, 2023,
                                  bench->answers + row * (bench->version->width + 1) };

      g_snprintf (office, sizeof office, "Loket %u", (guint) (row * 7 / 3 % 34));
      g_snprintf (counsellor, sizeof counsellor, "A%03u", (guint) (row * 11 / 5 % 150));
      if (!loket_frame_append (bench->frame, &frame_row, &error))
        g_error ("%s", error->message);
    }
}

static void
tally_all (gpointer user_data)
{
  Bench *bench = user_data;
  g_autoptr (LoketTally) tally =
      loket_tally_new (bench->frame, bench->selection, bench->items, bench->groupings);

  if (loket_tally_get_n_responses (tally) == 0)
    g_error ("nothing was counted");
}

static void
summarise_all (gpointer user_data)
{
  Bench *bench = user_data;
  g_autoptr (LoketSummary) summary = loket_summary_new (bench->frame, bench->request);

  if (summary->totals.responses == 0)
    g_error ("nothing was counted");
}

static void
choose_what_to_count (Bench *bench)
{
  bench->items = g_ptr_array_new ();
  bench->groupings = g_array_new (FALSE, FALSE, sizeof (LoketGrouping));
  for (guint i = 0; i < G_N_ELEMENTS (gradings); i++)
    g_ptr_array_add (bench->items,
                     (gpointer) loket_questionnaire_find_item (bench->kto, gradings[i]));
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      LoketGrouping grouping = { 0 };

      loket_grouping_find (bench->kto, groups[i], &grouping, NULL);
      g_array_append_val (bench->groupings, grouping);
    }
}

static void
measure_tallies (Bench *bench)
{
  LoketPeriod year = { loket_month_new (2024, 1), loket_month_new (2024, 12) };
  LoketGrouping gender = { 0 };

  choose_what_to_count (bench);
  bench->selection = loket_selection_new (NULL);
  measure ("9 grades by 8 groupings", N_RUNS, tally_all, bench);
  loket_selection_set_period (bench->selection, &year);
  measure ("the same, half of the responses", N_RUNS, tally_all, bench);
  loket_selection_set_period (bench->selection, NULL);
  loket_grouping_find (bench->kto, "gender", &gender, NULL);
  loket_selection_add (bench->selection, &gender, "female");
  measure ("the same, a third of the responses", N_RUNS, tally_all, bench);
  g_clear_pointer (&bench->selection, loket_selection_free);
  bench->selection = loket_selection_new (NULL);
  g_array_set_size (bench->groupings, 0);
  measure ("9 grades, no grouping", N_RUNS, tally_all, bench);
}

static void
measure_summaries (Bench *bench)
{
  bench->request = loket_request_new (bench->kto);
  measure ("summary, all questions", 5, summarise_all, bench);
  loket_request_set_period (bench->request, "2024", NULL);
  loket_request_set_against (bench->request, "2023", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (groups) - 2; i++)
    loket_request_add_by (bench->request, groups[i], NULL);
  measure ("the same, a year against another, 6 groupings", 5, summarise_all, bench);
  loket_request_add_by (bench->request, "counsellor", NULL);
  measure ("the same, with fair comparison", 5, summarise_all, bench);
}

static void
free_bench (Bench *bench)
{
  g_clear_pointer (&bench->cells, g_ptr_array_unref);
  g_clear_pointer (&bench->answers, g_free);
  g_clear_object (&bench->frame);
  g_clear_pointer (&bench->selection, loket_selection_free);
  g_clear_pointer (&bench->items, g_ptr_array_unref);
  g_clear_pointer (&bench->groupings, g_array_unref);
  g_clear_pointer (&bench->request, loket_request_free);
  g_clear_object (&bench->kto);
}

int
main (int    argc,
      char **argv)
{
  Bench bench = { NULL };
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (20231231);

  if (argc != 2 || !g_file_get_contents (argv[1], &json, NULL, &error))
    {
      fprintf (stderr, "usage: bench-tally data/questionnaires/kto.json\n");
      return 2;
    }
  bench.kto = loket_questionnaire_new_from_json (argv[1], json, -1, &error);
  if (bench.kto == NULL)
    g_error ("%s", error->message);
  bench.version = loket_questionnaire_find_version (bench.kto, 2023);
  bench.answers = g_malloc ((gsize) N_ROWS * (bench.version->width + 1));
  make_up_cells (&bench, random);
  measure ("code 1,000,000 responses", 3, encode_all, &bench);
  measure ("fill a frame with them", 3, fill_frame, &bench);
  measure_tallies (&bench);
  measure_summaries (&bench);
  free_bench (&bench);
  return 0;
}
