/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How a Dutch postcode is written: "1234 AB". */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *loket_postcode_tidy (const char *typed);

G_END_DECLS
