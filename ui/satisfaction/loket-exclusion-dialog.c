/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Asks why a client is not to be invited to the survey. */

#include "loketten-config.h"

#include "loket-exclusion-dialog.h"

#include "loket-code-choice.h"
#include "loket-exclusion-act.h"

#include <glib/gi18n.h>

struct _LoketExclusionDialog
{
  LoketFormDialog parent_instance;

  AdwComboRow *reason;
  AdwEntryRow *explanation;

  LoketDesk *desk;
  LoketCodeChoice *reasons;
  char *trajectory_id;
  char *client_name;
};

G_DEFINE_FINAL_TYPE (LoketExclusionDialog, loket_exclusion_dialog, LOKET_TYPE_FORM_DIALOG)

/* There is no reason until one is chosen: the first that comes to hand would count for many. */
static void
reason_changed_cb (LoketExclusionDialog *self)
{
  loket_form_dialog_hide_problem (LOKET_FORM_DIALOG (self));
  loket_form_dialog_set_can_accept (LOKET_FORM_DIALOG (self),
                                    self->reasons != NULL
                                    && loket_code_choice_get_code (self->reasons) != NULL);
}

static void
explanation_activated_cb (LoketExclusionDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "form.accept", NULL);
}

static void
excluded_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LoketExclusionDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);
  g_autofree char *sentence = NULL;

  /* Translators: the name of a client. */
  sentence = g_strdup_printf (_("%s is not invited"), self->client_name);
  loket_form_dialog_end (LOKET_FORM_DIALOG (self), deed, error, sentence);
}

static void
loket_exclusion_dialog_accept (LoketFormDialog *form)
{
  LoketExclusionDialog *self = LOKET_EXCLUSION_DIALOG (form);
  const char *reason = loket_code_choice_get_code (self->reasons);
  g_autofree char *words = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->explanation)));

  if (g_str_equal (reason, "other") && *g_strstrip (words) == '\0')
    {
      loket_form_dialog_show_problem (form, GTK_WIDGET (self->explanation),
                                      _("Say in a few words what the reason is"));
      return;
    }

  loket_form_dialog_begin (form);
  loket_desk_exclude_async (self->desk, self->trajectory_id, reason, words, NULL, excluded_cb,
                            g_object_ref (self));
}

static void
loket_exclusion_dialog_dispose (GObject *object)
{
  LoketExclusionDialog *self = LOKET_EXCLUSION_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_EXCLUSION_DIALOG);
  g_clear_object (&self->reasons);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_exclusion_dialog_parent_class)->dispose (object);
}

static void
loket_exclusion_dialog_finalize (GObject *object)
{
  LoketExclusionDialog *self = LOKET_EXCLUSION_DIALOG (object);

  g_free (self->trajectory_id);
  g_free (self->client_name);

  G_OBJECT_CLASS (loket_exclusion_dialog_parent_class)->finalize (object);
}

static void
loket_exclusion_dialog_class_init (LoketExclusionDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_exclusion_dialog_dispose;
  object_class->finalize = loket_exclusion_dialog_finalize;
  LOKET_FORM_DIALOG_CLASS (klass)->accept = loket_exclusion_dialog_accept;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/"
                                               "loket-exclusion-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketExclusionDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, LoketExclusionDialog, explanation);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, explanation_activated_cb);
}

static void
loket_exclusion_dialog_init (LoketExclusionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_exclusion_dialog_new:
 * @candidate: who can be invited
 */
GtkWidget *
loket_exclusion_dialog_new (LoketDesk            *desk,
                            const LoketSurveyRow *candidate)
{
  LoketExclusionDialog *self = g_object_new (LOKET_TYPE_EXCLUSION_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  self->trajectory_id = g_strdup (candidate->trajectory_id);
  self->client_name = g_strdup (candidate->client_name);
  self->reasons = loket_code_choice_new (self->reason, loket_desk_get_codes (desk),
                                         "survey_exclusion", _("Choose a reason"), NULL);
  loket_form_dialog_set_heading (LOKET_FORM_DIALOG (self), _("Do Not Invite"), self->client_name);
  reason_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));

  return GTK_WIDGET (self);
}
