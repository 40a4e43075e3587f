/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Whether a filter sets so few answers apart that it would give them away. */

#include "loketten-config.h"

#include "loket-filter-check.h"

#include <glib/gi18n-lib.h>

#include "loket-disclosure.h"
#include "loket-error.h"

static guint
count_all (LoketFrame        *frame,
           const LoketPeriod *period)
{
  const guint16 *months = loket_frame_get_months (frame);
  gsize n_rows = loket_frame_get_n_rows (frame);
  guint n = 0;

  for (gsize row = 0; row < n_rows; row++)
    n += months[row] >= period->first && months[row] <= period->last;
  return n;
}

/* Of a period that has no more than a few answers nothing is shown anyhow. */
static gboolean
check_period (LoketFrame                *frame,
              const LoketPeriod         *period,
              const LoketSummaryTotals  *totals,
              GError                   **error)
{
  guint all = count_all (frame, period);

  if (totals->hidden)
    g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT,
                         _("This filter leaves 1 to 4 answers. Nothing is shown of so few, so "
                           "that nobody is recognised."));
  else if (loket_disclosure_is_hidden (all - totals->responses))
    g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT,
                         _("This filter leaves out 1 to 4 answers. Nothing is shown, because "
                           "their answers are the difference with the figures of everybody."));
  else
    return TRUE;
  return FALSE;
}

/**
 * loket_filter_check:
 *
 * Returns: FALSE with %LOKET_ERROR_CONSTRAINT and the reason in a sentence when the filter of
 *   @summary leaves, or leaves out, 1 to 4 of the answers in a period that it looks at
 */
gboolean
loket_filter_check (const LoketSummary  *summary,
                    GError             **error)
{
  const LoketRequest *request = summary->request;

  if (loket_selection_get_n_filters (request->selection) == 0)
    return TRUE;
  return check_period (summary->frame, loket_selection_get_period (request->selection),
                       &summary->totals, error) &&
         (!request->has_against ||
          check_period (summary->frame, &request->against, &summary->against, error));
}
