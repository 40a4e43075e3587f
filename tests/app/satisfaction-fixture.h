/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The real questionnaire and its responses, for the tests of satisfaction. */

#pragma once

#include "loket-summary.h"

G_BEGIN_DECLS

/* Wide enough for the answers of every version. */
#define SATISFACTION_ANSWERS_ROOM 512

/* One row of a file of responses: is called with the fields by column. */
typedef void (*SatisfactionRowFunc) (const char * const *columns,
                                     char              **fields,
                                     gpointer            user_data);

char               *satisfaction_read_data      (const char                 *name);
LoketQuestionnaire *satisfaction_load_questionnaire
                                                (const char                 *id);
LoketQuestionnaire *satisfaction_load_kto       (void);
void                satisfaction_each_response  (const char                 *name,
                                                 SatisfactionRowFunc         func,
                                                 gpointer                    user_data);
guint               satisfaction_find_column    (const char * const         *columns,
                                                 const char                 *name);
void                satisfaction_encode         (LoketQuestionnaire         *kto,
                                                 const char * const         *columns,
                                                 char                      **fields,
                                                 char                       *answers);
LoketFrame         *satisfaction_load_frame     (LoketQuestionnaire         *kto);

const LoketQuestionSummary *
                    satisfaction_find_question  (const LoketSummary         *summary,
                                                 const char                 *id);
const LoketShare   *satisfaction_find_share     (const LoketQuestionSummary *question,
                                                 const char                 *code);

G_END_DECLS
