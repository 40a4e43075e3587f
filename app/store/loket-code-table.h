/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The table of the lists of codes. */

#pragma once

#include "loket-codes.h"
#include "loket-database.h"

G_BEGIN_DECLS

gboolean    loket_code_table_is_complete (LoketDatabase  *database,
                                          gboolean       *is_complete,
                                          GError        **error);
gboolean    loket_code_table_fill        (LoketDatabase  *database,
                                          GError        **error);
LoketCodes *loket_code_table_load        (LoketDatabase  *database,
                                          gboolean        in_dutch,
                                          GError        **error);

G_END_DECLS
