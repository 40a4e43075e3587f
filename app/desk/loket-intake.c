/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Keeps where the facts about a client come from while they are saved, and finds those that are to
 * be asked after. */

#include "loket-intake.h"

#include "loket-confirmed.h"
#include "loket-record-table.h"
#include "loket-replan-act.h"
#include "loket-staleness.h"
#include "loket-trajectory.h"

/* What is asked at an intake. */
static const guint intake_fields[] = {
  LOKET_CLIENT_SITUATION, LOKET_CLIENT_PHONE,     LOKET_CLIENT_EMAIL,    LOKET_CLIENT_POSTCODE,
  LOKET_CLIENT_CITY,      LOKET_CLIENT_EDUCATION, LOKET_CLIENT_LANGUAGE, LOKET_CLIENT_HEARD_VIA,
};

/**
 * loket_intake_asks_for:
 * @field: a field of a client
 *
 * Returns: whether the field is asked for at an intake, and so carries where it comes from
 */
gboolean
loket_intake_asks_for (guint field)
{
  for (guint i = 0; i < G_N_ELEMENTS (intake_fields); i++)
    {
      if (intake_fields[i] == field)
        return TRUE;
    }

  return FALSE;
}

/**
 * loket_intake_list_stale:
 * @rules: (nullable): as loket_staleness_get_months () takes them
 * @today: YYYY-MM-DD
 *
 * Returns: (transfer full) (element-type guint): the fields that have a value which nobody
 *   confirmed for too long, in the order in which they are asked
 */
GArray *
loket_intake_list_stale (LoketClient *client,
                         const char  *rules,
                         const char  *today)
{
  GArray *stale = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < G_N_ELEMENTS (intake_fields); i++)
    {
      guint field = intake_fields[i];
      LoketConfirmation confirmation = loket_confirmed_get (LOKET_RECORD (client), field);

      if (loket_record_get_value (LOKET_RECORD (client), field) != NULL
          && loket_staleness_is_stale (rules, loket_client_kind.fields[field].name,
                                       confirmation.on.text, today))
        g_array_append_val (stale, field);
    }

  return stale;
}

/* A trajectory that took the client's situation keeps the one that was true at its time. */
static gboolean
keep_situation (LoketAct     *act,
                LoketRecord  *client,
                GError      **error)
{
  LoketRecordTable *table = loket_record_table_get (loket_act_get_database (act),
                                                    &loket_trajectory_kind);
  const char *situation = loket_record_get_value (client, LOKET_CLIENT_SITUATION);
  g_autoptr (GPtrArray) trajectories = NULL;

  if (situation == NULL)
    return TRUE;

  trajectories = loket_record_table_load_where (table, LOKET_TRAJECTORY_CLIENT_NO,
                                                loket_record_get_id (client), error);
  if (trajectories == NULL)
    return FALSE;

  for (guint i = 0; i < trajectories->len; i++)
    {
      g_autoptr (LoketDraft) trajectory = loket_draft_new_from_record (trajectories->pdata[i]);

      if (loket_draft_get_value (trajectory, LOKET_TRAJECTORY_SITUATION) != NULL)
        continue;
      loket_draft_set_value (trajectory, LOKET_TRAJECTORY_SITUATION, situation);
      if (!loket_act_save (act, trajectory, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_listed (GArray *fields,
           guint   field)
{
  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      if (g_array_index (fields, guint, i) == field)
        return TRUE;
    }

  return FALSE;
}

/**
 * loket_step_save_client:
 * @client: a draft that changes a client
 * @confirmed: (nullable) (element-type guint): the fields that the client confirmed
 * @error: as loket_act_save () says
 *
 * Saves a client. What was changed was said by the client today, and what was confirmed as well.
 * Who objects to contact from now on is on no list, and who does no more is again.
 *
 * Returns: whether all of it is stored
 */
gboolean
loket_step_save_client (LoketAct    *act,
                        LoketDraft  *client,
                        GArray      *confirmed,
                        GError     **error)
{
  LoketRecord *before = loket_draft_get_record (client);
  const char *today = loket_act_get_checks (act)->today;
  gboolean may_call_changes = loket_draft_differs_from (client, before, LOKET_CLIENT_NO_CONTACT);

  for (guint i = 0; i < G_N_ELEMENTS (intake_fields); i++)
    {
      if (is_listed (confirmed, intake_fields[i])
          || loket_draft_differs_from (client, before, intake_fields[i]))
        loket_confirmed_set (client, intake_fields[i], today, "client");
    }

  return (!loket_draft_differs_from (client, before, LOKET_CLIENT_SITUATION)
          || keep_situation (act, before, error))
         && loket_act_save (act, client, error)
         && (!may_call_changes
             || loket_step_replan_one (act, loket_draft_get_id (client), error));
}

/**
 * loket_intake_note_import:
 * @client: a draft that comes from a file
 *
 * What stands in a file was confirmed by nobody.
 */
void
loket_intake_note_import (LoketDraft *client)
{
  LoketRecord *before = loket_draft_get_record (client);

  if (before == NULL)
    {
      loket_confirmed_set_all (client, "import");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (intake_fields); i++)
    {
      LoketConfirmation known = loket_confirmed_get (before, intake_fields[i]);

      if (loket_draft_differs_from (client, before, intake_fields[i])
          && (known.on.text[0] != '\0' || !g_str_equal (known.source, "import")))
        loket_confirmed_set (client, intake_fields[i], NULL, "import");
    }
}

typedef struct
{
  LoketDraft *client;
  GArray *confirmed;  /* (nullable) */
} Request;

static void
free_request (Request *request)
{
  loket_draft_free (request->client);
  g_clear_pointer (&request->confirmed, g_array_unref);
  g_free (request);
}

static gboolean
save_client (LoketAct  *act,
             gpointer   input,
             GError   **error)
{
  const Request *request = input;

  return loket_step_save_client (act, request->client, request->confirmed, error);
}

/**
 * loket_desk_save_client_async:
 * @name: what is done: "client.save", "client.review"
 * @client: a draft that changes a client, which is copied
 * @confirmed: (nullable) (element-type guint): the fields that the client confirmed as they are,
 *   or as they are now
 *
 * Saves a client and what was confirmed; finish with loket_desk_act_finish ().
 */
void
loket_desk_save_client_async (LoketDesk           *desk,
                              const char          *name,
                              const LoketDraft    *client,
                              GArray              *confirmed,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Request *request = g_new0 (Request, 1);

  request->client = loket_draft_copy (client);
  if (confirmed != NULL)
    request->confirmed = g_array_copy (confirmed);
  loket_desk_act_async (desk, name, save_client, request, (GDestroyNotify) free_request,
                        cancellable, callback, user_data);
}
