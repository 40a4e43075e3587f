/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Adds up what agrees and what contradicts between two records.
 *
 * I. P. Fellegi and A. B. Sunter, A theory for record linkage, JASA 64 (1969) 1183-1210: each field
 * gives log2 (m / u), m being how often it agrees for the same person and u for two others, and the
 * sum is held against thresholds. The weights below are m and u as we estimate them for a Dutch
 * desk, not fitted:
 *
 *   family name     equal +7 (u 1/140), near +5, part +3, different -4 (who marries)
 *   given name      equal +5 (u 1/30), near or part of several +3.5, initial +1.5, different -6
 *   swapped names   +11 when given and family name agree crosswise
 *   date of birth   equal +14 (u 1/18,000: fifty years), two 1 January +9 (written when the day is
 *                   not known), day and month swapped +9, a typing error +7, different -6
 *   telephone +9, e-mail +11, postcode +5, its figures alone +1.5; different -0.5, -0.5, -1
 *
 * Fields are not independent, as the theory wants. Telephone, e-mail and postcode are shared by
 * people who live together: the strongest counts whole, the others half. And when the family name
 * agrees while the given name or the date of birth contradicts, as of twins or of father and son,
 * they all count for a quarter, since relatives explain them.
 *
 * A desk of 10,000 clients has prior odds of 2^-13 that a given other record is the same person: 16
 * is possible, 22 likely, and 30 as good as certain, if neither name nor date contradicts. */

#include "loket-likeness.h"

#include "loket-client.h"
#include "loket-date.h"
#include "loket-person-name.h"
#include "loket-text.h"

#include <string.h>

#define POSSIBLE 16
#define LIKELY   22
#define CERTAIN  30

#define MARGIN_OF_RELATIVES 0.25

struct _LoketPerson
{
  LoketPersonName *family_name;
  LoketPersonName *given_name;
  char *birth_date;  /* "" when it is not known */
  char *phone;       /* digits */
  char *email;       /* folded */
  char *postcode;    /* without spaces, in capitals */
};

/* What the comparing of one part says. */
typedef struct
{
  LoketAgreement family_name;
  LoketAgreement given_name;
  LoketAgreement birth_date;
  double score;
  double shared[3];  /* telephone, e-mail, postcode: only what agrees */
  guint reasons;
} Comparison;

static char *
squeeze_postcode (const char *postcode)
{
  g_autoptr (GString) squeezed = g_string_new (NULL);

  for (const char *p = postcode; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (squeezed, g_ascii_toupper (*p));
    }

  return g_string_free (g_steal_pointer (&squeezed), FALSE);
}

static const char *
get_text (const char *text)
{
  return text != NULL ? text : "";
}

/**
 * loket_person_new:
 * @facts: what is known of somebody
 *
 * Returns: (transfer full): the same, made ready to be compared with many
 */
LoketPerson *
loket_person_new (const LoketPersonFacts *facts)
{
  LoketPerson *self = g_new0 (LoketPerson, 1);
  g_autofree char *family_name = g_strconcat (get_text (facts->prefix), " ",
                                              get_text (facts->family_name), NULL);

  self->family_name = loket_person_name_new (family_name);
  self->given_name = loket_person_name_new (get_text (facts->given_name));
  self->birth_date = g_strdup (loket_date_is_valid (get_text (facts->birth_date))
                                 ? facts->birth_date : "");
  self->phone = loket_text_get_digits (get_text (facts->phone));
  self->email = g_utf8_casefold (get_text (facts->email), -1);
  self->postcode = squeeze_postcode (get_text (facts->postcode));

  return self;
}

/**
 * loket_person_new_from_draft:
 * @draft: the draft of a client, perhaps half typed
 *
 * Returns: (transfer full): the client, made ready to be compared with many
 */
LoketPerson *
loket_person_new_from_draft (const LoketDraft *draft)
{
  const LoketPersonFacts facts = {
    loket_draft_get_value (draft, LOKET_CLIENT_FAMILY_NAME),
    loket_draft_get_value (draft, LOKET_CLIENT_GIVEN_NAME),
    loket_draft_get_value (draft, LOKET_CLIENT_PREFIX),
    loket_draft_get_value (draft, LOKET_CLIENT_BIRTH_DATE),
    loket_draft_get_value (draft, LOKET_CLIENT_PHONE),
    loket_draft_get_value (draft, LOKET_CLIENT_EMAIL),
    loket_draft_get_value (draft, LOKET_CLIENT_POSTCODE),
  };

  return loket_person_new (&facts);
}

void
loket_person_free (LoketPerson *self)
{
  loket_person_name_free (self->family_name);
  loket_person_name_free (self->given_name);
  g_free (self->birth_date);
  g_free (self->phone);
  g_free (self->email);
  g_free (self->postcode);
  g_free (self);
}

/**
 * loket_person_may_be_named:
 *
 * A quick look before two of very many are compared.
 *
 * Returns: whether a word of one name begins as one of the other does
 */
gboolean
loket_person_may_be_named (const LoketPerson *a,
                           const LoketPerson *b)
{
  return ((loket_person_name_get_mask (a->family_name) | loket_person_name_get_mask (a->given_name))
          & (loket_person_name_get_mask (b->family_name)
             | loket_person_name_get_mask (b->given_name))) != 0;
}

static gboolean
is_alike (LoketAgreement agreement)
{
  return agreement == LOKET_AGREEMENT_EQUAL || agreement == LOKET_AGREEMENT_NEAR;
}

static double
weigh_family_name (LoketAgreement agreement)
{
  switch (agreement)
    {
    case LOKET_AGREEMENT_EQUAL: return 7;
    case LOKET_AGREEMENT_NEAR: return 5;
    case LOKET_AGREEMENT_PART: return 3;
    case LOKET_AGREEMENT_DIFFERENT: return -4;
    case LOKET_AGREEMENT_UNKNOWN:
    case LOKET_AGREEMENT_UNCLEAR:
    default: return 0;
    }
}

static double
weigh_given_name (LoketAgreement agreement,
                  gboolean       is_initial)
{
  switch (agreement)
    {
    case LOKET_AGREEMENT_EQUAL: return 5;
    case LOKET_AGREEMENT_NEAR: return 3.5;
    case LOKET_AGREEMENT_PART: return is_initial ? 1.5 : 3.5;
    case LOKET_AGREEMENT_DIFFERENT: return -6;
    case LOKET_AGREEMENT_UNKNOWN:
    case LOKET_AGREEMENT_UNCLEAR:
    default: return 0;
    }
}

static guint
explain_names (const Comparison *found)
{
  gboolean knows_given = found->given_name != LOKET_AGREEMENT_UNKNOWN;

  if (found->family_name == LOKET_AGREEMENT_EQUAL && found->given_name == LOKET_AGREEMENT_EQUAL)
    return LOKET_LIKENESS_SAME_NAME;
  if (is_alike (found->family_name) || found->family_name == LOKET_AGREEMENT_PART)
    {
      if (is_alike (found->given_name) || found->given_name == LOKET_AGREEMENT_PART)
        return LOKET_LIKENESS_SIMILAR_NAME;
      return !knows_given || found->family_name == LOKET_AGREEMENT_EQUAL
               ? LOKET_LIKENESS_SAME_FAMILY_NAME : 0;
    }

  return found->given_name == LOKET_AGREEMENT_EQUAL ? LOKET_LIKENESS_SAME_GIVEN_NAME : 0;
}

static gboolean
is_swapped (const LoketPerson *a,
            const LoketPerson *b)
{
  return is_alike (loket_person_name_compare (a->family_name, b->given_name))
         && is_alike (loket_person_name_compare (a->given_name, b->family_name));
}

static void
compare_names (Comparison        *found,
               const LoketPerson *a,
               const LoketPerson *b)
{
  gboolean is_initial = FALSE;

  found->family_name = loket_person_name_compare (a->family_name, b->family_name);
  found->given_name = loket_person_name_compare (a->given_name, b->given_name);
  if (!is_alike (found->family_name) && !is_alike (found->given_name) && is_swapped (a, b))
    {
      found->family_name = found->given_name = LOKET_AGREEMENT_NEAR;
      found->score = 11;
      found->reasons = LOKET_LIKENESS_SWAPPED_NAME;
      return;
    }

  if (found->given_name == LOKET_AGREEMENT_PART)
    is_initial = loket_person_name_is_initial (a->given_name)
                 || loket_person_name_is_initial (b->given_name);
  found->score = weigh_family_name (found->family_name)
                 + weigh_given_name (found->given_name, is_initial);
  found->reasons = explain_names (found);
}

static gboolean
has_swapped_day_and_month (const char *a,
                           const char *b)
{
  return strncmp (a, b, 4) == 0 && strncmp (a + 5, b + 8, 2) == 0 && strncmp (a + 8, b + 5, 2) == 0;
}

/* One figure is another, or two neighbours have changed places. */
static gboolean
is_typing_error (const char *a,
                 const char *b)
{
  int first = -1, last = -1;

  for (int i = 0; i < LOKET_DATE_LENGTH; i++)
    {
      if (a[i] == b[i])
        continue;
      first = first < 0 ? i : first;
      last = i;
    }

  return first == last
         || (last <= first + 2 && a[first] == b[last] && a[last] == b[first]
             && (last == first + 1 || a[first + 1] == '-'));
}

static void
compare_birth_dates (Comparison *found,
                     const char *a,
                     const char *b)
{
  found->birth_date = LOKET_AGREEMENT_UNKNOWN;
  if (*a == '\0' || *b == '\0')
    return;

  found->birth_date = LOKET_AGREEMENT_NEAR;
  if (g_str_equal (a, b))
    {
      found->birth_date = LOKET_AGREEMENT_EQUAL;
      found->score += g_str_has_suffix (a, "-01-01") ? 9 : 14;
      found->reasons |= LOKET_LIKENESS_SAME_BIRTH_DATE;
    }
  else if (has_swapped_day_and_month (a, b))
    {
      found->score += 9;
      found->reasons |= LOKET_LIKENESS_SWAPPED_BIRTH_DATE;
    }
  else if (is_typing_error (a, b))
    {
      found->score += 7;
      found->reasons |= LOKET_LIKENESS_SIMILAR_BIRTH_DATE;
    }
  else
    {
      found->birth_date = LOKET_AGREEMENT_DIFFERENT;
      found->score -= 6;
    }
}

static void
compare_addresses (Comparison        *found,
                   const LoketPerson *a,
                   const LoketPerson *b)
{
  if (strlen (a->phone) > 5 && strlen (b->phone) > 5)
    {
      if (g_str_equal (a->phone, b->phone))
        found->shared[0] = 9;
      else
        found->score -= 0.5;
    }
  if (*a->email != '\0' && *b->email != '\0')
    {
      if (g_str_equal (a->email, b->email))
        found->shared[1] = 11;
      else
        found->score -= 0.5;
    }
  if (strlen (a->postcode) > 3 && strlen (b->postcode) > 3)
    {
      if (g_str_equal (a->postcode, b->postcode))
        found->shared[2] = strlen (a->postcode) > 4 ? 5 : 1.5;
      else if (strncmp (a->postcode, b->postcode, 4) == 0)
        found->shared[2] = 1.5;
      else
        found->score -= 1;
    }

  found->reasons |= found->shared[0] > 0 ? LOKET_LIKENESS_SAME_PHONE : 0;
  found->reasons |= found->shared[1] > 0 ? LOKET_LIKENESS_SAME_EMAIL : 0;
  found->reasons |= found->shared[2] > 1.5 ? LOKET_LIKENESS_SAME_POSTCODE : 0;
}

/* The strongest whole, the others half; of relatives a quarter of that. */
static double
weigh_addresses (const Comparison *found)
{
  gboolean is_related = is_alike (found->family_name) || found->family_name == LOKET_AGREEMENT_PART;
  gboolean contradicts = found->given_name == LOKET_AGREEMENT_DIFFERENT
                         || found->birth_date == LOKET_AGREEMENT_DIFFERENT;
  double sum = found->shared[0] + found->shared[1] + found->shared[2];
  double most = MAX (MAX (found->shared[0], found->shared[1]), found->shared[2]);
  double weight = most + (sum - most) / 2;

  return is_related && contradicts ? MARGIN_OF_RELATIVES * weight : weight;
}

static LoketLikenessLevel
find_level (const Comparison *found)
{
  if (found->score < POSSIBLE)
    return LOKET_LIKENESS_NONE;
  if (found->score < LIKELY)
    return LOKET_LIKENESS_POSSIBLE;

  return found->score >= CERTAIN && is_alike (found->family_name) && is_alike (found->given_name)
         && found->birth_date == LOKET_AGREEMENT_EQUAL
           ? LOKET_LIKENESS_CERTAIN : LOKET_LIKENESS_LIKELY;
}

/**
 * loket_likeness_compare:
 * @a: somebody
 * @b: somebody, perhaps the same
 *
 * Adds the weights that are told at the top of this file. It does not matter which of the two comes
 * first.
 *
 * Returns: how likely it is that they are the same person, in bits, and why
 */
LoketLikeness
loket_likeness_compare (const LoketPerson *a,
                        const LoketPerson *b)
{
  Comparison found = { LOKET_AGREEMENT_UNKNOWN, };

  compare_names (&found, a, b);
  compare_birth_dates (&found, a->birth_date, b->birth_date);
  compare_addresses (&found, a, b);
  found.score += weigh_addresses (&found);

  return (LoketLikeness) { found.score, find_level (&found), found.reasons };
}
