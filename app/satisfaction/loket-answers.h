/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The coded answers of one response: a text of fixed width with every answer at its own place.
 *
 * Filled in this order: clear, set every item that has an answer (any order), finish. */

#pragma once

#include "loket-questionnaire-version.h"

G_BEGIN_DECLS

void     loket_answers_clear          (const LoketQuestionnaireVersion  *version,
                                       char                             *answers);
gboolean loket_answers_set            (const LoketQuestionnaireVersion  *version,
                                       guint                             index,
                                       const char                       *text,
                                       gsize                             length,
                                       char                             *answers,
                                       GError                          **error);
gboolean loket_answers_set_derived    (const LoketQuestionnaireVersion  *version,
                                       guint                             index,
                                       const char                       *text,
                                       gsize                             length,
                                       char                             *answers,
                                       GError                          **error);
gboolean loket_answers_finish         (const LoketQuestionnaireVersion  *version,
                                       char                             *answers,
                                       GError                          **error);
gboolean loket_answers_check_wave     (const LoketQuestionnaireVersion  *version,
                                       int                               wave,
                                       const char                       *answers,
                                       GError                          **error);
gboolean loket_answers_are_valid      (const LoketQuestionnaireVersion  *version,
                                       const char                       *answers);
gboolean loket_answers_is_asked       (const LoketQuestionnaireVersion  *version,
                                       guint                             index,
                                       const char                       *answers);
gboolean loket_answers_check_open     (const LoketQuestionnaireVersion  *version,
                                       guint                             index,
                                       const char                       *answers,
                                       GError                          **error);
void     loket_answers_append_text    (const LoketQuestionnaireVersion  *version,
                                       guint                             index,
                                       const char                       *answers,
                                       GString                          *text);
void     loket_answers_append_derived (const LoketQuestionnaireVersion  *version,
                                       guint                             index,
                                       const char                       *answers,
                                       GString                          *text);

G_END_DECLS
