/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * All loose ends, one at a time, with three keys. */

#pragma once

#include "loket-desk.h"
#include "loket-open-forms.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_QUARTER_PAGE (loket_quarter_page_get_type ())

G_DECLARE_FINAL_TYPE (LoketQuarterPage, loket_quarter_page, LOKET, QUARTER_PAGE, AdwBin)

void loket_quarter_page_begin (LoketQuarterPage *self,
                               LoketDesk        *desk,
                               LoketOpenForms   *forms);

G_END_DECLS
