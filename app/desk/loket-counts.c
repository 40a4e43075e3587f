/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Counts what asks for work. */

#include "loket-counts.h"

static gpointer
load_counts (LoketDatabase  *database,
             gpointer        input,
             GError        **error)
{
  return g_new0 (LoketCounts, 1);
}

/**
 * loket_desk_load_counts_async:
 *
 * Counts what asks for work from who works at the desk.
 */
void
loket_desk_load_counts_async (LoketDesk           *desk,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  loket_desk_read_async (desk, load_counts, NULL, NULL, g_free, cancellable, callback, user_data);
}

/**
 * loket_desk_load_counts_finish:
 *
 * Returns: (transfer full) (nullable): the counts, to be freed with g_free ()
 */
LoketCounts *
loket_desk_load_counts_finish (LoketDesk     *desk,
                               GAsyncResult  *result,
                               GError       **error)
{
  return loket_desk_read_finish (desk, result, error);
}
