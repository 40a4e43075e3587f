/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Which trajectory of a client is shown, and what can be done with one that is closed. */

#pragma once

#include "loket-dossier.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_TRAJECTORY_BAR (loket_trajectory_bar_get_type ())

G_DECLARE_FINAL_TYPE (LoketTrajectoryBar, loket_trajectory_bar, LOKET, TRAJECTORY_BAR, AdwBin)

void             loket_trajectory_bar_show           (LoketTrajectoryBar *self,
                                                      LoketDesk          *desk,
                                                      LoketDossier       *dossier);
LoketTrajectory *loket_trajectory_bar_get_trajectory (LoketTrajectoryBar *self);

G_END_DECLS
