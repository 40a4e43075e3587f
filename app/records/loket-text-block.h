/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A text block: a piece of text that is used again and again, with places to fill in. */

#pragma once

#include "loket-draft.h"

G_BEGIN_DECLS

#define LOKET_TYPE_TEXT_BLOCK (loket_text_block_get_type ())

G_DECLARE_FINAL_TYPE (LoketTextBlock, loket_text_block, LOKET, TEXT_BLOCK, LoketRecord)

enum
{
  LOKET_TEXT_BLOCK_NAME,
  LOKET_TEXT_BLOCK_TEXT,
  LOKET_TEXT_BLOCK_RETIRED,
  LOKET_TEXT_BLOCK_N_FIELDS
};

extern const LoketKind loket_text_block_kind;

G_END_DECLS
