/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * One list and three keys. What was decided stands in it at once, and is written meanwhile. */

#include "loketten-config.h"

#include "loket-open-answers-view.h"

#include "loket-accessible.h"
#include "loket-focus.h"
#include "loket-open-answer-list.h"
#include "loket-open-answer-words.h"
#include "loket-open-answers.h"
#include "loket-preferences.h"
#include "loket-review-act.h"
#include "loket-theme-card.h"
#include "loket-window-deed.h"
#include "loket-wrap-layout.h"

#include <glib/gi18n.h>

/* Below this width, in the size of the font, the themes stand in the list of choices only. */
#define NARROW_WIDTH 46

struct _LoketOpenAnswersView
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwStatusPage *failed;
  GtkDropDown *question;
  GtkDropDown *theme;
  GtkWidget *theme_box;
  GtkDropDown *state;
  GtkWidget *state_box;
  GtkWidget *note;
  GtkLabel *title;
  GtkLabel *head;
  GtkProgressBar *progress;
  LoketOpenAnswerList *list;
  GtkStack *list_stack;
  LoketThemeCard *themes;
  GtkWidget *keys;

  LoketDesk *desk;                    /* (nullable) */
  LoketQuestionnaire *questionnaire;  /* (nullable) */
  LoketSelection *selection;          /* (nullable): of it period and office count */
  LoketOpenAnswers *answers;          /* (nullable): until they are read */
  GCancellable *cancellable;          /* (nullable): of the latest reading */
  gboolean is_stale;
  gboolean is_filling;
  gboolean is_narrow;
  gboolean can_decide;
  gboolean wants_focus;               /* who comes here has the keys at hand */
  guint arrange_id;
};

G_DEFINE_FINAL_TYPE (LoketOpenAnswersView, loket_open_answers_view, ADW_TYPE_BIN)

static LoketOpenQuestion *
get_question (LoketOpenAnswersView *self)
{
  guint position = gtk_drop_down_get_selected (self->question);

  return self->answers != NULL && position < self->answers->questions->len
           ? self->answers->questions->pdata[position]
           : NULL;
}

static gboolean
may_review (LoketOpenAnswersView *self)
{
  return self->answers != NULL && self->answers->may_review;
}

static void
show_progress (LoketOpenAnswersView *self)
{
  const LoketOpenQuestion *question = get_question (self);
  g_autofree char *head = NULL;
  gboolean is_under_way;

  if (question == NULL)
    return;

  head = loket_open_answer_words_format_head (question, may_review (self));
  is_under_way = may_review (self) && question->n_reviewed < question->n_answered
                 && !self->is_narrow;
  gtk_label_set_text (self->head, head);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), is_under_way);
  if (is_under_way)
    gtk_progress_bar_set_fraction (self->progress,
                                   (double) question->n_reviewed / question->n_answered);
}

/* What cannot be done is not offered. All rows are told, so it is said only when it changes. */
static void
show_acts (LoketOpenAnswersView *self)
{
  gboolean can = may_review (self) && loket_open_answer_list_get_selected (self->list) != NULL;

  if (can == self->can_decide)
    return;

  self->can_decide = can;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answers.release", can);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answers.mask", can);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answers.withhold", can);
}

/* Why the list is empty. */
static void
show_list (LoketOpenAnswersView *self)
{
  const LoketOpenQuestion *question = get_question (self);
  guint n = loket_open_answer_list_get_n_shown (self->list);
  const char *page = "list";

  if (question != NULL && question->is_hidden && !may_review (self))
    page = "hidden";
  else if (n == 0 && question != NULL && question->n_answered == 0)
    page = "nothing";
  else if (n == 0 && !may_review (self))
    page = "unreleased";
  else if (n == 0)
    page = gtk_drop_down_get_selected (self->state) == LOKET_OPEN_ANSWERS_TO_REVIEW ? "done"
                                                                                    : "other";
  gtk_stack_set_visible_child_name (self->list_stack, page);
  show_acts (self);
}

static void
show_themes (LoketOpenAnswersView *self)
{
  const LoketOpenQuestion *question = get_question (self);

  loket_theme_card_set_question (self->themes, question);
  gtk_widget_set_visible (GTK_WIDGET (self->themes),
                          !self->is_narrow && loket_theme_card_has_themes (self->themes));
}

/* Fills a list of choices without taking it for a choice. */
static void
fill (LoketOpenAnswersView *self,
      GtkDropDown          *drop_down,
      GtkStringList        *list,
      guint                 selected)
{
  self->is_filling = TRUE;
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (drop_down, selected);
  self->is_filling = FALSE;
}

static void
offer_themes (LoketOpenAnswersView *self)
{
  const LoketOpenQuestion *question = get_question (self);
  guint n = question != NULL ? loket_item_get_n_options (question->item) : 0;
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _("All themes"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (list, loket_texts_get (
                                    &loket_item_get_option (question->item, i)->text,
                                    loket_preferences_get_language ()));
  fill (self, self->theme, list, 0);
  gtk_widget_set_visible (self->theme_box, n > 0);
}

static void
choose (LoketOpenAnswersView *self)
{
  guint theme = gtk_drop_down_get_selected (self->theme);

  loket_open_answer_list_choose (
      self->list, theme == 0 || theme == GTK_INVALID_LIST_POSITION ? -1 : (int) theme - 1,
      may_review (self) ? gtk_drop_down_get_selected (self->state) : LOKET_OPEN_ANSWERS_ALL);
}

static void
show_question (LoketOpenAnswersView *self)
{
  const LoketOpenQuestion *question = get_question (self);

  if (question == NULL)
    return;

  gtk_label_set_text (self->title, loket_item_get_text (question->item, 0,
                                                        loket_preferences_get_language ()));
  loket_open_answer_list_set_answers (self->list, question->answers, may_review (self));
  choose (self);
  show_progress (self);
  show_themes (self);
  show_list (self);
}

static void
offer_questions (LoketOpenAnswersView *self,
                 gboolean              keep)
{
  guint selected = gtk_drop_down_get_selected (self->question);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  if (keep && selected < self->answers->questions->len)
    return;

  for (guint i = 0; i < self->answers->questions->len; i++)
    {
      const LoketOpenQuestion *question = self->answers->questions->pdata[i];

      gtk_string_list_append (list, loket_texts_get (&question->item->label,
                                                     loket_preferences_get_language ()));
    }
  fill (self, self->question, list, loket_open_answer_words_find_first (self->answers));
  offer_themes (self);
}

/* Only a row has keys. Who has gone on to something else meanwhile stays there. */
static void
take_focus (LoketOpenAnswersView *self)
{
  GtkWidget *focus = loket_focus_find (GTK_WIDGET (self));

  if (self->wants_focus && !GTK_IS_TEXT (focus) && !loket_focus_is_in (GTK_WIDGET (self)))
    loket_open_answer_list_take_focus (self->list);
  self->wants_focus = FALSE;
}

static void
answers_loaded_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (LoketOpenAnswersView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketOpenAnswers) answers = NULL;
  g_autofree char *escaped = NULL;
  gboolean keep;

  answers = loket_desk_load_open_answers_finish (LOKET_DESK (object), result, &error);
  if (self->desk == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (answers == NULL)
    {
      escaped = g_markup_escape_text (error->message, -1);
      adw_status_page_set_description (self->failed, escaped);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  keep = self->answers != NULL && self->answers->questionnaire == answers->questionnaire
         && self->answers->may_review == answers->may_review;
  g_clear_pointer (&self->answers, loket_open_answers_free);
  self->answers = g_steal_pointer (&answers);
  gtk_widget_set_visible (self->state_box, may_review (self));
  gtk_widget_set_visible (self->keys, may_review (self) && !self->is_narrow);
  offer_questions (self, keep);
  show_question (self);
  gtk_stack_set_visible_child_name (self->stack,
                                    self->answers->questions->len > 0 ? "answers" : "empty");
  take_focus (self);
}

static void
load (LoketOpenAnswersView *self)
{
  if (self->desk == NULL || self->questionnaire == NULL || !self->is_stale
      || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->is_stale = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  loket_desk_load_open_answers_async (self->desk, self->questionnaire,
                                      self->selection, self->cancellable,
                                      answers_loaded_cb, g_object_ref (self));
}

static void
desk_changed_cb (LoketOpenAnswersView *self)
{
  self->is_stale = TRUE;
  load (self);
}

static void
question_chosen_cb (LoketOpenAnswersView *self)
{
  if (self->is_filling || self->answers == NULL)
    return;

  offer_themes (self);
  show_question (self);
}

static void
filter_chosen_cb (LoketOpenAnswersView *self)
{
  if (self->is_filling || self->answers == NULL)
    return;

  choose (self);
  show_list (self);
}

static void
count_decision (LoketOpenQuestion *question,
                LoketReviewState   before,
                LoketReviewState   after)
{
  if (before == LOKET_REVIEW_NONE)
    question->n_reviewed++;
  if (before == LOKET_REVIEW_SHOWN)
    question->n_shown--;
  if (after == LOKET_REVIEW_SHOWN)
    question->n_shown++;
}

static void
decide (LoketOpenAnswersView *self,
        LoketReviewState      state)
{
  g_autoptr (LoketOpenAnswer) answer = NULL;

  g_set_object (&answer, loket_open_answer_list_get_selected (self->list));
  if (answer == NULL || !may_review (self))
    return;

  loket_desk_review_async (self->desk, answer, state, NULL, loket_window_deed_done_cb,
                           loket_window_deed_new (GTK_WIDGET (self),
                                                  state == LOKET_REVIEW_SHOWN
                                                    ? _("Answer released")
                                                    : _("Answer is not shown")));
  count_decision (get_question (self), loket_open_answer_get_state (answer), state);
  loket_open_answer_set_review (answer, loket_desk_create_review (self->desk, answer, state));
  loket_open_answer_list_go_on (self->list);
  show_progress (self);
  show_list (self);
}

static void
release_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  decide (LOKET_OPEN_ANSWERS_VIEW (widget), LOKET_REVIEW_SHOWN);
}

static void
withhold_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  decide (LOKET_OPEN_ANSWERS_VIEW (widget), LOKET_REVIEW_WITHHELD);
}

static void
mask_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  loket_open_answer_list_mask (LOKET_OPEN_ANSWERS_VIEW (widget)->list);
}

static void
arrange_cb (gpointer user_data)
{
  LoketOpenAnswersView *self = user_data;

  self->arrange_id = 0;
  gtk_widget_set_visible (self->keys, may_review (self) && !self->is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->title), !self->is_narrow);
  show_progress (self);
  show_themes (self);
}

static double
get_em (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double points = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  return points * pango_cairo_context_get_resolution (context) / 72;
}

static GtkSizeRequestMode
loket_open_answers_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
loket_open_answers_view_measure (GtkWidget      *widget,
                                 GtkOrientation  orientation,
                                 int             for_size,
                                 int            *minimum,
                                 int            *natural,
                                 int            *minimum_baseline,
                                 int            *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

/* What is shown may not change while it is being placed. */
static void
loket_open_answers_view_size_allocate (GtkWidget *widget,
                                       int        width,
                                       int        height,
                                       int        baseline)
{
  LoketOpenAnswersView *self = LOKET_OPEN_ANSWERS_VIEW (widget);
  gboolean is_narrow = width < NARROW_WIDTH * get_em (widget);

  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
  if (is_narrow == self->is_narrow)
    return;

  self->is_narrow = is_narrow;
  if (self->arrange_id == 0)
    self->arrange_id = g_idle_add_once (arrange_cb, self);
}

static void
loket_open_answers_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (loket_open_answers_view_parent_class)->map (widget);

  LOKET_OPEN_ANSWERS_VIEW (widget)->wants_focus = TRUE;
  load (LOKET_OPEN_ANSWERS_VIEW (widget));
}

static void
loket_open_answers_view_dispose (GObject *object)
{
  LoketOpenAnswersView *self = LOKET_OPEN_ANSWERS_VIEW (object);

  g_clear_handle_id (&self->arrange_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->answers, loket_open_answers_free);
  g_clear_pointer (&self->selection, loket_selection_free);
  g_clear_object (&self->questionnaire);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_open_answers_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LoketOpenAnswersView, stack);
  gtk_widget_class_bind_template_child (widget_class, LoketOpenAnswersView, failed);
  gtk_widget_class_bind_template_child (widget_class, LoketOpenAnswersView, question);
  gtk_widget_class_bind_template_child (widget_class, LoketOpenAnswersView, theme);
  gtk_widget_class_bind_template_child (widget_class, LoketOpenAnswersView, theme_box);
  gtk_widget_class_bind_template_child (widget_class, LoketOpenAnswersView, state);
  gtk_widget_class_bind_template_child (widget_class, LoketOpenAnswersView, state_box);
  gtk_widget_class_bind_template_child (widget_class, LoketOpenAnswersView, note);
  gtk_widget_class_bind_template_child (widget_class, LoketOpenAnswersView, title);
  gtk_widget_class_bind_template_child (widget_class, LoketOpenAnswersView, head);
  gtk_widget_class_bind_template_child (widget_class, LoketOpenAnswersView, progress);
  gtk_widget_class_bind_template_child (widget_class, LoketOpenAnswersView, list);
  gtk_widget_class_bind_template_child (widget_class, LoketOpenAnswersView, list_stack);
  gtk_widget_class_bind_template_child (widget_class, LoketOpenAnswersView, themes);
  gtk_widget_class_bind_template_child (widget_class, LoketOpenAnswersView, keys);
}

static void
loket_open_answers_view_class_init (LoketOpenAnswersViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_open_answers_view_dispose;
  widget_class->map = loket_open_answers_view_map;
  widget_class->get_request_mode = loket_open_answers_view_get_request_mode;
  widget_class->measure = loket_open_answers_view_measure;
  widget_class->size_allocate = loket_open_answers_view_size_allocate;

  g_type_ensure (LOKET_TYPE_OPEN_ANSWER_LIST);
  g_type_ensure (LOKET_TYPE_THEME_CARD);
  g_type_ensure (LOKET_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/loketten/Loketten/loket-open-answers-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, question_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_chosen_cb);
  gtk_widget_class_install_action (widget_class, "answers.release", NULL, release_action);
  gtk_widget_class_install_action (widget_class, "answers.mask", NULL, mask_action);
  gtk_widget_class_install_action (widget_class, "answers.withhold", NULL, withhold_action);
}

static void
loket_open_answers_view_init (LoketOpenAnswersView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Else it would not be told how wide it is. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  loket_accessible_label_drop_down (self->question, _("Question"));
  loket_accessible_label_drop_down (self->theme, _("Theme"));
  loket_accessible_label_drop_down (self->state, _("State"));
  loket_accessible_follow_stack (self->stack);
  loket_accessible_follow_stack (self->list_stack);
  self->can_decide = TRUE;
  show_acts (self);
}

/**
 * loket_open_answers_view_new:
 * @desk: an open desk
 *
 * Returns: (transfer floating): a view that shows nothing before it is told of a survey
 */
GtkWidget *
loket_open_answers_view_new (LoketDesk *desk)
{
  LoketOpenAnswersView *self = g_object_new (LOKET_TYPE_OPEN_ANSWERS_VIEW, NULL);

  loket_open_answers_view_set_desk (self, desk);

  return GTK_WIDGET (self);
}

/**
 * loket_open_answers_view_set_desk:
 * @desk: an open desk; once
 */
void
loket_open_answers_view_set_desk (LoketOpenAnswersView *self,
                                  LoketDesk            *desk)
{
  g_return_if_fail (LOKET_IS_OPEN_ANSWERS_VIEW (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::counsellor", G_CALLBACK (desk_changed_cb), self,
                           G_CONNECT_SWAPPED);
  desk_changed_cb (self);
}

/**
 * loket_open_answers_view_set_survey:
 * @questionnaire: what was asked
 * @selection: of which period and office count; when there is more in it that is said
 *
 * Shows the open answers of a survey.
 */
void
loket_open_answers_view_set_survey (LoketOpenAnswersView *self,
                                    LoketQuestionnaire   *questionnaire,
                                    const LoketSelection *selection)
{
  g_return_if_fail (LOKET_IS_OPEN_ANSWERS_VIEW (self));

  g_set_object (&self->questionnaire, questionnaire);
  g_clear_pointer (&self->selection, loket_selection_free);
  self->selection = loket_selection_copy (selection);
  gtk_widget_set_visible (self->note, !loket_open_answers_can_tell (selection));
  desk_changed_cb (self);
}
