/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Which grade goes with what the records say of the trajectory: a link, never a cause. */

#include "loketten-config.h"

#include "loket-report-private.h"

#include "loket-difference-chart.h"
#include "loket-figures.h"
#include "loket-findings.h"

#include <glib/gi18n-lib.h>

/* What is known of the answers that are about no trajectory. */
typedef struct
{
  gboolean has_bands; /* any band of any fact is shown */
  gboolean is_hidden; /* how many they are */
  guint n;
} Nowhere;

/**
 * loket_report_add_drivers:
 *
 * Asks for the groups by what the records say of the trajectory that a response is about.
 */
void
loket_report_add_drivers (LoketRequest *request)
{
  for (guint i = 0; i < LOKET_N_FACTS; i++)
    loket_request_add_by (request, loket_fact_get_item (i)->id, NULL);
}

static Nowhere
find_nowhere (const LoketQuestionSummary *total)
{
  Nowhere nowhere = { FALSE, FALSE, 0 };

  for (guint i = 0; i < total->groups->len; i++)
    {
      const LoketGroupSummary *group = g_ptr_array_index (total->groups, i);

      if (group->by.kind != LOKET_GROUPING_FACT)
        continue;
      if (group->group != loket_facts_get_nowhere (group->by.item))
        nowhere.has_bands |= !group->hidden;
      else if (group->hidden)
        nowhere.is_hidden = TRUE;
      else
        nowhere.n = group->n;
    }

  return nowhere;
}

/**
 * loket_report_dup_drivers_lead:
 * @summary: of a request that loket_report_add_drivers() changed
 *
 * Returns: (transfer full): how many answers the figures rest on and how many they leave out, or
 *   why there are none
 */
char *
loket_report_dup_drivers_lead (const LoketSummary *summary)
{
  const LoketQuestionSummary *total = loket_report_find_total (summary);
  Nowhere nowhere = { FALSE, FALSE, 0 };
  g_autofree char *n = NULL;
  g_autofree char *left_out = NULL;

  if (total == NULL)
    return g_strdup (_("There are too few grades to compare."));

  nowhere = find_nowhere (total);
  if (!nowhere.has_bands)
    return g_strdup (_("Too few answers are about a trajectory that is recorded here."));
  if (nowhere.is_hidden)
    return g_strdup (_("A link, not a cause. A few answers are about no trajectory that is "
                       "recorded here; how many is hidden, and they count among all others."));

  n = loket_figure_count (total->n - nowhere.n);
  left_out = loket_figure_count (nowhere.n);
  if (nowhere.n == 0)
    /* Translators: a number of answers */
    return g_strdup_printf (_("A link, not a cause. All %s answers are about a trajectory that is "
                              "recorded here."), n);

  /* Translators: two numbers of answers */
  return g_strdup_printf (_("A link, not a cause. %s answers are about a trajectory that is "
                            "recorded here; the other %s are not, and do not count."),
                          n, left_out);
}

static void
add_driver (const LoketReportWriter    *writer,
            const LoketQuestionSummary *total,
            const LoketGrouping        *by,
            const LoketScale           *scale)
{
  loket_report_add_text (writer->report, LOKET_BLOCK_TOPIC,
                         loket_texts_get (&by->item->label, writer->language));
  loket_report_take_text (writer->report, LOKET_BLOCK_SUBHEADING,
                          loket_findings_grouping (total, by, writer->language));
  loket_report_take_chart (
      writer->report,
      loket_difference_chart_new (writer->summary, total, by, scale, writer->language),
      _("A link, not a cause. “Higher” and “lower”: than all others, Welch, two-sided 5%."));
}

/* Of the first grade, by every fact that was asked for. */
void
loket_report_write_drivers (const LoketReportWriter *writer)
{
  const LoketQuestionSummary *total = loket_report_find_total (writer->summary);
  const GArray *by = writer->summary->request->by;
  LoketScale scale;

  if (total == NULL || !find_nowhere (total).has_bands)
    return;

  loket_report_add_text (writer->report, LOKET_BLOCK_HEADING, _("What goes with the grade"));
  loket_report_take_text (writer->report, LOKET_BLOCK_LEAD,
                          loket_report_dup_drivers_lead (writer->summary));
  scale = loket_difference_chart_find_scale (total);
  for (guint i = 0; i < by->len; i++)
    {
      const LoketGrouping *grouping = &g_array_index (by, LoketGrouping, i);

      if (grouping->kind == LOKET_GROUPING_FACT)
        add_driver (writer, total, grouping, &scale);
    }
}
