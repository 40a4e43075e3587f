/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The form with which a client is kept out of the survey. */

#pragma once

#include "loket-candidates.h"
#include "loket-form-dialog.h"

G_BEGIN_DECLS

#define LOKET_TYPE_EXCLUSION_DIALOG (loket_exclusion_dialog_get_type ())

G_DECLARE_FINAL_TYPE (LoketExclusionDialog, loket_exclusion_dialog, LOKET, EXCLUSION_DIALOG,
                      LoketFormDialog)

GtkWidget *loket_exclusion_dialog_new (LoketDesk            *desk,
                                       const LoketSurveyRow *candidate);

G_END_DECLS
