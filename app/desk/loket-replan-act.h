/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The act that makes every contact the rules ask for. */

#pragma once

#include "loket-desk.h"

G_BEGIN_DECLS

/**
 * LoketReplanned:
 * @n_made: how many contacts were made
 * @n_moved: how many have another date, because what they are for was corrected
 * @n_cancelled: how many were cancelled because nothing asks for them any more
 *
 * What planning changed.
 */
typedef struct
{
  guint n_made;
  guint n_moved;
  guint n_cancelled;
} LoketReplanned;

gboolean   loket_step_replan         (LoketAct             *act,
                                      const LoketRules     *rules,
                                      LoketReplanned       *replanned,
                                      GError              **error);
gboolean   loket_step_replan_one     (LoketAct             *act,
                                      const char           *id,
                                      GError              **error);
LoketDeed *loket_desk_replan         (LoketDesk            *desk,
                                      LoketReplanned       *replanned,
                                      GError              **error);
void       loket_desk_replan_async   (LoketDesk            *desk,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);

G_END_DECLS
