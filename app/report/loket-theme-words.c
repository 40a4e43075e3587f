/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Says how many wrote something, and of how many of them a theme is known. */

#include "loketten-config.h"

#include "loket-theme-words.h"

#include "loket-figures.h"

#include <glib/gi18n-lib.h>

static gboolean
hides_any (const LoketThemes *themes)
{
  for (guint i = 0; i < loket_item_get_n_options (themes->item); i++)
    {
      if (themes->hidden[i])
        return TRUE;
    }

  return FALSE;
}

/**
 * loket_themes_to_words:
 * @themes: of which one answer at least has a theme
 *
 * With a hidden theme it is not said how many answers have none, since what is hidden could be
 * worked out from it.
 *
 * Returns: (transfer full): how many answers there are, and how many of them have a theme
 */
char *
loket_themes_to_words (const LoketThemes *themes)
{
  guint n_coded = loket_themes_count_coded (themes);
  g_autofree char *n = loket_figure_count (themes->n);
  g_autofree char *coded = loket_figure_count (n_coded);

  if (n_coded == themes->n)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s answer, coded with one theme",
                                         "%s answers, each coded with one theme", themes->n), n);
  if (hides_any (themes))
    /* Translators: a number of answers */
    return g_strdup_printf (_("%s answers, some without a theme"), n);

  /* Translators: a number of answers, and how many of them */
  return g_strdup_printf (_("%s answers, of which %s coded with a theme"), n, coded);
}
