/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The acts that end a trajectory and that open it again. */

#pragma once

#include "loket-desk.h"

G_BEGIN_DECLS

/**
 * LoketClosing:
 * @outcome: a code of the list "trajectory_outcome"
 * @wish: the after-care wish, a code of the list "aftercare"
 * @second_session: (nullable): for who had only one session, a code of the list "second_session"
 *
 * What is asked when a trajectory is closed.
 */
typedef struct
{
  const char *outcome;
  const char *wish;
  const char *second_session;
} LoketClosing;

void loket_desk_close_trajectory_async  (LoketDesk           *desk,
                                         const char          *trajectory_id,
                                         const LoketClosing  *closing,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
void loket_desk_reopen_trajectory_async (LoketDesk           *desk,
                                         const char          *trajectory_id,
                                         const char          *reason,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);

G_END_DECLS
