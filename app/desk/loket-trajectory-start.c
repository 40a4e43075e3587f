/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Opens a trajectory with the facts of the moment, hands one over, and notes the first response. */

#include "loketten-config.h"

#include "loket-trajectory-start.h"

#include "loket-contact.h"
#include "loket-error.h"
#include "loket-follow-up.h"
#include "loket-intake.h"
#include "loket-record-table.h"
#include "loket-trajectory.h"
#include "loket-work-steps.h"
#include "loket-working-days.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (const char  *sentence,
        GError     **error)
{
  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_CONFLICT, sentence);

  return FALSE;
}

typedef struct
{
  LoketDraft *trajectory;
  LoketDraft *client;
  GArray *confirmed;
  char *at_work_id;  /* (nullable): who works at the desk */
} Opening;

static void
free_opening (Opening *opening)
{
  loket_draft_free (opening->trajectory);
  loket_draft_free (opening->client);
  g_array_unref (opening->confirmed);
  g_free (opening->at_work_id);
  g_free (opening);
}

/* Who is signed up by a counsellor has been answered: the counsellor sits across the desk. */
static gboolean
open_trajectory (LoketAct  *act,
                 gpointer   input,
                 GError   **error)
{
  Opening *opening = input;
  LoketDraft *trajectory = opening->trajectory;
  const char *counsellor_id = loket_draft_get_value (trajectory, LOKET_TRAJECTORY_COUNSELLOR);

  if (counsellor_id != NULL && g_strcmp0 (counsellor_id, opening->at_work_id) == 0)
    loket_draft_set_value (trajectory, LOKET_TRAJECTORY_FIRST_RESPONSE_ON,
                           loket_act_get_checks (act)->today);

  return loket_act_save (act, trajectory, error)
         && loket_step_save_client (act, opening->client, opening->confirmed, error);
}

/**
 * loket_desk_open_trajectory_async:
 * @opening: what is known; copied
 *
 * Opens a trajectory, and keeps what the client corrected and confirmed with it. Finish with
 * loket_desk_act_finish (); the error names the field that is wrong.
 */
void
loket_desk_open_trajectory_async (LoketDesk           *desk,
                                  const LoketOpening  *opening,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  Opening *copy = g_new0 (Opening, 1);

  copy->trajectory = loket_draft_copy (opening->trajectory);
  copy->client = loket_draft_copy (opening->client);
  copy->confirmed = g_array_copy (opening->confirmed);
  copy->at_work_id = g_strdup (loket_desk_get_counsellor_id (desk));
  loket_desk_act_async (desk, "trajectory.open", open_trajectory, copy,
                        (GDestroyNotify) free_opening, cancellable, callback, user_data);
}

typedef struct
{
  char *trajectory_id;
  char *counsellor_id;  /* (nullable) */
  char *channel;        /* (nullable): of a first response */
} Request;

static void
free_request (Request *request)
{
  g_free (request->trajectory_id);
  g_free (request->counsellor_id);
  g_free (request->channel);
  g_free (request);
}

/**
 * loket_step_hand_over_contacts:
 * @from_id: (nullable): whose the trajectory was
 * @to_id: (nullable): whose it is now
 *
 * What was planned for the one becomes the other's; a contact that somebody else has stays so.
 *
 * Returns: whether all of it is stored
 */
gboolean
loket_step_hand_over_contacts (LoketAct    *act,
                               const char  *trajectory_id,
                               const char  *from_id,
                               const char  *to_id,
                               GError     **error)
{
  LoketRecordTable *table = loket_record_table_get (loket_act_get_database (act),
                                                    &loket_contact_kind);
  g_autoptr (GPtrArray) contacts = NULL;

  contacts = loket_record_table_load_where (table, LOKET_CONTACT_TRAJECTORY_NO, trajectory_id,
                                            error);
  if (contacts == NULL)
    return FALSE;

  for (guint i = 0; i < contacts->len; i++)
    {
      g_autoptr (LoketDraft) contact = loket_draft_new_from_record (contacts->pdata[i]);
      const char *owner_id = loket_draft_get_value (contact, LOKET_CONTACT_COUNSELLOR);

      if (loket_draft_get_value (contact, LOKET_CONTACT_OPEN_ON) == NULL || owner_id == NULL
          || g_strcmp0 (owner_id, from_id) != 0)
        continue;
      loket_draft_set_value (contact, LOKET_CONTACT_COUNSELLOR, to_id);
      if (!loket_act_save (act, contact, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * loket_step_assign_trajectory:
 * @counsellor_id: (nullable): whose it becomes
 *
 * Hands a trajectory over, with the contacts that are open.
 *
 * Returns: whether all of it is stored
 */
gboolean
loket_step_assign_trajectory (LoketAct    *act,
                              const char  *trajectory_id,
                              const char  *counsellor_id,
                              GError     **error)
{
  g_autoptr (LoketDraft) trajectory = loket_step_load (act, &loket_trajectory_kind, trajectory_id,
                                                       error);
  g_autofree char *from_id = NULL;

  if (trajectory == NULL)
    return FALSE;

  from_id = g_strdup (loket_draft_get_value (trajectory, LOKET_TRAJECTORY_COUNSELLOR));
  if (g_strcmp0 (from_id, counsellor_id) == 0)
    return TRUE;

  loket_draft_set_value (trajectory, LOKET_TRAJECTORY_COUNSELLOR, counsellor_id);

  return loket_act_save (act, trajectory, error)
         && loket_step_hand_over_contacts (act, trajectory_id, from_id, counsellor_id, error);
}

static gboolean
assign_trajectory (LoketAct  *act,
                   gpointer   input,
                   GError   **error)
{
  const Request *request = input;

  return loket_step_assign_trajectory (act, request->trajectory_id, request->counsellor_id, error);
}

/**
 * loket_desk_assign_trajectory_async:
 * @trajectory_id: the id of a trajectory
 * @counsellor_id: (nullable): whose it becomes; NULL puts it back among those that nobody has taken
 *
 * Hands a trajectory over, with the contacts that are open. Appointments stay with who made them.
 * Finish with loket_desk_act_finish ().
 */
void
loket_desk_assign_trajectory_async (LoketDesk           *desk,
                                    const char          *trajectory_id,
                                    const char          *counsellor_id,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  Request *request = g_new0 (Request, 1);

  request->trajectory_id = g_strdup (trajectory_id);
  request->counsellor_id = g_strdup (counsellor_id);
  loket_desk_act_async (desk, "trajectory.assign", assign_trajectory, request,
                        (GDestroyNotify) free_request, cancellable, callback, user_data);
}

/* The contact that waits for the response, or a new one for who was not on a list yet. */
static LoketDraft *
find_first_response (LoketAct          *act,
                     const LoketDraft  *trajectory,
                     GError           **error)
{
  LoketRecordTable *table = loket_record_table_get (loket_act_get_database (act),
                                                    &loket_contact_kind);
  g_autoptr (LoketDraft) contact = NULL;
  g_autoptr (GPtrArray) contacts = NULL;
  LoketDateText due;

  contacts = loket_record_table_load_where (table, LOKET_CONTACT_TRAJECTORY_NO,
                                            loket_draft_get_id (trajectory), error);
  if (contacts == NULL)
    return NULL;

  for (guint i = 0; i < contacts->len; i++)
    {
      if (loket_record_get_value (contacts->pdata[i], LOKET_CONTACT_OPEN_ON) != NULL
          && g_str_equal (loket_record_get_text (contacts->pdata[i], LOKET_CONTACT_KIND),
                          "first_response"))
        return loket_draft_new_from_record (contacts->pdata[i]);
    }

  contact = loket_draft_new (&loket_contact_kind);
  due = loket_follow_up_get_response (loket_act_get_rules (act),
                                      loket_draft_get_text (trajectory,
                                                            LOKET_TRAJECTORY_OPENED_ON));
  loket_draft_set_value (contact, LOKET_CONTACT_TRAJECTORY_NO, loket_draft_get_id (trajectory));
  loket_draft_set_value (contact, LOKET_CONTACT_KIND, "first_response");
  loket_draft_set_value (contact, LOKET_CONTACT_DUE_ON, due.text);

  return g_steal_pointer (&contact);
}

static gboolean
respond (LoketAct  *act,
         gpointer   input,
         GError   **error)
{
  const Request *request = input;
  g_autoptr (LoketDraft) trajectory = loket_step_load (act, &loket_trajectory_kind,
                                                       request->trajectory_id, error);
  g_autoptr (LoketDraft) contact = NULL;

  if (trajectory == NULL)
    return FALSE;
  if (loket_draft_get_value (trajectory, LOKET_TRAJECTORY_FIRST_RESPONSE_ON) != NULL)
    return refuse (_("The client was answered already"), error);

  contact = find_first_response (act, trajectory, error);
  if (contact == NULL)
    return FALSE;

  loket_draft_set_value (contact, LOKET_CONTACT_COUNSELLOR, request->counsellor_id);
  loket_draft_set_value (contact, LOKET_CONTACT_CHANNEL, request->channel);

  return loket_step_close_contact (act, contact, "reached", error);
}

/**
 * loket_desk_respond_async:
 * @trajectory_id: the id of a trajectory whose client has not heard from us yet
 * @channel: (nullable): how the client heard from us, a code of the list "channel"
 *
 * Notes the first response of today, with a contact that says how. Finish with
 * loket_desk_act_finish (); %LOKET_ERROR_CONFLICT when the client was answered before.
 */
void
loket_desk_respond_async (LoketDesk           *desk,
                          const char          *trajectory_id,
                          const char          *channel,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  Request *request = g_new0 (Request, 1);

  request->trajectory_id = g_strdup (trajectory_id);
  request->counsellor_id = g_strdup (loket_desk_get_counsellor_id (desk));
  request->channel = g_strdup (channel);
  loket_desk_act_async (desk, "trajectory.respond", respond, request,
                        (GDestroyNotify) free_request, cancellable, callback, user_data);
}
