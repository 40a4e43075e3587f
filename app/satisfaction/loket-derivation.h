/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Looks for few persons of whom something follows from what is known. */

#pragma once

#include "loket-span.h"

G_BEGIN_DECLS

/* The columns of a span from first on hold 1 to 4 persons each; those behind them are no persons,
 * but tell which of the sums in question were used. */
typedef struct
{
  const LoketSpan *span;
  guint            first;
  guint            end;
  guint            n_columns;
  const guint     *persons; /* by column, from first on */
} LoketDerivation;

GPtrArray *loket_derivation_find (const LoketDerivation *derivation);

G_END_DECLS
