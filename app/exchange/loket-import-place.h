/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Where in a row something is wrong. */

#pragma once

#include "loket-csv-reader.h"

G_BEGIN_DECLS

/**
 * LoketImportPlace:
 * @column: (nullable): the name of the column; NULL when the reason names it or the whole row is
 *   meant
 * @value: what stands there; empty when the reason names it
 */
typedef struct
{
  const char *column;
  LoketCsvField value;
} LoketImportPlace;

G_END_DECLS
