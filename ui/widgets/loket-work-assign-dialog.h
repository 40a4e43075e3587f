/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Asks which counsellor gets work. */

#pragma once

#include "loket-desk.h"
#include "loket-form-dialog.h"

G_BEGIN_DECLS

#define LOKET_TYPE_WORK_ASSIGN_DIALOG (loket_work_assign_dialog_get_type ())

G_DECLARE_FINAL_TYPE (LoketWorkAssignDialog, loket_work_assign_dialog, LOKET, WORK_ASSIGN_DIALOG,
                      LoketFormDialog)

void loket_work_assign_dialog_present (GtkWidget *widget,
                                       LoketDesk *desk,
                                       GPtrArray *items);

G_END_DECLS
