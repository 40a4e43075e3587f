/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the records say of the trajectories that responses are about, at the time of the survey. */

#pragma once

#include "loket-database.h"
#include "loket-facts.h"

G_BEGIN_DECLS

typedef struct _LoketResponseFacts LoketResponseFacts;

LoketResponseFacts *loket_response_facts_load (LoketDatabase             *database,
                                               const char                *questionnaire,
                                               GError                   **error);
void                loket_response_facts_free (LoketResponseFacts        *self);
const guint8       *loket_response_facts_get  (LoketResponseFacts        *self,
                                               const char                *response,
                                               int                        month);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketResponseFacts, loket_response_facts_free)

G_END_DECLS
