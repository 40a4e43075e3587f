/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the change log says of one client and all that belongs to the client. */

#pragma once

#include "loket-change-table.h"

G_BEGIN_DECLS

/**
 * LoketMade:
 * @act: the id of the act that made the record
 * @kind: the name of its kind
 * @record_id: its id
 * @number: (nullable): its number
 *
 * A record, and the act that made it.
 */
typedef struct
{
  char *act;
  char *kind;
  char *record_id;
  char *number;
} LoketMade;

GPtrArray *loket_history_table_load_acts    (LoketDatabase  *database,
                                             const char     *client_id,
                                             const char     *record_id,
                                             const char     *before,
                                             guint           most,
                                             GError        **error);
GPtrArray *loket_history_table_load_changes (LoketDatabase  *database,
                                             const char     *client_id,
                                             const char     *record_id,
                                             const char     *first,
                                             const char     *last,
                                             GError        **error);
GPtrArray *loket_history_table_load_made    (LoketDatabase  *database,
                                             const char     *client_id,
                                             const char     *record_id,
                                             const char     *first,
                                             const char     *last,
                                             GError        **error);

G_END_DECLS
