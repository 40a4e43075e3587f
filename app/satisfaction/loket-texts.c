/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A text in the two languages of a questionnaire. */

#include "loket-texts.h"

/**
 * loket_texts_get:
 * @language: a language or locale, such as `nl` or `nl_NL.UTF-8`
 *
 * Returns: (transfer none): the Dutch text for a Dutch @language, else the English one
 */
const char *
loket_texts_get (const LoketTexts *texts,
                 const char       *language)
{
  if (language != NULL && g_str_has_prefix (language, "nl"))
    return texts->nl;
  return texts->en;
}

void
loket_texts_clear (LoketTexts *texts)
{
  g_clear_pointer (&texts->nl, g_free);
  g_clear_pointer (&texts->en, g_free);
}
