/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The form with which a trajectory is given to a counsellor. */

#pragma once

#include "loket-dossier.h"
#include "loket-form-dialog.h"

G_BEGIN_DECLS

#define LOKET_TYPE_ASSIGN_DIALOG (loket_assign_dialog_get_type ())

G_DECLARE_FINAL_TYPE (LoketAssignDialog, loket_assign_dialog, LOKET, ASSIGN_DIALOG,
                      LoketFormDialog)

GtkWidget *loket_assign_dialog_new (LoketDesk       *desk,
                                    LoketDossier    *dossier,
                                    LoketTrajectory *trajectory);

G_END_DECLS
