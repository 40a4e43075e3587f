/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The history of a client: every act, and what each changed. */

#pragma once

#include "loket-desk.h"

G_BEGIN_DECLS

/**
 * LoketHistoryEvent:
 * @LOKET_HISTORY_MADE: a record was made
 * @LOKET_HISTORY_CHANGED: one field of a record was changed
 * @LOKET_HISTORY_REMOVED: a record was removed
 * @LOKET_HISTORY_RESTORED: a record that was removed is there again
 */
typedef enum
{
  LOKET_HISTORY_MADE,
  LOKET_HISTORY_CHANGED,
  LOKET_HISTORY_REMOVED,
  LOKET_HISTORY_RESTORED
} LoketHistoryEvent;

/**
 * LoketHistoryLine:
 * @event: what happened
 * @kind: to which kind of record
 * @record_id: its id
 * @number: (nullable): its number, when it is known
 * @field: which field was changed
 * @old_value: (nullable): what stood there; of a reference the number or the name
 * @new_value: (nullable): what stands there since
 */
typedef struct
{
  LoketHistoryEvent event;
  const LoketKind *kind;
  char *record_id;
  char *number;
  guint field;
  char *old_value;
  char *new_value;
} LoketHistoryLine;

/**
 * LoketHistoryAct:
 * @id: the id of the act
 * @name: what was done: "session.log"; "" when that is not known
 * @undone: (nullable): the name of the act that it took back
 * @at: when, UTC
 * @who: the name of the counsellor, or of the program
 * @lines: (element-type LoketHistoryLine): what it did to this client
 *
 * One act.
 */
typedef struct
{
  char *id;
  char *name;
  char *undone;
  char *at;
  char *who;
  GPtrArray *lines;
} LoketHistoryAct;

/**
 * LoketHistoryPage:
 * @acts: (element-type LoketHistoryAct): acts, the latest first
 * @has_more: whether there are earlier ones
 */
typedef struct
{
  GPtrArray *acts;
  gboolean has_more;
} LoketHistoryPage;

void              loket_history_page_free          (LoketHistoryPage     *page);
void              loket_desk_load_history_async    (LoketDesk            *desk,
                                                    const char           *client_id,
                                                    const char           *record_id,
                                                    const char           *before,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
LoketHistoryPage *loket_desk_load_history_finish   (LoketDesk            *desk,
                                                    GAsyncResult         *result,
                                                    GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketHistoryPage, loket_history_page_free)

G_END_DECLS
