/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Brings a database to the schema of this program, step by step. */

#include "loketten-config.h"

#include "loket-schema.h"

#include "loket-error.h"
#include "loket-place.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* "LOKT": names our files among all databases. */
#define FILE_MARK 0x4C4F4B54

static GBytes *
load_step (const char *steps,
           int         number)
{
  g_autofree char *path = g_strdup_printf ("%s/%03d.sql", steps, number);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/**
 * loket_schema_get_latest:
 * @steps: the resource path of the steps, without the slash at the end
 *
 * Returns: the number of the last step
 */
int
loket_schema_get_latest (const char *steps)
{
  int number = 0;

  for (;;)
    {
      g_autoptr (GBytes) step = load_step (steps, number + 1);

      if (step == NULL)
        return number;
      number++;
    }
}

/* Reads one number, which may be negative in a file that is not ours. */
static gboolean
read_number (LoketDatabase  *database,
             const char     *sql,
             int            *number,
             GError        **error)
{
  LoketStatement *statement = loket_database_prepare (database, sql, error);

  if (statement == NULL || loket_statement_step (statement, error) != LOKET_STEP_ROW)
    return FALSE;

  *number = (int) loket_statement_get_integer (statement, 0);

  return loket_statement_run (statement, error);
}

static gboolean
refuse (LoketDatabase  *database,
        LoketError      code,
        const char     *reason,
        GError        **error)
{
  g_set_error (error, LOKET_ERROR, (int) code, "%s: %s", loket_database_get_path (database),
               reason);

  return FALSE;
}

/* Inside the transaction of the upgrade. */
static gboolean
apply_step (LoketDatabase  *database,
            const char     *steps,
            int             number,
            const char     *stamp,
            GError        **error)
{
  g_autoptr (GBytes) step = load_step (steps, number);
  g_autofree char *after = NULL;

  after = g_strdup_printf ("INSERT INTO schema_version (version, applied_at) VALUES (%d, '%s');"
                           "PRAGMA user_version = %d; PRAGMA application_id = %d;",
                           number, stamp, number, FILE_MARK);

  return loket_database_execute (database, g_bytes_get_data (step, NULL), error)
         && loket_database_execute (database, after, error);
}

static gboolean
copy_aside (LoketDatabase  *database,
            int             version,
            const char     *stamp,
            GError        **error)
{
  g_autofree char *day = g_strndup (stamp, LOKET_DATE_LENGTH);
  g_autofree char *path = NULL;
  g_autoptr (LoketDatabase) source = NULL;

  /* Not the connection that holds the lock: SQLite copies none that is about to write. */
  source = loket_database_open (loket_database_get_path (database), LOKET_ACCESS_READ, error);
  if (source == NULL)
    return FALSE;

  path = g_strdup_printf ("%s.before-%03d-%s", loket_database_get_path (database), version + 1,
                          day);
  g_unlink (path);
  if (loket_place_create (path, error) && loket_database_copy_to (source, path, error))
    return TRUE;

  g_unlink (path);
  return FALSE;
}

/* Adds name and text of each table, index, view and trigger; a trigger may have a table's name. */
static gboolean
read_schema (LoketDatabase  *database,
             GHashTable     *schema,
             GError        **error)
{
  LoketStatement *statement;
  LoketStep step;

  statement = loket_database_prepare (database,
                                      "SELECT type, name, sql FROM sqlite_schema "
                                      "WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_stat%'",
                                      error);
  if (statement == NULL)
    return FALSE;

  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    g_hash_table_insert (schema,
                         g_strdup_printf ("%s %s", loket_statement_get_text (statement, 0),
                                          loket_statement_get_text (statement, 1)),
                         g_strdup (loket_statement_get_text (statement, 2)));

  return step == LOKET_STEP_DONE;
}

static gboolean
read_own_schema (const char  *steps,
                 int          version,
                 GHashTable  *schema,
                 GError     **error)
{
  g_autoptr (LoketDatabase) model = loket_database_open (":memory:", LOKET_ACCESS_CREATE, error);

  if (model == NULL)
    return FALSE;

  for (int number = 1; number <= version; number++)
    {
      g_autoptr (GBytes) step = load_step (steps, number);

      if (!loket_database_execute (model, g_bytes_get_data (step, NULL), error))
        return FALSE;
    }

  return read_schema (model, schema, error);
}

/* Whether the database has the schema of @version, text for text. */
static gboolean
check_version (LoketDatabase  *database,
               const char     *steps,
               int             version,
               GError        **error)
{
  g_autoptr (GHashTable) ours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) theirs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer name, text;

  if (!read_own_schema (steps, version, ours, error)
      || !read_schema (database, theirs, error))
    return FALSE;

  g_hash_table_iter_init (&iter, theirs);
  while (g_hash_table_iter_next (&iter, &name, &text))
    {
      if (g_strcmp0 (g_hash_table_lookup (ours, name), text) != 0)
        {
          g_autofree char *reason = g_strdup_printf (_("“%s” in this file does not come from "
                                                       "Loketten. The file was changed by another "
                                                       "program; restore a backup"),
                                                     (const char *) name);
          return refuse (database, LOKET_ERROR_CORRUPT, reason, error);
        }
    }

  if (g_hash_table_size (ours) != g_hash_table_size (theirs))
    return refuse (database, LOKET_ERROR_CORRUPT,
                   _("tables are missing in this file. Restore the latest backup"), error);

  return TRUE;
}

/* Whether the database may be brought from the version that it has to @latest. */
static gboolean
inspect (LoketDatabase  *database,
         const char     *steps,
         int             latest,
         int            *version,
         GError        **error)
{
  int application = 0, tables = 0;

  if (!read_number (database, "PRAGMA user_version", version, error)
      || !read_number (database, "PRAGMA application_id", &application, error)
      || !read_number (database, "SELECT count(*) FROM sqlite_schema", &tables, error))
    return FALSE;
  if (*version < 0 || (tables > 0 && application != FILE_MARK))
    return refuse (database, LOKET_ERROR_CORRUPT,
                   _("this is a database of another program. It was left as it is"), error);
  if (*version > latest)
    return refuse (database, LOKET_ERROR_SCHEMA_TOO_NEW,
                   _("this store was made by a newer version of Loketten. Install that version; "
                     "the store was left as it is"),
                   error);

  /* A foreign trigger must not run inside our steps. */
  return *version == latest || check_version (database, steps, *version, error);
}

static gboolean
take_steps (LoketDatabase  *database,
            const char     *steps,
            int             latest,
            const char     *stamp,
            GError        **error)
{
  int version = 0;

  if (!inspect (database, steps, latest, &version, error)
      || (version > 0 && version < latest && !copy_aside (database, version, stamp, error)))
    return FALSE;

  for (int number = version + 1; number <= latest; number++)
    {
      if (!apply_step (database, steps, number, stamp, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * loket_schema_upgrade:
 * @database: a connection that may write
 * @steps: the resource path of the steps
 * @clock: the clock
 * @error: why it failed
 *
 * Takes the steps that are missing, all of them or none. A database that holds anything is first
 * copied aside, to "PATH.before-NNN-DATE". Of two programs that start at once, one waits for the
 * other.
 *
 * Returns: whether the database has the schema of this program; else
 *   %LOKET_ERROR_SCHEMA_TOO_NEW, %LOKET_ERROR_CORRUPT for a file that is not ours, or what the
 *   store said
 */
gboolean
loket_schema_upgrade (LoketDatabase  *database,
                      const char     *steps,
                      LoketClock     *clock,
                      GError        **error)
{
  g_autofree char *stamp = loket_clock_dup_stamp (clock);
  int latest = loket_schema_get_latest (steps);
  int version = 0;
  gboolean is_fit;

  /* Most of the time there is nothing to do, and nobody is kept waiting. */
  if (!loket_database_begin (database, FALSE, error))
    return FALSE;
  is_fit = inspect (database, steps, latest, &version, error);
  loket_database_roll_back (database);
  if (!is_fit || version == latest)
    return is_fit;

  if (!loket_database_begin (database, TRUE, error))
    return FALSE;
  if (take_steps (database, steps, latest, stamp, error))
    return loket_database_commit (database, error);

  loket_database_roll_back (database);

  return FALSE;
}

/**
 * loket_schema_check:
 * @database: a connection
 * @steps: the resource path of the steps
 * @error: what is wrong
 *
 * Compares the schema with that of this program: a foreign trigger or view would run its own
 * statements inside ours.
 *
 * Returns: whether both are the same, text for text; else %LOKET_ERROR_CORRUPT
 */
gboolean
loket_schema_check (LoketDatabase  *database,
                    const char     *steps,
                    GError        **error)
{
  return check_version (database, steps, loket_schema_get_latest (steps), error);
}
