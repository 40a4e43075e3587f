/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A session is never without a trajectory, and never in one that is closed. */

#include "loketten-config.h"

#include "loket-session-target.h"

#include "loket-client.h"
#include "loket-error.h"
#include "loket-merged-table.h"
#include "loket-record-table.h"
#include "loket-trajectory.h"
#include "loket-work-steps.h"

#include <glib/gi18n-lib.h>

/* One that was opened since the form was begun: in another window, by a file. */
static gboolean
find_open_trajectory (LoketAct    *act,
                      const char  *client_id,
                      char       **id,
                      GError     **error)
{
  LoketRecordTable *table = loket_record_table_get (loket_act_get_database (act),
                                                    &loket_trajectory_kind);
  g_autoptr (GPtrArray) trajectories = NULL;

  trajectories = loket_record_table_load_where (table, LOKET_TRAJECTORY_CLIENT_NO, client_id,
                                                error);
  if (trajectories == NULL)
    return FALSE;

  for (guint i = 0; i < trajectories->len && *id == NULL; i++)
    {
      LoketRecord *trajectory = trajectories->pdata[i];

      if (loket_record_get_value (trajectory, LOKET_TRAJECTORY_CLOSED_ON) == NULL)
        *id = g_strdup (loket_record_get_id (trajectory));
    }

  return TRUE;
}

/* A client without an open trajectory begins one with this appointment. */
static char *
open_trajectory (LoketAct                  *act,
                 LoketRecord               *client,
                 const LoketSessionTarget  *target,
                 GError                   **error)
{
  g_autoptr (LoketDraft) trajectory = loket_draft_new (&loket_trajectory_kind);
  LoketDateText opened_on = loket_date_add_days (target->starts_at, 0);

  loket_draft_set_value (trajectory, LOKET_TRAJECTORY_CLIENT_NO, loket_record_get_id (client));
  loket_draft_set_value (trajectory, LOKET_TRAJECTORY_OPENED_ON, opened_on.text);
  loket_draft_set_value (trajectory, LOKET_TRAJECTORY_COUNSELLOR, target->counsellor_id);
  loket_draft_set_value (trajectory, LOKET_TRAJECTORY_SITUATION,
                         loket_record_get_value (client, LOKET_CLIENT_SITUATION));
  if (!loket_act_save (act, trajectory, error))
    return NULL;

  return g_strdup (loket_draft_get_id (trajectory));
}

/**
 * loket_session_target_find_trajectory:
 * @act: the act that records the session
 * @target: what is known of it
 * @error: %LOKET_ERROR_CONFLICT, with a sentence for the person, when the trajectory was closed
 *
 * Finds the trajectory that @target names, else the one that is open, else opens one. A client who
 * was merged into another since is that other one.
 *
 * Returns: (transfer full) (nullable): the id of the trajectory
 */
char *
loket_session_target_find_trajectory (LoketAct                  *act,
                                      const LoketSessionTarget  *target,
                                      GError                   **error)
{
  g_autoptr (LoketDraft) trajectory = NULL;
  g_autofree char *id = g_strdup (target->trajectory_id);

  if (id == NULL)
    {
      g_autoptr (LoketRecord) client = NULL;

      client = loket_merged_table_load_client (loket_act_get_database (act), target->client_id,
                                               error);
      if (client == NULL || !find_open_trajectory (act, loket_record_get_id (client), &id, error))
        return NULL;
      if (id == NULL)
        return open_trajectory (act, client, target, error);
    }

  trajectory = loket_step_load (act, &loket_trajectory_kind, id, error);
  if (trajectory == NULL)
    return NULL;
  if (loket_draft_get_value (trajectory, LOKET_TRAJECTORY_CLOSED_ON) == NULL)
    return g_steal_pointer (&id);

  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_CONFLICT,
                       _("The trajectory was closed meanwhile. Reopen it to record a session"));

  return NULL;
}
