/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Many comparisons at once, without more false alarms than one comparison gives. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint loket_holm_adjust (double *p,
                         guint   n);

G_END_DECLS
