/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A step of the search for pairs of clients who may be one person. */

#pragma once

#include "loket-duplicates.h"
#include "loket-likeness-table.h"

G_BEGIN_DECLS

/**
 * LoketDuplicateStep:
 * @key: what the clients of this step have in common
 * @after: the value of @key behind which to begin
 * @pairs: (element-type LoketPair): what the step found
 * @last: (nullable): the value of @key at which the step ended; NULL when there are no more
 * @n_read: how many clients were looked at
 * @n_clients: how many there are in all; counted in the first step only
 */
typedef struct
{
  LoketLikenessKey key;
  char *after;
  GCancellable *cancellable;
  GPtrArray *pairs;
  char *last;
  guint n_read;
  gint64 n_clients;
} LoketDuplicateStep;

void                loket_pair_free             (LoketPair           *pair);
LoketDuplicateStep *loket_duplicate_step_new    (LoketLikenessKey     key,
                                                 const char          *after,
                                                 GCancellable        *cancellable);
void                loket_duplicate_step_unref  (LoketDuplicateStep  *step);
gpointer            loket_duplicate_step_run    (LoketDatabase       *database,
                                                 gpointer             input,
                                                 GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketDuplicateStep, loket_duplicate_step_unref)

G_END_DECLS
