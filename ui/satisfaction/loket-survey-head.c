/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Says it in one line. */

#include "loketten-config.h"

#include "loket-survey-head.h"

#include "loket-figures.h"
#include "loket-period-words.h"

#include <glib/gi18n.h>

/**
 * loket_survey_head_new:
 *
 * Returns: (transfer full): how many answers there are, of what period, compared with which
 */
char *
loket_survey_head_new (const LoketSummary *summary)
{
  const LoketSummaryTotals *totals = &summary->totals;
  g_autofree char *period =
      loket_period_to_words (loket_selection_get_period (summary->request->selection));
  g_autofree char *past = NULL;
  g_autofree char *responses = loket_figure_count (totals->responses);

  if (summary->request->has_against)
    past = loket_period_to_words (&summary->request->against);
  if (totals->hidden)
    /* Translators: a period */
    return g_strdup_printf (_("%s: 1 to 4 answers, too few to show"), period);
  if (totals->responses == 0)
    /* Translators: a period */
    return g_strdup_printf (_("%s: no answers"), period);
  if (past != NULL)
    /* Translators: a number of answers, a period, the period that it is compared with */
    return g_strdup_printf (ngettext ("%s answer in %s, compared with %s",
                                      "%s answers in %s, compared with %s", totals->responses),
                            responses, period, past);

  /* Translators: a number of answers and a period */
  return g_strdup_printf (ngettext ("%s answer in %s", "%s answers in %s", totals->responses),
                          responses, period);
}
