/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How the work goes, by counsellor or office: the figures of the verb and the page "process". */

#pragma once

#include "loket-desk.h"
#include "loket-process-figures.h"
#include "loket-selection.h"

G_BEGIN_DECLS

/**
 * LoketProcessQuery:
 * @from: the first day of the period
 * @until: the last day
 * @by_office: whether offices are told apart, else counsellors
 * @office: (nullable): only this one; of another than the own it is told as a whole
 * @counsellor: (nullable): only this one, by its code
 *
 * What is asked for.
 */
typedef struct
{
  LoketDateText from;
  LoketDateText until;
  gboolean      by_office;
  const char   *office;
  const char   *counsellor;
} LoketProcessQuery;

LoketProcessQuery
              loket_process_query_new        (const LoketPeriod        *period);
LoketProcessQuery
              loket_process_query_new_for    (const LoketSelection     *selection);

LoketProcess *loket_desk_load_process        (LoketDesk                *desk,
                                              const LoketProcessQuery  *query,
                                              GError                  **error);
void          loket_desk_load_process_async  (LoketDesk                *desk,
                                              const LoketProcessQuery  *query,
                                              GCancellable             *cancellable,
                                              GAsyncReadyCallback       callback,
                                              gpointer                  user_data);
LoketProcess *loket_desk_load_process_finish (LoketDesk                *desk,
                                              GAsyncResult             *result,
                                              GError                  **error);

G_END_DECLS
