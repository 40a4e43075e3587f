/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Saves figures as a file: they go through the ledger of releases, and the file is there whole or
 * not at all. */

#pragma once

#include "loket-release-act.h"
#include "loket-report-file.h"

G_BEGIN_DECLS

const char *loket_report_get_medium        (const char              *format);

void        loket_desk_save_report_async   (LoketDesk               *desk,
                                            LoketSummary            *summary,
                                            const LoketReportOrder  *order,
                                            GFile                   *file,
                                            GCancellable            *cancellable,
                                            GAsyncReadyCallback      callback,
                                            gpointer                 user_data);
gboolean    loket_desk_save_report_finish  (LoketDesk               *desk,
                                            GAsyncResult            *result,
                                            guint                   *n_withheld,
                                            GError                 **error);

G_END_DECLS
