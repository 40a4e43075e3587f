/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The same words and charts as in the report, which are put on cards. */

#include "loketten-config.h"

#include "loket-survey-questions.h"

#include "loket-finding-rows.h"
#include "loket-findings.h"
#include "loket-preferences.h"
#include "loket-survey-cards.h"

#include <glib/gi18n.h>

struct _LoketSurveyQuestions
{
  AdwBin parent_instance;

  GtkWidget *waves;
  GtkListBox *trends;
  GtkBox *cards;
};

static void loket_survey_questions_iface_init (LoketSurveyViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LoketSurveyQuestions, loket_survey_questions, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (LOKET_TYPE_SURVEY_VIEW,
                                                      loket_survey_questions_iface_init))

static void
target_activated_cb (LoketSurveyQuestions *self,
                     const char           *by,
                     const char           *value)
{
  loket_survey_view_choose (LOKET_SURVEY_VIEW (self), by, value);
}

static void
loket_survey_questions_show (LoketSurveyView    *view,
                             const LoketSummary *summary)
{
  LoketSurveyQuestions *self = LOKET_SURVEY_QUESTIONS (view);
  const LoketReportFacts facts = { .language = loket_preferences_get_language () };
  g_autoptr (LoketReport) report = loket_report_new_questions (summary, &facts);
  g_autoptr (GPtrArray) trends = loket_findings_waves (summary, facts.language);
  const LoketSurveyCardWords nothing = {
    .finding = _("Too few answers to show"),
    .lead = _("A question is shown when at least five persons answered it."),
  };
  const LoketSurveyCards cards = { { self->cards }, &nothing, G_CALLBACK (target_activated_cb),
                                   G_OBJECT (self) };

  loket_survey_cards_show (&cards, report);
  loket_finding_rows_show (self->trends, trends);
  gtk_widget_set_visible (self->waves, trends->len > 0);
}

static void
loket_survey_questions_iface_init (LoketSurveyViewInterface *iface)
{
  iface->show = loket_survey_questions_show;
}

static void
loket_survey_questions_class_init (LoketSurveyQuestionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/loketten/Loketten/loket-survey-questions.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyQuestions, waves);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyQuestions, trends);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyQuestions, cards);
}

static void
loket_survey_questions_init (LoketSurveyQuestions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
