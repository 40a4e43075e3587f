/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Puts the actions of the place into its page. */

#include "loketten-config.h"

#include "loket-survey-deeds.h"

#include "loket-findings.h"
#include "loket-invitations-window.h"
#include "loket-questionnaire-deeds.h"
#include "loket-report-deeds.h"
#include "loket-report.h"
#include "loket-response-form.h"
#include "loket-survey-choices.h"

struct _LoketSurveyDeeds
{
  GtkWidget *page;                         /* borrowed: it holds this */
  LoketDesk *desk;
  LoketSurveyRequestFunc create_request;
  GSimpleActionGroup *actions;
  LoketSurvey *survey;                     /* (nullable): until one is shown */
  LoketFrame *frame;                       /* (nullable): likewise */
};

static void
present (LoketSurveyDeeds *self,
         GtkWidget        *window)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (self->page));

  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_application (GTK_WINDOW (window), gtk_window_get_application (parent));
  gtk_window_present (GTK_WINDOW (window));
}

static void
invite_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  LoketSurveyDeeds *self = user_data;

  present (self, loket_invitations_window_new (self->desk));
}

static void
enter_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  LoketSurveyDeeds *self = user_data;

  if (self->frame != NULL)
    present (self, loket_response_form_new (self->desk,
                                            loket_frame_get_questionnaire (self->frame),
                                            loket_survey_get_own_office (self->survey)));
}

static void
add_questionnaire_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  LoketSurveyDeeds *self = user_data;

  loket_questionnaire_deeds_add (self->page, self->desk);
}

/* All that a report tells apart; within one office there is nothing to rank. */
static LoketRequest *
create_report_request (LoketSurveyDeeds *self)
{
  LoketRequest *request = self->create_request (self->page);

  if (request == NULL)
    return NULL;

  loket_findings_add_groups (request);
  if (loket_frame_has_facts (self->frame))
    loket_report_add_drivers (request);
  if (loket_selection_get_n_filters (request->selection) == 0)
    {
      loket_request_add_by (request, "office", NULL);
      loket_request_add_by (request, "counsellor", NULL);
    }

  return request;
}

/* (nullable) @format: on paper when it is NULL. */
static void
report (LoketSurveyDeeds *self,
        const char       *format)
{
  g_autoptr (LoketRequest) request = create_report_request (self);
  g_auto (GStrv) own = NULL;
  LoketReportSource source = { self->page, self->desk, self->survey, self->frame, request, NULL };

  if (request == NULL)
    return;

  own = loket_survey_choices_dup_own (self->desk, self->frame,
                                      loket_survey_get_own_office (self->survey));
  source.own = (const char *const *) own;
  if (format != NULL)
    loket_report_deeds_save (&source, format);
  else
    loket_report_deeds_print (&source);
}

static void
save_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  report (user_data, g_intern_string (g_variant_get_string (parameter, NULL)));
}

static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  report (user_data, NULL);
}

/**
 * loket_survey_deeds_new:
 * @page: where the actions are found, as "satisfaction.invite" and others
 * @create_request: what a report is about
 *
 * Returns: (transfer full): the actions, as long as it is held
 */
LoketSurveyDeeds *
loket_survey_deeds_new (GtkWidget              *page,
                        LoketDesk              *desk,
                        LoketSurveyRequestFunc  create_request)
{
  const GActionEntry entries[] = {
    { .name = "invite", .activate = invite_cb },
    { .name = "enter", .activate = enter_cb },
    { .name = "add-questionnaire", .activate = add_questionnaire_cb },
    { .name = "save", .activate = save_cb, .parameter_type = "s" },
    { .name = "print", .activate = print_cb },
  };
  LoketSurveyDeeds *self = g_new0 (LoketSurveyDeeds, 1);

  self->page = page;
  self->desk = g_object_ref (desk);
  self->create_request = create_request;
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (page, "satisfaction", G_ACTION_GROUP (self->actions));

  return self;
}

void
loket_survey_deeds_free (LoketSurveyDeeds *self)
{
  gtk_widget_insert_action_group (self->page, "satisfaction", NULL);
  g_clear_object (&self->actions);
  g_clear_object (&self->survey);
  g_clear_object (&self->frame);
  g_clear_object (&self->desk);
  g_free (self);
}

/**
 * loket_survey_deeds_show:
 * @survey: what is looked at
 * @frame: its responses
 */
void
loket_survey_deeds_show (LoketSurveyDeeds *self,
                         LoketSurvey      *survey,
                         LoketFrame       *frame)
{
  g_set_object (&self->survey, survey);
  g_set_object (&self->frame, frame);
}
