/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Groups made from answers: options taken together, such as a level of education, or a count of
 * what holds, such as the number of vulnerabilities.
 *
 * A group has a number from 1. The code of a respondent is the number of the group, or where one
 * can be in several groups a bit for each (1 for the first); 0 is not known, or in no group. */

#pragma once

#include "loket-condition.h"

G_BEGIN_DECLS

/* Of groups that overlap: their combinations are counted. */
#define LOKET_DERIVED_MAX_OVERLAPPING 7

struct _LoketDerived
{
  char            *id; /* (owned) */
  LoketTexts       text;
  const LoketItem *from; /* (nullable) borrowed: the questionnaire owns it; NULL for a count */
  GArray          *groups; /* (owned) of LoketOption */
  guint8           group_of[LOKET_ITEM_MAX_CODES]; /* of a single choice without overlap: number by
                                                    * code of the item, 0 none */
  gboolean         overlaps; /* one can be in several groups */
  GArray          *members; /* (owned) of guint64: of each group that overlaps its options */
  GArray          *conditions; /* (owned) of LoketCondition: what is counted */
  gboolean         has_column; /* its code is kept with the answers, and can be given by a file */
};

LoketDerived *loket_derived_new         (void);
void          loket_derived_free        (LoketDerived                    *derived);

guint         loket_derived_get_width   (const LoketDerived              *derived);
guint         loket_derived_get_n_codes (const LoketDerived              *derived);
guint         loket_derived_get_code    (const LoketDerived              *derived,
                                         const LoketQuestionnaireVersion *version,
                                         const char                      *answers);
guint         loket_derived_work_out    (const LoketDerived              *derived,
                                         const LoketQuestionnaireVersion *version,
                                         const char                      *answers,
                                         gboolean                        *is_known);
gboolean      loket_derived_encode      (const LoketDerived              *derived,
                                         const char                      *text,
                                         gsize                            length,
                                         char                            *place,
                                         GError                         **error);
guint         loket_derived_decode      (const LoketDerived              *derived,
                                         const char                      *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketDerived, loket_derived_free)

G_END_DECLS
