/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A response that is kept, found by its number, with what was changed of it. */

#pragma once

#include "loket-desk.h"
#include "loket-questionnaire.h"

G_BEGIN_DECLS

/**
 * LoketResponseChange:
 * @at: when, UTC
 * @who: the code of a counsellor, or the name of a program
 * @act: what was done: "response.correct"
 * @item: (nullable): which item
 * @field: which field of a response, when it is no item; LOKET_RESPONSE_N_FIELDS: it was made
 * @old_value: (nullable): what stood there; of open answers nothing is told
 * @new_value: (nullable): what stands there since
 *
 * One change of a response.
 */
typedef struct
{
  char *at;
  char *who;
  char *act;
  const LoketItem *item;
  guint field;
  char *old_value;
  char *new_value;
} LoketResponseChange;

/**
 * LoketResponseReading:
 * @record: (owned): the response
 * @respondent: (owned): the number by which people know it
 * @trajectory_no: (owned) (nullable): the number of its trajectory
 * @open: (owned) (element-type utf8 utf8): its open answers by their items, as far as who works at
 *   the desk may read them
 * @is_open_withheld: whether some of them are not among those
 * @changes: (owned) (element-type LoketResponseChange): the latest first; the last that it was made
 *
 * What is known of a response.
 */
typedef struct
{
  LoketRecord *record;
  char *respondent;
  char *trajectory_no;
  GHashTable *open;
  gboolean is_open_withheld;
  GPtrArray *changes;
} LoketResponseReading;

void                  loket_response_reading_free      (LoketResponseReading  *self);
void                  loket_desk_read_response_async   (LoketDesk             *desk,
                                                        LoketQuestionnaire    *questionnaire,
                                                        const char            *number,
                                                        const char            *wave,
                                                        GCancellable          *cancellable,
                                                        GAsyncReadyCallback    callback,
                                                        gpointer               user_data);
LoketResponseReading *loket_desk_read_response_finish  (LoketDesk             *desk,
                                                        GAsyncResult          *result,
                                                        GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketResponseReading, loket_response_reading_free)

G_END_DECLS
