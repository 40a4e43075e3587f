/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * One way of looking at the answers, in the place Satisfaction: it says which groups it needs, and
 * shows what they come to. */

#pragma once

#include "loket-desk.h"
#include "loket-summary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LOKET_TYPE_SURVEY_VIEW (loket_survey_view_get_type ())

G_DECLARE_INTERFACE (LoketSurveyView, loket_survey_view, LOKET, SURVEY_VIEW, GtkWidget)

struct _LoketSurveyViewInterface
{
  GTypeInterface parent_iface;

  void (*prepare)    (LoketSurveyView    *self,
                      LoketRequest       *request);
  void (*show)       (LoketSurveyView    *self,
                      const LoketSummary *summary);
  void (*set_narrow) (LoketSurveyView    *self,
                      gboolean            is_narrow);
  void (*set_desk)   (LoketSurveyView    *self, /* (nullable) else it reads nothing by itself */
                      LoketDesk          *desk);
};

void loket_survey_view_prepare    (LoketSurveyView    *self,
                                   LoketRequest       *request);
void loket_survey_view_show       (LoketSurveyView    *self,
                                   const LoketSummary *summary);
void loket_survey_view_set_narrow (LoketSurveyView    *self,
                                   gboolean            is_narrow);
void loket_survey_view_set_desk   (LoketSurveyView    *self,
                                   LoketDesk          *desk);
void loket_survey_view_choose     (LoketSurveyView    *self,
                                   const char         *grouping,
                                   const char         *value);

G_END_DECLS
