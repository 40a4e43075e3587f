/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Puts reasons, and the facts by which somebody is told from a namesake, into words. */

#include "loketten-config.h"

#include "loket-likeness-words.h"

#include "loket-client-line.h"
#include "loket-date.h"

#include <glib/gi18n.h>

static const struct
{
  LoketLikenessReason reason;
  const char *words;
} all_words[] = {
  { LOKET_LIKENESS_SAME_NAME, N_("same name") },
  { LOKET_LIKENESS_SIMILAR_NAME, N_("similar name") },
  { LOKET_LIKENESS_SWAPPED_NAME, N_("given and family name swapped") },
  { LOKET_LIKENESS_SAME_FAMILY_NAME, N_("same family name") },
  { LOKET_LIKENESS_SAME_GIVEN_NAME, N_("same given name") },
  { LOKET_LIKENESS_SAME_BIRTH_DATE, N_("same date of birth") },
  { LOKET_LIKENESS_SWAPPED_BIRTH_DATE, N_("day and month of birth swapped") },
  { LOKET_LIKENESS_SIMILAR_BIRTH_DATE, N_("nearly the same date of birth") },
  { LOKET_LIKENESS_SAME_PHONE, N_("same telephone") },
  { LOKET_LIKENESS_SAME_EMAIL, N_("same e-mail") },
  { LOKET_LIKENESS_SAME_POSTCODE, N_("same postcode") },
};

/**
 * loket_likeness_words_format_reasons:
 * @reasons: of #LoketLikenessReason
 *
 * Returns: (transfer full): "same date of birth, same telephone"
 */
char *
loket_likeness_words_format_reasons (guint reasons)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (all_words); i++)
    {
      if (reasons & all_words[i].reason)
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", _(all_words[i].words));
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * loket_likeness_words_get_level:
 *
 * Returns: (transfer none): "Likely"
 */
const char *
loket_likeness_words_get_level (LoketLikenessLevel level)
{
  switch (level)
    {
    case LOKET_LIKENESS_CERTAIN: return _("As good as certain");
    case LOKET_LIKENESS_LIKELY: return _("Likely");
    case LOKET_LIKENESS_POSSIBLE: return _("Possible");
    case LOKET_LIKENESS_NONE:
    default: return "";
    }
}

static char *
format_date (const char *date)
{
  return loket_date_is_valid (date) ? g_strdup_printf ("%.2s-%.2s-%.4s", date + 8, date + 5, date)
                                    : g_strdup (date);
}

/**
 * loket_likeness_words_format_client:
 *
 * Returns: (transfer full): "12-04-1981 · Amsterdam · K0000012": what a client is told by from a
 *   namesake
 */
char *
loket_likeness_words_format_client (LoketClient *client)
{
  LoketRecord *record = LOKET_RECORD (client);
  g_autofree char *birth_date = format_date (loket_record_get_text (record,
                                                                    LOKET_CLIENT_BIRTH_DATE));
  GString *line = g_string_new (NULL);

  loket_client_line_append (line, birth_date);
  loket_client_line_append (line, loket_record_get_text (record, LOKET_CLIENT_CITY));
  loket_client_line_append (line, loket_record_get_text (record, LOKET_CLIENT_CLIENT_NO));

  return g_string_free (line, FALSE);
}

/**
 * loket_likeness_words_format_value:
 * @codes: the lists
 * @client: a client
 * @field: one of its fields
 *
 * Returns: (transfer full): what the field says, as people write it; "" when it says nothing
 */
char *
loket_likeness_words_format_value (LoketCodes  *codes,
                                   LoketRecord *client,
                                   guint        field)
{
  const LoketField *description = &loket_client_kind.fields[field];
  const char *value = loket_record_get_text (client, field);

  if (description->type == LOKET_FIELD_FLAG)
    return g_strdup (g_str_equal (value, "1") ? _("Yes") : _("No"));
  if (*value != '\0' && description->type == LOKET_FIELD_CODE)
    return g_strdup (loket_codes_get_label (codes, description->list, value));

  return description->type == LOKET_FIELD_DATE ? format_date (value) : g_strdup (value);
}
