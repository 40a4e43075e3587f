/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Days on which the office is closed, besides weekends and public holidays. */

#pragma once

#include "loket-draft.h"

G_BEGIN_DECLS

#define LOKET_TYPE_CLOSURE (loket_closure_get_type ())

G_DECLARE_FINAL_TYPE (LoketClosure, loket_closure, LOKET, CLOSURE, LoketRecord)

enum
{
  LOKET_CLOSURE_FROM,
  LOKET_CLOSURE_UNTIL,
  LOKET_CLOSURE_REASON,
  LOKET_CLOSURE_N_FIELDS
};

extern const LoketKind loket_closure_kind;

G_END_DECLS
