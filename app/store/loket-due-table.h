/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Open contacts and promises that are due, with what decides how urgent they are. */

#pragma once

#include "loket-database.h"

G_BEGIN_DECLS

/**
 * LoketDueRow:
 * @client_no: the number of the client
 * @trajectory_no: the number of the trajectory
 * @is_promise: whether it is a promise of the counsellor, else a contact
 * @kind: a code of the list "contact_kind", of a promise of the list "promise_kind"
 * @due_on: when it is due, after it was moved
 * @counsellor_id: (nullable): to whom it is assigned
 * @is_taken: whether somebody has taken the trajectory
 * @attempts: how often the client was not reached
 * @situation: (nullable): the client's situation at the time of the trajectory
 * @opened_on: when the client signed up
 * @closed_on: (nullable): when the trajectory was closed
 * @text: (nullable): of a promise its words, and of the contact for it
 * @assessment: (nullable): the kind of the test that the contact is about
 */
typedef struct
{
  char *client_no;
  char *trajectory_no;
  gboolean is_promise;
  char *kind;
  char *due_on;
  char *counsellor_id;
  gboolean is_taken;
  int attempts;
  char *situation;
  char *opened_on;
  char *closed_on;
  char *text;
  char *assessment;
} LoketDueRow;

void       loket_due_row_free   (LoketDueRow    *row);
GPtrArray *loket_due_table_load (LoketDatabase  *database,
                                 const char     *on,
                                 GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketDueRow, loket_due_row_free)

G_END_DECLS
