/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Takes, reaches, keeps, puts off: what a row of work offers, each in one transaction. */

#include "loketten-config.h"

#include "loket-work-acts.h"

#include "loket-assessment-stage.h"
#include "loket-assessment.h"
#include "loket-attempt.h"
#include "loket-contact.h"
#include "loket-error.h"
#include "loket-promise.h"
#include "loket-replan-act.h"
#include "loket-session.h"
#include "loket-test-steps.h"
#include "loket-trajectory-start.h"
#include "loket-trajectory.h"
#include "loket-work-steps.h"
#include "loket-working-days.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What an act needs to know, as it was when it was asked for. */
typedef struct
{
  LoketWorkAct act;
  char *record_id;
  char *value;          /* (nullable): a moment, a date or a counsellor, as the act says */
  char *counsellor_id;  /* (nullable): who works at the desk */
  LoketDateText now;
} Request;

static void
free_request (Request *request)
{
  g_free (request->record_id);
  g_free (request->value);
  g_free (request->counsellor_id);
  g_free (request);
}

/* Somebody else was faster, or the list was old. */
static gboolean
refuse (const char  *sentence,
        GError     **error)
{
  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_CONFLICT, sentence);

  return FALSE;
}

static gboolean
take_sign_up (LoketAct  *act,
              gpointer   input,
              GError   **error)
{
  const Request *request = input;
  g_autoptr (LoketDraft) draft = loket_step_load (act, &loket_trajectory_kind, request->record_id,
                                                  error);

  if (draft == NULL || !loket_step_check_is_open (act, draft, error))
    return FALSE;
  if (loket_draft_get_value (draft, LOKET_TRAJECTORY_COUNSELLOR) != NULL)
    return refuse (_("This sign-up was taken already"), error);

  loket_draft_set_value (draft, LOKET_TRAJECTORY_COUNSELLOR,
                         request->value != NULL ? request->value : request->counsellor_id);

  return loket_act_save (act, draft, error);
}

static gboolean
assign_sign_up (LoketAct  *act,
                gpointer   input,
                GError   **error)
{
  const Request *request = input;

  return loket_step_assign_trajectory (act, request->record_id, request->value, error);
}

static gboolean
respond (LoketAct  *act,
         gpointer   input,
         GError   **error)
{
  const Request *request = input;
  g_autoptr (LoketDraft) draft = loket_step_load (act, &loket_trajectory_kind, request->record_id,
                                                  error);

  return draft != NULL && loket_step_check_is_open (act, draft, error)
         && loket_step_note_response (act, request->record_id, loket_act_get_checks (act)->today,
                                      error)
         && loket_step_replan_one (act, request->record_id, error);
}

static const char *
get_session_state (LoketWorkAct act)
{
  if (act == LOKET_ACT_HELD)
    return "held";

  return act == LOKET_ACT_NO_SHOW ? "no_show" : "cancelled";
}

/* An appointment may pass after the trajectory was closed; it gets its outcome all the same. */
static gboolean
give_outcome (LoketAct  *act,
              gpointer   input,
              GError   **error)
{
  const Request *request = input;
  g_autoptr (LoketDraft) draft = loket_step_load (act, &loket_session_kind, request->record_id,
                                                  error);
  const char *trajectory_id;
  LoketDateText day;

  if (draft == NULL)
    return FALSE;
  if (strcmp (loket_draft_get_text (draft, LOKET_SESSION_STATE), "planned") != 0)
    return refuse (_("This appointment has an outcome already"), error);

  loket_draft_set_value (draft, LOKET_SESSION_STATE, get_session_state (request->act));
  if (!loket_act_save (act, draft, error))
    return FALSE;

  trajectory_id = loket_draft_get_text (draft, LOKET_SESSION_TRAJECTORY_NO);
  day = loket_date_add_days (loket_draft_get_text (draft, LOKET_SESSION_STARTS_AT), 0);

  return (request->act != LOKET_ACT_HELD
          || loket_step_note_response (act, trajectory_id, day.text, error))
         && loket_step_replan_one (act, trajectory_id, error);
}

static LoketDraft *
load_open_contact (LoketAct       *act,
                   const Request  *request,
                   GError        **error)
{
  g_autoptr (LoketDraft) draft = loket_step_load_open_contact (act, request->record_id, error);

  if (draft == NULL || !loket_step_check_is_open (act, draft, error))
    return NULL;

  return g_steal_pointer (&draft);
}

static gboolean
reach_client (LoketAct  *act,
              gpointer   input,
              GError   **error)
{
  const Request *request = input;
  g_autoptr (LoketDraft) draft = load_open_contact (act, request, error);

  return draft != NULL && loket_step_close_contact (act, draft, "reached", error)
         && loket_step_replan_one (act, loket_draft_get_text (draft, LOKET_CONTACT_TRAJECTORY_NO),
                                   error);
}

static gboolean
miss_client (LoketAct  *act,
             gpointer   input,
             GError   **error)
{
  const Request *request = input;
  g_autoptr (LoketDraft) contact = load_open_contact (act, request, error);
  g_autoptr (LoketDraft) attempt = loket_draft_new (&loket_attempt_kind);

  if (contact == NULL)
    return FALSE;

  loket_draft_set_value (attempt, LOKET_ATTEMPT_AT, request->now.text);
  loket_draft_set_value (attempt, LOKET_ATTEMPT_COUNSELLOR, request->counsellor_id);

  return loket_step_miss_contact (act, contact, attempt, error);
}

static LoketDraft *
load_open_promise (LoketAct       *act,
                   const Request  *request,
                   GError        **error)
{
  g_autoptr (LoketDraft) draft = loket_step_load (act, &loket_promise_kind, request->record_id,
                                                  error);

  if (draft == NULL || !loket_step_check_is_open (act, draft, error))
    return NULL;
  if (loket_promise_is_open (LOKET_PROMISE (loket_draft_get_record (draft))))
    return g_steal_pointer (&draft);

  refuse (_("This promise was closed already"), error);

  return NULL;
}

static gboolean
keep_promise (LoketAct  *act,
              gpointer   input,
              GError   **error)
{
  g_autoptr (LoketDraft) draft = load_open_promise (act, input, error);

  return draft != NULL && loket_step_close_promise (act, draft, "kept", error);
}

static gboolean
drop_promise (LoketAct  *act,
              gpointer   input,
              GError   **error)
{
  g_autoptr (LoketDraft) draft = load_open_promise (act, input, error);

  return draft != NULL && loket_step_close_promise (act, draft, "cancelled", error);
}

static LoketAssessmentStage
get_stage (LoketWorkAct act)
{
  if (act == LOKET_ACT_TEST_TAKEN)
    return LOKET_ASSESSMENT_STAGE_TAKEN;

  return act == LOKET_ACT_TEST_RESULT ? LOKET_ASSESSMENT_STAGE_RESULT
                                      : LOKET_ASSESSMENT_STAGE_DISCUSSED;
}

/* Today the test reaches a stage: the contact that asked after it ends with that. */
static gboolean
advance_test (LoketAct  *act,
              gpointer   input,
              GError   **error)
{
  const Request *request = input;
  const LoketTalk talk = { NULL, NULL };
  LoketAssessmentStage stage = get_stage (request->act);
  g_autoptr (LoketDraft) draft = loket_step_load (act, &loket_assessment_kind, request->record_id,
                                                  error);

  if (draft == NULL || !loket_step_check_is_open (act, draft, error))
    return FALSE;
  if (loket_assessment_stage_find (draft, NULL) >= stage)
    return refuse (_("This test is further than that already"), error);

  loket_draft_set_value (draft, loket_assessment_stage_get_field (stage),
                         loket_act_get_checks (act)->today);

  return loket_step_save_test (act, draft, request->counsellor_id, &talk, error);
}

static gboolean
snooze_promise (LoketAct  *act,
                gpointer   input,
                GError   **error)
{
  const Request *request = input;
  g_autoptr (LoketDraft) draft = load_open_promise (act, request, error);

  if (draft == NULL)
    return FALSE;

  loket_draft_set_value (draft, LOKET_PROMISE_SNOOZED_UNTIL, request->value);

  return loket_act_save (act, draft, error);
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

  loket_draft_set_value (draft, LOKET_CONTACT_SNOOZED_UNTIL, request->value);

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

  day = loket_working_days_move_on (loket_rules_get_days (loket_act_get_rules (act), NULL),
                                    request->value);
  loket_draft_set_value (draft, LOKET_CONTACT_PLANNED_ON, day.text);
  loket_draft_set_value (draft, LOKET_CONTACT_PLANNED_PART, NULL);
  loket_draft_set_value (draft, LOKET_CONTACT_SNOOZED_UNTIL, NULL);

  return loket_act_save (act, draft, error);
}

static gboolean
move_promise (LoketAct  *act,
              gpointer   input,
              GError   **error)
{
  const Request *request = input;
  g_autoptr (LoketDraft) draft = load_open_promise (act, request, error);
  LoketDateText day;

  if (draft == NULL)
    return FALSE;

  day = loket_working_days_move_on (loket_rules_get_days (loket_act_get_rules (act), NULL),
                                    request->value);
  loket_draft_set_value (draft, LOKET_PROMISE_DUE_ON, day.text);

  return loket_step_move_promise (act, draft, error);
}

/* Who gets it is to be reminded, whatever the other had put off. */
static gboolean
assign_contact (LoketAct  *act,
                gpointer   input,
                GError   **error)
{
  const Request *request = input;
  g_autoptr (LoketDraft) draft = loket_step_load_open_contact (act, request->record_id, error);

  if (draft == NULL)
    return FALSE;

  loket_draft_set_value (draft, LOKET_CONTACT_COUNSELLOR, request->value);
  loket_draft_set_value (draft, LOKET_CONTACT_SNOOZED_UNTIL, NULL);

  return loket_act_save (act, draft, error);
}

static gboolean
assign_promise (LoketAct  *act,
                gpointer   input,
                GError   **error)
{
  const Request *request = input;
  g_autoptr (LoketDraft) draft = load_open_promise (act, request, error);

  if (draft == NULL)
    return FALSE;

  loket_draft_set_value (draft, LOKET_PROMISE_COUNSELLOR, request->value);
  loket_draft_set_value (draft, LOKET_PROMISE_SNOOZED_UNTIL, NULL);

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
  [LOKET_ACT_DROP_PROMISE] = { "promise.drop", drop_promise },
  [LOKET_ACT_TEST_TAKEN] = { "assessment.take", advance_test },
  [LOKET_ACT_TEST_RESULT] = { "assessment.result", advance_test },
  [LOKET_ACT_TEST_DISCUSSED] = { "assessment.discuss", advance_test },
  [LOKET_ACT_SNOOZE] = { "contact.snooze", snooze_contact },
  [LOKET_ACT_SNOOZE_PROMISE] = { "promise.snooze", snooze_promise },
  [LOKET_ACT_MOVE] = { "contact.move", move_contact },
  [LOKET_ACT_MOVE_PROMISE] = { "promise.move", move_promise },
  [LOKET_ACT_ASSIGN] = { "contact.assign", assign_contact },
  [LOKET_ACT_ASSIGN_PROMISE] = { "promise.assign", assign_promise },
  [LOKET_ACT_ASSIGN_SIGN_UP] = { "trajectory.assign", assign_sign_up },
};

static Request *
create_request (LoketDesk    *desk,
                LoketWorkAct  act,
                const char   *record_id,
                const char   *value)
{
  Request *request = g_new0 (Request, 1);

  request->act = act;
  request->record_id = g_strdup (record_id);
  request->value = g_strdup (value);
  request->counsellor_id = g_strdup (loket_desk_get_counsellor_id (desk));
  request->now = loket_clock_get_moment (loket_desk_get_clock (desk));

  return request;
}

/**
 * loket_desk_work_async:
 * @act: what is done
 * @record_id: to which record: a trajectory, a session, a contact, a promise or a test, as @act
 *   says
 * @value: (nullable): the moment until which a contact or a promise is put off, the date to which
 *   it is moved, or the id of the counsellor who gets it
 *
 * Does it; finish with loket_desk_act_finish (). When the record does not wait for it any more, or
 * its trajectory is closed, the error is %LOKET_ERROR_CONFLICT with a sentence for the person.
 */
void
loket_desk_work_async (LoketDesk           *desk,
                       LoketWorkAct         act,
                       const char          *record_id,
                       const char          *value,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_return_if_fail (act < LOKET_N_WORK_ACTS);

  loket_desk_act_async (desk, acts[act].name, acts[act].func,
                        create_request (desk, act, record_id, value),
                        (GDestroyNotify) free_request, cancellable, callback, user_data);
}

/* Which act does it to what; -1 when it cannot be done to that. */
static const struct
{
  const char *name;
  int acts[LOKET_WORK_N_TYPES];
} bulk_acts[LOKET_N_BULK_ACTS] = {
  [LOKET_BULK_SNOOZE] = { "work.snooze", { -1, -1, -1, LOKET_ACT_SNOOZE, LOKET_ACT_SNOOZE_PROMISE,
                                           -1 } },
  [LOKET_BULK_MOVE] = { "work.move", { -1, -1, -1, LOKET_ACT_MOVE, LOKET_ACT_MOVE_PROMISE, -1 } },
  [LOKET_BULK_ASSIGN] = { "work.assign", { LOKET_ACT_TAKE, LOKET_ACT_ASSIGN_SIGN_UP, -1,
                                           LOKET_ACT_ASSIGN, LOKET_ACT_ASSIGN_PROMISE, -1 } },
};

/* One of several, with the name by which a problem says which one it was. */
typedef struct
{
  Request *request;
  char *client_name;
} Part;

static void
free_part (Part *part)
{
  free_request (part->request);
  g_free (part->client_name);
  g_free (part);
}

static gboolean
work_on_all (LoketAct  *act,
             gpointer   input,
             GError   **error)
{
  GPtrArray *parts = input;

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = parts->pdata[i];

      if (!acts[part->request->act].func (act, part->request, error))
        {
          g_prefix_error (error, "%s: ", part->client_name);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * loket_work_act_find:
 * @bulk: what is done
 * @type: to what
 *
 * Returns: the act that does it; -1 when it cannot be done to that
 */
int
loket_work_act_find (LoketBulkAct  bulk,
                     LoketWorkType type)
{
  return bulk_acts[bulk].acts[type];
}

/**
 * loket_work_act_find_for_test:
 * @work: something that asks for work
 *
 * What is asked after is a fact about the test: that it was taken, that the result is in, that it
 * was discussed. That is recorded with the test, and ends a contact.
 *
 * Returns: the act by which a test reaches the stage that is asked after; -1 of all else
 */
int
loket_work_act_find_for_test (const LoketWork *work)
{
  if (work->assessment_id == NULL)
    return -1;
  if (work->type == LOKET_WORK_ASSESSMENT)
    return work->done_on != NULL ? LOKET_ACT_TEST_DISCUSSED : LOKET_ACT_TEST_RESULT;
  if (g_str_equal (work->kind, "assessment_pending"))
    return LOKET_ACT_TEST_TAKEN;

  return g_str_equal (work->kind, "assessment_result") ? LOKET_ACT_TEST_RESULT
                                                       : LOKET_ACT_TEST_DISCUSSED;
}

/**
 * loket_work_act_get_record:
 *
 * Returns: (transfer none): the id of the record that the act changes
 */
const char *
loket_work_act_get_record (LoketWorkAct     act,
                           const LoketWork *work)
{
  gboolean is_about_test = act == LOKET_ACT_TEST_TAKEN || act == LOKET_ACT_TEST_RESULT
                           || act == LOKET_ACT_TEST_DISCUSSED;

  return is_about_test ? work->assessment_id : work->record_id;
}

/**
 * loket_desk_work_on_all_async:
 * @bulk: what is done
 * @items: (element-type LoketWorkItem): to what; loket_work_act_find () has an act for each
 * @value: as loket_desk_work_async () takes it
 *
 * Does it to all or to none, in one act; finish with loket_desk_act_finish (). The error begins
 * with the name of the client at whom it failed.
 */
void
loket_desk_work_on_all_async (LoketDesk           *desk,
                              LoketBulkAct         bulk,
                              GPtrArray           *items,
                              const char          *value,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_part);

  for (guint i = 0; i < items->len; i++)
    {
      const LoketWork *work = loket_work_item_get (items->pdata[i]);
      int act = loket_work_act_find (bulk, work->type);
      Part *part = g_new0 (Part, 1);

      g_assert (act >= 0);
      part->request = create_request (desk, (LoketWorkAct) act, work->record_id, value);
      part->client_name = g_strdup (work->client_name);
      g_ptr_array_add (parts, part);
    }

  loket_desk_act_async (desk, bulk_acts[bulk].name, work_on_all, parts,
                        (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}
