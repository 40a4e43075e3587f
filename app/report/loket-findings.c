/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Puts in words which parts are rated best and least, and what changed. */

#include "loketten-config.h"

#include "loket-findings.h"

#include "loket-figures.h"
#include "loket-period-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* At most so many parts are named on each side. */
#define MOST_NAMED 2

void
loket_finding_free (LoketFinding *finding)
{
  g_free (finding->sentence);
  g_free (finding->note);
  g_free (finding);
}

static char *
capitalise (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, MIN (1, g_utf8_strlen (text, -1)));
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, text + strlen (first), NULL);
}

static char *
dup_topic (const LoketQuestionSummary *question,
           const char                 *language)
{
  const char *topic = loket_texts_get (&question->item->topic, language);
  const char *label = loket_texts_get (&question->item->label, language);
  g_autofree char *first = NULL;
  g_autofree char *lower = NULL;

  if (topic != NULL)
    return g_strdup (topic);

  first = g_utf8_substring (label, 0, 1);
  lower = g_utf8_strdown (first, -1);

  return g_strconcat (lower, label + strlen (first), NULL);
}

/* "the website", "the website and the tests", "the website, the tests and the advice". */
static char *
join_topics (GPtrArray  *questions,
             const char *language)
{
  g_autofree char *joined = NULL;

  for (guint i = 0; i < questions->len; i++)
    {
      g_autofree char *topic = dup_topic (g_ptr_array_index (questions, i), language);
      g_autofree char *before = g_steal_pointer (&joined);

      if (before == NULL)
        joined = g_steal_pointer (&topic);
      else if (i + 1 < questions->len)
        joined = g_strconcat (before, ", ", topic, NULL);
      else
        /* Translators: the last two of a list */
        joined = g_strdup_printf (_("%s and %s"), before, topic);
    }

  return g_steal_pointer (&joined);
}

/* Too few answered to say what is best. */
static gboolean
is_thin (const LoketSummary *summary)
{
  const LoketQuestionSummary *total = loket_summary_find_total (summary);

  return total != NULL && !total->hidden && total->n < total->item->thin;
}

/* All graded parts but the first, which is the total; those that rest on few answers left out. */
static GPtrArray *
find_parts (const LoketSummary *summary)
{
  GPtrArray *parts = g_ptr_array_new ();
  gboolean is_total = TRUE;

  for (guint i = 0; i < summary->questions->len; i++)
    {
      LoketQuestionSummary *question = g_ptr_array_index (summary->questions, i);

      if (question->item->kind != LOKET_ITEM_GRADE)
        continue;
      if (!is_total && !question->hidden && question->n >= question->item->thin)
        g_ptr_array_add (parts, question);
      is_total = FALSE;
    }

  return parts;
}

/* As it is shown, so that a sentence never contradicts the chart. */
static guint64
get_tenths (const LoketQuestionSummary *question)
{
  return loket_round_ratio (question->grades.sum, question->grades.n, 10);
}

static int
compare_means (gconstpointer one,
               gconstpointer other)
{
  const LoketQuestionSummary *a = *(LoketQuestionSummary *const *) one;
  const LoketQuestionSummary *b = *(LoketQuestionSummary *const *) other;
  double difference = loket_moments_get_mean (&b->grades) - loket_moments_get_mean (&a->grades);

  return difference < 0 ? -1 : difference > 0;
}

/* Takes from the front those whose shown mean is at most @slack tenths from the first. */
static GPtrArray *
take_nearest (GPtrArray *sorted,
              gboolean   from_end,
              guint64    slack)
{
  GPtrArray *taken = g_ptr_array_new ();
  const LoketQuestionSummary *first =
      g_ptr_array_index (sorted, from_end ? sorted->len - 1 : 0);

  for (guint i = 0; i < sorted->len && taken->len < MOST_NAMED; i++)
    {
      LoketQuestionSummary *question =
          g_ptr_array_index (sorted, from_end ? sorted->len - 1 - i : i);
      guint64 a = get_tenths (question), b = get_tenths (first);

      if (MAX (a, b) - MIN (a, b) > slack)
        break;
      g_ptr_array_add (taken, question);
    }

  return taken;
}

/**
 * loket_findings_title:
 * @language: in which the questionnaire speaks; the words around it are those of the locale
 *
 * Best are the parts with the highest mean as it is shown. Least are those with the lowest, and
 * with it what lies within a tenth of it and not among the best: what is rated low asks for work.
 *
 * Returns: (transfer full): which parts clients rate best and least
 */
char *
loket_findings_title (const LoketSummary *summary,
                      const char         *language)
{
  g_autoptr (GPtrArray) parts = find_parts (summary);
  g_autoptr (GPtrArray) best = NULL;
  g_autoptr (GPtrArray) least = NULL;
  g_autofree char *best_topics = NULL;
  g_autofree char *least_topics = NULL;

  if (is_thin (summary))
    /* Translators: a number of answers, and how many are needed for comparisons */
    return g_strdup_printf (_("%u of %u answers in this period"), summary->totals.responses,
                            loket_summary_find_total (summary)->item->threshold);
  if (parts->len < 2)
    return g_strdup (_("How clients rate us"));

  g_ptr_array_sort (parts, compare_means);
  if (get_tenths (g_ptr_array_index (parts, 0))
      <= get_tenths (g_ptr_array_index (parts, parts->len - 1)) + 1)
    return g_strdup (_("No part stands out"));

  best = take_nearest (parts, FALSE, 0);
  least = take_nearest (parts, TRUE, 1);
  best_topics = join_topics (best, language);
  least_topics = join_topics (least, language);

  /* Translators: one or several parts of the service, and those that are rated least. */
  return g_strdup_printf (_("Clients rate %s best, %s least"), best_topics, least_topics);
}

static void
append_sentence (GString    *text,
                 const char *sentence)
{
  g_autofree char *capitalised = capitalise (sentence);

  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, capitalised);
}

static void
append_change (GString                    *text,
               const LoketQuestionSummary *question,
               const char                 *past_name,
               const char                 *language)
{
  g_autofree char *topic = dup_topic (question, language);
  g_autofree char *mean = loket_figure_mean (&question->grades);
  g_autofree char *past = loket_figure_mean (&question->against);
  g_autofree char *sentence = NULL;

  if (question->change == LOKET_CHANGE_UP)
    /* Translators: a part of the service, its mean grade, that of another period, its name */
    sentence = g_strdup_printf (_("▲ Rise for %s: %s, was %s in %s."), topic, mean, past,
                                past_name);
  else
    /* Translators: a part of the service, its mean grade, that of another period, its name */
    sentence = g_strdup_printf (_("▼ Fall for %s: %s, was %s in %s."), topic, mean, past,
                                past_name);
  append_sentence (text, sentence);
}

static void
append_compared (GString                    *text,
                 GPtrArray                  *parts,
                 const char                 *past_name,
                 const char                 *language)
{
  g_autofree char *sentence = NULL;
  guint n_compared = 0, n_changed = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const LoketQuestionSummary *part = g_ptr_array_index (parts, i);

      n_compared += part->has_against;
      n_changed += part->change != LOKET_CHANGE_NONE;
      if (part->change != LOKET_CHANGE_NONE)
        append_change (text, part, past_name, language);
    }

  if (n_compared == 0 || n_changed == n_compared)
    return;
  if (n_changed == 0)
    sentence = g_strdup_printf (
        ngettext ("The %u part that can be compared does not demonstrably differ from %s.",
                  "None of the %u parts that can be compared demonstrably differs from %s.",
                  n_compared),
        n_compared, past_name);
  else
    sentence = g_strdup (_("The other parts show no demonstrable difference."));
  append_sentence (text, sentence);
}

static void
append_new (GString    *text,
            GPtrArray  *parts,
            const char *past_name,
            const char *language)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();
  g_autofree char *topics = NULL;
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      const LoketQuestionSummary *part = g_ptr_array_index (parts, i);

      if (part->is_new)
        g_ptr_array_add (fresh, g_ptr_array_index (parts, i));
    }
  if (fresh->len == 0)
    return;

  topics = join_topics (fresh, language);
  /* Translators: parts of the service, and a period in which they were not asked about */
  sentence = g_strdup_printf (ngettext ("%s was not yet asked in %s.",
                                        "%s were not yet asked in %s.", fresh->len),
                              topics, past_name);
  append_sentence (text, sentence);
}

static void
append_thin (GString                    *text,
             const LoketQuestionSummary *total)
{
  g_autofree char *sentence = NULL;

  /* Translators: from how many answers on an office is compared */
  sentence = g_strdup_printf (_("From %u on, an office is compared."), total->item->threshold);
  append_sentence (text, sentence);
  g_clear_pointer (&sentence, g_free);
  if (!isnan (total->ci95.low))
    {
      /* Translators: the ends of an interval */
      sentence = g_strdup_printf (_("The mean lies somewhere between %.1f and %.1f."),
                                  total->ci95.low, total->ci95.high);
      append_sentence (text, sentence);
      g_clear_pointer (&sentence, g_free);
    }
  /* Translators: how many answers are needed to draw bars */
  sentence = g_strdup_printf (_("Good, sufficient and insufficient are shown from n %u on."),
                              total->item->thin);
  append_sentence (text, sentence);
}

/* Why there is nothing to compare with. */
static void
append_missing (GString            *text,
                const LoketSummary *summary,
                const char         *past_name)
{
  g_autofree char *sentence = NULL;

  if (summary->against.hidden)
    /* Translators: a period */
    sentence = g_strdup_printf (_("Not compared with %s: that period has 1 to 4 answers."),
                                past_name);
  else
    /* Translators: a period */
    sentence = g_strdup_printf (_("Not compared with %s: that period has no answers."), past_name);
  append_sentence (text, sentence);
}

/**
 * loket_findings_changes:
 * @language: in which the questionnaire speaks; the words around it are those of the locale
 *
 * Returns: (transfer full): which parts changed since the other period; says why when that cannot
 *   be told; empty when nothing is compared
 */
char *
loket_findings_changes (const LoketSummary *summary,
                        const char         *language)
{
  g_autoptr (GPtrArray) parts = find_parts (summary);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *past_name = NULL;

  if (is_thin (summary))
    append_thin (text, loket_summary_find_total (summary));
  if (!summary->request->has_against)
    return g_string_free (g_steal_pointer (&text), FALSE);

  past_name = loket_period_to_words (&summary->request->against);
  if (summary->against.hidden || summary->against.responses == 0)
    append_missing (text, summary, past_name);
  else
    {
      append_compared (text, parts, past_name, language);
      append_new (text, parts, past_name, language);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Parts that were not asked of everybody. */
static void
append_routes (GString            *text,
               const LoketSummary *summary,
               const char         *language)
{
  for (guint i = 0; i < summary->questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (summary->questions, i);
      g_autofree char *base = loket_figure_count (question->base);
      g_autofree char *label = NULL;

      if (question->item->kind != LOKET_ITEM_GRADE || question->item->route_item == NULL
          || question->hidden)
        continue;
      label = dup_topic (question, language);
      /* Translators: a part of the service, and how many were asked about it */
      g_string_append_printf (text, _(" About %s, %s were asked."), label, base);
    }
}

/**
 * loket_findings_note:
 * @language: in which the questionnaire speaks; the words around it are those of the locale
 *
 * Returns: (transfer full): how the chart is read, and what was tested how
 */
char *
loket_findings_note (const LoketSummary *summary,
                     const char         *language)
{
  g_autofree char *past_name = NULL;
  GString *text = g_string_new (NULL);

  if (is_thin (summary))
    /* xgettext:no-c-format */
    g_string_append (text, _("Dot: the mean of those who gave a grade (n); dashed line: its 95% "
                             "interval. Thin: one grade that is a point or two different moves "
                             "the mean visibly."));
  else
    /* xgettext:no-c-format */
    g_string_append (text, _("Bar: per cent of those who were asked; by rounding it may add up to "
                             "99 or 101. Dot: the mean of those who gave a grade (n); line: its "
                             "95% interval."));
  if (summary->request->has_against && !summary->against.hidden && summary->against.responses > 0)
    {
      past_name = loket_period_to_words (&summary->request->against);
      /* Translators: a period */
      g_string_append_printf (text, _(" Tick: %s. Test: Welch, two-sided 5%%."), past_name);
    }
  append_routes (text, summary, language);

  return g_string_free (text, FALSE);
}
