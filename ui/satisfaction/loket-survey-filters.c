/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Offers what occurs in the responses, and keeps what was chosen when they change. */

#include "loketten-config.h"

#include "loket-survey-filters.h"

#include "loket-drop-down-label.h"
#include "loket-drop-down-words.h"
#include "loket-group-choice.h"
#include "loket-period-words.h"
#include "loket-preferences.h"
#include "loket-survey-choices.h"

#include <glib/gi18n.h>

struct _LoketSurveyFilters
{
  AdwBin parent_instance;

  GtkDropDown *questionnaire;
  GtkDropDown *period;
  GtkDropDown *against;
  GtkDropDown *office;
  GtkDropDown *counsellor;
  GtkDropDown *group;

  GPtrArray *questionnaires;  /* (nullable): of LoketQuestionnaire, as they stand in the list */
  LoketFrame *frame;    /* (nullable): until there is one */
  char *own_office;     /* (nullable) */
  int this_month;       /* as loket_month_new () counts */
  GArray *periods;      /* of LoketPeriod, as they stand in the list */
  GArray *comparisons;  /* of LoketPeriod, likewise; the last item of the list stands for none */
  GPtrArray *groups;    /* of LoketGroupChoice, as they stand in the list */
  gboolean is_filling;
};

enum
{
  CHANGED,
  QUESTIONNAIRE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketSurveyFilters, loket_survey_filters, ADW_TYPE_BIN)

static const char *
get_chosen (GtkDropDown *drop_down)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (drop_down);

  return item != NULL ? gtk_string_object_get_string (item) : NULL;
}

/* Fills a list, and chooses again what was chosen, else the item at @otherwise. */
static void
offer (GtkDropDown *drop_down,
       GPtrArray   *items,
       guint        otherwise)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autofree char *chosen = g_strdup (get_chosen (drop_down));
  guint position = otherwise;

  for (guint i = 0; i < items->len; i++)
    {
      const char *text = g_ptr_array_index (items, i);

      gtk_string_list_append (list, text);
      if (g_strcmp0 (text, chosen) == 0)
        position = i;
    }
  loket_drop_down_words_set (drop_down, list, position);
}

static void
add_period (GArray     *periods,
            GPtrArray  *items,
            int         first,
            int         last,
            const char *label)
{
  const LoketPeriod period = { first, last };

  g_array_append_val (periods, period);
  g_ptr_array_add (items, label != NULL ? g_strdup (label) : loket_period_to_words (&period));
}

static void
offer_periods (LoketSurveyFilters       *self,
               const LoketSurveyChoices *choices)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  int default_year = loket_survey_choices_get_default_year (
      choices, loket_month_get_year (self->this_month));
  guint position = 0;

  g_array_set_size (self->periods, 0);
  for (guint i = 0; i < choices->years->len; i++)
    {
      int year = g_array_index (choices->years, LoketSurveyYear, i).year;

      if (year == default_year)
        position = i;
      add_period (self->periods, items, loket_month_new (year, 1), loket_month_new (year, 12),
                  NULL);
    }
  add_period (self->periods, items, self->this_month - 11, self->this_month,
              _("Last 12 months"));
  add_period (self->periods, items, self->this_month - 23, self->this_month,
              _("Last 24 months"));
  offer (self->period, items, position);
}

static const LoketPeriod *
get_period (LoketSurveyFilters *self)
{
  guint position = gtk_drop_down_get_selected (self->period);

  return position < self->periods->len ? &g_array_index (self->periods, LoketPeriod, position)
                                       : NULL;
}

static gboolean
has_responses (const LoketSurveyChoices *choices,
               const LoketPeriod        *period)
{
  for (guint i = 0; i < choices->years->len; i++)
    {
      int year = g_array_index (choices->years, LoketSurveyYear, i).year;

      if (year >= loket_month_get_year (period->first)
          && year <= loket_month_get_year (period->last))
        return TRUE;
    }

  return FALSE;
}

/* First the same time before, then all other years, then nothing. */
/* What comes later is no past to rise or fall from. */
static void
offer_comparisons (LoketSurveyFilters       *self,
                   const LoketSurveyChoices *choices)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  const LoketPeriod *period = get_period (self);
  int length = period->last - period->first + 1;

  g_array_set_size (self->comparisons, 0);
  add_period (self->comparisons, items, period->first - length, period->last - length, NULL);
  for (guint i = 0; i < choices->years->len; i++)
    {
      int first = loket_month_new (g_array_index (choices->years, LoketSurveyYear, i).year, 1);

      if (first + 11 < period->first - length)
        add_period (self->comparisons, items, first, first + 11, NULL);
    }
  g_ptr_array_add (items, g_strdup (_("Nothing")));
  offer (self->against, items,
         has_responses (choices, &g_array_index (self->comparisons, LoketPeriod, 0))
             ? 0
             : self->comparisons->len);
}

static const char *
get_office (LoketSurveyFilters *self)
{
  return gtk_drop_down_get_selected (self->office) > 0 ? get_chosen (self->office) : NULL;
}

static void
offer_names (GtkDropDown *drop_down,
             GPtrArray   *names,
             const char  *everybody)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, (gpointer) everybody);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (items, g_ptr_array_index (names, i));
  offer (drop_down, items, 0);
}

/* Of other offices the counsellors are nobody's business. */
static void
offer_counsellors (LoketSurveyFilters       *self,
                   const LoketSurveyChoices *choices)
{
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  gboolean is_own = g_strcmp0 (get_office (self), self->own_office) == 0
                    && self->own_office != NULL;

  offer_names (self->counsellor, is_own ? choices->counsellors : nobody, _("All counsellors"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->counsellor), is_own);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->counsellor),
                               is_own ? NULL : _("Choose your own office first"));
}

static void
offer_questionnaires (LoketSurveyFilters *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const char *id = loket_questionnaire_get_id (loket_frame_get_questionnaire (self->frame));
  guint position = 0;

  for (guint i = 0; i < self->questionnaires->len; i++)
    {
      LoketQuestionnaire *questionnaire = self->questionnaires->pdata[i];

      gtk_string_list_append (titles, loket_questionnaire_get_label (
                                          questionnaire, loket_preferences_get_language ()));
      if (g_str_equal (loket_questionnaire_get_id (questionnaire), id))
        position = i;
    }
  loket_drop_down_words_set (self->questionnaire, titles, position);
}

static void
offer_groups (LoketSurveyFilters *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = loket_group_choice_list (loket_frame_get_questionnaire (self->frame),
                                          loket_preferences_get_language ());
  for (guint i = 0; i < self->groups->len; i++)
    g_ptr_array_add (items, ((LoketGroupChoice *) self->groups->pdata[i])->label);
  offer (self->group, items, 0);
}

/* What a list offers depends on the lists before it. A list that something is being chosen from
 * must stay as it is. The periods are those of all offices: who goes from one office to another
 * goes on looking at the same time. */
static void
fill_behind (LoketSurveyFilters *self,
             GtkDropDown        *chosen)
{
  g_autoptr (LoketSurveyChoices) choices = NULL;
  g_autoptr (LoketSurveyChoices) all = loket_survey_choices_new (self->frame, NULL);

  self->is_filling = TRUE;
  choices = loket_survey_choices_new (self->frame, get_office (self));
  if (chosen == NULL)
    {
      offer_questionnaires (self);
      offer_groups (self);
      offer_names (self->office, choices->offices, _("All offices"));
    }
  if (chosen != self->period)
    {
      offer_counsellors (self, choices);
      offer_periods (self, all);
    }
  offer_comparisons (self, all);
  self->is_filling = FALSE;
}

static void
tell_changed (LoketSurveyFilters *self)
{
  if (!self->is_filling && self->frame != NULL)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
questionnaire_chosen_cb (LoketSurveyFilters *self)
{
  guint position = gtk_drop_down_get_selected (self->questionnaire);

  if (!self->is_filling && self->frame != NULL && position < self->questionnaires->len)
    g_signal_emit (self, signals[QUESTIONNAIRE_CHOSEN], 0,
                   self->questionnaires->pdata[position]);
}

static void
period_chosen_cb (LoketSurveyFilters *self)
{
  if (self->is_filling || self->frame == NULL)
    return;

  fill_behind (self, self->period);
  tell_changed (self);
}

static void
against_chosen_cb (LoketSurveyFilters *self)
{
  tell_changed (self);
}

static void
office_chosen_cb (LoketSurveyFilters *self)
{
  if (self->is_filling || self->frame == NULL)
    return;

  fill_behind (self, self->office);
  tell_changed (self);
}

static void
counsellor_chosen_cb (LoketSurveyFilters *self)
{
  tell_changed (self);
}

static void
group_chosen_cb (LoketSurveyFilters *self)
{
  tell_changed (self);
}

static void
loket_survey_filters_dispose (GObject *object)
{
  g_clear_object (&LOKET_SURVEY_FILTERS (object)->frame);
  g_clear_pointer (&LOKET_SURVEY_FILTERS (object)->questionnaires, g_ptr_array_unref);

  G_OBJECT_CLASS (loket_survey_filters_parent_class)->dispose (object);
}

static void
loket_survey_filters_finalize (GObject *object)
{
  LoketSurveyFilters *self = LOKET_SURVEY_FILTERS (object);

  g_array_unref (self->periods);
  g_array_unref (self->comparisons);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_free (self->own_office);

  G_OBJECT_CLASS (loket_survey_filters_parent_class)->finalize (object);
}

static void
loket_survey_filters_class_init (LoketSurveyFiltersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_survey_filters_dispose;
  object_class->finalize = loket_survey_filters_finalize;

  /**
   * LoketSurveyFilters::changed:
   *
   * A person chose something else.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * LoketSurveyFilters::questionnaire-chosen:
   * @questionnaire: the other one
   *
   * A person wants to look at another survey; its frame is to be set.
   */
  signals[QUESTIONNAIRE_CHOSEN] =
      g_signal_new ("questionnaire-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, LOKET_TYPE_QUESTIONNAIRE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-survey-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyFilters, questionnaire);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyFilters, period);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyFilters, against);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyFilters, office);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyFilters, counsellor);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyFilters, group);
  gtk_widget_class_bind_template_callback (widget_class, questionnaire_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, period_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, against_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, office_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, counsellor_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_chosen_cb);
}

static void
loket_survey_filters_init (LoketSurveyFilters *self)
{
  self->periods = g_array_new (FALSE, FALSE, sizeof (LoketPeriod));
  self->comparisons = g_array_new (FALSE, FALSE, sizeof (LoketPeriod));
  gtk_widget_init_template (GTK_WIDGET (self));
  loket_drop_down_label_prepare (self->questionnaire, _("Questionnaire"));
  loket_drop_down_label_prepare (self->period, _("Period"));
  loket_drop_down_label_prepare (self->against, _("Compared with"));
  loket_drop_down_label_prepare (self->office, _("Office"));
  loket_drop_down_label_prepare (self->counsellor, _("Counsellor"));
  loket_drop_down_label_prepare (self->group, _("Group"));
}

/**
 * loket_survey_filters_set_questionnaires:
 * @questionnaires: (element-type LoketQuestionnaire): which can be looked at; before any frame
 */
void
loket_survey_filters_set_questionnaires (LoketSurveyFilters *self,
                                         GPtrArray          *questionnaires)
{
  g_return_if_fail (LOKET_IS_SURVEY_FILTERS (self));

  g_clear_pointer (&self->questionnaires, g_ptr_array_unref);
  self->questionnaires = g_ptr_array_ref (questionnaires);
}

static gboolean
is_like_before (LoketSurveyFilters *self,
                LoketFrame         *frame)
{
  return self->frame != NULL && loket_frame_get_n_rows (self->frame) > 0
         && loket_frame_get_questionnaire (self->frame) == loket_frame_get_questionnaire (frame);
}

/* What was chosen of another survey, or while there was nothing to choose from, means nothing. */
static void
forget_choices (LoketSurveyFilters *self)
{
  GtkDropDown *const lists[] = { self->period, self->against, self->office, self->counsellor,
                                 self->group };

  self->is_filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    gtk_drop_down_set_model (lists[i], NULL);
  self->is_filling = FALSE;
}

/**
 * loket_survey_filters_set_frame:
 * @frame: the responses
 * @own_office: (nullable): whose counsellors may be told apart
 * @today: YYYY-MM-DD
 *
 * Offers what occurs in @frame. What was chosen stays chosen as far as it still occurs.
 */
void
loket_survey_filters_set_frame (LoketSurveyFilters *self,
                                LoketFrame         *frame,
                                const char         *own_office,
                                const char         *today)
{
  g_autofree char *month = g_strndup (today, strlen ("YYYY-MM"));

  g_return_if_fail (LOKET_IS_SURVEY_FILTERS (self));

  if (!is_like_before (self, frame))
    forget_choices (self);
  g_set_object (&self->frame, frame);
  g_free (self->own_office);
  self->own_office = g_strdup (own_office);
  loket_month_parse (month, &self->this_month, NULL);
  fill_behind (self, NULL);
}

static gboolean
add_filter (LoketRequest  *request,
            const char    *group,
            GtkDropDown   *drop_down,
            GError       **error)
{
  g_autofree char *where = NULL;

  if (gtk_drop_down_get_selected (drop_down) == 0)
    return TRUE;

  where = g_strdup_printf ("%s=%s", group, get_chosen (drop_down));

  return loket_request_add_where (request, where, error);
}

static gboolean
add_group (LoketSurveyFilters  *self,
           LoketRequest        *request,
           GError             **error)
{
  guint position = gtk_drop_down_get_selected (self->group);
  const LoketGroupChoice *choice;
  g_autofree char *where = NULL;

  if (position == 0 || position >= self->groups->len)
    return TRUE;

  choice = self->groups->pdata[position];
  where = g_strdup_printf ("%s=%s", choice->grouping, choice->value);

  return loket_request_add_where (request, where, error);
}

/**
 * loket_survey_filters_create_request:
 * @error: what was chosen that the survey does not know
 *
 * Returns: (transfer full) (nullable): what was chosen, once there is a frame
 */
LoketRequest *
loket_survey_filters_create_request (LoketSurveyFilters  *self,
                                     GError             **error)
{
  g_autoptr (LoketRequest) request = NULL;
  guint position;

  g_return_val_if_fail (LOKET_IS_SURVEY_FILTERS (self), NULL);
  g_return_val_if_fail (self->frame != NULL, NULL);

  request = loket_request_new (loket_frame_get_questionnaire (self->frame));
  loket_selection_set_period (request->selection, get_period (self));
  request->has_period = TRUE;
  position = gtk_drop_down_get_selected (self->against);
  if (position < self->comparisons->len)
    {
      request->has_against = TRUE;
      request->against = g_array_index (self->comparisons, LoketPeriod, position);
    }
  if (!add_filter (request, "office", self->office, error)
      || !add_filter (request, "counsellor", self->counsellor, error)
      || !add_group (self, request, error))
    return NULL;

  return g_steal_pointer (&request);
}

/**
 * loket_survey_filters_dup_summary:
 *
 * Returns: (transfer full): what was chosen, on one line
 */
char *
loket_survey_filters_dup_summary (LoketSurveyFilters *self)
{
  g_autofree char *times = NULL;
  GString *words;

  g_return_val_if_fail (LOKET_IS_SURVEY_FILTERS (self), NULL);

  if (gtk_drop_down_get_selected (self->against) < self->comparisons->len)
    /* Translators: two periods */
    times = g_strdup_printf (_("%s against %s"), get_chosen (self->period),
                             get_chosen (self->against));
  else
    times = g_strdup (get_chosen (self->period));
  words = g_string_new (times);
  g_string_append_printf (words, " · %s", get_chosen (self->office));
  if (gtk_drop_down_get_selected (self->counsellor) > 0)
    g_string_append_printf (words, " · %s", get_chosen (self->counsellor));
  if (gtk_drop_down_get_selected (self->group) > 0)
    g_string_append_printf (words, " · %s", get_chosen (self->group));

  return g_string_free (words, FALSE);
}

static void
choose_text (GtkDropDown *drop_down,
             const char  *text)
{
  GListModel *items = gtk_drop_down_get_model (drop_down);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (items), i), text))
        gtk_drop_down_set_selected (drop_down, i);
    }
}

/**
 * loket_survey_filters_choose:
 * @grouping: the id of a grouping
 * @value: one of its groups
 *
 * Chooses as a person would; what is not offered is not chosen.
 */
void
loket_survey_filters_choose (LoketSurveyFilters *self,
                             const char         *grouping,
                             const char         *value)
{
  g_return_if_fail (LOKET_IS_SURVEY_FILTERS (self));

  if (g_str_equal (grouping, "office"))
    choose_text (self->office, value);
  else if (g_str_equal (grouping, "counsellor"))
    choose_text (self->counsellor, value);

  for (guint i = 1; self->groups != NULL && i < self->groups->len; i++)
    {
      const LoketGroupChoice *choice = self->groups->pdata[i];

      if (g_str_equal (choice->grouping, grouping) && g_str_equal (choice->value, value))
        gtk_drop_down_set_selected (self->group, i);
    }
}
