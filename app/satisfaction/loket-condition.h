/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Something that must hold of the other answers: for a question to be asked, or to be counted. */

#pragma once

#include "loket-questionnaire-version.h"

G_BEGIN_DECLS

typedef struct
{
  const LoketItem    *item; /* (nullable) borrowed: whose answer decides */
  const LoketDerived *derived; /* (nullable) borrowed: or whose group */
  guint64             codes; /* a bit for each code, or each option or group by its number, of
                              * which one must be there */
  int                 least; /* of a number instead: from here ... */
  int                 most; /* ... to here */
} LoketCondition;

const char *loket_condition_get_id (const LoketCondition            *condition);
gboolean    loket_condition_known  (const LoketCondition            *condition,
                                    const LoketQuestionnaireVersion *version,
                                    const char                      *answers);
gboolean    loket_condition_holds  (const LoketCondition            *condition,
                                    const LoketQuestionnaireVersion *version,
                                    const char                      *answers);

G_END_DECLS
