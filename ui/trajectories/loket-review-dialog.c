/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Asks only after what has grown old; for a client to whom nothing changed one key is enough. */

#include "loketten-config.h"

#include "loket-review-dialog.h"

#include "loket-draft-check.h"
#include "loket-intake.h"
#include "loket-stale-fields.h"

#include <glib/gi18n.h>

struct _LoketReviewDialog
{
  LoketFormDialog parent_instance;

  LoketStaleFields *fields;

  LoketDesk *desk;
  LoketDraft *client;
  char *client_name;
};

G_DEFINE_FINAL_TYPE (LoketReviewDialog, loket_review_dialog, LOKET_TYPE_FORM_DIALOG)

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LoketReviewDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);
  /* Translators: the name of a client. */
  g_autofree char *sentence = g_strdup_printf (_("%s: details confirmed"), self->client_name);

  loket_form_dialog_end (LOKET_FORM_DIALOG (self), deed, error, sentence);
}

static void
loket_review_dialog_accept (LoketFormDialog *form)
{
  LoketReviewDialog *self = LOKET_REVIEW_DIALOG (form);
  g_autoptr (GArray) confirmed = loket_stale_fields_dup_confirmed (self->fields);
  g_autofree char *sentence = NULL;
  guint field = 0;

  sentence = loket_draft_check (self->client, self->desk, &field);
  if (sentence != NULL)
    {
      loket_form_dialog_show_problem (form, loket_stale_fields_get_row (self->fields, field),
                                      sentence);
      return;
    }

  loket_form_dialog_begin (form);
  loket_desk_save_client_async (self->desk, "client.review", self->client, confirmed, NULL,
                                saved_cb, g_object_ref (self));
}

static void
loket_review_dialog_dispose (GObject *object)
{
  LoketReviewDialog *self = LOKET_REVIEW_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_REVIEW_DIALOG);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_review_dialog_parent_class)->dispose (object);
}

static void
loket_review_dialog_finalize (GObject *object)
{
  LoketReviewDialog *self = LOKET_REVIEW_DIALOG (object);

  g_clear_pointer (&self->client, loket_draft_free);
  g_free (self->client_name);

  G_OBJECT_CLASS (loket_review_dialog_parent_class)->finalize (object);
}

static void
loket_review_dialog_class_init (LoketReviewDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_review_dialog_dispose;
  object_class->finalize = loket_review_dialog_finalize;
  LOKET_FORM_DIALOG_CLASS (klass)->accept = loket_review_dialog_accept;

  g_type_ensure (LOKET_TYPE_STALE_FIELDS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-review-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketReviewDialog, fields);
}

static void
loket_review_dialog_init (LoketReviewDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_review_dialog_new:
 * @dossier: of the client
 */
GtkWidget *
loket_review_dialog_new (LoketDesk    *desk,
                         LoketDossier *dossier)
{
  LoketReviewDialog *self = g_object_new (LOKET_TYPE_REVIEW_DIALOG, NULL);
  LoketClient *client = loket_dossier_get_client (dossier);
  LoketDateText today = loket_desk_get_today (desk);
  g_autoptr (GArray) stale = loket_dossier_list_stale (dossier, today.text);

  self->desk = g_object_ref (desk);
  self->client = loket_draft_new_from_record (LOKET_RECORD (client));
  self->client_name = loket_client_dup_display_name (client);
  loket_stale_fields_show (self->fields, desk, self->client, stale);
  loket_form_dialog_set_heading (LOKET_FORM_DIALOG (self), _("Check the Details"),
                                 self->client_name);
  loket_form_dialog_focus_accept (LOKET_FORM_DIALOG (self));

  return GTK_WIDGET (self);
}
