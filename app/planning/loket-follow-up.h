/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * When a client is to be contacted because of something that was just recorded. */

#pragma once

#include "loket-contact.h"
#include "loket-promise.h"
#include "loket-rules.h"

G_BEGIN_DECLS

/**
 * LoketAftercare:
 * @due_on: the day of the contact
 * @meant_on: the day so many weeks after closing; another one when the desk is closed on it
 * @weeks: how many weeks
 *
 * A contact after a trajectory was closed.
 */
typedef struct
{
  LoketDateText due_on;
  LoketDateText meant_on;
  int weeks;
} LoketAftercare;

LoketDateText loket_follow_up_get_response  (const LoketRules *rules,
                                             const char       *opened_on);
LoketDateText loket_follow_up_get_callback  (const LoketRules *rules,
                                             const char       *promised_on);
gboolean      loket_follow_up_is_callback   (LoketRecord      *promise);
gboolean      loket_follow_up_is_call_of    (const LoketRules *rules,
                                             LoketRecord      *contact,
                                             LoketRecord      *promise);
LoketDateText loket_follow_up_get_promise   (const LoketRules *rules,
                                             const char       *counsellor_id,
                                             const char       *kind,
                                             const char       *made_on);
guint         loket_follow_up_get_aftercare (const LoketRules *rules,
                                             const char       *counsellor_id,
                                             const char       *wish,
                                             const char       *closed_on,
                                             LoketAftercare    contacts
                                               [static LOKET_MOST_AFTERCARE]);
LoketDateText loket_follow_up_get_meant     (const LoketRules *rules,
                                             const char       *kind,
                                             const char       *from);
gboolean      loket_follow_up_is_settled    (const LoketRules *rules,
                                             const char       *counsellor_id,
                                             const char       *wish,
                                             const char       *closed_on,
                                             GArray           *series);
LoketDateText loket_follow_up_get_stalled   (const LoketRules *rules,
                                             const char       *counsellor_id,
                                             const char       *silent_since);
gboolean      loket_follow_up_is_foreseen   (const LoketRules *rules,
                                             const char       *stalled_on,
                                             const char       *today);

G_END_DECLS
