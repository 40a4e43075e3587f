/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads waves, and what is asked as one, from the file of a questionnaire. */

#pragma once

#include "loket-json-reader.h"
#include "loket-questionnaire.h"

G_BEGIN_DECLS

gboolean loket_waves_read_json  (LoketQuestionnaire    *questionnaire,
                                 const LoketJsonPlace  *root,
                                 GError               **error);
gboolean loket_blocks_read_json (LoketQuestionnaire    *questionnaire,
                                 const LoketJsonPlace  *root,
                                 GError               **error);

G_END_DECLS
