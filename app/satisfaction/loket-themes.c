/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the open answers to a question are about: how many were coded with each theme. */

#include "loket-themes.h"

#include <string.h>

#include "loket-disclosure.h"
#include "loket-open-text.h"

/**
 * loket_themes_new:
 * @item: an open question that has themes
 *
 * Returns: (transfer full): that nobody wrote anything; to be freed with g_free ()
 */
LoketThemes *
loket_themes_new (const LoketItem *item)
{
  LoketThemes *themes = g_new0 (LoketThemes, 1);

  themes->item = item;
  return themes;
}

/**
 * loket_themes_add:
 * @text: an answer, with the theme that it was coded with
 */
void
loket_themes_add (LoketThemes *themes,
                  const char  *text)
{
  int theme = -1;

  loket_open_text_split (themes->item, text, &theme);
  themes->n++;
  if (theme >= 0)
    themes->n_about[theme]++;
}

/**
 * loket_themes_count_coded:
 *
 * Returns: how many answers have a theme
 */
guint
loket_themes_count_coded (const LoketThemes *themes)
{
  guint n_coded = 0;

  for (guint i = 0; i < loket_item_get_n_options (themes->item); i++)
    n_coded += themes->n_about[i];
  return n_coded;
}

/**
 * loket_themes_hide:
 *
 * Hides themes as groups are hidden: each of 1 to 4 answers, and the smallest beside them where it
 * could be worked out. Answers without a theme are a group that is never shown.
 */
void
loket_themes_hide (LoketThemes *themes)
{
  guint n_themes = loket_item_get_n_options (themes->item);
  guint counts[LOKET_ITEM_MAX_OPTIONS + 1] = { 0 };
  gboolean hidden[LOKET_ITEM_MAX_OPTIONS + 1] = { FALSE };

  memcpy (counts, themes->n_about, n_themes * sizeof *counts);
  counts[n_themes] = themes->n - loket_themes_count_coded (themes);
  loket_disclosure_hide_groups (counts, n_themes + 1, hidden);
  memcpy (themes->hidden, hidden, n_themes * sizeof *hidden);
}

/**
 * loket_themes_write:
 *
 * Returns: (transfer full): the figures that are shown, as the ledger keeps them, in one line:
 *   `themes`, the id of the question, how many wrote, and how many of each theme; `-` when hidden
 */
char *
loket_themes_write (const LoketThemes *themes)
{
  GString *line = g_string_new (NULL);

  g_string_append_printf (line, "themes\t%s\t%u", themes->item->id, themes->n);
  for (guint i = 0; i < loket_item_get_n_options (themes->item); i++)
    {
      if (themes->hidden[i])
        g_string_append (line, "\t-");
      else
        g_string_append_printf (line, "\t%u", themes->n_about[i]);
    }
  g_string_append_c (line, '\n');
  return g_string_free (line, FALSE);
}
