/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Counsellors without a name share one row, in which each is a dot. */

#include "loketten-config.h"

#include "loket-process-charts.h"

#include "loket-dot-chart.h"
#include "loket-kept-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Dots of minutes would else stand on top of each other. */
#define MINUTES_STEP 10

static const struct
{
  const char *title;
  const char *lead;
} topics[LOKET_N_PROCESS_KINDS] = {
  [LOKET_PROCESS_RESPONSE] = { N_("Days to the first response"),
                               N_("Working days after the sign-up.") },
  [LOKET_PROCESS_PROMISES] = { N_("Promises on time"),
                               N_("Done on or before the promised day.") },
  [LOKET_PROCESS_RESULT] = { N_("Waiting for the result of a test"),
                             N_("Working days from the test to its result.") },
  [LOKET_PROCESS_DEBRIEF] = { N_("Waiting for the talk about the result"),
                              N_("Working days from the result to its discussion.") },
  [LOKET_PROCESS_SESSIONS] = { N_("Sessions per trajectory"), N_("Held until it was closed.") },
  [LOKET_PROCESS_MINUTES] = { N_("Minutes per trajectory"),
                              N_("Recorded minutes of sessions until it was closed.") },
  [LOKET_PROCESS_AFTERCARE] = { N_("After-care as wanted"),
                                N_("The client was reached on or before the day.") },
  [LOKET_PROCESS_NO_SHOWS] = { N_("Not shown up"),
                               N_("Appointments to which the client did not come.") },
};

/* What a chart is made from; the rows borrow from it. */
typedef struct
{
  const LoketProcess *process;
  LoketProcessKind kind;
  GArray *dots;    /* (owned) of LoketDot, of all rows */
  GArray *others;  /* (owned) of double: medians or shares of those without a name */
} Maker;

/**
 * loket_process_chart_get_title:
 *
 * Returns: (transfer none): what the chart of @kind is about, in the language of the program
 */
const char *
loket_process_chart_get_title (LoketProcessKind kind)
{
  return _(topics[kind].title);
}

/* What took no known number of days would be left out in silence. */
static char *
format_open (LoketProcessKind kind,
             guint            n_open)
{
  if (n_open == 0)
    return NULL;
  if (kind == LOKET_PROCESS_RESPONSE)
    return g_strdup_printf (ngettext ("%u got no response yet and does not count.",
                                      "%u got no response yet and do not count.", n_open), n_open);
  if (kind == LOKET_PROCESS_RESULT)
    return g_strdup_printf (ngettext ("%u has no result yet and does not count.",
                                      "%u have no result yet and do not count.", n_open), n_open);

  return g_strdup_printf (ngettext ("%u was not discussed yet and does not count.",
                                    "%u were not discussed yet and do not count.", n_open),
                          n_open);
}

/**
 * loket_process_chart_dup_lead:
 * @n_open: how many cases became due and are not done
 *
 * Returns: (transfer full): how it is counted, and what is not counted because it is not done, in
 *   the language of the program
 */
char *
loket_process_chart_dup_lead (LoketProcessKind kind,
                              guint            n_open)
{
  g_autofree char *open = format_open (kind, n_open);

  return g_strjoin (" ", _(topics[kind].lead), open, NULL);
}

/**
 * loket_process_charts_count_open:
 *
 * Returns: how many cases of those who are shown by name became due and are not done
 */
guint
loket_process_charts_count_open (const LoketProcess *process,
                                 LoketProcessKind    kind)
{
  guint n_open = 0;

  for (guint i = 0; i < process->units->len; i++)
    {
      const LoketProcessUnit *unit = process->units->pdata[i];

      if (unit->counsellor != NULL || unit->office != NULL)
        n_open += unit->figures[kind].n_open;
    }

  return n_open;
}

/**
 * loket_process_charts_has_any:
 *
 * Returns: whether there is anything of @kind, be it hidden
 */
gboolean
loket_process_charts_has_any (const LoketProcess *process,
                              LoketProcessKind    kind)
{
  for (guint i = 0; i < process->units->len; i++)
    {
      const LoketProcessUnit *unit = process->units->pdata[i];

      if (!loket_process_figure_is_empty (&unit->figures[kind]))
        return TRUE;
    }

  return FALSE;
}

static const char *
get_label (const LoketProcess     *process,
           const LoketProcessUnit *unit)
{
  return process->by_office ? unit->office : unit->counsellor;
}

static const char *
get_hidden_words (const LoketProcessFigure *figure)
{
  if (figure->is_hidden)
    return _("hidden: too few");

  return figure->n == 0 ? _("none") : NULL;
}

static void
add_other (Maker                    *maker,
           const LoketProcessFigure *figure)
{
  double value = loket_process_kind_is_share (maker->kind) ? (double) figure->part / figure->n
                                                           : figure->median;

  if (!figure->is_hidden && figure->n > 0)
    g_array_append_val (maker->others, value);
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

static LoketDrawing *
create_shares (Maker *maker)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (LoketKeptRow));
  const GPtrArray *units = maker->process->units;

  for (guint i = 0; i < units->len; i++)
    {
      const LoketProcessUnit *unit = units->pdata[i];
      const LoketProcessFigure *figure = &unit->figures[maker->kind];
      const LoketKeptRow row = { get_label (maker->process, unit), get_hidden_words (figure),
                                 figure->part, figure->n, NULL, 0 };

      if (row.label != NULL)
        g_array_append_val (rows, row);
      else
        add_other (maker, figure);
    }
  g_array_sort (maker->others, compare_values);
  if (maker->others->len > 0)
    {
      const LoketKeptRow row = { C_("chart", "other offices"), NULL, 0, 0,
                                 (const double *) (gpointer) maker->others->data,
                                 maker->others->len };

      g_array_append_val (rows, row);
    }

  return loket_kept_chart_new (_(topics[maker->kind].title),
                               maker->process->by_office ? "office" : "counsellor",
                               (const LoketKeptRow *) (gpointer) rows->data, rows->len);
}

/* Values that fall together become one dot. */
static void
add_dot (Maker  *maker,
         guint   first,
         double  value,
         guint   count)
{
  LoketDot dot = { value, count };
  LoketDot *last = maker->dots->len > first
                       ? &g_array_index (maker->dots, LoketDot, maker->dots->len - 1)
                       : NULL;

  if (maker->kind == LOKET_PROCESS_MINUTES)
    dot.value = MINUTES_STEP * floor (value / MINUTES_STEP + 0.5);
  if (last != NULL && last->value == dot.value)
    last->count += count;
  else
    g_array_append_val (maker->dots, dot);
}

static guint
add_spread (Maker        *maker,
            const GArray *spread)
{
  guint first = maker->dots->len;

  for (guint i = 0; spread != NULL && i < spread->len; i++)
    {
      const LoketProcessCount *count = &g_array_index (spread, LoketProcessCount, i);

      add_dot (maker, first, count->value, count->count);
    }

  return maker->dots->len - first;
}

static void
add_others (Maker  *maker,
            GArray *rows)
{
  LoketDotRow row = { .label = C_("chart", "other offices"), .median = NAN };
  guint first = maker->dots->len;

  if (maker->others->len == 0)
    return;

  g_array_sort (maker->others, compare_values);
  for (guint i = 0; i < maker->others->len; i++)
    add_dot (maker, first, g_array_index (maker->others, double, i), 1);
  row.n = maker->others->len;
  row.n_dots = maker->dots->len - first;
  g_array_append_val (rows, row);
}

static LoketDrawing *
create_medians (Maker *maker)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (LoketDotRow));
  double norm = maker->process->agreed[maker->kind];
  /* Translators: what the office agreed on, such as a number of days. */
  g_autofree char *norm_name = g_strdup_printf (_("agreed: %.0f"), norm);
  const LoketDotTopic about = { _(topics[maker->kind].title),
                                maker->process->by_office ? "office" : "counsellor", norm,
                                isnan (norm) ? NULL : norm_name };
  const GPtrArray *units = maker->process->units;
  guint place = 0;

  for (guint i = 0; i < units->len; i++)
    {
      const LoketProcessUnit *unit = units->pdata[i];
      const LoketProcessFigure *figure = &unit->figures[maker->kind];
      LoketDotRow row = { .label = get_label (maker->process, unit),
                          .hidden = get_hidden_words (figure),
                          .median = figure->median,
                          .p80 = figure->p80,
                          .n = figure->n };

      if (row.label == NULL)
        add_other (maker, figure);
      else
        {
          row.n_dots = add_spread (maker, unit->spreads[maker->kind]);
          g_array_append_val (rows, row);
        }
    }
  add_others (maker, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      LoketDotRow *row = &g_array_index (rows, LoketDotRow, i);

      row->dots = &g_array_index (maker->dots, LoketDot, place);
      place += row->n_dots;
    }

  return loket_dot_chart_new (&about, (const LoketDotRow *) (gpointer) rows->data, rows->len);
}

/**
 * loket_process_chart_new:
 *
 * Returns: (transfer full): the chart of @kind: shares of what was due, or each case as a dot with
 *   the median
 */
LoketDrawing *
loket_process_chart_new (const LoketProcess *process,
                         LoketProcessKind    kind)
{
  Maker maker = { process, kind, g_array_new (FALSE, FALSE, sizeof (LoketDot)),
                  g_array_new (FALSE, FALSE, sizeof (double)) };
  LoketDrawing *drawing = loket_process_kind_is_share (kind) ? create_shares (&maker)
                                                             : create_medians (&maker);

  g_array_unref (maker.dots);
  g_array_unref (maker.others);

  return drawing;
}
