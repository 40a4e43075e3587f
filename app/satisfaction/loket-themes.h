/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the open answers to a question are about: how many were coded with each theme. */

#pragma once

#include "loket-item.h"

G_BEGIN_DECLS

typedef struct
{
  const LoketItem *item; /* borrowed */
  guint            n; /* who wrote something */
  guint            n_about[LOKET_ITEM_MAX_OPTIONS]; /* by theme */
  gboolean         hidden[LOKET_ITEM_MAX_OPTIONS]; /* by theme: few, or next to few */
  gboolean         is_kept; /* nothing may leave beside what left before */
} LoketThemes;

LoketThemes *loket_themes_new         (const LoketItem   *item);
void         loket_themes_add         (LoketThemes       *themes,
                                       const char        *text);
guint        loket_themes_count_coded (const LoketThemes *themes);
void         loket_themes_hide        (LoketThemes       *themes);
char        *loket_themes_write       (const LoketThemes *themes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketThemes, g_free)

G_END_DECLS
