/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Fills the cards from one summary; what is hidden says why. */

#include "loketten-config.h"

#include "loket-survey-overview.h"

#include "loket-band-chart.h"
#include "loket-chart.h"
#include "loket-figure-card.h"
#include "loket-finding-rows.h"
#include "loket-findings.h"
#include "loket-preferences.h"
#include "loket-small-words.h"
#include "loket-survey-small.h"

/* No more sentences about groups than these. */
#define MOST_FINDINGS 3

struct _LoketSurveyOverview
{
  AdwBin parent_instance;

  GtkFlowBox *figures;
  LoketFigureCard *mean_card;
  LoketFigureCard *good_card;
  LoketFigureCard *answers_card;
  LoketFigureCard *response_card;
  LoketSurveySmall *small;
  GtkWidget *chart_card;
  GtkLabel *finding;
  GtkLabel *changes;
  LoketChart *chart;
  GtkLabel *note;
  GtkListBox *groups;
};

static void loket_survey_overview_iface_init (LoketSurveyViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LoketSurveyOverview, loket_survey_overview, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (LOKET_TYPE_SURVEY_VIEW,
                                                      loket_survey_overview_iface_init))

static void
show_figures (LoketSurveyOverview *self,
              const LoketSummary    *summary)
{
  LoketFigureCard *const cards[LOKET_N_KEY_FIGURES] = { self->mean_card, self->good_card,
                                                        self->answers_card,
                                                        self->response_card };

  for (guint i = 0; i < LOKET_N_KEY_FIGURES; i++)
    {
      g_autoptr (LoketKeyFigure) figure = loket_key_figure_new (summary, i);

      loket_figure_card_set_figure (cards[i], figure);
    }
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show_chart (LoketSurveyOverview *self,
            const LoketSummary    *summary)
{
  const char *language = loket_preferences_get_language ();
  g_autofree char *title = loket_findings_title (summary, language);
  g_autofree char *changes = loket_findings_changes (summary, language);
  g_autofree char *note = loket_findings_note (summary, language);
  gboolean is_shown = !summary->totals.hidden && summary->totals.responses > 0
                      && !loket_small_words_are_thin (summary);

  gtk_widget_set_visible (self->chart_card, is_shown);
  if (!is_shown)
    return;

  gtk_label_set_text (self->finding, title);
  show_text (self->changes, changes);
  show_text (self->note, note);
  loket_chart_set_drawing (self->chart, loket_band_chart_new (summary, language), title, FALSE);
}

static void
show_groups (LoketSurveyOverview *self,
             const LoketSummary    *summary)
{
  const char *language = loket_preferences_get_language ();
  g_autoptr (GPtrArray) findings = loket_findings_groups (summary, language, MOST_FINDINGS);

  loket_finding_rows_show (self->groups, findings);
}

static void
loket_survey_overview_prepare (LoketSurveyView *view,
                               LoketRequest    *request)
{
  loket_findings_add_groups (request);
}

static void
loket_survey_overview_show (LoketSurveyView    *view,
                            const LoketSummary *summary)
{
  LoketSurveyOverview *self = LOKET_SURVEY_OVERVIEW (view);

  show_figures (self, summary);
  loket_survey_small_show (self->small, summary);
  show_chart (self, summary);
  show_groups (self, summary);
}

static void
loket_survey_overview_set_narrow (LoketSurveyView *view,
                                  gboolean         is_narrow)
{
  LoketSurveyOverview *self = LOKET_SURVEY_OVERVIEW (view);

  gtk_flow_box_set_max_children_per_line (self->figures, is_narrow ? 2 : 4);
  loket_survey_small_set_narrow (self->small, is_narrow);
}

static void
loket_survey_overview_set_desk (LoketSurveyView *view,
                                LoketDesk       *desk)
{
  loket_survey_small_set_desk (LOKET_SURVEY_OVERVIEW (view)->small, desk);
}

static void
loket_survey_overview_iface_init (LoketSurveyViewInterface *iface)
{
  iface->prepare = loket_survey_overview_prepare;
  iface->show = loket_survey_overview_show;
  iface->set_narrow = loket_survey_overview_set_narrow;
  iface->set_desk = loket_survey_overview_set_desk;
}

static void
loket_survey_overview_class_init (LoketSurveyOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LOKET_TYPE_CHART);
  g_type_ensure (LOKET_TYPE_FIGURE_CARD);
  g_type_ensure (LOKET_TYPE_SURVEY_SMALL);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/loketten/Loketten/loket-survey-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyOverview, figures);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyOverview, mean_card);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyOverview, good_card);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyOverview, answers_card);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyOverview, response_card);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyOverview, small);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyOverview, chart_card);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyOverview, finding);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyOverview, changes);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyOverview, chart);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyOverview, note);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyOverview, groups);
}

static void
loket_survey_overview_init (LoketSurveyOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
