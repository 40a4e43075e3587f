/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The text blocks that a counsellor can choose from. */

#pragma once

#include "loket-desk.h"
#include "loket-text-block.h"

G_BEGIN_DECLS

/**
 * LoketTextBlocks:
 * @blocks: (element-type LoketTextBlock): by name
 * @office: (nullable): the name of the office of who works at the desk
 *
 * The text blocks that are in use, and what they say of the office.
 */
typedef struct
{
  GPtrArray *blocks;
  char *office;
} LoketTextBlocks;

void       loket_text_blocks_free             (LoketTextBlocks     *self);
void       loket_desk_load_text_blocks_async  (LoketDesk           *desk,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
LoketTextBlocks *
           loket_desk_load_text_blocks_finish (LoketDesk           *desk,
                                               GAsyncResult        *result,
                                               GError             **error);
void       loket_desk_save_text_block_async   (LoketDesk           *desk,
                                               const LoketDraft    *draft,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
void       loket_desk_retire_text_block_async (LoketDesk           *desk,
                                               LoketTextBlock      *block,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
LoketDraft *
           loket_text_block_create_draft      (LoketTextBlock      *block);
char      *loket_text_blocks_load_text        (LoketDatabase       *database,
                                               const char          *group,
                                               GError             **error);
gboolean   loket_text_blocks_load_office      (LoketDatabase       *database,
                                               const char          *office_id,
                                               char               **name,
                                               GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketTextBlocks, loket_text_blocks_free)

G_END_DECLS
