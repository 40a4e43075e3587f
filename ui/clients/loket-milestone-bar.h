/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The milestones of a client side by side, each a button that goes to it. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_MILESTONE_BAR (loket_milestone_bar_get_type ())

G_DECLARE_FINAL_TYPE (LoketMilestoneBar, loket_milestone_bar, LOKET, MILESTONE_BAR, AdwBin)

void loket_milestone_bar_show (LoketMilestoneBar *self,
                               GListModel        *events);

G_END_DECLS
