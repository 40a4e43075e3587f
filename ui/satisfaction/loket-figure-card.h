/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A card with one figure, the same of another period, and what that means. */

#pragma once

#include "loket-key-figures.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LOKET_TYPE_FIGURE_CARD (loket_figure_card_get_type ())

G_DECLARE_FINAL_TYPE (LoketFigureCard, loket_figure_card, LOKET, FIGURE_CARD, GtkBox)

void loket_figure_card_set_figure (LoketFigureCard      *self,
                                   const LoketKeyFigure *figure);

G_END_DECLS
