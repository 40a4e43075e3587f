/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Adds to a PDF what a screen reader needs and cairo 1.16 cannot write: the language, and what is
 * told of a figure. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean loket_pdf_update (GByteArray      *pdf,
                           const char      *language,
                           const GPtrArray *alternatives);

G_END_DECLS
