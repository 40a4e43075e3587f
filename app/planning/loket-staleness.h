/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How long a fact about a client holds before it is asked after. */

#pragma once

#include "loket-date.h"

G_BEGIN_DECLS

/* The name of the setting, and what holds until the office chooses otherwise: months by field.
 * What is not named is never asked again. */
#define LOKET_STALENESS_SETTING "intake.months"
#define LOKET_STALENESS_DEFAULT \
  "situation=3;phone=12;email=12;postcode=24;city=24;education=24"

int      loket_staleness_get_months (const char *rules,
                                     const char *field);
gboolean loket_staleness_is_stale   (const char *rules,
                                     const char *field,
                                     const char *confirmed_on,
                                     const char *today);

G_END_DECLS
