/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * When the office is closed. */

#pragma once

#include "loket-agreements.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_DAYS_PAGE (loket_days_page_get_type ())

G_DECLARE_FINAL_TYPE (LoketDaysPage, loket_days_page, LOKET, DAYS_PAGE, AdwPreferencesPage)

void loket_days_page_show (LoketDaysPage         *self,
                           LoketDesk             *desk,
                           const LoketAgreements *agreements);

G_END_DECLS
