/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What stands out in the course of a trajectory: sign-up, intake, closing, and what was pinned. */

#pragma once

#include "loket-dossier.h"
#include "loket-event.h"

G_BEGIN_DECLS

void       loket_milestones_mark (GListModel   *events,
                                  LoketDossier *dossier);
GPtrArray *loket_milestones_get  (GListModel   *events);

G_END_DECLS
