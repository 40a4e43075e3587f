/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A question that the client brought: what became of it, and what is promised about it. */

#pragma once

#include "loket-codes.h"
#include "loket-plain-row.h"

G_BEGIN_DECLS

#define LOKET_TYPE_QUESTION_ROW (loket_question_row_get_type ())

G_DECLARE_FINAL_TYPE (LoketQuestionRow, loket_question_row, LOKET, QUESTION_ROW, LoketPlainRow)

GtkWidget  *loket_question_row_new          (LoketCodes       *codes,
                                             const char       *question,
                                             const char       *outcome);
const char *loket_question_row_get_question (LoketQuestionRow *self);
const char *loket_question_row_get_outcome  (LoketQuestionRow *self);

G_END_DECLS
