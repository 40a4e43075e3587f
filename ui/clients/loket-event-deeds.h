/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What a person does with something on the timeline. */

#pragma once

#include "loket-dossier.h"
#include "loket-event.h"

#include <adwaita.h>

G_BEGIN_DECLS

char    *loket_event_deeds_format_next     (LoketEvent *event);
char    *loket_event_deeds_format_jump     (LoketEvent *event);
void     loket_event_deeds_do_next         (GtkWidget  *widget,
                                            LoketDesk  *desk,
                                            LoketEvent *event);
void     loket_event_deeds_jump            (GtkWidget  *widget,
                                            LoketDesk  *desk,
                                            LoketEvent *event);
void     loket_event_deeds_correct         (GtkWidget  *widget,
                                            LoketDesk  *desk,
                                            LoketEvent *event);
gboolean loket_event_deeds_has_promise     (LoketEvent *event);
void     loket_event_deeds_correct_promise (GtkWidget  *widget,
                                            LoketDesk  *desk,
                                            LoketEvent *event);
void     loket_event_deeds_pin             (GtkWidget  *widget,
                                            LoketDesk  *desk,
                                            LoketEvent *event,
                                            gboolean    is_pinned);
void     loket_event_deeds_request_test    (GtkWidget  *widget,
                                            LoketDesk  *desk,
                                            const char *trajectory_id);

G_END_DECLS
