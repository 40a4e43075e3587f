/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Offers the counsellors, and hands one thing or several over in one act. */

#include "loketten-config.h"

#include "loket-work-assign-dialog.h"

#include "loket-counsellors.h"
#include "loket-work-deeds.h"

#include <glib/gi18n.h>

struct _LoketWorkAssignDialog
{
  LoketFormDialog parent_instance;

  AdwComboRow *counsellor;

  LoketDesk *desk;
  GListModel *counsellors;  /* (nullable): until they are read */
  GPtrArray *items;         /* of LoketWorkItem */
};

G_DEFINE_FINAL_TYPE (LoketWorkAssignDialog, loket_work_assign_dialog, LOKET_TYPE_FORM_DIALOG)

static LoketRecord *
dup_chosen (LoketWorkAssignDialog *self)
{
  return g_list_model_get_item (self->counsellors, adw_combo_row_get_selected (self->counsellor));
}

static void
assigned_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LoketWorkAssignDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);
  g_autoptr (LoketRecord) chosen = dup_chosen (self);
  g_autofree char *sentence = loket_work_deeds_format_assigned (self->items,
                                                                LOKET_COUNSELLOR (chosen));

  loket_form_dialog_end (LOKET_FORM_DIALOG (self), deed, error, sentence);
}

static void
loket_work_assign_dialog_accept (LoketFormDialog *form)
{
  LoketWorkAssignDialog *self = LOKET_WORK_ASSIGN_DIALOG (form);
  g_autoptr (LoketRecord) chosen = dup_chosen (self);

  loket_form_dialog_begin (form);
  loket_desk_work_on_all_async (self->desk, LOKET_BULK_ASSIGN, self->items,
                                loket_record_get_id (chosen), NULL, assigned_cb,
                                g_object_ref (self));
}

static void
loket_work_assign_dialog_dispose (GObject *object)
{
  LoketWorkAssignDialog *self = LOKET_WORK_ASSIGN_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_WORK_ASSIGN_DIALOG);
  g_clear_object (&self->desk);
  g_clear_object (&self->counsellors);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (loket_work_assign_dialog_parent_class)->dispose (object);
}

static void
loket_work_assign_dialog_class_init (LoketWorkAssignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_work_assign_dialog_dispose;
  LOKET_FORM_DIALOG_CLASS (klass)->accept = loket_work_assign_dialog_accept;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/loketten/Loketten/"
                                                             "loket-work-assign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketWorkAssignDialog, counsellor);
}

static void
loket_work_assign_dialog_init (LoketWorkAssignDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* First comes somebody else than who has it now. */
static void
fill (LoketWorkAssignDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const LoketWork *first = loket_work_item_get (self->items->pdata[0]);
  guint n = g_list_model_get_n_items (self->counsellors);
  guint selected = n;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LoketRecord) counsellor = g_list_model_get_item (self->counsellors, i);

      gtk_string_list_append (names,
                              loket_counsellor_get_display_name (LOKET_COUNSELLOR (counsellor)));
      if (selected == n
          && g_strcmp0 (loket_record_get_id (counsellor), first->counsellor_id) != 0)
        selected = i;
    }
  adw_combo_row_set_model (self->counsellor, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->counsellor, selected < n ? selected : 0);
  loket_form_dialog_set_can_accept (LOKET_FORM_DIALOG (self), n > 0);
}

static void
counsellors_loaded_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (LoketWorkAssignDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) counsellors = NULL;

  counsellors = loket_desk_load_counsellors_finish (LOKET_DESK (object), result, &error);
  if (self->desk == NULL)
    return;

  if (counsellors == NULL)
    {
      loket_form_dialog_show_problem (LOKET_FORM_DIALOG (self), NULL, error->message);
      return;
    }

  self->counsellors = g_steal_pointer (&counsellors);
  fill (self);
}

/**
 * loket_work_assign_dialog_present:
 * @widget: a widget in the window that is to say what was done
 * @items: (element-type LoketWorkItem): what is handed over, at least one
 *
 * Asks who gets it, and hands it over.
 */
void
loket_work_assign_dialog_present (GtkWidget *widget,
                                  LoketDesk *desk,
                                  GPtrArray *items)
{
  LoketWorkAssignDialog *self = g_object_new (LOKET_TYPE_WORK_ASSIGN_DIALOG, NULL);
  g_autofree char *whom = NULL;

  if (items->len == 1)
    whom = g_strdup (loket_work_item_get (items->pdata[0])->client_name);
  else
    whom = g_strdup_printf (ngettext ("%u selected", "%u selected", items->len), items->len);

  self->desk = g_object_ref (desk);
  self->items = g_ptr_array_ref (items);
  loket_form_dialog_set_heading (LOKET_FORM_DIALOG (self), _("Hand Over"), whom);
  loket_form_dialog_set_can_accept (LOKET_FORM_DIALOG (self), FALSE);
  loket_desk_load_counsellors_async (desk, NULL, counsellors_loaded_cb, g_object_ref (self));
  loket_form_dialog_present (LOKET_FORM_DIALOG (self),
                             GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_widget_grab_focus (GTK_WIDGET (self->counsellor));
}
