/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The timeline of a client: what is to be done, then what happened, month by month; and beside it,
 * as another scope, every change of the record. */

#pragma once

#include "loket-dossier.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_TIMELINE (loket_timeline_get_type ())

G_DECLARE_FINAL_TYPE (LoketTimeline, loket_timeline, LOKET, TIMELINE, AdwBin)

void loket_timeline_show         (LoketTimeline *self,
                                  LoketDesk     *desk,
                                  LoketDossier  *dossier);
void loket_timeline_show_more    (LoketTimeline *self);
void loket_timeline_show_event   (LoketTimeline *self,
                                  const char    *record_id);
void loket_timeline_show_changes (LoketTimeline *self);
void loket_timeline_go_to_month  (LoketTimeline *self);

G_END_DECLS
