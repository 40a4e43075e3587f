/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How many clients were invited to a survey in a month, by office and counsellor. */

#pragma once

#include "loket-draft.h"

G_BEGIN_DECLS

#define LOKET_TYPE_INVITATION (loket_invitation_get_type ())

G_DECLARE_FINAL_TYPE (LoketInvitation, loket_invitation, LOKET, INVITATION, LoketRecord)

enum
{
  LOKET_INVITATION_INVITATION_NO,
  LOKET_INVITATION_QUESTIONNAIRE,
  LOKET_INVITATION_MONTH,
  LOKET_INVITATION_LOKET,
  LOKET_INVITATION_COUNSELLOR,
  LOKET_INVITATION_SENT,
  LOKET_INVITATION_N_FIELDS
};

extern const LoketKind loket_invitation_kind;

G_END_DECLS
