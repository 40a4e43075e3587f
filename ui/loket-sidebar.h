/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The places, with how much there is to do at each, and under them who is at work. */

#pragma once

#include "loket-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_SIDEBAR (loket_sidebar_get_type ())

G_DECLARE_FINAL_TYPE (LoketSidebar, loket_sidebar, LOKET, SIDEBAR, AdwBin)

void loket_sidebar_set_desk     (LoketSidebar *self,
                                 LoketDesk    *desk);
void loket_sidebar_set_open_forms
                                (LoketSidebar *self,
                                 GListModel   *open);
void loket_sidebar_add_place    (LoketSidebar *self,
                                 const char   *name,
                                 const char   *title,
                                 const char   *icon_name);
void loket_sidebar_select_place (LoketSidebar *self,
                                 const char   *name);
void loket_sidebar_focus_place  (LoketSidebar *self,
                                 const char   *name);

G_END_DECLS
