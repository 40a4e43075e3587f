/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Two records of one person side by side: what of each stays? */

#pragma once

#include "loket-client.h"
#include "loket-desk.h"
#include "loket-form-dialog.h"

G_BEGIN_DECLS

#define LOKET_TYPE_MERGE_DIALOG (loket_merge_dialog_get_type ())

G_DECLARE_FINAL_TYPE (LoketMergeDialog, loket_merge_dialog, LOKET, MERGE_DIALOG, LoketFormDialog)

GtkWidget *loket_merge_dialog_new (LoketDesk   *desk,
                                   LoketClient *first,
                                   LoketClient *second);

G_END_DECLS
