/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How much asks for work. */

#pragma once

#include "loket-desk.h"

G_BEGIN_DECLS

/* Whoever has more to do than this does not need to know how much more. */
#define LOKET_COUNTS_MOST 1000

/**
 * LoketCounts:
 * @today: sign-ups that nobody has taken, those whose first response is due, passed appointments
 *   without an outcome, and contacts and promises that are due and not put off until later
 * @aftercare: contacts and promises that are due and not put off until later
 *
 * What asks for work from who works at the desk, today; each up to %LOKET_COUNTS_MOST.
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
