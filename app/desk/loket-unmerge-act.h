/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The act that gives two merged records back. */

#pragma once

#include "loket-client.h"
#include "loket-desk.h"

G_BEGIN_DECLS

/**
 * LoketMerge:
 * @act: the act that merged
 * @at: when, UTC
 * @counsellor: who: a code
 * @kept_id: the client whose record stayed
 * @gone_id: the client whose record went
 * @name: what that client was called
 * @number: the number that the record had
 * @n_moved: how many trajectories came with it, that would go back
 * @n_later: how many trajectories were opened since, that would stay
 * @later_fields: (element-type utf8): the titles of fields that were changed since, that would stay
 *   as they are
 *
 * A record that was merged into another, and what taking it apart would mean.
 */
typedef struct
{
  char *act;
  char *at;
  char *counsellor;
  char *kept_id;
  char *gone_id;
  char *name;
  char *number;
  guint n_moved;
  guint n_later;
  GPtrArray *later_fields;
} LoketMerge;

void       loket_merge_free               (LoketMerge           *merge);
LoketDeed *loket_desk_unmerge             (LoketDesk            *desk,
                                           const char           *act,
                                           GError              **error);
void       loket_desk_unmerge_async       (LoketDesk            *desk,
                                           const char           *act,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GPtrArray *loket_merge_load_all           (LoketDatabase        *database,
                                           const char           *client_id,
                                           GError              **error);
void       loket_desk_load_merges_async   (LoketDesk            *desk,
                                           const char           *client_id,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GPtrArray *loket_desk_load_merges_finish  (LoketDesk            *desk,
                                           GAsyncResult         *result,
                                           GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketMerge, loket_merge_free)

G_END_DECLS
