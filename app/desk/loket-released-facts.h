/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * In which bands of the records each response was when figures by them left the program. */

#pragma once

#include "loket-response-facts.h"

G_BEGIN_DECLS

typedef struct _LoketReleasedFacts LoketReleasedFacts;

LoketReleasedFacts *loket_released_facts_new    (void);
void                loket_released_facts_free   (LoketReleasedFacts       *self);
void                loket_released_facts_read   (LoketReleasedFacts       *self,
                                                 const char               *tables,
                                                 guint64                   at);
char               *loket_released_facts_finish (LoketReleasedFacts       *self,
                                                 LoketDatabase            *database,
                                                 const char               *questionnaire,
                                                 GError                  **error);
gboolean            loket_released_facts_is_any (const LoketReleasedFacts *self);
const guint8       *loket_released_facts_get    (const LoketReleasedFacts *self,
                                                 const char               *response,
                                                 guint64                   at);
gboolean            loket_released_facts_turn   (const LoketReleasedFacts *self,
                                                 const char               *response,
                                                 guint                     number,
                                                 guint64                  *at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketReleasedFacts, loket_released_facts_free)

G_END_DECLS
