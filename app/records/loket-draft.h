/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A record being made or changed: a plain value without widgets and without a store. */

#pragma once

#include "loket-codes.h"
#include "loket-record.h"

G_BEGIN_DECLS

/**
 * LoketChecks:
 * @today: the day on which the draft is checked, YYYY-MM-DD
 * @codes: the office's lists
 *
 * What validation needs to know of the world.
 */
struct _LoketChecks
{
  const char *today;
  LoketCodes *codes;
};

LoketDraft      *loket_draft_new             (const LoketKind    *kind);
LoketDraft      *loket_draft_new_from_record (LoketRecord        *record);
LoketDraft      *loket_draft_copy            (const LoketDraft   *draft);
void             loket_draft_free            (LoketDraft         *draft);
const LoketKind *loket_draft_get_kind        (const LoketDraft   *draft);
const char      *loket_draft_get_id          (const LoketDraft   *draft);
void             loket_draft_set_id          (LoketDraft         *draft,
                                              const char         *id);
gint64           loket_draft_get_version     (const LoketDraft   *draft);
LoketRecord     *loket_draft_get_record      (const LoketDraft   *draft);
gboolean         loket_draft_is_new          (const LoketDraft   *draft);
const char      *loket_draft_get_value       (const LoketDraft   *draft,
                                              guint               field);
const char      *loket_draft_get_text        (const LoketDraft   *draft,
                                              guint               field);
void             loket_draft_clear           (LoketDraft         *draft);
void             loket_draft_set_value       (LoketDraft         *draft,
                                              guint               field,
                                              const char         *value);
void             loket_draft_set_integer     (LoketDraft         *draft,
                                              guint               field,
                                              int                 value);
void             loket_draft_set_flag        (LoketDraft         *draft,
                                              guint               field,
                                              gboolean            value);
void             loket_draft_complete        (LoketDraft         *draft);
gboolean         loket_draft_validate        (const LoketDraft   *draft,
                                              const LoketChecks  *checks,
                                              guint              *field,
                                              GError            **error);
gboolean         loket_draft_equal           (const LoketDraft   *a,
                                              const LoketDraft   *b);
gboolean         loket_draft_differs_from    (const LoketDraft   *draft,
                                              LoketRecord        *record,
                                              guint               field);
int              loket_draft_find_conflict   (const LoketDraft   *draft,
                                              LoketRecord        *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketDraft, loket_draft_free)

G_END_DECLS
