/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Whether the client of a trajectory was invited to a survey, or is not to be. */

#pragma once

#include "loket-draft.h"

G_BEGIN_DECLS

#define LOKET_TYPE_INVITEE (loket_invitee_get_type ())

G_DECLARE_FINAL_TYPE (LoketInvitee, loket_invitee, LOKET, INVITEE, LoketRecord)

enum
{
  LOKET_INVITEE_TRAJECTORY_NO,
  LOKET_INVITEE_QUESTIONNAIRE,
  LOKET_INVITEE_DRAWN_ON,
  LOKET_INVITEE_TOKEN,
  LOKET_INVITEE_EMAIL,
  LOKET_INVITEE_LANGUAGE,
  LOKET_INVITEE_EXCLUDED_ON,
  LOKET_INVITEE_REASON,
  LOKET_INVITEE_EXPLANATION,
  LOKET_INVITEE_LOKET,
  LOKET_INVITEE_COUNSELLOR,
  LOKET_INVITEE_HANDED_ON,
  LOKET_INVITEE_N_FIELDS
};

extern const LoketKind loket_invitee_kind;

G_END_DECLS
