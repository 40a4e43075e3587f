/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Facts from the records: a card for each, counsellors in the order of their codes. */

#include "loketten-config.h"

#include "loket-survey-process.h"

#include "loket-dot-chart.h"
#include "loket-kept-chart.h"
#include "loket-process.h"
#include "loket-survey-card.h"

#include <glib/gi18n.h>
#include <math.h>

struct _LoketSurveyProcess
{
  AdwBin parent_instance;

  GtkBox *columns;
  GtkBox *left;
  GtkBox *right;

  LoketDesk *desk;
  GCancellable *cancellable;  /* (nullable): of what is being read */
};

static void loket_survey_process_iface_init (LoketSurveyViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LoketSurveyProcess, loket_survey_process, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (LOKET_TYPE_SURVEY_VIEW,
                                                      loket_survey_process_iface_init))

/* What one card is about. */
typedef struct
{
  const char *title;
  const char *lead;
  int rule; /* of the office, that says what was agreed; -1: none */
} Topic;

static const Topic topics[LOKET_N_PROCESS_KINDS] = {
  [LOKET_PROCESS_RESPONSE] = { N_ ("Days to the first response"),
                               N_ ("Working days after the sign-up."), LOKET_RULE_RESPOND },
  [LOKET_PROCESS_PROMISES] = { N_ ("Promises on time"),
                               N_ ("Done on or before the promised day."), -1 },
  [LOKET_PROCESS_RESULT] = { N_ ("Waiting for the result of a test"),
                             N_ ("Working days from the test to its result."),
                             LOKET_RULE_RESULT },
  [LOKET_PROCESS_DEBRIEF] = { N_ ("Waiting for the talk about the result"),
                              N_ ("Working days from the result to its discussion."),
                              LOKET_RULE_DISCUSS },
  [LOKET_PROCESS_SESSIONS] = { N_ ("Sessions per trajectory"), N_ ("Held until it was closed."),
                               -1 },
  [LOKET_PROCESS_MINUTES] = { N_ ("Minutes per trajectory"),
                              N_ ("Recorded minutes of sessions until it was closed."), -1 },
  [LOKET_PROCESS_AFTERCARE] = { N_ ("After-care as wanted"),
                                N_ ("The client was reached on or before the day."), -1 },
  [LOKET_PROCESS_NO_SHOWS] = { N_ ("Not shown up"),
                               N_ ("Appointments to which the client did not come."), -1 },
};

static const char *
get_hidden_words (const LoketProcessFigure *figure)
{
  if (figure->is_hidden)
    return _("hidden: too few");

  return figure->n == 0 ? _("none") : NULL;
}

static LoketDrawing *
create_shares (const Topic      *topic,
               GPtrArray        *units,
               LoketProcessKind  kind)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (LoketKeptRow));

  for (guint i = 0; i < units->len; i++)
    {
      const LoketProcessUnit *unit = units->pdata[i];
      const LoketProcessFigure *figure = &unit->figures[kind];
      const LoketKeptRow row = { unit->counsellor, get_hidden_words (figure), figure->part,
                                 figure->n };

      if (unit->counsellor != NULL)
        g_array_append_val (rows, row);
    }

  return loket_kept_chart_new (_(topic->title), "counsellor", (LoketKeptRow *) rows->data,
                               rows->len);
}

static LoketDrawing *
create_medians (LoketSurveyProcess *self,
                const Topic        *topic,
                GPtrArray          *units,
                LoketProcessKind    kind)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (LoketDotRow));
  LoketDateText today = loket_desk_get_today (self->desk);
  const LoketRules *rules = loket_desk_get_rules (self->desk);
  double norm = topic->rule >= 0 ? loket_rules_get (rules, (LoketRule) topic->rule, today.text)
                                 : NAN;
  /* Translators: what the office agreed on, such as a number of days. */
  g_autofree char *norm_name = g_strdup_printf (_("agreed: %.0f"), norm);
  const LoketDotTopic about = { _(topic->title), "counsellor", norm,
                                topic->rule >= 0 ? norm_name : NULL };

  for (guint i = 0; i < units->len; i++)
    {
      const LoketProcessUnit *unit = units->pdata[i];
      const LoketProcessFigure *figure = &unit->figures[kind];
      const LoketDotRow row = { unit->counsellor, get_hidden_words (figure), NULL, 0,
                                figure->median, figure->n };

      if (unit->counsellor != NULL)
        g_array_append_val (rows, row);
    }

  return loket_dot_chart_new (&about, (LoketDotRow *) rows->data, rows->len);
}

static void
show_units (LoketSurveyProcess *self,
            GPtrArray          *units)
{
  for (guint kind = 0; kind < LOKET_N_PROCESS_KINDS; kind++)
    {
      const Topic *topic = &topics[kind];
      GtkBox *column = kind % 2 == 0 ? self->left : self->right;
      GtkWidget *card = loket_survey_card_new ();
      const LoketSurveyCardWords words = { .finding = _(topic->title), .lead = _(topic->lead) };
      LoketDrawing *drawing = loket_process_kind_is_share (kind)
                                  ? create_shares (topic, units, kind)
                                  : create_medians (self, topic, units, kind);

      loket_survey_card_show (LOKET_SURVEY_CARD (card), &words, drawing, FALSE);
      gtk_box_append (column, card);
    }
}

static void
clear (LoketSurveyProcess *self)
{
  GtkBox *const columns[] = { self->left, self->right };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkWidget *card;

      while ((card = gtk_widget_get_first_child (GTK_WIDGET (columns[i]))) != NULL)
        gtk_box_remove (columns[i], card);
    }
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LoketSurveyProcess) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) units = NULL;

  units = loket_desk_load_process_finish (LOKET_DESK (object), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  clear (self);
  if (units != NULL)
    show_units (self, units);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-problem", "s", error->message);
}

static void
loket_survey_process_show (LoketSurveyView    *view,
                           const LoketSummary *summary)
{
  LoketSurveyProcess *self = LOKET_SURVEY_PROCESS (view);
  const LoketPeriod *period = loket_selection_get_period (summary->request->selection);
  LoketDateText from = loket_month_get_first_day (period->first);
  LoketDateText after = loket_month_get_first_day (period->last + 1);
  LoketDateText until = loket_date_add_days (after.text, -1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  loket_desk_load_process_async (self->desk, from.text, until.text, FALSE, self->cancellable,
                                 loaded_cb, g_object_ref (self));
}

static void
loket_survey_process_set_narrow (LoketSurveyView *view,
                                 gboolean         is_narrow)
{
  LoketSurveyProcess *self = LOKET_SURVEY_PROCESS (view);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  is_narrow ? GTK_ORIENTATION_VERTICAL
                                            : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->columns, !is_narrow);
}

static void
loket_survey_process_iface_init (LoketSurveyViewInterface *iface)
{
  iface->show = loket_survey_process_show;
  iface->set_narrow = loket_survey_process_set_narrow;
}

static void
loket_survey_process_dispose (GObject *object)
{
  LoketSurveyProcess *self = LOKET_SURVEY_PROCESS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_survey_process_parent_class)->dispose (object);
}

static void
loket_survey_process_class_init (LoketSurveyProcessClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_survey_process_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/loketten/Loketten/loket-survey-process.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyProcess, columns);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyProcess, left);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyProcess, right);
}

static void
loket_survey_process_init (LoketSurveyProcess *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_survey_process_set_desk:
 * @desk: an open desk; before anything is shown
 */
void
loket_survey_process_set_desk (LoketSurveyProcess *self,
                               LoketDesk          *desk)
{
  g_return_if_fail (LOKET_IS_SURVEY_PROCESS (self));

  g_set_object (&self->desk, desk);
}
