/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Finds the milestones among the events of a client. */

#include "loketten-config.h"

#include "loket-milestones.h"

#include "loket-session.h"

#include <glib/gi18n.h>

/* (nullable): whose trajectory it is. */
static LoketRecord *
find_trajectory (LoketDossier *dossier,
                 const char   *id)
{
  GPtrArray *trajectories = loket_dossier_get_trajectories (dossier);

  for (guint i = 0; i < trajectories->len; i++)
    {
      if (g_str_equal (loket_record_get_id (trajectories->pdata[i]), id))
        return trajectories->pdata[i];
    }

  return NULL;
}

static gboolean
is_held (LoketEvent *event)
{
  return loket_event_get_kind (event) == LOKET_EVENT_SESSION
         && g_str_equal (loket_record_get_text (loket_event_get_record (event),
                                                LOKET_SESSION_STATE),
                         "held");
}

/**
 * loket_milestones_mark:
 * @events: a list of #LoketEvent, the latest first
 *
 * The first session that was held is the intake; what a counsellor pinned is a milestone too. A
 * test is pinned as a whole, and stands among them once, where it got to.
 */
void
loket_milestones_mark (GListModel   *events,
                       LoketDossier *dossier)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) begun = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = g_list_model_get_n_items (events);

  for (guint i = n; i > 0; i--)
    {
      g_autoptr (LoketEvent) event = g_list_model_get_item (events, i - 1);

      if (is_held (event) && g_hash_table_add (begun, (gpointer)
                                               loket_event_get_trajectory_id (event)))
        loket_event_set_milestone (event, _("Intake"));
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LoketEvent) event = g_list_model_get_item (events, i);
      LoketRecord *trajectory = find_trajectory (dossier, loket_event_get_trajectory_id (event));
      const char *id = loket_record_get_id (loket_event_get_record (event));

      if (loket_event_get_milestone (event) == NULL && trajectory != NULL
          && loket_trajectory_has_pinned (LOKET_TRAJECTORY (trajectory), id)
          && g_hash_table_add (seen, (gpointer) id))
        loket_event_set_milestone (event, loket_event_get_title (event));
    }
}

/**
 * loket_milestones_get:
 * @events: a list of #LoketEvent
 *
 * Returns: (transfer full) (element-type LoketEvent): those that are milestones, the first first
 */
GPtrArray *
loket_milestones_get (GListModel *events)
{
  GPtrArray *milestones = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (events);

  for (guint i = n; i > 0; i--)
    {
      g_autoptr (LoketEvent) event = g_list_model_get_item (events, i - 1);

      if (loket_event_get_milestone (event) != NULL)
        g_ptr_array_add (milestones, g_steal_pointer (&event));
    }

  return milestones;
}
