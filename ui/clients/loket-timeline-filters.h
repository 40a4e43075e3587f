/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What is chosen over the timeline: scope, kind, person, period, and the month to go to. */

#pragma once

#include "loket-dossier.h"
#include "loket-event-filter.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_TIMELINE_FILTERS (loket_timeline_filters_get_type ())

G_DECLARE_FINAL_TYPE (LoketTimelineFilters, loket_timeline_filters, LOKET, TIMELINE_FILTERS, AdwBin)

void             loket_timeline_filters_show        (LoketTimelineFilters *self,
                                                     LoketDossier         *dossier,
                                                     GListModel           *events,
                                                     const char           *today);
void             loket_timeline_filters_show_months (LoketTimelineFilters *self,
                                                     GPtrArray            *events);
LoketEventFilter loket_timeline_filters_get         (LoketTimelineFilters *self);
void             loket_timeline_filters_clear       (LoketTimelineFilters *self);
void             loket_timeline_filters_set_changes (LoketTimelineFilters *self,
                                                     gboolean              shows_changes);
void             loket_timeline_filters_focus_month (LoketTimelineFilters *self);

G_END_DECLS
