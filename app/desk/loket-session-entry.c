/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The session is a new one, one that was planned, or one that goes on after it was saved. */

#include "loketten-config.h"

#include "loket-session-entry.h"

#include "loket-client.h"
#include "loket-error.h"
#include "loket-number-table.h"
#include "loket-record-table.h"
#include "loket-session-form.h"
#include "loket-session-target.h"
#include "loket-session.h"
#include "loket-work-steps.h"

#include <glib/gi18n-lib.h>

static gboolean
is_held (const LoketDraft *session)
{
  return g_str_equal (loket_draft_get_text (session, LOKET_SESSION_STATE), "held");
}

/**
 * loket_session_entry_fill_planned:
 * @act: the act that records the session
 * @planned_id: the id of a session that was planned
 * @session: what is known of it now
 * @error: %LOKET_ERROR_CONFLICT, with a sentence for the person, when it has an outcome already
 *
 * Returns: (transfer full) (nullable): the session that was planned, with what is known now
 */
LoketDraft *
loket_session_entry_fill_planned (LoketAct          *act,
                                  const char        *planned_id,
                                  const LoketDraft  *session,
                                  GError           **error)
{
  g_autoptr (LoketDraft) planned = loket_step_load (act, &loket_session_kind, planned_id, error);

  if (planned == NULL)
    return NULL;
  if (!g_str_equal (loket_draft_get_text (planned, LOKET_SESSION_STATE), "planned"))
    {
      g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_CONFLICT,
                           _("This appointment has an outcome already"));
      return NULL;
    }

  for (guint i = 0; i < LOKET_SESSION_N_FIELDS; i++)
    {
      const char *value = loket_draft_get_value (session, i);

      /* What did not take place keeps the time for which it was planned. */
      if (value != NULL && (is_held (session) || i != LOKET_SESSION_STARTS_AT))
        loket_draft_set_value (planned, i, value);
    }

  return g_steal_pointer (&planned);
}

/* Changes a session that was recorded before into what the form says now. */
static void
fill_recorded (LoketDraft       *recorded,
               const LoketDraft *session)
{
  for (guint i = 0; i < LOKET_SESSION_N_FIELDS; i++)
    {
      if (i != LOKET_SESSION_SESSION_NO && i != LOKET_SESSION_TRAJECTORY_NO
          && i != LOKET_SESSION_GROUP_NO)
        loket_draft_set_value (recorded, i, loket_draft_get_value (session, i));
    }
}

/* The session of a form that goes on. One whose saving was undone meanwhile is recorded anew. */
static LoketDraft *
load_recorded (LoketAct          *act,
               const char        *id,
               const LoketDraft  *session,
               GError           **error)
{
  g_autoptr (GError) failure = NULL;
  LoketDraft *recorded = loket_step_load (act, &loket_session_kind, id, &failure);

  if (recorded != NULL)
    fill_recorded (recorded, session);
  else if (g_error_matches (failure, LOKET_ERROR, LOKET_ERROR_NOT_FOUND))
    recorded = loket_draft_copy (session);
  else
    g_propagate_error (error, g_steal_pointer (&failure));

  return recorded;
}

/* A group is known by the number of the session of the client whose record is open. */
static gboolean
give_group_number (LoketAct    *act,
                   LoketDraft  *session,
                   GError     **error)
{
  g_autofree char *number = g_strdup (loket_draft_get_value (session, LOKET_SESSION_SESSION_NO));

  if (loket_draft_get_value (session, LOKET_SESSION_GROUP_NO) != NULL)
    return TRUE;
  if (number == NULL)
    number = loket_number_table_dup_next (loket_act_get_database (act), &loket_session_kind, error);
  if (number == NULL)
    return FALSE;

  loket_draft_set_value (session, LOKET_SESSION_SESSION_NO, number);
  loket_draft_set_value (session, LOKET_SESSION_GROUP_NO, number);

  return TRUE;
}

static gboolean
save_one (LoketAct    *act,
          LoketDraft  *session,
          GError     **error)
{
  LoketDateText day = loket_date_add_days (loket_draft_get_text (session, LOKET_SESSION_STARTS_AT),
                                           0);

  return loket_act_save (act, session, error)
         && (!is_held (session)
             || loket_step_note_response (act, loket_draft_get_text (session,
                                                                     LOKET_SESSION_TRAJECTORY_NO),
                                          day.text, error));
}

/* The session of the client whose record is open takes the place of the one in the plan. */
static gboolean
save_first (LoketAct          *act,
            const LoketForm   *form,
            LoketSessionPlan  *plan,
            const char        *trajectory_id,
            GError           **error)
{
  const char *planned_id = loket_form_get_value (form, LOKET_SESSION_FORM_PLANNED);
  const char *recorded_id = loket_form_get_value (form, LOKET_SESSION_FORM_RECORDED);
  LoketDraft *session;

  loket_draft_set_value (plan->session, LOKET_SESSION_TRAJECTORY_NO, trajectory_id);
  if (planned_id != NULL)
    session = loket_session_entry_fill_planned (act, planned_id, plan->session, error);
  else if (recorded_id != NULL)
    session = load_recorded (act, recorded_id, plan->session, error);
  else
    session = loket_draft_copy (plan->session);
  if (session == NULL)
    return FALSE;

  loket_draft_free (plan->session);
  plan->session = session;
  if (loket_session_form_get_n_members (form) > 0 && !give_group_number (act, session, error))
    return FALSE;
  if (!save_one (act, session, error))
    return FALSE;

  loket_act_set_subject (act, loket_draft_get_id (session));

  return TRUE;
}

/* What the members share. Of who was not there it is not said what was discussed. */
static LoketDraft *
create_for_member (const LoketDraft      *first,
                   const LoketFormMember *member,
                   const char            *trajectory_id)
{
  static const guint held_fields[] = {
    LOKET_SESSION_ENDED_AT, LOKET_SESSION_MINUTES, LOKET_SESSION_QUESTIONS_BROUGHT,
    LOKET_SESSION_QUESTION_OUTCOMES, LOKET_SESSION_NOTE_CLIENT, LOKET_SESSION_NOTE_INTERNAL,
  };
  static const guint shared_fields[] = {
    LOKET_SESSION_STARTS_AT, LOKET_SESSION_COUNSELLOR, LOKET_SESSION_CHANNEL,
    LOKET_SESSION_GROUP_NO,
  };
  LoketDraft *session = loket_draft_new (&loket_session_kind);

  loket_draft_set_value (session, LOKET_SESSION_TRAJECTORY_NO, trajectory_id);
  loket_draft_set_value (session, LOKET_SESSION_STATE, member->state);
  for (guint i = 0; i < G_N_ELEMENTS (shared_fields); i++)
    loket_draft_set_value (session, shared_fields[i],
                           loket_draft_get_value (first, shared_fields[i]));
  for (guint i = 0; is_held (session) && i < G_N_ELEMENTS (held_fields); i++)
    loket_draft_set_value (session, held_fields[i], loket_draft_get_value (first, held_fields[i]));

  return session;
}

/* The session that a member of the group has already, when the form goes on. */
static gboolean
find_of_group (LoketAct          *act,
               const LoketDraft  *session,
               LoketDraft       **found,
               GError           **error)
{
  LoketRecordTable *table = loket_record_table_get (loket_act_get_database (act),
                                                    &loket_session_kind);
  const char *group_no = loket_draft_get_text (session, LOKET_SESSION_GROUP_NO);
  g_autoptr (GPtrArray) sessions = NULL;

  sessions = loket_record_table_load_where (table, LOKET_SESSION_TRAJECTORY_NO,
                                            loket_draft_get_text (session,
                                                                  LOKET_SESSION_TRAJECTORY_NO),
                                            error);
  if (sessions == NULL)
    return FALSE;

  for (guint i = 0; i < sessions->len && *found == NULL; i++)
    {
      if (g_str_equal (loket_record_get_text (sessions->pdata[i], LOKET_SESSION_GROUP_NO),
                       group_no))
        *found = loket_draft_new_from_record (sessions->pdata[i]);
    }

  return TRUE;
}

static gboolean
save_member (LoketAct               *act,
             const LoketDraft       *first,
             const LoketFormMember  *member,
             GError                **error)
{
  const LoketSessionTarget target = {
    .client_id = member->client_id,
    .counsellor_id = loket_draft_get_value (first, LOKET_SESSION_COUNSELLOR),
    .starts_at = loket_draft_get_text (first, LOKET_SESSION_STARTS_AT),
  };
  g_autofree char *trajectory_id = loket_session_target_find_trajectory (act, &target, error);
  g_autoptr (LoketDraft) session = NULL;
  g_autoptr (LoketDraft) recorded = NULL;

  if (trajectory_id == NULL)
    return FALSE;

  session = create_for_member (first, member, trajectory_id);
  if (!find_of_group (act, session, &recorded, error))
    return FALSE;
  if (recorded == NULL)
    return save_one (act, session, error);

  fill_recorded (recorded, session);

  return save_one (act, recorded, error);
}

/**
 * loket_session_entry_save:
 * @act: the act that records the session
 * @form: what was filled in
 * @plan: what was worked out; its session is the stored one afterwards
 * @trajectory_id: the id of the trajectory of the client whose record is open
 * @error: what cannot be recorded; names the member for whom that is
 *
 * Records the session of the client, and one for each other member of the group, which share a
 * group number.
 *
 * Returns: whether all are recorded
 */
gboolean
loket_session_entry_save (LoketAct          *act,
                          const LoketForm   *form,
                          LoketSessionPlan  *plan,
                          const char        *trajectory_id,
                          GError           **error)
{
  guint n = loket_session_form_get_n_members (form);

  if (!save_first (act, form, plan, trajectory_id, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      LoketFormMember member = loket_session_form_get_member (form, i);

      if (!save_member (act, plan->session, &member, error))
        {
          g_prefix_error (error, "%s: ", member.name);
          return FALSE;
        }
    }

  return TRUE;
}
