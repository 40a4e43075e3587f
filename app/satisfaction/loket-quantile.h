/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Medians and other quantiles. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

double loket_quantile_from_sorted    (const double  *sorted,
                                      guint          n,
                                      double         share);
double loket_quantile_from_histogram (const guint32 *counts,
                                      guint          n_counts,
                                      double         share);

G_END_DECLS
