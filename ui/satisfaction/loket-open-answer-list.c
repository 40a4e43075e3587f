/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The selected row is the one that keys are about: it has the acts, and the focus when the list
 * has it. */

#include "loketten-config.h"

#include "loket-open-answer-list.h"

#include "loket-list-keys.h"
#include "loket-list-splice.h"
#include "loket-open-answer-row.h"

struct _LoketOpenAnswerList
{
  AdwBin parent_instance;

  GtkListView *list_view;

  GListStore *store;            /* of LoketOpenAnswer */
  GtkFilter *filter;            /* borrowed: the model's */
  GtkSingleSelection *selection;
  LoketOpenAnswerRow *current;  /* (nullable): borrowed: the selected row, when it is shown */
  gboolean may_review;
  int theme;                    /* the one that is shown, or -1 */
  guint state;
};

G_DEFINE_FINAL_TYPE (LoketOpenAnswerList, loket_open_answer_list, ADW_TYPE_BIN)

static gboolean
is_in_state (LoketOpenAnswer *answer,
             guint            state)
{
  switch (state)
    {
    case LOKET_OPEN_ANSWERS_TO_REVIEW:
      return loket_open_answer_get_state (answer) == LOKET_REVIEW_NONE;
    case LOKET_OPEN_ANSWERS_RELEASED:
      return loket_open_answer_get_state (answer) == LOKET_REVIEW_SHOWN;
    case LOKET_OPEN_ANSWERS_NOT_SHOWN:
      return loket_open_answer_get_state (answer) == LOKET_REVIEW_WITHHELD;
    case LOKET_OPEN_ANSWERS_ALL:
    default:
      return TRUE;
    }
}

static gboolean
is_wanted (gpointer item,
           gpointer user_data)
{
  LoketOpenAnswerList *self = user_data;

  return (self->theme < 0 || loket_open_answer_get_theme (item) == self->theme)
         && is_in_state (item, self->state);
}

/* What was masked or decided may be followed. */
static gboolean
is_same (gpointer answer,
         gpointer other)
{
  return loket_open_answer_is_same (answer, other);
}

static void
select_row (LoketOpenAnswerList *self,
            guint                 position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

static gboolean
key_pressed_cb (LoketOpenAnswerList *self,
                guint                 keyval,
                guint                 keycode,
                GdkModifierType       state)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;

  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      return self->current != NULL
             && loket_open_answer_row_move (self->current, keyval == GDK_KEY_Right ? 1 : -1);
    case GDK_KEY_v:
      return gtk_widget_activate_action (GTK_WIDGET (self), "answers.release", NULL);
    case GDK_KEY_w:
      return gtk_widget_activate_action (GTK_WIDGET (self), "answers.mask", NULL);
    case GDK_KEY_n:
      return gtk_widget_activate_action (GTK_WIDGET (self), "answers.withhold", NULL);
    default:
      return loket_list_keys_press (self->list_view, keyval);
    }
}

/* The row that keys are about has the focus, too, when the list has it. */
static void
follow_selection (LoketOpenAnswerList *self,
                  GtkListItem          *item)
{
  LoketOpenAnswerRow *row = LOKET_OPEN_ANSWER_ROW (gtk_list_item_get_child (item));
  gboolean is_selected = gtk_list_item_get_selected (item);

  if (is_selected)
    self->current = row;
  else if (self->current == row)
    self->current = NULL;
  loket_open_answer_row_set_selected (row, is_selected, self->may_review);
  if (is_selected && gtk_widget_get_focus_child (GTK_WIDGET (self->list_view)) != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
}

static void
selected_cb (GtkListItem          *item,
             GParamSpec           *pspec,
             LoketOpenAnswerList *self)
{
  if (gtk_list_item_get_item (item) != NULL)
    follow_selection (self, item);
}

static void
setup_cb (LoketOpenAnswerList *self,
          GtkListItem          *item)
{
  gtk_list_item_set_child (item, loket_open_answer_row_new ());
  g_signal_connect_object (item, "notify::selected", G_CALLBACK (selected_cb), self, 0);
}

static void
bind_cb (LoketOpenAnswerList *self,
         GtkListItem          *item)
{
  loket_open_answer_row_set_answer (LOKET_OPEN_ANSWER_ROW (gtk_list_item_get_child (item)),
                                    gtk_list_item_get_item (item));
  follow_selection (self, item);
}

static void
unbind_cb (LoketOpenAnswerList *self,
           GtkListItem          *item)
{
  LoketOpenAnswerRow *row = LOKET_OPEN_ANSWER_ROW (gtk_list_item_get_child (item));

  if (self->current == row)
    self->current = NULL;
  loket_open_answer_row_set_answer (row, NULL);
}

static void
loket_open_answer_list_dispose (GObject *object)
{
  LoketOpenAnswerList *self = LOKET_OPEN_ANSWER_LIST (object);

  self->current = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (loket_open_answer_list_parent_class)->dispose (object);
}

static void
loket_open_answer_list_class_init (LoketOpenAnswerListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_open_answer_list_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/loketten/Loketten/loket-open-answer-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketOpenAnswerList, list_view);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
loket_open_answer_list_init (LoketOpenAnswerList *self)
{
  GtkFilterListModel *filtered;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->theme = -1;
  self->state = LOKET_OPEN_ANSWERS_ALL;
  self->store = g_list_store_new (LOKET_TYPE_OPEN_ANSWER);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->store)), self->filter);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

/**
 * loket_open_answer_list_set_answers:
 * @answers: (element-type LoketOpenAnswer): what is shown
 * @may_review: whether it is shown to who decides
 *
 * Of those that are shown already the place is kept, and what is masked.
 */
void
loket_open_answer_list_set_answers (LoketOpenAnswerList *self,
                                    GPtrArray           *answers,
                                    gboolean             may_review)
{
  g_return_if_fail (LOKET_IS_OPEN_ANSWER_LIST (self));

  if (self->may_review != may_review)
    g_list_store_remove_all (self->store);
  self->may_review = may_review;
  loket_list_splice (self->store, answers, is_same);

  for (guint i = 0; i < answers->len; i++)
    {
      g_autoptr (LoketOpenAnswer) mine = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (mine != answers->pdata[i])
        loket_open_answer_follow (mine, answers->pdata[i]);
    }
}

/**
 * loket_open_answer_list_choose:
 * @theme: the number of a theme, or -1 for all
 * @state: LOKET_OPEN_ANSWERS_TO_REVIEW and so on
 *
 * Shows some of the answers; to be called again when what was decided about them has changed.
 */
void
loket_open_answer_list_choose (LoketOpenAnswerList *self,
                               int                  theme,
                               guint                state)
{
  g_return_if_fail (LOKET_IS_OPEN_ANSWER_LIST (self));

  self->theme = theme;
  self->state = state;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * loket_open_answer_list_get_selected:
 *
 * Returns: (transfer none) (nullable): the answer that keys are about
 */
LoketOpenAnswer *
loket_open_answer_list_get_selected (LoketOpenAnswerList *self)
{
  g_return_val_if_fail (LOKET_IS_OPEN_ANSWER_LIST (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

guint
loket_open_answer_list_get_n_shown (LoketOpenAnswerList *self)
{
  g_return_val_if_fail (LOKET_IS_OPEN_ANSWER_LIST (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

/**
 * loket_open_answer_list_go_on:
 *
 * Selects the next answer that nobody looked at. What is not to be shown any more then goes.
 */
void
loket_open_answer_list_go_on (LoketOpenAnswerList *self)
{
  GListModel *model;
  guint position;

  g_return_if_fail (LOKET_IS_OPEN_ANSWER_LIST (self));

  model = G_LIST_MODEL (self->selection);
  position = gtk_single_selection_get_selected (self->selection);
  for (guint i = position + 1; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (LoketOpenAnswer) answer = g_list_model_get_item (model, i);

      if (loket_open_answer_get_state (answer) != LOKET_REVIEW_NONE)
        continue;
      select_row (self, i);
      break;
    }
  if (self->state != LOKET_OPEN_ANSWERS_ALL)
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * loket_open_answer_list_mask:
 *
 * Masks a word of the selected answer.
 */
void
loket_open_answer_list_mask (LoketOpenAnswerList *self)
{
  g_return_if_fail (LOKET_IS_OPEN_ANSWER_LIST (self));

  if (self->current != NULL)
    loket_open_answer_row_mask (self->current);
}

/**
 * loket_open_answer_list_take_focus:
 *
 * Gives the keyboard to the row that keys are about.
 */
void
loket_open_answer_list_take_focus (LoketOpenAnswerList *self)
{
  g_return_if_fail (LOKET_IS_OPEN_ANSWER_LIST (self));

  gtk_widget_grab_focus (self->current != NULL ? gtk_widget_get_parent (GTK_WIDGET (self->current))
                                               : GTK_WIDGET (self->list_view));
}
