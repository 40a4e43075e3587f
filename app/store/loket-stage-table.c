/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads the stages that tests have left, each along an index that ends at the latest. */

#include "loket-stage-table.h"

/* By stage: requested, invited, taken, result in. A test may be taken without an invitation. */
static const char *const queries[] = {
  "SELECT requested_on, until FROM ("
  "SELECT requested_on, until FROM (SELECT requested_on, invited_on AS until FROM assessment "
  "WHERE kind = $1 AND invited_on IS NOT NULL AND requested_on IS NOT NULL "
  "ORDER BY invited_on DESC LIMIT $2) AS invited "
  "UNION ALL "
  "SELECT requested_on, until FROM (SELECT requested_on, taken_on AS until FROM assessment "
  "WHERE kind = $1 AND taken_on IS NOT NULL AND invited_on IS NULL AND requested_on IS NOT NULL "
  "ORDER BY taken_on DESC LIMIT $2) AS taken) AS spans ORDER BY until DESC LIMIT $2",
  "SELECT invited_on, taken_on FROM assessment "
  "WHERE kind = $1 AND taken_on IS NOT NULL AND invited_on IS NOT NULL "
  "ORDER BY taken_on DESC LIMIT $2",
  "SELECT taken_on, result_on FROM assessment "
  "WHERE kind = $1 AND result_on IS NOT NULL AND taken_on IS NOT NULL "
  "ORDER BY result_on DESC LIMIT $2",
  "SELECT result_on, discussed_on FROM assessment "
  "WHERE kind = $1 AND discussed_on IS NOT NULL AND result_on IS NOT NULL "
  "ORDER BY discussed_on DESC LIMIT $2",
};

/**
 * loket_stage_table_load_last:
 * @kind: a code of the list "assessment_kind"
 * @stage: 0 requested, 1 invited, 2 taken, 3 result in
 * @most: how many at most
 *
 * Returns: (transfer full) (nullable) (element-type LoketStageSpan): the tests that left the stage
 *   last
 */
GArray *
loket_stage_table_load_last (LoketDatabase  *database,
                             const char     *kind,
                             guint           stage,
                             guint           most,
                             GError        **error)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, TRUE, sizeof (LoketStageSpan));
  LoketStatement *statement;
  LoketStep step;

  g_return_val_if_fail (stage < G_N_ELEMENTS (queries), NULL);

  statement = loket_database_prepare (database, queries[stage], error);
  if (statement == NULL)
    return NULL;

  loket_statement_bind_text (statement, 1, kind);
  loket_statement_bind_integer (statement, 2, most);
  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    {
      LoketStageSpan span;

      g_strlcpy (span.from.text, loket_statement_get_text (statement, 0), sizeof span.from.text);
      g_strlcpy (span.until.text, loket_statement_get_text (statement, 1), sizeof span.until.text);
      g_array_append_val (spans, span);
    }

  return step == LOKET_STEP_DONE ? g_steal_pointer (&spans) : NULL;
}
