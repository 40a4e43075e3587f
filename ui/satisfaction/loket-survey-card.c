/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Shows what it is given; the chart says the rest, also to a screen reader. */

#include "loketten-config.h"

#include "loket-survey-card.h"

struct _LoketSurveyCard
{
  AdwBin parent_instance;

  GtkLabel *topic;
  GtkLabel *finding;
  GtkLabel *lead;
  LoketChart *chart;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (LoketSurveyCard, loket_survey_card, ADW_TYPE_BIN)

static void
loket_survey_card_class_init (LoketSurveyCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LOKET_TYPE_CHART);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-survey-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyCard, topic);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyCard, finding);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyCard, lead);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyCard, chart);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyCard, note);
}

static void
loket_survey_card_init (LoketSurveyCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
loket_survey_card_new (void)
{
  return g_object_new (LOKET_TYPE_SURVEY_CARD, NULL);
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/**
 * loket_survey_card_show:
 * @drawing: (transfer full) (nullable): the chart; without one there are only words
 * @is_active: whether a click on a part of it is answered
 */
void
loket_survey_card_show (LoketSurveyCard            *self,
                        const LoketSurveyCardWords *words,
                        LoketDrawing               *drawing,
                        gboolean                    is_active)
{
  g_return_if_fail (LOKET_IS_SURVEY_CARD (self));

  show_text (self->topic, words->topic);
  show_text (self->finding, words->finding);
  show_text (self->lead, words->lead);
  show_text (self->note, words->note);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), drawing != NULL);
  loket_chart_set_drawing (self->chart, drawing, words->finding, is_active);
}

/**
 * loket_survey_card_get_chart:
 *
 * Returns: (transfer none): the chart, which tells when a part of it was clicked
 */
LoketChart *
loket_survey_card_get_chart (LoketSurveyCard *self)
{
  return self->chart;
}
