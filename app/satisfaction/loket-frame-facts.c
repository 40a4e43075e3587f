/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The columns of a frame that hold what the records say. */

#include "loket-frame-private.h"

/* Of the row that is being appended; @facts is NULL when it is about no trajectory. */
void
loket_frame_append_facts (LoketFrame   *self,
                          const guint8 *facts)
{
  guint8 nowhere[LOKET_N_FACTS];

  loket_facts_get_codes (NULL, nowhere);
  for (guint i = 0; i < LOKET_N_FACTS; i++)
    self->columns[self->first_fact + i][self->n_rows] = (facts != NULL ? facts : nowhere)[i];
  self->has_facts = self->has_facts || facts != NULL;
}

/**
 * loket_frame_has_facts:
 *
 * Returns: whether any response is about a trajectory that is known
 */
gboolean
loket_frame_has_facts (LoketFrame *self)
{
  g_return_val_if_fail (LOKET_IS_FRAME (self), FALSE);

  return self->has_facts;
}

/**
 * loket_frame_get_fact_column:
 *
 * Returns: (transfer none): the codes of @fact, as loket_facts_get_codes() gives them
 */
const guint8 *
loket_frame_get_fact_column (LoketFrame *self,
                             LoketFact   fact)
{
  g_return_val_if_fail (LOKET_IS_FRAME (self), NULL);

  return self->columns[self->first_fact + fact];
}
