/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Finds clients who may be the same person: by what they have in common, each by an index. */

#pragma once

#include "loket-database.h"
#include "loket-likeness.h"

G_BEGIN_DECLS

/**
 * LoketLikenessKey:
 *
 * What clients have in common to be compared at all.
 */
typedef enum
{
  LOKET_LIKENESS_BY_BIRTH_DATE,
  LOKET_LIKENESS_BY_POSTCODE,
  LOKET_LIKENESS_BY_PHONE,
  LOKET_LIKENESS_BY_EMAIL,
  LOKET_LIKENESS_N_KEYS
} LoketLikenessKey;

/**
 * LoketCandidate:
 * @id: the id of a client
 * @key: (nullable): the value that others have too
 * @person: what of the client is compared
 */
typedef struct
{
  char *id;
  char *key;
  LoketPerson *person;
} LoketCandidate;

void       loket_candidate_free         (LoketCandidate     *candidate);

GPtrArray *loket_likeness_table_find    (LoketDatabase      *database,
                                         const LoketDraft   *draft,
                                         GError            **error);
gboolean   loket_likeness_table_read    (LoketDatabase      *database,
                                         LoketLikenessKey    key,
                                         const char         *after,
                                         guint               n_wanted,
                                         GPtrArray         **candidates,
                                         char              **last,
                                         guint              *n_read,
                                         GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketCandidate, loket_candidate_free)

G_END_DECLS
