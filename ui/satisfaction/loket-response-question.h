/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * One question of a response that is typed over, answered by single keys. */

#pragma once

#include "loket-response-sheet.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_RESPONSE_QUESTION (loket_response_question_get_type ())

G_DECLARE_FINAL_TYPE (LoketResponseQuestion, loket_response_question, LOKET, RESPONSE_QUESTION,
                      GtkBox)

void loket_response_question_set_sheet (LoketResponseQuestion *self,
                                        LoketResponseSheet    *sheet);
void loket_response_question_set_item  (LoketResponseQuestion *self,
                                        int                    index);
int  loket_response_question_get_item  (LoketResponseQuestion *self);

G_END_DECLS
