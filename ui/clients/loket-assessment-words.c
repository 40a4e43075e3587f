/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The stages of a test as a strip of words, and its days beside what is usual. */

#include "loketten-config.h"

#include "loket-assessment-words.h"

#include "loket-assessment.h"
#include "loket-sentences.h"

#include <glib/gi18n.h>
#include <math.h>

static const char *const stages[LOKET_ASSESSMENT_N_STAGES] = {
  NC_("stage of a test", "asked for"),
  NC_("stage of a test", "invited"),
  NC_("stage of a test", "taken"),
  NC_("stage of a test", "result in"),
  NC_("stage of a test", "discussed"),
};

/**
 * loket_assessment_words_get_stage:
 *
 * Returns: (transfer none): "result in"
 */
const char *
loket_assessment_words_get_stage (LoketAssessmentStage stage)
{
  g_return_val_if_fail (stage < LOKET_ASSESSMENT_N_STAGES, NULL);

  return g_dpgettext2 (NULL, "stage of a test", stages[stage]);
}

static LoketAssessmentStage
find_stage (LoketRecord  *assessment,
            LoketDateText *since)
{
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (assessment);
  const char *date;
  LoketAssessmentStage stage = loket_assessment_stage_find (draft, &date);

  g_strlcpy (since->text, date != NULL ? date : "", sizeof since->text);

  return stage;
}

/**
 * loket_assessment_words_format_title:
 *
 * Returns: (transfer full): "Interest test: result in"
 */
char *
loket_assessment_words_format_title (LoketRecord *assessment,
                                     LoketCodes  *codes)
{
  LoketDateText since;
  const char *kind = loket_codes_get_label (codes, "assessment_kind",
                                            loket_record_get_text (assessment,
                                                                   LOKET_ASSESSMENT_KIND));

  return g_strdup_printf ("%s: %s", kind,
                          loket_assessment_words_get_stage (find_stage (assessment, &since)));
}

/**
 * loket_assessment_words_format_strip:
 *
 * Returns: (transfer full): what has been and what is still to come: "asked for 3 Nov, taken 9 Nov;
 *   then: result in, discussed"
 */
char *
loket_assessment_words_format_strip (LoketRecord *assessment)
{
  LoketDateText since;
  LoketAssessmentStage current = find_stage (assessment, &since);
  g_autoptr (GString) done = g_string_new (NULL);
  g_autoptr (GString) left = g_string_new (NULL);

  for (guint i = 0; i < LOKET_ASSESSMENT_N_STAGES; i++)
    {
      const char *date = loket_record_get_value (assessment, loket_assessment_stage_get_field (i));
      g_autofree char *day = date != NULL ? loket_sentences_format_date (date) : NULL;

      if (day != NULL)
        g_string_append_printf (done, "%s%s %s", done->len > 0 ? ", " : "",
                                loket_assessment_words_get_stage (i), day);
      else if (i > current)
        g_string_append_printf (left, "%s%s", left->len > 0 ? ", " : "",
                                loket_assessment_words_get_stage (i));
    }
  if (left->len == 0)
    return g_string_free (g_steal_pointer (&done), FALSE);

  /* Translators: the stages that a test has behind it, with their dates, and those to come. */
  return g_strdup_printf (_("%s; then: %s"), done->str, left->str);
}

/**
 * loket_assessment_words_format_days:
 * @rules: (nullable): what the office agreed on
 *
 * Returns: (transfer full) (nullable): how long it has been in its stage: "6 working days"; NULL
 *   when nobody wrote down since when
 */
char *
loket_assessment_words_format_days (LoketRecord      *assessment,
                                    const LoketRules *rules,
                                    const char       *today)
{
  LoketDateText since;
  int days;

  find_stage (assessment, &since);
  if (since.text[0] == '\0')
    return NULL;

  days = loket_working_days_count_between (loket_rules_get_days (rules, NULL), since.text, today);

  return g_strdup_printf (ngettext ("%d working day", "%d working days", (gulong) days), days);
}

/**
 * loket_assessment_words_format_usual:
 *
 * Returns: (transfer full): how long others took: "usually 4, 8 out of 10 within 9"
 */
char *
loket_assessment_words_format_usual (const LoketStageDays *usual)
{
  if (usual->n < LOKET_LEAST_CASES)
    return g_strdup (_("too few tests yet to compare"));

  /* Translators: the median of working days, and in how many eight out of ten were done. */
  return g_strdup_printf (_("usually %d, 8 out of 10 within %d"),
                          (int) floor (usual->median + 0.5), (int) ceil (usual->p80 - 1e-9));
}
