/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * When a counsellor is away, and who does the work meanwhile. */

#pragma once

#include "loket-draft.h"

G_BEGIN_DECLS

#define LOKET_TYPE_ABSENCE (loket_absence_get_type ())

G_DECLARE_FINAL_TYPE (LoketAbsence, loket_absence, LOKET, ABSENCE, LoketRecord)

enum
{
  LOKET_ABSENCE_COUNSELLOR,
  LOKET_ABSENCE_FROM,
  LOKET_ABSENCE_UNTIL,
  LOKET_ABSENCE_SUBSTITUTE,
  LOKET_ABSENCE_N_FIELDS
};

extern const LoketKind loket_absence_kind;

G_END_DECLS
