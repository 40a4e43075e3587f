/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * An attempt to reach a client for a contact. */

#include "loket-attempt.h"

struct _LoketAttempt
{
  LoketRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LoketAttempt, loket_attempt, LOKET_TYPE_RECORD)

static const LoketField fields[] = {
  [LOKET_ATTEMPT_CONTACT_NO] =
    { "contact_no", LOKET_FIELD_REFERENCE, LOKET_FIELD_REQUIRED, "contact", "contact_id" },
  [LOKET_ATTEMPT_AT] = { "at", LOKET_FIELD_MOMENT, LOKET_FIELD_REQUIRED, NULL, "attempted_at" },
  [LOKET_ATTEMPT_COUNSELLOR] =
    { "counsellor", LOKET_FIELD_REFERENCE, 0, "counsellor", "counsellor_id" },
  [LOKET_ATTEMPT_CHANNEL] = { "channel", LOKET_FIELD_CODE, 0, "channel" },
  [LOKET_ATTEMPT_OUTCOME] =
    { "outcome", LOKET_FIELD_CODE, LOKET_FIELD_REQUIRED, "attempt_outcome" },
  [LOKET_ATTEMPT_NOTE] = { "note", LOKET_FIELD_TEXT, 0 },
};

const LoketKind loket_attempt_kind = {
  .name = "attempt",
  .fields = fields,
  .n_fields = LOKET_ATTEMPT_N_FIELDS,
  .get_type = loket_attempt_get_type,
};

static void
loket_attempt_class_init (LoketAttemptClass *klass)
{
}

static void
loket_attempt_init (LoketAttempt *self)
{
}
