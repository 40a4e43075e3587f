/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The place Satisfaction: how it was, in honest figures. Nothing is counted on this thread. */

#include "loketten-config.h"

#include "loket-satisfaction-page.h"

#include "loket-accessible.h"
#include "loket-error.h"
#include "loket-focus.h"
#include "loket-open-answers-view.h"
#include "loket-questionnaires.h"
#include "loket-survey.h"
#include "loket-survey-choices.h"
#include "loket-survey-counsellors.h"
#include "loket-survey-deeds.h"
#include "loket-survey-differences.h"
#include "loket-survey-filters.h"
#include "loket-survey-head.h"
#include "loket-survey-overview.h"
#include "loket-survey-process.h"
#include "loket-survey-questions.h"
#include "loket-survey-views.h"
#include "loket-width-watch.h"

#include <glib/gi18n.h>

/* The survey that is looked at first. */
#define USUAL "kto"

struct _LoketSatisfactionPage
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  AdwStatusPage *error_page;
  GtkLabel *head;
  GtkToggleButton *filter_button;
  GtkLabel *filter_text;
  GtkCheckButton *strict;
  GtkLabel *strict_label;
  GtkRevealer *filter_revealer;
  LoketSurveyFilters *filters;
  GtkWidget *switcher;
  GtkDropDown *view_choice;
  GtkStack *body;
  AdwViewStack *views;
  AdwStatusPage *message;
  GtkWidget *steps;
  LoketSurveyCounsellors *counsellors;
  LoketOpenAnswersView *answers;

  LoketDesk *desk;
  LoketSurvey *survey;        /* (nullable): when there is no questionnaire */
  LoketFrame *frame;          /* (nullable): until it is loaded */
  GCancellable *cancellable;  /* of what is loaded or counted; another one each time */
  gboolean is_stale;          /* something was written since the frame was loaded */
  gboolean is_loading;        /* what is chosen meanwhile counts once the frame is there */
  gboolean wants_focus;       /* as soon as there is something to take it */
  LoketSurveyDeeds *deeds;
  LoketWidthWatch *width;
};

G_DEFINE_FINAL_TYPE (LoketSatisfactionPage, loket_satisfaction_page, ADW_TYPE_BIN)

/* Of the views the one that is chosen: as a tab, in a narrow window in a list. */
static gboolean
focus_view (LoketSatisfactionPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->view_choice)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->view_choice));

  return loket_focus_grab_active (self->switcher);
}

static void
show_page (LoketSatisfactionPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "overview");
  if (self->wants_focus && gtk_widget_get_mapped (GTK_WIDGET (self)))
    focus_view (self);
  self->wants_focus = FALSE;
}

/* In place of the figures, under what was chosen; with what is to be done about it, or without. */
static void
show_message (LoketSatisfactionPage *self,
              const char            *title,
              const char            *description,
              gboolean               has_steps)
{
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  gtk_label_set_text (self->head, "");
  gtk_widget_set_visible (self->steps, has_steps);
  adw_status_page_set_title (self->message, title);
  adw_status_page_set_description (self->message, escaped);
  gtk_stack_set_visible_child (self->body, GTK_WIDGET (self->message));
  show_page (self);
}

static void
show_problem (LoketSatisfactionPage *self,
              const GError          *error)
{
  g_autofree char *escaped = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Another choice may well be shown. */
  if (error->domain == LOKET_ERROR && self->frame != NULL)
    {
      show_message (self, _("This Cannot Be Shown"), error->message, FALSE);
      return;
    }

  escaped = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->error_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
show_view (LoketSatisfactionPage *self,
           const LoketSummary    *summary)
{
  const LoketRequest *request = summary->request;
  LoketSurveyView *view = loket_survey_views_get_shown (self->views);

  if (view != NULL)
    loket_survey_view_show (view, summary);
  else
    loket_open_answers_view_set_survey (self->answers, request->questionnaire,
                                        request->selection);
}

/* Says how many comparisons the choice is about, since more of them make it stricter. */
static void
show_strict (LoketSatisfactionPage *self,
             const LoketSummary    *summary)
{
  g_autofree char *text = NULL;

  /* Translators: how many comparisons are made on the page */
  text = g_strdup_printf (ngettext ("Test more strictly: Holm over %u comparison",
                                    "Test more strictly: Holm over %u comparisons",
                                    summary->comparisons),
                          summary->comparisons);
  gtk_label_set_text (self->strict_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->strict), summary->comparisons > 0);
}

static void
summarised_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (LoketSatisfactionPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketSummary) summary = NULL;
  g_autofree char *head = NULL;

  summary = loket_survey_summarise_finish (LOKET_SURVEY (object), result, &error);
  if (summary == NULL)
    {
      show_problem (self, error);
      return;
    }

  head = loket_survey_head_new (summary);
  gtk_label_set_text (self->head, head);
  show_strict (self, summary);
  show_view (self, summary);
  gtk_stack_set_visible_child (self->body, GTK_WIDGET (self->views));
  show_page (self);
}

/* Whoever waits for an older answer waits no longer. */
static GCancellable *
begin (LoketSatisfactionPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  return self->cancellable;
}

static gboolean
has_responses (LoketSatisfactionPage *self)
{
  return self->frame != NULL && loket_frame_get_n_rows (self->frame) > 0;
}

static void
summarise (LoketSatisfactionPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketRequest) request = loket_survey_filters_create_request (self->filters, &error);
  LoketSurveyView *view = loket_survey_views_get_shown (self->views);

  if (request == NULL)
    {
      show_problem (self, error);
      return;
    }

  request->holm = gtk_check_button_get_active (self->strict);
  if (view != NULL)
    loket_survey_view_prepare (view, request);
  loket_survey_summarise_async (self->survey, self->frame, request, begin (self), summarised_cb,
                                g_object_ref (self));
}

/* The work is recorded by ourselves: it needs nobody's answers. */
static void
show_chosen (LoketSatisfactionPage *self)
{
  g_autofree char *filters = NULL;

  if (self->is_loading || self->frame == NULL)
    return;

  filters = loket_survey_filters_dup_summary (self->filters);
  gtk_label_set_text (self->filter_text, filters);
  if (has_responses (self)
      || LOKET_IS_SURVEY_PROCESS (adw_view_stack_get_visible_child (self->views)))
    {
      summarise (self);
      return;
    }

  gtk_widget_hide (GTK_WIDGET (self->strict));
  show_message (self, _("No Answers Yet"),
                _("Nobody has answered this questionnaire. Invite clients, enter answers by hand, "
                  "or import a file: “loketctl import responses FILE”."),
                TRUE);
}

static void
filters_changed_cb (LoketSatisfactionPage *self)
{
  show_chosen (self);
}

static void
group_chosen_cb (LoketSatisfactionPage *self,
                 const char            *grouping,
                 const char            *value)
{
  loket_survey_filters_choose (self->filters, grouping, value);
}

static void
view_changed_cb (LoketSatisfactionPage *self)
{
  gtk_drop_down_set_selected (self->view_choice, loket_survey_views_get_number (self->views));
  show_chosen (self);
}

static void
view_chosen_cb (LoketSatisfactionPage *self)
{
  AdwViewStackPage *page = gtk_drop_down_get_selected_item (self->view_choice);

  if (page != NULL)
    adw_view_stack_set_visible_child (self->views, adw_view_stack_page_get_child (page));
}

static void
name_counsellors (LoketSatisfactionPage *self)
{
  const char *office = loket_survey_get_own_office (self->survey);
  g_auto (GStrv) own = loket_survey_choices_dup_own (self->desk, self->frame, office);
  LoketCounsellor *counsellor = loket_desk_get_counsellor (self->desk);
  gboolean leads = counsellor != NULL && loket_counsellor_is_team_lead (counsellor);

  loket_survey_counsellors_set_own (self->counsellors, leads ? office : NULL,
                                    (const char *const *) own);
}

static void
show_frame (LoketSatisfactionPage *self,
            LoketFrame            *frame)
{
  LoketDateText today = loket_desk_get_today (self->desk);

  g_set_object (&self->frame, frame);
  loket_survey_deeds_show (self->deeds, self->survey, frame);
  name_counsellors (self);
  loket_survey_filters_set_frame (self->filters, frame,
                                  loket_survey_get_own_office (self->survey), today.text);
  show_chosen (self);
}

static void
frame_loaded_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (LoketSatisfactionPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketFrame) frame = NULL;

  frame = loket_survey_load_finish (LOKET_SURVEY (object), result, &error);
  /* Only a newer load cuts one off. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->is_loading = FALSE;
  if (frame == NULL)
    {
      self->is_stale = TRUE;
      show_problem (self, error);
      return;
    }

  show_frame (self, frame);
}

static void
load_frame (LoketSatisfactionPage *self)
{
  self->is_loading = TRUE;
  loket_survey_load_async (self->survey, begin (self), frame_loaded_cb, g_object_ref (self));
}

static void
use_questionnaire (LoketSatisfactionPage *self,
                   LoketQuestionnaire    *questionnaire)
{
  g_clear_object (&self->survey);
  self->survey = loket_survey_new (self->desk, questionnaire);
  load_frame (self);
}

static void
questionnaire_chosen_cb (LoketSatisfactionPage *self,
                         LoketQuestionnaire    *questionnaire)
{
  use_questionnaire (self, questionnaire);
}

static LoketQuestionnaire *
find_questionnaire (GPtrArray  *questionnaires,
                    const char *id)
{
  for (guint i = 0; i < questionnaires->len; i++)
    {
      if (g_str_equal (loket_questionnaire_get_id (questionnaires->pdata[i]), id))
        return questionnaires->pdata[i];
    }

  return NULL;
}

/* One that is looked at may have been taken away. */
static void
questionnaires_listed_cb (GObject      *object,
                          GAsyncResult *result,
                          gpointer      user_data)
{
  g_autoptr (LoketSatisfactionPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) questionnaires = NULL;
  LoketQuestionnaire *shown = self->frame != NULL ? loket_frame_get_questionnaire (self->frame)
                                                  : NULL;

  questionnaires = loket_desk_list_questionnaires_finish (LOKET_DESK (object), result, &error);
  if (questionnaires == NULL)
    {
      show_problem (self, error);
      return;
    }

  loket_survey_filters_set_questionnaires (self->filters, questionnaires);
  if (shown != NULL
      && find_questionnaire (questionnaires, loket_questionnaire_get_id (shown)) != NULL)
    load_frame (self);
  else
    use_questionnaire (self, find_questionnaire (questionnaires, USUAL));
}

static void
load (LoketSatisfactionPage *self)
{
  if (!self->is_stale)
    return;

  self->is_stale = FALSE;
  self->is_loading = TRUE;
  loket_desk_list_questionnaires_async (self->desk, begin (self), questionnaires_listed_cb,
                                        g_object_ref (self));
}

static void
desk_changed_cb (LoketSatisfactionPage *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

static void
arrange (LoketSatisfactionPage *self)
{
  gboolean is_open = gtk_toggle_button_get_active (self->filter_button);
  gboolean is_tiny = loket_width_watch_get (self->width) == LOKET_WIDTH_TINY;
  gboolean is_narrow = loket_width_watch_get (self->width) < LOKET_WIDTH_WIDE;
  gboolean has_focus = loket_focus_is_in (self->switcher)
                       || loket_focus_is_in (GTK_WIDGET (self->view_choice));

  gtk_widget_remove_css_class (GTK_WIDGET (self->title), is_tiny ? "title-1" : "title-2");
  gtk_widget_add_css_class (GTK_WIDGET (self->title), is_tiny ? "title-2" : "title-1");
  gtk_widget_set_visible (GTK_WIDGET (self->filter_button), is_narrow);
  gtk_widget_set_visible (self->switcher, !is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->view_choice), is_narrow);
  loket_survey_views_set_narrow (self->views, is_narrow);
  gtk_revealer_set_reveal_child (self->filter_revealer, !is_narrow || is_open);
  if (has_focus)
    focus_view (self);
}

static void
width_changed_cb (GtkWidget *page)
{
  arrange (LOKET_SATISFACTION_PAGE (page));
}

static void
filter_button_toggled_cb (LoketSatisfactionPage *self)
{
  arrange (self);
}

/* Who comes to the place by its key, or walks into it, begins at the view that is chosen. */
static gboolean
loket_satisfaction_page_focus (GtkWidget        *widget,
                               GtkDirectionType  direction)
{
  LoketSatisfactionPage *self = LOKET_SATISFACTION_PAGE (widget);

  if (direction == GTK_DIR_TAB_FORWARD && !loket_focus_is_in (widget))
    {
      self->wants_focus = !focus_view (self);
      if (!self->wants_focus)
        return TRUE;
    }

  return GTK_WIDGET_CLASS (loket_satisfaction_page_parent_class)->focus (widget, direction);
}

static void
loket_satisfaction_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (loket_satisfaction_page_parent_class)->map (widget);

  load (LOKET_SATISFACTION_PAGE (widget));
}

static void
loket_satisfaction_page_dispose (GObject *object)
{
  LoketSatisfactionPage *self = LOKET_SATISFACTION_PAGE (object);

  g_clear_pointer (&self->width, loket_width_watch_free);
  g_clear_pointer (&self->deeds, loket_survey_deeds_free);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->frame);
  g_clear_object (&self->survey);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_satisfaction_page_parent_class)->dispose (object);
}

static void
loket_satisfaction_page_class_init (LoketSatisfactionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_satisfaction_page_dispose;
  widget_class->focus = loket_satisfaction_page_focus;
  widget_class->map = loket_satisfaction_page_map;

  g_type_ensure (LOKET_TYPE_OPEN_ANSWERS_VIEW);
  g_type_ensure (LOKET_TYPE_SURVEY_COUNSELLORS);
  g_type_ensure (LOKET_TYPE_SURVEY_DIFFERENCES);
  g_type_ensure (LOKET_TYPE_SURVEY_FILTERS);
  g_type_ensure (LOKET_TYPE_SURVEY_OVERVIEW);
  g_type_ensure (LOKET_TYPE_SURVEY_PROCESS);
  g_type_ensure (LOKET_TYPE_SURVEY_QUESTIONS);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/loketten/Loketten/loket-satisfaction-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, title);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, head);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, filter_text);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, filter_revealer);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, strict);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, strict_label);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, filters);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, view_choice);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, body);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, views);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, message);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, steps);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, counsellors);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, answers);
  gtk_widget_class_bind_template_callback (widget_class, filters_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_button_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, questionnaire_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_chosen_cb);
}

/* The same places of the stack, where there is no room for one beside the other. */
static void
fill_view_choice (LoketSatisfactionPage *self)
{
  g_autoptr (GtkExpression) title = gtk_property_expression_new (ADW_TYPE_VIEW_STACK_PAGE, NULL,
                                                                 "title");

  gtk_drop_down_set_expression (self->view_choice, title);
  gtk_drop_down_set_model (self->view_choice,
                           G_LIST_MODEL (adw_view_stack_get_pages (self->views)));
  loket_accessible_label_drop_down (self->view_choice, _("View"));
}

static void
loket_satisfaction_page_init (LoketSatisfactionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_view_choice (self);
  self->width = loket_width_watch_new (GTK_WIDGET (self), self->scroller, width_changed_cb);
  loket_accessible_follow_stack (self->stack);
  loket_accessible_follow_stack (self->body);
  arrange (self);
}

/* A report is about what is looked at. */
static LoketRequest *
create_request (GtkWidget *page)
{
  LoketSatisfactionPage *self = LOKET_SATISFACTION_PAGE (page);
  LoketRequest *request = NULL;

  if (has_responses (self))
    request = loket_survey_filters_create_request (self->filters, NULL);
  if (request != NULL)
    request->holm = gtk_check_button_get_active (self->strict);

  return request;
}

/**
 * loket_satisfaction_page_new:
 * @desk: an open desk
 *
 * Returns: (transfer floating): the place Satisfaction
 */
GtkWidget *
loket_satisfaction_page_new (LoketDesk *desk)
{
  LoketSatisfactionPage *self = g_object_new (LOKET_TYPE_SATISFACTION_PAGE, NULL);

  self->desk = g_object_ref (desk);
  self->is_stale = TRUE;
  self->deeds = loket_survey_deeds_new (GTK_WIDGET (self), desk, create_request);
  loket_open_answers_view_set_desk (self->answers, desk);
  loket_survey_views_set_desk (self->views, desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::counsellor", G_CALLBACK (desk_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
