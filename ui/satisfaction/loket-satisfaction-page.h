/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The place Satisfaction: how it was, in honest figures. */

#pragma once

#include "loket-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_SATISFACTION_PAGE (loket_satisfaction_page_get_type ())

G_DECLARE_FINAL_TYPE (LoketSatisfactionPage, loket_satisfaction_page,
                      LOKET, SATISFACTION_PAGE, AdwBin)

GtkWidget *loket_satisfaction_page_new (LoketDesk *desk);

G_END_DECLS
