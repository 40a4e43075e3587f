/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What belongs together is changed together: a contact and the promise behind it. */

#include "loketten-config.h"

#include "loket-work-steps.h"

#include "loket-assessment.h"
#include "loket-attempt.h"
#include "loket-contact.h"
#include "loket-error.h"
#include "loket-first-response.h"
#include "loket-follow-up.h"
#include "loket-postponement.h"
#include "loket-promise.h"
#include "loket-record-table.h"
#include "loket-session.h"
#include "loket-trajectory.h"

#include <glib/gi18n-lib.h>

/**
 * loket_step_load:
 * @id: the id of a record of @kind
 *
 * Returns: (transfer full) (nullable): a draft that changes the record
 */
LoketDraft *
loket_step_load (LoketAct         *act,
                 const LoketKind  *kind,
                 const char       *id,
                 GError          **error)
{
  LoketRecordTable *table = loket_record_table_get (loket_act_get_database (act), kind);
  g_autoptr (LoketRecord) record = loket_record_table_load (table, id, error);

  return record != NULL ? loket_draft_new_from_record (record) : NULL;
}

/**
 * loket_step_load_open_contact:
 * @id: the id of a contact
 * @error: %LOKET_ERROR_CONFLICT, with a sentence for the person, when it is closed: somebody else
 *   was faster, or the list was old
 *
 * Returns: (transfer full) (nullable): a draft that changes the contact
 */
LoketDraft *
loket_step_load_open_contact (LoketAct    *act,
                              const char  *id,
                              GError     **error)
{
  g_autoptr (LoketDraft) contact = loket_step_load (act, &loket_contact_kind, id, error);

  if (contact == NULL)
    return NULL;
  if (loket_draft_get_value (contact, LOKET_CONTACT_OPEN_ON) != NULL)
    return g_steal_pointer (&contact);

  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_CONFLICT,
                       _("This contact was closed already"));

  return NULL;
}

/* What happens after closing stays open: after-care, and the attempts at it. */
static gboolean
find_trajectory (LoketAct          *act,
                 const LoketDraft  *draft,
                 char             **id,
                 GError           **error)
{
  const LoketKind *kind = loket_draft_get_kind (draft);
  g_autoptr (LoketDraft) contact = NULL;

  if (kind == &loket_attempt_kind)
    {
      contact = loket_step_load (act, &loket_contact_kind,
                                 loket_draft_get_text (draft, LOKET_ATTEMPT_CONTACT_NO), error);
      return contact != NULL && find_trajectory (act, contact, id, error);
    }

  if (kind == &loket_session_kind)
    *id = g_strdup (loket_draft_get_value (draft, LOKET_SESSION_TRAJECTORY_NO));
  else if (kind == &loket_assessment_kind)
    *id = g_strdup (loket_draft_get_value (draft, LOKET_ASSESSMENT_TRAJECTORY_NO));
  else if (kind == &loket_promise_kind)
    *id = g_strdup (loket_draft_get_value (draft, LOKET_PROMISE_TRAJECTORY_NO));
  else if (kind == &loket_trajectory_kind)
    *id = g_strdup (loket_draft_get_id (draft));
  else if (kind == &loket_contact_kind
           && !g_str_equal (loket_draft_get_text (draft, LOKET_CONTACT_KIND), "aftercare"))
    *id = g_strdup (loket_draft_get_value (draft, LOKET_CONTACT_TRAJECTORY_NO));

  return TRUE;
}

/**
 * loket_step_check_is_open:
 * @draft: a record that is about to change
 * @error: %LOKET_ERROR_CONFLICT, with a sentence for the person, when its trajectory is closed
 *
 * What was closed is read, not changed, but for after-care.
 *
 * Returns: whether it may change
 */
gboolean
loket_step_check_is_open (LoketAct          *act,
                          const LoketDraft  *draft,
                          GError           **error)
{
  g_autofree char *id = NULL;
  g_autoptr (LoketDraft) trajectory = NULL;

  if (!find_trajectory (act, draft, &id, error))
    return FALSE;
  if (id == NULL)
    return TRUE;

  trajectory = loket_step_load (act, &loket_trajectory_kind, id, error);
  if (trajectory == NULL)
    return FALSE;
  if (loket_draft_get_value (trajectory, LOKET_TRAJECTORY_CLOSED_ON) == NULL)
    return TRUE;

  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_CONFLICT,
                       _("The trajectory is closed. Reopen it to change what was recorded"));

  return FALSE;
}

/**
 * loket_step_note_response:
 * @date: when the client heard from us, YYYY-MM-DD
 *
 * From now on the sign-up is answered: on @date, or by a real contact before it that came from a
 * file. One that was answered before stays as it is.
 *
 * Returns: whether the trajectory says so
 */
gboolean
loket_step_note_response (LoketAct    *act,
                          const char  *trajectory_id,
                          const char  *date,
                          GError     **error)
{
  g_autoptr (LoketDraft) draft = loket_step_load (act, &loket_trajectory_kind, trajectory_id,
                                                  error);
  LoketDateText first;

  if (draft == NULL)
    return FALSE;
  if (loket_draft_get_value (draft, LOKET_TRAJECTORY_FIRST_RESPONSE_ON) != NULL)
    return TRUE;
  if (!loket_first_response_load (loket_act_get_database (act), trajectory_id, &first, error))
    return FALSE;

  if (*first.text != '\0' && strcmp (first.text, date) < 0)
    date = first.text;
  loket_draft_set_value (draft, LOKET_TRAJECTORY_FIRST_RESPONSE_ON, date);

  return loket_act_save (act, draft, error);
}

static gboolean
end_promise (LoketAct    *act,
             LoketDraft  *promise,
             const char  *outcome,
             GError     **error)
{
  loket_draft_set_value (promise, LOKET_PROMISE_DONE_ON, loket_act_get_checks (act)->today);
  loket_draft_set_value (promise, LOKET_PROMISE_OUTCOME, outcome);

  return loket_act_save (act, promise, error);
}

/**
 * loket_step_end_contact:
 * @contact: an open contact
 * @outcome: a code of the list "contact_outcome"
 *
 * Ends a contact today, and nothing else: what it stood for ends in another way.
 *
 * Returns: whether it is stored
 */
gboolean
loket_step_end_contact (LoketAct    *act,
                        LoketDraft  *contact,
                        const char  *outcome,
                        GError     **error)
{
  loket_draft_set_value (contact, LOKET_CONTACT_DONE_ON, loket_act_get_checks (act)->today);
  loket_draft_set_value (contact, LOKET_CONTACT_OUTCOME, outcome);

  return loket_act_save (act, contact, error);
}

/* The promise from which a callback came ends with it. It is kept when the client was spoken to;
 * who called three times in vain has neither kept nor broken it. */
static gboolean
end_callback (LoketAct          *act,
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
      if (loket_promise_is_open (promises->pdata[i])
          && loket_follow_up_is_call_of (loket_act_get_rules (act),
                                         loket_draft_get_record (contact), promises->pdata[i]))
        {
          g_autoptr (LoketDraft) promise = loket_draft_new_from_record (promises->pdata[i]);

          return end_promise (act, promise, is_reached ? "kept" : "not_reached", error);
        }
    }

  return TRUE;
}

/* The result of a test that came up in the contact has been discussed. */
static gboolean
end_debrief (LoketAct          *act,
             const LoketDraft  *contact,
             GError           **error)
{
  const char *cause = loket_draft_get_value (contact, LOKET_CONTACT_CAUSE);
  g_autoptr (LoketDraft) assessment = NULL;
  g_autoptr (GError) failure = NULL;

  if (cause == NULL)
    return TRUE;

  /* Of a test whose request was undone there is nothing to note. */
  assessment = loket_step_load (act, &loket_assessment_kind, cause, &failure);
  if (assessment == NULL && g_error_matches (failure, LOKET_ERROR, LOKET_ERROR_NOT_FOUND))
    return TRUE;
  if (assessment == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (loket_draft_get_value (assessment, LOKET_ASSESSMENT_DISCUSSED_ON) != NULL)
    return TRUE;

  loket_draft_set_value (assessment, LOKET_ASSESSMENT_DISCUSSED_ON,
                         loket_act_get_checks (act)->today);

  return loket_act_save (act, assessment, error);
}

/**
 * loket_step_close_contact:
 * @contact: an open contact
 * @outcome: a code of the list "contact_outcome"
 *
 * Ends a contact today, and with it what it stood for: a promise to call back, the response to a
 * sign-up, the debrief of a test. Who was not reached has not heard from us.
 *
 * Returns: whether all of it is stored
 */
gboolean
loket_step_close_contact (LoketAct    *act,
                          LoketDraft  *contact,
                          const char  *outcome,
                          GError     **error)
{
  const char *kind = loket_draft_get_text (contact, LOKET_CONTACT_KIND);
  gboolean is_reached = g_str_equal (outcome, "reached");

  if (!loket_step_end_contact (act, contact, outcome, error))
    return FALSE;

  if (g_str_equal (kind, "callback"))
    return end_callback (act, contact, is_reached, error);
  if (g_str_equal (kind, "assessment_debrief") && is_reached)
    return end_debrief (act, contact, error);
  if (g_str_equal (kind, "first_response") && is_reached)
    return loket_step_note_response (act,
                                     loket_draft_get_text (contact, LOKET_CONTACT_TRAJECTORY_NO),
                                     loket_act_get_checks (act)->today, error);

  return TRUE;
}

/* Who the contact was given to, else whose the trajectory is. */
static gboolean
find_doer (LoketAct          *act,
           const LoketDraft  *contact,
           char             **counsellor_id,
           GError           **error)
{
  const char *id = loket_draft_get_value (contact, LOKET_CONTACT_COUNSELLOR);
  LoketRecordTable *table = loket_record_table_get (loket_act_get_database (act),
                                                    &loket_trajectory_kind);
  g_autoptr (LoketRecord) trajectory = NULL;

  if (id == NULL)
    {
      trajectory = loket_record_table_load (
        table, loket_draft_get_text (contact, LOKET_CONTACT_TRAJECTORY_NO), error);
      if (trajectory == NULL)
        return FALSE;
      id = loket_record_get_value (trajectory, LOKET_TRAJECTORY_COUNSELLOR);
    }
  *counsellor_id = g_strdup (id);

  return TRUE;
}

/**
 * loket_step_miss_contact:
 * @contact: an open contact
 * @attempt: a new attempt, with its time and whatever else is known of it
 *
 * Records an attempt that failed. The contact stays open for another day, until the last attempt.
 *
 * Returns: whether all of it is stored
 */
gboolean
loket_step_miss_contact (LoketAct    *act,
                         LoketDraft  *contact,
                         LoketDraft  *attempt,
                         GError     **error)
{
  const char *today = loket_act_get_checks (act)->today;
  g_autofree char *counsellor_id = NULL;
  LoketRetry retry;
  int attempts;

  if (!find_doer (act, contact, &counsellor_id, error))
    return FALSE;

  loket_draft_set_value (attempt, LOKET_ATTEMPT_CONTACT_NO, loket_draft_get_id (contact));
  loket_draft_set_value (attempt, LOKET_ATTEMPT_OUTCOME, "not_reached");
  if (!loket_act_save (act, attempt, error))
    return FALSE;

  attempts = (int) g_ascii_strtoll (loket_draft_get_text (contact, LOKET_CONTACT_ATTEMPTS), NULL,
                                    10);
  retry = loket_postponement_plan_retry (loket_act_get_rules (act), counsellor_id, attempts, today);
  loket_draft_set_integer (contact, LOKET_CONTACT_ATTEMPTS, retry.attempts);
  if (retry.gives_up)
    return loket_step_close_contact (act, contact, "closed_not_reached", error);

  loket_draft_set_value (contact, LOKET_CONTACT_PLANNED_ON, retry.planned_on.text);
  loket_draft_set_value (contact, LOKET_CONTACT_PLANNED_PART,
                         loket_postponement_get_other_part (
                           loket_draft_get_text (attempt, LOKET_ATTEMPT_AT)));
  loket_draft_set_value (contact, LOKET_CONTACT_SNOOZED_UNTIL, NULL);

  return loket_act_save (act, contact, error);
}

/* The calls that are still to be made for the promise, as it stands in the store. */
static GPtrArray *
load_open_calls (LoketAct     *act,
                 LoketRecord  *promise,
                 GError      **error)
{
  LoketRecordTable *table = loket_record_table_get (loket_act_get_database (act),
                                                    &loket_contact_kind);
  GPtrArray *contacts = loket_record_table_load_where (
    table, LOKET_CONTACT_TRAJECTORY_NO,
    loket_record_get_text (promise, LOKET_PROMISE_TRAJECTORY_NO), error);

  for (guint i = contacts != NULL ? contacts->len : 0; i > 0; i--)
    {
      LoketRecord *contact = contacts->pdata[i - 1];

      if (loket_record_get_value (contact, LOKET_CONTACT_OPEN_ON) == NULL
          || !loket_follow_up_is_call_of (loket_act_get_rules (act), contact, promise))
        g_ptr_array_remove_index (contacts, i - 1);
    }

  return contacts;
}

/**
 * loket_step_close_promise:
 * @promise: an open promise
 * @outcome: a code of the list "promise_outcome"
 *
 * Ends a promise today, and the contact that was planned for it.
 *
 * Returns: whether all of it is stored
 */
gboolean
loket_step_close_promise (LoketAct    *act,
                          LoketDraft  *promise,
                          const char  *outcome,
                          GError     **error)
{
  g_autoptr (GPtrArray) contacts = load_open_calls (act, loket_draft_get_record (promise), error);

  if (contacts == NULL)
    return FALSE;

  for (guint i = 0; i < contacts->len; i++)
    {
      g_autoptr (LoketDraft) contact = loket_draft_new_from_record (contacts->pdata[i]);

      if (!loket_step_end_contact (act, contact,
                                   g_str_equal (outcome, "kept") ? "reached" : "cancelled",
                                   error))
        return FALSE;
    }

  return end_promise (act, promise, outcome, error);
}

/* The planner leaves alone what a person moved: that has another day than the one it was due on.
 * From now on a call says which promise it is for, since its day does not. */
static gboolean
move_calls (LoketAct          *act,
            GPtrArray         *contacts,
            const LoketDraft  *promise,
            GError           **error)
{
  LoketDateText day = loket_follow_up_get_callback (loket_act_get_rules (act),
                                                    loket_draft_get_text (promise,
                                                                          LOKET_PROMISE_DUE_ON));

  for (guint i = 0; i < contacts->len; i++)
    {
      g_autoptr (LoketDraft) contact = loket_draft_new_from_record (contacts->pdata[i]);

      loket_draft_set_value (contact, LOKET_CONTACT_CAUSE, loket_draft_get_id (promise));
      loket_draft_set_value (contact, LOKET_CONTACT_PLANNED_ON, day.text);
      loket_draft_set_value (contact, LOKET_CONTACT_PLANNED_PART, NULL);
      loket_draft_set_value (contact, LOKET_CONTACT_SNOOZED_UNTIL, NULL);
      if (!loket_act_save (act, contact, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * loket_step_move_promise:
 * @promise: an open promise, with the date that was agreed instead
 *
 * Saves the promise, and moves the open contact that was planned for it, when there is one. Whether
 * the promise is kept on time is judged by the date that was promised first.
 *
 * Returns: whether all of it is stored
 */
gboolean
loket_step_move_promise (LoketAct    *act,
                         LoketDraft  *promise,
                         GError     **error)
{
  LoketRecord *before = loket_draft_get_record (promise);
  g_autoptr (GPtrArray) contacts = load_open_calls (act, before, error);

  if (contacts == NULL)
    return FALSE;

  if (loket_draft_get_value (promise, LOKET_PROMISE_FIRST_DUE_ON) == NULL)
    loket_draft_set_value (promise, LOKET_PROMISE_FIRST_DUE_ON,
                           loket_record_get_value (before, LOKET_PROMISE_DUE_ON));
  loket_draft_set_value (promise, LOKET_PROMISE_SNOOZED_UNTIL, NULL);

  return loket_act_save (act, promise, error) && move_calls (act, contacts, promise, error);
}
