/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Names numbered from 1 in the order in which they came; 0 is no name. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LOKET_NAMES_MAX 65535

typedef struct
{
  GHashTable *numbers; /* (owned) */
  GPtrArray  *texts; /* (owned) the first is the empty name */
  guint       last; /* the number given out last: rows of one office stand together */
} LoketNames;

LoketNames *loket_names_new      (void);
void        loket_names_free     (LoketNames       *names);
int         loket_names_intern   (LoketNames       *names,
                                  const char       *text);
int         loket_names_find     (const LoketNames *names,
                                  const char       *text);
const char *loket_names_get      (const LoketNames *names,
                                  guint             number);
guint       loket_names_get_size (const LoketNames *names);
GArray     *loket_names_sort     (const LoketNames *names);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketNames, loket_names_free)

G_END_DECLS
