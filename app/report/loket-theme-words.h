/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Says how many wrote something, and of how many of them a theme is known. */

#pragma once

#include "loket-themes.h"

G_BEGIN_DECLS

char *loket_themes_to_words (const LoketThemes *themes);

G_END_DECLS
