/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Loads a dossier, shows it part by part, and follows it when it changes. */

#define G_LOG_DOMAIN "loketten"

#include "loket-dossier-view.h"

#include "loket-dossier-header.h"
#include "loket-error.h"
#include "loket-event-deeds.h"
#include "loket-event-work.h"
#include "loket-log-box.h"
#include "loket-stale-line.h"
#include "loket-timeline.h"
#include "loket-trajectory-bar.h"
#include "loket-trajectory-forms.h"

struct _LoketDossierView
{
  AdwBin parent_instance;

  LoketLogBox *log_box;
  GtkScrolledWindow *scroller;
  LoketDossierHeader *header;
  LoketTrajectoryBar *trajectory_bar;
  LoketStaleLine *stale_line;
  LoketTimeline *timeline;

  LoketDesk *desk;
  LoketDossier *dossier;     /* (nullable): until it is loaded */
  char *client_id;           /* (nullable): whose record is shown */
  char *event_id;            /* (nullable): a record to go to as soon as it is loaded */
  GCancellable *cancellable; /* of the newest load */
  LoketTrajectoryForms *forms;
};

enum
{
  LOADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketDossierView, loket_dossier_view, ADW_TYPE_BIN)

/* What is still shown may not be changed or telephoned: it is not of who was asked for. */
static void
forget_client (LoketDossierView *self)
{
  loket_dossier_header_forget (self->header);
  loket_trajectory_forms_set_record (self->forms, NULL, NULL);
  g_clear_object (&self->dossier);
  g_clear_pointer (&self->client_id, g_free);
}

/* The steps, and what can be done, are those of one trajectory. A test is asked for while it is
 * open. */
static void
show_trajectory (LoketDossierView *self)
{
  LoketTrajectory *trajectory = loket_trajectory_bar_get_trajectory (self->trajectory_bar);

  loket_dossier_header_show (self->header, self->desk, self->dossier, trajectory);
  loket_trajectory_forms_set_record (self->forms, self->dossier, trajectory);
  gtk_widget_action_set_enabled (
    GTK_WIDGET (self), "dossier.request-test",
    trajectory != NULL
      && loket_record_get_value (LOKET_RECORD (trajectory), LOKET_TRAJECTORY_CLOSED_ON) == NULL);
}

static void
dossier_loaded_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (LoketDossierView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDossier) dossier = NULL;

  dossier = loket_desk_load_dossier_finish (LOKET_DESK (object), result, &error);
  if (dossier != NULL)
    {
      g_set_object (&self->dossier, dossier);
      loket_trajectory_bar_show (self->trajectory_bar, self->desk, dossier);
      show_trajectory (self);
      loket_stale_line_show (self->stale_line, self->desk, dossier);
      loket_timeline_show (self->timeline, self->desk, dossier);
      if (self->event_id != NULL)
        loket_timeline_show_event (self->timeline, self->event_id);
      g_clear_pointer (&self->event_id, g_free);
      g_signal_emit (self, signals[LOADED], 0);
    }
  else if (g_error_matches (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND))
    {
      forget_client (self);
      gtk_widget_activate_action (GTK_WIDGET (self), "clients.close-record", NULL);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-problem", "s", error->message);
    }
}

static void
load_dossier (LoketDossierView *self)
{
  if (self->client_id == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  loket_desk_load_dossier_async (self->desk, self->client_id, self->cancellable, dossier_loaded_cb,
                                 g_object_ref (self));
}

/* Whoever reads on gets to read more. */
static void
edge_reached_cb (LoketDossierView *self,
                 GtkPositionType   position)
{
  if (position == GTK_POS_BOTTOM)
    loket_timeline_show_more (self->timeline);
}

static void
request_test_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  LoketDossierView *self = LOKET_DOSSIER_VIEW (widget);
  LoketTrajectory *trajectory = loket_trajectory_bar_get_trajectory (self->trajectory_bar);

  if (self->dossier != NULL && trajectory != NULL)
    loket_event_deeds_request_test (widget, self->desk,
                                    loket_record_get_id (LOKET_RECORD (trajectory)));
}

static void
work_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LoketDossierView *self = LOKET_DOSSIER_VIEW (widget);
  const char *record_id;
  guint act;

  g_variant_get (parameter, "(&su)", &record_id, &act);
  if (self->dossier != NULL)
    loket_event_work_do (widget, self->desk, self->dossier, record_id, (LoketWorkAct) act);
}

static void
show_changes_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  loket_timeline_show_changes (LOKET_DOSSIER_VIEW (widget)->timeline);
}

static void
go_to_month_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  loket_timeline_go_to_month (LOKET_DOSSIER_VIEW (widget)->timeline);
}

static void
loket_dossier_view_dispose (GObject *object)
{
  LoketDossierView *self = LOKET_DOSSIER_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->forms);
  g_clear_object (&self->dossier);
  /* The bin would let go once more of a child that the template has let go of. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_DOSSIER_VIEW);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_dossier_view_parent_class)->dispose (object);
}

static void
loket_dossier_view_finalize (GObject *object)
{
  LoketDossierView *self = LOKET_DOSSIER_VIEW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->client_id, g_free);
  g_clear_pointer (&self->event_id, g_free);

  G_OBJECT_CLASS (loket_dossier_view_parent_class)->finalize (object);
}

static void
loket_dossier_view_class_init (LoketDossierViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_dossier_view_dispose;
  object_class->finalize = loket_dossier_view_finalize;

  /**
   * LoketDossierView::loaded:
   *
   * The record that is shown is the one that was asked for, as it is now.
   */
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LOKET_TYPE_DOSSIER_HEADER);
  g_type_ensure (LOKET_TYPE_LOG_BOX);
  g_type_ensure (LOKET_TYPE_STALE_LINE);
  g_type_ensure (LOKET_TYPE_TRAJECTORY_BAR);
  g_type_ensure (LOKET_TYPE_TIMELINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-dossier-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketDossierView, log_box);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierView, scroller);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierView, header);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierView, trajectory_bar);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierView, stale_line);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierView, timeline);
  gtk_widget_class_bind_template_callback (widget_class, edge_reached_cb);
  gtk_widget_class_install_action (widget_class, "dossier.work", "(su)", work_action);
  gtk_widget_class_install_action (widget_class, "dossier.request-test", NULL,
                                   request_test_action);
  gtk_widget_class_install_action (widget_class, "dossier.show-changes", NULL,
                                   show_changes_action);
  gtk_widget_class_install_action (widget_class, "dossier.go-to-month", NULL, go_to_month_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, GDK_CONTROL_MASK,
                                       "dossier.go-to-month", NULL);
  gtk_widget_class_bind_template_callback (widget_class, show_trajectory);
}

static void
loket_dossier_view_init (LoketDossierView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
loket_dossier_view_set_desk (LoketDossierView *self,
                             LoketDesk        *desk)
{
  g_return_if_fail (LOKET_IS_DOSSIER_VIEW (self));

  self->desk = g_object_ref (desk);
  self->forms = loket_trajectory_forms_new (GTK_WIDGET (self), desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (load_dossier), self, G_CONNECT_SWAPPED);
}

/**
 * loket_dossier_view_show_client:
 * @client_id: the id of a client
 */
void
loket_dossier_view_show_client (LoketDossierView *self,
                                const char       *client_id)
{
  g_return_if_fail (LOKET_IS_DOSSIER_VIEW (self));

  g_clear_pointer (&self->event_id, g_free);
  if (g_strcmp0 (self->client_id, client_id) != 0)
    {
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
      forget_client (self);
      self->client_id = g_strdup (client_id);
    }

  load_dossier (self);
}

/**
 * loket_dossier_view_show_event:
 * @record_id: the id of a record of the client
 *
 * Goes to what the record says on the timeline, once the client that was asked for is loaded.
 */
void
loket_dossier_view_show_event (LoketDossierView *self,
                               const char       *record_id)
{
  g_return_if_fail (LOKET_IS_DOSSIER_VIEW (self));

  g_free (self->event_id);
  self->event_id = g_strdup (record_id);
}

/**
 * loket_dossier_view_get_client:
 *
 * Returns: (transfer none) (nullable): the client; NULL until the dossier is loaded
 */
LoketClient *
loket_dossier_view_get_client (LoketDossierView *self)
{
  g_return_val_if_fail (LOKET_IS_DOSSIER_VIEW (self), NULL);

  return self->dossier != NULL ? loket_dossier_get_client (self->dossier) : NULL;
}

/**
 * loket_dossier_view_get_dossier:
 *
 * Returns: (transfer none) (nullable): all that is shown; NULL until it is loaded
 */
LoketDossier *
loket_dossier_view_get_dossier (LoketDossierView *self)
{
  g_return_val_if_fail (LOKET_IS_DOSSIER_VIEW (self), NULL);

  return self->dossier;
}

/**
 * loket_dossier_view_focus_session:
 *
 * Puts the person on what comes next with a client, as a rule: a session.
 */
void
loket_dossier_view_focus_session (LoketDossierView *self)
{
  g_return_if_fail (LOKET_IS_DOSSIER_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->log_box));
}
