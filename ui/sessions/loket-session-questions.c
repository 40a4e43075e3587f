/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Chips to choose from, and a row for each question that is chosen. */

#include "loketten-config.h"

#include "loket-session-questions.h"

#include "loket-code-chips.h"
#include "loket-question-row.h"
#include "loket-session-form.h"

struct _LoketSessionQuestions
{
  AdwBin parent_instance;

  LoketCodeChips *chips;
  GtkListBox *list;

  LoketCodes *codes;   /* (nullable) */
  LoketForm *form;     /* (nullable), borrowed: the session's */
};

enum
{
  CHANGED,
  PROMISE_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketSessionQuestions, loket_session_questions, ADW_TYPE_BIN)

static void
outcome_changed_cb (LoketSessionQuestions *self,
                    LoketQuestionRow      *row)
{
  loket_session_form_set_outcome (self->form, loket_question_row_get_question (row),
                                  loket_question_row_get_outcome (row));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
promise_wanted_cb (LoketSessionQuestions *self,
                   LoketQuestionRow      *row)
{
  g_signal_emit (self, signals[PROMISE_WANTED], 0, loket_question_row_get_question (row));
}

static void
add_row (LoketSessionQuestions *self,
         const char            *question)
{
  g_autofree char *outcome = loket_session_form_dup_outcome (self->form, question);
  GtkWidget *row = loket_question_row_new (self->codes, question, outcome);

  g_signal_connect_object (row, "outcome-changed", G_CALLBACK (outcome_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "promise-wanted", G_CALLBACK (promise_wanted_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

/* In the order in which the client brought them. */
static void
render_rows (LoketSessionQuestions *self)
{
  g_auto (GStrv) questions = g_strsplit (loket_form_get_text (self->form,
                                                              LOKET_SESSION_FORM_QUESTIONS),
                                         ";", -1);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; questions[i] != NULL; i++)
    {
      if (*questions[i] != '\0')
        add_row (self, questions[i]);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          gtk_list_box_get_row_at_index (self->list, 0) != NULL);
}

static void
chip_toggled_cb (LoketSessionQuestions *self,
                 const char            *code,
                 gboolean               is_chosen)
{
  loket_session_form_set_code (self->form, LOKET_SESSION_FORM_QUESTIONS, code, is_chosen);
  render_rows (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
loket_session_questions_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LOKET_TYPE_SESSION_QUESTIONS);
  g_clear_object (&LOKET_SESSION_QUESTIONS (object)->codes);

  G_OBJECT_CLASS (loket_session_questions_parent_class)->dispose (object);
}

static void
loket_session_questions_class_init (LoketSessionQuestionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_session_questions_dispose;

  /**
   * LoketSessionQuestions::changed:
   *
   * A person changed something in the form.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  /**
   * LoketSessionQuestions::promise-wanted:
   * @question: a code of the list "questions_brought"
   *
   * A person wants to promise something about a question.
   */
  signals[PROMISE_WANTED] = g_signal_new ("promise-wanted", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                          G_TYPE_STRING);

  g_type_ensure (LOKET_TYPE_CODE_CHIPS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/loketten/Loketten/loket-session-questions.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketSessionQuestions, chips);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionQuestions, list);
  gtk_widget_class_bind_template_callback (widget_class, chip_toggled_cb);
}

static void
loket_session_questions_init (LoketSessionQuestions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_session_questions_set_codes:
 * @codes: the office's lists
 */
void
loket_session_questions_set_codes (LoketSessionQuestions *self,
                                   LoketCodes            *codes)
{
  g_return_if_fail (LOKET_IS_SESSION_QUESTIONS (self));

  g_set_object (&self->codes, codes);
  loket_code_chips_set_list (self->chips, codes, "questions_brought", FALSE);
}

/**
 * loket_session_questions_set_form:
 * @form: (transfer none): the form to fill in; outlives us, or is replaced
 */
void
loket_session_questions_set_form (LoketSessionQuestions *self,
                                  LoketForm             *form)
{
  g_return_if_fail (LOKET_IS_SESSION_QUESTIONS (self));

  self->form = form;
  loket_code_chips_set_chosen (self->chips,
                               loket_form_get_text (form, LOKET_SESSION_FORM_QUESTIONS));
  render_rows (self);
}

/**
 * loket_session_questions_toggle:
 * @position: 0 for the first question of the list
 *
 * Chooses a question, or no longer does, as a person does with a key.
 */
void
loket_session_questions_toggle (LoketSessionQuestions *self,
                                guint                  position)
{
  g_return_if_fail (LOKET_IS_SESSION_QUESTIONS (self));

  loket_code_chips_toggle (self->chips, position);
}
