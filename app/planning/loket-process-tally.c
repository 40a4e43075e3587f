/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How the work went: what came in a period, in days, counts and shares, for each unit. */

#include "loket-process-tally.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "loket-assessment-stage.h"

/* Working days are counted from here, day after day, as far as dates go that occur. */
#define FIRST_DAY "2000-01-01"

struct _LoketProcessTally
{
  const LoketRules *rules; /* borrowed: outlives us */
  char *from; /* YYYY-MM-DD */
  char *until;
  guint n_units;
  GArray **values; /* (owned) of int, by unit and kind */
  guint *n_open; /* (owned) likewise: what became due and is not done */
  int first_day;
  GArray *worked; /* (owned) of int: how many working days there were up to each day */
  GHashTable *due; /* (owned) LoketDateText by rule and day */
};

/**
 * loket_process_kind_is_share:
 *
 * Returns: whether it is told how many of the cases were so, else how much they were
 */
gboolean
loket_process_kind_is_share (LoketProcessKind kind)
{
  return kind == LOKET_PROCESS_PROMISES || kind == LOKET_PROCESS_AFTERCARE
         || kind == LOKET_PROCESS_NO_SHOWS;
}

/**
 * loket_process_kind_is_in_days:
 *
 * Returns: whether it is how many working days something took, which may not be done yet
 */
gboolean
loket_process_kind_is_in_days (LoketProcessKind kind)
{
  return kind == LOKET_PROCESS_RESPONSE || kind == LOKET_PROCESS_RESULT
         || kind == LOKET_PROCESS_DEBRIEF;
}

/**
 * loket_process_figure_is_empty:
 *
 * Returns: whether there was nothing to be counted; what is hidden is not empty
 */
gboolean
loket_process_figure_is_empty (const LoketProcessFigure *figure)
{
  return !figure->is_hidden && figure->n == 0 && figure->n_open == 0;
}

/**
 * loket_process_tally_new:
 * @rules: what the office agreed on; must outlive the tally
 * @n_units: of how many counsellors or offices
 * @from: the first day of the period, YYYY-MM-DD
 * @until: the last day; what becomes due after it is not counted
 *
 * Returns: (transfer full): a tally of nothing
 */
LoketProcessTally *
loket_process_tally_new (const LoketRules *rules,
                         guint             n_units,
                         const char       *from,
                         const char       *until)
{
  LoketProcessTally *self = g_new0 (LoketProcessTally, 1);

  self->rules = rules;
  self->from = g_strdup (from);
  self->until = g_strdup (until);
  self->n_units = n_units;
  self->values = g_new0 (GArray *, n_units * LOKET_N_PROCESS_KINDS);
  self->n_open = g_new0 (guint, n_units * LOKET_N_PROCESS_KINDS);
  for (guint i = 0; i < n_units * LOKET_N_PROCESS_KINDS; i++)
    self->values[i] = g_array_new (FALSE, FALSE, sizeof (int));
  self->first_day = loket_date_get_day (FIRST_DAY);
  self->worked = g_array_new (FALSE, FALSE, sizeof (int));
  self->due = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);

  return self;
}

void
loket_process_tally_free (LoketProcessTally *self)
{
  for (guint i = 0; i < self->n_units * LOKET_N_PROCESS_KINDS; i++)
    g_array_unref (self->values[i]);
  g_free (self->values);
  g_free (self->n_open);
  g_array_unref (self->worked);
  g_hash_table_unref (self->due);
  g_free (self->from);
  g_free (self->until);
  g_free (self);
}

static gboolean
is_in_period (const LoketProcessTally *self,
              const char              *date)
{
  return strncmp (date, self->from, LOKET_DATE_LENGTH) >= 0
         && strncmp (date, self->until, LOKET_DATE_LENGTH) <= 0;
}

static void
add_value (LoketProcessTally *self,
           guint              unit,
           LoketProcessKind   kind,
           int                value)
{
  g_array_append_val (self->values[unit * LOKET_N_PROCESS_KINDS + kind], value);
}

static int
count_worked (LoketProcessTally *self,
              const char        *date)
{
  const LoketWorkingDays *days = loket_rules_get_days (self->rules, NULL);
  int day = loket_date_get_day (date) - self->first_day;

  for (int i = (int) self->worked->len; i <= day; i++)
    {
      LoketDateText text = loket_date_from_day (self->first_day + i);
      int worked = i > 0 ? g_array_index (self->worked, int, i - 1) : 0;

      worked += loket_working_days_is_working_day (days, text.text) ? 1 : 0;
      g_array_append_val (self->worked, worked);
    }

  return day >= 0 ? g_array_index (self->worked, int, day) : 0;
}

static LoketRule
get_rule (LoketProcessKind kind)
{
  if (kind == LOKET_PROCESS_RESPONSE)
    return LOKET_RULE_RESPOND;

  return kind == LOKET_PROCESS_RESULT ? LOKET_RULE_RESULT : LOKET_RULE_DISCUSS;
}

/* Thousands of cases begin on the same day. */
static const char *
get_due (LoketProcessTally *self,
         LoketProcessKind   kind,
         const char        *since)
{
  int key = loket_date_get_day (since) * LOKET_N_PROCESS_KINDS + (int) kind;
  LoketDateText *due = g_hash_table_lookup (self->due, GINT_TO_POINTER (key));

  if (due == NULL)
    {
      LoketDateText found = loket_rules_get_due (self->rules, NULL, get_rule (kind), since);

      due = g_memdup2 (&found, sizeof found);
      g_hash_table_insert (self->due, GINT_TO_POINTER (key), due);
    }

  return due->text;
}

/**
 * loket_process_tally_add_days:
 * @unit: whose it is
 * @kind: one of those in days
 * @since: when it began, YYYY-MM-DD
 * @done: (nullable): when it was done; what was not done took no known number of days, and is
 *   counted apart
 *
 * Adds the working days of the office that something took, in the period in which it became due by
 * the rules of the office.
 */
void
loket_process_tally_add_days (LoketProcessTally *self,
                              guint              unit,
                              LoketProcessKind   kind,
                              const char        *since,
                              const char        *done)
{
  if (!is_in_period (self, get_due (self, kind, since)))
    return;

  if (done == NULL)
    self->n_open[unit * LOKET_N_PROCESS_KINDS + kind]++;
  else
    add_value (self, unit, kind,
               strcmp (done, since) > 0 ? count_worked (self, done) - count_worked (self, since)
                                        : 0);
}

/**
 * loket_process_tally_add_number:
 * @on: the day that decides on the period, YYYY-MM-DD
 * @number: sessions or minutes
 */
void
loket_process_tally_add_number (LoketProcessTally *self,
                                guint              unit,
                                LoketProcessKind   kind,
                                const char        *on,
                                guint              number)
{
  if (is_in_period (self, on))
    add_value (self, unit, kind, (int) number);
}

/**
 * loket_process_tally_add_case:
 * @on: the day or moment that decides on the period
 * @is_part: whether the case counts as kept, or as one to which nobody came
 */
void
loket_process_tally_add_case (LoketProcessTally *self,
                              guint              unit,
                              LoketProcessKind   kind,
                              const char        *on,
                              gboolean           is_part)
{
  if (is_in_period (self, on))
    add_value (self, unit, kind, is_part ? 1 : 0);
}

/**
 * loket_process_tally_add_promised:
 * @kind: promises or after-care
 * @due: the day that was promised at first, YYYY-MM-DD
 * @done: (nullable): when it was done as it should be
 *
 * Adds what somebody was to do on a day. It is kept when it was done on the day or before, or on
 * the next working day when the office is closed then.
 */
void
loket_process_tally_add_promised (LoketProcessTally *self,
                                  guint              unit,
                                  LoketProcessKind   kind,
                                  const char        *due,
                                  const char        *done)
{
  LoketDateText last;

  if (!is_in_period (self, due))
    return;

  last = loket_working_days_move_on (loket_rules_get_days (self->rules, NULL), due);
  add_value (self, unit, kind, done != NULL && strcmp (done, last.text) <= 0);
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/**
 * loket_process_tally_get:
 *
 * Returns: the figure, not hidden; quantiles are those of loket_stage_days_get_quantile ()
 */
LoketProcessFigure
loket_process_tally_get (const LoketProcessTally *self,
                         guint                    unit,
                         LoketProcessKind         kind)
{
  GArray *values = self->values[unit * LOKET_N_PROCESS_KINDS + kind];
  LoketProcessFigure figure = { .n = values->len, .median = NAN, .p80 = NAN };

  figure.n_open = self->n_open[unit * LOKET_N_PROCESS_KINDS + kind];
  for (guint i = 0; loket_process_kind_is_share (kind) && i < values->len; i++)
    figure.part += (guint) g_array_index (values, int, i);
  if (loket_process_kind_is_share (kind) || values->len == 0)
    return figure;

  g_array_sort (values, compare_values);
  figure.median = loket_stage_days_get_quantile ((const int *) (gpointer) values->data,
                                                 values->len, 0.5);
  figure.p80 = loket_stage_days_get_quantile ((const int *) (gpointer) values->data, values->len,
                                              0.8);

  return figure;
}

/**
 * loket_process_tally_get_spread:
 *
 * Returns: (transfer full) (nullable) (element-type LoketProcessCount): how often each value
 *   occurred, from the lowest on; NULL of a share
 */
GArray *
loket_process_tally_get_spread (const LoketProcessTally *self,
                                guint                    unit,
                                LoketProcessKind         kind)
{
  GArray *values = self->values[unit * LOKET_N_PROCESS_KINDS + kind];
  GArray *spread;

  if (loket_process_kind_is_share (kind))
    return NULL;

  spread = g_array_new (FALSE, FALSE, sizeof (LoketProcessCount));
  g_array_sort (values, compare_values);
  for (guint i = 0; i < values->len; i++)
    {
      LoketProcessCount count = { g_array_index (values, int, i), 1 };

      if (i > 0 && count.value == g_array_index (values, int, i - 1))
        g_array_index (spread, LoketProcessCount, spread->len - 1).count++;
      else
        g_array_append_val (spread, count);
    }

  return spread;
}
