/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Nobody is kept out without a reason, and nobody who was invited already. */

#include "loketten-config.h"

#include "loket-exclusion-act.h"

#include "loket-candidates.h"
#include "loket-error.h"
#include "loket-invitee.h"
#include "loket-record-table.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *trajectory_id;
  char *reason;       /* (nullable): of an exclusion */
  char *explanation;  /* (nullable) */
} Request;

static void
free_request (Request *request)
{
  g_free (request->trajectory_id);
  g_free (request->reason);
  g_free (request->explanation);
  g_free (request);
}

/* What is known of the trajectory and the survey, unless the client was invited.
 *
 * @invitee: (out) (transfer full) (nullable) */
static gboolean
find_exclusion (LoketAct     *act,
                const char   *trajectory_id,
                LoketRecord **invitee,
                GError      **error)
{
  LoketDatabase *database = loket_act_get_database (act);
  g_autoptr (GPtrArray) found = NULL;

  found = loket_record_table_load_where (loket_record_table_get (database, &loket_invitee_kind),
                                         LOKET_INVITEE_TRAJECTORY_NO, trajectory_id, error);
  if (found == NULL)
    return FALSE;

  *invitee = NULL;
  for (guint i = 0; i < found->len && *invitee == NULL; i++)
    {
      if (g_str_equal (loket_record_get_text (found->pdata[i], LOKET_INVITEE_QUESTIONNAIRE),
                       LOKET_SURVEY_QUESTIONNAIRE))
        *invitee = g_object_ref (found->pdata[i]);
    }
  if (*invitee == NULL || loket_record_get_value (*invitee, LOKET_INVITEE_DRAWN_ON) == NULL)
    return TRUE;

  g_clear_object (invitee);
  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT,
                       _("The client was invited already"));

  return FALSE;
}

static gboolean
exclude (LoketAct  *act,
         gpointer   input,
         GError   **error)
{
  const Request *request = input;
  g_autoptr (LoketRecord) before = NULL;
  g_autoptr (LoketDraft) draft = NULL;

  if (!find_exclusion (act, request->trajectory_id, &before, error))
    return FALSE;

  draft = before != NULL ? loket_draft_new_from_record (before)
                         : loket_draft_new (&loket_invitee_kind);
  loket_draft_set_value (draft, LOKET_INVITEE_TRAJECTORY_NO, request->trajectory_id);
  loket_draft_set_value (draft, LOKET_INVITEE_EXCLUDED_ON, loket_act_get_checks (act)->today);
  loket_draft_set_value (draft, LOKET_INVITEE_REASON, request->reason);
  loket_draft_set_value (draft, LOKET_INVITEE_EXPLANATION, request->explanation);

  return loket_act_save (act, draft, error);
}

static gboolean
include (LoketAct  *act,
         gpointer   input,
         GError   **error)
{
  const Request *request = input;
  g_autoptr (LoketRecord) before = NULL;

  if (!find_exclusion (act, request->trajectory_id, &before, error))
    return FALSE;

  return before == NULL || loket_act_remove (act, before, error);
}

/**
 * loket_desk_exclude_async:
 * @trajectory_id: a trajectory
 * @reason: a code of the list "survey_exclusion"
 * @explanation: (nullable): the same in words; needed when the reason is "other"
 *
 * Keeps the client of a trajectory out of the survey; finish with loket_desk_act_finish ().
 * %LOKET_ERROR_INVALID without a reason, %LOKET_ERROR_CONSTRAINT when the client was invited.
 */
void
loket_desk_exclude_async (LoketDesk           *desk,
                          const char          *trajectory_id,
                          const char          *reason,
                          const char          *explanation,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  Request *request = g_new0 (Request, 1);

  request->trajectory_id = g_strdup (trajectory_id);
  request->reason = g_strdup (reason);
  request->explanation = g_strdup (explanation);
  loket_desk_act_async (desk, "survey.exclude", exclude, request, (GDestroyNotify) free_request,
                        cancellable, callback, user_data);
}

/**
 * loket_desk_include_async:
 * @trajectory_id: a trajectory that was excluded
 *
 * Lets the client of a trajectory in again; finish with loket_desk_act_finish ().
 */
void
loket_desk_include_async (LoketDesk           *desk,
                          const char          *trajectory_id,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  Request *request = g_new0 (Request, 1);

  request->trajectory_id = g_strdup (trajectory_id);
  loket_desk_act_async (desk, "survey.include", include, request, (GDestroyNotify) free_request,
                        cancellable, callback, user_data);
}
