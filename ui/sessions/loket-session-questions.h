/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The questions that the client brought to a session, each with what became of it. */

#pragma once

#include "loket-codes.h"
#include "loket-form.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_SESSION_QUESTIONS (loket_session_questions_get_type ())

G_DECLARE_FINAL_TYPE (LoketSessionQuestions, loket_session_questions, LOKET, SESSION_QUESTIONS,
                      AdwBin)

void loket_session_questions_set_codes (LoketSessionQuestions *self,
                                        LoketCodes            *codes);
void loket_session_questions_set_form  (LoketSessionQuestions *self,
                                        LoketForm             *form);
void loket_session_questions_toggle    (LoketSessionQuestions *self,
                                        guint                  position);

G_END_DECLS
