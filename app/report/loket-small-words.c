/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Few answers are told with their intervals, added up over 24 months, and beside everybody's. */

#include "loketten-config.h"

#include "loket-small-words.h"

#include "loket-band-chart.h"
#include "loket-disclosure.h"
#include "loket-figures.h"
#include "loket-period-words.h"
#include "loket-progress-chart.h"
#include "loket-report-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

void
loket_small_words_free (LoketSmallWords *self)
{
  g_free (self->title);
  g_free (self->forecast);
  g_clear_pointer (&self->progress, loket_drawing_unref);
  g_free (self->grade);
  g_clear_pointer (&self->figures, loket_drawing_unref);
  g_free (self->figures_note);
  g_clear_pointer (&self->parts, loket_drawing_unref);
  g_free (self->parts_note);
  g_ptr_array_unref (self->absent);
  g_free (self);
}

/**
 * loket_small_words_fit:
 *
 * Returns: whether there are answers, but fewer than it takes to compare
 */
gboolean
loket_small_words_fit (const LoketSummary *summary)
{
  const LoketQuestionSummary *total = loket_report_find_total (summary);

  return total != NULL && total->n < total->item->threshold;
}

/**
 * loket_small_words_are_thin:
 *
 * Returns: whether there are too few answers for bars of shares
 */
gboolean
loket_small_words_are_thin (const LoketSummary *summary)
{
  const LoketQuestionSummary *total = loket_report_find_total (summary);

  return total != NULL && total->is_thin;
}

/* Takes both texts over. */
static void
take_row (GPtrArray *rows,
          char      *sentence,
          char      *note)
{
  LoketFinding *row = g_new0 (LoketFinding, 1);

  row->sentence = sentence;
  row->note = note;
  g_ptr_array_add (rows, row);
}

static char *
name_month (int month)
{
  const LoketPeriod period = { month, month };

  return loket_period_to_words (&period);
}

static void
set_progress (LoketSmallWords     *self,
              const LoketSummary  *summary,
              const LoketProgress *progress)
{
  const LoketRequest *request = summary->request;
  g_autofree char *period = request->has_period
                                ? loket_period_to_words (
                                      loket_selection_get_period (request->selection))
                                : g_strdup (_("all periods"));
  g_autofree char *month = progress->threshold_month > 0 ? name_month (progress->threshold_month)
                                                         : NULL;

  if (progress->is_rolling_hidden)
    /* Translators: a number of answers, the number that it takes to compare */
    self->title = g_strdup_printf (_("%u of %u answers in this period"), progress->n,
                                   progress->threshold);
  else
    /* Translators: a number of answers, the number that it takes to compare, a number of answers */
    self->title = g_strdup_printf (_("%u of %u answers in this period, %u over 24 months"),
                                   progress->n, progress->threshold, progress->n_rolling);
  if (progress->is_rolling_hidden)
    self->forecast = g_strdup (_("Over 24 months there are 1 to 4 more: how many is hidden."));
  else if (progress->threshold_month == 0)
    self->forecast = g_strdup_printf (_("Over 24 months there are enough to compare: %u or more."),
                                      progress->threshold);
  else if (month != NULL)
    /* Translators: how many answers came in a year, how many it takes to compare, a month */
    self->forecast = g_strdup_printf (_("In the last 12 months %u came; at this pace there are %u "
                                        "in %s."),
                                      progress->n_year, progress->threshold, month);
  else
    self->forecast = g_strdup (_("In the last 12 months too few came to say when there will be "
                                 "enough."));
  self->progress = loket_progress_chart_new (progress, self->title, period);
}

/* Between which grades the mean lies. */
static void
append_grade (LoketSmallWords            *self,
              const LoketQuestionSummary *total,
              gboolean                    is_rolling)
{
  g_autofree char *before = self->grade;

  if (isnan (total->ci95.low))
    self->grade = g_strdup (before != NULL ? before : "");
  else if (is_rolling)
    /* Translators: a sentence about the period, and the ends of an interval */
    self->grade = g_strdup_printf (_("%s Over 24 months: between %.1f and %.1f."), before,
                                   total->ci95.low, total->ci95.high);
  else
    self->grade = g_strdup_printf (_("The mean lies somewhere between %.1f and %.1f."),
                                   total->ci95.low, total->ci95.high);
  g_strchug (self->grade);
}

/* How the charts are read. */
static void
add_notes (LoketSmallWords            *self,
           const LoketQuestionSummary *total,
           gboolean                    has_everybody)
{
  guint thin = total->item->thin;

  /* Translators: a number of answers, how much a mean moves */
  self->figures_note = g_strdup_printf (
      _("Hollow and dashed: thin, n below %u. One grade that is two points different moves the "
        "mean of this period by %.1f."),
      thin, 2.0 / total->n);
  self->parts_note =
      has_everybody
          /* Translators: a number of answers */
          ? g_strdup_printf (_("Tick: everybody over the same months, not tested. Hollow and "
                               "dashed: thin, n below %u."),
                             thin)
          /* Translators: a number of answers */
          : g_strdup_printf (_("Hollow and dashed: thin, n below %u."), thin);
}

/* (transfer full) (nullable): the same without some filters; NULL when nothing is left out by them,
 * or so little that it could be told from the difference. */
static LoketSummary *
summarise_wider (const LoketSummary *summary,
                 const LoketRequest *of,
                 gboolean            keeps_office)
{
  g_autoptr (LoketRequest) request = loket_request_copy (of);
  g_autoptr (LoketSummary) wider = NULL;
  const LoketQuestionSummary *total = loket_report_find_total (summary);
  const LoketQuestionSummary *other;

  g_array_set_size (request->by, 0);
  request->has_against = FALSE;
  loket_selection_remove (request->selection, LOKET_GROUPING_COUNSELLOR);
  if (!keeps_office)
    loket_selection_remove (request->selection, LOKET_GROUPING_OFFICE);
  wider = loket_summary_new (summary->frame, request);
  other = loket_report_find_total (wider);
  if (other == NULL || other->n == total->n || loket_disclosure_is_hidden (other->n - total->n))
    return NULL;

  return g_steal_pointer (&wider);
}

/* Neither the same, nor so much alike that the difference would tell of few. */
static gboolean
can_stand_beside (const LoketQuestionSummary *one,
                  const LoketQuestionSummary *wider)
{
  return wider != NULL && !wider->hidden && wider->n >= one->n + LOKET_DISCLOSURE_MIN;
}

static const LoketQuestionSummary *
find_question (const LoketSummary *summary,
               const LoketItem    *item)
{
  for (guint i = 0; i < summary->questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (summary->questions, i);

      if (question->item == item)
        return question;
    }

  return NULL;
}

static gboolean
is_of_counsellor (const LoketSummary *summary)
{
  const LoketSelection *selection = summary->request->selection;

  for (guint i = 0; i < loket_selection_get_n_filters (selection); i++)
    {
      LoketGrouping grouping;
      const char *value;

      loket_selection_get_filter (selection, i, &grouping, &value);
      if (grouping.kind == LOKET_GROUPING_COUNSELLOR)
        return TRUE;
    }

  return FALSE;
}

/* Gives whether everybody stands beside. */
static gboolean
add_wider (LoketSmallWords    *self,
           const LoketSummary *summary)
{
  g_autoptr (LoketSummary) all = summarise_wider (summary, summary->request, FALSE);
  g_autoptr (LoketSummary) office =
      is_of_counsellor (summary) ? summarise_wider (summary, summary->request, TRUE) : NULL;
  const LoketQuestionSummary *of_all = all != NULL ? loket_report_find_total (all) : NULL;

  if (office != NULL
      && (of_all == NULL || can_stand_beside (loket_report_find_total (office), of_all)))
    loket_band_chart_add (self->figures, _("The whole office, this period"),
                          loket_report_find_total (office), NULL, TRUE);
  if (of_all != NULL)
    loket_band_chart_add (self->figures, _("All offices, this period"), of_all, NULL, TRUE);

  return of_all != NULL;
}

/* Whether the earlier months do not tell of few beside the answers of the period. */
static gboolean
can_add_up (const LoketSummary         *summary,
            const LoketQuestionSummary *rolling)
{
  const LoketQuestionSummary *question = find_question (summary, rolling->item);

  return question == NULL || question->hidden
         || !loket_disclosure_is_hidden (rolling->n - question->n);
}

/* Each graded question but the total, with a mark for everybody over the same months. */
static void
add_parts (LoketSmallWords    *self,
           const LoketSummary *summary,
           const LoketSummary *rolling,
           const LoketRequest *request,
           const char         *language)
{
  const LoketQuestionSummary *total = loket_report_find_total (rolling);
  g_autoptr (LoketSummary) all = summarise_wider (rolling, request, FALSE);
  g_autoptr (LoketDrawing) parts =
      loket_band_chart_new_empty (_("Parts over 24 months"), total->item->thin,
                                  all != NULL ? C_ ("chart", "everybody") : NULL);
  gboolean has_any = FALSE;

  for (guint i = 0; i < rolling->questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (rolling->questions, i);
      const LoketQuestionSummary *beside = all != NULL ? find_question (all, question->item) : NULL;

      if (question == total || question->item->kind != LOKET_ITEM_GRADE || question->hidden
          || !can_add_up (summary, question))
        continue;
      loket_band_chart_add (parts, loket_texts_get (&question->item->label, language), question,
                            can_stand_beside (question, beside) ? beside : NULL, FALSE);
      has_any = TRUE;
    }
  if (has_any)
    self->parts = g_steal_pointer (&parts);
}

static void
add_rolling (LoketSmallWords     *self,
             const LoketSummary  *summary,
             const LoketProgress *progress,
             const char          *language)
{
  g_autoptr (LoketRequest) request = loket_request_create_rolling (summary->frame,
                                                                   summary->request);
  g_autofree char *until = name_month (progress->rolling.last);
  g_autofree char *name = NULL;
  g_autoptr (LoketSummary) rolling = NULL;
  const LoketQuestionSummary *total;

  if (progress->is_rolling_hidden)
    return;

  /* Translators: a month */
  name = g_strdup_printf (_("24 months, until %s"), until);
  g_array_set_size (request->by, 0);
  rolling = loket_summary_new (summary->frame, request);
  total = loket_report_find_total (rolling);
  if (total->n > progress->n)
    {
      loket_band_chart_add (self->figures, name, total, NULL, FALSE);
      append_grade (self, total, TRUE);
    }
  add_parts (self, summary, rolling, request, language);
}

static void
add_absent_groups (LoketSmallWords            *self,
                   const LoketSummary         *summary,
                   const LoketQuestionSummary *total,
                   const char                 *language)
{
  const GArray *by = summary->request->by;

  for (guint i = 0; i < by->len; i++)
    {
      const LoketGrouping *grouping = &g_array_index (by, LoketGrouping, i);
      guint n_hidden = 0, n_shown = 0;

      for (guint k = 0; k < total->groups->len; k++)
        {
          const LoketGroupSummary *group = g_ptr_array_index (total->groups, k);

          if (!loket_grouping_is_equal (&group->by, grouping))
            continue;
          n_hidden += group->hidden ? 1 : 0;
          n_shown += group->hidden ? 0 : 1;
        }
      if (n_hidden == 0 || grouping->item == NULL)
        continue;
      take_row (self->absent,
                g_strdup (loket_texts_get (grouping->derived != NULL ? &grouping->derived->text
                                                                     : &grouping->item->label,
                                           language)),
                n_shown == 0
                    ? g_strdup (_("Hidden: every group has 1 to 4 answers, or could be worked "
                                  "out."))
                    : g_strdup_printf (_("Hidden: %u of %u groups, which have 1 to 4 answers or "
                                         "could be worked out."),
                                       n_hidden, n_hidden + n_shown));
    }
}

static void
add_absent (LoketSmallWords            *self,
            const LoketSummary         *summary,
            const LoketQuestionSummary *total,
            const char                 *language)
{
  const LoketRequest *request = summary->request;

  if (total->is_thin)
    take_row (self->absent, g_strdup (_("Good, sufficient, insufficient")),
              /* Translators: the number of answers, a number of percentage points, the number of
               * answers from which it is drawn */
              g_strdup_printf (_("Not drawn yet: with n %u one person is %u percentage points. "
                                 "From n %u."),
                               total->n, (200 + total->n) / (2 * total->n), total->item->thin));
  take_row (self->absent, g_strdup (_("Comparison with other offices")),
            g_strdup_printf (_("From n %u, on which an order can rest."), total->item->threshold));
  if (request->has_against && !total->has_against)
    {
      g_autofree char *past = loket_period_to_words (&request->against);

      /* Translators: a period */
      take_row (self->absent, g_strdup_printf (_("Comparison with %s"), past),
                g_strdup (summary->against.responses == 0 && !summary->against.hidden
                              ? _("There are no answers in that period.")
                              : _("Not shown: that period has 1 to 4 answers.")));
    }
  add_absent_groups (self, summary, total, language);
  if (!summary->totals.knows_invited)
    take_row (self->absent, g_strdup (_("Response")),
              g_strdup (_("Unknown: how many were invited is not known for this choice.")));
}

/**
 * loket_small_words_new:
 * @summary: one that loket_small_words_fit()
 * @language: in which the questionnaire speaks
 *
 * Counts: not for the thread that draws.
 *
 * Returns: (transfer full): what there is to say
 */
LoketSmallWords *
loket_small_words_new (const LoketSummary *summary,
                       const char         *language)
{
  LoketSmallWords *self = g_new0 (LoketSmallWords, 1);
  const LoketQuestionSummary *total = loket_report_find_total (summary);
  LoketProgress progress = loket_progress_get (summary->frame, summary->request, total->item);
  gboolean has_everybody;

  self->absent = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_finding_free);
  set_progress (self, summary, &progress);
  self->figures = loket_band_chart_new_empty (_("The grade, as far as it can be told"),
                                              total->item->thin, NULL);
  loket_band_chart_add (self->figures, _("This period"), total, NULL, FALSE);
  append_grade (self, total, FALSE);
  add_rolling (self, summary, &progress, language);
  has_everybody = add_wider (self, summary);
  add_notes (self, total, has_everybody);
  add_absent (self, summary, total, language);

  return self;
}
