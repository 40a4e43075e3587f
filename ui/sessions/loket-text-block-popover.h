/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Offers the text blocks, and fills in the one that is chosen. */

#pragma once

#include "loket-dossier.h"
#include "loket-form.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_TEXT_BLOCK_POPOVER (loket_text_block_popover_get_type ())

G_DECLARE_FINAL_TYPE (LoketTextBlockPopover, loket_text_block_popover, LOKET, TEXT_BLOCK_POPOVER,
                      GtkPopover)

void loket_text_block_popover_set_form (LoketTextBlockPopover *self,
                                        const LoketForm       *form,
                                        LoketDossier          *dossier,
                                        LoketDesk             *desk);

G_END_DECLS
