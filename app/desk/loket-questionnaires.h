/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The questionnaires that a desk can use. */

#pragma once

#include "loket-desk.h"
#include "loket-questionnaire.h"

G_BEGIN_DECLS

LoketQuestionnaire *loket_questionnaires_load (const char           *id,
                                               GError              **error);
GPtrArray          *loket_questionnaires_load_all
                                              (GError              **error);

/* Those of the program and those that the office made itself. */
LoketQuestionnaire *loket_desk_load_questionnaire
                                              (LoketDesk            *desk,
                                               const char           *id,
                                               GError              **error);
GPtrArray          *loket_desk_list_questionnaires
                                              (LoketDesk            *desk,
                                               GError              **error);
void                loket_desk_list_questionnaires_async
                                              (LoketDesk            *desk,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GPtrArray          *loket_desk_list_questionnaires_finish
                                              (LoketDesk            *desk,
                                               GAsyncResult         *result,
                                               GError              **error);

G_END_DECLS
