/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Finds a response by whatever people know it by. */

#pragma once

#include "loket-database.h"
#include "loket-questionnaire.h"
#include "loket-record.h"

G_BEGIN_DECLS

LoketRecord *loket_response_search (LoketDatabase       *database,
                                    LoketQuestionnaire  *questionnaire,
                                    const char          *what,
                                    const char          *wave,
                                    GError             **error);

G_END_DECLS
