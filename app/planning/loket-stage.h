/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Where a trajectory stands: the steps from sign-up to survey. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LoketStage:
 *
 * The steps of a trajectory, in order.
 */
typedef enum
{
  LOKET_STAGE_SIGN_UP,
  LOKET_STAGE_INTAKE,
  LOKET_STAGE_SESSIONS,
  LOKET_STAGE_TESTS,
  LOKET_STAGE_ADVICE,
  LOKET_STAGE_CLOSED,
  LOKET_STAGE_AFTERCARE,
  LOKET_STAGE_SURVEY,
  LOKET_N_STAGES
} LoketStage;

/**
 * LoketStageState:
 * @LOKET_STAGE_TO_COME: has not begun, or does not happen
 * @LOKET_STAGE_CURRENT: is going on; two steps may be
 * @LOKET_STAGE_DONE: is over
 */
typedef enum
{
  LOKET_STAGE_TO_COME,
  LOKET_STAGE_CURRENT,
  LOKET_STAGE_DONE
} LoketStageState;

/**
 * LoketStageFacts:
 * @answered: whether the sign-up was answered
 * @n_sessions: sessions held
 * @n_assessments: tests asked for
 * @n_assessments_open: those not discussed yet
 * @advised: whether advice was given
 * @closed: whether the trajectory is closed
 * @wants_aftercare: whether the client wanted contact after closing
 * @n_aftercare_open: after-care contacts that are still open
 * @surveyed: whether the client answered the survey
 *
 * What the steps follow from.
 */
typedef struct
{
  gboolean answered;
  guint n_sessions;
  guint n_assessments;
  guint n_assessments_open;
  gboolean advised;
  gboolean closed;
  gboolean wants_aftercare;
  guint n_aftercare_open;
  gboolean surveyed;
} LoketStageFacts;

void       loket_stage_follow      (const LoketStageFacts *facts,
                                    LoketStageState        states[static LOKET_N_STAGES]);
LoketStage loket_stage_get_current (const LoketStageFacts *facts);

G_END_DECLS
