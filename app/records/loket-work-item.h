/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Something that asks for work: read from several records at once, immutable. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define LOKET_TYPE_WORK_ITEM (loket_work_item_get_type ())

G_DECLARE_FINAL_TYPE (LoketWorkItem, loket_work_item, LOKET, WORK_ITEM, GObject)

/* In place of the id of a counsellor: of work that is assigned to nobody. */
#define LOKET_WORK_NOBODY "-"

/**
 * LoketWorkType:
 * @LOKET_WORK_UNTAKEN: a sign-up that nobody has taken; the record is its trajectory
 * @LOKET_WORK_SIGN_UP: a sign-up that was taken and not yet answered; the record is its trajectory
 * @LOKET_WORK_APPOINTMENT: a planned session
 * @LOKET_WORK_CONTACT: a contact, open or done
 * @LOKET_WORK_PROMISE: a promise of the counsellor, open or done
 * @LOKET_WORK_ASSESSMENT: a test without a result, or a result that was not discussed
 */
typedef enum
{
  LOKET_WORK_UNTAKEN,
  LOKET_WORK_SIGN_UP,
  LOKET_WORK_APPOINTMENT,
  LOKET_WORK_CONTACT,
  LOKET_WORK_PROMISE,
  LOKET_WORK_ASSESSMENT,
  LOKET_WORK_N_TYPES
} LoketWorkType;

/**
 * LoketWork:
 * @type: what it is
 * @record_id: the record that an act changes
 * @trajectory_id: its trajectory
 * @client_id: its client
 * @client_name: the client's name as it is said
 * @phone: (nullable): the client's telephone number
 * @email: (nullable): the client's e-mail address
 * @counsellor_id: (nullable): who is to do it
 * @counsellor_name: (nullable): that counsellor's name, else the code
 * @kind: (nullable): a code: of contact_kind, promise_kind or assessment_kind
 * @due_on: (nullable): of a contact and a promise: the date that was first agreed
 * @at: of an appointment the moment at which it starts; of what is open the date on which it is
 *   due; of a sign-up the date of signing up; of an assessment the date of the stage it is in
 * @snoozed_until: (nullable): the moment until which the counsellor does not want to be reminded
 * @done_on: (nullable): the date on which it was done; of an assessment that of the result
 * @outcome: (nullable): a code: of contact_outcome, promise_outcome or session_state
 * @closed_on: (nullable): the date on which the trajectory was closed
 * @channel: (nullable): a code: how
 * @assessment: (nullable): a code: of a contact about a test, which kind of test
 * @assessment_id: (nullable): of a contact about a test and of a test, which test
 * @text: (nullable): what it is about, in the counsellor's words
 * @part: (nullable): a code: the part of the day, of a contact that is tried again
 * @count: of a contact the attempts so far; of an appointment how many sessions were held before
 *
 * What there is to know of it.
 */
typedef struct
{
  LoketWorkType type;
  char *record_id;
  char *trajectory_id;
  char *client_id;
  char *client_name;
  char *phone;
  char *email;
  char *counsellor_id;
  char *counsellor_name;
  char *kind;
  char *due_on;
  char *at;
  char *snoozed_until;
  char *done_on;
  char *outcome;
  char *closed_on;
  char *channel;
  char *assessment;
  char *assessment_id;
  char *text;
  char *part;
  int count;
} LoketWork;

LoketWorkItem   *loket_work_item_new (const LoketWork *work);
const LoketWork *loket_work_item_get (LoketWorkItem   *self);

G_END_DECLS
