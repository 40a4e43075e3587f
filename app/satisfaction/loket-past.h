/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * All responses that were ever counted: those of now, and what stood there before they were
 * corrected or removed. */

#pragma once

#include "loket-frame.h"

G_BEGIN_DECLS

/* A row that took no other's place. */
#define LOKET_PAST_NONE  G_MAXUINT32
/* When a row goes that still stands. */
#define LOKET_PAST_NEVER G_MAXUINT64

typedef struct
{
  LoketFrame *frame; /* (owned) */
  guint32     first; /* the first row that changed, or took the place of one that did */
  GArray     *gones; /* (owned) of guint64, from the first on: when it went, as arrivals count */
  GArray     *befores; /* (owned) of guint32, from the first on: the row whose place it took */
  GArray     *afters; /* (owned) of gboolean, from the first on: whether one took its place */
} LoketPast;

LoketPast *loket_past_new        (LoketFrame           *frame);
void       loket_past_free       (LoketPast            *past);
gboolean   loket_past_append     (LoketPast            *past,
                                  const LoketFrameRow  *row,
                                  guint64               gone,
                                  guint32               before,
                                  GError              **error);
guint64    loket_past_get_gone   (const LoketPast      *past,
                                  gsize                 row);
guint32    loket_past_get_before (const LoketPast      *past,
                                  gsize                 row);
gboolean   loket_past_is_changed (const LoketPast      *past,
                                  gsize                 row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketPast, loket_past_free)

G_END_DECLS
