/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Backs a store up while it is in use, and proves the copy before it gets its name. */

#include "loketten-config.h"

#include "loket-backup.h"

#include "loket-error.h"
#include "loket-health.h"
#include "loket-place.h"
#include "loket-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gpointer
copy_store (LoketDatabase  *database,
            gpointer        input,
            GError        **error)
{
  return GINT_TO_POINTER (loket_database_copy_to (database, input, error));
}

static gboolean
prove_copy (const char  *path,
            GError     **error)
{
  g_autoptr (LoketDatabase) copy = loket_database_open (path, LOKET_ACCESS_READ, error);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (copy == NULL || !loket_schema_check (copy, LOKET_SCHEMA_STEPS, error)
      || !loket_health_check_file (copy, problems, error))
    return FALSE;

  if (problems->len == 0)
    return TRUE;

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_CORRUPT, _("%s: the copy is not sound: %s"), path,
               (const char *) g_ptr_array_index (problems, 0));
  return FALSE;
}

static gboolean
flush_to_disk (const char *path)
{
  int file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  /* Some file systems cannot flush a folder, and say so with EINVAL. */
  gboolean done = file >= 0 && (fsync (file) == 0 || errno == EINVAL);
  int reason = errno;

  if (file >= 0)
    g_close (file, NULL);
  errno = reason;

  return done;
}

/* The copy must be on the disk before it takes its name, and then the name must be there too. */
static gboolean
put_in_place (const char  *partial,
              const char  *path,
              GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean done = flush_to_disk (partial) && g_rename (partial, path) == 0
                  && flush_to_disk (folder);
  int reason = errno;

  if (!done)
    g_set_error (error, LOKET_ERROR, LOKET_ERROR_STORAGE, _("%s: the backup cannot be written: %s"),
                 path, g_strerror (reason));

  return done;
}

/**
 * loket_desk_back_up:
 * @path: where the backup is to stand; there must be nothing yet
 * @error: why there is no backup; then nothing is left at @path
 *
 * Copies the store as it is at one moment, while others go on writing, and checks the copy.
 * Blocks.
 *
 * Returns: whether a complete, checked backup stands at @path
 */
gboolean
loket_desk_back_up (LoketDesk   *desk,
                    const char  *path,
                    GError     **error)
{
  g_autofree char *partial = g_strconcat (path, ".partial", NULL);
  gboolean done;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT,
                   _("%s: there is a file with this name already. Choose another name"), path);
      return FALSE;
    }

  g_unlink (partial);
  done = loket_place_create (partial, error)
         && loket_store_read (loket_desk_get_store (desk), copy_store, partial, error) != NULL
         && prove_copy (partial, error) && put_in_place (partial, path, error);
  if (!done)
    g_unlink (partial);

  return done;
}

typedef struct
{
  LoketChecks checks;
  GPtrArray *problems;
} Check;

static gpointer
check_store (LoketDatabase  *database,
             gpointer        input,
             GError        **error)
{
  Check *check = input;

  if (!loket_health_check_file (database, check->problems, error)
      || !loket_health_check_records (database, &check->checks, check->problems, error))
    return NULL;

  return check;
}

/**
 * loket_desk_check:
 * @error: why the check could not be made
 *
 * Checks the file, the references and the rules of all records. Blocks.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): a sentence for each problem
 */
GPtrArray *
loket_desk_check (LoketDesk  *desk,
                  GError    **error)
{
  LoketDateText today = loket_desk_get_today (desk);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  Check check = { { today.text, loket_desk_get_codes (desk) }, problems };

  if (loket_store_read (loket_desk_get_store (desk), check_store, &check, error) == NULL)
    return NULL;

  return g_steal_pointer (&problems);
}
