/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The codes of a list in a combo row. */

#pragma once

#include "loket-codes.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_CODE_CHOICE (loket_code_choice_get_type ())

G_DECLARE_FINAL_TYPE (LoketCodeChoice, loket_code_choice, LOKET, CODE_CHOICE, GObject)

LoketCodeChoice *loket_code_choice_new      (AdwComboRow     *row,
                                             LoketCodes      *codes,
                                             const char      *list,
                                             const char      *empty,
                                             const char      *current);
const char      *loket_code_choice_get_code (LoketCodeChoice *self);
void             loket_code_choice_set_code (LoketCodeChoice *self,
                                             const char      *code);

G_END_DECLS
