/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Figures that may not leave the program, because of what left it before. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The figure of a question in all, and that of the other period: not of a group. */
#define LOKET_WITHHELD_TOTAL   ""
#define LOKET_WITHHELD_AGAINST "against"
/* Of two waves, what the same persons answered: all of it, or the two means. The value is that of
 * loket_withheld_dup_pair (). */
#define LOKET_WITHHELD_PAIRS   "=pairs"
#define LOKET_WITHHELD_MEANS   "=means"

GHashTable *loket_withheld_new    (void);
void        loket_withheld_add    (GHashTable *withheld,
                                   const char *question,
                                   const char *by,
                                   const char *value);
gboolean    loket_withheld_has    (GHashTable *withheld,
                                   const char *question,
                                   const char *by,
                                   const char *value);
char       *loket_withheld_dup_pair (guint from,
                                   guint       to);

G_END_DECLS
