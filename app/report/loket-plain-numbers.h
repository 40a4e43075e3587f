/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Numbers with a point, for a library that asks the locale for the decimal sign. */

#pragma once

#include <glib.h>
#include <locale.h>

G_BEGIN_DECLS

locale_t loket_plain_numbers_begin (void);
void     loket_plain_numbers_end   (locale_t before);

G_END_DECLS
