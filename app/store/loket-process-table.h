/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads the dates of the work in bulk, to be counted elsewhere. */

#pragma once

#include "loket-database.h"

G_BEGIN_DECLS

/**
 * LoketProcessRows:
 * @LOKET_PROCESS_ROWS_COUNSELLORS: id, code, office id, role
 * @LOKET_PROCESS_ROWS_OFFICES: id, name; by name
 * @LOKET_PROCESS_ROWS_TRAJECTORIES: id, counsellor id, opened on, first response on, closed on
 * @LOKET_PROCESS_ROWS_SESSIONS: trajectory id, counsellor id, starts at, state, minutes; of those
 *   held or not come to
 * @LOKET_PROCESS_ROWS_ASSESSMENTS: trajectory id, taken on, result on, discussed on; of those taken
 * @LOKET_PROCESS_ROWS_PROMISES: trajectory id, counsellor id, due on at first, done on, outcome; of
 *   counsellors, of those not cancelled
 * @LOKET_PROCESS_ROWS_AFTERCARE: trajectory id, due on, done on, outcome; of those not cancelled
 *
 * What there is to read, and its columns. All are texts; NULL when they are not known.
 */
typedef enum
{
  LOKET_PROCESS_ROWS_COUNSELLORS,
  LOKET_PROCESS_ROWS_OFFICES,
  LOKET_PROCESS_ROWS_TRAJECTORIES,
  LOKET_PROCESS_ROWS_SESSIONS,
  LOKET_PROCESS_ROWS_ASSESSMENTS,
  LOKET_PROCESS_ROWS_PROMISES,
  LOKET_PROCESS_ROWS_AFTERCARE
} LoketProcessRows;

#define LOKET_PROCESS_MAX_COLUMNS 5

/* The values are borrowed until the next row. */
typedef void (*LoketProcessFunc) (const char *const *values,
                                  gpointer           user_data);

gboolean loket_process_table_for_each (LoketDatabase     *database,
                                       LoketProcessRows   rows,
                                       LoketProcessFunc   func,
                                       gpointer           user_data,
                                       GError           **error);

G_END_DECLS
