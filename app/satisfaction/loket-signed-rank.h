/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Whether the same persons answered higher or lower in a later measurement. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint    n; /* pairs */
  guint    n_zero; /* of them those without a difference, which take no part in the test */
  double   v; /* the sum of the ranks of the differences that are above zero */
  double   p; /* two-sided; NaN when nobody changed */
  gboolean exact;
} LoketSignedRank;

LoketSignedRank loket_signed_rank_new (const double *before,
                                       const double *after,
                                       guint         n);

G_END_DECLS
