/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The form with which a client confirms what was said long ago. */

#pragma once

#include "loket-dossier.h"
#include "loket-form-dialog.h"

G_BEGIN_DECLS

#define LOKET_TYPE_REVIEW_DIALOG (loket_review_dialog_get_type ())

G_DECLARE_FINAL_TYPE (LoketReviewDialog, loket_review_dialog, LOKET, REVIEW_DIALOG,
                      LoketFormDialog)

GtkWidget *loket_review_dialog_new (LoketDesk    *desk,
                                    LoketDossier *dossier);

G_END_DECLS
