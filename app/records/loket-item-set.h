/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Items joined by ';' in one field, to which acts add and from which they take. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean loket_item_set_has       (const char *set,
                                   const char *item);
char    *loket_item_set_add       (const char *set,
                                   const char *items);
char    *loket_item_set_put       (const char *set,
                                   const char *item,
                                   gboolean    is_in);
char    *loket_item_set_take      (const char *set,
                                   const char *items);
char    *loket_item_set_take_back (const char *now,
                                   const char *before,
                                   const char *after);

G_END_DECLS
