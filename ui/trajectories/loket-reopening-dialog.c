/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Asks why a trajectory is opened again, and says which after-care ends with that. */

#include "loketten-config.h"

#include "loket-reopening-dialog.h"

#include "loket-closing-facts.h"
#include "loket-sentences.h"
#include "loket-trajectory-acts.h"

#include <glib/gi18n.h>

struct _LoketReopeningDialog
{
  LoketFormDialog parent_instance;

  AdwEntryRow *reason;
  GtkLabel *consequence;

  LoketDesk *desk;
  char *client_name;
  char *trajectory_id;
  guint n_aftercare;
  gboolean was_warned;
};

G_DEFINE_FINAL_TYPE (LoketReopeningDialog, loket_reopening_dialog, LOKET_TYPE_FORM_DIALOG)

static void
reason_changed_cb (LoketReopeningDialog *self)
{
  g_autofree char *reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason)));

  self->was_warned = FALSE;
  loket_form_dialog_hide_problem (LOKET_FORM_DIALOG (self));
  loket_form_dialog_set_can_accept (LOKET_FORM_DIALOG (self), *g_strstrip (reason) != '\0');
}

static void
reason_activated_cb (LoketReopeningDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "form.accept", NULL);
}

static char *
format_reopened (LoketReopeningDialog *self)
{
  if (self->n_aftercare == 0)
    /* Translators: the name of a client. */
    return g_strdup_printf (_("%s: trajectory reopened"), self->client_name);

  /* Translators: the name of a client, and how many contacts. */
  return g_strdup_printf (ngettext ("%s: trajectory reopened, %u after-care contact cancelled",
                                    "%s: trajectory reopened, %u after-care contacts cancelled",
                                    self->n_aftercare), self->client_name, self->n_aftercare);
}

static void
reopened_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LoketReopeningDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);
  g_autofree char *sentence = format_reopened (self);

  loket_form_dialog_end (LOKET_FORM_DIALOG (self), deed, error, sentence);
}

static void
loket_reopening_dialog_accept (LoketFormDialog *form)
{
  LoketReopeningDialog *self = LOKET_REOPENING_DIALOG (form);

  loket_form_dialog_begin (form);
  loket_desk_reopen_trajectory_async (self->desk, self->trajectory_id,
                                      gtk_editable_get_text (GTK_EDITABLE (self->reason)), NULL,
                                      reopened_cb, g_object_ref (self));
}

/* What was typed is not thrown away with one key. */
static gboolean
loket_reopening_dialog_close_request (GtkWindow *window)
{
  LoketReopeningDialog *self = LOKET_REOPENING_DIALOG (window);

  if (!self->was_warned && *gtk_editable_get_text (GTK_EDITABLE (self->reason)) != '\0')
    {
      loket_form_dialog_show_problem (LOKET_FORM_DIALOG (self), NULL,
                                      _("This is not saved yet. Once more closes without saving"));
      self->was_warned = TRUE;
      return TRUE;
    }

  return GTK_WINDOW_CLASS (loket_reopening_dialog_parent_class)->close_request (window);
}

static void
loket_reopening_dialog_dispose (GObject *object)
{
  LoketReopeningDialog *self = LOKET_REOPENING_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_REOPENING_DIALOG);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_reopening_dialog_parent_class)->dispose (object);
}

static void
loket_reopening_dialog_finalize (GObject *object)
{
  LoketReopeningDialog *self = LOKET_REOPENING_DIALOG (object);

  g_free (self->client_name);
  g_free (self->trajectory_id);

  G_OBJECT_CLASS (loket_reopening_dialog_parent_class)->finalize (object);
}

static void
loket_reopening_dialog_class_init (LoketReopeningDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_reopening_dialog_dispose;
  object_class->finalize = loket_reopening_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = loket_reopening_dialog_close_request;
  LOKET_FORM_DIALOG_CLASS (klass)->accept = loket_reopening_dialog_accept;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/"
                                               "loket-reopening-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketReopeningDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, LoketReopeningDialog, consequence);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_activated_cb);
}

static void
loket_reopening_dialog_init (LoketReopeningDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  loket_form_dialog_set_can_accept (LOKET_FORM_DIALOG (self), FALSE);
}

static void
show_consequence (LoketReopeningDialog *self,
                  LoketRecord          *trajectory)
{
  const char *closed_on = loket_record_get_text (trajectory, LOKET_TRAJECTORY_CLOSED_ON);
  LoketDateText today = loket_desk_get_today (self->desk);
  g_autofree char *day = loket_sentences_format_year_day (closed_on, today.text);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: a day. */
  g_string_append_printf (text, _("Closed on %s."), day);
  if (self->n_aftercare > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("%u after-care contact is cancelled; closing again "
                                              "plans anew.",
                                              "%u after-care contacts are cancelled; closing again "
                                              "plans anew.", self->n_aftercare),
                              self->n_aftercare);
    }
  gtk_label_set_label (self->consequence, text->str);
}

/**
 * loket_reopening_dialog_new:
 * @dossier: of the client
 * @trajectory: a trajectory of the client, which is closed
 */
GtkWidget *
loket_reopening_dialog_new (LoketDesk       *desk,
                            LoketDossier    *dossier,
                            LoketTrajectory *trajectory)
{
  LoketReopeningDialog *self = g_object_new (LOKET_TYPE_REOPENING_DIALOG, NULL);
  LoketDateText now = loket_clock_get_moment (loket_desk_get_clock (desk));
  g_autoptr (LoketClosingFacts) facts = NULL;

  self->desk = g_object_ref (desk);
  self->trajectory_id = g_strdup (loket_record_get_id (LOKET_RECORD (trajectory)));
  self->client_name = loket_client_dup_display_name (loket_dossier_get_client (dossier));
  facts = loket_closing_facts_new (dossier, self->trajectory_id, now.text);
  self->n_aftercare = facts->n_aftercare;
  loket_form_dialog_set_heading (LOKET_FORM_DIALOG (self), _("Reopen the Trajectory"),
                                 self->client_name);
  show_consequence (self, LOKET_RECORD (trajectory));
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));

  return GTK_WIDGET (self);
}
