/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The columns of responses in an export, and what a response has in them. */

#pragma once

#include "loket-questionnaire.h"
#include "loket-record.h"
#include "loket-table-writer.h"

G_BEGIN_DECLS

LoketTableColumn *loket_response_columns_create (LoketQuestionnaire *questionnaire,
                                                 guint              *n_columns);
GPtrArray        *loket_response_columns_fill   (LoketQuestionnaire *questionnaire,
                                                 LoketRecord        *response,
                                                 const char         *trajectory,
                                                 gboolean            only_released);

G_END_DECLS
