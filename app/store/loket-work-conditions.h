/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the lists of work have in common: conditions in SQL on the tables promise and contact, each
 * joined with its trajectory. */

#pragma once

/* Through the index of those few who do. */
#define LOKET_SQL_CLIENT_OBJECTS \
  "EXISTS (SELECT 1 FROM client AS objecting " \
  "WHERE objecting.id = trajectory.client_id AND objecting.no_contact = 1)"

/* Who objects to contact gets none, though some were planned before. */
#define LOKET_SQL_CONTACT_IS_WANTED "NOT " LOKET_SQL_CLIENT_OBJECTS

/* A promise to call back is kept by the contact that was planned for it, and not at all to who
 * objects to contact. One that does not say for what it was planned may be that contact from the
 * day of the promise on, as long as the office may be closed: loket_follow_up_is_call_of() knows
 * its days, and what is not planned by it gets a contact that says so. */
#define LOKET_SQL_PROMISE_IS_WANTED \
  "promise.done_on IS NULL AND promise.outcome IS NULL AND promise.made_by = 'counsellor' " \
  "AND NOT (promise.kind = 'callback' AND (" LOKET_SQL_CLIENT_OBJECTS \
  " OR EXISTS (SELECT 1 FROM contact WHERE contact.trajectory_id = promise.trajectory_id " \
  "AND contact.open_on IS NOT NULL AND contact.kind = 'callback' " \
  "AND (contact.cause = promise.id OR contact.cause IS NULL AND contact.due_on " \
  "BETWEEN promise.due_on AND date (promise.due_on, '+42 days')))))"
