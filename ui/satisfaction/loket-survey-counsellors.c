/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Persons stand in the order of their codes and can be put in no other; those of other offices have
 * no name. */

#include "loketten-config.h"

#include "loket-survey-counsellors.h"

#include "loket-fair-words.h"
#include "loket-funnel-chart.h"
#include "loket-row-keeper.h"
#include "loket-survey-card.h"
#include "loket-survey-work.h"

#include <glib/gi18n.h>

/* What stands beside the chart is no narrower than this. */
#define BESIDE_CHARS 24

struct _LoketSurveyCounsellors
{
  AdwBin parent_instance;

  GtkBox *columns;
  LoketSurveyCard *funnel;
  LoketSurveyWork *work;
  GtkWidget *own_card;
  GtkLabel *own_title;
  GtkListBox *list;
  GtkWidget *explanation_card;
  GtkLabel *name;
  GtkLabel *explanation;
  GtkWidget *hidden_card;
  GtkLabel *hidden;

  char **own;             /* (nullable): codes of the counsellors that have a name */
  gboolean is_mirror;     /* who looks sees only oneself by name */
  LoketSummary *summary;  /* (nullable): what is shown */
  char *selected;         /* (nullable): the code of a counsellor */
  gboolean is_filling;
};

static void loket_survey_counsellors_iface_init (LoketSurveyViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LoketSurveyCounsellors, loket_survey_counsellors, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (LOKET_TYPE_SURVEY_VIEW,
                                                      loket_survey_counsellors_iface_init))

/* The total, when counsellors can be told apart by it. */
static const LoketQuestionSummary *
find_fair_total (const LoketSummary *summary)
{
  const LoketQuestionSummary *total = loket_summary_find_total (summary);

  return total != NULL && !total->hidden && total->fair != NULL ? total : NULL;
}

static const char *
get_code (LoketSurveyCounsellors     *self,
          const LoketQuestionSummary *question,
          const LoketFairUnit        *unit)
{
  return loket_frame_get_group_value (self->summary->frame, &question->fair->by, unit->group);
}

static void
show_funnel (LoketSurveyCounsellors     *self,
             const LoketQuestionSummary *question)
{
  const LoketFunnelChoice choice = { (const char *const *) self->own, self->selected };
  g_autofree char *formula = loket_fair_words_formula (question);
  const LoketSurveyCardWords words = {
    .finding = _("Grade per counsellor, adjusted for who the clients are"),
    .lead = self->is_mirror
                ? _("With a code: you. Grey: others, without a name. Inside the dark area a grade "
                    "cannot be told from chance.")
                : _("With a code: your own office. Grey: counsellors elsewhere, without a name. "
                    "Inside the dark area a grade cannot be told from chance."),
    .note = formula,
  };

  loket_survey_card_show (self->funnel, &words,
                          loket_funnel_chart_new (self->summary, question, &choice), TRUE);
}

static GtkWidget *
create_cell (const char *text,
             int         width,
             gboolean    is_dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), width > 0 ? 1 : 0);
  gtk_label_set_width_chars (GTK_LABEL (label), width);
  gtk_label_set_wrap (GTK_LABEL (label), width == 0);
  gtk_widget_set_hexpand (label, width == 0);
  gtk_widget_add_css_class (label, "numeric");
  if (is_dim)
    gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static GtkWidget *
create_row (const char *code,
            const char *n,
            const char *adjusted,
            const char *place)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *whole = g_strdup_printf ("%s, %s, %s, %s", code, n, adjusted, place);

  gtk_widget_add_css_class (box, "list-line");
  gtk_box_append (GTK_BOX (box), create_cell (code, -1, FALSE));
  gtk_box_append (GTK_BOX (box), create_cell (n, 5, TRUE));
  gtk_box_append (GTK_BOX (box), create_cell (adjusted, 4, FALSE));
  gtk_box_append (GTK_BOX (box), create_cell (place, 0, TRUE));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
  g_object_set_data_full (G_OBJECT (row), "code", g_strdup (code), g_free);

  return row;
}

static void
show_row (LoketSurveyCounsellors *self,
          LoketRowKeeper         *rows,
          const char             *code,
          const LoketFairUnit    *unit,
          guint                   thin)
{
  g_autofree char *n = g_strdup_printf ("n %u", unit->n);
  g_autofree char *adjusted = g_strdup_printf ("%.1f", unit->adjusted);
  g_autofree char *place = loket_fair_words_place (unit, thin);
  g_autofree char *words = g_strjoin ("\n", code, n, adjusted, place, NULL);
  GtkWidget *row = loket_row_keeper_keep (rows, words);

  if (row == NULL)
    {
      row = create_row (code, n, adjusted, place);
      loket_row_keeper_add (rows, words, row);
    }
  if (g_strcmp0 (code, self->selected) == 0)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

static void
explain (LoketSurveyCounsellors     *self,
         const LoketQuestionSummary *question)
{
  gtk_widget_set_visible (self->explanation_card, FALSE);
  for (guint i = 0; i < question->fair->units->len; i++)
    {
      const LoketFairUnit *unit = &g_array_index (question->fair->units, LoketFairUnit, i);
      const char *code = get_code (self, question, unit);
      g_autofree char *text = NULL;

      if (g_strcmp0 (code, self->selected) != 0)
        continue;

      text = loket_fair_words_explain (question, unit, code);
      gtk_label_set_text (self->name, code);
      gtk_label_set_text (self->explanation, text);
      gtk_widget_set_visible (self->explanation_card, TRUE);
    }
}

static void
fill_list (LoketSurveyCounsellors     *self,
           const LoketQuestionSummary *question)
{
  LoketRowKeeper *rows = loket_row_keeper_new (GTK_WIDGET (self->list));

  self->is_filling = TRUE;
  for (guint i = 0; i < question->fair->units->len; i++)
    {
      const LoketFairUnit *unit = &g_array_index (question->fair->units, LoketFairUnit, i);
      const char *code = get_code (self, question, unit);

      if (self->own == NULL || !g_strv_contains ((const char *const *) self->own, code))
        continue;
      show_row (self, rows, code, unit, question->item->thin);
    }
  loket_row_keeper_focus (GTK_WIDGET (self->list), loket_row_keeper_finish (rows));
  self->is_filling = FALSE;
  gtk_widget_set_visible (self->own_card,
                          gtk_list_box_get_row_at_index (self->list, 0) != NULL);
}

static void
show_nothing (LoketSurveyCounsellors *self)
{
  const LoketSurveyCardWords words = {
    .finding = _("Too few answers to compare counsellors"),
    .lead = _("From five answers on there is a point for a counsellor."),
  };

  loket_survey_card_show (self->funnel, &words, NULL, FALSE);
  gtk_widget_set_visible (self->own_card, FALSE);
  gtk_widget_set_visible (self->explanation_card, FALSE);
  gtk_widget_set_visible (self->hidden_card, FALSE);
}

static void
show_summary (LoketSurveyCounsellors *self)
{
  const LoketQuestionSummary *question = find_fair_total (self->summary);
  g_autofree char *hidden = NULL;

  if (question == NULL || question->fair->units->len == 0)
    {
      show_nothing (self);
      return;
    }

  hidden = loket_fair_words_hidden (question);
  show_funnel (self, question);
  fill_list (self, question);
  explain (self, question);
  gtk_label_set_text (self->hidden, hidden != NULL ? hidden : "");
  gtk_widget_set_visible (self->hidden_card, hidden != NULL);
}

static void
select_code (LoketSurveyCounsellors *self,
             const char             *code)
{
  const LoketQuestionSummary *question = find_fair_total (self->summary);

  g_free (self->selected);
  self->selected = g_strdup (code);
  show_funnel (self, question);
  explain (self, question);
}

static void
row_selected_cb (LoketSurveyCounsellors *self,
                 GtkListBoxRow          *row)
{
  if (!self->is_filling && row != NULL)
    select_code (self, g_object_get_data (G_OBJECT (row), "code"));
}

/* A point that was clicked is the row that is selected. */
static void
target_activated_cb (LoketSurveyCounsellors *self,
                     const char             *by,
                     const char             *value)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "code"), value) == 0)
        gtk_list_box_select_row (self->list, row);
    }
}

/* Who sees few clients can only be compared with many colleagues. */
static void
loket_survey_counsellors_prepare (LoketSurveyView *view,
                                  LoketRequest    *request)
{
  loket_selection_remove (request->selection, LOKET_GROUPING_OFFICE);
  loket_selection_remove (request->selection, LOKET_GROUPING_COUNSELLOR);
  loket_request_add_by (request, "counsellor", NULL);
}

static void
loket_survey_counsellors_show (LoketSurveyView    *view,
                               const LoketSummary *summary)
{
  LoketSurveyCounsellors *self = LOKET_SURVEY_COUNSELLORS (view);

  g_clear_pointer (&self->summary, loket_summary_unref);
  self->summary = loket_summary_ref ((LoketSummary *) summary);
  if (self->is_mirror)
    loket_survey_work_show (self->work, summary);
  else
    loket_survey_work_hide (self->work);
  show_summary (self);
}

static void
loket_survey_counsellors_set_desk (LoketSurveyView *view,
                                   LoketDesk       *desk)
{
  loket_survey_work_set_desk (LOKET_SURVEY_COUNSELLORS (view)->work, desk);
}

static void
loket_survey_counsellors_set_narrow (LoketSurveyView *view,
                                     gboolean         is_narrow)
{
  LoketSurveyCounsellors *self = LOKET_SURVEY_COUNSELLORS (view);
  int least = is_narrow ? -1 : BESIDE_CHARS;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  is_narrow ? GTK_ORIENTATION_VERTICAL
                                            : GTK_ORIENTATION_HORIZONTAL);
  gtk_label_set_width_chars (self->explanation, least);
  gtk_label_set_width_chars (self->hidden, least);
}

static void
loket_survey_counsellors_iface_init (LoketSurveyViewInterface *iface)
{
  iface->prepare = loket_survey_counsellors_prepare;
  iface->show = loket_survey_counsellors_show;
  iface->set_narrow = loket_survey_counsellors_set_narrow;
  iface->set_desk = loket_survey_counsellors_set_desk;
}

static void
loket_survey_counsellors_finalize (GObject *object)
{
  LoketSurveyCounsellors *self = LOKET_SURVEY_COUNSELLORS (object);

  g_clear_pointer (&self->summary, loket_summary_unref);
  g_strfreev (self->own);
  g_free (self->selected);

  G_OBJECT_CLASS (loket_survey_counsellors_parent_class)->finalize (object);
}

static void
loket_survey_counsellors_class_init (LoketSurveyCounsellorsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = loket_survey_counsellors_finalize;

  g_type_ensure (LOKET_TYPE_SURVEY_CARD);
  g_type_ensure (LOKET_TYPE_SURVEY_WORK);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/loketten/Loketten/loket-survey-counsellors.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyCounsellors, columns);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyCounsellors, funnel);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyCounsellors, work);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyCounsellors, own_card);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyCounsellors, own_title);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyCounsellors, list);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyCounsellors, explanation_card);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyCounsellors, name);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyCounsellors, explanation);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyCounsellors, hidden_card);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyCounsellors, hidden);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
loket_survey_counsellors_init (LoketSurveyCounsellors *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (loket_survey_card_get_chart (self->funnel), "target-activated",
                           G_CALLBACK (target_activated_cb), self, G_CONNECT_SWAPPED);
}

/**
 * loket_survey_counsellors_set_own:
 * @office: (nullable): the own office; %NULL for who sees only oneself
 * @own: codes of the counsellors that have a name
 */
void
loket_survey_counsellors_set_own (LoketSurveyCounsellors *self,
                                  const char             *office,
                                  const char *const      *own)
{
  g_autofree char *title = NULL;

  g_return_if_fail (LOKET_IS_SURVEY_COUNSELLORS (self));

  g_strfreev (self->own);
  self->own = g_strdupv ((char **) own);
  self->is_mirror = office == NULL;
  /* Translators: an office. */
  title = office != NULL ? g_strdup_printf (_("Counsellors of %s"), office)
                         : g_strdup (_("Your Clients"));
  gtk_label_set_text (self->own_title, title);
}
