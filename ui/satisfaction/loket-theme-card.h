/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How many answers were coded with each theme. */

#pragma once

#include "loket-open-answers.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LOKET_TYPE_THEME_CARD (loket_theme_card_get_type ())

G_DECLARE_FINAL_TYPE (LoketThemeCard, loket_theme_card, LOKET, THEME_CARD, GtkBox)

void     loket_theme_card_set_question (LoketThemeCard          *self,
                                        const LoketOpenQuestion *question);
gboolean loket_theme_card_has_themes   (LoketThemeCard          *self);

G_END_DECLS
