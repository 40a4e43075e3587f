/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A promise: something with a date that the counsellor or the client will do. */

#pragma once

#include "loket-draft.h"

G_BEGIN_DECLS

#define LOKET_TYPE_PROMISE (loket_promise_get_type ())

G_DECLARE_FINAL_TYPE (LoketPromise, loket_promise, LOKET, PROMISE, LoketRecord)

enum
{
  LOKET_PROMISE_PROMISE_NO,
  LOKET_PROMISE_TRAJECTORY_NO,
  LOKET_PROMISE_BY,
  LOKET_PROMISE_KIND,
  LOKET_PROMISE_DUE_ON,
  LOKET_PROMISE_TEXT,
  LOKET_PROMISE_MADE_ON,
  LOKET_PROMISE_DONE_ON,
  LOKET_PROMISE_OUTCOME,
  LOKET_PROMISE_SESSION,
  LOKET_PROMISE_QUESTION,
  LOKET_PROMISE_SNOOZED_UNTIL,
  LOKET_PROMISE_FIRST_DUE_ON,
  LOKET_PROMISE_COUNSELLOR,
  LOKET_PROMISE_N_FIELDS
};

extern const LoketKind loket_promise_kind;

gboolean loket_promise_is_open (LoketPromise *self);

G_END_DECLS
