/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A counsellor: who works with clients. */

#pragma once

#include "loket-draft.h"

G_BEGIN_DECLS

#define LOKET_TYPE_COUNSELLOR (loket_counsellor_get_type ())

G_DECLARE_FINAL_TYPE (LoketCounsellor, loket_counsellor, LOKET, COUNSELLOR, LoketRecord)

enum
{
  LOKET_COUNSELLOR_COUNSELLOR,
  LOKET_COUNSELLOR_NAME,
  LOKET_COUNSELLOR_OFFICE,
  LOKET_COUNSELLOR_ROLE,
  LOKET_COUNSELLOR_ACTIVE,
  LOKET_COUNSELLOR_WEEK_DAYS,
  LOKET_COUNSELLOR_N_FIELDS
};

extern const LoketKind loket_counsellor_kind;

const char *loket_counsellor_get_display_name (LoketCounsellor *self);
gboolean    loket_counsellor_is_team_lead     (LoketCounsellor *self);

G_END_DECLS
