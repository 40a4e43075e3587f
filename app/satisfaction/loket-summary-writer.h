/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The parts of a summary as text. */

#pragma once

#include "loket-summary.h"
#include "loket-text-table.h"

G_BEGIN_DECLS

typedef struct
{
  const LoketSummary *summary; /* borrowed */
  LoketQuestionnaire *questionnaire; /* borrowed */
  const char         *language; /* borrowed */
  GString            *text; /* borrowed */
} LoketSummaryWriter;

void loket_summary_writer_append_scales (LoketSummaryWriter         *writer,
                                         const GPtrArray            *questions);
void loket_summary_writer_append_choice (LoketSummaryWriter         *writer,
                                         const LoketQuestionSummary *question);
void loket_summary_writer_append_pairs  (LoketSummaryWriter         *writer);

G_END_DECLS
