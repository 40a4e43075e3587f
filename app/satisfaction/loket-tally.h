/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How often each answer was given, in all and in each group, counted in one pass over a frame. */

#pragma once

#include "loket-selection.h"

G_BEGIN_DECLS

typedef struct _LoketTally LoketTally;

LoketTally    *loket_tally_new             (LoketFrame             *frame,
                                            const LoketSelection   *selection,
                                            const GPtrArray        *items,
                                            const GArray           *groupings);
void           loket_tally_free            (LoketTally             *tally);

guint          loket_tally_get_n_responses (const LoketTally       *tally);
const guint32 *loket_tally_get_total       (const LoketTally       *tally,
                                            const LoketItem        *item,
                                            guint                   option);
const guint32 *loket_tally_get_group       (const LoketTally       *tally,
                                            const LoketItem        *item,
                                            guint                   option,
                                            guint                   grouping,
                                            guint                   group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketTally, loket_tally_free)

G_END_DECLS
