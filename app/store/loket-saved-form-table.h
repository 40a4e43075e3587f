/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The table of the forms of which everything is in the store. */

#pragma once

#include "loket-database.h"

G_BEGIN_DECLS

gboolean loket_saved_form_table_insert (LoketDatabase  *database,
                                        const char     *form_id,
                                        const char     *act,
                                        GError        **error);
gboolean loket_saved_form_table_has    (LoketDatabase  *database,
                                        const char     *form_id,
                                        gboolean       *is_saved,
                                        GError        **error);

gboolean loket_saved_form_table_remove (LoketDatabase  *database,
                                        const char     *act,
                                        GError        **error);

G_END_DECLS
