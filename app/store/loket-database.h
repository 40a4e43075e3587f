/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * One connection to a database file, used by the thread that opened it. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Megabytes of a file that a connection keeps in memory unless it is told otherwise. What is only
 * read is kept by the system as well, for all connections. */
#define LOKET_DATABASE_CACHE      8
#define LOKET_DATABASE_READ_CACHE 2

typedef struct _LoketDatabase LoketDatabase;
typedef struct _LoketStatement LoketStatement;

/**
 * LoketStep:
 * @LOKET_STEP_ROW: there is a row to read
 * @LOKET_STEP_DONE: there are no (more) rows
 * @LOKET_STEP_ERROR: it failed
 */
typedef enum
{
  LOKET_STEP_ROW,
  LOKET_STEP_DONE,
  LOKET_STEP_ERROR
} LoketStep;

/**
 * LoketAccess:
 * @LOKET_ACCESS_CREATE: read and write; made when it is not there
 * @LOKET_ACCESS_FILL: the same, while nobody else has it open: very much is to be written at once
 * @LOKET_ACCESS_WRITE: read and write
 * @LOKET_ACCESS_READ: read only
 */
typedef enum
{
  LOKET_ACCESS_CREATE,
  LOKET_ACCESS_FILL,
  LOKET_ACCESS_WRITE,
  LOKET_ACCESS_READ
} LoketAccess;

LoketDatabase  *loket_database_open          (const char      *path,
                                              LoketAccess      access,
                                              GError         **error);
void            loket_database_close         (LoketDatabase   *self);
const char     *loket_database_get_path      (LoketDatabase   *self);
void            loket_database_interrupt     (LoketDatabase   *self);
void            loket_database_resume        (LoketDatabase   *self);
gboolean        loket_database_set_cache     (LoketDatabase   *self,
                                              int              megabytes,
                                              GError         **error);
gboolean        loket_database_set_log       (LoketDatabase   *self,
                                              gboolean         has_log,
                                              GError         **error);
gboolean        loket_database_begin         (LoketDatabase   *self,
                                              gboolean         to_write,
                                              GError         **error);
gboolean        loket_database_commit        (LoketDatabase   *self,
                                              GError         **error);
void            loket_database_roll_back     (LoketDatabase   *self);
gboolean        loket_database_execute       (LoketDatabase   *self,
                                              const char      *sql,
                                              GError         **error);
gboolean        loket_database_copy_to       (LoketDatabase   *self,
                                              const char      *path,
                                              GError         **error);
LoketStatement *loket_database_prepare       (LoketDatabase   *self,
                                              const char      *sql,
                                              GError         **error);
int             loket_database_count_changes (LoketDatabase   *self);
gpointer        loket_database_get_data      (LoketDatabase   *self,
                                              const char      *key);
void            loket_database_set_data      (LoketDatabase   *self,
                                              const char      *key,
                                              gpointer         data,
                                              GDestroyNotify   free_data);

void            loket_statement_reset        (LoketStatement  *statement);
void            loket_statement_bind_text    (LoketStatement  *statement,
                                              int              parameter,
                                              const char      *value);
void            loket_statement_bind_integer (LoketStatement  *statement,
                                              int              parameter,
                                              gint64           value);
LoketStep       loket_statement_step         (LoketStatement  *statement,
                                              GError         **error);
gboolean        loket_statement_run          (LoketStatement  *statement,
                                              GError         **error);
const char     *loket_statement_get_text     (LoketStatement  *statement,
                                              int              column);
gint64          loket_statement_get_integer  (LoketStatement  *statement,
                                              int              column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketDatabase, loket_database_close)

G_END_DECLS
