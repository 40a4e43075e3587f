/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The place Follow-up: all contacts in a list. */

#pragma once

#include "loket-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_AFTERCARE_PAGE (loket_aftercare_page_get_type ())

G_DECLARE_FINAL_TYPE (LoketAftercarePage, loket_aftercare_page, LOKET, AFTERCARE_PAGE, AdwBin)

GtkWidget *loket_aftercare_page_new (LoketDesk *desk);

G_END_DECLS
