/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A rise or fall is only told of when it is significant, always with its glyph and its word. */

#include "loketten-config.h"

#include "loket-key-figures.h"

#include "loket-figures.h"
#include "loket-period-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

void
loket_key_figure_free (LoketKeyFigure *figure)
{
  g_free (figure->caption);
  g_free (figure->value);
  g_free (figure->past);
  g_free (figure->verdict);
  g_free (figure->note);
  g_free (figure);
}

static void
set (char **text,
     char  *value)
{
  g_free (*text);
  *text = value;
}

static const char *
get_verdict (LoketChange change)
{
  switch (change)
    {
    case LOKET_CHANGE_UP:
      return _("▲ rise");
    case LOKET_CHANGE_DOWN:
      return _("▼ fall");
    case LOKET_CHANGE_NONE:
    default:
      return _("no demonstrable difference");
    }
}

/* "2022: 7.9", or why there is no such figure. */
static void
set_past (const LoketSummary *summary,
          LoketKeyFigure     *figure,
          const char         *value)
{
  g_autofree char *name = NULL;

  if (!summary->request->has_against)
    return;

  name = loket_period_to_words (&summary->request->against);
  if (summary->against.hidden)
    /* Translators: a period */
    set (&figure->past, g_strdup_printf (_("%s: not shown, 1 to 4 answers"), name));
  else if (summary->against.responses == 0)
    /* Translators: a period */
    set (&figure->past, g_strdup_printf (_("%s: no answers"), name));
  else if (value != NULL)
    set (&figure->past, g_strdup_printf ("%s: %s", name, value));
}

static void
set_mean (const LoketSummary         *summary,
          const LoketQuestionSummary *total,
          LoketKeyFigure             *figure)
{
  g_autofree char *interval = loket_figure_interval (&total->ci95);
  g_autofree char *n = loket_figure_count (total->n);
  g_autofree char *past = loket_figure_mean (&total->against);

  set (&figure->value, loket_figure_mean (&total->grades));
  set_past (summary, figure, total->has_against ? past : NULL);
  if (total->has_against)
    set (&figure->verdict, g_strdup (get_verdict (total->change)));
  if (total->n < total->item->thin)
    /* Translators: an interval such as 7.40–9.60, a number of answers, the number from which a
     * figure no longer rests on few answers */
    set (&figure->note, g_strdup_printf (_("95%%: %s · n %s · thin: n below %u"), interval, n,
                                         total->item->thin));
  else
    /* Translators: an interval such as 7.80–7.95, and a number of answers */
    set (&figure->note, g_strdup_printf (_("95%%: %s · n %s"), interval, n));
}

static char *
format_share_interval (const LoketInterval *interval)
{
  return g_strdup_printf ("%.0f–%.0f%%", floor (interval->low * 100 + 0.5),
                          floor (interval->high * 100 + 0.5));
}

static void
set_good (const LoketSummary         *summary,
          const LoketQuestionSummary *total,
          LoketKeyFigure             *figure)
{
  const LoketShare *good = &g_array_index (total->shares, LoketShare, 0);
  g_autofree char *interval = format_share_interval (&good->ci95);
  g_autofree char *n = loket_figure_count (good->base);
  g_autofree char *past = loket_figure_percent (good->against_count, good->against_base);

  if (total->n < total->item->thin)
    {
      set (&figure->note,
           g_strdup_printf (_("Not shown yet: of %u answers, one person is %u percentage points. "
                              "From n %u on."),
                            total->n, (guint) loket_round_ratio (1, total->n, 100),
                            total->item->thin));
      return;
    }

  set (&figure->value, loket_figure_percent (good->count, good->base));
  set_past (summary, figure, good->has_against ? past : NULL);
  if (good->has_against)
    set (&figure->verdict, g_strdup (get_verdict (good->change)));
  set (&figure->note, g_strdup_printf (_("95%%: %s · n %s"), interval, n));
}

static void
set_answers (const LoketSummary         *summary,
             const LoketQuestionSummary *total,
             LoketKeyFigure             *figure)
{
  const LoketSummaryTotals *totals = &summary->totals;
  g_autofree char *past = loket_figure_count (summary->against.responses);

  set (&figure->value, loket_figure_count (totals->responses));
  set_past (summary, figure, past);
  if (totals->offices > 1 && summary->request->has_against && summary->against.offices > 0)
    set (&figure->verdict,
         g_strdup_printf (ngettext ("%u office, then %u", "%u offices, then %u", totals->offices),
                          totals->offices, summary->against.offices));
  else if (totals->offices > 1)
    set (&figure->verdict, g_strdup_printf (ngettext ("%u office", "%u offices", totals->offices),
                                            totals->offices));
  if (total != NULL && totals->responses < total->item->threshold)
    set (&figure->note,
         g_strdup_printf (_("%u of the %u from which an office is compared"), totals->responses,
                          total->item->threshold));
}

static void
set_response (const LoketSummary *summary,
              LoketKeyFigure     *figure)
{
  const LoketSummaryTotals *totals = &summary->totals;
  const LoketSummaryTotals *against = &summary->against;
  g_autofree char *responses = loket_figure_count (totals->responses);
  g_autofree char *invited = loket_figure_count (totals->invited);
  g_autofree char *past = loket_figure_permille (against->responses, against->invited);

  set_past (summary, figure, against->knows_invited ? past : _("unknown"));
  if (totals->knows_invited)
    {
      set (&figure->value, loket_figure_permille (totals->responses, totals->invited));
      /* Translators: a number of answers, and of clients who were invited */
      set (&figure->verdict, g_strdup_printf (_("%s of %s invited"), responses, invited));
    }
  else
    {
      set (&figure->value, g_strdup (_("unknown")));
      if (loket_selection_get_n_filters (summary->request->selection) > 0)
        set (&figure->note, g_strdup (_("Response unknown: the number of invited is not known for "
                                        "this part.")));
      else
        set (&figure->note, g_strdup (_("Response unknown: the number of invited was not "
                                        "entered.")));
    }
}

static const char *
get_caption (LoketKeyFigureKind kind)
{
  static const char *const captions[] = { N_("Mean grade"), N_("Share good (8–10)"),
                                          N_("Answers (n)"), N_("Response") };

  return _(captions[kind]);
}

/**
 * loket_key_figure_new:
 *
 * Returns: (transfer full): a figure as people read it
 */
LoketKeyFigure *
loket_key_figure_new (const LoketSummary *summary,
                      LoketKeyFigureKind  kind)
{
  LoketKeyFigure *figure = g_new0 (LoketKeyFigure, 1);
  const LoketQuestionSummary *total = loket_summary_find_total (summary);

  set (&figure->caption, g_strdup (get_caption (kind)));
  set (&figure->value, g_strdup ("–"));
  set (&figure->past, g_strdup (""));
  set (&figure->verdict, g_strdup (""));
  set (&figure->note, g_strdup (""));

  if (summary->totals.hidden)
    set (&figure->note, g_strdup (_("Not shown: there are 1 to 4 answers.")));
  else if (summary->totals.responses == 0)
    set (&figure->note, g_strdup (_("No answers in this period.")));
  else if (kind == LOKET_KEY_FIGURE_ANSWERS)
    set_answers (summary, total, figure);
  else if (kind == LOKET_KEY_FIGURE_RESPONSE)
    set_response (summary, figure);
  else if (total == NULL || total->hidden || total->shares->len == 0)
    set (&figure->note, g_strdup (_("Hidden: fewer than 5 answers.")));
  else if (kind == LOKET_KEY_FIGURE_MEAN)
    set_mean (summary, total, figure);
  else
    set_good (summary, total, figure);

  return figure;
}
