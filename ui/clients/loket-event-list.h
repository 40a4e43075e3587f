/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The timeline of a client as a list of events. */

#pragma once

#include "loket-codes.h"
#include "loket-dossier.h"
#include "loket-event.h"

G_BEGIN_DECLS

GListModel *loket_event_list_new (LoketDossier *dossier,
                                  LoketCodes   *codes);

G_END_DECLS
