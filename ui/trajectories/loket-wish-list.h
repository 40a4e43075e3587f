/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The after-care that a client may want, in the words of the survey, with what each leads to. */

#pragma once

#include "loket-codes.h"
#include "loket-rules.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_WISH_LIST (loket_wish_list_get_type ())

G_DECLARE_FINAL_TYPE (LoketWishList, loket_wish_list, LOKET, WISH_LIST, AdwBin)

void        loket_wish_list_set_codes (LoketWishList *self,
                                       LoketCodes    *codes);
void        loket_wish_list_explain   (LoketWishList    *self,
                                       const LoketRules *rules,
                                       const char       *today,
                                       gboolean          no_contact);
const char *loket_wish_list_get_wish  (LoketWishList *self);
void        loket_wish_list_choose    (LoketWishList *self,
                                       int            number);

G_END_DECLS
