/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What responses said before they were corrected or removed, read from the change log. */

#pragma once

#include "loket-database.h"
#include "loket-past.h"
#include "loket-released-facts.h"

G_BEGIN_DECLS

LoketPast *loket_past_answers_load (LoketDatabase            *database,
                                    LoketFrame               *frame,
                                    const char               *since,
                                    const LoketReleasedFacts *facts,
                                    GError                  **error);

G_END_DECLS
