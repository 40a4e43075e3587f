/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Shows what is known of a client beside another; what differs stands out, in words and weight. */

#include "loketten-config.h"

#include "loket-pair-card.h"

#include "loket-likeness-words.h"
#include "loket-text.h"

#include <glib/gi18n.h>

struct _LoketPairCard
{
  AdwBin parent_instance;

  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (LoketPairCard, loket_pair_card, ADW_TYPE_BIN)

static const guint shown_fields[] = {
  LOKET_CLIENT_CLIENT_NO, LOKET_CLIENT_BIRTH_DATE, LOKET_CLIENT_GENDER,
  LOKET_CLIENT_PHONE,     LOKET_CLIENT_EMAIL,      LOKET_CLIENT_POSTCODE,
  LOKET_CLIENT_CITY,      LOKET_CLIENT_SITUATION,  LOKET_CLIENT_REGISTERED_ON,
};

static void
loket_pair_card_class_init (LoketPairCardClass *klass)
{
}

static void
loket_pair_card_init (LoketPairCard *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "facts");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

static void
add_label (LoketPairCard *self,
           const char    *text,
           const char    *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (self->box, label);
}

static void
add_fact (LoketPairCard *self,
          const char    *title,
          const char    *value,
          gboolean       is_other)
{
  g_autofree char *caption = NULL;
  GtkWidget *label;

  /* Translators: the name of a field in which two records are not alike. */
  caption = is_other ? g_strdup_printf (_("%s, differs"), title) : g_strdup (title);
  add_label (self, caption, "caption");
  label = gtk_widget_get_last_child (GTK_WIDGET (self->box));
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (label, 9);
  add_label (self, *value != '\0' ? value : "–", is_other ? "heading" : NULL);
}

/* Both are filled in, and say something else, however it is written. */
static gboolean
differs (guint       field,
         const char *value,
         const char *other)
{
  g_autofree char *digits = NULL;
  g_autofree char *other_digits = NULL;

  if (field == LOKET_CLIENT_CLIENT_NO || *value == '\0' || *other == '\0')
    return FALSE;
  if (field != LOKET_CLIENT_PHONE)
    return !g_str_equal (value, other);

  digits = loket_text_get_digits (value);
  other_digits = loket_text_get_digits (other);

  return !g_str_equal (digits, other_digits);
}

/**
 * loket_pair_card_set_client:
 * @codes: the lists
 * @client: who is shown
 * @other: with whom the client is compared
 */
void
loket_pair_card_set_client (LoketPairCard *self,
                            LoketCodes    *codes,
                            LoketClient   *client,
                            LoketClient   *other)
{
  g_autofree char *name = loket_client_dup_display_name (client);
  GtkWidget *child;

  g_return_if_fail (LOKET_IS_PAIR_CARD (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);

  add_label (self, name, "title-4");
  for (guint i = 0; i < G_N_ELEMENTS (shown_fields); i++)
    {
      guint field = shown_fields[i];
      g_autofree char *value = loket_likeness_words_format_value (codes, LOKET_RECORD (client),
                                                                  field);
      g_autofree char *others = loket_likeness_words_format_value (codes, LOKET_RECORD (other),
                                                                   field);

      if (*value != '\0' || *others != '\0')
        add_fact (self, loket_kind_get_field_title (&loket_client_kind, field), value,
                  differs (field, value, others));
    }
}
