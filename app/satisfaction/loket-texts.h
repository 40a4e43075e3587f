/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A text in the two languages of a questionnaire. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *nl; /* (owned) */
  char *en; /* (owned) */
} LoketTexts;

const char *loket_texts_get   (const LoketTexts *texts,
                               const char       *language);
void        loket_texts_clear (LoketTexts       *texts);

G_END_DECLS
