/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The form with which a client who was helped before begins anew. */

#pragma once

#include "loket-dossier.h"
#include "loket-form-dialog.h"

G_BEGIN_DECLS

#define LOKET_TYPE_OPENING_DIALOG (loket_opening_dialog_get_type ())

G_DECLARE_FINAL_TYPE (LoketOpeningDialog, loket_opening_dialog, LOKET, OPENING_DIALOG,
                      LoketFormDialog)

GtkWidget *loket_opening_dialog_new (LoketDesk    *desk,
                                     LoketDossier *dossier);

G_END_DECLS
