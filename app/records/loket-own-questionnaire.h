/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A questionnaire that the office made itself, as the file that it came in. */

#pragma once

#include "loket-draft.h"

G_BEGIN_DECLS

#define LOKET_TYPE_OWN_QUESTIONNAIRE (loket_own_questionnaire_get_type ())

G_DECLARE_FINAL_TYPE (LoketOwnQuestionnaire, loket_own_questionnaire, LOKET, OWN_QUESTIONNAIRE,
                      LoketRecord)

enum
{
  LOKET_OWN_QUESTIONNAIRE_CODE,
  LOKET_OWN_QUESTIONNAIRE_TITLE,
  LOKET_OWN_QUESTIONNAIRE_SOURCE,
  LOKET_OWN_QUESTIONNAIRE_N_FIELDS
};

extern const LoketKind loket_own_questionnaire_kind;

G_END_DECLS
