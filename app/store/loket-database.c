/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The only file that calls SQLite. What SQLite complains of is put in words beside it. */

#define G_LOG_DOMAIN "loketten-store"

#include "loketten-config.h"

#include "loket-database.h"

#include "loket-sqlite-error.h"

#include <sqlite3.h>

#define BUSY_MILLISECONDS 5000
/* Steps of a statement between two looks at whether it was interrupted: less than a millisecond. */
#define PROGRESS_OPERATIONS 10000

struct _LoketDatabase
{
  sqlite3 *handle;
  char *path;
  GThread *owner;          /* the only thread that may use it; interrupting is for all */
  int is_interrupted;      /* atomic: also between two statements */
  GHashTable *statements;  /* SQL text -> LoketStatement */
  GData *data;             /* what tables keep with their connection */
};

struct _LoketStatement
{
  LoketDatabase *database; /* borrowed: it owns us */
  sqlite3_stmt *handle;
};

static void
set_error (LoketDatabase  *self,
           int             code,
           GError        **error)
{
  loket_sqlite_error_set (error, self->path, code, sqlite3_errmsg (self->handle));
}

/* SQLite forgets an interruption that comes while no statement runs. */
static gboolean
refuse_interrupted (LoketDatabase  *self,
                    GError        **error)
{
  if (!g_atomic_int_get (&self->is_interrupted))
    return FALSE;

  set_error (self, SQLITE_INTERRUPT, error);
  return TRUE;
}

/* It also forgets one that comes just before a statement begins; this ends the statement then. */
static int
progress_cb (void *user_data)
{
  LoketDatabase *self = user_data;

  return g_atomic_int_get (&self->is_interrupted);
}

static void
assert_owner (LoketDatabase *self)
{
  g_assert (self->owner == g_thread_self ());
}

static void
free_statement (LoketStatement *statement)
{
  sqlite3_finalize (statement->handle);
  g_free (statement);
}

/* Foreign files must not be able to run anything: no trusted schema, no writable schema,
 * no double-quoted strings, no loading of extensions. The size of pages is for new files: with
 * twice as large ones as usual, a large import makes half as many calls to the system. */
static gboolean
harden (LoketDatabase  *self,
        LoketAccess     access,
        GError        **error)
{
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_MILLISECONDS);
  sqlite3_progress_handler (self->handle, PROGRESS_OPERATIONS, progress_cb, self);

  return loket_database_execute (self,
                                 "PRAGMA page_size = 8192;"
                                 "PRAGMA foreign_keys = ON;"
                                 "PRAGMA temp_store = MEMORY;"
                                 "PRAGMA secure_delete = ON;"
                                 "PRAGMA synchronous = FULL;",
                                 error)
         && loket_database_set_cache (self,
                                      access == LOKET_ACCESS_READ ? LOKET_DATABASE_READ_CACHE
                                                                  : LOKET_DATABASE_CACHE,
                                      error);
}

/**
 * loket_database_open:
 * @path: the path of a file, never a URI; ":memory:" is one that is gone on closing
 * @access: what for
 * @error: why it failed
 *
 * Returns: (transfer full): a connection that belongs to the calling thread
 */
LoketDatabase *
loket_database_open (const char   *path,
                     LoketAccess   access,
                     GError      **error)
{
  g_autoptr (LoketDatabase) self = g_new0 (LoketDatabase, 1);
  int flags = SQLITE_OPEN_NOMUTEX;
  int code;

  flags |= access == LOKET_ACCESS_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  flags |= access == LOKET_ACCESS_CREATE ? SQLITE_OPEN_CREATE : 0;

  self->path = g_strdup (path);
  self->owner = g_thread_self ();
  g_datalist_init (&self->data);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) free_statement);

  code = sqlite3_open_v2 (path, &self->handle, flags, NULL);
  if (code != SQLITE_OK)
    {
      set_error (self, code, error);
      return NULL;
    }

  if (!harden (self, access, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * loket_database_close:
 * @self: (transfer full) (nullable): a connection, on the thread that opened it
 */
void
loket_database_close (LoketDatabase *self)
{
  if (self == NULL)
    return;

  assert_owner (self);
  g_datalist_clear (&self->data);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  sqlite3_close (self->handle);
  g_free (self->path);
  g_free (self);
}

/**
 * loket_database_get_path:
 *
 * Returns: (transfer none): the path that it was opened with
 */
const char *
loket_database_get_path (LoketDatabase *self)
{
  return self->path;
}

/**
 * loket_database_interrupt:
 *
 * Ends what the connection is doing, with %G_IO_ERROR_CANCELLED, and refuses everything but rolling
 * back until loket_database_resume (); from any thread, as long as the connection is open.
 */
void
loket_database_interrupt (LoketDatabase *self)
{
  g_atomic_int_set (&self->is_interrupted, TRUE);
  sqlite3_interrupt (self->handle);
}

/**
 * loket_database_resume:
 *
 * Lets the connection work again after loket_database_interrupt ().
 */
void
loket_database_resume (LoketDatabase *self)
{
  g_atomic_int_set (&self->is_interrupted, FALSE);
}

/**
 * loket_database_execute:
 * @sql: statements without parameters
 *
 * Returns: whether all of them succeeded
 */
gboolean
loket_database_execute (LoketDatabase  *self,
                        const char     *sql,
                        GError        **error)
{
  int code;

  assert_owner (self);
  if (refuse_interrupted (self, error))
    return FALSE;

  code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;

  set_error (self, code, error);
  return FALSE;
}

/**
 * loket_database_set_cache:
 * @megabytes: how much of the file may be kept in memory; to begin with %LOKET_DATABASE_CACHE, or
 *   %LOKET_DATABASE_READ_CACHE
 * @error: why it failed
 *
 * More pays while very much is written in one transaction: pages that do not fit are written over
 * and over again.
 *
 * Returns: whether it was set
 */
gboolean
loket_database_set_cache (LoketDatabase  *self,
                          int             megabytes,
                          GError        **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA cache_size = -%d", megabytes * 1024);

  return loket_database_execute (self, sql, error);
}

/**
 * loket_database_begin:
 * @to_write: whether to take the write lock at once
 *
 * Returns: whether a transaction was begun
 */
gboolean
loket_database_begin (LoketDatabase  *self,
                      gboolean        to_write,
                      GError        **error)
{
  return loket_database_execute (self, to_write ? "BEGIN IMMEDIATE" : "BEGIN", error);
}

static void
reset_statements (LoketDatabase *self)
{
  GHashTableIter iter;
  gpointer statement;

  g_hash_table_iter_init (&iter, self->statements);
  while (g_hash_table_iter_next (&iter, NULL, &statement))
    sqlite3_reset (((LoketStatement *) statement)->handle);
}

static int
read_mode_cb (gpointer   user_data,
              int        n_columns,
              char     **values,
              char     **names)
{
  *(gboolean *) user_data = g_strcmp0 (values[0], "wal") == 0;

  return 0;
}

/**
 * loket_database_set_log:
 * @has_log: whether changes go to a log beside the file, so that others read while we write
 *
 * Returns: whether the file is written that way from now on
 */
gboolean
loket_database_set_log (LoketDatabase  *self,
                        gboolean        has_log,
                        GError        **error)
{
  const char *sql = has_log ? "PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = DELETE";
  gint64 deadline = g_get_monotonic_time () + BUSY_MILLISECONDS * G_TIME_SPAN_MILLISECOND;
  gboolean is_log = !has_log;
  int code;

  assert_owner (self);

  /* For this alone SQLite does not wait by itself when another program is at it. */
  while (((code = sqlite3_exec (self->handle, sql, read_mode_cb, &is_log, NULL)) & 0xFF)
             == SQLITE_BUSY
         && g_get_monotonic_time () < deadline)
    g_usleep (10 * G_TIME_SPAN_MILLISECOND);

  if (code == SQLITE_OK && is_log == has_log)
    return TRUE;

  /* SQLite keeps the old way, and says nothing, where the file system knows no other. */
  set_error (self, code != SQLITE_OK ? code : SQLITE_CANTOPEN, error);

  return FALSE;
}

/**
 * loket_database_commit:
 *
 * Returns: whether the transaction is on the disk; else it was rolled back
 */
gboolean
loket_database_commit (LoketDatabase  *self,
                       GError        **error)
{
  reset_statements (self);
  if (loket_database_execute (self, "COMMIT", error))
    return TRUE;

  loket_database_roll_back (self);
  return FALSE;
}

/**
 * loket_database_roll_back:
 *
 * Ends the transaction and takes back what it wrote; does nothing when there is none.
 */
void
loket_database_roll_back (LoketDatabase *self)
{
  reset_statements (self);
  /* SQLite may have rolled back by itself: then there is nothing left to do. */
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * loket_database_copy_to:
 * @path: the path of an empty file
 *
 * Copies the whole database as it is at one moment, while others go on writing.
 *
 * Returns: whether the copy is complete and on the disk
 */
gboolean
loket_database_copy_to (LoketDatabase  *self,
                        const char     *path,
                        GError        **error)
{
  g_autoptr (LoketDatabase) copy = NULL;
  sqlite3_backup *backup = NULL;
  int code;

  assert_owner (self);

  copy = loket_database_open (path, LOKET_ACCESS_WRITE, error);
  if (copy == NULL)
    return FALSE;

  backup = sqlite3_backup_init (copy->handle, "main", self->handle, "main");
  if (backup == NULL)
    {
      set_error (copy, sqlite3_errcode (copy->handle), error);
      return FALSE;
    }

  /* Finishing forgets that a lock was in the way of the last step. */
  code = sqlite3_backup_step (backup, -1);
  sqlite3_backup_finish (backup);
  if (code != SQLITE_DONE)
    {
      set_error (copy, code, error);
      return FALSE;
    }

  /* One file without a log beside it: it can be read where nothing can be written. */
  return loket_database_execute (copy, "PRAGMA journal_mode = DELETE", error);
}

/* Parameters are $1, $2 ... in the order in which they first stand in the text, so that their
 * number is their name in every engine. */
static void
assert_parameters (sqlite3_stmt *handle)
{
  for (int i = 1; i <= sqlite3_bind_parameter_count (handle); i++)
    {
      char name[16];

      g_snprintf (name, sizeof name, "$%d", i);
      g_assert_cmpstr (sqlite3_bind_parameter_name (handle, i), ==, name);
    }
}

/**
 * loket_database_prepare:
 * @sql: one statement
 *
 * Statements are kept: the same text gives the same statement, reset and without values.
 *
 * Returns: (transfer none): the statement, to be used until the next one with the same text
 */
LoketStatement *
loket_database_prepare (LoketDatabase  *self,
                        const char     *sql,
                        GError        **error)
{
  LoketStatement *statement;
  sqlite3_stmt *handle = NULL;
  int code;

  assert_owner (self);

  statement = g_hash_table_lookup (self->statements, sql);
  if (statement != NULL)
    {
      sqlite3_reset (statement->handle);
      sqlite3_clear_bindings (statement->handle);
      return statement;
    }

  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (code != SQLITE_OK)
    {
      set_error (self, code, error);
      return NULL;
    }

  assert_parameters (handle);
  statement = g_new0 (LoketStatement, 1);
  statement->database = self;
  statement->handle = handle;
  g_hash_table_insert (self->statements, g_strdup (sql), statement);

  return statement;
}

/**
 * loket_database_count_changes:
 *
 * Returns: how many rows the last statement inserted, changed or removed
 */
int
loket_database_count_changes (LoketDatabase *self)
{
  return sqlite3_changes (self->handle);
}

/**
 * loket_database_get_data:
 *
 * Returns: (transfer none) (nullable): what loket_database_set_data () kept under @key
 */
gpointer
loket_database_get_data (LoketDatabase *self,
                         const char    *key)
{
  assert_owner (self);

  return g_datalist_get_data (&self->data, key);
}

/**
 * loket_database_set_data:
 * @key: a name
 * @data: (transfer full): kept as long as the connection is open
 * @free_data: frees @data
 */
void
loket_database_set_data (LoketDatabase  *self,
                         const char     *key,
                         gpointer        data,
                         GDestroyNotify  free_data)
{
  assert_owner (self);

  g_datalist_set_data_full (&self->data, key, data, free_data);
}

/**
 * loket_statement_reset:
 *
 * Makes a statement that is kept ready for new values.
 */
void
loket_statement_reset (LoketStatement *statement)
{
  assert_owner (statement->database);

  sqlite3_reset (statement->handle);
  sqlite3_clear_bindings (statement->handle);
}

/**
 * loket_statement_bind_text:
 * @parameter: 1 for $1
 * @value: (nullable): kept as it is until the statement is reset, not copied
 */
void
loket_statement_bind_text (LoketStatement *statement,
                           int             parameter,
                           const char     *value)
{
  sqlite3_bind_text (statement->handle, parameter, value, -1, SQLITE_STATIC);
}

/**
 * loket_statement_bind_integer:
 * @parameter: 1 for $1
 * @value: a number
 */
void
loket_statement_bind_integer (LoketStatement *statement,
                              int             parameter,
                              gint64          value)
{
  sqlite3_bind_int64 (statement->handle, parameter, value);
}

/**
 * loket_statement_step:
 * @error: why it could not go on; %G_IO_ERROR_CANCELLED when the connection was interrupted
 *
 * Returns: %LOKET_STEP_ROW while there are rows, %LOKET_STEP_DONE after the last one
 */
LoketStep
loket_statement_step (LoketStatement  *statement,
                      GError         **error)
{
  int code;

  if (refuse_interrupted (statement->database, error))
    {
      sqlite3_reset (statement->handle);
      return LOKET_STEP_ERROR;
    }

  code = sqlite3_step (statement->handle);
  if (code == SQLITE_ROW)
    return LOKET_STEP_ROW;

  sqlite3_reset (statement->handle);
  if (code == SQLITE_DONE)
    return LOKET_STEP_DONE;

  set_error (statement->database, code, error);
  return LOKET_STEP_ERROR;
}

/**
 * loket_statement_run:
 *
 * Runs a statement whose rows, if any, do not matter.
 *
 * Returns: whether it succeeded
 */
gboolean
loket_statement_run (LoketStatement  *statement,
                     GError         **error)
{
  LoketStep step;

  do
    step = loket_statement_step (statement, error);
  while (step == LOKET_STEP_ROW);

  return step == LOKET_STEP_DONE;
}

/**
 * loket_statement_get_text:
 *
 * Returns: (transfer none) (nullable): the text in @column, until the next step
 */
const char *
loket_statement_get_text (LoketStatement *statement,
                          int             column)
{
  return (const char *) sqlite3_column_text (statement->handle, column);
}

/**
 * loket_statement_get_integer:
 * @column: from 0
 *
 * Returns: the number in the column of the row; 0 for NULL
 */
gint64
loket_statement_get_integer (LoketStatement *statement,
                             int             column)
{
  return sqlite3_column_int64 (statement->handle, column);
}
