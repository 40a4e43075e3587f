/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The events of a client in rows, under what is to be done and under the months. */

#pragma once

#include "loket-desk.h"
#include "loket-dossier.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _LoketEventGroups LoketEventGroups;

LoketEventGroups *loket_event_groups_new      (GtkBox           *to_do,
                                               GtkBox           *months);
void              loket_event_groups_free     (LoketEventGroups *self);
void              loket_event_groups_show     (LoketEventGroups *self,
                                               LoketDesk        *desk,
                                               LoketDossier     *dossier,
                                               GPtrArray        *events,
                                               guint             n_rows);
GPtrArray        *loket_event_groups_get_rows (LoketEventGroups *self);

G_END_DECLS
