/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Offers the counsellors, first of all who works at the desk when nobody has the trajectory. */

#include "loketten-config.h"

#include "loket-assign-dialog.h"

#include "loket-counsellor-row.h"
#include "loket-trajectory-start.h"

#include <glib/gi18n.h>

struct _LoketAssignDialog
{
  LoketFormDialog parent_instance;

  AdwComboRow *counsellor;

  LoketDesk *desk;
  GPtrArray *counsellor_ids;
  char *trajectory_id;
  char *client_name;
};

G_DEFINE_FINAL_TYPE (LoketAssignDialog, loket_assign_dialog, LOKET_TYPE_FORM_DIALOG)

static void
assigned_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LoketAssignDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);
  GtkStringObject *chosen = adw_combo_row_get_selected_item (self->counsellor);
  /* Translators: the name of a client, and of the counsellor who is to help. */
  g_autofree char *sentence = g_strdup_printf (_("%s: assigned to %s"), self->client_name,
                                               gtk_string_object_get_string (chosen));

  loket_form_dialog_end (LOKET_FORM_DIALOG (self), deed, error, sentence);
}

static void
loket_assign_dialog_accept (LoketFormDialog *form)
{
  LoketAssignDialog *self = LOKET_ASSIGN_DIALOG (form);
  guint selected = adw_combo_row_get_selected (self->counsellor);

  loket_form_dialog_begin (form);
  loket_desk_assign_trajectory_async (self->desk, self->trajectory_id,
                                      self->counsellor_ids->pdata[selected], NULL, assigned_cb,
                                      g_object_ref (self));
}

static void
loket_assign_dialog_dispose (GObject *object)
{
  LoketAssignDialog *self = LOKET_ASSIGN_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_ASSIGN_DIALOG);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_assign_dialog_parent_class)->dispose (object);
}

static void
loket_assign_dialog_finalize (GObject *object)
{
  LoketAssignDialog *self = LOKET_ASSIGN_DIALOG (object);

  g_clear_pointer (&self->counsellor_ids, g_ptr_array_unref);
  g_free (self->trajectory_id);
  g_free (self->client_name);

  G_OBJECT_CLASS (loket_assign_dialog_parent_class)->finalize (object);
}

static void
loket_assign_dialog_class_init (LoketAssignDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_assign_dialog_dispose;
  object_class->finalize = loket_assign_dialog_finalize;
  LOKET_FORM_DIALOG_CLASS (klass)->accept = loket_assign_dialog_accept;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-assign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketAssignDialog, counsellor);
}

static void
loket_assign_dialog_init (LoketAssignDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_assign_dialog_new:
 * @dossier: of the client
 * @trajectory: a trajectory of the client
 */
GtkWidget *
loket_assign_dialog_new (LoketDesk       *desk,
                         LoketDossier    *dossier,
                         LoketTrajectory *trajectory)
{
  LoketAssignDialog *self = g_object_new (LOKET_TYPE_ASSIGN_DIALOG, NULL);
  const char *counsellor_id = loket_record_get_value (LOKET_RECORD (trajectory),
                                                      LOKET_TRAJECTORY_COUNSELLOR);

  self->desk = g_object_ref (desk);
  self->trajectory_id = g_strdup (loket_record_get_id (LOKET_RECORD (trajectory)));
  self->client_name = loket_client_dup_display_name (loket_dossier_get_client (dossier));
  if (counsellor_id == NULL)
    counsellor_id = loket_desk_get_counsellor_id (desk);
  self->counsellor_ids = loket_counsellor_row_fill (self->counsellor, dossier, counsellor_id);
  loket_form_dialog_set_heading (LOKET_FORM_DIALOG (self), _("Assign the Trajectory"),
                                 self->client_name);
  gtk_widget_grab_focus (GTK_WIDGET (self->counsellor));

  return GTK_WIDGET (self);
}
