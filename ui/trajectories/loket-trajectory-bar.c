/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Offers the trajectories when there are several, and says that a closed one can only be read. */

#include "loketten-config.h"

#include "loket-trajectory-bar.h"

#include "loket-accessible.h"
#include "loket-drop-down-words.h"
#include "loket-sentences.h"
#include "loket-wrap-layout.h"

#include <glib/gi18n.h>

struct _LoketTrajectoryBar
{
  AdwBin parent_instance;

  GtkDropDown *choice;
  GtkLabel *closed;
  GtkButton *reopen_button;
  GtkButton *new_button;

  LoketDesk *desk;
  GPtrArray *trajectories;      /* (nullable): until something is shown; the latest first */
  LoketTrajectory *trajectory;  /* (nullable): that is shown */
  char *client_id;
  gboolean is_rendering;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketTrajectoryBar, loket_trajectory_bar, ADW_TYPE_BIN)

static const char *
get_closed_on (LoketTrajectory *trajectory)
{
  return loket_record_get_value (LOKET_RECORD (trajectory), LOKET_TRAJECTORY_CLOSED_ON);
}

static void
show_state (LoketTrajectoryBar *self)
{
  const char *closed_on = self->trajectory != NULL ? get_closed_on (self->trajectory) : NULL;
  gboolean has_choice = self->trajectories->len > 1;
  LoketDateText today = loket_desk_get_today (self->desk);
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (closed_on != NULL)
    {
      day = loket_sentences_format_year_day (closed_on, today.text);
      /* Translators: the day on which a trajectory was closed. */
      text = g_strdup_printf (_("This trajectory was closed on %s."), day);
    }
  gtk_label_set_label (self->closed, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->choice), has_choice);
  gtk_widget_set_visible (GTK_WIDGET (self->reopen_button), closed_on != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->new_button), closed_on != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), has_choice || closed_on != NULL);
}

static void
selected_cb (LoketTrajectoryBar *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);

  if (self->is_rendering || self->trajectories == NULL || selected >= self->trajectories->len)
    return;

  g_set_object (&self->trajectory, self->trajectories->pdata[selected]);
  show_state (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* "Since 2 Sep 2024, closed" */
static char *
format_trajectory (LoketTrajectory *trajectory)
{
  const char *opened_on = loket_record_get_text (LOKET_RECORD (trajectory),
                                                 LOKET_TRAJECTORY_OPENED_ON);
  g_autofree char *day = loket_sentences_format_full_day (opened_on);

  if (get_closed_on (trajectory) != NULL)
    /* Translators: the day on which a trajectory began. */
    return g_strdup_printf (_("Trajectory of %s, closed"), day);

  /* Translators: the day on which a trajectory began. */
  return g_strdup_printf (_("Trajectory of %s"), day);
}

static void
loket_trajectory_bar_dispose (GObject *object)
{
  LoketTrajectoryBar *self = LOKET_TRAJECTORY_BAR (object);

  self->is_rendering = TRUE;
  /* The bin would let go once more of a child that the template has let go of. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_TRAJECTORY_BAR);
  g_clear_pointer (&self->trajectories, g_ptr_array_unref);
  g_clear_object (&self->trajectory);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_trajectory_bar_parent_class)->dispose (object);
}

static void
loket_trajectory_bar_finalize (GObject *object)
{
  g_free (LOKET_TRAJECTORY_BAR (object)->client_id);

  G_OBJECT_CLASS (loket_trajectory_bar_parent_class)->finalize (object);
}

static void
loket_trajectory_bar_class_init (LoketTrajectoryBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_trajectory_bar_dispose;
  object_class->finalize = loket_trajectory_bar_finalize;

  /**
   * LoketTrajectoryBar::chosen:
   *
   * A person chose another trajectory.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LOKET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-trajectory-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketTrajectoryBar, choice);
  gtk_widget_class_bind_template_child (widget_class, LoketTrajectoryBar, closed);
  gtk_widget_class_bind_template_child (widget_class, LoketTrajectoryBar, reopen_button);
  gtk_widget_class_bind_template_child (widget_class, LoketTrajectoryBar, new_button);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
loket_trajectory_bar_init (LoketTrajectoryBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  loket_accessible_label_drop_down (self->choice, _("Trajectory"));
}

/* The one that was chosen stays, as long as the same client is shown and nothing new began. */
static LoketTrajectory *
find_trajectory (LoketTrajectoryBar *self,
                 LoketDossier       *dossier,
                 guint               n_before)
{
  const char *client_id = loket_record_get_id (LOKET_RECORD (loket_dossier_get_client (dossier)));
  LoketTrajectory *found = NULL;

  if (self->trajectory != NULL && g_strcmp0 (self->client_id, client_id) == 0
      && n_before == loket_dossier_get_trajectories (dossier)->len)
    found = loket_dossier_find_trajectory (dossier,
                                           loket_record_get_id (LOKET_RECORD (self->trajectory)));

  g_free (self->client_id);
  self->client_id = g_strdup (client_id);

  return found != NULL ? found : loket_dossier_get_current_trajectory (dossier);
}

/**
 * loket_trajectory_bar_show:
 * @dossier: of the client
 */
void
loket_trajectory_bar_show (LoketTrajectoryBar *self,
                           LoketDesk          *desk,
                           LoketDossier       *dossier)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GPtrArray *all = loket_dossier_get_trajectories (dossier);
  guint n_before = self->trajectories != NULL ? self->trajectories->len : 0;
  guint selected = 0;

  g_return_if_fail (LOKET_IS_TRAJECTORY_BAR (self));

  g_set_object (&self->desk, desk);
  g_set_object (&self->trajectory, find_trajectory (self, dossier, n_before));
  g_clear_pointer (&self->trajectories, g_ptr_array_unref);
  self->trajectories = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = all->len; i > 0; i--)
    {
      g_autofree char *name = format_trajectory (all->pdata[i - 1]);

      if (all->pdata[i - 1] == (gpointer) self->trajectory)
        selected = self->trajectories->len;
      gtk_string_list_append (names, name);
      g_ptr_array_add (self->trajectories, g_object_ref (all->pdata[i - 1]));
    }

  self->is_rendering = TRUE;
  loket_drop_down_words_set (self->choice, names, selected);
  self->is_rendering = FALSE;
  show_state (self);
}

/**
 * loket_trajectory_bar_get_trajectory:
 *
 * Returns: (transfer none) (nullable): the trajectory that is shown; NULL when there is none
 */
LoketTrajectory *
loket_trajectory_bar_get_trajectory (LoketTrajectoryBar *self)
{
  g_return_val_if_fail (LOKET_IS_TRAJECTORY_BAR (self), NULL);

  return self->trajectory;
}
