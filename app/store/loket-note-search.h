/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Finds clients by words of their notes. */

#pragma once

#include "loket-database.h"
#include "loket-excerpt.h"
#include "loket-note-table.h"

G_BEGIN_DECLS

gboolean loket_note_search_run (LoketDatabase  *database,
                                const char     *text,
                                guint           most,
                                GPtrArray      *ids,
                                GError        **error);
gboolean loket_note_search_show (LoketDatabase  *database,
                                 const char     *text,
                                 const char     *client_id,
                                 LoketNote     **note,
                                 LoketExcerpt  **excerpt,
                                 GError        **error);

G_END_DECLS
