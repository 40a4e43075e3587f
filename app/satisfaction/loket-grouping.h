/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What responses can be grouped by: office, counsellor, a single choice, a derived group. */

#pragma once

#include "loket-questionnaire.h"

G_BEGIN_DECLS

typedef enum
{
  LOKET_GROUPING_OFFICE,
  LOKET_GROUPING_COUNSELLOR,
  LOKET_GROUPING_ITEM,
  LOKET_GROUPING_DERIVED,
  LOKET_GROUPING_WAVE,
  LOKET_GROUPING_FACT
} LoketGroupingKind;

/* A small value, to be copied; what it points to belongs to the questionnaire. */
typedef struct
{
  LoketGroupingKind   kind;
  const LoketItem    *item; /* (nullable) the choice, also that of a derived group or a fact */
  const LoketDerived *derived; /* (nullable) */
} LoketGrouping;

gboolean    loket_grouping_find      (LoketQuestionnaire   *questionnaire,
                                      const char           *id,
                                      LoketGrouping        *grouping,
                                      GError              **error);
const GArray *
            loket_grouping_get_options
                                     (const LoketGrouping  *grouping);
const char *loket_grouping_get_id    (const LoketGrouping  *grouping);
LoketGrouping
            loket_grouping_get_base  (const LoketGrouping  *grouping);
gboolean    loket_grouping_is_person (const LoketGrouping  *grouping);
gboolean    loket_grouping_is_equal  (const LoketGrouping  *one,
                                      const LoketGrouping  *other);

G_END_DECLS
