/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Opens a desk in a folder of its own, and fills it a record at a time. */

#include "work-fixture.h"

#include "loket-client.h"
#include "loket-record-table.h"
#include "loket-save-act.h"
#include "loket-trajectory.h"
#include "loket-undo-act.h"

#include <glib/gstdio.h>

/**
 * work_open_desk:
 *
 * Returns: (transfer full): an empty desk at which the clock stands still at WORK_NOW
 */
LoketDesk *
work_open_desk (void)
{
  g_autofree char *folder = g_dir_make_tmp ("loket-work-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "desk.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketClock) clock = loket_clock_new (WORK_NOW, &error);
  LoketDesk *desk;

  g_assert_no_error (error);
  desk = loket_desk_open (path, LOKET_ACCESS_CREATE, clock, &error);
  g_assert_no_error (error);
  g_object_set_data (G_OBJECT (desk), "folder", g_steal_pointer (&folder));

  return desk;
}

/**
 * work_close_desk:
 * @desk: (transfer full): the last reference to the desk; its folder goes with it
 */
void
work_close_desk (LoketDesk *desk)
{
  g_autofree char *folder = g_object_steal_data (G_OBJECT (desk), "folder");
  g_autoptr (GDir) dir = NULL;
  const char *name;

  loket_desk_close (desk);
  g_assert_finalize_object (desk);

  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (file), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/**
 * work_add:
 * @kind: a kind of record
 * @...: pairs of a field and its text, ended by -1
 *
 * Returns: (transfer none): the id of the new record
 */
const char *
work_add (LoketDesk       *desk,
          const LoketKind *kind,
          ...)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (kind);
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GError) error = NULL;
  va_list pairs;

  va_start (pairs, kind);
  for (int field = va_arg (pairs, int); field >= 0; field = va_arg (pairs, int))
    loket_draft_set_value (draft, (guint) field, va_arg (pairs, const char *));
  va_end (pairs);

  deed = loket_desk_save (desk, "test.add", draft, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (deed->n_created, ==, 1);

  return g_intern_string (loket_draft_get_id (draft));
}

/**
 * work_add_counsellor:
 * @role: "counsellor" or "team_lead"
 *
 * Returns: (transfer none): the id of a new counsellor, who works at the desk from now on
 */
const char *
work_add_counsellor (LoketDesk  *desk,
                     const char *code,
                     const char *role)
{
  const char *id = work_add (desk, &loket_counsellor_kind, LOKET_COUNSELLOR_COUNSELLOR, code,
                             LOKET_COUNSELLOR_ROLE, role, LOKET_COUNSELLOR_ACTIVE, "1", -1);
  g_autoptr (LoketRecord) counsellor = work_load (desk, &loket_counsellor_kind, id);

  loket_desk_set_counsellor (desk, LOKET_COUNSELLOR (counsellor));

  return id;
}

const char *
work_add_client (LoketDesk  *desk,
                 const char *given_name,
                 const char *family_name)
{
  return work_add (desk, &loket_client_kind, LOKET_CLIENT_GIVEN_NAME, given_name,
                   LOKET_CLIENT_FAMILY_NAME, family_name, LOKET_CLIENT_PHONE, "06-12345678",
                   LOKET_CLIENT_EMAIL, "client@example.org", -1);
}

/**
 * work_add_trajectory:
 * @counsellor_id: (nullable): whose; without one nobody has taken it
 *
 * Returns: (transfer none): the id of a trajectory that was opened and answered on 3 November
 */
const char *
work_add_trajectory (LoketDesk  *desk,
                     const char *client_id,
                     const char *counsellor_id)
{
  return work_add (desk, &loket_trajectory_kind, LOKET_TRAJECTORY_CLIENT_NO, client_id,
                   LOKET_TRAJECTORY_OPENED_ON, "2025-11-03",
                   LOKET_TRAJECTORY_COUNSELLOR, counsellor_id,
                   LOKET_TRAJECTORY_FIRST_RESPONSE_ON, counsellor_id != NULL ? "2025-11-03" : NULL,
                   -1);
}

typedef struct
{
  const LoketKind *kind;
  const char *id;
} Wanted;

static gpointer
load_record (LoketDatabase  *database,
             gpointer        input,
             GError        **error)
{
  const Wanted *wanted = input;

  return loket_record_table_load (loket_record_table_get (database, wanted->kind), wanted->id,
                                  error);
}

/**
 * work_load:
 *
 * Returns: (transfer full): the record as it is now
 */
LoketRecord *
work_load (LoketDesk       *desk,
           const LoketKind *kind,
           const char      *id)
{
  Wanted wanted = { kind, id };
  g_autoptr (GError) error = NULL;
  LoketRecord *record = loket_store_read (loket_desk_get_store (desk), load_record, &wanted,
                                          &error);

  g_assert_no_error (error);

  return record;
}

static void
finished_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  GAsyncResult **finished = user_data;

  *finished = g_object_ref (result);
}

static LoketDeed *
wait_for (LoketDesk     *desk,
          GAsyncResult **finished,
          GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  while (*finished == NULL)
    g_main_context_iteration (NULL, TRUE);
  result = *finished;

  return loket_desk_act_finish (desk, result, error);
}

/**
 * work_do:
 *
 * Does an act and waits for it.
 *
 * Returns: (transfer full) (nullable): what was done
 */
LoketDeed *
work_do (LoketDesk     *desk,
         LoketWorkAct   act,
         const char    *record_id,
         const char    *until,
         GError       **error)
{
  GAsyncResult *finished = NULL;

  loket_desk_work_async (desk, act, record_id, until, NULL, finished_cb, &finished);

  return wait_for (desk, &finished, error);
}

void
work_undo (LoketDesk *desk,
           LoketDeed *deed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) undone = loket_desk_undo (desk, deed->id, &error);

  g_assert_no_error (error);
  g_assert_nonnull (undone);
}
