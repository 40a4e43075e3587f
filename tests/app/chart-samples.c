/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Makes the charts that tests measure and that people look at. */

#include "chart-samples.h"

#include "loket-band-chart.h"
#include "loket-difference-chart.h"
#include "loket-dot-chart.h"
#include "loket-funnel-chart.h"
#include "loket-histogram-chart.h"
#include "loket-kept-chart.h"
#include "loket-likert-chart.h"
#include "loket-option-chart.h"
#include "satisfaction-fixture.h"

#include <math.h>

static void
clear_sample (gpointer data)
{
  loket_drawing_unref (((ChartSample *) data)->drawing);
}

static void
add (GArray       *samples,
     const char   *name,
     LoketDrawing *drawing)
{
  const ChartSample sample = { name, drawing };

  g_assert_nonnull (drawing);
  g_array_append_val (samples, sample);
}

/* All of 2023 against 2022, by everything that charts show. */
LoketSummary *
chart_samples_summarise (LoketFrame *frame)
{
  static const char *const groupings[] = { "sessions", "situation", "gender", "age_group",
                                           "education_level", "test_taken", "counsellor" };
  g_autoptr (LoketRequest) request =
      loket_request_new (loket_frame_get_questionnaire (frame));

  g_assert_true (loket_request_set_period (request, "2023", NULL));
  g_assert_true (loket_request_set_against (request, "2022", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (groupings); i++)
    g_assert_true (loket_request_add_by (request, groupings[i], NULL));

  return loket_summary_new (frame, request);
}

static void
add_differences (GArray             *samples,
                 const LoketSummary *summary)
{
  const LoketQuestionSummary *overall = satisfaction_find_question (summary, "overall");
  const LoketScale scale = loket_difference_chart_find_scale (overall);
  static const char *const names[] = { "differences-sessions", "differences-situation",
                                       "differences-gender", "differences-age" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add (samples, names[i],
         loket_difference_chart_new (
             summary, overall, &g_array_index (summary->request->by, LoketGrouping, i), &scale,
             "nl"));
}

static void
add_process (GArray *samples)
{
  static const LoketDot quick[] = { { 0, 5 }, { 1, 2 }, { 2, 4 }, { 3, 2 }, { 4, 1 } };
  static const LoketDot slow[] = { { 0, 1 }, { 2, 14 }, { 3, 12 }, { 6, 5 }, { 9, 1 } };
  static const LoketDotRow dots[] = {
    { "A006", NULL, quick, G_N_ELEMENTS (quick), 2, 2, 14 },
    { "A007", NULL, slow, G_N_ELEMENTS (slow), 2.5, 6, 33 },
    { "A010", "verborgen: 1 tot 4", NULL, 0, NAN, NAN, 0 },
    { "A011", "verborgen: anders is A010 te herleiden", NULL, 0, NAN, NAN, 0 },
    { "A012", NULL, NULL, 0, NAN, NAN, 0 },
    { "andere loketten", NULL, quick, G_N_ELEMENTS (quick), NAN, NAN, 14 },
  };
  static const double shares[] = { 0.5, 0.8, 0.93 };
  static const LoketKeptRow kept[] = { { "A006", NULL, 11, 12, NULL, 0 },
                                       { "A007", NULL, 25, 34, NULL, 0 },
                                       { "A010", "verborgen: 1 tot 4", 0, 0, NULL, 0 },
                                       { "A011", NULL, 0, 7, NULL, 0 },
                                       { "A012", NULL, 0, 0, NULL, 0 },
                                       { "andere loketten", NULL, 0, 0, shares,
                                         G_N_ELEMENTS (shares) } };
  const LoketDotTopic topic = { "Dagen tot eerste reactie", "counsellor", 3, "afspraak 3" };

  add (samples, "dots", loket_dot_chart_new (&topic, dots, G_N_ELEMENTS (dots)));
  add (samples, "kept", loket_kept_chart_new ("Toezeggingen op tijd", "counsellor", kept,
                                              G_N_ELEMENTS (kept)));
}

static void
add_likert (GArray *samples)
{
  static const char *const options[] = { "zeer mee eens", "mee eens", "neutraal", "mee oneens",
                                         "zeer mee oneens", NULL };
  static const LoketLikertRow rows[] = {
    { "a", "De adviseur was deskundig", FALSE, { 412, 380, 90, 31, 12 }, 25, 792, 950 },
    { "b", "Ik weet beter wat ik wil en kan <na> het gesprek & de test", FALSE,
      { 200, 410, 210, 80, 40 }, 0, 610, 940 },
    { "c", "Ik heb een plan", TRUE, { 0 }, 0, 0, 0 },
  };
  const LoketLikertScale scale = { "Stellingen", options, 5, "geen mening", "eens" };

  add (samples, "likert", loket_likert_chart_new (&scale, rows, G_N_ELEMENTS (rows)));
}

/**
 * chart_samples_new:
 *
 * Returns: (transfer full) (element-type ChartSample): one of every kind
 */
GArray *
chart_samples_new (LoketFrame *frame)
{
  static const char *const own[] = { "A006", "A007", "A008", "A009", "A010", "A011", NULL };
  static const LoketFunnelChoice choice = { own, "A009" };
  g_autoptr (LoketSummary) summary = chart_samples_summarise (frame);
  const LoketQuestionSummary *overall = satisfaction_find_question (summary, "overall");
  GArray *samples = g_array_new (FALSE, TRUE, sizeof (ChartSample));

  g_array_set_clear_func (samples, clear_sample);
  add (samples, "bands", loket_band_chart_new (summary, "nl"));
  add_differences (samples, summary);
  add (samples, "funnel", loket_funnel_chart_new (summary, overall, &choice));
  add (samples, "options",
       loket_option_chart_new (summary, satisfaction_find_question (summary, "questions_brought"),
                               "nl"));
  add (samples, "options-new",
       loket_option_chart_new (summary, satisfaction_find_question (summary, "aftercare"), "nl"));
  add (samples, "histogram",
       loket_histogram_chart_new_grades (summary->request->questionnaire, overall, "nl"));
  add_likert (samples);
  add_process (samples);

  return samples;
}
