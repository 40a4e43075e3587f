/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A table of words in columns of equal width, for a terminal. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char      *align; /* (owned) a letter for each column: `l` or `r` */
  GPtrArray *cells; /* (owned) row after row */
} LoketTextTable;

LoketTextTable *loket_text_table_new       (const char           *align);
void            loket_text_table_free      (LoketTextTable       *table);
void            loket_text_table_add       (LoketTextTable       *table,
                                            const char           *text);
void            loket_text_table_take      (LoketTextTable       *table,
                                            char                 *text);
void            loket_text_table_fill_row  (LoketTextTable       *table);
void            loket_text_table_append_to (const LoketTextTable *table,
                                            GString              *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketTextTable, loket_text_table_free)

G_END_DECLS
