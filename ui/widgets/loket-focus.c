/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Asks the window of a widget, if it has one. */

#include "loketten-config.h"

#include "loket-focus.h"

/**
 * loket_focus_find:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): what has the keyboard in the window of @widget; %NULL also
 *   when it is in no window, as a widget that is on its way out
 */
GtkWidget *
loket_focus_find (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/**
 * loket_focus_is_in:
 * @widget: a widget
 *
 * Returns: whether @widget, or something in it, has the keyboard of its window
 */
gboolean
loket_focus_is_in (GtkWidget *widget)
{
  GtkWidget *focus = loket_focus_find (widget);

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/**
 * loket_focus_show:
 * @widget: what has the keyboard
 *
 * Scrolls no further than is needed until all of @widget is in sight. A viewport does so itself
 * when the focus moves, but not when what has it gets another place afterwards.
 */
void
loket_focus_show (GtkWidget *widget)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  graphene_rect_t place;

  if (viewport != NULL
      && gtk_widget_compute_bounds (widget, gtk_viewport_get_child (GTK_VIEWPORT (viewport)),
                                    &place))
    gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)),
                               place.origin.y, place.origin.y + place.size.height);
}

/**
 * loket_focus_grab_active:
 * @root: what buttons stand in, such as tabs
 *
 * Gives the keyboard to the toggle button that is active.
 *
 * Returns: whether there was one that took it
 */
gboolean
loket_focus_grab_active (GtkWidget *root)
{
  if (GTK_IS_TOGGLE_BUTTON (root))
    return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (root)) && gtk_widget_get_mapped (root)
           && gtk_widget_grab_focus (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (loket_focus_grab_active (child))
        return TRUE;
    }

  return FALSE;
}
