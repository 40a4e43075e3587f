/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Dates as people say them, and reasons by their names in the lists. */

#include "loketten-config.h"

#include "loket-invitation-words.h"

#include "loket-sentences.h"

#include <glib/gi18n.h>

static char *
format_time_left (const LoketCandidates *candidates,
                  const LoketSurveyRow  *candidate)
{
  LoketDateText closing = loket_survey_window_get_closing (candidate->last_contact_on);
  int days = loket_date_get_day (closing.text) - loket_date_get_day (candidates->day.text);

  if (days == 0)
    return g_strdup (_("last day today"));

  return g_strdup_printf (ngettext ("%d more day", "%d more days", (gulong) days), days);
}

/**
 * loket_invitation_words_format_open:
 * @candidate: one of those who can be invited
 *
 * Returns: (transfer full): since when, for how long still, and whose client it is
 */
char *
loket_invitation_words_format_open (const LoketCandidates *candidates,
                                    const LoketSurveyRow  *candidate)
{
  g_autofree char *day = loket_sentences_format_short_day (candidate->last_contact_on);
  g_autofree char *left = format_time_left (candidates, candidate);

  /* Translators: a day, how long somebody can still be invited, and a counsellor. */
  return g_strdup_printf (_("Last contact %s · %s · %s"), day, left,
                          candidate->counsellor_name != NULL ? candidate->counsellor_name
                                                             : _("nobody"));
}

/**
 * loket_invitation_words_format_excluded:
 * @candidate: one of those who are not invited
 *
 * Returns: (transfer full): why, and whose client it is
 */
char *
loket_invitation_words_format_excluded (LoketCandidates      *candidates,
                                        LoketCodes           *codes,
                                        const LoketSurveyRow *candidate)
{
  const char *list = NULL;
  const char *reason = loket_candidates_get_reason (candidates, candidate, &list);
  g_autoptr (GString) text = NULL;

  text = g_string_new (loket_codes_get_label (codes, list, reason));
  if (g_str_equal (list, "survey_exclusion") && candidate->explanation != NULL)
    g_string_append_printf (text, ": %s", candidate->explanation);
  if (candidate->counsellor_name != NULL)
    g_string_append_printf (text, " · %s", candidate->counsellor_name);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * loket_invitation_words_format_counts:
 *
 * Returns: (transfer full): how many are not invited, a line for each counsellor: "Anna: no e-mail
 *   address 2, comes again 1"
 */
char *
loket_invitation_words_format_counts (LoketCandidates *candidates,
                                      LoketCodes      *codes)
{
  g_autoptr (GArray) counts = loket_candidates_count_exclusions (candidates);
  g_autoptr (GString) text = g_string_new (NULL);
  const LoketExclusionCount *last = NULL;

  for (guint i = 0; i < counts->len; i++)
    {
      const LoketExclusionCount *count = &g_array_index (counts, LoketExclusionCount, i);
      const char *label = loket_codes_get_label (codes, count->list, count->reason);

      if (last != NULL && g_strcmp0 (last->counsellor, count->counsellor) == 0)
        g_string_append (text, ", ");
      else
        g_string_append_printf (text, "%s%s: ", last != NULL ? "\n" : "",
                                count->counsellor != NULL ? count->counsellor_name
                                                          : _("Without a counsellor"));
      g_string_append_printf (text, "%s %u", label, count->count);
      last = count;
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * loket_invitation_words_format_summary:
 *
 * Returns: (transfer full): how many can be invited, or were today
 */
char *
loket_invitation_words_format_summary (const LoketCandidates *candidates)
{
  guint n_open = candidates->open->len;
  g_autofree char *drawn = NULL;
  g_autofree char *more = NULL;

  if (candidates->n_drawn == 0 && n_open == 0)
    return g_strdup (_("Nobody can be invited now."));
  if (candidates->n_drawn == 0)
    return g_strdup_printf (ngettext ("%u client can be invited now.",
                                      "%u clients can be invited now.", n_open), n_open);

  drawn = g_strdup_printf (ngettext ("%u client was invited today.",
                                     "%u clients were invited today.", candidates->n_drawn),
                           candidates->n_drawn);
  if (n_open == 0)
    return g_steal_pointer (&drawn);

  more = g_strdup_printf (ngettext ("%u more comes into the sample of another day.",
                                    "%u more come into the sample of another day.", n_open),
                          n_open);

  return g_strconcat (drawn, " ", more, NULL);
}
