/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Opens a desk and identifies the counsellor; the first start makes one. */

#include "loketten-config.h"

#include "loket-desk-start.h"

#include "loket-record-table.h"
#include "loket-save-act.h"

/* What a window stands in the change log as, until it knows who works at it. */
#define PROGRAM "loketten"
#define FIRST_CODE "A001"

static gpointer
count_counsellors (LoketDatabase  *database,
                   gpointer        input,
                   GError        **error)
{
  gint64 *count = input;

  *count = loket_record_table_count (loket_record_table_get (database, &loket_counsellor_kind),
                                     error);

  return *count < 0 ? NULL : count;
}

/* The name of the system's account; "Unknown" is what GLib says when it has none. */
static const char *
get_account_name (void)
{
  const char *name = g_get_real_name ();

  return g_str_equal (name, "Unknown") || *name == '\0' ? g_get_user_name () : name;
}

static gboolean
make_first_counsellor (LoketDesk  *desk,
                       GError    **error)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_counsellor_kind);
  g_autoptr (LoketDeed) deed = NULL;
  gint64 count = 0;

  if (loket_store_read (loket_desk_get_store (desk), count_counsellors, &count, error) == NULL)
    return FALSE;
  if (count > 0)
    return TRUE;

  loket_draft_set_value (draft, LOKET_COUNSELLOR_COUNSELLOR, FIRST_CODE);
  loket_draft_set_value (draft, LOKET_COUNSELLOR_NAME, get_account_name ());
  loket_draft_set_value (draft, LOKET_COUNSELLOR_ROLE, "team_lead");
  loket_draft_set_flag (draft, LOKET_COUNSELLOR_ACTIVE, TRUE);
  deed = loket_desk_save (desk, "counsellor.save", draft, error);

  return deed != NULL;
}

/**
 * loket_desk_start:
 * @path: the path of the store, which is made when it is not there
 * @clock: the clock
 * @wanted: (nullable): the code of a counsellor that must act
 * @chosen: (nullable): the code of the counsellor who was chosen last
 * @error: what is wrong, and what to do
 *
 * Opens a desk for a window. A store without counsellors gets one with the name of the system's
 * account. Blocks.
 *
 * Returns: (transfer full) (nullable): the desk; its counsellor is NULL when there are several and
 *   none was chosen
 */
LoketDesk *
loket_desk_start (const char  *path,
                  LoketClock  *clock,
                  const char  *wanted,
                  const char  *chosen,
                  GError     **error)
{
  g_autoptr (LoketDesk) desk = loket_desk_open (path, LOKET_ACCESS_CREATE, clock, error);

  /* What is done before somebody works at the desk, the program does. */
  if (desk == NULL || !loket_desk_identify (desk, NULL, NULL, PROGRAM, error)
      || !make_first_counsellor (desk, error)
      || !loket_desk_identify (desk, wanted, chosen, PROGRAM, error))
    return NULL;

  return g_steal_pointer (&desk);
}

typedef struct
{
  char *path;
  LoketClock *clock;
  char *wanted;
  char *chosen;
} StartRequest;

static void
free_start_request (StartRequest *request)
{
  g_free (request->path);
  g_object_unref (request->clock);
  g_free (request->wanted);
  g_free (request->chosen);
  g_free (request);
}

static void
start_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  StartRequest *request = task_data;
  g_autoptr (GError) error = NULL;
  LoketDesk *desk = loket_desk_start (request->path, request->clock, request->wanted,
                                      request->chosen, &error);

  if (desk != NULL)
    g_task_return_pointer (task, desk, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * loket_desk_start_async:
 * @path: as loket_desk_start () takes it
 * @clock: likewise
 * @wanted: (nullable): likewise
 * @chosen: (nullable): likewise
 * @cancellable: (nullable): gives up waiting
 * @callback: called when the desk is open, or why it is not
 *
 * As loket_desk_start (), on a thread of its own.
 */
void
loket_desk_start_async (const char          *path,
                        LoketClock          *clock,
                        const char          *wanted,
                        const char          *chosen,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  StartRequest *request = g_new0 (StartRequest, 1);

  request->path = g_strdup (path);
  request->clock = g_object_ref (clock);
  request->wanted = g_strdup (wanted);
  request->chosen = g_strdup (chosen);

  g_task_set_source_tag (task, loket_desk_start_async);
  g_task_set_task_data (task, request, (GDestroyNotify) free_start_request);
  g_task_run_in_thread (task, start_in_thread);
}

/**
 * loket_desk_start_finish:
 *
 * Returns: (transfer full) (nullable): the desk, as loket_desk_start () gives it
 */
LoketDesk *
loket_desk_start_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
