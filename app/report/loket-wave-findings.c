/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Puts in words what the same persons answered before and after. */

#include "loketten-config.h"

#include "loket-findings.h"

#include "loket-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *
get_trend (const LoketPaired *paired)
{
  static const char *const words[] = { N_("no demonstrable difference"), N_("▲ better"),
                                       N_("▼ worse") };

  return _(words[paired->trend]);
}

static const char *
get_wave_name (const LoketSummary *summary,
               guint               wave,
               const char         *language)
{
  return loket_texts_get (
      &loket_questionnaire_get_wave (summary->request->questionnaire, wave)->text, language);
}

static char *
say_trend (const LoketQuestionSummary *question,
           const LoketPaired          *paired,
           const char                 *language)
{
  const char *label = loket_texts_get (&question->item->label, language);

  if (paired->hidden)
    return g_strdup_printf ("%s: %s", label, _("Hidden: it could be traced to persons."));
  if (isnan (paired->mean_before) || paired->tells_of_few)
    return g_strdup_printf ("%s: %s", label, get_trend (paired));

  /* Translators: a question, what came of it, the mean before and the mean after */
  return g_strdup_printf (_("%s: %s, from %.1f to %.1f"), label, get_trend (paired),
                          paired->mean_before, paired->mean_after);
}

/* Which measurements, of how many, by which test, then the mean of each measurement. */
static char *
say_ground (const LoketSummary         *summary,
            const LoketQuestionSummary *question,
            const LoketPaired          *paired,
            const char                 *language)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s → %s", get_wave_name (summary, paired->from, language),
                          get_wave_name (summary, paired->to, language));
  if (!paired->hidden)
    {
      g_autofree char *n = loket_figure_count (paired->test.n);

      g_string_append (text, " · ");
      /* Translators: how many persons answered both times */
      g_string_append_printf (text, _("%s pairs, %s"), n,
                              loket_test_get_name (LOKET_TEST_WILCOXON));
    }
  for (guint i = 0; i < question->waves->len; i++)
    {
      const LoketQuestionSummary *wave = g_ptr_array_index (question->waves, i);
      g_autofree char *mean = NULL;
      g_autofree char *n = NULL;

      if (wave->hidden || (wave->wave != (int) paired->from && wave->wave != (int) paired->to))
        continue;
      mean = loket_figure_mean (&wave->grades);
      n = loket_figure_count (wave->n);
      g_string_append_printf (text, " · %s: %s (n %s)",
                              get_wave_name (summary, (guint) wave->wave, language), mean, n);
    }

  return g_string_free (text, FALSE);
}

/**
 * loket_findings_waves:
 * @language: in which the questionnaire speaks
 *
 * Tells of each question that came back what changed for who answered both times, two-sided 5%, and
 * the mean of each measurement.
 *
 * Returns: (transfer full) (element-type LoketFinding): empty when nothing came back
 */
GPtrArray *
loket_findings_waves (const LoketSummary *summary,
                      const char         *language)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_finding_free);

  for (guint i = 0; i < summary->questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (summary->questions, i);

      for (guint k = 0; k < question->paired->len; k++)
        {
          const LoketPaired *paired = &g_array_index (question->paired, LoketPaired, k);
          LoketFinding *finding = g_new0 (LoketFinding, 1);

          finding->sentence = say_trend (question, paired, language);
          finding->note = say_ground (summary, question, paired, language);
          g_ptr_array_add (findings, finding);
        }
    }

  return findings;
}
