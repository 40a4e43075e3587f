/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A contact: a follow-up that is due, and what became of it. */

#pragma once

#include "loket-date.h"
#include "loket-draft.h"

G_BEGIN_DECLS

#define LOKET_TYPE_CONTACT (loket_contact_get_type ())

G_DECLARE_FINAL_TYPE (LoketContact, loket_contact, LOKET, CONTACT, LoketRecord)

enum
{
  LOKET_CONTACT_CONTACT_NO,
  LOKET_CONTACT_TRAJECTORY_NO,
  LOKET_CONTACT_KIND,
  LOKET_CONTACT_DUE_ON,
  LOKET_CONTACT_PLANNED_ON,
  LOKET_CONTACT_COUNSELLOR,
  LOKET_CONTACT_ATTEMPTS,
  LOKET_CONTACT_SNOOZED_UNTIL,
  LOKET_CONTACT_DONE_ON,
  LOKET_CONTACT_OUTCOME,
  LOKET_CONTACT_CHANNEL,
  LOKET_CONTACT_NOTE,
  LOKET_CONTACT_OPEN_ON,
  LOKET_CONTACT_CAUSE,
  LOKET_CONTACT_PLANNED_PART,
  LOKET_CONTACT_N_FIELDS
};

/**
 * LoketSeriesDue:
 * @due_on: when it was due at first
 * @is_open: whether it is still to come
 *
 * What one of a series of contacts has to do with the others.
 */
typedef struct
{
  LoketDateText due_on;
  gboolean is_open;
} LoketSeriesDue;

extern const LoketKind loket_contact_kind;

G_END_DECLS
