/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Few answers are told with their intervals, added up over 24 months, and beside everybody's. */

#include "loketten-config.h"

#include "loket-small-words.h"

#include "loket-disclosure.h"
#include "loket-figures.h"
#include "loket-period-words.h"
#include "loket-progress.h"
#include "loket-report-private.h"

#include <glib/gi18n-lib.h>

void
loket_small_words_free (LoketSmallWords *self)
{
  g_free (self->title);
  g_free (self->forecast);
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->parts);
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

static void
add_mean (GPtrArray                  *rows,
          const char                 *name,
          const LoketQuestionSummary *question)
{
  g_autofree char *mean = loket_figure_mean (&question->grades);
  g_autofree char *interval = loket_figure_interval (&question->ci95);
  g_autofree char *n = loket_figure_count (question->n);
  char *note;

  if (question->is_thin)
    /* Translators: an interval such as 7.40–9.60, a number of answers, the number from which a
     * figure no longer rests on few answers */
    note = g_strdup_printf (_("95%%: %s · n %s · thin: n below %u"), interval, n,
                            question->item->thin);
  else
    /* Translators: an interval such as 7.80–7.95, and a number of answers */
    note = g_strdup_printf (_("95%%: %s · n %s"), interval, n);
  take_row (rows, g_strdup_printf ("%s: %s", name, mean), note);
}

static char *
name_month (int month)
{
  const LoketPeriod period = { month, month };

  return loket_period_to_words (&period);
}

static void
set_progress (LoketSmallWords     *self,
              const LoketProgress *progress)
{
  g_autofree char *month = progress->threshold_month > 0 ? name_month (progress->threshold_month)
                                                         : NULL;
  guint n = progress->is_rolling_hidden ? progress->n : progress->n_rolling;

  self->part = MIN (1.0, (double) n / progress->threshold);
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
}

/* (transfer full) (nullable): the same period without some filters; NULL when nothing is left out
 * by them, or so little that it could be told from the difference. */
static LoketSummary *
summarise_wider (const LoketSummary *summary,
                 gboolean            keeps_office)
{
  g_autoptr (LoketRequest) request = loket_request_copy (summary->request);
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
can_stand_beside (const LoketSummary *one,
                  const LoketSummary *wider)
{
  guint n_more = loket_report_find_total (wider)->n - loket_report_find_total (one)->n;

  return n_more >= LOKET_DISCLOSURE_MIN;
}

static void
add_wider (LoketSmallWords    *self,
           const LoketSummary *summary)
{
  const LoketSelection *selection = summary->request->selection;
  g_autoptr (LoketSummary) office = NULL;
  g_autoptr (LoketSummary) all = summarise_wider (summary, FALSE);

  for (guint i = 0; i < loket_selection_get_n_filters (selection); i++)
    {
      LoketGrouping grouping;
      const char *value;

      loket_selection_get_filter (selection, i, &grouping, &value);
      if (grouping.kind == LOKET_GROUPING_COUNSELLOR && office == NULL)
        office = summarise_wider (summary, TRUE);
    }
  if (office != NULL && (all == NULL || can_stand_beside (office, all)))
    add_mean (self->figures, _("The whole office, this period"), loket_report_find_total (office));
  if (all != NULL)
    add_mean (self->figures, _("All offices, this period"), loket_report_find_total (all));
}

/* Whether the earlier months do not tell of few beside the answers of the period. */
static gboolean
can_add_up (const LoketSummary         *summary,
            const LoketQuestionSummary *rolling)
{
  for (guint i = 0; i < summary->questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (summary->questions, i);

      if (question->item == rolling->item)
        return question->hidden || !loket_disclosure_is_hidden (rolling->n - question->n);
    }

  return TRUE;
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

  if (progress->is_rolling_hidden)
    return;

  /* Translators: a month */
  name = g_strdup_printf (_("24 months, until %s"), until);
  g_array_set_size (request->by, 0);
  rolling = loket_summary_new (summary->frame, request);
  for (guint i = 0; i < rolling->questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (rolling->questions, i);

      if (question == loket_report_find_total (rolling))
        add_mean (self->figures, name, question);
      else if (question->item->kind == LOKET_ITEM_GRADE && !question->hidden
               && can_add_up (summary, question))
        add_mean (self->parts, loket_texts_get (&question->item->label, language), question);
    }
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

  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_finding_free);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_finding_free);
  self->absent = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_finding_free);
  set_progress (self, &progress);
  add_mean (self->figures, _("This period"), total);
  add_rolling (self, summary, &progress, language);
  add_wider (self, summary);
  add_absent (self, summary, total, language);

  return self;
}
