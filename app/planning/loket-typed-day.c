/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Dates in digits, and the words for days that notes know. */

#include "loket-typed-day.h"

#include "loket-note-dates.h"

/**
 * loket_typed_day_parse:
 * @typed: what a person typed
 * @now: the day or the moment at which it was typed
 *
 * Reads a date, which may lack its year, or the Dutch words for a coming day: "vr", "morgen",
 * "volgende week dinsdag". A day that is said is moved on to a working day.
 *
 * Returns: the day; empty when it is not one
 */
LoketDateText
loket_typed_day_parse (const char *typed,
                       const char *now)
{
  LoketDateText date = loket_date_parse_coming (typed, now);
  LoketDateText today = loket_date_add_days (now, 0);
  const LoketNoteToday said_on = { .date = today.text };
  g_autoptr (GArray) tokens = NULL;
  guint length = 0;

  if (date.text[0] != '\0' || !g_utf8_validate (typed, -1, NULL))
    return date;

  tokens = loket_note_tokens_read (typed, &length);
  if (tokens->len == 0
      || !loket_note_dates_is_date_only ((const LoketNoteToken *) tokens->data, tokens->len)
      || !loket_note_dates_find ((const LoketNoteToken *) tokens->data, tokens->len, &said_on, TRUE,
                                 &date))
    return (LoketDateText) { "" };

  return date;
}
