/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * One locale for all threads, since making one for each cell of a spreadsheet costs more than the
 * cell. */

#include "loketten-config.h"

#include "loket-plain-numbers.h"

static gpointer
create_plain (gpointer data)
{
  return newlocale (LC_NUMERIC_MASK, "C", duplocale (LC_GLOBAL_LOCALE));
}

/**
 * loket_plain_numbers_begin:
 *
 * From now on this thread, and no other, writes numbers with a point.
 *
 * Returns: what loket_plain_numbers_end () wants
 */
locale_t
loket_plain_numbers_begin (void)
{
  static GOnce once = G_ONCE_INIT;

  return uselocale (g_once (&once, create_plain, NULL));
}

/**
 * loket_plain_numbers_end:
 * @before: what loket_plain_numbers_begin () returned
 */
void
loket_plain_numbers_end (locale_t before)
{
  uselocale (before);
}
