/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * An office: one regional desk. */

#pragma once

#include "loket-draft.h"

G_BEGIN_DECLS

#define LOKET_TYPE_OFFICE (loket_office_get_type ())

G_DECLARE_FINAL_TYPE (LoketOffice, loket_office, LOKET, OFFICE, LoketRecord)

enum
{
  LOKET_OFFICE_NAME,
  LOKET_OFFICE_N_FIELDS
};

extern const LoketKind loket_office_kind;

G_END_DECLS
