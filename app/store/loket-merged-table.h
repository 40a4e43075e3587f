/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Where the numbers and ids lead of clients whose record was merged into another. */

#pragma once

#include "loket-database.h"
#include "loket-record.h"

G_BEGIN_DECLS

gboolean loket_merged_table_find_number (LoketDatabase     *database,
                                         const char        *number,
                                         char             **client_id,
                                         GError           **error);
gboolean loket_merged_table_find_id     (LoketDatabase     *database,
                                         const char        *id,
                                         char             **client_id,
                                         GError           **error);
LoketRecord *
         loket_merged_table_load_client (LoketDatabase     *database,
                                         const char        *id,
                                         GError           **error);

G_END_DECLS
