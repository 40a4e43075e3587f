/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * When somebody who signed up was answered, in SQL on the table trajectory. */

#pragma once

/* The day that was recorded. A file may bring sessions and contacts without it: then the first real
 * contact was the answer. NULL when nobody answered yet. */
#define LOKET_SQL_FIRST_RESPONSE \
  "coalesce (trajectory.first_response_on, nullif (min (" \
  "coalesce ((SELECT substr (min (starts_at), 1, 10) FROM session " \
  "WHERE session.trajectory_id = trajectory.id AND session.state = 'held'), '~'), " \
  "coalesce ((SELECT min (done_on) FROM contact " \
  "WHERE contact.trajectory_id = trajectory.id AND contact.outcome = 'reached'), '~')), '~'))"
