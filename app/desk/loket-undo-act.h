/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The act that takes another act back. */

#pragma once

#include "loket-desk.h"

G_BEGIN_DECLS

LoketDeed *loket_desk_undo       (LoketDesk            *desk,
                                  const char           *act,
                                  GError              **error);
void       loket_desk_undo_async (LoketDesk            *desk,
                                  const char           *act,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);

G_END_DECLS
