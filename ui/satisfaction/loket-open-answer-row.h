/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A row with an open answer; the selected one has the acts. */

#pragma once

#include "loket-open-answer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LOKET_TYPE_OPEN_ANSWER_ROW (loket_open_answer_row_get_type ())

G_DECLARE_FINAL_TYPE (LoketOpenAnswerRow, loket_open_answer_row, LOKET, OPEN_ANSWER_ROW, GtkBox)

GtkWidget *loket_open_answer_row_new          (void);
void       loket_open_answer_row_set_answer   (LoketOpenAnswerRow *self,
                                               LoketOpenAnswer    *answer);
void       loket_open_answer_row_set_selected (LoketOpenAnswerRow *self,
                                               gboolean            is_selected,
                                               gboolean            may_review);
gboolean   loket_open_answer_row_move         (LoketOpenAnswerRow *self,
                                               int                 by);
void       loket_open_answer_row_mask         (LoketOpenAnswerRow *self);

G_END_DECLS
