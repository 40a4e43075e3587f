/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Groups made by taking options of an item together, such as a level of education. */

#include "loket-derived.h"

/**
 * loket_derived_new:
 * @from: the item whose options are taken together, which must outlive the groups
 *
 * Returns: (transfer full): groups of it, of which there are none yet
 */
LoketDerived *
loket_derived_new (const LoketItem *from)
{
  LoketDerived *derived = g_new0 (LoketDerived, 1);

  derived->from = from;
  derived->groups = g_array_new (FALSE, TRUE, sizeof (LoketOption));
  g_array_set_clear_func (derived->groups, (GDestroyNotify) loket_option_clear);
  return derived;
}

void
loket_derived_free (LoketDerived *derived)
{
  g_clear_pointer (&derived->id, g_free);
  g_clear_pointer (&derived->groups, g_array_unref);
  loket_texts_clear (&derived->text);
  g_free (derived);
}
