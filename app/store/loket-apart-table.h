/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The tables of fields that hold several values: codes, and open answers. */

#pragma once

#include "loket-database.h"
#include "loket-draft.h"

G_BEGIN_DECLS

gboolean loket_apart_table_put    (LoketDatabase     *database,
                                   const LoketDraft  *draft,
                                   const char        *id,
                                   gboolean           replace,
                                   GError           **error);
gboolean loket_apart_table_remove (LoketDatabase     *database,
                                   const LoketKind   *kind,
                                   const char        *id,
                                   GError           **error);
gboolean loket_apart_table_load   (LoketDatabase     *database,
                                   const LoketKind   *kind,
                                   const char        *id,
                                   GStrv             *values,
                                   GError           **error);

G_END_DECLS
