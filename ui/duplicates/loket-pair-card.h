/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * One of two clients who may be one person. */

#pragma once

#include "loket-client.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_PAIR_CARD (loket_pair_card_get_type ())

G_DECLARE_FINAL_TYPE (LoketPairCard, loket_pair_card, LOKET, PAIR_CARD, AdwBin)

void loket_pair_card_set_client (LoketPairCard *self,
                                 LoketCodes    *codes,
                                 LoketClient   *client,
                                 LoketClient   *other);

G_END_DECLS
