/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The table of forms that are not saved yet, in a file of its own. */

#pragma once

#include "loket-database.h"
#include "loket-form.h"

G_BEGIN_DECLS

gboolean   loket_form_table_put        (LoketDatabase    *database,
                                        const LoketForm  *form,
                                        const char       *stamp,
                                        GError          **error);
GPtrArray *loket_form_table_load       (LoketDatabase    *database,
                                        GError          **error);
gboolean   loket_form_table_discard    (LoketDatabase    *database,
                                        const char       *id,
                                        const char       *stamp,
                                        GError          **error);
gboolean   loket_form_table_remove     (LoketDatabase    *database,
                                        const char       *id,
                                        GError          **error);
gboolean   loket_form_table_remove_old (LoketDatabase    *database,
                                        const char       *before,
                                        GError          **error);

G_END_DECLS
