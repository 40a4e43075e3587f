/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What of a record is only read: that of a trajectory that is closed. */

#pragma once

#include "loket-dossier.h"
#include "loket-event.h"

G_BEGIN_DECLS

gboolean    loket_event_lock_is_set       (LoketEvent   *event,
                                           LoketDossier *dossier);
const char *loket_event_lock_get_sentence (void);

G_END_DECLS
