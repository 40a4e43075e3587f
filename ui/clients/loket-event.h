/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Something on the timeline of a client: what, when, and of which record. */

#pragma once

#include "loket-record.h"

#include <gio/gio.h>

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

/**
 * LoketEventFacts:
 * @kind: of which kind it is
 * @icon_name: its icon
 * @date: a date or a moment
 * @is_open: whether it is still to be done
 * @record: the record that tells of it
 * @promise: (nullable): of a call that was promised, the promise
 * @part: (nullable): which of several events of the record; a word of its own
 * @trajectory_id: in which trajectory
 * @counsellor_id: (nullable): who was there, or who is to do it
 * @milestone: (nullable): what it is called among the milestones, when it is one by itself
 *
 * What an event is made of, besides its words.
 */
typedef struct
{
  LoketEventKind kind;
  const char *icon_name;
  const char *date;
  gboolean is_open;
  LoketRecord *record;
  LoketRecord *promise;
  const char *part;
  const char *trajectory_id;
  const char *counsellor_id;
  const char *milestone;
} LoketEventFacts;

LoketEvent     *loket_event_new               (const LoketEventFacts *facts,
                                               char                  *title,
                                               char                  *subtitle);
LoketEventKind  loket_event_get_kind          (LoketEvent            *self);
const char     *loket_event_get_title         (LoketEvent            *self);
const char     *loket_event_get_subtitle      (LoketEvent            *self);
const char     *loket_event_get_date          (LoketEvent            *self);
const char     *loket_event_get_icon_name     (LoketEvent            *self);
gboolean        loket_event_is_open           (LoketEvent            *self);
LoketRecord    *loket_event_get_record        (LoketEvent            *self);
LoketRecord    *loket_event_get_promise       (LoketEvent            *self);
const char     *loket_event_get_key           (LoketEvent            *self);
const char     *loket_event_get_trajectory_id (LoketEvent            *self);
const char     *loket_event_get_counsellor_id (LoketEvent            *self);
const char     *loket_event_get_milestone     (LoketEvent            *self);
void            loket_event_set_milestone     (LoketEvent            *self,
                                               const char            *milestone);

G_END_DECLS
