/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The words by which clients are found. */

#pragma once

#include "loket-database.h"
#include "loket-draft.h"

G_BEGIN_DECLS

gboolean   loket_client_name_table_put         (LoketDatabase     *database,
                                                const LoketDraft  *draft,
                                                const char        *id,
                                                GError           **error);
void       loket_client_name_table_begin_batch (LoketDatabase     *database);
gboolean   loket_client_name_table_store_batch (LoketDatabase     *database,
                                                GError           **error);
void       loket_client_name_table_end_batch   (LoketDatabase     *database);
gboolean   loket_client_name_table_remove      (LoketDatabase     *database,
                                                const LoketDraft  *draft,
                                                GError           **error);
gboolean   loket_client_name_table_check       (LoketDatabase     *database,
                                                const LoketDraft  *draft,
                                                gboolean          *found,
                                                GError           **error);
guint      loket_client_name_table_count_words
                                               (const LoketDraft  *draft);
gint64     loket_client_name_table_count       (LoketDatabase     *database,
                                                GError           **error);
GPtrArray *loket_client_name_table_search      (LoketDatabase     *database,
                                                const char        *text,
                                                guint              most,
                                                GError           **error);

G_END_DECLS
