/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Shortens the words of the button, not those of the list. */

#include "loketten-config.h"

#include "loket-drop-down-label.h"

#include "loket-accessible.h"

static void
label_set_up_cb (GtkListItemFactory *factory,
                 GtkListItem        *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 9);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  gtk_list_item_set_child (item, label);
}

static void
label_bound_cb (GtkListItemFactory *factory,
                GtkListItem        *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/**
 * loket_drop_down_label_prepare:
 * @drop_down: of a list of strings
 * @label: what is chosen with it, for a screen reader
 *
 * A long name must not make the whole window wide; the list still shows it in full.
 */
void
loket_drop_down_label_prepare (GtkDropDown *drop_down,
                               const char  *label)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkExpression) text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL,
                                                                "string");

  g_signal_connect (factory, "setup", G_CALLBACK (label_set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (label_bound_cb), NULL);
  gtk_drop_down_set_list_factory (drop_down, gtk_drop_down_get_factory (drop_down));
  gtk_drop_down_set_factory (drop_down, factory);
  gtk_drop_down_set_expression (drop_down, text);
  loket_accessible_label_drop_down (drop_down, label);
}
