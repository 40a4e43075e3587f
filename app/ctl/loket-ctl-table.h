/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A list that a verb prints: aligned for people, or CSV or JSON for programs. */

#pragma once

#include "loket-table-writer.h"

G_BEGIN_DECLS

typedef struct _LoketCtlTable LoketCtlTable;

LoketCtlTable *loket_ctl_table_new   (const LoketTableColumn  *columns,
                                      guint                    n_columns);
void           loket_ctl_table_free  (LoketCtlTable           *self);
void           loket_ctl_table_add   (LoketCtlTable           *self,
                                      const char *const       *values);
gboolean       loket_ctl_table_print (LoketCtlTable           *self,
                                      const char              *format,
                                      GError                 **error);
gboolean       loket_ctl_table_check_format
                                     (const char              *format,
                                      GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketCtlTable, loket_ctl_table_free)

G_END_DECLS
