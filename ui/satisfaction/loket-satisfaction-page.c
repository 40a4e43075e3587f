/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The place Satisfaction: how it was, in honest figures. Nothing is counted on this thread. */

#include "loketten-config.h"

#include "loket-satisfaction-page.h"

#include "loket-accessible.h"
#include "loket-band-chart.h"
#include "loket-chart.h"
#include "loket-figure-card.h"
#include "loket-figures.h"
#include "loket-findings.h"
#include "loket-invitations-window.h"
#include "loket-open-answers-view.h"
#include "loket-period-words.h"
#include "loket-preferences.h"
#include "loket-questionnaires.h"
#include "loket-survey.h"
#include "loket-survey-filters.h"

#include <glib/gi18n.h>

/* Below this width, in the size of the font, the filters stand behind a button. */
#define NARROW_WIDTH 46
/* Below this many the title would be broken in the middle of its only word. */
#define TINY_WIDTH 16

/* No more sentences about groups than these. */
#define MOST_FINDINGS 3

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
  GtkFlowBox *figures;
  LoketFigureCard *mean_card;
  LoketFigureCard *good_card;
  LoketFigureCard *answers_card;
  LoketFigureCard *response_card;
  GtkWidget *chart_card;
  GtkLabel *finding;
  GtkLabel *changes;
  GtkProgressBar *progress;
  LoketChart *chart;
  GtkLabel *note;
  GtkListBox *groups;
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
show_figures (LoketSatisfactionPage *self,
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

/* How far it is to the number of answers from which offices are compared. */
static void
show_progress (LoketSatisfactionPage *self,
               const LoketSummary    *summary)
{
  const LoketQuestionSummary *total = NULL;
  double needed, there = summary->totals.responses;

  for (guint i = 0; i < summary->questions->len && total == NULL; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (summary->questions, i);

      if (question->item->kind == LOKET_ITEM_GRADE)
        total = question;
    }
  needed = total != NULL ? total->item->threshold : 0;
  gtk_widget_set_visible (GTK_WIDGET (self->progress), there < needed);
  if (there < needed)
    gtk_progress_bar_set_fraction (self->progress, there / needed);
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show_chart (LoketSatisfactionPage *self,
            const LoketSummary    *summary)
{
  const char *language = loket_preferences_get_language ();
  g_autofree char *title = loket_findings_title (summary, language);
  g_autofree char *changes = loket_findings_changes (summary, language);
  g_autofree char *note = loket_findings_note (summary, language);
  gboolean is_shown = !summary->totals.hidden && summary->totals.responses > 0;

  gtk_widget_set_visible (self->chart_card, is_shown);
  if (!is_shown)
    return;

  gtk_label_set_text (self->finding, title);
  show_text (self->changes, changes);
  show_text (self->note, note);
  show_progress (self, summary);
  loket_chart_set_drawing (self->chart, loket_band_chart_new (summary, language), title, FALSE);
}

static GtkWidget *
create_finding_row (const LoketFinding *finding)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), finding->sentence);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), finding->note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  finding->sentence, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  finding->note, -1);

  return row;
}

static void
show_groups (LoketSatisfactionPage *self,
             const LoketSummary    *summary)
{
  const char *language = loket_preferences_get_language ();
  g_autoptr (GPtrArray) findings = loket_findings_groups (summary, language, MOST_FINDINGS);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->groups, 0)) != NULL)
    gtk_list_box_remove (self->groups, GTK_WIDGET (row));
  for (guint i = 0; i < findings->len; i++)
    gtk_list_box_append (self->groups, create_finding_row (g_ptr_array_index (findings, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->groups), findings->len > 0);
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
  show_figures (self, summary);
  show_chart (self, summary);
  show_groups (self, summary);
  if (!g_str_equal (gtk_stack_get_visible_child_name (self->stack), "answers"))
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

  loket_findings_add_groups (request);
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
arrange (LoketSatisfactionPage *self)
{
  gboolean is_open = gtk_toggle_button_get_active (self->filter_button);

  gtk_widget_remove_css_class (GTK_WIDGET (self->title), self->is_tiny ? "title-1" : "title-2");
  gtk_widget_add_css_class (GTK_WIDGET (self->title), self->is_tiny ? "title-2" : "title-1");
  gtk_widget_set_visible (GTK_WIDGET (self->filter_button), self->is_narrow);
  gtk_flow_box_set_max_children_per_line (self->figures, self->is_narrow ? 2 : 4);
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
invite_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  LoketSatisfactionPage *self = LOKET_SATISFACTION_PAGE (widget);
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));
  GtkWindow *window = GTK_WINDOW (loket_invitations_window_new (self->desk));

  gtk_window_set_transient_for (window, parent);
  gtk_window_set_application (window, gtk_window_get_application (parent));
  gtk_window_present (window);
}

static void
answers_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  LoketSatisfactionPage *self = LOKET_SATISFACTION_PAGE (widget);
  g_autoptr (LoketRequest) request = loket_survey_filters_create_request (self->filters, NULL);

  if (request == NULL)
    return;

  loket_open_answers_view_set_survey (self->answers, request->questionnaire,
                                      loket_selection_get_period (request->selection));
  gtk_stack_set_visible_child_name (self->stack, "answers");
}

static void
overview_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  gtk_stack_set_visible_child_name (LOKET_SATISFACTION_PAGE (widget)->stack, "overview");
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

  g_type_ensure (LOKET_TYPE_CHART);
  g_type_ensure (LOKET_TYPE_FIGURE_CARD);
  g_type_ensure (LOKET_TYPE_OPEN_ANSWERS_VIEW);
  g_type_ensure (LOKET_TYPE_SURVEY_FILTERS);

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
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, figures);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, mean_card);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, good_card);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, answers_card);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, response_card);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, chart_card);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, finding);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, changes);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, progress);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, chart);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, note);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, groups);
  gtk_widget_class_bind_template_child (widget_class, LoketSatisfactionPage, answers);
  gtk_widget_class_bind_template_callback (widget_class, filters_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_button_toggled_cb);
  gtk_widget_class_install_action (widget_class, "satisfaction.invite", NULL, invite_action);
  gtk_widget_class_install_action (widget_class, "satisfaction.answers", NULL, answers_action);
  gtk_widget_class_install_action (widget_class, "satisfaction.overview", NULL, overview_action);
}

static void
loket_satisfaction_page_init (LoketSatisfactionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller),
                           "notify::page-size", G_CALLBACK (width_changed_cb), self,
                           G_CONNECT_SWAPPED);
  loket_accessible_follow_stack (self->stack);
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
