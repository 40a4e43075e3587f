/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Puts the actions of the place into its page. */

#include "loketten-config.h"

#include "loket-survey-deeds.h"

#include "loket-invitations-window.h"
#include "loket-response-form.h"

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
                                            loket_frame_get_questionnaire (self->frame)));
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
