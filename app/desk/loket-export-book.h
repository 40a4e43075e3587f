/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Writes all records of a kind as a spreadsheet. */

#pragma once

#include "loket-export.h"

G_BEGIN_DECLS

gboolean loket_export_book_write (const LoketExport  *request,
                                  LoketDatabase      *database,
                                  GError            **error);

G_END_DECLS
