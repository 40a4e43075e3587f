/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A chart as a picture in a file: dots (PNG) or lines (SVG). */

#pragma once

#include "loket-drawing.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *loket_picture_to_png (const LoketDrawing  *drawing,
                              const char          *title,
                              const char          *footer,
                              GError             **error);
GBytes *loket_picture_to_svg (const LoketDrawing  *drawing,
                              const char          *title,
                              const char          *footer,
                              GError             **error);

G_END_DECLS
