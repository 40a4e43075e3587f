/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How far the review of open answers is, in words. */

#pragma once

#include "loket-open-answers.h"

G_BEGIN_DECLS

char  *loket_open_answer_words_format_head (const LoketOpenQuestion *question,
                                            gboolean                 may_review);
guint  loket_open_answer_words_find_first  (const LoketOpenAnswers  *answers);

G_END_DECLS
