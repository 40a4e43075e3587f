/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The title of a toast is cut off after one line, so that a label that wraps stands for it. */

#include "loketten-config.h"

#include "loket-toast.h"

/* Pixels that the cross of a toast and its margins take beside the sentence, or its button. */
#define BESIDE_SENTENCE 120

/* How wide a sentence of several lines may be. */
#define MOST_LETTERS   60
#define FEWEST_LETTERS 12

static int
get_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

/* A toast is as wide as its sentence wants, even when the window is not. */
static void
make_narrow (GtkWidget *label,
             int        room)
{
  for (int chars = MOST_LETTERS; get_width (label) > room && chars >= FEWEST_LETTERS; chars -= 2)
    gtk_label_set_max_width_chars (GTK_LABEL (label), chars);
}

static void
below_clicked_cb (AdwToast *toast)
{
  g_signal_emit_by_name (toast, "button-clicked");
  adw_toast_dismiss (toast);
}

/* Where the window is narrow, or text large, the button stands below the sentence. */
static void
add_button (AdwToast   *toast,
            const char *text,
            GtkWidget  *label,
            int         room)
{
  GtkWidget *button = g_object_ref_sink (gtk_button_new_with_mnemonic (text));
  int beside = room - get_width (button);

  make_narrow (label, beside);
  if (get_width (label) <= beside)
    {
      adw_toast_set_button_label (toast, text);
    }
  else
    {
      gtk_label_set_max_width_chars (GTK_LABEL (label), -1);
      make_narrow (label, room);
      g_signal_connect_object (button, "clicked", G_CALLBACK (below_clicked_cb), toast,
                               G_CONNECT_SWAPPED);
      loket_toast_add_below (toast, button);
    }
  g_object_unref (button);
}

static GtkWidget *
create_label (const char *sentence)
{
  GtkWidget *label = gtk_label_new (sentence);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (label, TRUE);

  return label;
}

/**
 * loket_toast_create:
 * @sentence: plain text
 * @button_label: (nullable): what its button does, with a mnemonic
 * @width: pixels of the window
 *
 * What is new comes first: an offer that stays until somebody has answered it must not hide what is
 * said meanwhile, and comes back after it.
 *
 * Returns: (transfer full): a toast
 */
AdwToast *
loket_toast_create (const char *sentence,
                    const char *button_label,
                    int         width)
{
  AdwToast *toast = adw_toast_new ("");
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = create_label (sentence);

  gtk_box_append (GTK_BOX (title), label);
  gtk_widget_set_margin_top (title, 6);
  gtk_widget_set_margin_bottom (title, 6);

  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_custom_title (toast, title);
  if (button_label != NULL)
    add_button (toast, button_label, label, width - BESIDE_SENTENCE);
  else
    make_narrow (label, width - BESIDE_SENTENCE);

  return toast;
}

/**
 * loket_toast_add_below:
 * @toast: a toast that loket_toast_create () made
 * @button: stands below its sentence
 */
void
loket_toast_add_below (AdwToast  *toast,
                       GtkWidget *button)
{
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (adw_toast_get_custom_title (toast)), button);
}
