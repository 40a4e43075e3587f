/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Says of each figure what it rests on; what is hidden says so. */

#include "loketten-config.h"

#include "loket-process-words.h"

#include "loket-findings.h"
#include "loket-process-charts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What clients notice. */
static const LoketProcessKind told[] = { LOKET_PROCESS_RESPONSE, LOKET_PROCESS_PROMISES,
                                         LOKET_PROCESS_RESULT, LOKET_PROCESS_DEBRIEF,
                                         LOKET_PROCESS_AFTERCARE };

static char *
dup_figure (const LoketProcessFigure *figure,
            LoketProcessKind          kind)
{
  gboolean is_whole = figure->median == floor (figure->median);
  g_autofree char *median = NULL;

  if (figure->is_hidden)
    return g_strdup (_("hidden: too few"));
  if (loket_process_kind_is_share (kind))
    /* Translators: how many were kept of how many were due */
    return g_strdup_printf (_("%u of %u"), figure->part, figure->n);
  if (figure->n == 0)
    return g_strdup (_("none yet"));

  median = g_strdup_printf (is_whole ? "%'.0f" : "%'.1f", figure->median);
  /* Translators: a number of days, a number of cases */
  return g_strdup_printf (_("median %s, n %u"), median, figure->n);
}

/**
 * loket_process_words_new:
 *
 * Returns: (transfer full) (element-type LoketFinding): a line for each kind of work that clients
 *   notice and that there was any of; of a hidden figure it says no more than that
 */
GPtrArray *
loket_process_words_new (const LoketProcessUnit *unit)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_finding_free);

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      const LoketProcessFigure *figure = &unit->figures[told[i]];
      g_autofree char *text = NULL;
      LoketFinding *line = NULL;

      if (loket_process_figure_is_empty (figure))
        continue;
      text = dup_figure (figure, told[i]);
      line = g_new0 (LoketFinding, 1);
      line->sentence = g_strdup_printf ("%s: %s", loket_process_chart_get_title (told[i]), text);
      line->note = loket_process_chart_dup_lead (told[i], figure->n_open);
      g_ptr_array_add (lines, line);
    }

  return lines;
}
