/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * An attempt to reach a client for a contact. */

#include "loketten-config.h"

#include "loket-attempt.h"

#include <glib/gi18n-lib.h>

struct _LoketAttempt
{
  LoketRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LoketAttempt, loket_attempt, LOKET_TYPE_RECORD)

static const LoketField fields[] = {
  [LOKET_ATTEMPT_CONTACT_NO] =
    { "contact_no", N_("Contact moment"), LOKET_FIELD_REFERENCE,
      LOKET_FIELD_REQUIRED, "contact", "contact_id" },
  [LOKET_ATTEMPT_AT] =
    { "at", N_("Time"), LOKET_FIELD_MOMENT, LOKET_FIELD_REQUIRED, NULL, "attempted_at" },
  [LOKET_ATTEMPT_COUNSELLOR] =
    { "counsellor", N_("Counsellor"), LOKET_FIELD_REFERENCE, 0, "counsellor", "counsellor_id" },
  [LOKET_ATTEMPT_CHANNEL] = { "channel", N_("Channel"), LOKET_FIELD_CODE, 0, "channel" },
  [LOKET_ATTEMPT_OUTCOME] =
    { "outcome", N_("Outcome"), LOKET_FIELD_CODE, LOKET_FIELD_REQUIRED, "attempt_outcome" },
  [LOKET_ATTEMPT_NOTE] = { "note", N_("Note"), LOKET_FIELD_TEXT, 0 },
};

const LoketKind loket_attempt_kind = {
  .name = "attempt",
  .title = N_("Attempt"),
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
