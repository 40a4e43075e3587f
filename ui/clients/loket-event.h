/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Something on the timeline of a client: what, when, and what is late about it. */

#pragma once

#include "loket-codes.h"
#include "loket-dossier.h"

G_BEGIN_DECLS

#define LOKET_TYPE_EVENT (loket_event_get_type ())

G_DECLARE_FINAL_TYPE (LoketEvent, loket_event, LOKET, EVENT, GObject)

/**
 * LoketEventKind:
 *
 * What the chips over the timeline filter by.
 */
typedef enum
{
  LOKET_EVENT_SESSION = 1 << 0,
  LOKET_EVENT_ASSESSMENT = 1 << 1,
  LOKET_EVENT_CONTACT = 1 << 2,
  LOKET_EVENT_PROMISE = 1 << 3,
  LOKET_EVENT_TRAJECTORY = 1 << 4
} LoketEventKind;

GListModel    *loket_event_list_new      (LoketDossier *dossier,
                                          LoketCodes   *codes);

LoketEventKind loket_event_get_kind      (LoketEvent   *self);
const char    *loket_event_get_title     (LoketEvent   *self);
const char    *loket_event_get_subtitle  (LoketEvent   *self);
const char    *loket_event_get_date      (LoketEvent   *self);
const char    *loket_event_get_icon_name (LoketEvent   *self);
gboolean       loket_event_is_open       (LoketEvent   *self);

G_END_DECLS
