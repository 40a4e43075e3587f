/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How likely it is that two records are about the same person. */

#pragma once

#include "loket-draft.h"

G_BEGIN_DECLS

typedef struct _LoketPerson LoketPerson;

/**
 * LoketPersonFacts:
 *
 * What of a client is compared, as it is stored; each may be NULL.
 */
typedef struct
{
  const char *family_name;
  const char *given_name;
  const char *prefix;
  const char *birth_date;
  const char *phone;
  const char *email;
  const char *postcode;
} LoketPersonFacts;

/**
 * LoketLikenessReason:
 * @LOKET_LIKENESS_SAME_NAME: family and given name agree
 * @LOKET_LIKENESS_SIMILAR_NAME: they nearly agree, or one is an initial or a part of the other
 * @LOKET_LIKENESS_SWAPPED_NAME: they agree when given and family name change places
 * @LOKET_LIKENESS_SAME_FAMILY_NAME: the family name agrees, the given name does not
 * @LOKET_LIKENESS_SAME_GIVEN_NAME: the given name agrees, the family name does not
 * @LOKET_LIKENESS_SAME_BIRTH_DATE: so it is
 * @LOKET_LIKENESS_SWAPPED_BIRTH_DATE: day and month have changed places
 * @LOKET_LIKENESS_SIMILAR_BIRTH_DATE: one figure is different, or two have changed places
 * @LOKET_LIKENESS_SAME_PHONE: however it is written
 * @LOKET_LIKENESS_SAME_EMAIL: so it is
 * @LOKET_LIKENESS_SAME_POSTCODE: so it is
 *
 * Why two records are thought to be about the same person.
 */
typedef enum
{
  LOKET_LIKENESS_SAME_NAME = 1 << 0,
  LOKET_LIKENESS_SIMILAR_NAME = 1 << 1,
  LOKET_LIKENESS_SWAPPED_NAME = 1 << 2,
  LOKET_LIKENESS_SAME_FAMILY_NAME = 1 << 3,
  LOKET_LIKENESS_SAME_GIVEN_NAME = 1 << 4,
  LOKET_LIKENESS_SAME_BIRTH_DATE = 1 << 5,
  LOKET_LIKENESS_SWAPPED_BIRTH_DATE = 1 << 6,
  LOKET_LIKENESS_SIMILAR_BIRTH_DATE = 1 << 7,
  LOKET_LIKENESS_SAME_PHONE = 1 << 8,
  LOKET_LIKENESS_SAME_EMAIL = 1 << 9,
  LOKET_LIKENESS_SAME_POSTCODE = 1 << 10
} LoketLikenessReason;

/**
 * LoketLikenessLevel:
 * @LOKET_LIKENESS_NONE: nothing to speak of
 * @LOKET_LIKENESS_POSSIBLE: worth a look: also twins, and who has another given name at hand
 * @LOKET_LIKENESS_LIKELY: more likely than not
 * @LOKET_LIKENESS_CERTAIN: as good as certain: name, date of birth and something else agree
 */
typedef enum
{
  LOKET_LIKENESS_NONE,
  LOKET_LIKENESS_POSSIBLE,
  LOKET_LIKENESS_LIKELY,
  LOKET_LIKENESS_CERTAIN
} LoketLikenessLevel;

/**
 * LoketLikeness:
 * @score: the sum of the weights, in bits
 * @level: what that means
 * @reasons: what agrees: of #LoketLikenessReason
 */
typedef struct
{
  double score;
  LoketLikenessLevel level;
  guint reasons;
} LoketLikeness;

LoketPerson  *loket_person_new            (const LoketPersonFacts *facts);
LoketPerson  *loket_person_new_from_draft (const LoketDraft       *draft);
void          loket_person_free           (LoketPerson            *self);
gboolean      loket_person_may_be_named   (const LoketPerson      *a,
                                           const LoketPerson      *b);

LoketLikeness loket_likeness_compare      (const LoketPerson      *a,
                                           const LoketPerson      *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketPerson, loket_person_free)

G_END_DECLS
