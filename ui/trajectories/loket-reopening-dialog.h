/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The form with which a trajectory is opened again. */

#pragma once

#include "loket-dossier.h"
#include "loket-form-dialog.h"

G_BEGIN_DECLS

#define LOKET_TYPE_REOPENING_DIALOG (loket_reopening_dialog_get_type ())

G_DECLARE_FINAL_TYPE (LoketReopeningDialog, loket_reopening_dialog, LOKET, REOPENING_DIALOG,
                      LoketFormDialog)

GtkWidget *loket_reopening_dialog_new (LoketDesk       *desk,
                                       LoketDossier    *dossier,
                                       LoketTrajectory *trajectory);

G_END_DECLS
