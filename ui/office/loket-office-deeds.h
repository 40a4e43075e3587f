/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Changes of what the office agreed on that need no form, and rows of what can be removed. */

#pragma once

#include "loket-desk.h"
#include "loket-row-keeper.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  loket_office_deeds_change      (GtkWidget        *widget,
                                      LoketDesk        *desk,
                                      const LoketDraft *draft,
                                      const char       *done);
char *loket_office_deeds_format_days (const char       *from,
                                      const char       *until);
void  loket_office_deeds_show_row    (LoketRowKeeper   *rows,
                                      LoketDesk        *desk,
                                      LoketRecord      *record,
                                      const char       *title,
                                      const char       *subtitle,
                                      const char       *done);

G_END_DECLS
