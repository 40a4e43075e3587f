/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Asks who is at work, and offers the same people in a menu later. */

#pragma once

#include "loket-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_COUNSELLOR_CHOICE (loket_counsellor_choice_get_type ())

G_DECLARE_FINAL_TYPE (LoketCounsellorChoice, loket_counsellor_choice, LOKET, COUNSELLOR_CHOICE,
                      AdwBin)

void loket_counsellor_choice_set_desk (LoketCounsellorChoice *self,
                                       LoketDesk             *desk,
                                       GMenu                 *menu);
void loket_counsellor_choice_choose   (LoketCounsellorChoice *self,
                                       const char            *code);

G_END_DECLS
