/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A range of grades or numbers that is counted together. */

#include "loket-band.h"

static void
clear_band (gpointer data)
{
  LoketBand *band = data;

  g_clear_pointer (&band->code, g_free);
  loket_texts_clear (&band->text);
  loket_texts_clear (&band->label);
}

/**
 * loket_bands_new:
 *
 * Returns: (transfer full) (element-type LoketBand): bands, of which there are none yet
 */
GArray *
loket_bands_new (void)
{
  GArray *bands = g_array_new (FALSE, TRUE, sizeof (LoketBand));

  g_array_set_clear_func (bands, clear_band);
  return bands;
}
