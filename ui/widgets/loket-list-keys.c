/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Up and down move what is selected, and keep it in sight. */

#include "loketten-config.h"

#include "loket-list-keys.h"

/**
 * loket_list_keys_press:
 * @list_view: a list of which one line is selected
 * @keyval: the key that was pressed in the entry above it
 *
 * Returns: whether the key was one for the list
 */
gboolean
loket_list_keys_press (GtkListView *list_view,
                       guint        keyval)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (list_view));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (selection));
  guint selected = gtk_single_selection_get_selected (selection);

  if (n == 0 || (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up))
    return GDK_EVENT_PROPAGATE;

  selected = keyval == GDK_KEY_Down ? MIN (selected + 1, n - 1) : MAX (selected, 1) - 1;
  gtk_single_selection_set_selected (selection, selected);
  gtk_widget_activate_action (GTK_WIDGET (list_view), "list.scroll-to-item", "u", selected);

  return GDK_EVENT_STOP;
}
