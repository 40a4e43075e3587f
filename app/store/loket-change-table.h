/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The change log: what was done, by whom and when, and what was there before. */

#pragma once

#include "loket-database.h"

G_BEGIN_DECLS

/**
 * LoketChange:
 * @act: the id of the act; the line with @field "act" stands for the act itself
 * @at: when, UTC
 * @counsellor: who: the code of a counsellor, or the name of a program
 * @kind: the name of the kind of record
 * @record_id: which record
 * @field: which field, by its name
 * @old_value: (nullable): what stood there
 * @new_value: (nullable): what stands there now; of an act: its name, "undo ID" when it undoes one
 *
 * One line of the change log.
 */
typedef struct
{
  char *id;
  char *act;
  char *at;
  char *counsellor;
  char *kind;
  char *record_id;
  char *field;
  char *old_value;
  char *new_value;
} LoketChange;

void       loket_change_free              (LoketChange         *change);
gboolean   loket_change_table_insert      (LoketDatabase       *database,
                                           const LoketChange   *change,
                                           GError             **error);
GPtrArray *loket_change_table_read_all    (LoketStatement      *statement,
                                           GError             **error);
GPtrArray *loket_change_table_load_act    (LoketDatabase       *database,
                                           const char          *act,
                                           GError             **error);
GPtrArray *loket_change_table_load_record (LoketDatabase       *database,
                                           const char          *record_id,
                                           GError             **error);
GPtrArray *loket_change_table_load_kind   (LoketDatabase       *database,
                                           const char          *kind,
                                           const char          *since,
                                           GError             **error);
gboolean   loket_change_table_load_line   (LoketDatabase       *database,
                                           const char          *id,
                                           LoketChange        **line,
                                           GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketChange, loket_change_free)

G_END_DECLS
