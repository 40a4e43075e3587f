/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * "Website: 7, was 8". */

#include "loketten-config.h"

#include "loket-response-words.h"

#include "loket-preferences.h"
#include "loket-response.h"
#include "loket-sentences.h"

#include <glib/gi18n.h>
#include <string.h>

/* An answer as it stands in a file, in the words of the questionnaire. */
static char *
format_answer (const LoketItem *item,
               const char      *value)
{
  g_auto (GStrv) codes = g_strsplit (value != NULL ? value : "", ";", -1);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      int number = item->kind != LOKET_ITEM_GRADE
                     ? loket_item_find_option (item, codes[i], strlen (codes[i]))
                     : -1;
      const char *word = number >= 0
                           ? loket_texts_get (&loket_item_get_option (item, (guint) number)->text,
                                              loket_preferences_get_language ())
                           : codes[i];

      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", word);
    }
  if (words->len == 0)
    g_string_append (words, _("no answer"));

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * loket_response_words_format_answer:
 * @value: (nullable): an answer as loket_response_sheet_get_value () gives it
 *
 * Returns: (transfer full): "Website: 8"
 */
char *
loket_response_words_format_answer (const LoketItem *item,
                                    const char      *value)
{
  const char *label = loket_texts_get (&item->label, loket_preferences_get_language ());
  g_autofree char *answer = NULL;

  if (value != NULL && *value == '\0')
    answer = g_strdup (_("n/a"));
  else
    answer = format_answer (item, value);

  /* Translators: a question and its answer. */
  return g_strdup_printf (_("%s: %s"), label, answer);
}

/**
 * loket_response_words_format_change:
 *
 * Returns: (transfer full): what was changed; of answers in one's own words only that they were
 */
char *
loket_response_words_format_change (const LoketResponseChange *change)
{
  const char *title;
  g_autofree char *old_value = NULL;
  g_autofree char *new_value = NULL;

  if (change->field == LOKET_RESPONSE_N_FIELDS)
    return g_strdup (g_str_equal (change->act, "response.enter") ? _("Entered by hand")
                                                                 : _("Read from a file"));
  if (change->item == NULL
      && (change->field == LOKET_RESPONSE_ANSWERS || change->field == LOKET_RESPONSE_OPEN_ANSWERS))
    /* Translators: "Open answers: changed" */
    return g_strdup_printf (_("%s: changed"),
                            loket_kind_get_field_title (&loket_response_kind, change->field));

  if (change->item != NULL)
    {
      title = loket_texts_get (&change->item->label, loket_preferences_get_language ());
      old_value = format_answer (change->item, change->old_value);
      new_value = format_answer (change->item, change->new_value);
    }
  else
    {
      title = loket_kind_get_field_title (&loket_response_kind, change->field);
      old_value = g_strdup (change->old_value != NULL ? change->old_value : _("empty"));
      new_value = g_strdup (change->new_value != NULL ? change->new_value : _("empty"));
    }

  /* Translators: what was changed, what it is now, what it was before. */
  return g_strdup_printf (_("%s: %s, was %s"), title, new_value, old_value);
}

/**
 * loket_response_words_format_when:
 *
 * Returns: (transfer full): "Fri 20 Nov 2026, 10:40 · A003"
 */
char *
loket_response_words_format_when (const LoketResponseChange *change)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_iso8601 (change->at, NULL);
  g_autoptr (GDateTime) here = then != NULL ? g_date_time_to_local (then) : NULL;
  g_autofree char *date = here != NULL ? g_date_time_format (here, "%Y-%m-%d") : NULL;
  g_autofree char *time = here != NULL ? g_date_time_format (here, "%H:%M") : NULL;
  g_autofree char *day = date != NULL ? loket_sentences_format_full_day (date) : NULL;

  if (day == NULL)
    return g_strdup (change->who);

  return g_strdup_printf ("%s, %s · %s", day, time, change->who);
}

/**
 * loket_response_words_create_row:
 *
 * Returns: (transfer floating): a row of a list that tells of a change
 */
GtkWidget *
loket_response_words_create_row (const LoketResponseChange *change)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *what = loket_response_words_format_change (change);
  g_autofree char *when = loket_response_words_format_when (change);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), what);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when);

  return row;
}

/**
 * loket_response_words_format_left:
 *
 * Returns: (transfer full) (nullable): what was answered and is not asked any more; NULL: nothing
 */
char *
loket_response_words_format_left (LoketResponseSheet *sheet)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < loket_response_sheet_get_n_items (sheet); i++)
    {
      const LoketItem *item = loket_response_sheet_get_item (sheet, i);

      if (!loket_response_sheet_is_asked (sheet, i)
          && loket_response_sheet_get_value (sheet, i) != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                                loket_texts_get (&item->label,
                                                 loket_preferences_get_language ()));
    }

  /* Translators: the names of questions. */
  return names->len > 0 ? g_strdup_printf (_("Answered, but not asked any more: %s"), names->str)
                        : NULL;
}

/**
 * loket_response_words_count:
 * @n_asked: (out): how many questions are asked, as far as the answers tell
 * @n_answered: (out): how many of them have an answer
 */
void
loket_response_words_count (LoketResponseSheet *sheet,
                            guint              *n_asked,
                            guint              *n_answered)
{
  *n_asked = *n_answered = 0;
  for (int i = -1; (i = loket_response_sheet_find_next (sheet, i)) >= 0;)
    {
      (*n_asked)++;
      if (loket_response_sheet_get_value (sheet, (guint) i) != NULL)
        (*n_answered)++;
    }
}

/**
 * loket_response_words_format_saved:
 *
 * Returns: (transfer full): that it was saved, and how much of it is missing
 */
char *
loket_response_words_format_saved (LoketResponseSheet *sheet,
                                   gboolean            is_correction)
{
  guint n, n_answered;

  if (is_correction)
    return g_strdup (_("Response corrected"));

  loket_response_words_count (sheet, &n, &n_answered);
  if (n == n_answered)
    return g_strdup (_("Response entered"));

  /* Translators: how many questions have no answer, of how many that were asked. */
  return g_strdup_printf (ngettext ("Response entered, %u of %u question without an answer",
                                    "Response entered, %u of %u questions without an answer", n),
                          n - n_answered, n);
}
