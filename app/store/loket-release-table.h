/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The ledger: what left the program, and when. */

#pragma once

#include "loket-database.h"

G_BEGIN_DECLS

/* Borrowed until the next row. */
typedef struct
{
  const char *id;
  const char *at;  /* UTC */
  const char *counsellor;
  const char *medium;
  const char *request;
  const char *tables;
} LoketReleaseRow;

/**
 * LoketReleaseFunc:
 *
 * Returns: whether to go on; FALSE with @error set ends the reading
 */
typedef gboolean (*LoketReleaseFunc) (const LoketReleaseRow  *row,
                                      gpointer                user_data,
                                      GError                **error);

gboolean loket_release_table_insert   (LoketDatabase          *database,
                                       const LoketReleaseRow  *row,
                                       GError                **error);
gboolean loket_release_table_remove   (LoketDatabase          *database,
                                       const char             *id,
                                       GError                **error);
gboolean loket_release_table_for_each (LoketDatabase          *database,
                                       LoketReleaseFunc        func,
                                       gpointer                user_data,
                                       GError                **error);

G_END_DECLS
