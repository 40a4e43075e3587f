/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tells the prefix of a family name from the name itself. */

#include "loket-family-name.h"

#include "loket-text.h"

/* Folded, as the table of prefixes of the Dutch population register begins, with those that are
 * common in names from elsewhere. */
static const char *const particles[] = {
  "aan", "al", "bij", "d", "da", "de", "del", "den", "der", "des", "di", "do", "dos", "du", "el",
  "het", "in", "la", "le", "les", "op", "s", "t", "te", "ten", "ter", "tot", "uit", "v", "van",
  "vd", "von", "zu", "zum", "zur", NULL
};

/**
 * loket_family_name_is_particle:
 * @word: a folded word, as loket_text_fold () gives
 *
 * Returns: whether the word alone says little about who somebody is: "van", "der", "el"
 */
gboolean
loket_family_name_is_particle (const char *word)
{
  return g_strv_contains (particles, word);
}

/* "v/d" and "v.d." are one word to a person. */
static gboolean
is_particle (const char *word)
{
  g_autofree char *folded = loket_text_fold (word);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (!loket_family_name_is_particle (parts[i]))
        return FALSE;
    }

  return *folded != '\0';
}

static gboolean
begins_small (const char *word)
{
  return !g_unichar_isupper (g_utf8_get_char (word));
}

static GStrv
split_words (const char *typed)
{
  g_autofree char *clean = loket_text_clean (typed, FALSE);
  g_auto (GStrv) words = g_strsplit (clean, " ", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0')
        g_strv_builder_add (kept, words[i]);
    }

  return g_strv_builder_end (kept);
}

/* "Van der Berg" begins as a name does at the start of a sentence; "Van Nguyen" and "De Smet" are
 * names as they stand. */
static guint
count_prefix_words (char **words)
{
  guint n_words = g_strv_length (words);
  guint n = 0;

  while (n + 1 < n_words && is_particle (words[n])
         && (begins_small (words[n])
             || (n == 0 && n + 2 < n_words && begins_small (words[1]) && is_particle (words[1]))))
    n++;

  return n;
}

/**
 * loket_family_name_split:
 * @typed: a family name as somebody typed it: "van der Berg", "'t Hart"
 * @prefix: (out) (transfer full): the words in front: "van der"
 * @family_name: (out) (transfer full): what the name is sorted under: "Berg"
 *
 * Only words that begin small are taken for a prefix, and never the last word.
 *
 * Returns: whether there is a prefix; if not, nothing is set
 */
gboolean
loket_family_name_split (const char  *typed,
                         char       **prefix,
                         char       **family_name)
{
  g_auto (GStrv) words = split_words (typed);
  guint n = count_prefix_words (words);
  g_autoptr (GString) before = g_string_new (NULL);

  if (n == 0 || is_particle (words[n]))
    return FALSE;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (before, "%s%s", i > 0 ? " " : "", words[i]);
  *prefix = g_utf8_strdown (before->str, -1);
  *family_name = g_strjoinv (" ", words + n);

  return TRUE;
}
