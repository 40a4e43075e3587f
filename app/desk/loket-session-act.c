/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * One appointment, one transaction: session, tests, promises, the next one, what was ticked off. */

#include "loketten-config.h"

#include "loket-session-act.h"

#include "loket-assessment.h"
#include "loket-attempt.h"
#include "loket-contact.h"
#include "loket-error.h"
#include "loket-promise.h"
#include "loket-record-table.h"
#include "loket-replan-act.h"
#include "loket-session.h"
#include "loket-session-entry.h"
#include "loket-session-form.h"
#include "loket-session-plan.h"
#include "loket-session-target.h"
#include "loket-trajectory.h"
#include "loket-work-steps.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The form as it was when it was saved. */
typedef struct
{
  LoketForm *form;
  LoketDateText now;
} Request;

/* The act as it goes on. */
typedef struct
{
  LoketAct *act;
  const LoketForm *form;
  LoketSessionPlan *plan;
  char *trajectory_id;  /* (nullable): until it is found */
} Logging;

static void
free_request (Request *request)
{
  loket_form_free (request->form);
  g_free (request);
}

static gboolean
find_trajectory (Logging  *logging,
                 GError  **error)
{
  const LoketSessionTarget target = {
    .client_id = loket_form_get_text (logging->form, LOKET_SESSION_FORM_CLIENT),
    .trajectory_id = loket_form_get_value (logging->form, LOKET_SESSION_FORM_TRAJECTORY),
    .counsellor_id = loket_form_get_value (logging->form, LOKET_SESSION_FORM_COUNSELLOR),
    .starts_at = loket_draft_get_text (logging->plan->session, LOKET_SESSION_STARTS_AT),
  };

  logging->trajectory_id = loket_session_target_find_trajectory (logging->act, &target, error);

  return logging->trajectory_id != NULL;
}

static gboolean
save_contacts (Logging  *logging,
               GError  **error)
{
  GPtrArray *contacts = logging->plan->contacts;

  for (guint i = 0; i < contacts->len; i++)
    {
      const LoketPlannedContact *planned = contacts->pdata[i];

      loket_draft_set_value (planned->contact, LOKET_CONTACT_TRAJECTORY_NO, logging->trajectory_id);
      loket_draft_set_value (planned->contact, LOKET_CONTACT_CAUSE,
                             loket_draft_get_id (planned->cause));
      if (!loket_act_save (logging->act, planned->contact, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
save_follow_up (Logging  *logging,
                GError  **error)
{
  LoketSessionPlan *plan = logging->plan;
  const char *session_id = plan->is_attempt ? NULL : loket_draft_get_id (plan->session);

  for (guint i = 0; i < plan->assessments->len; i++)
    {
      loket_draft_set_value (plan->assessments->pdata[i], LOKET_ASSESSMENT_TRAJECTORY_NO,
                             logging->trajectory_id);
      if (!loket_act_save (logging->act, plan->assessments->pdata[i], error))
        return FALSE;
    }
  for (guint i = 0; i < plan->promises->len; i++)
    {
      loket_draft_set_value (plan->promises->pdata[i], LOKET_PROMISE_TRAJECTORY_NO,
                             logging->trajectory_id);
      loket_draft_set_value (plan->promises->pdata[i], LOKET_PROMISE_SESSION, session_id);
      if (!loket_act_save (logging->act, plan->promises->pdata[i], error))
        return FALSE;
    }
  if (plan->next != NULL)
    {
      loket_draft_set_value (plan->next, LOKET_SESSION_TRAJECTORY_NO, logging->trajectory_id);
      if (!loket_act_save (logging->act, plan->next, error))
        return FALSE;
    }

  return save_contacts (logging, error);
}

static gboolean
close_promise (Logging     *logging,
               const char  *id,
               GError     **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (LoketDraft) promise = loket_step_load (logging->act, &loket_promise_kind, id,
                                                    &failure);

  /* What is not there any more needs no doing. */
  if (promise == NULL && g_error_matches (failure, LOKET_ERROR, LOKET_ERROR_NOT_FOUND))
    return TRUE;
  if (promise == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  /* Somebody else was faster: what was to be done is done. */
  return !loket_promise_is_open (LOKET_PROMISE (loket_draft_get_record (promise)))
         || loket_step_close_promise (logging->act, promise, "kept", error);
}

static gboolean
tick_off (Logging     *logging,
          const char  *id,
          GError     **error)
{
  g_autoptr (LoketDraft) contact = NULL;
  g_autoptr (GError) failure = NULL;

  contact = loket_step_load (logging->act, &loket_contact_kind, id, &failure);
  if (contact == NULL && g_error_matches (failure, LOKET_ERROR, LOKET_ERROR_NOT_FOUND))
    return close_promise (logging, id, error);
  if (contact == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return loket_draft_get_value (contact, LOKET_CONTACT_OPEN_ON) == NULL
         || loket_step_close_contact (logging->act, contact, "reached", error);
}

/* Of the open contacts that are due, the first: that is the one for which somebody called. */
static gboolean
find_open_contact (Logging     *logging,
                   LoketDraft **contact,
                   GError     **error)
{
  LoketRecordTable *table = loket_record_table_get (loket_act_get_database (logging->act),
                                                    &loket_contact_kind);
  g_autoptr (GPtrArray) contacts = NULL;
  LoketRecord *first = NULL;

  contacts = loket_record_table_load_where (table, LOKET_CONTACT_TRAJECTORY_NO,
                                            logging->trajectory_id, error);
  if (contacts == NULL)
    return FALSE;

  for (guint i = 0; i < contacts->len; i++)
    {
      const char *open_on = loket_record_get_value (contacts->pdata[i], LOKET_CONTACT_OPEN_ON);

      if (open_on != NULL && strcmp (open_on, loket_act_get_checks (logging->act)->today) <= 0
          && (first == NULL
              || strcmp (open_on, loket_record_get_text (first, LOKET_CONTACT_OPEN_ON)) < 0))
        first = contacts->pdata[i];
    }
  *contact = first != NULL ? loket_draft_new_from_record (first) : NULL;

  return TRUE;
}

static LoketDraft *
create_callback (Logging  *logging,
                 GError  **error)
{
  g_autoptr (LoketDraft) callback = loket_draft_new (&loket_contact_kind);

  loket_draft_set_value (callback, LOKET_CONTACT_TRAJECTORY_NO, logging->trajectory_id);
  loket_draft_set_value (callback, LOKET_CONTACT_KIND, "callback");
  loket_draft_set_value (callback, LOKET_CONTACT_DUE_ON,
                         loket_act_get_checks (logging->act)->today);
  loket_draft_set_value (callback, LOKET_CONTACT_COUNSELLOR,
                         loket_draft_get_value (logging->plan->session, LOKET_SESSION_COUNSELLOR));
  if (!loket_act_save (logging->act, callback, error))
    return NULL;

  return loket_step_load_open_contact (logging->act, loket_draft_get_id (callback), error);
}

/* Who could not be reached for an appointment did not come to it. */
static gboolean
miss_planned (Logging  *logging,
              GError  **error)
{
  g_autoptr (LoketDraft) planned = NULL;

  if (loket_form_get_value (logging->form, LOKET_SESSION_FORM_PLANNED) == NULL)
    return TRUE;

  loket_draft_set_value (logging->plan->session, LOKET_SESSION_STATE, "no_show");
  planned = loket_session_entry_fill_planned (logging->act,
                                              loket_form_get_text (logging->form,
                                                                   LOKET_SESSION_FORM_PLANNED),
                                              logging->plan->session, error);

  return planned != NULL && loket_act_save (logging->act, planned, error);
}

/* An attempt belongs to a contact. When nothing was due, a callback is, from today on. */
static gboolean
save_attempt (Logging  *logging,
              GError  **error)
{
  static const struct
  {
    guint from;
    guint to;
  } fields[] = {
    { LOKET_SESSION_STARTS_AT, LOKET_ATTEMPT_AT },
    { LOKET_SESSION_COUNSELLOR, LOKET_ATTEMPT_COUNSELLOR },
    { LOKET_SESSION_CHANNEL, LOKET_ATTEMPT_CHANNEL },
  };
  LoketDraft *session = logging->plan->session;
  g_autoptr (LoketDraft) attempt = loket_draft_new (&loket_attempt_kind);
  g_autoptr (LoketDraft) contact = NULL;
  g_autofree char *note = NULL;

  if (!find_open_contact (logging, &contact, error))
    return FALSE;
  if (contact == NULL)
    contact = create_callback (logging, error);
  if (contact == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    loket_draft_set_value (attempt, fields[i].to, loket_draft_get_value (session, fields[i].from));
  note = g_strjoin ("\n", loket_draft_get_text (session, LOKET_SESSION_NOTE_INTERNAL),
                    loket_draft_get_text (session, LOKET_SESSION_NOTE_CLIENT), NULL);
  loket_draft_set_value (attempt, LOKET_ATTEMPT_NOTE, note);

  return loket_step_miss_contact (logging->act, contact, attempt, error)
         && miss_planned (logging, error);
}

/* What is ticked off was there before: what is promised now is not done with it. What was to be
 * done because nobody had spoken to the client is over. */
static gboolean
save_all (Logging  *logging,
          GError  **error)
{
  gboolean is_saved;

  if (!find_trajectory (logging, error))
    return FALSE;

  if (logging->plan->is_attempt)
    is_saved = save_attempt (logging, error);
  else
    is_saved = loket_session_entry_save (logging->act, logging->form, logging->plan,
                                         logging->trajectory_id, error);
  if (!is_saved)
    return FALSE;

  for (guint i = 0; logging->plan->done[i] != NULL; i++)
    {
      if (*logging->plan->done[i] != '\0' && !tick_off (logging, logging->plan->done[i], error))
        return FALSE;
    }

  return save_follow_up (logging, error)
         && loket_step_replan_one (logging->act, logging->trajectory_id, error);
}

static gboolean
log_session (LoketAct  *act,
             gpointer   input,
             GError   **error)
{
  const Request *request = input;
  g_autoptr (LoketSessionPlan) plan = NULL;
  Logging logging = { .act = act, .form = request->form };
  const LoketSessionWorld world = {
    loket_act_get_checks (act), loket_act_get_rules (act), request->now.text,
  };
  gboolean done;

  plan = loket_session_plan_new (request->form, &world, NULL, error);
  if (plan == NULL)
    return FALSE;

  logging.plan = plan;
  done = loket_act_note_form (act, loket_form_get_id (request->form), error)
         && save_all (&logging, error);
  g_free (logging.trajectory_id);

  return done;
}

/**
 * loket_desk_log_session_async:
 * @form: the form of an appointment, which is copied
 * @cancellable: (nullable): ends an act that has not been written yet
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Records an appointment with all that follows from it, in one transaction that one undo takes
 * back; finish with loket_desk_act_finish (): the act is about the session. A form is saved once:
 * the second time is refused with %LOKET_ERROR_CONFLICT.
 */
void
loket_desk_log_session_async (LoketDesk           *desk,
                              const LoketForm     *form,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Request *request = g_new0 (Request, 1);

  request->form = loket_form_copy (form);
  request->now = loket_clock_get_moment (loket_desk_get_clock (desk));
  loket_desk_act_async (desk, "session.log", log_session, request, (GDestroyNotify) free_request,
                        cancellable, callback, user_data);
}
