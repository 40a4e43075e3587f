/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A setting of the office, which holds from a day on until the next one. */

#pragma once

#include "loket-draft.h"

G_BEGIN_DECLS

#define LOKET_TYPE_SETTING (loket_setting_get_type ())

G_DECLARE_FINAL_TYPE (LoketSetting, loket_setting, LOKET, SETTING, LoketRecord)

enum
{
  LOKET_SETTING_NAME,
  LOKET_SETTING_VALID_FROM,
  LOKET_SETTING_VALUE,
  LOKET_SETTING_N_FIELDS
};

extern const LoketKind loket_setting_kind;

G_END_DECLS
