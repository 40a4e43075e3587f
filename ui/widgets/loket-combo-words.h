/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Words to choose from in a row. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void loket_combo_words_fill (AdwComboRow   *row,
                             GtkStringList *words);

G_END_DECLS
