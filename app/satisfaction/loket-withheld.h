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

GHashTable *loket_withheld_new    (void);
void        loket_withheld_add    (GHashTable *withheld,
                                   const char *question,
                                   const char *by,
                                   const char *value);
gboolean    loket_withheld_has    (GHashTable *withheld,
                                   const char *question,
                                   const char *by,
                                   const char *value);

G_END_DECLS
