/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The act that takes another act back. */

#pragma once

#include "loket-desk.h"

G_BEGIN_DECLS

/**
 * LoketUndoManner:
 * @LOKET_UNDO_ALL: all or nothing: it fails when something was changed again since
 * @LOKET_UNDO_KEEP_LATER: what was changed again since stays as it is
 *
 * What becomes of what was done after the act that is undone.
 */
typedef enum
{
  LOKET_UNDO_ALL,
  LOKET_UNDO_KEEP_LATER
} LoketUndoManner;

gboolean   loket_act_take_back   (LoketAct             *act,
                                  const char           *undone,
                                  LoketUndoManner       manner,
                                  GError              **error);
LoketDeed *loket_desk_undo       (LoketDesk            *desk,
                                  const char           *act,
                                  GError              **error);
void       loket_desk_undo_async (LoketDesk            *desk,
                                  const char           *act,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);

G_END_DECLS
