/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Copies of a store, and checks of one. */

#pragma once

#include "loket-desk.h"

G_BEGIN_DECLS

gboolean   loket_desk_back_up (LoketDesk   *desk,
                               const char  *path,
                               GError     **error);
GPtrArray *loket_desk_check   (LoketDesk   *desk,
                               GError     **error);

G_END_DECLS
