/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How far a small number of answers is from what can be compared. */

#include "loket-progress.h"

#include "loket-counts.h"
#include "loket-disclosure.h"

#define MONTHS_OF_YEAR 12

/* The last month that is looked at and has responses at all. */
static int
find_last_month (LoketFrame         *frame,
                 const LoketRequest *request)
{
  const LoketPeriod *period = loket_selection_get_period (request->selection);
  const guint16 *months = loket_frame_get_months (frame);
  int last = 0;

  if (request->has_period)
    return period->last;
  for (gsize i = 0; i < loket_frame_get_n_rows (frame); i++)
    last = MAX (last, months[i]);
  return last;
}

static LoketPeriod
get_months_until (int   last,
                  guint n_months)
{
  return (LoketPeriod) { MAX (0, last - (int) n_months + 1), last };
}

static guint
count_answers (LoketFrame           *frame,
               const LoketSelection *selection,
               const LoketPeriod    *period,
               const LoketItem      *item)
{
  g_autoptr (LoketSelection) of_period = loket_selection_copy (selection);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (LoketGrouping));
  g_autoptr (LoketTally) tally = NULL;
  LoketCounts counts = { 0 };

  if (period != NULL)
    loket_selection_set_period (of_period, period);
  g_ptr_array_add (items, (gpointer) item);
  tally = loket_tally_new (frame, of_period, items, nothing);
  counts = loket_counts_of_all (tally, item);
  return loket_counts_get_n (&counts);
}

/* The month in which @wanted is reached when answers keep coming as in the last year. */
static int
forecast (const LoketProgress *progress,
          guint                wanted)
{
  guint missing = wanted - MIN (wanted, progress->n_rolling);

  if (missing == 0)
    return 0;
  if (progress->n_year == 0)
    return -1;
  return progress->rolling.last +
         (int) ((missing * MONTHS_OF_YEAR + progress->n_year - 1) / progress->n_year);
}

/**
 * loket_progress_get:
 * @frame: the responses
 * @request: of which period and of whom
 * @item: the question whose answers count
 *
 * Answers are added up over 24 months that end with the period. The forecast takes it that they
 * keep coming at the pace of the last 12.
 *
 * Returns: how many answers there are, and when there will be enough
 */
LoketProgress
loket_progress_get (LoketFrame         *frame,
                    const LoketRequest *request,
                    const LoketItem    *item)
{
  LoketProgress progress = { .thin = item->thin, .threshold = item->threshold };
  int last = find_last_month (frame, request);
  LoketPeriod year = get_months_until (last, MONTHS_OF_YEAR);
  guint n = count_answers (frame, request->selection, NULL, item);
  guint n_rolling = 0;

  progress.rolling = get_months_until (last, LOKET_ROLLING_MONTHS);
  n_rolling = count_answers (frame, request->selection, &progress.rolling, item);
  progress.is_hidden = loket_disclosure_is_hidden (n);
  progress.n = progress.is_hidden ? 0 : n;
  progress.is_rolling_hidden = loket_disclosure_is_hidden (n_rolling) ||
                               (n_rolling > n && loket_disclosure_is_hidden (n_rolling - n));
  if (progress.is_rolling_hidden)
    {
      progress.thin_month = progress.threshold_month = -1;
      return progress;
    }
  progress.n_rolling = n_rolling;
  progress.n_year = count_answers (frame, request->selection, &year, item);
  if (loket_disclosure_is_hidden (progress.n_year))
    progress.n_year = 0;
  progress.thin_month = forecast (&progress, progress.thin);
  progress.threshold_month = forecast (&progress, progress.threshold);
  return progress;
}

/**
 * loket_request_create_rolling:
 *
 * Returns: (transfer full): a request for the same over the 24 months that end with the period,
 *   compared with nothing
 */
LoketRequest *
loket_request_create_rolling (LoketFrame         *frame,
                              const LoketRequest *request)
{
  LoketRequest *rolling = loket_request_copy (request);
  LoketPeriod period = get_months_until (find_last_month (frame, request), LOKET_ROLLING_MONTHS);

  loket_selection_set_period (rolling->selection, &period);
  rolling->has_period = TRUE;
  rolling->has_against = FALSE;
  return rolling;
}
