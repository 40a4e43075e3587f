/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Groups made by taking options of an item together, such as a level of education. */

#pragma once

#include "loket-item.h"

G_BEGIN_DECLS

typedef struct
{
  char            *id; /* (owned) */
  LoketTexts       text;
  const LoketItem *from; /* borrowed: the questionnaire owns it */
  GArray          *groups; /* (owned) of LoketOption */
  guint8           group_of[LOKET_ITEM_MAX_CODES]; /* number + 1 by code of the item, 0 none */
} LoketDerived;

LoketDerived *loket_derived_new  (const LoketItem *from);
void          loket_derived_free (LoketDerived    *derived);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketDerived, loket_derived_free)

G_END_DECLS
