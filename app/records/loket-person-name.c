/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Folds names, leaves prefixes out, and measures how far two names are apart. */

#include "loket-person-name.h"

#include "loket-family-name.h"
#include "loket-text.h"

#include <string.h>

/* What lies behind these many letters says nothing more about who somebody is. */
#define MOST_LETTERS 40

/* From which Jaro-Winkler similarity two names are a typing error apart, and below which they are
 * clearly different. */
#define NEAR    0.90
#define UNCLEAR 0.80

struct _LoketPersonName
{
  GStrv words;                     /* folded, without prefixes unless there is nothing else */
  gunichar letters[MOST_LETTERS];  /* of all words, without spaces */
  guint n_letters;
  guint64 mask;                    /* a bit for how each word begins */
};

/* Dijk and Dyk, Meijer and Meyer are the same name in different registers. */
static char *
fold_name (const char *typed)
{
  char *folded = loket_text_fold (typed);
  char *to = folded;

  for (const char *from = folded; *from != '\0'; from++)
    {
      gboolean is_ij = from[0] == 'i' && from[1] == 'j';

      *to++ = is_ij ? 'y' : *from;
      if (is_ij)
        from++;
    }
  *to = '\0';

  return folded;
}

static GStrv
drop_particles (GStrv words)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0' && !loket_family_name_is_particle (words[i]))
        g_ptr_array_add (kept, words[i]);
    }
  if (kept->len == 0)
    return g_strdupv (words);
  g_ptr_array_add (kept, NULL);

  return g_strdupv ((char **) kept->pdata);
}

static void
add_letters (LoketPersonName *self,
             const char      *word)
{
  gunichar first = g_utf8_get_char (word);
  gunichar second = g_utf8_get_char (g_utf8_next_char (word));

  self->mask |= G_GUINT64_CONSTANT (1) << ((first * 31 + second * 7) % 64);
  for (const char *p = word; *p != '\0' && self->n_letters < MOST_LETTERS; p = g_utf8_next_char (p))
    self->letters[self->n_letters++] = g_utf8_get_char (p);
}

/**
 * loket_person_name_new:
 * @typed: a family or a given name as it is stored, perhaps empty
 *
 * Returns: (transfer full): the name without case, accents and prefixes
 */
LoketPersonName *
loket_person_name_new (const char *typed)
{
  LoketPersonName *self = g_new0 (LoketPersonName, 1);
  g_autofree char *folded = fold_name (typed);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  self->words = drop_particles (words);
  for (guint i = 0; self->words[i] != NULL; i++)
    {
      if (*self->words[i] != '\0')
        add_letters (self, self->words[i]);
    }

  return self;
}

void
loket_person_name_free (LoketPersonName *self)
{
  g_strfreev (self->words);
  g_free (self);
}

/**
 * loket_person_name_get_mask:
 *
 * Returns: a bit for the first two letters of each word: names without a bit in common are hardly
 *   the same name
 */
guint64
loket_person_name_get_mask (const LoketPersonName *self)
{
  return self->mask;
}

/**
 * loket_person_name_is_initial:
 *
 * Returns: whether only the first letter is known
 */
gboolean
loket_person_name_is_initial (const LoketPersonName *self)
{
  return self->n_letters == 1;
}

/* The letters of @a that @b has at about the same place; marks those of @b in @used. */
static guint
count_matches (const LoketPersonName *a,
               const LoketPersonName *b,
               gboolean              *matched,
               gboolean              *used)
{
  int window = MAX ((int) MAX (a->n_letters, b->n_letters) / 2 - 1, 0);
  guint n = 0;

  for (int i = 0; i < (int) a->n_letters; i++)
    {
      for (int j = MAX (i - window, 0); j < MIN (i + window + 1, (int) b->n_letters); j++)
        {
          if (used[j] || a->letters[i] != b->letters[j])
            continue;
          matched[i] = used[j] = TRUE;
          n++;
          break;
        }
    }

  return n;
}

static guint
count_transposed (const LoketPersonName *a,
                  const LoketPersonName *b,
                  const gboolean        *matched,
                  const gboolean        *used)
{
  guint n = 0;
  guint j = 0;

  for (guint i = 0; i < a->n_letters; i++)
    {
      if (!matched[i])
        continue;
      while (!used[j])
        j++;
      n += a->letters[i] != b->letters[j++];
    }

  return n / 2;
}

/**
 * loket_person_name_get_jaro_winkler:
 *
 * M. A. Jaro, Advances in record-linkage methodology, JASA 84 (1989) 414-420: with m letters in
 * common, at most half the longer name less one apart, and t of them in another order,
 * (m / |a| + m / |b| + (m - t) / m) / 3; raised as W. E. Winkler does (Survey Research Methods,
 * ASA 1990) by a tenth of the rest for each of up to four letters with which both begin.
 *
 * Returns: from 0, nothing in common, to 1, the same
 */
double
loket_person_name_get_jaro_winkler (const LoketPersonName *a,
                                    const LoketPersonName *b)
{
  gboolean matched[MOST_LETTERS] = { FALSE };
  gboolean used[MOST_LETTERS] = { FALSE };
  guint n_first = 0;
  double m, t, jaro;

  if (a->n_letters == 0 || b->n_letters == 0)
    return 0;

  m = count_matches (a, b, matched, used);
  if (m < 1)
    return 0;

  t = count_transposed (a, b, matched, used);
  jaro = (m / a->n_letters + m / b->n_letters + (m - t) / m) / 3;
  while (n_first < 4 && n_first < a->n_letters && n_first < b->n_letters
         && a->letters[n_first] == b->letters[n_first])
    n_first++;

  return jaro + n_first * 0.1 * (1 - jaro);
}

static gboolean
is_equal (const LoketPersonName *a,
          const LoketPersonName *b)
{
  return a->n_letters == b->n_letters
         && memcmp (a->letters, b->letters, a->n_letters * sizeof (gunichar)) == 0;
}

/* Jan and Jan Peter; Bakker and de Vries-Bakker. */
static gboolean
has_common_word (const LoketPersonName *a,
                 const LoketPersonName *b)
{
  for (guint i = 0; a->words[i] != NULL; i++)
    {
      if (g_utf8_strlen (a->words[i], -1) > 2
          && g_strv_contains ((const char *const *) b->words, a->words[i]))
        return TRUE;
    }

  return FALSE;
}

/**
 * loket_person_name_compare:
 *
 * Returns: how far the two names agree
 */
LoketAgreement
loket_person_name_compare (const LoketPersonName *a,
                           const LoketPersonName *b)
{
  double similarity;

  if (a->n_letters == 0 || b->n_letters == 0)
    return LOKET_AGREEMENT_UNKNOWN;
  if (is_equal (a, b))
    return LOKET_AGREEMENT_EQUAL;
  if (a->n_letters == 1 || b->n_letters == 1)
    return a->letters[0] == b->letters[0] ? LOKET_AGREEMENT_PART : LOKET_AGREEMENT_DIFFERENT;
  if (has_common_word (a, b))
    return LOKET_AGREEMENT_PART;

  similarity = loket_person_name_get_jaro_winkler (a, b);
  if (similarity >= NEAR)
    return LOKET_AGREEMENT_NEAR;

  return similarity >= UNCLEAR ? LOKET_AGREEMENT_UNCLEAR : LOKET_AGREEMENT_DIFFERENT;
}
