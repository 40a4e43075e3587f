/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A sheet as a table on paper: columns as wide as their figures, names of rows in what is left, and
 * as many rows as fit on a page. */

#pragma once

#include "loket-scene.h"
#include "loket-sheet.h"

G_BEGIN_DECLS

typedef struct _LoketPaperTable LoketPaperTable;

LoketPaperTable *loket_paper_table_new             (const LoketSheet      *sheet,
                                                    LoketLettering        *lettering,
                                                    double                 width);
void             loket_paper_table_free            (LoketPaperTable       *table);
guint            loket_paper_table_get_n_rows      (const LoketPaperTable *table);
double           loket_paper_table_get_head_height (const LoketPaperTable *table);
double           loket_paper_table_get_row_height  (const LoketPaperTable *table,
                                                    guint                  row);
void             loket_paper_table_add             (const LoketPaperTable *table,
                                                    LoketScene            *scene,
                                                    double                 top,
                                                    guint                  first,
                                                    guint                  n_rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketPaperTable, loket_paper_table_free)

G_END_DECLS
