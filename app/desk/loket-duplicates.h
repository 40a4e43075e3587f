/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * All pairs of clients in the store who may be one person. */

#pragma once

#include "loket-client.h"
#include "loket-desk.h"
#include "loket-likeness.h"

G_BEGIN_DECLS

/**
 * LoketPair:
 * @subject_id: the id of a client, whose record is the older one
 * @second_id: the id of another
 * @likeness: how likely it is that they are one person, and why
 */
typedef struct
{
  char *subject_id;
  char *second_id;
  LoketLikeness likeness;
} LoketPair;

#define LOKET_TYPE_DUPLICATES (loket_duplicates_get_type ())

G_DECLARE_FINAL_TYPE (LoketDuplicates, loket_duplicates, LOKET, DUPLICATES, GObject)

LoketDuplicates *loket_duplicates_new          (LoketDesk            *desk);
void             loket_duplicates_search       (LoketDuplicates      *self);
void             loket_duplicates_cancel       (LoketDuplicates      *self);
gboolean         loket_duplicates_is_searching (LoketDuplicates      *self);
double           loket_duplicates_get_progress (LoketDuplicates      *self);
GPtrArray       *loket_duplicates_get_pairs    (LoketDuplicates      *self);

void             loket_desk_load_pair_async    (LoketDesk            *desk,
                                                const LoketPair      *pair,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
GPtrArray       *loket_desk_load_pair_finish   (LoketDesk            *desk,
                                                GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
