/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads what was done in the trajectories that responses are about. */

#pragma once

#include "loket-database.h"

G_BEGIN_DECLS

/**
 * LoketFactRows:
 * @LOKET_FACT_ROWS_RESPONSES: id of the response, id of its trajectory
 * @LOKET_FACT_ROWS_TRAJECTORIES: id, opened on, first response on
 * @LOKET_FACT_ROWS_SESSIONS: trajectory id, starts at, minutes; of those held
 * @LOKET_FACT_ROWS_ASSESSMENTS: trajectory id, taken on, result on; of those taken
 * @LOKET_FACT_ROWS_PROMISES: trajectory id, due on at first, done on, outcome; of counsellors, not
 *   those that were cancelled
 *
 * What there is to read, and its columns. All are texts; NULL when they are not known.
 */
typedef enum
{
  LOKET_FACT_ROWS_RESPONSES,
  LOKET_FACT_ROWS_TRAJECTORIES,
  LOKET_FACT_ROWS_SESSIONS,
  LOKET_FACT_ROWS_ASSESSMENTS,
  LOKET_FACT_ROWS_PROMISES
} LoketFactRows;

/* The values are borrowed until the next row. */
typedef void (*LoketFactFunc) (const char *const *values,
                               gpointer           user_data);

gboolean loket_fact_table_for_each (LoketDatabase  *database,
                                    LoketFactRows   rows,
                                    const char     *questionnaire,
                                    LoketFactFunc   func,
                                    gpointer        user_data,
                                    GError        **error);

G_END_DECLS
