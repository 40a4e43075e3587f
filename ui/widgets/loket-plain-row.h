/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A row of a list that holds controls, and never has the focus itself. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LOKET_TYPE_PLAIN_ROW (loket_plain_row_get_type ())

G_DECLARE_DERIVABLE_TYPE (LoketPlainRow, loket_plain_row, LOKET, PLAIN_ROW, GtkListBoxRow)

struct _LoketPlainRowClass
{
  GtkListBoxRowClass parent_class;
};

G_END_DECLS
