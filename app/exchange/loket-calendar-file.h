/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Appointments and what is to be done, as a file that calendar programs read. */

#pragma once

#include "loket-codes.h"
#include "loket-database.h"
#include "loket-rules.h"

G_BEGIN_DECLS

/**
 * LoketCalendarRequest:
 * @codes: the lists of codes, which say what something is
 * @rules: (nullable): what the office agreed on: who does whose work on which day
 * @counsellor_id: (nullable): whose calendar; NULL is everybody's
 * @from: the first date
 * @until: the last date
 * @today: on which work that is late is shown
 * @with_names: whether clients may be named; else they go by their number
 * @stamp: when it is written, in UTC: 2026-01-31T12:34:56.789Z
 *
 * What stands in the file.
 */
typedef struct
{
  LoketCodes *codes;
  const LoketRules *rules;
  const char *counsellor_id;
  const char *from;
  const char *until;
  const char *today;
  gboolean with_names;
  const char *stamp;
} LoketCalendarRequest;

char *loket_calendar_file_create (const LoketCalendarRequest  *request,
                                  LoketDatabase               *database,
                                  GError                     **error);

G_END_DECLS
