/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A promise: something with a date that the counsellor or the client will do. */

#include "loketten-config.h"

#include "loket-promise.h"
#include "loket-order.h"

#include <glib/gi18n-lib.h>

struct _LoketPromise
{
  LoketRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LoketPromise, loket_promise, LOKET_TYPE_RECORD)

static const LoketField fields[] = {
  [LOKET_PROMISE_PROMISE_NO] =
    { "promise_no", N_("Number"), LOKET_FIELD_LINE, LOKET_FIELD_REQUIRED | LOKET_FIELD_NUMBER },
  [LOKET_PROMISE_TRAJECTORY_NO] =
    { "trajectory_no", N_("Trajectory"), LOKET_FIELD_REFERENCE,
      LOKET_FIELD_REQUIRED, "trajectory", "trajectory_id" },
  [LOKET_PROMISE_BY] =
    { "by", N_("By"), LOKET_FIELD_CODE, LOKET_FIELD_REQUIRED, "promise_by", "made_by" },
  [LOKET_PROMISE_KIND] =
    { "kind", N_("Kind"), LOKET_FIELD_CODE, LOKET_FIELD_REQUIRED, "promise_kind" },
  [LOKET_PROMISE_DUE_ON] = { "due_on", N_("Due on"), LOKET_FIELD_DATE, LOKET_FIELD_REQUIRED },
  [LOKET_PROMISE_TEXT] = { "text", N_("Text"), LOKET_FIELD_TEXT, 0 },
  [LOKET_PROMISE_MADE_ON] = { "made_on", N_("Made on"), LOKET_FIELD_DATE, 0 },
  [LOKET_PROMISE_DONE_ON] = { "done_on", N_("Done on"), LOKET_FIELD_DATE, 0 },
  [LOKET_PROMISE_OUTCOME] = { "outcome", N_("Outcome"), LOKET_FIELD_CODE, 0, "promise_outcome" },
  [LOKET_PROMISE_SESSION] =
    { "session", N_("Session"), LOKET_FIELD_REFERENCE,
      LOKET_FIELD_INTERNAL, "session", "session_id" },
  [LOKET_PROMISE_QUESTION] =
    { "question", N_("Question"), LOKET_FIELD_CODE, LOKET_FIELD_INTERNAL, "questions_brought" },
  [LOKET_PROMISE_SNOOZED_UNTIL] =
    { "snoozed_until", N_("Snoozed until"), LOKET_FIELD_MOMENT, LOKET_FIELD_INTERNAL },
  [LOKET_PROMISE_FIRST_DUE_ON] =
    { "first_due_on", N_("Due on at first"), LOKET_FIELD_DATE, LOKET_FIELD_INTERNAL },
  /* Who keeps it, when that is not whose the trajectory is. */
  [LOKET_PROMISE_COUNSELLOR] =
    { "counsellor", N_("Counsellor"), LOKET_FIELD_REFERENCE, LOKET_FIELD_INTERNAL, "counsellor",
      "counsellor_id" },
};

static gboolean
check_draft (const LoketDraft   *draft,
             const LoketChecks  *checks,
             guint              *field,
             GError            **error)
{
  static const LoketOrder orders[] = {
    { LOKET_PROMISE_MADE_ON, LOKET_PROMISE_DUE_ON },
    { LOKET_PROMISE_MADE_ON, LOKET_PROMISE_DONE_ON },
  };
  static const guint past[] = { LOKET_PROMISE_MADE_ON, LOKET_PROMISE_DONE_ON };

  return loket_order_check (draft, orders, G_N_ELEMENTS (orders), field, error)
         && loket_order_check_past (draft, past, G_N_ELEMENTS (past), checks->today, field, error);
}

const LoketKind loket_promise_kind = {
  .name = "promise",
  .title = N_("Promise"),
  .plural = "promises",
  .prefix = "B",
  .fields = fields,
  .n_fields = LOKET_PROMISE_N_FIELDS,
  .get_type = loket_promise_get_type,
  .check = check_draft,
};

static void
loket_promise_class_init (LoketPromiseClass *klass)
{
}

static void
loket_promise_init (LoketPromise *self)
{
}

/**
 * loket_promise_is_open:
 *
 * Returns: whether it is still to be kept: it was neither done nor given an outcome
 */
gboolean
loket_promise_is_open (LoketPromise *self)
{
  LoketRecord *record = LOKET_RECORD (self);

  g_return_val_if_fail (LOKET_IS_PROMISE (self), FALSE);

  return loket_record_get_value (record, LOKET_PROMISE_DONE_ON) == NULL
         && loket_record_get_value (record, LOKET_PROMISE_OUTCOME) == NULL;
}
