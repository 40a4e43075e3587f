/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What a trajectory went through of which it does not tell itself. */

#pragma once

#include "loket-database.h"
#include "loket-record.h"
#include "loket-date.h"

G_BEGIN_DECLS

/**
 * LoketTurnType:
 * @LOKET_TURN_TAKEN: a counsellor took it
 * @LOKET_TURN_HANDED_OVER: another counsellor took it over
 * @LOKET_TURN_CLOSED: it was closed, and opened again since
 * @LOKET_TURN_REOPENED: it was opened again, and once more since
 * @LOKET_TURN_INVITED: the client was invited to the survey
 */
typedef enum
{
  LOKET_TURN_TAKEN,
  LOKET_TURN_HANDED_OVER,
  LOKET_TURN_CLOSED,
  LOKET_TURN_REOPENED,
  LOKET_TURN_INVITED
} LoketTurnType;

/**
 * LoketTurn:
 * @type: what happened
 * @trajectory: to which trajectory
 * @date: when, YYYY-MM-DD
 * @text: (nullable): the id of the counsellor, the code of the outcome, or the reason
 */
typedef struct
{
  LoketTurnType type;
  LoketRecord *trajectory;
  LoketDateText date;
  char *text;
} LoketTurn;

gboolean loket_trajectory_course_read (LoketDatabase  *database,
                                       LoketRecord    *trajectory,
                                       GPtrArray      *turns,
                                       GError        **error);
void     loket_turn_free              (LoketTurn      *turn);

G_END_DECLS
