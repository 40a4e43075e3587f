/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The list of open answers to one question, with its keys. */

#pragma once

#include "loket-open-answer.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Which answers are shown, in the order of the choices. */
enum
{
  LOKET_OPEN_ANSWERS_TO_REVIEW,
  LOKET_OPEN_ANSWERS_RELEASED,
  LOKET_OPEN_ANSWERS_NOT_SHOWN,
  LOKET_OPEN_ANSWERS_ALL
};

#define LOKET_TYPE_OPEN_ANSWER_LIST (loket_open_answer_list_get_type ())

G_DECLARE_FINAL_TYPE (LoketOpenAnswerList, loket_open_answer_list, LOKET, OPEN_ANSWER_LIST, AdwBin)

void             loket_open_answer_list_set_answers  (LoketOpenAnswerList *self,
                                                      GPtrArray           *answers,
                                                      gboolean             may_review);
void             loket_open_answer_list_choose       (LoketOpenAnswerList *self,
                                                      int                  theme,
                                                      guint                state);
LoketOpenAnswer *loket_open_answer_list_get_selected (LoketOpenAnswerList *self);
guint            loket_open_answer_list_get_n_shown  (LoketOpenAnswerList *self);
void             loket_open_answer_list_go_on        (LoketOpenAnswerList *self);
void             loket_open_answer_list_mask         (LoketOpenAnswerList *self);
void             loket_open_answer_list_take_focus   (LoketOpenAnswerList *self);

G_END_DECLS
