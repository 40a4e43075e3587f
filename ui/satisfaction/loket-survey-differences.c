/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * All cards share one scale, so that they can be compared at a glance. */

#include "loketten-config.h"

#include "loket-survey-differences.h"

#include "loket-accessible.h"
#include "loket-difference-chart.h"
#include "loket-drop-down-words.h"
#include "loket-findings.h"
#include "loket-preferences.h"
#include "loket-survey-card.h"

#include <glib/gi18n.h>

struct _LoketSurveyDifferences
{
  AdwBin parent_instance;

  GtkDropDown *question;
  GtkLabel *head;
  GtkBox *columns;
  GtkBox *left;
  GtkBox *right;

  LoketSummary *summary;  /* (nullable): what is shown */
  gboolean is_filling;
};

static void loket_survey_differences_iface_init (LoketSurveyViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LoketSurveyDifferences, loket_survey_differences, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (LOKET_TYPE_SURVEY_VIEW,
                                                      loket_survey_differences_iface_init))

static void
target_activated_cb (LoketSurveyDifferences *self,
                     const char             *by,
                     const char             *value)
{
  loket_survey_view_choose (LOKET_SURVEY_VIEW (self), by, value);
}

static GPtrArray *
list_grades (const LoketSummary *summary)
{
  GPtrArray *grades = g_ptr_array_new ();

  for (guint i = 0; i < summary->questions->len; i++)
    {
      LoketQuestionSummary *question = g_ptr_array_index (summary->questions, i);

      if (question->item->kind == LOKET_ITEM_GRADE)
        g_ptr_array_add (grades, question);
    }

  return grades;
}

static LoketSurveyCard *
get_card (LoketSurveyDifferences *self,
          guint                   number)
{
  GtkBox *column = number % 2 == 0 ? self->left : self->right;
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (column));

  for (guint i = 0; card != NULL && i < number / 2; i++)
    card = gtk_widget_get_next_sibling (card);
  if (card == NULL)
    {
      card = loket_survey_card_new ();
      g_signal_connect_object (loket_survey_card_get_chart (LOKET_SURVEY_CARD (card)),
                               "target-activated", G_CALLBACK (target_activated_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (column, card);
    }

  return LOKET_SURVEY_CARD (card);
}

static void
hide_other_cards (LoketSurveyDifferences *self,
                  guint                   n_shown)
{
  GtkBox *const columns[] = { self->left, self->right };

  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    {
      guint number = c;
      GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (columns[c]));

      for (; card != NULL; card = gtk_widget_get_next_sibling (card), number += 2)
        gtk_widget_set_visible (card, number < n_shown);
    }
}

static void
show_grouping (LoketSurveyDifferences     *self,
               const LoketQuestionSummary *question,
               const LoketGrouping        *by,
               guint                       number)
{
  const char *language = loket_preferences_get_language ();
  LoketScale scale = loket_difference_chart_find_scale (question);
  g_autofree char *finding = loket_findings_grouping (question, by, language);
  const LoketSurveyCardWords words = {
    .topic = loket_texts_get (by->derived != NULL ? &by->derived->text : &by->item->label,
                              language),
    .finding = finding,
  };

  loket_survey_card_show (get_card (self, number), &words,
                          loket_difference_chart_new (self->summary, question, by, &scale,
                                                      language),
                          TRUE);
}

static void
show_question (LoketSurveyDifferences *self)
{
  g_autoptr (GPtrArray) grades = list_grades (self->summary);
  guint position = gtk_drop_down_get_selected (self->question);
  const LoketQuestionSummary *question = NULL;
  const GArray *by = self->summary->request->by;
  guint n_shown = 0;

  if (position < grades->len)
    question = grades->pdata[position];
  if (question == NULL || question->hidden || question->n == 0)
    gtk_label_set_text (self->head, _("Too few answers to compare groups."));
  else
    {
      g_autofree char *note = loket_findings_how_to_read (self->summary);

      gtk_label_set_text (self->head, note);
      for (guint i = 0; i < by->len; i++)
        show_grouping (self, question, &g_array_index (by, LoketGrouping, i), n_shown++);
    }
  hide_other_cards (self, n_shown);
}

/* The same question stays chosen while filters change. */
static void
offer_questions (LoketSurveyDifferences *self)
{
  g_autoptr (GPtrArray) grades = list_grades (self->summary);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint position = gtk_drop_down_get_selected (self->question);

  for (guint i = 0; i < grades->len; i++)
    {
      const LoketQuestionSummary *question = grades->pdata[i];

      gtk_string_list_append (list, loket_texts_get (&question->item->label,
                                                     loket_preferences_get_language ()));
    }
  self->is_filling = TRUE;
  loket_drop_down_words_set (self->question, list, position < grades->len ? position : 0);
  self->is_filling = FALSE;
}

static void
question_chosen_cb (LoketSurveyDifferences *self)
{
  if (!self->is_filling && self->summary != NULL)
    show_question (self);
}

static void
loket_survey_differences_prepare (LoketSurveyView *view,
                                  LoketRequest    *request)
{
  loket_findings_add_groups (request);
}

static void
loket_survey_differences_show (LoketSurveyView    *view,
                               const LoketSummary *summary)
{
  LoketSurveyDifferences *self = LOKET_SURVEY_DIFFERENCES (view);

  g_clear_pointer (&self->summary, loket_summary_unref);
  self->summary = loket_summary_ref ((LoketSummary *) summary);
  offer_questions (self);
  show_question (self);
}

static void
loket_survey_differences_set_narrow (LoketSurveyView *view,
                                     gboolean         is_narrow)
{
  LoketSurveyDifferences *self = LOKET_SURVEY_DIFFERENCES (view);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  is_narrow ? GTK_ORIENTATION_VERTICAL
                                            : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->columns, !is_narrow);
}

static void
loket_survey_differences_iface_init (LoketSurveyViewInterface *iface)
{
  iface->prepare = loket_survey_differences_prepare;
  iface->show = loket_survey_differences_show;
  iface->set_narrow = loket_survey_differences_set_narrow;
}

static void
loket_survey_differences_dispose (GObject *object)
{
  g_clear_pointer (&LOKET_SURVEY_DIFFERENCES (object)->summary, loket_summary_unref);

  G_OBJECT_CLASS (loket_survey_differences_parent_class)->dispose (object);
}

static void
loket_survey_differences_class_init (LoketSurveyDifferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_survey_differences_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/loketten/Loketten/loket-survey-differences.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyDifferences, question);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyDifferences, head);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyDifferences, columns);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyDifferences, left);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyDifferences, right);
  gtk_widget_class_bind_template_callback (widget_class, question_chosen_cb);
}

static void
loket_survey_differences_init (LoketSurveyDifferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  loket_accessible_label_drop_down (self->question, _("Question"));
}
