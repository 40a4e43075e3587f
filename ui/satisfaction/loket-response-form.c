/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * One act for each response, and at once the next one. */

#include "loketten-config.h"

#include "loket-response-form.h"

#include "loket-preferences.h"
#include "loket-questionnaires.h"
#include "loket-response-head.h"
#include "loket-response-question.h"
#include "loket-response-words.h"
#include "loket-response.h"
#include "loket-toasts.h"
#include "loket-wrap-layout.h"

#include <glib/gi18n.h>

struct _LoketResponseForm
{
  AdwWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  AdwWindowTitle *window_title;
  LoketResponseHead *head;
  GtkLabel *problem;
  GtkLabel *withheld;
  GtkWidget *left_box;
  GtkLabel *left;
  LoketResponseQuestion *question;
  GtkLabel *before_label;
  GtkLabel *progress;
  GtkButton *save_button;
  GtkWidget *history_box;
  GtkListBox *history;

  LoketDesk *desk;
  LoketQuestionnaire *questionnaire;
  LoketResponseSheet *sheet;
  LoketRecord *before;          /* (nullable): the response that is corrected */
  LoketToasts *toasts;
  GCancellable *cancellable;    /* (nullable): of the latest check */
  gboolean is_saving;
  gboolean may_close;
  gboolean is_dirty;
};

G_DEFINE_FINAL_TYPE (LoketResponseForm, loket_response_form, ADW_TYPE_WINDOW)

static void
say_problem (LoketResponseForm *self,
             const char        *sentence)
{
  gtk_label_set_text (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

static LoketResponseEntry *
create_entry (LoketResponseForm *self)
{
  LoketResponseEntry *entry = loket_response_entry_new (self->questionnaire);

  g_set_object (&entry->before, self->before);
  loket_response_head_fill (self->head, entry);
  entry->open = loket_response_sheet_dup_open (self->sheet);

  return entry;
}

static void
checked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LoketResponseForm) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDraft) draft = NULL;

  draft = loket_desk_check_response_finish (LOKET_DESK (object), result, &error);
  if (self->desk == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  say_problem (self, error != NULL ? error->message : NULL);
  loket_response_head_show_attribution (self->head, draft);
}

static void
check_head (LoketResponseForm *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  loket_desk_check_response_async (self->desk, create_entry (self), self->cancellable, checked_cb,
                                   g_object_ref (self));
}

/* What was answered but is not asked any more is dropped by nobody but who types. */
static void
show_left (LoketResponseForm *self)
{
  g_autofree char *sentence = loket_response_words_format_left (self->sheet);

  gtk_widget_set_visible (self->left_box, sentence != NULL);
  gtk_label_set_text (self->left, sentence != NULL ? sentence : "");
}

static void
show_progress (LoketResponseForm *self)
{
  guint n, n_answered;
  g_autofree char *text = NULL;

  loket_response_words_count (self->sheet, &n, &n_answered);
  /* Translators: how many questions are answered, and how many are asked. */
  text = g_strdup_printf (_("%u of %u answered"), n_answered, n);
  gtk_label_set_text (self->progress, text);
  show_left (self);
}

/* What was answered just before: a key that was hit wrong is seen. */
static void
show_before (LoketResponseForm *self)
{
  int index = loket_response_sheet_find_previous (
      self->sheet, loket_response_question_get_item (self->question));
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->before_label), index >= 0);
  if (index < 0)
    return;

  text = loket_response_words_format_answer (
      loket_response_sheet_get_item (self->sheet, (guint) index),
      loket_response_sheet_get_value (self->sheet, (guint) index));
  gtk_label_set_text (self->before_label, text);
}

static void
show_item (LoketResponseForm *self,
           int                index)
{
  if (index < 0)
    return;

  loket_response_question_set_item (self->question, index);
  gtk_widget_grab_focus (GTK_WIDGET (self->question));
  show_before (self);
  show_progress (self);
}

static void
answer_changed_cb (LoketResponseForm *self)
{
  self->is_dirty = TRUE;
  self->may_close = FALSE;
  show_progress (self);
}

static gboolean
go_on_cb (LoketResponseForm *self)
{
  int next = loket_response_sheet_find_next (self->sheet,
                                             loket_response_question_get_item (self->question));

  if (next >= 0)
    show_item (self, next);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->save_button));

  return TRUE;
}

static gboolean
go_back_cb (LoketResponseForm *self)
{
  int index = loket_response_sheet_find_previous (
      self->sheet, loket_response_question_get_item (self->question));

  if (index < 0)
    return FALSE;
  show_item (self, index);

  return TRUE;
}

/* The year and the wave decide what is asked. */
static void
read_head (LoketResponseForm *self)
{
  int year = (int) g_ascii_strtoll (loket_response_head_get_month (self->head), NULL, 10);
  int index = loket_response_question_get_item (self->question);

  loket_response_sheet_set_wave (self->sheet, loket_response_head_get_wave (self->head));
  if (strlen (loket_response_head_get_month (self->head)) == strlen ("2026-11"))
    loket_response_sheet_set_year (self->sheet, year);

  index = loket_response_sheet_find_next (self->sheet, MAX (index, 0) - 1);
  if (index < 0)
    index = loket_response_sheet_find_next (self->sheet, -1);
  if (index >= 0)
    loket_response_question_set_item (self->question, index);
  show_progress (self);
}

static void
head_changed_cb (LoketResponseForm *self)
{
  self->is_dirty = TRUE;
  self->may_close = FALSE;
  read_head (self);
  check_head (self);
}

static void
head_activated_cb (LoketResponseForm *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->question));
}

static void
show_title (LoketResponseForm *self)
{
  g_autofree char *title = NULL;

  if (self->before != NULL)
    /* Translators: the number of a response. */
    title = g_strdup_printf (_("Correct %s"),
                             loket_record_get_text (self->before, LOKET_RESPONSE_RESPONSE_NO));
  adw_window_title_set_title (self->window_title,
                              title != NULL ? title : _("Enter Responses"));
  adw_window_title_set_subtitle (self->window_title,
                                 loket_questionnaire_get_title (
                                   self->questionnaire, loket_preferences_get_language ()));
}

static void
begin (LoketResponseForm *self)
{
  loket_response_head_begin (self->head, self->before != NULL);
  g_clear_object (&self->before);
  gtk_widget_set_visible (self->history_box, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->withheld), FALSE);
  loket_response_sheet_clear (self->sheet);
  self->is_dirty = FALSE;
  say_problem (self, NULL);
  show_title (self);
  show_item (self, loket_response_sheet_find_next (self->sheet, -1));
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LoketResponseForm) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);
  g_autofree char *sentence = NULL;

  self->is_saving = FALSE;
  if (self->desk == NULL)
    return;
  if (deed == NULL)
    {
      say_problem (self, error->message);
      return;
    }

  sentence = loket_response_words_format_saved (self->sheet, self->before != NULL);
  begin (self);
  if (!loket_deed_is_empty (deed))
    loket_toasts_offer_undo (self->toasts, sentence, deed->id);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LoketResponseForm *self = LOKET_RESPONSE_FORM (widget);
  g_autoptr (GError) error = NULL;
  LoketResponseEntry *entry;

  if (self->is_saving)
    return;
  if (!loket_response_sheet_has_answers (self->sheet))
    {
      say_problem (self, _("Nothing has been answered yet"));
      return;
    }
  if (loket_response_sheet_find_left (self->sheet) >= 0)
    {
      say_problem (self, _("Leave out what is not asked any more, or go back and change the "
                           "answer that decides"));
      return;
    }

  entry = create_entry (self);
  entry->answers = loket_response_sheet_dup_answers (self->sheet, &error);
  if (entry->answers == NULL)
    {
      say_problem (self, error->message);
      loket_response_entry_free (entry);
      return;
    }

  self->is_saving = TRUE;
  loket_desk_enter_response_async (self->desk, entry, NULL, saved_cb, g_object_ref (self));
}

static void
drop_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LoketResponseForm *self = LOKET_RESPONSE_FORM (widget);

  loket_response_sheet_drop_left (self->sheet);
  say_problem (self, NULL);
  show_item (self, MAX (loket_response_sheet_find_next (
                          self->sheet, loket_response_question_get_item (self->question) - 1), 0));
}

static void
show_history (LoketResponseForm          *self,
              const LoketResponseReading *reading)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->history))) != NULL)
    gtk_list_box_remove (self->history, row);
  for (guint i = 0; i < reading->changes->len; i++)
    gtk_list_box_append (self->history,
                         loket_response_words_create_row (reading->changes->pdata[i]));
  gtk_widget_set_visible (self->history_box, TRUE);
}

/* Takes a response that is kept. */
static void
correct (LoketResponseForm          *self,
         const LoketResponseReading *reading)
{
  LoketRecord *record = reading->record;
  const char *month = loket_record_get_text (record, LOKET_RESPONSE_MONTH);

  g_set_object (&self->before, record);
  loket_response_head_read (self->head, reading);
  loket_response_sheet_set_year (self->sheet, (int) g_ascii_strtoll (month, NULL, 10));
  loket_response_sheet_set_wave (self->sheet, loket_response_head_get_wave (self->head));
  loket_response_sheet_read (self->sheet, loket_record_get_text (record, LOKET_RESPONSE_ANSWERS),
                             reading->open);
  self->is_dirty = FALSE;
  say_problem (self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->withheld), reading->is_open_withheld);
  show_history (self, reading);
  show_title (self);
  show_item (self, loket_response_sheet_find_next (self->sheet, -1));
  check_head (self);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LoketResponseForm) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketResponseReading) reading = NULL;

  reading = loket_desk_read_response_finish (LOKET_DESK (object), result, &error);
  if (self->desk == NULL)
    return;
  if (reading != NULL)
    correct (self, reading);
  else
    say_problem (self, error->message);
}

static void
find_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LoketResponseForm *self = LOKET_RESPONSE_FORM (widget);
  g_autofree char *number = g_strstrip (g_strdup (loket_response_head_get_number (self->head)));

  if (*number == '\0')
    {
      say_problem (self, _("Type the number of the response that is to be corrected"));
      loket_response_head_ask_number (self->head);
      return;
    }
  if (self->is_dirty && loket_response_sheet_has_answers (self->sheet))
    {
      say_problem (self, _("Save this response first, or begin anew"));
      return;
    }

  loket_desk_read_response_async (self->desk, self->questionnaire, number,
                                  loket_response_head_get_typed_wave (self->head), NULL, found_cb,
                                  g_object_ref (self));
}

static void
set_survey (LoketResponseForm  *self,
            LoketQuestionnaire *questionnaire)
{
  LoketResponseSheet *sheet = loket_response_sheet_new (questionnaire);

  g_set_object (&self->questionnaire, questionnaire);
  loket_response_question_set_sheet (self->question, sheet);
  g_clear_pointer (&self->sheet, loket_response_sheet_free);
  self->sheet = sheet;
  loket_response_head_show_survey (self->head, questionnaire);
  begin (self);
  read_head (self);
}

static void
survey_chosen_cb (LoketResponseForm *self)
{
  if (!loket_response_sheet_has_answers (self->sheet))
    {
      set_survey (self, loket_response_head_get_survey (self->head));
      return;
    }

  say_problem (self, _("Save this response first, or begin anew"));
  loket_response_head_show_survey (self->head, self->questionnaire);
}

static void
surveys_listed_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (LoketResponseForm) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *surveys = loket_desk_list_questionnaires_finish (LOKET_DESK (object), result,
                                                              &error);

  if (surveys != NULL && self->desk != NULL)
    loket_response_head_offer_surveys (self->head, surveys, self->questionnaire);
  else if (surveys != NULL)
    g_ptr_array_unref (surveys);
  else if (self->desk != NULL)
    say_problem (self, error->message);
}

static void
begin_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  begin (LOKET_RESPONSE_FORM (widget));
}

/* Nothing that was typed goes at the first stroke. */
static gboolean
loket_response_form_close_request (GtkWindow *window)
{
  LoketResponseForm *self = LOKET_RESPONSE_FORM (window);

  if (self->is_dirty && loket_response_sheet_has_answers (self->sheet) && !self->may_close)
    {
      self->may_close = TRUE;
      say_problem (self, _("This response is not saved: close once more to throw it away"));
      return TRUE;
    }

  return GTK_WINDOW_CLASS (loket_response_form_parent_class)->close_request (window);
}

static void
loket_response_form_dispose (GObject *object)
{
  LoketResponseForm *self = LOKET_RESPONSE_FORM (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_RESPONSE_FORM);
  g_clear_object (&self->before);
  g_clear_object (&self->toasts);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_response_form_parent_class)->dispose (object);
}

static void
loket_response_form_finalize (GObject *object)
{
  LoketResponseForm *self = LOKET_RESPONSE_FORM (object);

  g_clear_pointer (&self->sheet, loket_response_sheet_free);
  g_clear_object (&self->questionnaire);

  G_OBJECT_CLASS (loket_response_form_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "response.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "response.drop", NULL, drop_action);
  gtk_widget_class_install_action (widget_class, "response.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "response.begin", NULL, begin_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "response.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "response.find",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LoketResponseForm, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseForm, window_title);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseForm, head);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseForm, problem);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseForm, withheld);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseForm, left_box);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseForm, left);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseForm, question);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseForm, before_label);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseForm, progress);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseForm, save_button);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseForm, history_box);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseForm, history);
}

static void
loket_response_form_class_init (LoketResponseFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_response_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = loket_response_form_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = loket_response_form_close_request;

  g_type_ensure (LOKET_TYPE_RESPONSE_HEAD);
  g_type_ensure (LOKET_TYPE_RESPONSE_QUESTION);
  g_type_ensure (LOKET_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/loketten/Loketten/loket-response-form.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, answer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_on_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, head_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, head_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, survey_chosen_cb);
  install_actions (widget_class);
}

static void
loket_response_form_init (LoketResponseForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_response_form_new:
 * @desk: an open desk
 * @questionnaire: what was asked
 * @office: (nullable): of who types; responses count for it unless something else is typed
 *
 * Returns: (transfer none): a window in which responses are typed over
 */
GtkWidget *
loket_response_form_new (LoketDesk          *desk,
                         LoketQuestionnaire *questionnaire,
                         const char         *office)
{
  LoketResponseForm *self = g_object_new (LOKET_TYPE_RESPONSE_FORM, NULL);
  LoketDateText today = loket_desk_get_today (desk);
  g_autofree char *month = g_strndup (today.text, strlen ("2026-11"));

  self->toasts = loket_toasts_new (self->toast_overlay,
                                   adw_toast_overlay_get_child (self->toast_overlay));
  loket_toasts_set_desk (self->toasts, desk);
  loket_toasts_attach (self->toasts, GTK_WIDGET (self));
  loket_response_head_set_month (self->head, month);
  loket_response_head_set_own_office (self->head, office);
  self->desk = g_object_ref (desk);
  set_survey (self, questionnaire);
  loket_desk_list_questionnaires_async (desk, NULL, surveys_listed_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}
