/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Counts what is selected, and offers to put it off, to move it or to hand it over. */

#include "loketten-config.h"

#include "loket-work-bar.h"

#include "loket-postpone-popover.h"
#include "loket-work-assign-dialog.h"
#include "loket-work-deeds.h"
#include "loket-wrap-layout.h"

#include <glib/gi18n.h>

struct _LoketWorkBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *count;
  GtkMenuButton *postpone;

  LoketDesk *desk;                /* (nullable) */
  LoketWorkSelection *selection;  /* (nullable) */
};

G_DEFINE_FINAL_TYPE (LoketWorkBar, loket_work_bar, GTK_TYPE_WIDGET)

static void
do_to_all (LoketWorkBar *self,
           LoketBulkAct  bulk,
           const char   *until)
{
  g_autoptr (GPtrArray) items = loket_work_selection_list (self->selection);

  loket_work_deeds_do_all (GTK_WIDGET (self), self->desk, bulk, items, until);
}

static void
snooze_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  do_to_all (LOKET_WORK_BAR (widget), LOKET_BULK_SNOOZE, g_variant_get_string (parameter, NULL));
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  do_to_all (LOKET_WORK_BAR (widget), LOKET_BULK_MOVE, g_variant_get_string (parameter, NULL));
}

static void
assign_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  LoketWorkBar *self = LOKET_WORK_BAR (widget);
  g_autoptr (GPtrArray) items = loket_work_selection_list (self->selection);

  loket_work_assign_dialog_present (widget, self->desk, items);
}

/* Several dates stay as they are: none of them is named. */
static void
create_postpone_popover (GtkMenuButton *button,
                         gpointer       user_data)
{
  LoketWorkBar *self = user_data;

  gtk_menu_button_set_popover (button, loket_postpone_popover_new (NULL, self->desk));
}

static void
selection_changed_cb (LoketWorkBar *self)
{
  guint n = loket_work_selection_count (self->selection);
  g_autofree char *count = g_strdup_printf (ngettext ("%u selected", "%u selected", n), n);

  gtk_label_set_label (self->count, count);
  gtk_widget_set_sensitive (GTK_WIDGET (self->postpone), n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "work.assign", n > 0);
  gtk_revealer_set_reveal_child (self->revealer, loket_work_selection_is_active (self->selection));
}

static void
loket_work_bar_dispose (GObject *object)
{
  LoketWorkBar *self = LOKET_WORK_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_WORK_BAR);
  g_clear_object (&self->desk);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (loket_work_bar_parent_class)->dispose (object);
}

static void
loket_work_bar_class_init (LoketWorkBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_work_bar_dispose;

  g_type_ensure (LOKET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-work-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketWorkBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, LoketWorkBar, count);
  gtk_widget_class_bind_template_child (widget_class, LoketWorkBar, postpone);
  gtk_widget_class_install_action (widget_class, "work.snooze", "s", snooze_action);
  gtk_widget_class_install_action (widget_class, "work.move", "s", move_action);
  gtk_widget_class_install_action (widget_class, "work.assign", NULL, assign_action);
}

static void
loket_work_bar_init (LoketWorkBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->postpone, create_postpone_popover, self, NULL);
}

/**
 * loket_work_bar_set_selection:
 * @selection: what is selected; the bar is there while it is active
 */
void
loket_work_bar_set_selection (LoketWorkBar       *self,
                              LoketDesk          *desk,
                              LoketWorkSelection *selection)
{
  g_return_if_fail (LOKET_IS_WORK_BAR (self));

  g_set_object (&self->desk, desk);
  g_set_object (&self->selection, selection);
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  selection_changed_cb (self);
}
