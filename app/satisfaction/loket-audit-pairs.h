/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Whose answers stand in the figures of those who answered in two waves. */

#pragma once

#include "loket-audit-sums.h"

G_BEGIN_DECLS

/* The answers before, or after, behind one figure of a release. */
typedef struct
{
  guint   release;
  guint   grouping; /* of the release */
  guint   value; /* of the grouping: which two waves */
  guint8 *marks; /* (owned) by row: whether it is one of them */
} LoketAuditPairs;

gboolean   loket_audit_pairs_has_any (const LoketAuditCase *audit,
                                      const char           *question);
GPtrArray *loket_audit_pairs_find    (const LoketAuditCase *audit,
                                      const LoketItem      *item,
                                      LoketAuditPart        part);

G_END_DECLS
