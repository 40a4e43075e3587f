/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Which of the records that were merged into this one is to be taken out again? */

#pragma once

#include "loket-form-dialog.h"
#include "loket-unmerge-act.h"

G_BEGIN_DECLS

#define LOKET_TYPE_UNMERGE_DIALOG (loket_unmerge_dialog_get_type ())

G_DECLARE_FINAL_TYPE (LoketUnmergeDialog, loket_unmerge_dialog, LOKET, UNMERGE_DIALOG,
                      LoketFormDialog)

GtkWidget *loket_unmerge_dialog_new (LoketDesk *desk,
                                     GPtrArray *merges);

G_END_DECLS
