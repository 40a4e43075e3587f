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
#include "loket-replan-act.h"
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
 * @planned_id: the id of a session that was planned, or was held without a report
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
  if (!loket_session_is_untold (loket_draft_get_record (planned)))
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

static gboolean
is_shared_by_all (guint field)
{
  return field != LOKET_SESSION_SESSION_NO && field != LOKET_SESSION_TRAJECTORY_NO
         && field != LOKET_SESSION_GROUP_NO;
}

static gboolean
refuse_lost (guint    field,
             GError **error)
{
  g_set_error (error, LOKET_ERROR, LOKET_ERROR_CONFLICT,
               /* Translators: the name of a field. */
               _("%s: it was changed on the record meanwhile. Copy what you typed, and correct it "
                 "there"),
               loket_kind_get_field_title (&loket_session_kind, field));

  return FALSE;
}

/* Changes a session that was recorded before into what the form says now. What the form says as it
 * did when it was saved is left as it is in the store: somebody may have corrected it there. */
static gboolean
fill_recorded (LoketDraft        *recorded,
               const LoketForm   *form,
               const LoketDraft  *session,
               GError           **error)
{
  gboolean knows_before = loket_form_get_value (form, LOKET_SESSION_FORM_WAS "session_no") != NULL;

  for (guint i = 0; i < LOKET_SESSION_N_FIELDS; i++)
    {
      g_autofree char *name = g_strconcat (LOKET_SESSION_FORM_WAS,
                                           loket_session_kind.fields[i].name, NULL);
      const char *before = loket_form_get_value (form, name);
      const char *now = loket_draft_get_value (session, i);
      const char *stored = loket_draft_get_value (recorded, i);

      if (!is_shared_by_all (i) || (knows_before && g_strcmp0 (now, before) == 0))
        continue;
      if (knows_before && g_strcmp0 (stored, before) != 0 && g_strcmp0 (stored, now) != 0)
        return refuse_lost (i, error);

      loket_draft_set_value (recorded, i, now);
    }

  return TRUE;
}

/* The session of a form that goes on. One whose saving was undone meanwhile is recorded anew. */
static LoketDraft *
load_recorded (LoketAct          *act,
               const LoketForm   *form,
               const LoketDraft  *session,
               GError           **error)
{
  const char *id = loket_form_get_text (form, LOKET_SESSION_FORM_RECORDED);
  g_autoptr (GError) failure = NULL;
  g_autoptr (LoketDraft) recorded = loket_step_load (act, &loket_session_kind, id, &failure);

  if (recorded == NULL && g_error_matches (failure, LOKET_ERROR, LOKET_ERROR_NOT_FOUND))
    return loket_draft_copy (session);
  if (recorded == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return fill_recorded (recorded, form, session, error) ? g_steal_pointer (&recorded) : NULL;
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
  LoketDraft *session;

  loket_draft_set_value (plan->session, LOKET_SESSION_TRAJECTORY_NO, trajectory_id);
  if (planned_id != NULL)
    session = loket_session_entry_fill_planned (act, planned_id, plan->session, error);
  else if (loket_form_get_value (form, LOKET_SESSION_FORM_RECORDED) != NULL)
    session = load_recorded (act, form, plan->session, error);
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

/* A member's part of the session: new, or what was recorded before with what is known now. What
 * became of it is said of each member; the rest is as the form says. */
static gboolean
save_part (LoketAct         *act,
           const LoketForm  *form,
           LoketDraft       *session,
           GError          **error)
{
  g_autoptr (LoketDraft) recorded = NULL;

  if (!find_of_group (act, session, &recorded, error))
    return FALSE;
  if (recorded == NULL)
    return save_one (act, session, error);

  loket_draft_set_value (recorded, LOKET_SESSION_STATE,
                         loket_draft_get_value (session, LOKET_SESSION_STATE));

  return fill_recorded (recorded, form, session, error) && save_one (act, recorded, error);
}

/* @served: the trajectories that have their part; who was merged into another member since has it
 * with that member. */
static gboolean
save_member (LoketAct               *act,
             const LoketForm        *form,
             const LoketDraft       *first,
             const LoketFormMember  *member,
             GPtrArray              *served,
             GError                **error)
{
  const LoketSessionTarget target = {
    .client_id = member->client_id,
    .counsellor_id = loket_draft_get_value (first, LOKET_SESSION_COUNSELLOR),
    .starts_at = loket_draft_get_text (first, LOKET_SESSION_STARTS_AT),
  };
  char *trajectory_id = loket_session_target_find_trajectory (act, &target, error);
  g_autoptr (LoketDraft) session = NULL;

  if (trajectory_id == NULL)
    return FALSE;
  if (g_ptr_array_find_with_equal_func (served, trajectory_id, g_str_equal, NULL))
    {
      g_free (trajectory_id);
      return TRUE;
    }

  g_ptr_array_add (served, trajectory_id);
  session = create_for_member (first, member, trajectory_id);

  return save_part (act, form, session, error)
         && loket_step_replan_one (act, trajectory_id, error);
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
  g_autoptr (GPtrArray) served = g_ptr_array_new_with_free_func (g_free);
  guint n = loket_session_form_get_n_members (form);

  if (!save_first (act, form, plan, trajectory_id, error))
    return FALSE;

  g_ptr_array_add (served, g_strdup (trajectory_id));
  for (guint i = 0; i < n; i++)
    {
      LoketFormMember member = loket_session_form_get_member (form, i);

      if (!save_member (act, form, plan->session, &member, served, error))
        {
          g_prefix_error (error, "%s: ", member.name);
          return FALSE;
        }
    }

  return TRUE;
}
