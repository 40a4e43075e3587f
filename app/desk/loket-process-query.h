/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Which work is asked for. */

#pragma once

#include "loket-date.h"
#include "loket-selection.h"

G_BEGIN_DECLS

/**
 * LoketProcessQuery:
 * @from: the first day of the period
 * @until: the last day
 * @by_office: whether offices are told apart, else counsellors
 * @office: (nullable): only this one; of another than the own it is told as a whole
 * @counsellor: (nullable): only this one, by its code
 *
 * What is asked for.
 */
typedef struct
{
  LoketDateText from;
  LoketDateText until;
  gboolean      by_office;
  const char   *office;
  const char   *counsellor;
} LoketProcessQuery;

LoketProcessQuery loket_process_query_new     (const LoketPeriod    *period);
LoketProcessQuery loket_process_query_new_for (const LoketSelection *selection);

G_END_DECLS
