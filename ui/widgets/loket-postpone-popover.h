/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * When to be reminded again, and, apart from that, another date. */

#pragma once

#include "loket-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LOKET_TYPE_POSTPONE_POPOVER (loket_postpone_popover_get_type ())

G_DECLARE_FINAL_TYPE (LoketPostponePopover, loket_postpone_popover, LOKET, POSTPONE_POPOVER,
                      GtkPopover)

GtkWidget *loket_postpone_popover_new (const char *due_on,
                                       LoketDesk  *desk);

G_END_DECLS
