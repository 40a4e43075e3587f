/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How much room a page has, in the size of its font: it is told when one thing no longer fits
 * beside another. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  LOKET_WIDTH_TINY, /* a title of one long word hardly fits */
  LOKET_WIDTH_NARROW, /* one thing under the other */
  LOKET_WIDTH_WIDE
} LoketWidth;

typedef void (*LoketWidthFunc) (GtkWidget *page);

typedef struct _LoketWidthWatch LoketWidthWatch;

LoketWidthWatch *loket_width_watch_new  (GtkWidget         *page,
                                         GtkScrolledWindow *scroller,
                                         LoketWidthFunc     changed);
void             loket_width_watch_free (LoketWidthWatch   *self);
LoketWidth       loket_width_watch_get  (LoketWidthWatch   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketWidthWatch, loket_width_watch_free)

G_END_DECLS
