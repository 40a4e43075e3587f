/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads derived groups from the file of a questionnaire. */

#pragma once

#include "loket-json-reader.h"
#include "loket-questionnaire.h"

G_BEGIN_DECLS

LoketDerived *loket_derived_new_from_json       (const LoketJsonPlace  *place,
                                                 LoketQuestionnaire    *questionnaire,
                                                 GError               **error);
gboolean      loket_derived_read_conditions     (LoketDerived          *derived,
                                                 const LoketJsonPlace  *place,
                                                 LoketQuestionnaire    *questionnaire,
                                                 GError               **error);

G_END_DECLS
