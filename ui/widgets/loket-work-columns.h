/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The widths of the columns that all rows of work on a page share. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LOKET_TYPE_WORK_COLUMNS (loket_work_columns_get_type ())

G_DECLARE_FINAL_TYPE (LoketWorkColumns, loket_work_columns, LOKET, WORK_COLUMNS, GObject)

/**
 * LoketWorkColumn:
 * @LOKET_WORK_COLUMN_LEAD: the icon or the time
 * @LOKET_WORK_COLUMN_STATE: how it stands
 * @LOKET_WORK_COLUMN_FIRST: the first act
 * @LOKET_WORK_COLUMN_SECOND: the second act
 * @LOKET_WORK_COLUMN_THIRD: the third act
 * @LOKET_WORK_COLUMN_MENU: all other acts
 */
typedef enum
{
  LOKET_WORK_COLUMN_LEAD,
  LOKET_WORK_COLUMN_STATE,
  LOKET_WORK_COLUMN_FIRST,
  LOKET_WORK_COLUMN_SECOND,
  LOKET_WORK_COLUMN_THIRD,
  LOKET_WORK_COLUMN_MENU,
  LOKET_WORK_N_COLUMNS
} LoketWorkColumn;

LoketWorkColumns *loket_work_columns_new       (void);
int               loket_work_columns_get_width (LoketWorkColumns *self,
                                                LoketWorkColumn   column);
void              loket_work_columns_fit       (LoketWorkColumns *self,
                                                LoketWorkColumn   column,
                                                int               width);

G_END_DECLS
