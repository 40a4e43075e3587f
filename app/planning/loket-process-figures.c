/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Holds figures of how the work went, and forgets what may not be told. */

#include "loket-process-figures.h"

#include <math.h>

/**
 * loket_process_unit_new:
 * @counsellor: (nullable): a code
 * @office: (nullable): a name
 *
 * Returns: (transfer full): a unit without figures
 */
LoketProcessUnit *
loket_process_unit_new (const char *counsellor,
                        const char *office)
{
  LoketProcessUnit *unit = g_new0 (LoketProcessUnit, 1);

  unit->counsellor = g_strdup (counsellor);
  unit->office = g_strdup (office);

  return unit;
}

/**
 * loket_process_unit_hide:
 *
 * Forgets a figure, and what it was made from.
 */
void
loket_process_unit_hide (LoketProcessUnit *unit,
                         LoketProcessKind  kind)
{
  unit->figures[kind] = (LoketProcessFigure) { .is_hidden = TRUE };
  g_clear_pointer (&unit->spreads[kind], g_array_unref);
}

/**
 * loket_process_unit_take_name:
 *
 * Makes a point without a name of it: single cases are not told of whom one may not know.
 */
void
loket_process_unit_take_name (LoketProcessUnit *unit)
{
  g_clear_pointer (&unit->counsellor, g_free);
  g_clear_pointer (&unit->office, g_free);
  for (guint kind = 0; kind < LOKET_N_PROCESS_KINDS; kind++)
    g_clear_pointer (&unit->spreads[kind], g_array_unref);
}

void
loket_process_unit_free (LoketProcessUnit *unit)
{
  loket_process_unit_take_name (unit);
  g_free (unit);
}

/**
 * loket_process_new:
 * @rules: of the office
 * @on: the day on which its agreements hold, YYYY-MM-DD
 *
 * Returns: (transfer full): figures of nobody yet
 */
LoketProcess *
loket_process_new (const LoketRules *rules,
                   const char       *on,
                   gboolean          by_office)
{
  LoketProcess *self = g_new0 (LoketProcess, 1);

  self->by_office = by_office;
  self->units = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_process_unit_free);
  for (guint kind = 0; kind < LOKET_N_PROCESS_KINDS; kind++)
    self->agreed[kind] = NAN;
  self->agreed[LOKET_PROCESS_RESPONSE] = loket_rules_get (rules, LOKET_RULE_RESPOND, on);
  self->agreed[LOKET_PROCESS_RESULT] = loket_rules_get (rules, LOKET_RULE_RESULT, on);
  self->agreed[LOKET_PROCESS_DEBRIEF] = loket_rules_get (rules, LOKET_RULE_DISCUSS, on);

  return self;
}

void
loket_process_free (LoketProcess *self)
{
  g_ptr_array_unref (self->units);
  g_free (self);
}
