/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * When somebody who signed up was answered. */

#pragma once

#include "loket-database.h"
#include "loket-date.h"

G_BEGIN_DECLS

/* In SQL on the table trajectory: the day that was recorded. A file may bring sessions and contacts
 * without it: then the first real contact was the answer. NULL when nobody answered yet. */
#define LOKET_SQL_FIRST_RESPONSE \
  "coalesce (trajectory.first_response_on, (SELECT min (day) FROM (" \
  "SELECT substr (starts_at, 1, 10) AS day FROM session " \
  "WHERE session.trajectory_id = trajectory.id AND session.state = 'held' UNION ALL " \
  "SELECT done_on FROM contact " \
  "WHERE contact.trajectory_id = trajectory.id AND contact.outcome = 'reached') AS answer))"

gboolean loket_first_response_load (LoketDatabase  *database,
                                    const char     *trajectory_id,
                                    LoketDateText  *day,
                                    GError        **error);

G_END_DECLS
