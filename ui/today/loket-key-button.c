/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Puts the key behind the words, where a menu has it too. */

#include "loketten-config.h"

#include "loket-key-button.h"

/**
 * loket_key_button_new:
 * @label: what it does
 * @detail: (nullable): more of it
 * @key: the key that does the same
 *
 * Returns: (transfer floating): a button without an action as yet
 */
GtkWidget *
loket_key_button_new (const char *label,
                      const char *detail,
                      const char *key)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (label);
  GtkWidget *keycap = gtk_label_new (key);
  g_autofree char *name = g_strjoin (", ", label, detail, NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), title);
  if (detail != NULL)
    {
      GtkWidget *caption = gtk_label_new (detail);

      gtk_label_set_xalign (GTK_LABEL (caption), 0);
      gtk_widget_add_css_class (caption, "caption");
      gtk_box_append (GTK_BOX (words), caption);
    }
  gtk_widget_set_valign (keycap, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (keycap, "keycap");
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), keycap);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);

  return button;
}
