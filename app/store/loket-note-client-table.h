/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The small numbers by which the index of notes knows the clients. */

#pragma once

#include "loket-database.h"

G_BEGIN_DECLS

gboolean loket_note_client_table_is_filled   (LoketDatabase  *database,
                                              gboolean       *is_filled,
                                              GError        **error);
gboolean loket_note_client_table_find        (LoketDatabase  *database,
                                              guint32         number,
                                              char          **client_id,
                                              GError        **error);
gboolean loket_note_client_table_find_number (LoketDatabase  *database,
                                              const char     *client_id,
                                              guint32        *number,
                                              GError        **error);
gboolean loket_note_client_table_add         (LoketDatabase  *database,
                                              const char     *client_id,
                                              guint32        *number,
                                              GError        **error);
gboolean loket_note_client_table_give_number (LoketDatabase  *database,
                                              const char     *client_id,
                                              guint32        *number,
                                              GError        **error);
gboolean loket_note_client_table_remove      (LoketDatabase  *database,
                                              const char     *client_id,
                                              GError        **error);

G_END_DECLS
