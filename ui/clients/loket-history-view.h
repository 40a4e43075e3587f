/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Every change of a client's record: who, when, what stood there and what stands there now. */

#pragma once

#include "loket-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_HISTORY_VIEW (loket_history_view_get_type ())

G_DECLARE_FINAL_TYPE (LoketHistoryView, loket_history_view, LOKET, HISTORY_VIEW, AdwBin)

void loket_history_view_show (LoketHistoryView *self,
                              LoketDesk        *desk,
                              const char       *client_id,
                              const char       *record_id,
                              const char       *title);

G_END_DECLS
