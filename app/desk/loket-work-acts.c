/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Takes, reaches, keeps, puts off: what a row of work offers, each in one transaction. */

#include "loketten-config.h"

#include "loket-work-acts.h"

#include "loket-attempt.h"
#include "loket-contact.h"
#include "loket-error.h"
#include "loket-postponement.h"
#include "loket-promise.h"
#include "loket-record-table.h"
#include "loket-session.h"
#include "loket-trajectory.h"
#include "loket-working-days.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What an act needs to know, as it was when it was asked for. */
typedef struct
{
  LoketWorkAct act;
  char *record_id;
  char *until;          /* (nullable): a moment or a date, of what is put off */
  char *counsellor_id;  /* (nullable): who works at the desk */
  LoketDateText now;
} Request;

static void
free_request (Request *request)
{
  g_free (request->record_id);
  g_free (request->until);
  g_free (request->counsellor_id);
  g_free (request);
}

static LoketDraft *
load_draft (LoketAct         *act,
            const LoketKind  *kind,
            const char       *id,
            GError          **error)
{
  LoketRecordTable *table = loket_record_table_get (loket_act_get_database (act), kind);
  g_autoptr (LoketRecord) record = loket_record_table_load (table, id, error);

  return record != NULL ? loket_draft_new_from_record (record) : NULL;
}

/* Somebody else was faster, or the list was old. */
static gboolean
refuse (const char  *sentence,
        GError     **error)
{
  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_CONFLICT, sentence);

  return FALSE;
}

/* The client has heard from us: from now on the sign-up is answered. */
static gboolean
note_response (LoketAct    *act,
               const char  *trajectory_id,
               const char  *date,
               GError     **error)
{
  g_autoptr (LoketDraft) draft = load_draft (act, &loket_trajectory_kind, trajectory_id, error);

  if (draft == NULL)
    return FALSE;
  if (loket_draft_get_value (draft, LOKET_TRAJECTORY_FIRST_RESPONSE_ON) != NULL)
    return TRUE;

  loket_draft_set_value (draft, LOKET_TRAJECTORY_FIRST_RESPONSE_ON, date);

  return loket_act_save (act, draft, error);
}

static gboolean
take_sign_up (LoketAct  *act,
              gpointer   input,
              GError   **error)
{
  const Request *request = input;
  g_autoptr (LoketDraft) draft = load_draft (act, &loket_trajectory_kind, request->record_id,
                                             error);

  if (draft == NULL)
    return FALSE;
  if (loket_draft_get_value (draft, LOKET_TRAJECTORY_COUNSELLOR) != NULL)
    return refuse (_("This sign-up was taken already"), error);

  loket_draft_set_value (draft, LOKET_TRAJECTORY_COUNSELLOR, request->counsellor_id);

  return loket_act_save (act, draft, error);
}

static gboolean
respond (LoketAct  *act,
         gpointer   input,
         GError   **error)
{
  const Request *request = input;

  return note_response (act, request->record_id, loket_act_get_checks (act)->today, error);
}

static const char *
get_session_state (LoketWorkAct act)
{
  if (act == LOKET_ACT_HELD)
    return "held";

  return act == LOKET_ACT_NO_SHOW ? "no_show" : "cancelled";
}

static gboolean
give_outcome (LoketAct  *act,
              gpointer   input,
              GError   **error)
{
  const Request *request = input;
  g_autoptr (LoketDraft) draft = load_draft (act, &loket_session_kind, request->record_id, error);
  LoketDateText day;

  if (draft == NULL)
    return FALSE;
  if (strcmp (loket_draft_get_text (draft, LOKET_SESSION_STATE), "planned") != 0)
    return refuse (_("This appointment has an outcome already"), error);

  loket_draft_set_value (draft, LOKET_SESSION_STATE, get_session_state (request->act));
  if (!loket_act_save (act, draft, error))
    return FALSE;
  if (request->act != LOKET_ACT_HELD)
    return TRUE;

  day = loket_date_add_days (loket_draft_get_text (draft, LOKET_SESSION_STARTS_AT), 0);

  return note_response (act, loket_draft_get_text (draft, LOKET_SESSION_TRAJECTORY_NO), day.text,
                        error);
}

static LoketDraft *
load_open_contact (LoketAct       *act,
                   const Request  *request,
                   GError        **error)
{
  g_autoptr (LoketDraft) draft = load_draft (act, &loket_contact_kind, request->record_id, error);

  if (draft == NULL)
    return NULL;
  if (loket_draft_get_value (draft, LOKET_CONTACT_OPEN_ON) != NULL)
    return g_steal_pointer (&draft);

  refuse (_("This contact was closed already"), error);

  return NULL;
}

/* Whether the contact was planned for the promise: on its day, or on the working day after it. */
static gboolean
is_for_promise (const LoketDraft *contact,
                const LoketDraft *promise)
{
  const char *due_on = loket_draft_get_text (contact, LOKET_CONTACT_DUE_ON);
  const char *promised_on = loket_draft_get_text (promise, LOKET_PROMISE_DUE_ON);
  LoketDateText moved_on = loket_working_days_move_on (NULL, promised_on);

  return g_str_equal (due_on, promised_on) || g_str_equal (due_on, moved_on.text);
}

static gboolean
close_promise (LoketAct    *act,
               LoketDraft  *promise,
               const char  *outcome,
               GError     **error)
{
  loket_draft_set_value (promise, LOKET_PROMISE_DONE_ON, loket_act_get_checks (act)->today);
  loket_draft_set_value (promise, LOKET_PROMISE_OUTCOME, outcome);

  return loket_act_save (act, promise, error);
}

/* The promise from which a callback came ends with it. It is kept when the client was spoken to;
 * who called three times in vain has neither kept nor broken it. */
static gboolean
close_callback (LoketAct          *act,
                const LoketDraft  *contact,
                gboolean           is_reached,
                GError           **error)
{
  LoketRecordTable *table = loket_record_table_get (loket_act_get_database (act),
                                                    &loket_promise_kind);
  g_autoptr (GPtrArray) promises = NULL;

  promises = loket_record_table_load_where (table, LOKET_PROMISE_TRAJECTORY_NO,
                                            loket_draft_get_text (contact,
                                                                  LOKET_CONTACT_TRAJECTORY_NO),
                                            error);
  if (promises == NULL)
    return FALSE;

  for (guint i = 0; i < promises->len; i++)
    {
      g_autoptr (LoketDraft) promise = loket_draft_new_from_record (promises->pdata[i]);

      if (g_str_equal (loket_draft_get_text (promise, LOKET_PROMISE_KIND), "callback")
          && g_str_equal (loket_draft_get_text (promise, LOKET_PROMISE_BY), "counsellor")
          && is_for_promise (contact, promise)
          && loket_promise_is_open (promises->pdata[i]))
        return close_promise (act, promise, is_reached ? "kept" : "not_reached", error);
    }

  return TRUE;
}

/* A contact that ends takes along what it stood for; who was not reached has not heard from us. */
static gboolean
close_contact (LoketAct    *act,
               LoketDraft  *draft,
               const char  *outcome,
               GError     **error)
{
  const char *today = loket_act_get_checks (act)->today;
  const char *kind = loket_draft_get_text (draft, LOKET_CONTACT_KIND);
  gboolean is_reached = g_str_equal (outcome, "reached");

  loket_draft_set_value (draft, LOKET_CONTACT_DONE_ON, today);
  loket_draft_set_value (draft, LOKET_CONTACT_OUTCOME, outcome);
  if (!loket_act_save (act, draft, error))
    return FALSE;

  if (g_str_equal (kind, "callback"))
    return close_callback (act, draft, is_reached, error);
  if (g_str_equal (kind, "first_response") && is_reached)
    return note_response (act, loket_draft_get_text (draft, LOKET_CONTACT_TRAJECTORY_NO), today,
                          error);

  return TRUE;
}

static gboolean
reach_client (LoketAct  *act,
              gpointer   input,
              GError   **error)
{
  g_autoptr (LoketDraft) draft = load_open_contact (act, input, error);

  return draft != NULL && close_contact (act, draft, "reached", error);
}

static gboolean
note_attempt (LoketAct       *act,
              const Request  *request,
              GError        **error)
{
  g_autoptr (LoketDraft) attempt = loket_draft_new (&loket_attempt_kind);

  loket_draft_set_value (attempt, LOKET_ATTEMPT_CONTACT_NO, request->record_id);
  loket_draft_set_value (attempt, LOKET_ATTEMPT_AT, request->now.text);
  loket_draft_set_value (attempt, LOKET_ATTEMPT_COUNSELLOR, request->counsellor_id);
  loket_draft_set_value (attempt, LOKET_ATTEMPT_OUTCOME, "not_reached");

  return loket_act_save (act, attempt, error);
}

/* The contact stays open for another day, until the last attempt. */
static gboolean
miss_client (LoketAct  *act,
             gpointer   input,
             GError   **error)
{
  const Request *request = input;
  g_autoptr (LoketDraft) draft = load_open_contact (act, request, error);
  LoketRetry retry;
  int attempts;

  if (draft == NULL || !note_attempt (act, request, error))
    return FALSE;

  attempts = (int) g_ascii_strtoll (loket_draft_get_text (draft, LOKET_CONTACT_ATTEMPTS), NULL, 10);
  retry = loket_postponement_plan_retry (NULL, attempts, loket_act_get_checks (act)->today);
  loket_draft_set_integer (draft, LOKET_CONTACT_ATTEMPTS, retry.attempts);
  if (retry.gives_up)
    return close_contact (act, draft, "closed_not_reached", error);

  loket_draft_set_value (draft, LOKET_CONTACT_PLANNED_ON, retry.planned_on.text);
  loket_draft_set_value (draft, LOKET_CONTACT_SNOOZED_UNTIL, NULL);

  return loket_act_save (act, draft, error);
}

static gboolean
keep_promise (LoketAct  *act,
              gpointer   input,
              GError   **error)
{
  const Request *request = input;
  g_autoptr (LoketDraft) draft = load_draft (act, &loket_promise_kind, request->record_id, error);

  if (draft == NULL)
    return FALSE;
  if (!loket_promise_is_open (LOKET_PROMISE (loket_draft_get_record (draft))))
    return refuse (_("This promise was closed already"), error);

  return close_promise (act, draft, "kept", error);
}

static gboolean
snooze_contact (LoketAct  *act,
                gpointer   input,
                GError   **error)
{
  const Request *request = input;
  g_autoptr (LoketDraft) draft = load_open_contact (act, request, error);

  if (draft == NULL)
    return FALSE;

  loket_draft_set_value (draft, LOKET_CONTACT_SNOOZED_UNTIL, request->until);

  return loket_act_save (act, draft, error);
}

static gboolean
move_contact (LoketAct  *act,
              gpointer   input,
              GError   **error)
{
  const Request *request = input;
  g_autoptr (LoketDraft) draft = load_open_contact (act, request, error);
  LoketDateText day;

  if (draft == NULL)
    return FALSE;

  day = loket_working_days_move_on (NULL, request->until);
  loket_draft_set_value (draft, LOKET_CONTACT_PLANNED_ON, day.text);
  loket_draft_set_value (draft, LOKET_CONTACT_SNOOZED_UNTIL, NULL);

  return loket_act_save (act, draft, error);
}

static const struct
{
  const char *name;
  LoketActFunc func;
} acts[LOKET_N_WORK_ACTS] = {
  [LOKET_ACT_TAKE] = { "trajectory.take", take_sign_up },
  [LOKET_ACT_RESPOND] = { "trajectory.respond", respond },
  [LOKET_ACT_HELD] = { "session.held", give_outcome },
  [LOKET_ACT_NO_SHOW] = { "session.no-show", give_outcome },
  [LOKET_ACT_CANCEL] = { "session.cancel", give_outcome },
  [LOKET_ACT_REACH] = { "contact.reach", reach_client },
  [LOKET_ACT_MISS] = { "contact.miss", miss_client },
  [LOKET_ACT_KEEP] = { "promise.keep", keep_promise },
  [LOKET_ACT_SNOOZE] = { "contact.snooze", snooze_contact },
  [LOKET_ACT_MOVE] = { "contact.move", move_contact },
};

/**
 * loket_desk_work_async:
 * @act: what is done
 * @record_id: to which record: a trajectory, a session, a contact or a promise, as @act says
 * @until: (nullable): the moment until which a contact is put off, or the date to which it is moved
 *
 * Does it; finish with loket_desk_act_finish (). When the record does not wait for it any more,
 * the error is %LOKET_ERROR_CONFLICT with a sentence for the person.
 */
void
loket_desk_work_async (LoketDesk           *desk,
                       LoketWorkAct         act,
                       const char          *record_id,
                       const char          *until,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  Request *request;

  g_return_if_fail (act < LOKET_N_WORK_ACTS);

  request = g_new0 (Request, 1);
  request->act = act;
  request->record_id = g_strdup (record_id);
  request->until = g_strdup (until);
  request->counsellor_id = g_strdup (loket_desk_get_counsellor_id (desk));
  request->now = loket_clock_get_moment (loket_desk_get_clock (desk));

  loket_desk_act_async (desk, acts[act].name, acts[act].func, request,
                        (GDestroyNotify) free_request, cancellable, callback, user_data);
}
