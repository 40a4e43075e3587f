/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Facts from the records: a card for each, counsellors in the order of their codes. */

#include "loketten-config.h"

#include "loket-survey-process.h"

#include "loket-process-charts.h"
#include "loket-process.h"
#include "loket-row-keeper.h"
#include "loket-survey-card.h"
#include "loket-survey-drivers.h"

#include <glib/gi18n.h>

struct _LoketSurveyProcess
{
  AdwBin parent_instance;

  GtkBox *columns;
  GtkBox *left;
  GtkBox *right;
  LoketSurveyDrivers *drivers;

  LoketDesk *desk;
  GCancellable *cancellable;  /* (nullable): of what is being read */
};

static void loket_survey_process_iface_init (LoketSurveyViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LoketSurveyProcess, loket_survey_process, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (LOKET_TYPE_SURVEY_VIEW,
                                                      loket_survey_process_iface_init))

/* Cards that are being filled, to the left and the right in turn. */
typedef struct
{
  LoketRowKeeper *keepers[2];
  guint n_shown;
} Filling;

/* A card stays where it is, whatever it shows. */
static void
add_card (Filling                    *filling,
          const LoketSurveyCardWords *words,
          LoketDrawing               *drawing)
{
  LoketRowKeeper *keeper = filling->keepers[filling->n_shown % 2];
  g_autofree char *place = g_strdup_printf ("%u", filling->n_shown++);
  GtkWidget *card = loket_row_keeper_keep (keeper, place);

  if (card == NULL)
    {
      card = loket_survey_card_new ();
      loket_row_keeper_add (keeper, place, card);
    }
  loket_survey_card_show (LOKET_SURVEY_CARD (card), words, drawing, FALSE);
}

/* What nobody did anything of is left out. */
static void
add_cards (Filling           *filling,
           const LoketProcess *process)
{
  for (guint kind = 0; kind < LOKET_N_PROCESS_KINDS; kind++)
    {
      guint n_open = loket_process_charts_count_open (process, kind);
      g_autofree char *lead = loket_process_chart_dup_lead (kind, n_open);
      const LoketSurveyCardWords words = { .finding = loket_process_chart_get_title (kind),
                                           .lead = lead };

      if (loket_process_charts_has_any (process, kind))
        add_card (filling, &words, loket_process_chart_new (process, kind));
    }
  if (filling->n_shown == 0)
    add_card (filling,
              &(LoketSurveyCardWords) {
                .finding = _("There is nothing to show here in this period"),
                .lead = _("Sign-ups, sessions, tests and promises of the period are shown here "
                          "when they were recorded in this store. Of another office than the own "
                          "only a team lead sees them."),
              },
              NULL);
}

/* Without @process all cards go. */
static void
show_process (LoketSurveyProcess *self,
              const LoketProcess *process)
{
  Filling filling = { { loket_row_keeper_new (GTK_WIDGET (self->left)),
                        loket_row_keeper_new (GTK_WIDGET (self->right)) }, 0 };

  if (process != NULL)
    add_cards (&filling, process);
  for (guint i = 0; i < G_N_ELEMENTS (filling.keepers); i++)
    loket_row_keeper_finish (filling.keepers[i]);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LoketSurveyProcess) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketProcess) process = NULL;

  process = loket_desk_load_process_finish (LOKET_DESK (object), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  show_process (self, process);
  if (process == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-problem", "s", error->message);
}

static void
loket_survey_process_prepare (LoketSurveyView *view,
                              LoketRequest    *request)
{
  loket_survey_view_prepare (LOKET_SURVEY_VIEW (LOKET_SURVEY_PROCESS (view)->drivers), request);
}

static void
loket_survey_process_show (LoketSurveyView    *view,
                           const LoketSummary *summary)
{
  LoketSurveyProcess *self = LOKET_SURVEY_PROCESS (view);
  const LoketSelection *selection = summary->request->selection;
  const LoketProcessQuery query = loket_process_query_new_for (selection);

  loket_survey_view_show (LOKET_SURVEY_VIEW (self->drivers), summary);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  loket_desk_load_process_async (self->desk, &query, self->cancellable, loaded_cb,
                                 g_object_ref (self));
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
  loket_survey_view_set_narrow (LOKET_SURVEY_VIEW (self->drivers), is_narrow);
}

static void
loket_survey_process_set_desk (LoketSurveyView *view,
                               LoketDesk       *desk)
{
  g_set_object (&LOKET_SURVEY_PROCESS (view)->desk, desk);
}

static void
loket_survey_process_iface_init (LoketSurveyViewInterface *iface)
{
  iface->prepare = loket_survey_process_prepare;
  iface->show = loket_survey_process_show;
  iface->set_narrow = loket_survey_process_set_narrow;
  iface->set_desk = loket_survey_process_set_desk;
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

  g_type_ensure (LOKET_TYPE_SURVEY_DRIVERS);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/loketten/Loketten/loket-survey-process.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyProcess, columns);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyProcess, left);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyProcess, right);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyProcess, drivers);
}

static void
loket_survey_process_init (LoketSurveyProcess *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
