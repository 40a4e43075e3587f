/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The trajectory to which a session belongs; one is opened when none runs. */

#pragma once

#include "loket-act.h"

G_BEGIN_DECLS

/**
 * LoketSessionTarget:
 * @client_id: the id of a client
 * @trajectory_id: (nullable): the id of the trajectory; NULL for the one that is open
 * @counsellor_id: (nullable): who holds the session
 * @starts_at: when it starts, YYYY-MM-DDTHH:MM
 *
 * What is known of a session before its trajectory is.
 */
typedef struct
{
  const char *client_id;
  const char *trajectory_id;
  const char *counsellor_id;
  const char *starts_at;
} LoketSessionTarget;

char *loket_session_target_find_trajectory (LoketAct                  *act,
                                            const LoketSessionTarget  *target,
                                            GError                   **error);

G_END_DECLS
