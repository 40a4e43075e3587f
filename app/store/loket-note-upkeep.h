/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The index of notes as a whole: made for a store that has none, and compared with the records. */

#pragma once

#include "loket-database.h"

G_BEGIN_DECLS

gboolean   loket_note_upkeep_fill  (LoketDatabase  *database,
                                    GError        **error);
GPtrArray *loket_note_upkeep_check (LoketDatabase  *database,
                                    guint          *n_strays,
                                    GError        **error);

G_END_DECLS
