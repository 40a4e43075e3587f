/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The sessions that a counsellor held last. */

#pragma once

#include "loket-database.h"

G_BEGIN_DECLS

/**
 * LoketRecentSession:
 * @client_id: the id of the client
 * @channel: (nullable): a code of the list "channel"
 * @minutes: how long it took; 0 when that is not known
 *
 * A session that was held.
 */
typedef struct
{
  char *client_id;
  char *channel;
  int minutes;
} LoketRecentSession;

void       loket_recent_session_free (LoketRecentSession  *session);
GPtrArray *loket_recent_table_load   (LoketDatabase       *database,
                                      const char          *counsellor_id,
                                      const char          *now,
                                      guint                most,
                                      GError             **error);

G_END_DECLS
