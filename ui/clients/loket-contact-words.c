/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The two lines of a promise and of a contact; of a call that was promised they tell both. */

#include "loketten-config.h"

#include "loket-contact-words.h"

#include "loket-contact.h"
#include "loket-field-words.h"
#include "loket-promise.h"
#include "loket-sentences.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * loket_contact_words_dup_first_line:
 *
 * Returns: (transfer full): the first line of a note, for a row; of a very long one its beginning
 */
char *
loket_contact_words_dup_first_line (const char *note)
{
  g_autofree char *line = g_strndup (note, strcspn (note, "\n"));
  char *beginning = loket_field_words_shorten (line);

  return beginning != NULL ? beginning : g_steal_pointer (&line);
}

static char *
dup_what_was_promised (LoketRecord *promise,
                       LoketCodes  *codes)
{
  const char *text = loket_record_get_value (promise, LOKET_PROMISE_TEXT);
  const char *kind = loket_record_get_text (promise, LOKET_PROMISE_KIND);

  return text != NULL ? loket_contact_words_dup_first_line (text)
                      : g_strdup (loket_codes_get_label (codes, "promise_kind", kind));
}

/**
 * loket_contact_words_format_promise:
 *
 * Returns: (transfer full): whose promise it is and what became of it: it may be over without
 *   having been kept
 */
char *
loket_contact_words_format_promise (LoketRecord *promise,
                                    LoketCodes  *codes)
{
  const char *outcome = loket_record_get_value (promise, LOKET_PROMISE_OUTCOME);
  g_autofree char *what = dup_what_was_promised (promise, codes);

  if (g_str_equal (loket_record_get_text (promise, LOKET_PROMISE_BY), "client"))
    return g_strdup_printf (_("The client will: %s"), what);
  if (loket_promise_is_open (LOKET_PROMISE (promise)))
    return g_strdup_printf (_("Promised: %s"), what);
  if (outcome == NULL || g_str_equal (outcome, "kept"))
    return g_strdup_printf (_("Promise kept: %s"), what);

  return g_strdup_printf ("%s: %s", loket_codes_get_label (codes, "promise_outcome", outcome),
                          what);
}

/**
 * loket_contact_words_format_day:
 *
 * Returns: (transfer full): until when a promise is to be kept
 */
char *
loket_contact_words_format_day (LoketRecord *promise)
{
  g_autofree char *day = NULL;

  day = loket_sentences_format_day (loket_record_get_text (promise, LOKET_PROMISE_DUE_ON));

  return g_strdup_printf (_("By %s at the latest"), day);
}

/**
 * loket_contact_words_format_title:
 * @promise: (nullable): the promise, when the contact is the call that was promised
 *
 * Returns: (transfer full): what the contact is for, or how it went
 */
char *
loket_contact_words_format_title (LoketRecord *contact,
                                  LoketRecord *promise,
                                  LoketCodes  *codes)
{
  const char *outcome = loket_record_get_value (contact, LOKET_CONTACT_OUTCOME);
  const char *kind = loket_codes_get_label (codes, "contact_kind",
                                            loket_record_get_text (contact, LOKET_CONTACT_KIND));

  if (loket_record_get_value (contact, LOKET_CONTACT_OPEN_ON) == NULL && outcome != NULL)
    return g_strdup_printf ("%s: %s", kind, loket_codes_get_label (codes, "contact_outcome",
                                                                    outcome));

  return promise != NULL ? loket_contact_words_format_promise (promise, codes) : g_strdup (kind);
}

/**
 * loket_contact_words_format_subtitle:
 * @promise: (nullable): the promise, when the contact is the call that was promised
 *
 * Returns: (transfer full) (nullable): as long as it is open, of a promise the day; what was noted,
 *   and what came of calling
 */
char *
loket_contact_words_format_subtitle (LoketRecord *contact,
                                     LoketRecord *promise,
                                     LoketCodes  *codes)
{
  gboolean is_open = loket_record_get_value (contact, LOKET_CONTACT_OPEN_ON) != NULL;
  const char *note = loket_record_get_value (contact, LOKET_CONTACT_NOTE);
  const char *part = loket_record_get_value (contact, LOKET_CONTACT_PLANNED_PART);
  int attempts = loket_record_get_integer (contact, LOKET_CONTACT_ATTEMPTS);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (promise != NULL && is_open)
    g_ptr_array_add (parts, loket_contact_words_format_day (promise));
  if (note != NULL)
    g_ptr_array_add (parts, loket_contact_words_dup_first_line (note));
  else if (promise != NULL && !is_open)
    g_ptr_array_add (parts, dup_what_was_promised (promise, codes));
  if (attempts > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d attempt", "%d attempts",
                                                       (gulong) attempts), attempts));
  if (is_open && part != NULL)
    g_ptr_array_add (parts, g_strdup (loket_codes_get_label (codes, "part_of_day", part)));
  if (parts->len == 0)
    return NULL;

  g_ptr_array_add (parts, NULL);

  return g_strjoinv (", ", (char **) parts->pdata);
}
