/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * One event on the timeline: a line that opens to show everything about it. */

#pragma once

#include "loket-dossier.h"
#include "loket-event.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_EVENT_ROW (loket_event_row_get_type ())

G_DECLARE_FINAL_TYPE (LoketEventRow, loket_event_row, LOKET, EVENT_ROW, GtkListBoxRow)

GtkWidget  *loket_event_row_new         (LoketEvent    *event,
                                         LoketDossier  *dossier,
                                         LoketCodes    *codes,
                                         const char    *today);
char       *loket_event_row_dup_words   (LoketEvent    *event,
                                         LoketDossier  *dossier,
                                         LoketCodes    *codes,
                                         const char    *today);
void        loket_event_row_set_event   (LoketEventRow *self,
                                         LoketEvent    *event,
                                         LoketDossier  *dossier);
LoketEvent *loket_event_row_get_event   (LoketEventRow *self);
gboolean    loket_event_row_is_open     (LoketEventRow *self);
void        loket_event_row_set_open    (LoketEventRow *self,
                                         gboolean       is_open);

G_END_DECLS
