/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How the work goes, by counsellor or office: the figures of the verb and the page "process". */

#pragma once

#include "loket-desk.h"
#include "loket-process-tally.h"

G_BEGIN_DECLS

/**
 * LoketProcessUnit:
 * @counsellor: (nullable): the code of a counsellor; NULL by office, and of one of another office,
 *   whom a team lead sees as a point without a name
 * @office: (nullable): the name of the office; NULL where @counsellor may not be known
 * @figures: by kind
 */
typedef struct
{
  char *counsellor;
  char *office;
  LoketProcessFigure figures[LOKET_N_PROCESS_KINDS];
} LoketProcessUnit;

void       loket_process_unit_free        (LoketProcessUnit     *unit);

GPtrArray *loket_desk_load_process        (LoketDesk            *desk,
                                           const char           *from,
                                           const char           *until,
                                           gboolean              by_office,
                                           GError              **error);
void       loket_desk_load_process_async  (LoketDesk            *desk,
                                           const char           *from,
                                           const char           *until,
                                           gboolean              by_office,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GPtrArray *loket_desk_load_process_finish (LoketDesk            *desk,
                                           GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
