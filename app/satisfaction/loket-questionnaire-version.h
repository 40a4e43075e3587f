/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The items that a questionnaire has from a year on, and where their answers stand. */

#pragma once

#include "loket-item.h"

G_BEGIN_DECLS

typedef struct
{
  int        from; /* the first year */
  GPtrArray *items; /* (owned) of borrowed LoketItem, in the order in which they are asked */
  GArray    *offsets; /* (owned) of guint: the place of each item's first character */
  GPtrArray *derived; /* (owned) of borrowed LoketDerived that have a place behind the answers */
  GArray    *derived_offsets; /* (owned) of guint */
  guint      width; /* of all answers together, in characters */
} LoketQuestionnaireVersion;

LoketQuestionnaireVersion *
                 loket_questionnaire_version_new         (int                              from);
void             loket_questionnaire_version_free        (LoketQuestionnaireVersion       *version);
void             loket_questionnaire_version_add_item    (LoketQuestionnaireVersion       *version,
                                                          const LoketItem                 *item);
void             loket_questionnaire_version_add_derived (LoketQuestionnaireVersion       *version,
                                                          const LoketDerived              *derived);
guint            loket_questionnaire_version_get_n_items (const LoketQuestionnaireVersion *version);
const LoketItem *loket_questionnaire_version_get_item    (const LoketQuestionnaireVersion *version,
                                                          guint                            index);
guint            loket_questionnaire_version_get_offset  (const LoketQuestionnaireVersion *version,
                                                          guint                            index);
int              loket_questionnaire_version_find        (const LoketQuestionnaireVersion *version,
                                                          const LoketItem                 *item);
const char      *loket_questionnaire_version_get_place   (const LoketQuestionnaireVersion *version,
                                                          const LoketItem                 *item,
                                                          const char                      *answers);
const char      *loket_questionnaire_version_get_derived_place
                                                         (const LoketQuestionnaireVersion *version,
                                                          const LoketDerived              *derived,
                                                          const char                      *answers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketQuestionnaireVersion, loket_questionnaire_version_free)

G_END_DECLS
