/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The audit of the tables by certain columns: every figure of them is a sum of the same atoms. */

#pragma once

#include "loket-audit-sums.h"

G_BEGIN_DECLS

typedef struct _LoketAuditSpace LoketAuditSpace;

LoketAuditSpace *loket_audit_space_new   (const LoketAuditCase   *audit,
                                          const GArray           *columns,
                                          const LoketItem        *item,
                                          LoketAuditPart          part);
void             loket_audit_space_free  (LoketAuditSpace        *space);
void             loket_audit_space_check (LoketAuditSpace        *space,
                                          LoketReleasedQuestion  *question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketAuditSpace, loket_audit_space_free)

G_END_DECLS
