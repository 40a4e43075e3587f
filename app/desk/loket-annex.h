/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads what stands in a report besides the figures of the survey. */

#pragma once

#include "loket-desk.h"
#include "loket-report-annex.h"
#include "loket-summary.h"

G_BEGIN_DECLS

LoketReportAnnex *loket_desk_load_annex        (LoketDesk            *desk,
                                                const LoketSummary   *summary,
                                                GPtrArray            *themes,
                                                GError              **error);
void              loket_desk_load_annex_async  (LoketDesk            *desk,
                                                LoketSummary         *summary,
                                                GPtrArray            *themes,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
LoketReportAnnex *loket_desk_load_annex_finish (LoketDesk            *desk,
                                                GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
