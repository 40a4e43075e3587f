/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Which events of a client are shown: of which kind, of whom, and from when. */

#pragma once

#include "loket-event.h"

G_BEGIN_DECLS

/**
 * LoketEventFilter:
 * @kinds: #LoketEventKind, or'ed
 * @counsellor_id: (nullable): of this counsellor alone
 * @trajectory_id: (nullable): of this trajectory alone
 * @from: (nullable): what happened since this day, YYYY-MM-DD; what is to be done stays
 *
 * What an event must be like.
 */
typedef struct
{
  guint kinds;
  const char *counsellor_id;
  const char *trajectory_id;
  const char *from;
} LoketEventFilter;

gboolean   loket_event_filter_matches (const LoketEventFilter *filter,
                                       LoketEvent             *event);
GPtrArray *loket_event_filter_apply   (const LoketEventFilter *filter,
                                       GListModel             *events);

G_END_DECLS
