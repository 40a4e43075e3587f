/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * An attempt to reach a client for a contact. */

#pragma once

#include "loket-draft.h"

G_BEGIN_DECLS

#define LOKET_TYPE_ATTEMPT (loket_attempt_get_type ())

G_DECLARE_FINAL_TYPE (LoketAttempt, loket_attempt, LOKET, ATTEMPT, LoketRecord)

enum
{
  LOKET_ATTEMPT_CONTACT_NO,
  LOKET_ATTEMPT_AT,
  LOKET_ATTEMPT_COUNSELLOR,
  LOKET_ATTEMPT_CHANNEL,
  LOKET_ATTEMPT_OUTCOME,
  LOKET_ATTEMPT_NOTE,
  LOKET_ATTEMPT_N_FIELDS
};

extern const LoketKind loket_attempt_kind;

G_END_DECLS
