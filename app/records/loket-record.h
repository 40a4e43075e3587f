/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A record as the store has it: immutable, safe to make on a worker and to read anywhere. */

#pragma once

#include "loket-kind.h"

G_BEGIN_DECLS

#define LOKET_TYPE_RECORD (loket_record_get_type ())

G_DECLARE_DERIVABLE_TYPE (LoketRecord, loket_record, LOKET, RECORD, GObject)

struct _LoketRecordClass
{
  GObjectClass parent_class;

  gpointer padding[4];
};

LoketRecord     *loket_record_new         (const LoketKind    *kind,
                                           const char         *id,
                                           gint64              version,
                                           const char *const  *values);
const LoketKind *loket_record_get_kind    (LoketRecord        *self);
const char      *loket_record_get_id      (LoketRecord        *self);
gint64           loket_record_get_version (LoketRecord        *self);
const char      *loket_record_get_value   (LoketRecord        *self,
                                           guint               field);
const char      *loket_record_get_text    (LoketRecord        *self,
                                           guint               field);
int              loket_record_get_integer (LoketRecord        *self,
                                           guint               field);
gboolean         loket_record_get_flag    (LoketRecord        *self,
                                           guint               field);

G_END_DECLS
