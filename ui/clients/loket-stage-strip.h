/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The steps of a trajectory as one strip that says where it stands. */

#pragma once

#include "loket-stage.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_STAGE_STRIP (loket_stage_strip_get_type ())

G_DECLARE_FINAL_TYPE (LoketStageStrip, loket_stage_strip, LOKET, STAGE_STRIP, AdwBin)

void loket_stage_strip_set_stages (LoketStageStrip        *self,
                                   const LoketStageFacts  *facts,
                                   const char *const      *details);

G_END_DECLS
