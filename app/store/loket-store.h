/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Where records are kept: a file, a thread that writes and a thread that reads. */

#pragma once

#include "loket-clock.h"
#include "loket-ids.h"
#include "loket-worker.h"

G_BEGIN_DECLS

#define LOKET_TYPE_STORE (loket_store_get_type ())

G_DECLARE_FINAL_TYPE (LoketStore, loket_store, LOKET, STORE, GObject)

LoketStore *loket_store_open         (const char           *path,
                                      LoketAccess           access,
                                      LoketClock           *clock,
                                      GError              **error);
void        loket_store_close        (LoketStore           *self);
void        loket_store_close_async  (LoketStore           *self,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean    loket_store_close_finish (LoketStore           *self,
                                      GAsyncResult         *result,
                                      GError              **error);
const char *loket_store_get_path     (LoketStore           *self);
LoketClock *loket_store_get_clock    (LoketStore           *self);
LoketIds   *loket_store_get_ids      (LoketStore           *self);

gpointer    loket_store_read         (LoketStore           *self,
                                      LoketJob              job,
                                      gpointer              input,
                                      GError              **error);
void        loket_store_read_async   (LoketStore           *self,
                                      LoketJob              job,
                                      gpointer              input,
                                      GDestroyNotify        free_input,
                                      GDestroyNotify        free_result,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gpointer    loket_store_read_finish  (LoketStore           *self,
                                      GAsyncResult         *result,
                                      GError              **error);
gpointer    loket_store_write        (LoketStore           *self,
                                      LoketJob              job,
                                      gpointer              input,
                                      GError              **error);
void        loket_store_write_async  (LoketStore           *self,
                                      LoketJob              job,
                                      gpointer              input,
                                      GDestroyNotify        free_input,
                                      GDestroyNotify        free_result,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gpointer    loket_store_write_finish (LoketStore           *self,
                                      GAsyncResult         *result,
                                      GError              **error);
void        loket_store_look_for_changes
                                     (LoketStore           *self);

G_END_DECLS
