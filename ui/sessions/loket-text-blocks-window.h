/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Where text blocks are made, changed and retired. */

#pragma once

#include "loket-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_TEXT_BLOCKS_WINDOW (loket_text_blocks_window_get_type ())

G_DECLARE_FINAL_TYPE (LoketTextBlocksWindow, loket_text_blocks_window, LOKET, TEXT_BLOCKS_WINDOW,
                      AdwWindow)

GtkWindow *loket_text_blocks_window_new (LoketDesk *desk,
                                         GtkWindow *parent);

G_END_DECLS
