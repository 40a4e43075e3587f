/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The steps of a trajectory as a function of its facts. */

#include "loket-stage.h"

static LoketStageState
choose_state (gboolean done,
              gboolean current)
{
  if (done)
    return LOKET_STAGE_DONE;

  return current ? LOKET_STAGE_CURRENT : LOKET_STAGE_TO_COME;
}

/**
 * loket_stage_follow:
 * @facts: the facts of a trajectory
 * @states: (out): the state of each step
 *
 * A step that does not happen, such as tests that nobody asked for, stays to come; so do tests that
 * were not discussed when the trajectory was closed.
 */
void
loket_stage_follow (const LoketStageFacts *facts,
                    LoketStageState        states[static LOKET_N_STAGES])
{
  gboolean began = facts->n_sessions > 0;
  gboolean aftercare = facts->closed && facts->wants_aftercare;

  states[LOKET_STAGE_SIGN_UP] = choose_state (facts->answered || began || facts->closed, TRUE);
  states[LOKET_STAGE_INTAKE] = choose_state (began, facts->answered && !facts->closed);
  states[LOKET_STAGE_SESSIONS] = choose_state (began && facts->closed, began);
  states[LOKET_STAGE_TESTS] = choose_state (facts->n_assessments > 0
                                              && facts->n_assessments_open == 0,
                                            facts->n_assessments_open > 0 && !facts->closed);
  states[LOKET_STAGE_ADVICE] = choose_state (facts->advised, FALSE);
  states[LOKET_STAGE_CLOSED] = choose_state (facts->closed, FALSE);
  states[LOKET_STAGE_AFTERCARE] = choose_state (aftercare && facts->n_aftercare_open == 0,
                                                aftercare);
  states[LOKET_STAGE_SURVEY] = choose_state (facts->surveyed, FALSE);
}

/**
 * loket_stage_get_current:
 * @facts: the facts of a trajectory
 *
 * Returns: the last step that is going on, else the last one that is over
 */
LoketStage
loket_stage_get_current (const LoketStageFacts *facts)
{
  LoketStageState states[LOKET_N_STAGES];
  LoketStage last_done = LOKET_STAGE_SIGN_UP;

  loket_stage_follow (facts, states);

  for (int i = LOKET_N_STAGES - 1; i >= 0; i--)
    {
      if (states[i] == LOKET_STAGE_CURRENT)
        return (LoketStage) i;
      if (states[i] == LOKET_STAGE_DONE)
        last_done = MAX (last_done, (LoketStage) i);
    }

  return last_done;
}
