/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Which groups are hidden so that nobody's answer can be read or worked out. */

#include "loket-disclosure.h"

/**
 * loket_disclosure_is_hidden:
 * @n: the persons behind a figure who answered that question
 *
 * Returns: whether they are 1 to 4, too few to show anything about
 */
gboolean
loket_disclosure_is_hidden (guint n)
{
  return n > 0 && n < LOKET_DISCLOSURE_MIN;
}

static int
find_smallest_shown (const guint    *n,
                     guint           n_groups,
                     const gboolean *hidden)
{
  int smallest = -1;

  for (guint i = 0; i < n_groups; i++)
    {
      if (n[i] > 0 && !hidden[i] && (smallest < 0 || n[i] < n[smallest]))
        smallest = (int) i;
    }
  return smallest;
}

/**
 * loket_disclosure_hide_groups:
 * @n: (array length=n_groups): persons in each group of one grouping, in the order of its codes
 * @hidden: (out caller-allocates) (array length=n_groups): which are hidden
 *
 * A group of 1 to 4 is hidden. When that leaves a single hidden group, or fewer than 5 persons in
 * all hidden ones, they could be worked out from the total: then the smallest shown group, of equal
 * ones the first, is hidden with them. A group of nobody hides nobody and is not hidden.
 */
void
loket_disclosure_hide_groups (const guint *n,
                              guint        n_groups,
                              gboolean    *hidden)
{
  guint persons = 0;
  int smallest = -1;

  for (guint i = 0; i < n_groups; i++)
    {
      hidden[i] = loket_disclosure_is_hidden (n[i]);
      persons += hidden[i] ? n[i] : 0;
    }
  /* A single hidden group is covered by this: it has 4 at most. */
  if (persons == 0 || persons >= LOKET_DISCLOSURE_MIN)
    return;
  smallest = find_smallest_shown (n, n_groups, hidden);
  if (smallest >= 0)
    hidden[smallest] = TRUE;
}
