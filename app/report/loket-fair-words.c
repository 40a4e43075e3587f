/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Says how far, never who is better: no sentence holds two persons. */

#include "loketten-config.h"

#include "loket-fair-words.h"

#include "loket-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What falls outside the limits at 95% by chance alone. */
#define BY_CHANCE 0.05

/**
 * loket_fair_words_place:
 * @unit: a counsellor or an office
 * @thin: below so many grades a figure rests on few people
 *
 * Returns: (transfer full): where the adjusted mean lies in the funnel, in a few words
 */
char *
loket_fair_words_place (const LoketFairUnit *unit,
                        guint                thin)
{
  const char *place = _("within 95%");

  if (unit->adjusted > unit->limits998.high)
    place = _("above 99.8%");
  else if (unit->adjusted < unit->limits998.low)
    place = _("below 99.8%");
  else if (unit->adjusted > unit->limits95.high)
    place = _("above 95%");
  else if (unit->adjusted < unit->limits95.low)
    place = _("below 95%");

  if (unit->n >= thin)
    return g_strdup (place);

  /* Translators: where a mean lies, and that it rests on few answers. */
  return g_strdup_printf (_("%s · thin"), place);
}

static char *
say_limits (const LoketFairUnit *unit)
{
  const LoketInterval *near = &unit->limits95;

  if (unit->adjusted > near->high)
    /* Translators: a grade, a number of grades, a grade. */
    return g_strdup_printf (_("That lies above the 95%% limit (%.1f at n %u); the 99.8%% limit is "
                              "%.1f."),
                            near->high, unit->n, unit->limits998.high);
  if (unit->adjusted < near->low)
    return g_strdup_printf (_("That lies below the 95%% limit (%.1f at n %u); the 99.8%% limit is "
                              "%.1f."),
                            near->low, unit->n, unit->limits998.low);

  return g_strdup_printf (_("That lies within the 95%% limits at n %u (%.1f to %.1f): no "
                            "demonstrable difference."),
                          unit->n, near->low, near->high);
}

/**
 * loket_fair_words_explain:
 * @question: a grade that was compared fairly
 * @unit: one of its units
 * @name: what it is called
 *
 * Returns: (transfer full): two or three plain sentences about @unit
 */
char *
loket_fair_words_explain (const LoketQuestionSummary *question,
                          const LoketFairUnit        *unit,
                          const char                 *name)
{
  g_autofree char *limits = say_limits (unit);
  g_autofree char *chance = loket_fair_words_chance (question->fair);
  g_autofree char *grades = NULL;
  gboolean is_within = unit->adjusted <= unit->limits95.high
                       && unit->adjusted >= unit->limits95.low;

  /* Translators: a number of clients, a name, three grades. */
  grades = g_strdup_printf (_("%u clients of %s give %.1f on average. Given who they are, %.1f was "
                              "to be expected. Adjusted, the grade is %.1f."),
                            unit->n, name, unit->observed, unit->expected, unit->adjusted);
  if (is_within)
    return g_strdup_printf ("%s %s", grades, limits);

  return g_strdup_printf ("%s %s %s", grades, limits, chance);
}

/**
 * loket_fair_words_chance:
 *
 * Returns: (transfer full): how many lie outside the limits although nothing is the matter
 */
char *
loket_fair_words_chance (const LoketFair *fair)
{
  guint n_units = fair->units->len;

  /* Translators: how many, of how many */
  return g_strdup_printf (_("Of %u, about %.0f fall outside 95%% by chance alone: a reason to ask "
                            "what goes well, not a verdict."),
                          n_units, floor (n_units * BY_CHANCE + 0.5));
}

/**
 * loket_fair_words_formula:
 *
 * Returns: (transfer full): how it was computed, with its numbers
 */
char *
loket_fair_words_formula (const LoketQuestionSummary *question)
{
  const LoketFair *fair = question->fair;
  g_autofree char *n = loket_figure_count (question->n);

  /* Translators: a mean, a standard deviation, a dispersion, a number of grades */
  return g_strdup_printf (
      _("Calculation: mean of all + actual − expected; expected from age, gender, education and "
        "situation (least squares, %s grades), not from sessions or tests. Limits: %.2f ± z × %.2f "
        "× √(%.2f / n), z = 1.96 (95%%, line) and 3.09 (99.8%%, dashed); %.2f is the dispersion "
        "(Spiegelhalter 2005). From n 5 on. Filled: n 30 or more."),
      n, fair->overall, fair->sd, fair->dispersion, fair->dispersion);
}

/**
 * loket_fair_words_hidden:
 *
 * Returns: (transfer full) (nullable): how many have too few grades to be shown; %NULL when
 *   nobody has
 */
char *
loket_fair_words_hidden (const LoketQuestionSummary *question)
{
  guint n_hidden = 0;

  for (guint i = 0; i < question->groups->len; i++)
    {
      const LoketGroupSummary *group = g_ptr_array_index (question->groups, i);

      if (loket_grouping_is_equal (&group->by, &question->fair->by))
        n_hidden += group->hidden;
    }
  if (n_hidden == 0)
    return NULL;

  /* Translators: how many counsellors or offices */
  return g_strdup_printf (_("Not shown: %u with too few grades. So few could be traced back to "
                            "persons; they do count in the calculation."),
                          n_hidden);
}
