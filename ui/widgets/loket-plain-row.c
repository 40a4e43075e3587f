/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Going back from the first control of a row leads out of it. */

#include "loketten-config.h"

#include "loket-plain-row.h"

G_DEFINE_TYPE (LoketPlainRow, loket_plain_row, GTK_TYPE_LIST_BOX_ROW)

/* A row of GTK takes the focus from its first control when one goes back; one that cannot have it
 * would keep the person where they are. */
static gboolean
loket_plain_row_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  GtkWidget *child = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget));

  return child != NULL && gtk_widget_child_focus (child, direction);
}

static void
loket_plain_row_class_init (LoketPlainRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = loket_plain_row_focus;
}

static void
loket_plain_row_init (LoketPlainRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}
