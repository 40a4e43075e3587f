/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Keeps on disk what a person is typing, so that it is never lost. */

#pragma once

#include "loket-clock.h"
#include "loket-form.h"

G_BEGIN_DECLS

#define LOKET_TYPE_FORMS (loket_forms_get_type ())

G_DECLARE_FINAL_TYPE (LoketForms, loket_forms, LOKET, FORMS, GObject)

LoketForms *loket_forms_open        (const char           *store_path,
                                     LoketClock           *clock,
                                     GError              **error);
void        loket_forms_close       (LoketForms           *self);
const char *loket_forms_get_damaged (LoketForms           *self);
void        loket_forms_load_async  (LoketForms           *self,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
GPtrArray  *loket_forms_load_finish (LoketForms           *self,
                                     GAsyncResult         *result,
                                     GError              **error);
void        loket_forms_keep        (LoketForms           *self,
                                     const LoketForm      *form);
void        loket_forms_discard     (LoketForms           *self,
                                     const char           *id);
void        loket_forms_remove      (LoketForms           *self,
                                     const char           *id);

G_END_DECLS
