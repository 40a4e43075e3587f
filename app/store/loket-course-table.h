/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The trajectories that may lead to contacts, with the facts that decide it. */

#pragma once

#include "loket-database.h"

G_BEGIN_DECLS

/**
 * LoketCourseRow:
 * @trajectory_id: the id of the trajectory
 * @counsellor_id: (nullable): who advises the client
 * @opened_on: when the client signed up
 * @first_response_on: (nullable): when the client first heard from us
 * @closed_on: (nullable): when the trajectory was closed
 * @aftercare: (nullable): the after-care wish
 * @last_contact_on: (nullable): when the client last was in contact
 * @has_appointment: whether a session is planned for today or later
 * @no_contact: whether the client objects to contact
 * @has_assessments: whether it is open and there are tests
 * @has_promises: whether it is open and there are open promises
 *
 * A trajectory that may lead to contacts.
 */
typedef struct
{
  char *trajectory_id;
  char *counsellor_id;
  char *opened_on;
  char *first_response_on;
  char *closed_on;
  char *aftercare;
  char *last_contact_on;
  gboolean has_appointment;
  gboolean no_contact;
  gboolean has_assessments;
  gboolean has_promises;
} LoketCourseRow;

/**
 * LoketCared:
 * @trajectory_id: the id of a closed trajectory
 * @counsellor_id: (nullable): who advises the client
 * @closed_on: when it was closed
 * @aftercare: (nullable): the after-care wish
 * @due_on: when an open contact after closing was due at first
 * @no_contact: whether the client objects to contact
 *
 * An open contact after closing, and what it follows from.
 */
typedef struct
{
  const char *trajectory_id;
  const char *counsellor_id;
  const char *closed_on;
  const char *aftercare;
  const char *due_on;
  gboolean no_contact;
} LoketCared;

typedef void (*LoketCaredFunc) (const LoketCared *cared,
                                gpointer          user_data);

void            loket_course_row_free             (LoketCourseRow  *row);
GPtrArray      *loket_course_table_load_wanting   (LoketDatabase   *database,
                                                   const char      *today,
                                                   guint            n_once,
                                                   guint            n_longer,
                                                   GError         **error);
LoketCourseRow *loket_course_table_load           (LoketDatabase   *database,
                                                   const char      *today,
                                                   const char      *trajectory_id,
                                                   GError         **error);
gboolean        loket_course_table_for_each_cared (LoketDatabase   *database,
                                                   LoketCaredFunc   func,
                                                   gpointer         user_data,
                                                   GError         **error);

G_END_DECLS
