/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The codes of a list as chips that can be chosen. */

#pragma once

#include "loket-codes.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_CODE_CHIPS (loket_code_chips_get_type ())

G_DECLARE_FINAL_TYPE (LoketCodeChips, loket_code_chips, LOKET, CODE_CHIPS, AdwBin)

void        loket_code_chips_set_list     (LoketCodeChips *self,
                                           LoketCodes     *codes,
                                           const char     *list,
                                           gboolean        is_exclusive);
void        loket_code_chips_set_chosen   (LoketCodeChips *self,
                                           const char     *chosen);
gboolean    loket_code_chips_toggle       (LoketCodeChips *self,
                                           guint           position);

G_END_DECLS
