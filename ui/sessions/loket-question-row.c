/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A row with the question, a choice of outcomes and a button. */

#include "loketten-config.h"

#include "loket-question-row.h"

#include "loket-accessible.h"
#include "loket-wrap-layout.h"

#include <glib/gi18n.h>

struct _LoketQuestionRow
{
  LoketPlainRow parent_instance;

  GtkLabel *question;
  GtkDropDown *outcome;
  GtkButton *promise;

  char *code;           /* of the question */
  GPtrArray *outcomes;  /* of codes in the order of the choice; the first is NULL: not known yet */
};

enum
{
  OUTCOME_CHANGED,
  PROMISE_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketQuestionRow, loket_question_row, LOKET_TYPE_PLAIN_ROW)

static void
outcome_selected_cb (LoketQuestionRow *self)
{
  if (self->outcomes != NULL)
    g_signal_emit (self, signals[OUTCOME_CHANGED], 0);
}

static void
promise_clicked_cb (LoketQuestionRow *self)
{
  g_signal_emit (self, signals[PROMISE_WANTED], 0);
}

static void
loket_question_row_dispose (GObject *object)
{
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LOKET_TYPE_QUESTION_ROW);

  G_OBJECT_CLASS (loket_question_row_parent_class)->dispose (object);
}

static void
loket_question_row_finalize (GObject *object)
{
  LoketQuestionRow *self = LOKET_QUESTION_ROW (object);

  g_free (self->code);
  g_clear_pointer (&self->outcomes, g_ptr_array_unref);

  G_OBJECT_CLASS (loket_question_row_parent_class)->finalize (object);
}

static void
loket_question_row_class_init (LoketQuestionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_question_row_dispose;
  object_class->finalize = loket_question_row_finalize;

  /**
   * LoketQuestionRow::outcome-changed:
   *
   * A person said what became of the question.
   */
  signals[OUTCOME_CHANGED] = g_signal_new ("outcome-changed", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * LoketQuestionRow::promise-wanted:
   *
   * A person wants to promise something about the question.
   */
  signals[PROMISE_WANTED] = g_signal_new ("promise-wanted", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LOKET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-question-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketQuestionRow, question);
  gtk_widget_class_bind_template_child (widget_class, LoketQuestionRow, outcome);
  gtk_widget_class_bind_template_child (widget_class, LoketQuestionRow, promise);
  gtk_widget_class_bind_template_callback (widget_class, outcome_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, promise_clicked_cb);
}

static void
loket_question_row_init (LoketQuestionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The outcomes that are in use, and one that is retired when the question has it. */
static void
fill_outcomes (LoketQuestionRow *self,
               LoketCodes       *codes,
               const char       *chosen)
{
  GPtrArray *all = loket_codes_get_list (codes, "question_outcome");
  GtkStringList *labels = gtk_string_list_new (NULL);
  GPtrArray *outcomes = g_ptr_array_new ();
  guint selected = 0;

  gtk_string_list_append (labels, _("Not known yet"));
  g_ptr_array_add (outcomes, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      const LoketCode *code = all->pdata[i];
      gboolean is_chosen = g_strcmp0 (chosen, code->code) == 0;

      if (code->retired && !is_chosen)
        continue;
      if (is_chosen)
        selected = outcomes->len;
      gtk_string_list_append (labels, code->label);
      g_ptr_array_add (outcomes, code->code);
    }

  gtk_drop_down_set_model (self->outcome, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->outcome, selected);
  self->outcomes = outcomes;
  g_object_unref (labels);
}

/**
 * loket_question_row_new:
 * @codes: the office's lists; outlive the row
 * @question: a code of the list "questions_brought"
 * @outcome: (nullable): what became of it, a code of the list "question_outcome"
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
loket_question_row_new (LoketCodes *codes,
                        const char *question,
                        const char *outcome)
{
  LoketQuestionRow *self = g_object_new (LOKET_TYPE_QUESTION_ROW, NULL);
  const char *label = loket_codes_get_label (codes, "questions_brought", question);
  g_autofree char *outcome_name = NULL;
  g_autofree char *promise_name = NULL;

  self->code = g_strdup (question);
  gtk_label_set_label (self->question, label);
  fill_outcomes (self, codes, outcome);

  /* Translators: a question of the client. */
  outcome_name = g_strdup_printf (_("What became of “%s”"), label);
  loket_accessible_label_drop_down (self->outcome, outcome_name);
  /* Translators: a question of the client. */
  promise_name = g_strdup_printf (_("Promise something about “%s”"), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->promise), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  promise_name, -1);

  return GTK_WIDGET (self);
}

/**
 * loket_question_row_get_question:
 *
 * Returns: (transfer none): a code of the list "questions_brought"
 */
const char *
loket_question_row_get_question (LoketQuestionRow *self)
{
  g_return_val_if_fail (LOKET_IS_QUESTION_ROW (self), NULL);

  return self->code;
}

/**
 * loket_question_row_get_outcome:
 *
 * Returns: (transfer none) (nullable): a code of the list "question_outcome"; NULL when it is not
 *   known yet
 */
const char *
loket_question_row_get_outcome (LoketQuestionRow *self)
{
  g_return_val_if_fail (LOKET_IS_QUESTION_ROW (self), NULL);

  return self->outcomes->pdata[gtk_drop_down_get_selected (self->outcome)];
}
