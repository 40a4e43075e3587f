/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What can become of something on the timeline that is still to be done. */

#pragma once

#include "loket-dossier.h"
#include "loket-event.h"
#include "loket-work-acts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void loket_event_work_append_buttons (LoketEvent   *event,
                                      const char   *today,
                                      gboolean      is_locked,
                                      GtkBox       *box);
void loket_event_work_do             (GtkWidget    *widget,
                                      LoketDesk    *desk,
                                      LoketDossier *dossier,
                                      const char   *record_id,
                                      LoketWorkAct  act);

G_END_DECLS
