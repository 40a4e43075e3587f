/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A thread that owns one connection and does jobs in order. */

#pragma once

#include "loket-database.h"

G_BEGIN_DECLS

typedef struct _LoketWorker LoketWorker;

/**
 * LoketJob:
 * @database: the worker's connection, inside a transaction
 * @input: what the job was given
 * @error: why it failed
 *
 * Returns: (nullable): the result; NULL with @error set makes the worker roll back
 */
typedef gpointer (*LoketJob) (LoketDatabase  *database,
                              gpointer        input,
                              GError        **error);

LoketWorker *loket_worker_new    (const char           *name,
                                  const char           *path,
                                  LoketAccess           access,
                                  GError              **error);
void         loket_worker_stop   (LoketWorker          *self);
gpointer     loket_worker_run    (LoketWorker          *self,
                                  LoketJob              job,
                                  gpointer              input,
                                  GError              **error);
void         loket_worker_queue  (LoketWorker          *self,
                                  LoketJob              job,
                                  gpointer              input,
                                  GDestroyNotify        free_input,
                                  GDestroyNotify        free_result,
                                  GTask                *task);

G_END_DECLS
