/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * An open promise, with what can be done about it before a trajectory is closed. */

#pragma once

#include "loket-desk.h"
#include "loket-promise.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LOKET_TYPE_PROMISE_ROW (loket_promise_row_get_type ())

G_DECLARE_FINAL_TYPE (LoketPromiseRow, loket_promise_row, LOKET, PROMISE_ROW, GtkListBoxRow)

GtkWidget *loket_promise_row_new (LoketPromise *promise,
                                  LoketDesk    *desk);

G_END_DECLS
