/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads from the file of a questionnaire what must hold of other answers. */

#pragma once

#include "loket-json-reader.h"
#include "loket-questionnaire.h"

G_BEGIN_DECLS

gboolean loket_condition_read_json (LoketCondition        *condition,
                                    LoketQuestionnaire    *questionnaire,
                                    const LoketJsonPlace  *place,
                                    GError               **error);
gboolean loket_route_read_json     (LoketItem             *item,
                                    LoketQuestionnaire    *questionnaire,
                                    const LoketJsonPlace  *place,
                                    GError               **error);
gboolean loket_routes_check        (LoketQuestionnaire    *questionnaire,
                                    const LoketJsonPlace  *root,
                                    GError               **error);

G_END_DECLS
