/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A range of grades or numbers that is counted together. */

#pragma once

#include "loket-texts.h"

G_BEGIN_DECLS

/* From @min to @max, both included, such as good: 8 to 10. */
typedef struct
{
  char      *code; /* (owned) */
  LoketTexts text;
  LoketTexts label; /* a word for charts and tables */
  int        min;
  int        max;
} LoketBand;

GArray *loket_bands_new (void);

G_END_DECLS
