/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Which record has which number, without loading it. */

#pragma once

#include "loket-database.h"
#include "loket-kind.h"

G_BEGIN_DECLS

gboolean loket_number_table_find_id     (LoketDatabase    *database,
                                         const LoketKind  *kind,
                                         const char       *number,
                                         char            **id,
                                         GError          **error);
gboolean loket_number_table_find_number (LoketDatabase    *database,
                                         const LoketKind  *kind,
                                         const char       *id,
                                         char            **number,
                                         GError          **error);
char    *loket_number_table_dup_next    (LoketDatabase    *database,
                                         const LoketKind  *kind,
                                         GError          **error);
char    *loket_number_table_dup_after   (LoketDatabase    *database,
                                         const LoketKind  *kind,
                                         const char       *number,
                                         GError          **error);

G_END_DECLS
