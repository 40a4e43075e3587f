/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Asks for the facts of the moment, with what is known filled in, and for what has grown old. */

#include "loketten-config.h"

#include "loket-opening-dialog.h"

#include "loket-code-chips.h"
#include "loket-code-choice.h"
#include "loket-counsellor-row.h"
#include "loket-draft-check.h"
#include "loket-item-set.h"
#include "loket-sentences.h"
#include "loket-stale-fields.h"
#include "loket-trajectory-start.h"

#include <glib/gi18n.h>

struct _LoketOpeningDialog
{
  LoketFormDialog parent_instance;

  GtkLabel *present;
  AdwComboRow *situation;
  AdwEntryRow *opened_on;
  AdwComboRow *counsellor;
  LoketCodeChips *questions;
  GtkLabel *stale_heading;
  LoketStaleFields *stale_fields;

  LoketDesk *desk;
  LoketCodeChoice *situations;
  GPtrArray *counsellor_ids;
  LoketDraft *client;
  LoketDraft *trajectory;
  char *client_name;
};

G_DEFINE_FINAL_TYPE (LoketOpeningDialog, loket_opening_dialog, LOKET_TYPE_FORM_DIALOG)

static void
entry_activated_cb (LoketOpeningDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "form.accept", NULL);
}

static void
question_toggled_cb (LoketOpeningDialog *self,
                     const char         *code,
                     gboolean            is_chosen)
{
  const char *chosen = loket_draft_get_text (self->trajectory, LOKET_TRAJECTORY_QUESTIONS_BROUGHT);
  g_autofree char *joined = loket_item_set_put (chosen, code, is_chosen);

  loket_draft_set_value (self->trajectory, LOKET_TRAJECTORY_QUESTIONS_BROUGHT, joined);
}

/* What is chosen is true now, for the client as well. */
static void
read_rows (LoketOpeningDialog *self)
{
  LoketDateText today = loket_desk_get_today (self->desk);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->opened_on));
  const char *situation = loket_code_choice_get_code (self->situations);
  LoketDateText date = loket_date_parse_past (typed, today.text);
  guint selected = adw_combo_row_get_selected (self->counsellor);

  loket_draft_set_value (self->trajectory, LOKET_TRAJECTORY_OPENED_ON,
                         date.text[0] != '\0' ? date.text : typed);
  loket_draft_set_value (self->trajectory, LOKET_TRAJECTORY_SITUATION, situation);
  loket_draft_set_value (self->trajectory, LOKET_TRAJECTORY_COUNSELLOR,
                         self->counsellor_ids->pdata[selected]);
  if (situation != NULL)
    loket_draft_set_value (self->client, LOKET_CLIENT_SITUATION, situation);
}

static gboolean
check_rows (LoketOpeningDialog *self)
{
  guint field = 0;
  g_autofree char *sentence = loket_draft_check (self->trajectory, self->desk, &field);
  GtkWidget *row = field == LOKET_TRAJECTORY_OPENED_ON ? GTK_WIDGET (self->opened_on) : NULL;

  if (sentence == NULL)
    {
      sentence = loket_draft_check (self->client, self->desk, &field);
      row = loket_stale_fields_get_row (self->stale_fields, field);
    }
  if (sentence != NULL)
    loket_form_dialog_show_problem (LOKET_FORM_DIALOG (self), row, sentence);

  return sentence == NULL;
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LoketOpeningDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);
  /* Translators: the name of a client. */
  g_autofree char *sentence = g_strdup_printf (_("%s: new trajectory begun"), self->client_name);

  loket_form_dialog_end (LOKET_FORM_DIALOG (self), deed, error, sentence);
}

static void
loket_opening_dialog_accept (LoketFormDialog *form)
{
  LoketOpeningDialog *self = LOKET_OPENING_DIALOG (form);
  g_autoptr (GArray) confirmed = loket_stale_fields_dup_confirmed (self->stale_fields);
  const LoketOpening opening = { self->trajectory, self->client, confirmed };
  guint situation = LOKET_CLIENT_SITUATION;

  read_rows (self);
  if (!check_rows (self))
    return;

  if (loket_code_choice_get_code (self->situations) != NULL)
    g_array_append_val (confirmed, situation);
  loket_form_dialog_begin (form);
  loket_desk_open_trajectory_async (self->desk, &opening, NULL, opened_cb, g_object_ref (self));
}

static void
loket_opening_dialog_dispose (GObject *object)
{
  LoketOpeningDialog *self = LOKET_OPENING_DIALOG (object);

  g_clear_object (&self->situations);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_OPENING_DIALOG);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_opening_dialog_parent_class)->dispose (object);
}

static void
loket_opening_dialog_finalize (GObject *object)
{
  LoketOpeningDialog *self = LOKET_OPENING_DIALOG (object);

  g_clear_pointer (&self->client, loket_draft_free);
  g_clear_pointer (&self->trajectory, loket_draft_free);
  g_clear_pointer (&self->counsellor_ids, g_ptr_array_unref);
  g_free (self->client_name);

  G_OBJECT_CLASS (loket_opening_dialog_parent_class)->finalize (object);
}

static void
loket_opening_dialog_class_init (LoketOpeningDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_opening_dialog_dispose;
  object_class->finalize = loket_opening_dialog_finalize;
  LOKET_FORM_DIALOG_CLASS (klass)->accept = loket_opening_dialog_accept;

  g_type_ensure (LOKET_TYPE_CODE_CHIPS);
  g_type_ensure (LOKET_TYPE_STALE_FIELDS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-opening-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketOpeningDialog, present);
  gtk_widget_class_bind_template_child (widget_class, LoketOpeningDialog, situation);
  gtk_widget_class_bind_template_child (widget_class, LoketOpeningDialog, opened_on);
  gtk_widget_class_bind_template_child (widget_class, LoketOpeningDialog, counsellor);
  gtk_widget_class_bind_template_child (widget_class, LoketOpeningDialog, questions);
  gtk_widget_class_bind_template_child (widget_class, LoketOpeningDialog, stale_heading);
  gtk_widget_class_bind_template_child (widget_class, LoketOpeningDialog, stale_fields);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, question_toggled_cb);
}

static void
loket_opening_dialog_init (LoketOpeningDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Two trajectories at once are possible, but seldom meant. */
static void
show_present (LoketOpeningDialog *self,
              LoketDossier       *dossier)
{
  LoketRecord *trajectory = LOKET_RECORD (loket_dossier_get_current_trajectory (dossier));
  LoketDateText today = loket_desk_get_today (self->desk);
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (trajectory == NULL
      || loket_record_get_value (trajectory, LOKET_TRAJECTORY_CLOSED_ON) != NULL)
    return;

  day = loket_sentences_format_year_day (
    loket_record_get_text (trajectory, LOKET_TRAJECTORY_OPENED_ON), today.text);
  /* Translators: the day on which a trajectory began. */
  text = g_strdup_printf (_("The trajectory that began on %s is still open; it stays so."), day);
  gtk_label_set_label (self->present, text);
  gtk_widget_set_visible (GTK_WIDGET (self->present), TRUE);
}

/* The situation has a row of its own already. */
static void
show_stale (LoketOpeningDialog *self,
            LoketDossier       *dossier)
{
  LoketDateText today = loket_desk_get_today (self->desk);
  g_autoptr (GArray) stale = loket_dossier_list_stale (dossier, today.text);

  for (guint i = stale->len; i > 0; i--)
    {
      if (g_array_index (stale, guint, i - 1) == LOKET_CLIENT_SITUATION)
        g_array_remove_index (stale, i - 1);
    }
  loket_stale_fields_show (self->stale_fields, self->desk, self->client, stale);
  gtk_widget_set_visible (GTK_WIDGET (self->stale_heading), stale->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->stale_fields), stale->len > 0);
}

static void
show_situation (LoketOpeningDialog *self,
                LoketClient        *client)
{
  LoketCodes *codes = loket_desk_get_codes (self->desk);
  const char *situation = loket_record_get_value (LOKET_RECORD (client), LOKET_CLIENT_SITUATION);
  g_autofree char *source = NULL, *title = NULL;

  self->situations = loket_code_choice_new (self->situation, codes, "situation", _("Not known"),
                                            situation);
  if (situation == NULL)
    return;

  source = loket_stale_fields_format_source (client, LOKET_CLIENT_SITUATION, codes);
  /* Translators: the name of a field, and where its value comes from. */
  title = g_strdup_printf (_("%s, %s"), _("Situation at this moment"), source);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->situation), title);
}

/**
 * loket_opening_dialog_new:
 * @dossier: of the client
 */
GtkWidget *
loket_opening_dialog_new (LoketDesk    *desk,
                          LoketDossier *dossier)
{
  LoketOpeningDialog *self = g_object_new (LOKET_TYPE_OPENING_DIALOG, NULL);
  LoketClient *client = loket_dossier_get_client (dossier);
  LoketDateText today = loket_desk_get_today (desk);
  LoketDateText typed = loket_date_format_typed (today.text);

  self->desk = g_object_ref (desk);
  self->client = loket_draft_new_from_record (LOKET_RECORD (client));
  self->client_name = loket_client_dup_display_name (client);
  self->trajectory = loket_draft_new (&loket_trajectory_kind);
  loket_draft_set_value (self->trajectory, LOKET_TRAJECTORY_CLIENT_NO,
                         loket_record_get_id (LOKET_RECORD (client)));
  show_present (self, dossier);
  show_situation (self, client);
  gtk_editable_set_text (GTK_EDITABLE (self->opened_on), typed.text);
  self->counsellor_ids = loket_counsellor_row_fill (self->counsellor, dossier,
                                                    loket_desk_get_counsellor_id (desk));
  loket_code_chips_set_list (self->questions, loket_desk_get_codes (desk), "questions_brought",
                             FALSE);
  show_stale (self, dossier);
  loket_form_dialog_set_heading (LOKET_FORM_DIALOG (self), _("New Trajectory"),
                                 self->client_name);
  loket_form_dialog_focus_accept (LOKET_FORM_DIALOG (self));

  return GTK_WIDGET (self);
}
