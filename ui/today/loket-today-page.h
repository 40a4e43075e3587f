/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The place Today: what needs doing first. */

#pragma once

#include "loket-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_TODAY_PAGE (loket_today_page_get_type ())

G_DECLARE_FINAL_TYPE (LoketTodayPage, loket_today_page, LOKET, TODAY_PAGE, AdwBin)

GtkWidget *loket_today_page_new (LoketDesk *desk);

G_END_DECLS
