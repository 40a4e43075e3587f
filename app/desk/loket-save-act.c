/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Saves drafts; signs a new client up. */

#include "loket-save-act.h"

#include "loket-client.h"
#include "loket-trajectory.h"

static gboolean
save_draft (LoketAct  *act,
            gpointer   input,
            GError   **error)
{
  return loket_act_save (act, input, error);
}

/**
 * loket_desk_save:
 * @name: what is done: "counsellor.save"
 * @draft: a draft of any kind; gets its id and number
 * @error: as loket_act_save () says
 *
 * Saves one record and waits for it.
 *
 * Returns: (transfer full) (nullable): what was done
 */
LoketDeed *
loket_desk_save (LoketDesk   *desk,
                 const char  *name,
                 LoketDraft  *draft,
                 GError     **error)
{
  return loket_desk_act (desk, name, save_draft, draft, error);
}

/**
 * loket_desk_save_async:
 * @draft: a draft of any kind, which is copied
 *
 * Saves one record; finish with loket_desk_act_finish ().
 */
void
loket_desk_save_async (LoketDesk           *desk,
                       const char          *name,
                       const LoketDraft    *draft,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  loket_desk_act_async (desk, name, save_draft, loket_draft_copy (draft),
                        (GDestroyNotify) loket_draft_free, cancellable, callback, user_data);
}

typedef struct
{
  LoketDraft *client;
  char *counsellor_id; /* (nullable) */
} Registration;

static void
free_registration (Registration *registration)
{
  loket_draft_free (registration->client);
  g_free (registration->counsellor_id);
  g_free (registration);
}

/* Who is signed up by a counsellor has been answered: the counsellor sits across the desk. */
static gboolean
register_client (LoketAct  *act,
                 gpointer   input,
                 GError   **error)
{
  Registration *registration = input;
  LoketDraft *client = registration->client;
  g_autoptr (LoketDraft) trajectory = loket_draft_new (&loket_trajectory_kind);
  const char *today = loket_act_get_checks (act)->today;

  if (loket_draft_get_value (client, LOKET_CLIENT_REGISTERED_ON) == NULL)
    loket_draft_set_value (client, LOKET_CLIENT_REGISTERED_ON, today);
  if (!loket_act_save (act, client, error))
    return FALSE;

  loket_draft_set_value (trajectory, LOKET_TRAJECTORY_CLIENT_NO, loket_draft_get_id (client));
  loket_draft_set_value (trajectory, LOKET_TRAJECTORY_OPENED_ON, today);
  loket_draft_set_value (trajectory, LOKET_TRAJECTORY_SITUATION,
                         loket_draft_get_value (client, LOKET_CLIENT_SITUATION));
  if (registration->counsellor_id != NULL)
    {
      loket_draft_set_value (trajectory, LOKET_TRAJECTORY_COUNSELLOR, registration->counsellor_id);
      loket_draft_set_value (trajectory, LOKET_TRAJECTORY_FIRST_RESPONSE_ON, today);
    }

  return loket_act_save (act, trajectory, error);
}

/**
 * loket_desk_register_client_async:
 * @client: a draft of a new client, which is copied
 *
 * Saves a new client and opens a trajectory for who works at the desk, in one act; finish with
 * loket_desk_act_finish ().
 */
void
loket_desk_register_client_async (LoketDesk           *desk,
                                  const LoketDraft    *client,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  Registration *registration = g_new0 (Registration, 1);

  registration->client = loket_draft_copy (client);
  registration->counsellor_id = g_strdup (loket_desk_get_counsellor_id (desk));

  loket_desk_act_async (desk, "client.register", register_client, registration,
                        (GDestroyNotify) free_registration, cancellable, callback, user_data);
}
