/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Measures what the place Satisfaction does with the responses of a store: bench-survey STORE.
 * Prints one line per step with its median in ms. */

#include <stdio.h>
#include <stdlib.h>

#include "loket-fair.h"
#include "loket-filter-check.h"
#include "loket-findings.h"
#include "loket-questionnaires.h"
#include "loket-statistics.h"
#include "loket-survey.h"
#include "loket-tally.h"

#define N_RUNS 5

static const char *const gradings[] = { "overall", "website", "reachability", "opening_hours",
                                        "response_time", "clarity", "knowledge", "tests",
                                        "advice" };
static const char *const groups[] = { "gender", "age_group", "education", "situation",
                                      "sessions", "test_taken", "office", "counsellor" };

typedef struct
{
  LoketDesk *desk;
  LoketQuestionnaire *kto;
  LoketFrame *frame;
  LoketSelection *selection;
  GPtrArray *items;
  GArray *groupings;
  LoketRequest *request;
  guint n_runs; /* of what is filtered each time in another way */
} Bench;

static int
compare_doubles (gconstpointer one,
                 gconstpointer other)
{
  double difference = *(const double *) one - *(const double *) other;

  return difference < 0 ? -1 : difference > 0;
}

static void
measure (Bench      *bench,
         const char *name,
         void      (*func) (Bench *bench))
{
  double times[N_RUNS] = { 0 };

  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      func (bench);
      times[i] = (double) (g_get_monotonic_time () - start) / 1000;
    }
  qsort (times, N_RUNS, sizeof *times, compare_doubles);
  printf ("%-32s %8.1f ms (%.1f to %.1f)\n", name, times[N_RUNS / 2], times[0], times[N_RUNS - 1]);
}

static void
load (Bench *bench)
{
  g_autoptr (LoketSurvey) survey = loket_survey_new (bench->desk, bench->kto);
  g_autoptr (GError) error = NULL;

  g_clear_object (&bench->frame);
  bench->frame = loket_survey_load (survey, &error);
  if (bench->frame == NULL)
    g_error ("%s", error->message);
}

/* Everything that a summary says of a grade in a group, beside all others. */
static double
derive_figures (const guint32 *codes,
                const guint32 *codes_of_all)
{
  LoketMoments all = loket_moments_from_histogram (codes_of_all + 1, LOKET_GRADE_MAX);
  LoketMoments moments = loket_moments_from_histogram (codes + 1, LOKET_GRADE_MAX);
  LoketMoments others = loket_moments_subtract (&all, &moments);
  LoketInterval interval = loket_moments_get_interval (&moments);
  guint64 n_good = (guint64) codes[8] + codes[9] + codes[10];
  LoketInterval good = loket_share_get_interval (n_good, moments.n);

  return loket_moments_get_mean (&moments) + loket_moments_get_sd (&moments) + interval.low
         + good.low + loket_share_get (n_good, moments.n) + loket_welch_get_p (&moments, &others);
}

static void
tally (Bench *bench)
{
  g_autoptr (LoketTally) tally =
      loket_tally_new (bench->frame, bench->selection, bench->items, bench->groupings);
  double sum = 0;

  for (guint i = 0; i < bench->items->len; i++)
    {
      const LoketItem *item = g_ptr_array_index (bench->items, i);
      const guint32 *total = loket_tally_get_total (tally, item, 0);

      for (guint g = 0; g < bench->groupings->len; g++)
        {
          const LoketGrouping *grouping = &g_array_index (bench->groupings, LoketGrouping, g);

          for (guint group = 1; group < loket_frame_get_n_groups (bench->frame, grouping); group++)
            sum += derive_figures (loket_tally_get_group (tally, item, 0, g, group), total);
        }
    }
  if (sum == 0)
    g_error ("nothing was counted");
}

static void
summarise (Bench *bench)
{
  g_autoptr (LoketSummary) summary = loket_summary_new (bench->frame, bench->request);

  if (summary->totals.responses == 0)
    g_error ("nothing was counted");
}

/* Another filter each time: figures of the nine grades, as they stand beside their bars. */
static void
refilter (Bench *bench)
{
  static const char *const ages[] = { "18_27", "27_50", "50plus" };
  g_autoptr (LoketSelection) selection = loket_selection_new (NULL);
  g_autoptr (LoketTally) tallied = NULL;
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (LoketGrouping));
  LoketGrouping age = { 0 };
  double sum = 0;

  loket_grouping_find (bench->kto, "age_group", &age, NULL);
  loket_selection_add (selection, &age, ages[bench->n_runs++ % G_N_ELEMENTS (ages)]);
  tallied = loket_tally_new (bench->frame, selection, bench->items, none);
  for (guint i = 0; i < bench->items->len; i++)
    {
      const guint32 *codes =
          loket_tally_get_total (tallied, g_ptr_array_index (bench->items, i), 0);

      sum += derive_figures (codes, codes);
    }
  if (sum == 0)
    g_error ("nothing was counted");
}

/* All that the first view of the page shows, the groups for its sentences included. */
static void
show_page (Bench *bench)
{
  static const char *const genders[] = { "gender=female", "gender=male" };
  g_autoptr (LoketRequest) request = loket_request_new (bench->kto);
  g_autoptr (LoketSummary) summary = NULL;
  g_autoptr (GError) error = NULL;

  loket_findings_add_groups (request);
  if (!loket_request_add_where (request, genders[bench->n_runs++ % G_N_ELEMENTS (genders)],
                                &error))
    g_error ("%s", error->message);
  summary = loket_summary_new (bench->frame, request);
  if (!loket_filter_check (summary, &error))
    g_error ("%s", error->message);
}

static void
compare_fairly (Bench *bench)
{
  const LoketGrouping *by = &g_array_index (bench->groupings, LoketGrouping,
                                            G_N_ELEMENTS (groups) - 1);
  g_autoptr (LoketFair) fair = loket_fair_new (bench->frame, bench->selection,
                                               g_ptr_array_index (bench->items, 0), by);

  if (fair == NULL)
    g_error ("nobody was compared");
}

static void
choose_what_to_count (Bench *bench)
{
  bench->selection = loket_selection_new (NULL);
  bench->request = loket_request_new (bench->kto);
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
free_bench (Bench *bench)
{
  loket_request_free (bench->request);
  g_array_unref (bench->groupings);
  g_ptr_array_unref (bench->items);
  loket_selection_free (bench->selection);
  g_object_unref (bench->frame);
  g_object_unref (bench->kto);
  loket_desk_close (bench->desk);
  g_object_unref (bench->desk);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (LoketClock) clock = loket_clock_new (NULL, NULL);
  g_autoptr (GError) error = NULL;
  Bench bench = { NULL };

  if (argc != 2)
    {
      fprintf (stderr, "usage: bench-survey STORE\n");
      return 2;
    }

  bench.desk = loket_desk_open (argv[1], LOKET_ACCESS_WRITE, clock, &error);
  if (bench.desk != NULL)
    bench.kto = loket_questionnaires_load ("kto", &error);
  if (bench.kto == NULL)
    g_error ("%s", error->message);

  measure (&bench, "load the frame", load);
  choose_what_to_count (&bench);
  measure (&bench, "9 grades by 8 groupings", tally);
  measure (&bench, "9 grades under a new filter", refilter);
  measure (&bench, "summary of all questions", summarise);
  measure (&bench, "page under a new filter", show_page);
  measure (&bench, "fair comparison", compare_fairly);
  free_bench (&bench);

  return 0;
}
