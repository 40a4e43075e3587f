/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Shows an icon, a word, and a count when there is something to do. */

#include "loketten-config.h"

#include "loket-place-row.h"

#include <glib/gi18n.h>

struct _LoketPlaceRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *count;

  char *place;
};

G_DEFINE_FINAL_TYPE (LoketPlaceRow, loket_place_row, GTK_TYPE_LIST_BOX_ROW)

static void
loket_place_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LOKET_TYPE_PLACE_ROW);

  G_OBJECT_CLASS (loket_place_row_parent_class)->dispose (object);
}

static void
loket_place_row_finalize (GObject *object)
{
  g_free (LOKET_PLACE_ROW (object)->place);

  G_OBJECT_CLASS (loket_place_row_parent_class)->finalize (object);
}

static void
loket_place_row_class_init (LoketPlaceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_place_row_dispose;
  object_class->finalize = loket_place_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-place-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketPlaceRow, icon);
  gtk_widget_class_bind_template_child (widget_class, LoketPlaceRow, title);
  gtk_widget_class_bind_template_child (widget_class, LoketPlaceRow, count);
}

static void
loket_place_row_init (LoketPlaceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_accessible_label (LoketPlaceRow *self,
                      const char    *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

GtkWidget *
loket_place_row_new (const char *place,
                     const char *title,
                     const char *icon_name)
{
  LoketPlaceRow *self = g_object_new (LOKET_TYPE_PLACE_ROW, NULL);

  self->place = g_strdup (place);
  gtk_label_set_label (self->title, title);
  gtk_image_set_from_icon_name (self->icon, icon_name);
  set_accessible_label (self, title);

  return GTK_WIDGET (self);
}

const char *
loket_place_row_get_place (LoketPlaceRow *self)
{
  g_return_val_if_fail (LOKET_IS_PLACE_ROW (self), NULL);

  return self->place;
}

/**
 * loket_place_row_set_count:
 * @count: how many things ask for work there; 0 shows nothing, and what has four digits is just
 *   "999+"
 */
void
loket_place_row_set_count (LoketPlaceRow *self,
                           guint          count)
{
  g_autofree char *number = count > 999 ? g_strdup ("999+") : g_strdup_printf ("%u", count);
  g_autofree char *label = NULL;

  g_return_if_fail (LOKET_IS_PLACE_ROW (self));

  /* Translators: a place and how many things are to be done there, for a screen reader. */
  label = g_strdup_printf (ngettext ("%s, %u to do", "%s, %u to do", count),
                           gtk_label_get_label (self->title), count);
  gtk_label_set_label (self->count, number);
  gtk_widget_set_visible (GTK_WIDGET (self->count), count > 0);
  set_accessible_label (self, count > 0 ? label : gtk_label_get_label (self->title));
}
