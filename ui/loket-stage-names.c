/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Names the steps of a trajectory. */

#include "loketten-config.h"

#include "loket-stage-names.h"

#include <glib/gi18n.h>

static const char *const names[LOKET_N_STAGES] = {
  [LOKET_STAGE_SIGN_UP] = N_("Sign-up"),     [LOKET_STAGE_INTAKE] = N_("Intake"),
  [LOKET_STAGE_SESSIONS] = N_("Sessions"),   [LOKET_STAGE_TESTS] = N_("Tests"),
  [LOKET_STAGE_ADVICE] = N_("Advice"),       [LOKET_STAGE_CLOSED] = N_("Closed"),
  [LOKET_STAGE_AFTERCARE] = N_("After-care"), [LOKET_STAGE_SURVEY] = N_("Survey"),
};

/**
 * loket_stage_names_get:
 *
 * Returns: (transfer none): the name of the step, in the language of the person
 */
const char *
loket_stage_names_get (LoketStage stage)
{
  g_return_val_if_fail ((int) stage >= 0 && (int) stage < LOKET_N_STAGES, "");

  return _(names[stage]);
}
