/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Compares folded words, and cuts a text around the first of them that was sought. */

#include "loket-excerpt.h"

#include "loket-text.h"

#include <string.h>

/* From so many letters on, the beginning of a word is enough. */
#define SHORTEST_BEGINNING 3

/* Letters that may stand before the first hit; that are kept of more; and in all. */
#define MOST_BEFORE 36
#define LEAD 24
#define MOST_LETTERS 120

/* More words than anybody types to find a client. */
#define MOST_SOUGHT 8

/**
 * loket_excerpt_split:
 * @text: what a person typed to find something
 *
 * Returns: (transfer full): its words, folded, without single letters: they are in every note
 */
GStrv
loket_excerpt_split (const char *text)
{
  g_autofree char *folded = loket_text_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr (GStrvBuilder) sought = g_strv_builder_new ();

  for (guint i = 0, n = 0; words[i] != NULL && n < MOST_SOUGHT; i++)
    {
      if (g_utf8_strlen (words[i], -1) < 2)
        continue;

      /* "vd" stands for van de, van den and van der alike. */
      g_strv_builder_add (sought, g_str_equal (words[i], "vd") ? "van" : words[i]);
      n++;
    }

  return g_strv_builder_end (sought);
}

/**
 * loket_excerpt_matches:
 * @word: a word of a text, folded
 * @sought: a word of loket_excerpt_split ()
 *
 * Returns: whether @word begins with @sought; of two letters, whether it is the same
 */
gboolean
loket_excerpt_matches (const char *word,
                       const char *sought)
{
  if (g_utf8_strlen (sought, SHORTEST_BEGINNING * 4) < SHORTEST_BEGINNING)
    return g_str_equal (word, sought);

  return g_str_has_prefix (word, sought);
}

static gboolean
matches_any (const char        *folded,
             const char *const *sought)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint w = 0; words[w] != NULL; w++)
    {
      for (guint i = 0; sought[i] != NULL; i++)
        {
          if (loket_excerpt_matches (words[w], sought[i]))
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * loket_excerpt_count:
 * @text: a text
 * @sought: (array zero-terminated=1): words of loket_excerpt_split ()
 *
 * Returns: how many of the words that are sought stand in @text
 */
guint
loket_excerpt_count (const char        *text,
                     const char *const *sought)
{
  g_autofree char *folded = loket_text_fold (text);
  guint n = 0;

  for (guint i = 0; sought[i] != NULL; i++)
    {
      const char *const one[] = { sought[i], NULL };

      if (matches_any (folded, one))
        n++;
    }

  return n;
}

/* The signs that loket_text_fold () keeps or leaves out inside a word. */
static gboolean
is_in_word (gunichar character)
{
  return g_unichar_isalnum (character) || g_unichar_ismark (character) || character == '\''
         || character == 0x2019 || character == '.';
}

static const char *
find_word_end (const char *word)
{
  while (*word != '\0' && is_in_word (g_utf8_get_char (word)))
    word = g_utf8_next_char (word);

  return word;
}

/* The first word from @text on that is sought; NULL when there is none. A full stop at its end is
 * not part of it. */
static const char *
find_hit (const char         *text,
          const char *const  *sought,
          const char        **end)
{
  while (*text != '\0')
    {
      g_autofree char *word = NULL;
      g_autofree char *folded = NULL;
      const char *start = text;

      text = find_word_end (start);
      if (text == start)
        {
          text = g_utf8_next_char (text);
          continue;
        }

      word = g_strndup (start, (gsize) (text - start));
      folded = loket_text_fold (word);
      *end = text;
      while (*end > start && (*end)[-1] == '.')
        (*end)--;
      if (matches_any (folded, sought))
        return start;
    }

  return NULL;
}

/* The beginning of the text or of a word before the hit. */
static const char *
find_beginning (const char *text,
                const char *hit)
{
  const char *start = hit;

  if (g_utf8_strlen (text, hit - text) <= MOST_BEFORE)
    return text;

  for (guint i = 0; i < LEAD && start > text; i++)
    start = g_utf8_prev_char (start);
  while (start < hit && start[-1] != ' ')
    start = g_utf8_next_char (start);

  return start;
}

/* A long text is cut behind a word, unless it has no words to speak of. */
static char *
cut (const char *start)
{
  const char *end = start;
  const char *space = NULL;

  for (guint i = 0; i < MOST_LETTERS && *end != '\0'; i++)
    {
      if (*end == ' ' && i > MOST_LETTERS / 2)
        space = end;
      end = g_utf8_next_char (end);
    }
  if (*end == '\0')
    return g_strdup (start);
  if (space != NULL)
    end = space;

  return g_strndup (start, (gsize) (end - start));
}

static void
mark_hits (LoketExcerpt      *self,
           const char *const *sought)
{
  const char *end = self->text;
  const char *hit;

  while ((hit = find_hit (end, sought, &end)) != NULL)
    {
      const LoketExcerptHit place = { (guint) (hit - self->text), (guint) (end - self->text) };

      g_array_append_val (self->hits, place);
    }
}

/**
 * loket_excerpt_new:
 * @text: a text
 * @sought: (array zero-terminated=1): words of loket_excerpt_split ()
 *
 * Returns: (transfer full): the part of @text around the first word that is sought; its beginning
 *   when none is
 */
LoketExcerpt *
loket_excerpt_new (const char        *text,
                   const char *const *sought)
{
  LoketExcerpt *self = g_new0 (LoketExcerpt, 1);
  g_autofree char *line = loket_text_clean (text, FALSE);
  g_autofree char *part = NULL;
  const char *end = NULL;
  const char *hit = find_hit (line, sought, &end);
  const char *start = hit != NULL ? find_beginning (line, hit) : line;

  part = cut (start);
  self->text = g_strconcat (start > line ? "… " : "", part,
                            strlen (part) < strlen (start) ? " …" : "", NULL);
  self->hits = g_array_new (FALSE, FALSE, sizeof (LoketExcerptHit));
  mark_hits (self, sought);

  return self;
}

void
loket_excerpt_free (LoketExcerpt *self)
{
  g_free (self->text);
  g_array_unref (self->hits);
  g_free (self);
}
