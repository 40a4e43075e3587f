/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A response that is entered by hand, or corrected. */

#pragma once

#include "loket-desk.h"
#include "loket-response-sheet.h"

G_BEGIN_DECLS

/**
 * LoketEntryField:
 *
 * What stands at the head of a response; the reason for refusing it names one.
 */
typedef enum
{
  LOKET_ENTRY_NUMBER,
  LOKET_ENTRY_MONTH,
  LOKET_ENTRY_WAVE,
  LOKET_ENTRY_TOKEN,
  LOKET_ENTRY_TRAJECTORY,
  LOKET_ENTRY_OFFICE,
  LOKET_ENTRY_COUNSELLOR,
  LOKET_ENTRY_N_FIELDS
} LoketEntryField;

/**
 * LoketResponseEntry:
 * @questionnaire: (owned): what was asked
 * @before: (owned) (nullable): the response that is corrected
 * @values: (owned): the head, NULL for what is not given; the month as "2026-11"
 * @keep_apart: whether it is kept without a link to the person
 * @answers: (owned): the coded answers
 * @open: (owned) (element-type utf8 utf8): the open answers by the ids of their items
 *
 * What is entered.
 */
typedef struct
{
  LoketQuestionnaire *questionnaire;
  LoketRecord *before;
  char *values[LOKET_ENTRY_N_FIELDS];
  gboolean keep_apart;
  char *answers;
  GHashTable *open;
} LoketResponseEntry;

LoketResponseEntry *loket_response_entry_new         (LoketQuestionnaire    *questionnaire);
void                loket_response_entry_free        (LoketResponseEntry    *entry);
gboolean            loket_response_entry_check_month (LoketQuestionnaire    *questionnaire,
                                                      const char            *month,
                                                      const char            *today,
                                                      GError               **error);
void                loket_desk_enter_response_async  (LoketDesk             *desk,
                                                      LoketResponseEntry    *entry,
                                                      GCancellable          *cancellable,
                                                      GAsyncReadyCallback    callback,
                                                      gpointer               user_data);
void                loket_desk_check_response_async  (LoketDesk             *desk,
                                                      LoketResponseEntry    *entry,
                                                      GCancellable          *cancellable,
                                                      GAsyncReadyCallback    callback,
                                                      gpointer               user_data);
LoketDraft         *loket_desk_check_response_finish (LoketDesk             *desk,
                                                      GAsyncResult          *result,
                                                      GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketResponseEntry, loket_response_entry_free)

G_END_DECLS
