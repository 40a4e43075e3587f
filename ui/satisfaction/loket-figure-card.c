/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Shows one of the figures at the head of an overview. */

#include "loket-figure-card.h"

struct _LoketFigureCard
{
  GtkBox parent_instance;

  GtkLabel *caption;
  GtkLabel *value;
  GtkLabel *past;
  GtkLabel *verdict;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (LoketFigureCard, loket_figure_card, GTK_TYPE_BOX)

static void
loket_figure_card_class_init (LoketFigureCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-figure-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketFigureCard, caption);
  gtk_widget_class_bind_template_child (widget_class, LoketFigureCard, value);
  gtk_widget_class_bind_template_child (widget_class, LoketFigureCard, past);
  gtk_widget_class_bind_template_child (widget_class, LoketFigureCard, verdict);
  gtk_widget_class_bind_template_child (widget_class, LoketFigureCard, note);
}

static void
loket_figure_card_init (LoketFigureCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/**
 * loket_figure_card_set_figure:
 * @figure: what is shown
 */
void
loket_figure_card_set_figure (LoketFigureCard      *self,
                              const LoketKeyFigure *figure)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", figure->caption, figure->value);

  g_return_if_fail (LOKET_IS_FIGURE_CARD (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  show_text (self->caption, figure->caption);
  show_text (self->value, figure->value);
  show_text (self->past, figure->past);
  show_text (self->verdict, figure->verdict);
  show_text (self->note, figure->note);
}
