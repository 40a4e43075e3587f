/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads for whom a letter is, and the text block with which it begins. */

#include "loket-letter.h"

#include "loket-contact.h"
#include "loket-record-table.h"
#include "loket-text-blocks.h"
#include "loket-trajectory.h"

/* The group of the file of text blocks. */
#define BLOCK "not-reached"

typedef struct
{
  char *contact_id;
  char *office_id;  /* (nullable) */
} Request;

static void
free_request (Request *request)
{
  g_free (request->contact_id);
  g_free (request->office_id);
  g_free (request);
}

void
loket_letter_free (LoketLetter *self)
{
  g_clear_object (&self->client);
  g_free (self->text);
  g_free (self->office);
  g_free (self);
}

/* The client of a contact stands behind its trajectory. */
static LoketRecord *
load_client (LoketDatabase  *database,
             const char     *contact_id,
             GError        **error)
{
  g_autoptr (LoketRecord) contact = NULL;
  g_autoptr (LoketRecord) trajectory = NULL;

  contact = loket_record_table_load (loket_record_table_get (database, &loket_contact_kind),
                                     contact_id, error);
  if (contact == NULL)
    return NULL;

  trajectory = loket_record_table_load (loket_record_table_get (database, &loket_trajectory_kind),
                                        loket_record_get_text (contact,
                                                               LOKET_CONTACT_TRAJECTORY_NO),
                                        error);
  if (trajectory == NULL)
    return NULL;

  return loket_record_table_load (loket_record_table_get (database, &loket_client_kind),
                                  loket_record_get_text (trajectory, LOKET_TRAJECTORY_CLIENT_NO),
                                  error);
}

static gpointer
load_letter (LoketDatabase  *database,
             gpointer        input,
             GError        **error)
{
  const Request *request = input;
  g_autoptr (LoketLetter) letter = g_new0 (LoketLetter, 1);

  letter->client = (LoketClient *) load_client (database, request->contact_id, error);
  if (letter->client == NULL)
    return NULL;

  letter->text = loket_text_blocks_load_text (database, BLOCK, error);
  if (letter->text == NULL)
    return NULL;
  if (request->office_id != NULL
      && !loket_text_blocks_load_office (database, request->office_id, &letter->office, error))
    return NULL;

  return g_steal_pointer (&letter);
}

/**
 * loket_desk_load_letter_async:
 * @contact_id: the id of a contact with the client
 *
 * Reads what is needed to write to a client who was not reached.
 */
void
loket_desk_load_letter_async (LoketDesk           *desk,
                              const char          *contact_id,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  LoketCounsellor *counsellor = loket_desk_get_counsellor (desk);
  Request *request = g_new0 (Request, 1);

  request->contact_id = g_strdup (contact_id);
  if (counsellor != NULL)
    request->office_id = g_strdup (loket_record_get_value (LOKET_RECORD (counsellor),
                                                           LOKET_COUNSELLOR_OFFICE));
  loket_desk_read_async (desk, load_letter, request, (GDestroyNotify) free_request,
                         (GDestroyNotify) loket_letter_free, cancellable, callback, user_data);
}

/**
 * loket_desk_load_letter_finish:
 *
 * Returns: (transfer full) (nullable): the letter; %LOKET_ERROR_NOT_FOUND when the contact is gone
 */
LoketLetter *
loket_desk_load_letter_finish (LoketDesk     *desk,
                               GAsyncResult  *result,
                               GError       **error)
{
  return loket_desk_read_finish (desk, result, error);
}
