/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The acts with which a trajectory begins: a new one, whose it is, the first response. */

#pragma once

#include "loket-desk.h"

G_BEGIN_DECLS

/**
 * LoketOpening:
 * @trajectory: the new trajectory, with the client, the day, the counsellor and what is true now
 * @client: the client, with what was corrected
 * @confirmed: (element-type guint): the fields that the client confirmed
 *
 * What is known when a client begins a trajectory.
 */
typedef struct
{
  const LoketDraft *trajectory;
  const LoketDraft *client;
  GArray *confirmed;
} LoketOpening;

void     loket_desk_open_trajectory_async   (LoketDesk            *desk,
                                             const LoketOpening   *opening,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
void     loket_desk_assign_trajectory_async (LoketDesk            *desk,
                                             const char           *trajectory_id,
                                             const char           *counsellor_id,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
void     loket_desk_respond_async           (LoketDesk            *desk,
                                             const char           *trajectory_id,
                                             const char           *channel,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean loket_step_assign_trajectory       (LoketAct             *act,
                                             const char           *trajectory_id,
                                             const char           *counsellor_id,
                                             GError              **error);
gboolean loket_step_hand_over_contacts      (LoketAct             *act,
                                             const char           *trajectory_id,
                                             const char           *from_id,
                                             const char           *to_id,
                                             GError              **error);

G_END_DECLS
