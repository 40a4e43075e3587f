/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A text for a client who was not reached: to change, to copy, to mail. */

#pragma once

#include "loket-form-dialog.h"
#include "loket-letter.h"

G_BEGIN_DECLS

#define LOKET_TYPE_LETTER_DIALOG (loket_letter_dialog_get_type ())

G_DECLARE_FINAL_TYPE (LoketLetterDialog, loket_letter_dialog, LOKET, LETTER_DIALOG,
                      LoketFormDialog)

GtkWidget *loket_letter_dialog_new (LoketDesk         *desk,
                                    const LoketLetter *letter);

G_END_DECLS
