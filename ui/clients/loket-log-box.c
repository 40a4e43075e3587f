/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Looks like an entry, and is a button: what is typed belongs in the form of the session. */

#include "loket-log-box.h"

#include "loket-wrap-layout.h"

struct _LoketLogBox
{
  AdwBin parent_instance;

  GtkWidget *begin;
};

G_DEFINE_FINAL_TYPE (LoketLogBox, loket_log_box, ADW_TYPE_BIN)

static gboolean
loket_log_box_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LOKET_LOG_BOX (widget)->begin);
}

static void
loket_log_box_dispose (GObject *object)
{
  /* The bin would let go once more of a child that the template has let go of. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LOKET_TYPE_LOG_BOX);

  G_OBJECT_CLASS (loket_log_box_parent_class)->dispose (object);
}

static void
loket_log_box_class_init (LoketLogBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_log_box_dispose;
  widget_class->grab_focus = loket_log_box_grab_focus;

  g_type_ensure (LOKET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-log-box.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketLogBox, begin);
}

static void
loket_log_box_init (LoketLogBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
