/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The place Today: what needs doing first. */

#pragma once

#include "loket-desk.h"
#include "loket-open-forms.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_TODAY_PAGE (loket_today_page_get_type ())

G_DECLARE_FINAL_TYPE (LoketTodayPage, loket_today_page, LOKET, TODAY_PAGE, AdwBin)

GtkWidget *loket_today_page_new         (LoketDesk      *desk);
void       loket_today_page_set_forms   (LoketTodayPage *self,
                                         LoketOpenForms *forms);
gboolean   loket_today_page_focus_list  (LoketTodayPage *self);
void       loket_today_page_go_through  (LoketTodayPage *self);
gboolean   loket_today_page_can_go_back (LoketTodayPage *self);
gboolean   loket_today_page_go_back     (LoketTodayPage *self);

G_END_DECLS
