/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A chart of what was kept of what was due: the filled part of an outline, for each counsellor or
 * office. */

#pragma once

#include "loket-drawing.h"

G_BEGIN_DECLS

typedef struct
{
  const char *label;
  const char *hidden; /* (nullable) why there are no figures */
  guint       kept;
  guint       due;
  const double *shares; /* (nullable) of several units in one row, each a dot */
  guint       n_shares;
} LoketKeptRow;

LoketDrawing *loket_kept_chart_new (const char         *title,
                                    const char         *by,
                                    const LoketKeptRow *rows,
                                    guint               n_rows);

G_END_DECLS
