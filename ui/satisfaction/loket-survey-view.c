/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Calls what a view does, and tells what somebody chose in it. */

#include "loketten-config.h"

#include "loket-survey-view.h"

G_DEFINE_INTERFACE (LoketSurveyView, loket_survey_view, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
loket_survey_view_default_init (LoketSurveyViewInterface *iface)
{
  /**
   * LoketSurveyView::chosen:
   * @grouping: the id of a grouping
   * @value: the group of it that somebody wants to look at
   */
  signals[CHOSEN] = g_signal_new ("chosen", LOKET_TYPE_SURVEY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

/**
 * loket_survey_view_prepare:
 * @self: a view
 * @request: what was chosen above it, changed into what it has to know
 */
void
loket_survey_view_prepare (LoketSurveyView *self,
                           LoketRequest    *request)
{
  LoketSurveyViewInterface *iface = LOKET_SURVEY_VIEW_GET_IFACE (self);

  if (iface->prepare != NULL)
    iface->prepare (self, request);
}

/**
 * loket_survey_view_show:
 * @self: a view
 * @summary: (transfer none): what the request came to that it prepared
 */
void
loket_survey_view_show (LoketSurveyView    *self,
                        const LoketSummary *summary)
{
  LOKET_SURVEY_VIEW_GET_IFACE (self)->show (self, summary);
}

/**
 * loket_survey_view_set_narrow:
 * @self: a view
 * @is_narrow: whether there is room for one thing beside another
 */
void
loket_survey_view_set_narrow (LoketSurveyView *self,
                              gboolean         is_narrow)
{
  LoketSurveyViewInterface *iface = LOKET_SURVEY_VIEW_GET_IFACE (self);

  if (iface->set_narrow != NULL)
    iface->set_narrow (self, is_narrow);
}

/**
 * loket_survey_view_set_desk:
 * @self: a view
 * @desk: an open desk; before anything is shown
 */
void
loket_survey_view_set_desk (LoketSurveyView *self,
                            LoketDesk       *desk)
{
  LoketSurveyViewInterface *iface = LOKET_SURVEY_VIEW_GET_IFACE (self);

  if (iface->set_desk != NULL)
    iface->set_desk (self, desk);
}

/**
 * loket_survey_view_choose:
 * @self: a view
 * @grouping: the id of a grouping
 * @value: the group of it that was clicked
 */
void
loket_survey_view_choose (LoketSurveyView *self,
                          const char      *grouping,
                          const char      *value)
{
  g_signal_emit (self, signals[CHOSEN], 0, grouping, value);
}
