/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the figures of the place Satisfaction rest on, in a line under its title. */

#pragma once

#include "loket-summary.h"

G_BEGIN_DECLS

char *loket_survey_head_new (const LoketSummary *summary);

G_END_DECLS
