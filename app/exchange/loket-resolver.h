/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Puts ids in the place of the numbers by which files refer to records. */

#pragma once

#include "loket-database.h"
#include "loket-draft.h"

G_BEGIN_DECLS

typedef struct _LoketResolver LoketResolver;

LoketResolver      *loket_resolver_new         (const LoketKind  *kind);
void                loket_resolver_free        (LoketResolver    *self);
gboolean            loket_resolver_resolve     (LoketResolver    *self,
                                                LoketDatabase    *database,
                                                LoketDraft       *draft,
                                                guint            *field,
                                                GError          **error);
const char *const  *loket_resolver_get_offices (LoketResolver    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketResolver, loket_resolver_free)

G_END_DECLS
