/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A trajectory: one run of advice for a client, from sign-up to closing and after-care. */

#pragma once

#include "loket-draft.h"

G_BEGIN_DECLS

#define LOKET_TYPE_TRAJECTORY (loket_trajectory_get_type ())

G_DECLARE_FINAL_TYPE (LoketTrajectory, loket_trajectory, LOKET, TRAJECTORY, LoketRecord)

enum
{
  LOKET_TRAJECTORY_TRAJECTORY_NO,
  LOKET_TRAJECTORY_CLIENT_NO,
  LOKET_TRAJECTORY_OPENED_ON,
  LOKET_TRAJECTORY_COUNSELLOR,
  LOKET_TRAJECTORY_FIRST_RESPONSE_ON,
  LOKET_TRAJECTORY_SITUATION,
  LOKET_TRAJECTORY_QUESTIONS_BROUGHT,
  LOKET_TRAJECTORY_CLOSED_ON,
  LOKET_TRAJECTORY_AFTERCARE,
  LOKET_TRAJECTORY_OUTCOME,
  LOKET_TRAJECTORY_SECOND_SESSION,
  LOKET_TRAJECTORY_REOPENED_ON,
  LOKET_TRAJECTORY_REOPEN_REASON,
  LOKET_TRAJECTORY_PINNED,
  LOKET_TRAJECTORY_N_FIELDS
};

extern const LoketKind loket_trajectory_kind;

gboolean loket_trajectory_has_pinned (LoketTrajectory *self,
                                      const char      *record_id);
void     loket_trajectory_set_pinned (LoketDraft      *draft,
                                      const char      *record_id,
                                      gboolean         is_pinned);

G_END_DECLS
