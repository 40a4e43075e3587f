/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The steps of a trajectory in words. */

#pragma once

#include "loket-stage.h"

G_BEGIN_DECLS

const char *loket_stage_names_get (LoketStage stage);

G_END_DECLS
