/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Respondents are numbered per questionnaire, and answer once in each wave: a response is known by
 * "questionnaire/respondent", followed by "/wave" where there are waves. */

#include "loket-response-number.h"

#include <string.h>

/**
 * loket_response_number_create:
 * @questionnaire: the id of a questionnaire, which has no '/' in it
 * @respondent: the respondent's id
 * @wave: (nullable): the wave
 *
 * Returns: (transfer full): the number of the response
 */
char *
loket_response_number_create (const char    *questionnaire,
                              LoketCsvField  respondent,
                              const char    *wave)
{
  gsize length = strlen (questionnaire);
  char *number;

  if (wave != NULL)
    return g_strdup_printf ("%s/%.*s/%s", questionnaire, (int) respondent.length, respondent.text,
                            wave);

  number = g_malloc (length + respondent.length + 2);
  memcpy (number, questionnaire, length);
  number[length] = '/';
  memcpy (number + length + 1, respondent.text, respondent.length);
  number[length + 1 + respondent.length] = '\0';

  return number;
}

/**
 * loket_response_number_dup_respondent:
 * @number: the number of a response
 * @wave: (nullable): its wave
 *
 * Returns: (transfer full): the respondent's id
 */
char *
loket_response_number_dup_respondent (const char *number,
                                      const char *wave)
{
  const char *slash = strchr (number, '/');
  const char *respondent = slash != NULL ? slash + 1 : number;
  gsize length = strlen (respondent);

  if (wave != NULL)
    {
      g_autofree char *suffix = g_strconcat ("/", wave, NULL);

      if (g_str_has_suffix (respondent, suffix))
        length -= strlen (suffix);
    }

  return g_strndup (respondent, length);
}
