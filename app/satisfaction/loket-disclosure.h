/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Which groups are hidden so that nobody's answer can be read or worked out. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A figure rests on at least this many persons, or it is not shown. */
#define LOKET_DISCLOSURE_MIN 5

gboolean loket_disclosure_is_hidden   (guint        n);
void     loket_disclosure_hide_groups (const guint *n,
                                       guint        n_groups,
                                       gboolean    *hidden);

G_END_DECLS
