/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Offices in the order of their mean grade. Persons are never ranked. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name; /* borrowed */
  guint       n;
  guint64     sum; /* of the grades */
  guint       tenths; /* the mean times ten, rounded half up: set by ranking */
  guint       rank; /* from 1: set by ranking */
} LoketRank;

void loket_ranking_sort (GArray *offices,
                         guint   threshold);

G_END_DECLS
