/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The line through points that misses them least. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void loket_least_squares_fit (const double *x,
                              guint         n_rows,
                              guint         n_columns,
                              const double *y,
                              double       *coefficients);

G_END_DECLS
