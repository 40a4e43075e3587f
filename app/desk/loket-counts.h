/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How much asks for work. */

#pragma once

#include "loket-desk.h"

G_BEGIN_DECLS

/**
 * LoketCounts:
 * @today: appointments without an outcome, and contacts and promises that are due
 * @aftercare: contacts that are due
 *
 * What asks for work from who works at the desk, today.
 */
typedef struct
{
  guint today;
  guint aftercare;
} LoketCounts;

void         loket_desk_load_counts_async  (LoketDesk            *desk,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
LoketCounts *loket_desk_load_counts_finish (LoketDesk            *desk,
                                            GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
