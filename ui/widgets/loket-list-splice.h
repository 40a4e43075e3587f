/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Puts what was read again into a list, and leaves alone what is at its ends already. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef gboolean (*LoketSameFunc) (gpointer item,
                                   gpointer other);

void loket_list_splice (GListStore    *list,
                        GPtrArray     *items,
                        LoketSameFunc  is_same);

G_END_DECLS
