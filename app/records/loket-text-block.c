/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A text block is known by its name; one that is retired is offered no more. */

#include "loketten-config.h"

#include "loket-text-block.h"

#include <glib/gi18n-lib.h>

struct _LoketTextBlock
{
  LoketRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LoketTextBlock, loket_text_block, LOKET_TYPE_RECORD)

static const LoketField fields[] = {
  [LOKET_TEXT_BLOCK_NAME] =
    { "name", N_("Name"), LOKET_FIELD_LINE, LOKET_FIELD_REQUIRED | LOKET_FIELD_NUMBER },
  [LOKET_TEXT_BLOCK_TEXT] = { "text", N_("Text"), LOKET_FIELD_TEXT, LOKET_FIELD_REQUIRED },
  [LOKET_TEXT_BLOCK_RETIRED] = { "retired", N_("Retired"), LOKET_FIELD_FLAG, 0 },
};

const LoketKind loket_text_block_kind = {
  .name = "text_block",
  .title = N_("Text block"),
  .fields = fields,
  .n_fields = LOKET_TEXT_BLOCK_N_FIELDS,
  .get_type = loket_text_block_get_type,
};

static void
loket_text_block_class_init (LoketTextBlockClass *klass)
{
}

static void
loket_text_block_init (LoketTextBlock *self)
{
}
