/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Hides pages that are not on the screen, and names the buttons inside of drop-downs. */

#include "loket-accessible.h"

static void
hide_covered_pages (GtkStack *stack)
{
  GtkWidget *visible = gtk_stack_get_visible_child (stack);
  GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (stack));

  for (; page != NULL; page = gtk_widget_get_next_sibling (page))
    gtk_accessible_update_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN,
                                 page != visible, -1);
}

/**
 * loket_accessible_follow_stack:
 * @stack: a stack
 *
 * Keeps the pages of the stack that are not on the screen from being read out.
 */
void
loket_accessible_follow_stack (GtkStack *stack)
{
  g_return_if_fail (GTK_IS_STACK (stack));

  g_signal_connect (stack, "notify::visible-child", G_CALLBACK (hide_covered_pages), NULL);
  hide_covered_pages (stack);
}

static void
say_choice (GtkDropDown *drop_down,
            GParamSpec  *pspec,
            const char  *label)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  gpointer chosen = gtk_drop_down_get_selected_item (drop_down);
  g_autofree char *words = NULL;

  if (GTK_IS_STRING_OBJECT (chosen))
    words = g_strdup_printf ("%s: %s", label, gtk_string_object_get_string (chosen));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words != NULL ? words : label, -1);
}

static void
free_label (gpointer  label,
            GClosure *closure)
{
  g_free (label);
}

/**
 * loket_accessible_label_drop_down:
 * @drop_down: a drop-down
 * @label: what is chosen with it
 *
 * Names the drop-down, and the button inside of it, which is what gets the focus: "Period: 2023".
 */
void
loket_accessible_label_drop_down (GtkDropDown *drop_down,
                                  const char  *label)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_data (drop_down, "notify::selected-item", G_CALLBACK (say_choice),
                         g_strdup (label), free_label, 0);
  say_choice (drop_down, NULL, label);
}
