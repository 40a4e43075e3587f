/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Which work belongs to the answers that are looked at. */

#include "loket-process-query.h"

/**
 * loket_process_query_new:
 * @period: whole months
 *
 * Returns: what asks for all counsellors
 */
LoketProcessQuery
loket_process_query_new (const LoketPeriod *period)
{
  LoketDateText after = loket_month_get_first_day (period->last + 1);

  return (LoketProcessQuery) { .from = loket_month_get_first_day (period->first),
                               .until = loket_date_add_days (after.text, -1) };
}

/**
 * loket_process_query_new_for:
 * @selection: of answers; must outlive the query
 *
 * Returns: what asks for the work of the same period, office and counsellor; groups of clients do
 *   not count
 */
LoketProcessQuery
loket_process_query_new_for (const LoketSelection *selection)
{
  LoketProcessQuery query = loket_process_query_new (loket_selection_get_period (selection));

  for (guint i = 0; i < loket_selection_get_n_filters (selection); i++)
    {
      LoketGrouping grouping = { 0 };
      const char *value = NULL;

      loket_selection_get_filter (selection, i, &grouping, &value);
      if (grouping.kind == LOKET_GROUPING_OFFICE)
        query.office = value;
      else if (grouping.kind == LOKET_GROUPING_COUNSELLOR)
        query.counsellor = value;
    }

  return query;
}
