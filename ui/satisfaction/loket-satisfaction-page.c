/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The place Satisfaction: how it was, in honest figures. Nothing is counted on this thread. */

#include "loketten-config.h"

#include "loket-satisfaction-page.h"

#include "loket-accessible.h"
#include "loket-figures.h"
#include "loket-invitations-window.h"
#include "loket-open-answers-view.h"
#include "loket-period-words.h"
#include "loket-questionnaires.h"
#include "loket-response-form.h"
#include "loket-survey.h"
#include "loket-survey-counsellors.h"
#include "loket-survey-differences.h"
#include "loket-survey-filters.h"
#include "loket-survey-overview.h"

#include <glib/gi18n.h>

/* Below this width, in the size of the font, the filters stand behind a button. */
#define NARROW_WIDTH 46
/* Below this many the title would be broken in the middle of its only word. */
#define TINY_WIDTH 16

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
  GtkRevealer *filter_revealer;
  LoketSurveyFilters *filters;
  GtkWidget *switcher;
  GtkDropDown *view_choice;
  AdwViewStack *views;
  LoketSurveyCounsellors *counsellors;
  LoketOpenAnswersView *answers;

  LoketDesk *desk;
  LoketSurvey *survey;        /* (nullable): when there is no questionnaire */
  LoketFrame *frame;          /* (nullable): until it is loaded */
  GCancellable *cancellable;  /* of what is loaded or counted; another one each time */
  gboolean is_stale;          /* something was written since the frame was loaded */
  gboolean is_loading;        /* what is chosen meanwhile counts once the frame is there */
  gboolean is_narrow;
  gboolean is_tiny;
  guint arrange_id;
};

G_DEFINE_FINAL_TYPE (LoketSatisfactionPage, loket_satisfaction_page, ADW_TYPE_BIN)

static void
show_head (LoketSatisfactionPage *self,
           const LoketSummary    *summary)
{
  const LoketSummaryTotals *totals = &summary->totals;
  g_autofree char *period =
      loket_period_to_words (loket_selection_get_period (summary->request->selection));
  g_autofree char *past = NULL;
  g_autofree char *responses = loket_figure_count (totals->responses);
  g_autofree char *text = NULL;

  if (summary->request->has_against)
    past = loket_period_to_words (&summary->request->against);
  if (totals->hidden)
    /* Translators: a period */
    text = g_strdup_printf (_("%s: 1 to 4 answers, too few to show"), period);
  else if (totals->responses == 0)
    /* Translators: a period */
    text = g_strdup_printf (_("%s: no answers"), period);
  else if (past != NULL)
    /* Translators: a number of answers, a period, the period that it is compared with */
    text = g_strdup_printf (ngettext ("%s answer in %s, compared with %s",
                                      "%s answers in %s, compared with %s", totals->responses),
                            responses, period, past);
  else
    /* Translators: a number of answers and a period */
    text = g_strdup_printf (ngettext ("%s answer in %s", "%s answers in %s", totals->responses),
                            responses, period);
  gtk_label_set_text (self->head, text);
}

static void
show_problem (LoketSatisfactionPage *self,
              const GError          *error)
{
  g_autofree char *escaped = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  escaped = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->error_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

/* Not every view shows figures. */
static LoketSurveyView *
get_view (LoketSatisfactionPage *self)
{
  GtkWidget *child = adw_view_stack_get_visible_child (self->views);

  return LOKET_IS_SURVEY_VIEW (child) ? LOKET_SURVEY_VIEW (child) : NULL;
}

static void
show_view (LoketSatisfactionPage *self,
           const LoketSummary    *summary)
{
  const LoketRequest *request = summary->request;

  if (get_view (self) != NULL)
    loket_survey_view_show (get_view (self), summary);
  else
    loket_open_answers_view_set_survey (self->answers, request->questionnaire,
                                        loket_selection_get_period (request->selection));
}

static void
summarised_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (LoketSatisfactionPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketSummary) summary = NULL;

  summary = loket_survey_summarise_finish (LOKET_SURVEY (object), result, &error);
  if (summary == NULL)
    {
      show_problem (self, error);
      return;
    }

  show_head (self, summary);
  show_view (self, summary);
  gtk_stack_set_visible_child_name (self->stack, "overview");
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

static void
summarise (LoketSatisfactionPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketRequest) request = loket_survey_filters_create_request (self->filters, &error);
  g_autofree char *text = loket_survey_filters_dup_summary (self->filters);

  gtk_label_set_text (self->filter_text, text);
  if (request == NULL)
    {
      show_problem (self, error);
      return;
    }

  if (get_view (self) != NULL)
    loket_survey_view_prepare (get_view (self), request);
  loket_survey_summarise_async (self->survey, self->frame, request, begin (self), summarised_cb,
                                g_object_ref (self));
}

static void
filters_changed_cb (LoketSatisfactionPage *self)
{
  if (!self->is_loading)
    summarise (self);
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
  GtkSelectionModel *pages = adw_view_stack_get_pages (self->views);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      if (gtk_selection_model_is_selected (pages, i))
        gtk_drop_down_set_selected (self->view_choice, i);
    }
  if (self->frame != NULL && !self->is_loading)
    summarise (self);
}

static void
view_chosen_cb (LoketSatisfactionPage *self)
{
  AdwViewStackPage *page = gtk_drop_down_get_selected_item (self->view_choice);

  if (page != NULL)
    adw_view_stack_set_visible_child (self->views, adw_view_stack_page_get_child (page));
}

/* Who leads a team sees all of the own office, everybody else the own point. */
static void
name_counsellors (LoketSatisfactionPage *self)
{
  LoketCounsellor *counsellor = loket_desk_get_counsellor (self->desk);
  const char *code = NULL;

  if (counsellor != NULL && !loket_counsellor_is_team_lead (counsellor))
    code = loket_record_get_text (LOKET_RECORD (counsellor), LOKET_COUNSELLOR_COUNSELLOR);
  loket_survey_counsellors_set_own (
      self->counsellors,
      counsellor != NULL ? loket_survey_get_own_office (self->survey) : NULL, code);
}

static void
frame_loaded_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (LoketSatisfactionPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketFrame) frame = NULL;
  LoketDateText today;

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

  g_set_object (&self->frame, frame);
  if (loket_frame_get_n_rows (frame) == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  name_counsellors (self);
  today = loket_desk_get_today (self->desk);
  loket_survey_filters_set_frame (self->filters, frame,
                                  loket_survey_get_own_office (self->survey), today.text);
  summarise (self);
}

static void
load (LoketSatisfactionPage *self)
{
  if (self->survey == NULL || !self->is_stale)
    return;

  self->is_stale = FALSE;
  self->is_loading = TRUE;
  loket_survey_load_async (self->survey, begin (self), frame_loaded_cb, g_object_ref (self));
}

static void
desk_changed_cb (LoketSatisfactionPage *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

static void
arrange_views (LoketSatisfactionPage *self)
{
  GListModel *pages = G_LIST_MODEL (adw_view_stack_get_pages (self->views));

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (pages, i);
      GtkWidget *child = adw_view_stack_page_get_child (page);

      if (LOKET_IS_SURVEY_VIEW (child))
        loket_survey_view_set_narrow (LOKET_SURVEY_VIEW (child), self->is_narrow);
    }
}

static void
arrange (LoketSatisfactionPage *self)
{
  gboolean is_open = gtk_toggle_button_get_active (self->filter_button);

  gtk_widget_remove_css_class (GTK_WIDGET (self->title), self->is_tiny ? "title-1" : "title-2");
  gtk_widget_add_css_class (GTK_WIDGET (self->title), self->is_tiny ? "title-2" : "title-1");
  gtk_widget_set_visible (GTK_WIDGET (self->filter_button), self->is_narrow);
  gtk_widget_set_visible (self->switcher, !self->is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->view_choice), self->is_narrow);
  arrange_views (self);
  gtk_revealer_set_reveal_child (self->filter_revealer, !self->is_narrow || is_open);
}

static gboolean
arrange_cb (gpointer user_data)
{
  LoketSatisfactionPage *self = user_data;

  self->arrange_id = 0;
  arrange (self);

  return G_SOURCE_REMOVE;
}

static void
filter_button_toggled_cb (LoketSatisfactionPage *self)
{
  arrange (self);
}

static double
get_em (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double points = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  return points * pango_cairo_context_get_resolution (context) / 72;
}

/* What is shown may not change while it is being placed. */
static void
width_changed_cb (LoketSatisfactionPage *self,
                  GParamSpec            *pspec,
                  GtkAdjustment         *across)
{
  double width = gtk_adjustment_get_page_size (across) / get_em (GTK_WIDGET (self));
  gboolean is_narrow = width < NARROW_WIDTH;
  gboolean is_tiny = width < TINY_WIDTH;

  if (is_narrow == self->is_narrow && is_tiny == self->is_tiny)
    return;

  self->is_narrow = is_narrow;
  self->is_tiny = is_tiny;
  if (self->arrange_id == 0)
    self->arrange_id = g_idle_add (arrange_cb, self);
}

static void
present (LoketSatisfactionPage *self,
         GtkWidget             *window)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_application (GTK_WINDOW (window), gtk_window_get_application (parent));
  gtk_window_present (GTK_WINDOW (window));
}

static void
invite_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  LoketSatisfactionPage *self = LOKET_SATISFACTION_PAGE (widget);

  present (self, loket_invitations_window_new (self->desk));
}

static void
enter_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  LoketSatisfactionPage *self = LOKET_SATISFACTION_PAGE (widget);
  g_autoptr (LoketQuestionnaire) questionnaire = loket_questionnaires_load ("kto", NULL);

  if (questionnaire != NULL)
    present (self, loket_response_form_new (self->desk, questionnaire));
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

  g_clear_handle_id (&self->arrange_id, g_source_remove);
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
  widget_class->map = loket_satisfaction_page_map;

  g_type_ensure (LOKET_TYPE_OPEN_ANSWERS_VIEW);
  g_type_ensure (LOKET_TYPE_SURVEY_COUNSELLORS);
  g_type_ensure (LOKET_TYPE_SURVEY_DIFFERENCES);
  g_type_ensure (LOKET_TYPE_SURVEY_FILTERS);
  g_type_ensure (LOKET_TYPE_SURVEY_OVERVIEW);

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
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, filters);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, view_choice);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, views);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, counsellors);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, answers);
  gtk_widget_class_bind_template_callback (widget_class, filters_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_button_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_chosen_cb);
  gtk_widget_class_install_action (widget_class, "satisfaction.invite", NULL, invite_action);
  gtk_widget_class_install_action (widget_class, "satisfaction.enter", NULL, enter_action);
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
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller),
                           "notify::page-size", G_CALLBACK (width_changed_cb), self,
                           G_CONNECT_SWAPPED);
  loket_accessible_follow_stack (self->stack);
  self->is_narrow = TRUE;
  arrange (self);
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
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketQuestionnaire) questionnaire = loket_questionnaires_load ("kto", &error);

  self->desk = g_object_ref (desk);
  self->is_stale = TRUE;
  loket_open_answers_view_set_desk (self->answers, desk);
  if (questionnaire != NULL)
    self->survey = loket_survey_new (desk, questionnaire);
  else
    show_problem (self, error);
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::counsellor", G_CALLBACK (desk_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
