/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The table of one kind of record: its SQL follows from the fields of the kind. */

#pragma once

#include "loket-database.h"
#include "loket-draft.h"

G_BEGIN_DECLS

typedef struct _LoketRecordTable LoketRecordTable;

/**
 * LoketRecordFunc:
 *
 * Returns: whether to go on; FALSE with @error set ends the reading
 */
typedef gboolean (*LoketRecordFunc) (LoketRecord  *record,
                                     gpointer      user_data,
                                     GError      **error);

LoketRecordTable *loket_record_table_get        (LoketDatabase     *database,
                                                 const LoketKind   *kind);
gboolean          loket_record_table_insert     (LoketRecordTable  *self,
                                                 const LoketDraft  *draft,
                                                 const char        *id,
                                                 const char        *act,
                                                 GError           **error);
gboolean          loket_record_table_update     (LoketRecordTable  *self,
                                                 const LoketDraft  *draft,
                                                 GError           **error);
gboolean          loket_record_table_remove     (LoketRecordTable  *self,
                                                 LoketRecord       *record,
                                                 GError           **error);
LoketRecord      *loket_record_table_load       (LoketRecordTable  *self,
                                                 const char        *id,
                                                 GError           **error);
gboolean          loket_record_table_find       (LoketRecordTable  *self,
                                                 const char        *number,
                                                 LoketRecord      **record,
                                                 GError           **error);
GPtrArray        *loket_record_table_load_where (LoketRecordTable  *self,
                                                 guint              field,
                                                 const char        *value,
                                                 GError           **error);
GPtrArray        *loket_record_table_load_made_by
                                                (LoketRecordTable  *self,
                                                 const char        *act,
                                                 GError           **error);
gboolean          loket_record_table_for_each   (LoketRecordTable  *self,
                                                 LoketRecordFunc    func,
                                                 gpointer           user_data,
                                                 GError           **error);
gint64            loket_record_table_count      (LoketRecordTable  *self,
                                                 GError           **error);

G_END_DECLS
