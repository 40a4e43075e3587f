/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Sheets as a spreadsheet file (XLSX): numbers are numbers, dates are dates, and text is only
 * text. */

#pragma once

#include "loket-sheet.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *loket_workbook_new (const GPtrArray  *sheets,
                            const char       *made_on,
                            GError          **error);

G_END_DECLS
