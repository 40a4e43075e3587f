/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Which events were open and which had the focus, while their rows are made anew. */

#pragma once

#include "loket-event-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _LoketEventStanding LoketEventStanding;

LoketEventStanding *loket_event_standing_new     (GtkWidget          *timeline,
                                                  GPtrArray          *rows);
LoketEventRow      *loket_event_standing_restore (LoketEventStanding *self,
                                                  GPtrArray          *rows);
void                loket_event_standing_free    (LoketEventStanding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketEventStanding, loket_event_standing_free)

G_END_DECLS
