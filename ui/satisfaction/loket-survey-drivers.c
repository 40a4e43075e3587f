/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A card for each fact, on one scale; above them how many answers they rest on. */

#include "loketten-config.h"

#include "loket-survey-drivers.h"

#include "loket-preferences.h"
#include "loket-survey-cards.h"

struct _LoketSurveyDrivers
{
  AdwBin parent_instance;

  GtkLabel *lead;
  GtkBox *columns;
  GtkBox *left;
  GtkBox *right;
};

static void loket_survey_drivers_iface_init (LoketSurveyViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LoketSurveyDrivers, loket_survey_drivers, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (LOKET_TYPE_SURVEY_VIEW,
                                                      loket_survey_drivers_iface_init))

static void
loket_survey_drivers_prepare (LoketSurveyView *view,
                              LoketRequest    *request)
{
  loket_report_add_drivers (request);
}

static void
loket_survey_drivers_show (LoketSurveyView    *view,
                           const LoketSummary *summary)
{
  LoketSurveyDrivers *self = LOKET_SURVEY_DRIVERS (view);
  const LoketReportFacts facts = { .language = loket_preferences_get_language () };
  g_autoptr (LoketReport) report = loket_report_new_drivers (summary, &facts);
  g_autofree char *lead = loket_report_dup_drivers_lead (summary);
  const LoketSurveyCards cards = { { self->left, self->right }, NULL, NULL, NULL };

  gtk_label_set_text (self->lead, lead);
  loket_survey_cards_show (&cards, report);
  gtk_widget_set_visible (GTK_WIDGET (self->columns), report->blocks->len > 0);
}

static void
loket_survey_drivers_set_narrow (LoketSurveyView *view,
                                 gboolean         is_narrow)
{
  LoketSurveyDrivers *self = LOKET_SURVEY_DRIVERS (view);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  is_narrow ? GTK_ORIENTATION_VERTICAL
                                            : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->columns, !is_narrow);
}

static void
loket_survey_drivers_iface_init (LoketSurveyViewInterface *iface)
{
  iface->prepare = loket_survey_drivers_prepare;
  iface->show = loket_survey_drivers_show;
  iface->set_narrow = loket_survey_drivers_set_narrow;
}

static void
loket_survey_drivers_class_init (LoketSurveyDriversClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/loketten/Loketten/loket-survey-drivers.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyDrivers, lead);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyDrivers, columns);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyDrivers, left);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyDrivers, right);
}

static void
loket_survey_drivers_init (LoketSurveyDrivers *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
