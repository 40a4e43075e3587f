/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Shows the chosen fields of a record, checks them by its own rules, and saves them in one act. */

#include "loketten-config.h"

#include "loket-correction.h"

#include "loket-contact.h"
#include "loket-correct-act.h"
#include "loket-field-editor.h"
#include "loket-header-layout.h"
#include "loket-promise.h"
#include "loket-saving.h"
#include "loket-sentences.h"
#include "loket-session.h"

#include <glib/gi18n.h>
#include <string.h>

struct _LoketCorrection
{
  AdwWindow parent_instance;

  GtkRevealer *problem_revealer;
  GtkLabel *problem;
  GtkLabel *day_off;
  GtkListBox *list;

  LoketDesk *desk;
  char *act;               /* the name of the act */
  LoketDraft *draft;
  LoketDraft *original;
  LoketDraft *talk;        /* (nullable): a contact, of which only channel and note are asked */
  GPtrArray *editors;      /* of LoketFieldEditor */
  gboolean was_warned;     /* that closing throws away what was typed */
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketCorrection, loket_correction, ADW_TYPE_WINDOW)

static void
hide_problem (LoketCorrection *self)
{
  self->was_warned = FALSE;
  gtk_revealer_set_reveal_child (self->problem_revealer, FALSE);
  for (guint i = 0; i < self->editors->len; i++)
    loket_field_editor_set_wrong (self->editors->pdata[i], FALSE);
}

/* The day on which something is to be done; of what was done, nobody asks which day it was. */
static const char *
get_coming (LoketDraft  *draft,
            const char **counsellor_id)
{
  if (loket_draft_get_kind (draft) == &loket_promise_kind
      && loket_draft_get_value (draft, LOKET_PROMISE_DONE_ON) == NULL)
    {
      *counsellor_id = loket_draft_get_value (draft, LOKET_PROMISE_COUNSELLOR);
      return loket_draft_get_text (draft, LOKET_PROMISE_DUE_ON);
    }
  if (loket_draft_get_kind (draft) == &loket_session_kind
      && g_str_equal (loket_draft_get_text (draft, LOKET_SESSION_STATE), "planned"))
    {
      *counsellor_id = loket_draft_get_value (draft, LOKET_SESSION_COUNSELLOR);
      return loket_draft_get_text (draft, LOKET_SESSION_STARTS_AT);
    }

  return NULL;
}

static gboolean
is_complete (const char *date)
{
  return date != NULL && (loket_date_is_valid (date) || loket_moment_is_valid (date));
}

static void
show_day_off (LoketCorrection *self)
{
  LoketDateText today = loket_desk_get_today (self->desk);
  const char *counsellor_id = NULL;
  const char *date = get_coming (self->draft, &counsellor_id);
  g_autofree char *sentence = NULL;

  if (counsellor_id == NULL)
    counsellor_id = loket_desk_get_counsellor_id (self->desk);
  if (is_complete (date) && strcmp (date, today.text) >= 0)
    sentence = loket_sentences_format_day_off (date, loket_desk_get_rules (self->desk),
                                               counsellor_id);
  gtk_label_set_label (self->day_off, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->day_off), sentence != NULL);
}

static void
editor_changed_cb (LoketCorrection *self)
{
  hide_problem (self);
  show_day_off (self);
}

static void
show_problem (LoketCorrection *self,
              const char      *sentence)
{
  gtk_label_set_label (self->problem, sentence);
  gtk_revealer_set_reveal_child (self->problem_revealer, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->problem), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence, -1);
}

static void
point_at (LoketCorrection *self,
          guint            field)
{
  for (guint i = 0; i < self->editors->len; i++)
    {
      LoketFieldEditor *editor = self->editors->pdata[i];

      if (loket_field_editor_get_draft (editor) == self->draft
          && loket_field_editor_get_field (editor) == field)
        {
          loket_field_editor_set_wrong (editor, TRUE);
          loket_field_editor_focus (editor);
        }
    }
}

static gboolean
check_draft (LoketCorrection *self)
{
  LoketDateText today = loket_desk_get_today (self->desk);
  const LoketChecks checks = { today.text, loket_desk_get_codes (self->desk) };
  const LoketKind *kind = loket_draft_get_kind (self->draft);
  int number = loket_kind_get_number_field (kind);
  g_autoptr (LoketDraft) draft = loket_draft_copy (self->draft);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  guint field = 0;

  /* The store gives the number; until then any will do. */
  if (number >= 0 && loket_draft_get_value (draft, (guint) number) == NULL)
    loket_draft_set_value (draft, (guint) number, "-");
  if (loket_draft_validate (draft, &checks, &field, &error))
    return TRUE;

  /* Translators: the name of a field, then what is wrong with it: "Telephone: “x” is not ..." */
  sentence = g_strdup_printf (_("%s: %s"), loket_kind_get_field_title (kind, field),
                              error->message);
  show_problem (self, sentence);
  point_at (self, field);

  return FALSE;
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LoketCorrection) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);

  loket_saving_set (GTK_WINDOW (self), FALSE);
  if (deed == NULL)
    {
      show_problem (self, error->message);
      return;
    }

  if (!loket_deed_is_empty (deed))
    g_signal_emit (self, signals[SAVED], 0, deed->id);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LoketCorrection *self = LOKET_CORRECTION (widget);
  LoketTalk talk = { NULL, NULL };

  hide_problem (self);
  if (loket_saving_get (GTK_WINDOW (self)) || !check_draft (self))
    return;

  if (self->talk != NULL)
    {
      talk.channel = loket_draft_get_value (self->talk, LOKET_CONTACT_CHANNEL);
      talk.note = loket_draft_get_value (self->talk, LOKET_CONTACT_NOTE);
    }
  loket_saving_set (GTK_WINDOW (self), TRUE);
  loket_desk_correct_async (self->desk, self->act, self->draft, &talk, NULL, saved_cb,
                            g_object_ref (self));
}

static gboolean
has_changes (LoketCorrection *self)
{
  return !loket_draft_equal (self->draft, self->original)
         || (self->talk != NULL
             && (loket_draft_get_value (self->talk, LOKET_CONTACT_CHANNEL) != NULL
                 || loket_draft_get_value (self->talk, LOKET_CONTACT_NOTE) != NULL));
}

/* What was typed is not thrown away by one key. */
static gboolean
loket_correction_close_request (GtkWindow *window)
{
  LoketCorrection *self = LOKET_CORRECTION (window);

  if (loket_saving_get (window))
    return TRUE;
  if (has_changes (self) && !self->was_warned)
    {
      show_problem (self, _("This is not saved yet. Once more closes without saving"));
      self->was_warned = TRUE;
      return TRUE;
    }

  return GTK_WINDOW_CLASS (loket_correction_parent_class)->close_request (window);
}

static void
loket_correction_dispose (GObject *object)
{
  LoketCorrection *self = LOKET_CORRECTION (object);

  g_clear_pointer (&self->editors, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_CORRECTION);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_correction_parent_class)->dispose (object);
}

static void
loket_correction_finalize (GObject *object)
{
  LoketCorrection *self = LOKET_CORRECTION (object);

  g_clear_pointer (&self->draft, loket_draft_free);
  g_clear_pointer (&self->original, loket_draft_free);
  g_clear_pointer (&self->talk, loket_draft_free);
  g_clear_pointer (&self->act, g_free);

  G_OBJECT_CLASS (loket_correction_parent_class)->finalize (object);
}

static void
loket_correction_class_init (LoketCorrectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_correction_dispose;
  object_class->finalize = loket_correction_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = loket_correction_close_request;

  /**
   * LoketCorrection::saved:
   * @act: the act, for undoing it
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (LOKET_TYPE_HEADER_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-correction.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketCorrection, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, LoketCorrection, problem);
  gtk_widget_class_bind_template_child (widget_class, LoketCorrection, day_off);
  gtk_widget_class_bind_template_child (widget_class, LoketCorrection, list);
  gtk_widget_class_install_action (widget_class, "correction.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
loket_correction_init (LoketCorrection *self)
{
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_editor (LoketCorrection *self,
            LoketDraft      *draft,
            guint            field)
{
  LoketDateText today = loket_desk_get_today (self->desk);
  LoketFieldEditor *editor = loket_field_editor_new (draft, field,
                                                     loket_desk_get_codes (self->desk),
                                                     today.text);

  g_ptr_array_add (self->editors, editor);
  gtk_list_box_append (self->list, loket_field_editor_get_row (editor));
  g_signal_connect_object (editor, "changed", G_CALLBACK (editor_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (self->editors->len == 1)
    loket_field_editor_focus (editor);
}

/**
 * loket_correction_new:
 * @desk: the desk
 * @title: what is done, for the title of the window
 * @act: the name of the act that saves it
 * @draft: (transfer full): what is corrected, or made
 */
GtkWidget *
loket_correction_new (LoketDesk  *desk,
                      const char *title,
                      const char *act,
                      LoketDraft *draft)
{
  LoketCorrection *self = g_object_new (LOKET_TYPE_CORRECTION, "title", title, NULL);

  self->desk = g_object_ref (desk);
  self->act = g_strdup (act);
  self->draft = draft;
  self->original = loket_draft_copy (draft);
  show_day_off (self);

  return GTK_WIDGET (self);
}

/**
 * loket_correction_add_field:
 * @field: a field of the record; the first one that is added gets the cursor
 */
void
loket_correction_add_field (LoketCorrection *self,
                            guint            field)
{
  g_return_if_fail (LOKET_IS_CORRECTION (self));

  add_editor (self, self->draft, field);
}

/**
 * loket_correction_ask_for_talk:
 *
 * Asks how the result of a test was discussed as well.
 */
void
loket_correction_ask_for_talk (LoketCorrection *self)
{
  g_return_if_fail (LOKET_IS_CORRECTION (self));

  self->talk = loket_draft_new (&loket_contact_kind);
  add_editor (self, self->talk, LOKET_CONTACT_CHANNEL);
  add_editor (self, self->talk, LOKET_CONTACT_NOTE);
}
