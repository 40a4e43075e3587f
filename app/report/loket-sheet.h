/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A table of figures as they are read and as they are: behind a chart, for a screen reader, in a
 * report and in a spreadsheet. */

#pragma once

#include "loket-statistics.h"

G_BEGIN_DECLS

typedef enum
{
  LOKET_CELL_TEXT,
  LOKET_CELL_COUNT,
  LOKET_CELL_NUMBER, /* with one decimal */
  LOKET_CELL_SHARE, /* 0 to 1, read in whole per cent */
  LOKET_CELL_INTERVAL, /* of a mean, with two decimals */
  LOKET_CELL_DATE /* as loket_date_get_day() counts */
} LoketCellKind;

/* Text only when there is no figure, such as why it is hidden. */
typedef struct
{
  LoketCellKind kind;
  char         *text; /* (owned) as it is read */
  double        number; /* NaN: there is none; of an interval: its low end */
  double        high; /* of an interval */
} LoketCell;

typedef struct
{
  char         *title; /* (owned) empty above the names of rows */
  LoketCellKind kind;
} LoketColumn;

typedef struct
{
  char   *title; /* (owned) */
  GArray *columns; /* (owned) of LoketColumn; the first names the rows */
  GArray *cells; /* (owned) of LoketCell, row after row */
} LoketSheet;

LoketSheet        *loket_sheet_new          (const char           *title);
void               loket_sheet_free         (LoketSheet           *sheet);

void               loket_sheet_add_column   (LoketSheet           *sheet,
                                             const char           *title,
                                             LoketCellKind         kind);
void               loket_sheet_add_text     (LoketSheet           *sheet,
                                             const char           *text);
void               loket_sheet_add_count    (LoketSheet           *sheet,
                                             guint64               count);
void               loket_sheet_add_mean     (LoketSheet           *sheet,
                                             const LoketMoments   *grades);
void               loket_sheet_add_number   (LoketSheet           *sheet,
                                             double                number);
void               loket_sheet_add_decimal  (LoketSheet           *sheet,
                                             double                number);
void               loket_sheet_add_share    (LoketSheet           *sheet,
                                             guint64               count,
                                             guint64               base);
void               loket_sheet_add_interval (LoketSheet           *sheet,
                                             const LoketInterval  *interval);
void               loket_sheet_add_date     (LoketSheet           *sheet,
                                             const char           *date);
void               loket_sheet_fill_row     (LoketSheet           *sheet);

guint              loket_sheet_get_n_rows   (const LoketSheet     *sheet);
const LoketColumn *loket_sheet_get_column   (const LoketSheet     *sheet,
                                             guint                 column);
const LoketCell   *loket_sheet_get_cell     (const LoketSheet     *sheet,
                                             guint                 row,
                                             guint                 column);
char              *loket_sheet_describe     (const LoketSheet     *sheet,
                                             guint                 row);
char              *loket_sheet_to_text      (const LoketSheet     *sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketSheet, loket_sheet_free)

G_END_DECLS
