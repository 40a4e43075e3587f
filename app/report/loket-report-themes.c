/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Writes what the answers in clients' own words are about. */

#include "loketten-config.h"

#include "loket-report-private.h"

#include "loket-option-chart.h"
#include "loket-theme-words.h"

#include <glib/gi18n-lib.h>

static gboolean
shows_any (const LoketThemes *themes)
{
  for (guint i = 0; i < loket_item_get_n_options (themes->item); i++)
    {
      if (themes->n_about[i] > 0 && !themes->hidden[i])
        return TRUE;
    }

  return FALSE;
}

/* Which themes are hidden, and why; NULL when none is. */
static char *
dup_hidden (const LoketThemes *themes,
            const char        *language)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < loket_item_get_n_options (themes->item); i++)
    {
      if (!themes->hidden[i])
        continue;
      if (names->len > 0)
        g_string_append (names, ", ");
      g_string_append (names, loket_texts_get (&loket_item_get_option (themes->item, i)->text,
                                               language));
    }
  if (names->len == 0)
    return NULL;

  /* Translators: names of themes */
  return g_strdup_printf (_("Hidden, with 1 to 4 answers or where those could be worked out: %s."),
                          names->str);
}

static void
write_themes (const LoketReportWriter *writer,
              const LoketThemes       *themes)
{
  g_autofree char *hidden = dup_hidden (themes, writer->language);

  loket_report_add_text (writer->report, LOKET_BLOCK_SUBHEADING,
                         loket_texts_get (&themes->item->text, writer->language));
  if (themes->is_kept)
    {
      loket_report_add_text (writer->report, LOKET_BLOCK_BODY,
                             _("Not shown: other figures of the same months left the program "
                               "before, and what 1 to 4 clients wrote about could be worked out "
                               "from both."));
      return;
    }

  loket_report_take_text (writer->report, LOKET_BLOCK_BODY, loket_themes_to_words (themes));
  if (!shows_any (themes))
    {
      loket_report_add_text (writer->report, LOKET_BLOCK_NOTE, hidden);
      return;
    }

  loket_report_take_chart (writer->report,
                           loket_option_chart_new_themes (writer->summary, themes,
                                                          writer->language), hidden);
}

/* Only what somebody wrote anything about. */
void
loket_report_write_themes (const LoketReportWriter *writer)
{
  const GPtrArray *themes = writer->annex != NULL ? writer->annex->themes : NULL;

  if (themes == NULL || themes->len == 0)
    return;

  loket_report_add_text (writer->report, LOKET_BLOCK_TOPIC, _("What clients wrote"));
  loket_report_add_text (writer->report, LOKET_BLOCK_HEADING, _("What it is about"));
  for (guint i = 0; i < themes->len; i++)
    write_themes (writer, g_ptr_array_index (themes, i));
}
