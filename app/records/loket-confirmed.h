/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Where the facts about a client come from, and when they were confirmed last. */

#pragma once

#include "loket-client.h"
#include "loket-date.h"

G_BEGIN_DECLS

/**
 * LoketConfirmation:
 * @on: the day on which the fact was said or confirmed; "" when nobody knows
 * @source: a code of the list "intake_source", static
 *
 * Where a fact about a client comes from.
 */
typedef struct
{
  LoketDateText on;
  const char *source;
} LoketConfirmation;

LoketConfirmation loket_confirmed_get      (LoketRecord *client,
                                            guint        field);
gboolean          loket_confirmed_is_newer (LoketRecord *client,
                                            LoketRecord *other,
                                            guint        field);
void              loket_confirmed_set      (LoketDraft  *client,
                                            guint        field,
                                            const char  *on,
                                            const char  *source);
void              loket_confirmed_set_all  (LoketDraft  *client,
                                            const char  *source);

G_END_DECLS
