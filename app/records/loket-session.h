/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A session: an advice conversation, planned, held, cancelled or missed. */

#pragma once

#include "loket-draft.h"

G_BEGIN_DECLS

#define LOKET_TYPE_SESSION (loket_session_get_type ())

G_DECLARE_FINAL_TYPE (LoketSession, loket_session, LOKET, SESSION, LoketRecord)

enum
{
  LOKET_SESSION_SESSION_NO,
  LOKET_SESSION_TRAJECTORY_NO,
  LOKET_SESSION_STARTS_AT,
  LOKET_SESSION_ENDED_AT,
  LOKET_SESSION_COUNSELLOR,
  LOKET_SESSION_MINUTES,
  LOKET_SESSION_CHANNEL,
  LOKET_SESSION_STATE,
  LOKET_SESSION_QUESTIONS_BROUGHT,
  LOKET_SESSION_NOTE_CLIENT,
  LOKET_SESSION_NOTE_INTERNAL,
  LOKET_SESSION_GROUP_NO,
  LOKET_SESSION_QUESTION_OUTCOMES,
  LOKET_SESSION_N_FIELDS
};

extern const LoketKind loket_session_kind;

gboolean loket_session_is_untold (LoketRecord *session);

G_END_DECLS
