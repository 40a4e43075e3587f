/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Closing plans the after-care that the client wants; reopening takes it back. */

#include "loketten-config.h"

#include "loket-trajectory-acts.h"

#include "loket-client.h"
#include "loket-contact.h"
#include "loket-error.h"
#include "loket-follow-up.h"
#include "loket-promise.h"
#include "loket-record-table.h"
#include "loket-replan-act.h"
#include "loket-session.h"
#include "loket-trajectory.h"
#include "loket-work-steps.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *trajectory_id;
  char *outcome;
  char *wish;
  char *second_session;  /* (nullable) */
  char *reason;          /* (nullable): of reopening */
} Request;

static void
free_request (Request *request)
{
  g_free (request->trajectory_id);
  g_free (request->outcome);
  g_free (request->wish);
  g_free (request->second_session);
  g_free (request->reason);
  g_free (request);
}

static gboolean
refuse (LoketError   code,
        const char  *sentence,
        GError     **error)
{
  g_set_error_literal (error, LOKET_ERROR, (int) code, sentence);

  return FALSE;
}

static GPtrArray *
load_of_trajectory (LoketAct         *act,
                    const LoketKind  *kind,
                    guint             field,
                    const char       *trajectory_id,
                    GError          **error)
{
  return loket_record_table_load_where (loket_record_table_get (loket_act_get_database (act), kind),
                                        field, trajectory_id, error);
}

static void
append_promise (GString          *names,
                LoketRecord      *promise,
                const LoketChecks *checks)
{
  const char *text = loket_record_get_value (promise, LOKET_PROMISE_TEXT);

  if (text == NULL)
    text = loket_codes_get_label (checks->codes, "promise_kind",
                                  loket_record_get_text (promise, LOKET_PROMISE_KIND));
  g_string_append_printf (names, "%s“%s”", names->len > 0 ? ", " : "", text);
}

/* What the counsellor promised must be done, or said to be needed no more, before the end. */
static gboolean
check_promises (LoketAct    *act,
                const char  *trajectory_id,
                GError     **error)
{
  g_autoptr (GPtrArray) promises = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  promises = load_of_trajectory (act, &loket_promise_kind, LOKET_PROMISE_TRAJECTORY_NO,
                                 trajectory_id, error);
  if (promises == NULL)
    return FALSE;

  for (guint i = 0; i < promises->len; i++)
    {
      if (loket_promise_is_open (promises->pdata[i])
          && g_str_equal (loket_record_get_text (promises->pdata[i], LOKET_PROMISE_BY),
                          "counsellor"))
        append_promise (names, promises->pdata[i], loket_act_get_checks (act));
    }
  if (names->len == 0)
    return TRUE;

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT,
               _("Promised to the client, and still open: %s. Keep it first"), names->str);

  return FALSE;
}

/* Who had only one session is asked whether a second was offered. */
static gboolean
check_second_session (LoketAct       *act,
                      const Request  *request,
                      GError        **error)
{
  g_autoptr (GPtrArray) sessions = NULL;
  guint n_held = 0;

  sessions = load_of_trajectory (act, &loket_session_kind, LOKET_SESSION_TRAJECTORY_NO,
                                 request->trajectory_id, error);
  if (sessions == NULL)
    return FALSE;

  for (guint i = 0; i < sessions->len; i++)
    n_held += g_str_equal (loket_record_get_text (sessions->pdata[i], LOKET_SESSION_STATE), "held");

  return n_held != 1 || request->second_session != NULL
         || refuse (LOKET_ERROR_INVALID,
                    _("There was one session. Say whether a second one was offered"), error);
}

/* Contacts that are open have no reason any more. @kind: (nullable): of these alone. */
static gboolean
cancel_contacts (LoketAct    *act,
                 const char  *trajectory_id,
                 const char  *kind,
                 GError     **error)
{
  g_autoptr (GPtrArray) contacts = NULL;

  contacts = load_of_trajectory (act, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO,
                                 trajectory_id, error);
  if (contacts == NULL)
    return FALSE;

  for (guint i = 0; i < contacts->len; i++)
    {
      g_autoptr (LoketDraft) contact = loket_draft_new_from_record (contacts->pdata[i]);

      if (loket_draft_get_value (contact, LOKET_CONTACT_OPEN_ON) == NULL
          || (kind != NULL
              && !g_str_equal (loket_draft_get_text (contact, LOKET_CONTACT_KIND), kind)))
        continue;

      if (!loket_step_end_contact (act, contact, "cancelled", error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
plan_aftercare (LoketAct          *act,
                const LoketDraft  *trajectory,
                GError           **error)
{
  const char *today = loket_act_get_checks (act)->today;
  const char *wish = loket_draft_get_text (trajectory, LOKET_TRAJECTORY_AFTERCARE);
  g_autoptr (LoketDraft) client = NULL;
  LoketAftercare contacts[LOKET_MOST_AFTERCARE];
  guint n;

  client = loket_step_load (act, &loket_client_kind,
                            loket_draft_get_text (trajectory, LOKET_TRAJECTORY_CLIENT_NO), error);
  if (client == NULL)
    return FALSE;
  if (g_str_equal (loket_draft_get_text (client, LOKET_CLIENT_NO_CONTACT), "1"))
    return TRUE;

  n = loket_follow_up_get_aftercare (loket_act_get_rules (act),
                                     loket_draft_get_value (trajectory,
                                                            LOKET_TRAJECTORY_COUNSELLOR),
                                     wish, today, contacts);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LoketDraft) contact = loket_draft_new (&loket_contact_kind);

      loket_draft_set_value (contact, LOKET_CONTACT_TRAJECTORY_NO, loket_draft_get_id (trajectory));
      loket_draft_set_value (contact, LOKET_CONTACT_KIND, "aftercare");
      loket_draft_set_value (contact, LOKET_CONTACT_DUE_ON, contacts[i].due_on.text);
      loket_draft_set_value (contact, LOKET_CONTACT_COUNSELLOR,
                             loket_draft_get_value (trajectory, LOKET_TRAJECTORY_COUNSELLOR));
      if (!loket_act_save (act, contact, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
close_trajectory (LoketAct  *act,
                  gpointer   input,
                  GError   **error)
{
  const Request *request = input;
  g_autoptr (LoketDraft) trajectory = loket_step_load (act, &loket_trajectory_kind,
                                                       request->trajectory_id, error);

  if (trajectory == NULL)
    return FALSE;
  if (loket_draft_get_value (trajectory, LOKET_TRAJECTORY_CLOSED_ON) != NULL)
    return refuse (LOKET_ERROR_CONFLICT, _("This trajectory was closed already"), error);
  if (!check_promises (act, request->trajectory_id, error)
      || !check_second_session (act, request, error)
      || !cancel_contacts (act, request->trajectory_id, NULL, error))
    return FALSE;

  loket_draft_set_value (trajectory, LOKET_TRAJECTORY_CLOSED_ON,
                         loket_act_get_checks (act)->today);
  loket_draft_set_value (trajectory, LOKET_TRAJECTORY_AFTERCARE, request->wish);
  loket_draft_set_value (trajectory, LOKET_TRAJECTORY_OUTCOME, request->outcome);
  loket_draft_set_value (trajectory, LOKET_TRAJECTORY_SECOND_SESSION, request->second_session);

  return loket_act_save (act, trajectory, error) && plan_aftercare (act, trajectory, error);
}

static gboolean
reopen_trajectory (LoketAct  *act,
                   gpointer   input,
                   GError   **error)
{
  const Request *request = input;
  g_autoptr (LoketDraft) trajectory = loket_step_load (act, &loket_trajectory_kind,
                                                       request->trajectory_id, error);

  if (trajectory == NULL)
    return FALSE;
  if (loket_draft_get_value (trajectory, LOKET_TRAJECTORY_CLOSED_ON) == NULL)
    return refuse (LOKET_ERROR_CONFLICT, _("This trajectory is open already"), error);

  loket_draft_set_value (trajectory, LOKET_TRAJECTORY_REOPEN_REASON, request->reason);
  if (loket_draft_get_value (trajectory, LOKET_TRAJECTORY_REOPEN_REASON) == NULL)
    return refuse (LOKET_ERROR_INVALID, _("Say why the trajectory is opened again"), error);

  loket_draft_set_value (trajectory, LOKET_TRAJECTORY_REOPENED_ON,
                         loket_act_get_checks (act)->today);
  loket_draft_set_value (trajectory, LOKET_TRAJECTORY_CLOSED_ON, NULL);
  loket_draft_set_value (trajectory, LOKET_TRAJECTORY_AFTERCARE, NULL);
  loket_draft_set_value (trajectory, LOKET_TRAJECTORY_OUTCOME, NULL);

  return loket_act_save (act, trajectory, error)
         && cancel_contacts (act, request->trajectory_id, "aftercare", error)
         && loket_step_replan_one (act, request->trajectory_id, error);
}

/**
 * loket_desk_close_trajectory_async:
 * @trajectory_id: the id of a trajectory that is open
 * @closing: what the counsellor and the client say
 *
 * Closes a trajectory today: its open contacts are cancelled, and the after-care that the client
 * wants is planned. Finish with loket_desk_act_finish (); %LOKET_ERROR_CONSTRAINT names the
 * promises that are still open, %LOKET_ERROR_INVALID says what was not answered.
 */
void
loket_desk_close_trajectory_async (LoketDesk           *desk,
                                   const char          *trajectory_id,
                                   const LoketClosing  *closing,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  Request *request = g_new0 (Request, 1);

  request->trajectory_id = g_strdup (trajectory_id);
  request->outcome = g_strdup (closing->outcome);
  request->wish = g_strdup (closing->wish);
  request->second_session = g_strdup (closing->second_session);
  loket_desk_act_async (desk, "trajectory.close", close_trajectory, request,
                        (GDestroyNotify) free_request, cancellable, callback, user_data);
}

/**
 * loket_desk_reopen_trajectory_async:
 * @trajectory_id: the id of a trajectory that is closed
 * @reason: why it is opened again
 *
 * Opens a trajectory again, cancels the after-care that is open and plans what the rules ask for in
 * an open one. Finish with
 * loket_desk_act_finish (); %LOKET_ERROR_INVALID when there is no reason.
 */
void
loket_desk_reopen_trajectory_async (LoketDesk           *desk,
                                    const char          *trajectory_id,
                                    const char          *reason,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  Request *request = g_new0 (Request, 1);

  request->trajectory_id = g_strdup (trajectory_id);
  request->reason = g_strdup (reason);
  loket_desk_act_async (desk, "trajectory.reopen", reopen_trajectory, request,
                        (GDestroyNotify) free_request, cancellable, callback, user_data);
}
