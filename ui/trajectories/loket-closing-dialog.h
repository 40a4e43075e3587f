/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The form with which a trajectory is closed. */

#pragma once

#include "loket-desk.h"
#include "loket-form-dialog.h"

G_BEGIN_DECLS

#define LOKET_TYPE_CLOSING_DIALOG (loket_closing_dialog_get_type ())

G_DECLARE_FINAL_TYPE (LoketClosingDialog, loket_closing_dialog, LOKET, CLOSING_DIALOG,
                      LoketFormDialog)

GtkWidget *loket_closing_dialog_new (LoketDesk  *desk,
                                     const char *client_id,
                                     const char *trajectory_id);

G_END_DECLS
