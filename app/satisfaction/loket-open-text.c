/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Points at too much rather than at too little: who reviews decides. */

#include "loket-open-text.h"

#include <string.h>

#include "loket-text.h"

/* So many digits are a telephone number, or another number by which a person is known. */
#define NUMBER_DIGITS 6
/* Shorter words than this are names only with a capital letter. */
#define NAME_LENGTH 4

static const char *const titles[] = { "mevrouw", "mevr", "mw", "meneer", "mijnheer", "dhr", "heer",
                                      "juffrouw", "collega", "adviseur", "consulent", "coach",
                                      "begeleider", "mrs", "ms", "mr", "miss" };
static const char *const prefixes[] = { "van", "de", "den", "der", "het", "ten", "ter", "te", "el",
                                        "al", "von", "la", "le", "op", "in", "t" };
/* Capital letters in the midst of a sentence that name nobody. */
static const char *const places[] = { "leerwerkloket", "leerwerkloketten", "loket", "nederland",
                                      "nederlands", "nederlandse", "engels", "google", "internet",
                                      "linkedin", "word", "excel", "windows", "europa", "duits" };

/**
 * loket_open_text_split:
 * @item: an open item
 * @text: an answer to it
 * @theme: (out): the number of the option that says what it is about, or -1
 *
 * An answer that somebody coded begins with the code of its theme: "3: They never called."
 *
 * Returns: (transfer none): the answer without the code, in @text
 */
const char *
loket_open_text_split (const LoketItem *item,
                       const char      *text,
                       int             *theme)
{
  const char *colon = strchr (text, ':');

  *theme = -1;
  if (colon == NULL || item->options->len == 0)
    return text;

  *theme = loket_item_find_option (item, text, (gsize) (colon - text));
  if (*theme < 0)
    return text;

  colon++;
  while (*colon == ' ')
    colon++;

  return colon;
}

/* An e-mail address and a telephone number are one word. */
static gboolean
is_in_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '\'' || c == 0x2019 || c == '-'
         || c == '@' || c == '_' || c == '+';
}

/* A dot belongs to a word when another character of it follows: "a.b@c.nl". */
static gboolean
goes_on (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return is_in_word (c)
         || (c == '.' && g_unichar_isalnum (g_utf8_get_char (g_utf8_next_char (at))));
}

static guint
count_digits (const char *word)
{
  guint n = 0;

  for (const char *p = word; *p != '\0'; p++)
    n += g_ascii_isdigit (*p) ? 1 : 0;

  return n;
}

static gboolean
is_one_of (const char        *word,
           const char *const *words,
           gsize              n_words)
{
  for (gsize i = 0; i < n_words; i++)
    {
      if (g_str_equal (word, words[i]))
        return TRUE;
    }

  return FALSE;
}

/* "Anna" and "O'Neill", and not "UWV". */
static gboolean
is_capitalised (const char *word)
{
  gunichar first = g_utf8_get_char (word);
  gunichar second = g_utf8_get_char (g_utf8_next_char (word));

  return g_unichar_isupper (first)
         && (g_unichar_islower (second) || second == '\'' || second == 0x2019);
}

/* What is known when a word is looked at. */
typedef struct
{
  GHashTable *names; /* (nullable): folded */
  gboolean begins;   /* a sentence */
  gboolean follows;  /* a title, or a name */
} Reading;

static gboolean
is_name (const Reading *reading,
         const char    *word,
         const char    *folded)
{
  gboolean is_known = reading->names != NULL && g_hash_table_contains (reading->names, folded);

  if (is_one_of (folded, prefixes, G_N_ELEMENTS (prefixes)))
    return FALSE;
  if (!is_capitalised (word))
    return is_known && g_utf8_strlen (folded, -1) >= NAME_LENGTH;
  if (is_one_of (folded, places, G_N_ELEMENTS (places))
      || is_one_of (folded, titles, G_N_ELEMENTS (titles)))
    return FALSE;

  return is_known || reading->follows || !reading->begins;
}

static gboolean
look_at_word (Reading    *reading,
              const char *word)
{
  g_autofree char *folded = loket_text_fold (word);
  gboolean is_hint = FALSE;

  if (strchr (word, '@') != NULL || count_digits (word) >= NUMBER_DIGITS)
    return TRUE;

  is_hint = is_name (reading, word, folded);
  reading->follows = is_hint || is_one_of (folded, titles, G_N_ELEMENTS (titles))
                     || (reading->follows
                         && is_one_of (folded, prefixes, G_N_ELEMENTS (prefixes)));
  reading->begins = FALSE;

  return is_hint;
}

/* "06 1234 5678" is one number. */
static void
join_numbers (GArray     *words,
              const char *text)
{
  for (guint i = 0; i < words->len; i++)
    {
      guint digits = 0;
      guint last = i;

      for (guint k = i; k < words->len; k++)
        {
          const LoketOpenWord *word = &g_array_index (words, LoketOpenWord, k);
          const char *from = g_utf8_offset_to_pointer (text, word->start);
          g_autofree char *part
            = g_strndup (from, (gsize) (g_utf8_offset_to_pointer (text, word->end) - from));

          if (count_digits (part) == 0)
            break;
          digits += count_digits (part);
          last = k;
        }
      for (guint k = i; digits >= NUMBER_DIGITS && k <= last; k++)
        g_array_index (words, LoketOpenWord, k).is_hint = TRUE;
    }
}

/**
 * loket_open_text_words:
 * @text: an open answer
 * @names: (nullable): a set of names, folded with loket_text_fold ()
 *
 * Returns: (transfer full) (element-type LoketOpenWord): its words, in order
 */
GArray *
loket_open_text_words (const char *text,
                       GHashTable *names)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (LoketOpenWord));
  Reading reading = { names, TRUE, FALSE };
  guint position = 0;

  for (const char *p = text; *p != '\0';)
    {
      const char *from = p;
      LoketOpenWord word = { position, position, FALSE };
      g_autofree char *copy = NULL;

      for (; *p != '\0' && goes_on (p); p = g_utf8_next_char (p))
        word.end++;
      if (word.end > word.start)
        {
          copy = g_strndup (from, (gsize) (p - from));
          word.is_hint = look_at_word (&reading, copy);
          g_array_append_val (words, word);
          position = word.end;
          continue;
        }
      if (strchr (".!?\n:", *p) != NULL)
        reading.begins = TRUE;
      if (strchr ("!?\n,;", *p) != NULL)
        reading.follows = FALSE;
      p = g_utf8_next_char (p);
      position++;
    }
  join_numbers (words, text);

  return words;
}
