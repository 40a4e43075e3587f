/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The trajectories that may lead to contacts, with the facts that decide it. */

#pragma once

#include "loket-contact.h"
#include "loket-database.h"

G_BEGIN_DECLS

/**
 * LoketCourseRow:
 * @trajectory_id: the id of the trajectory
 * @counsellor_id: (nullable): who advises the client
 * @opened_on: (nullable): when the client signed up; NULL when that does not matter any more
 * @first_response_on: (nullable): when the client first heard from us
 * @closed_on: (nullable): when the trajectory was closed
 * @aftercare: (nullable): the after-care wish
 * @last_contact_on: (nullable): when the client last was in contact
 * @has_appointment: whether a session is planned for today or later
 * @no_contact: whether the client objects to contact
 * @has_assessments: whether it is open and there are tests that were not discussed
 * @has_promises: whether it is open and there are open promises
 * @has_open_contacts: whether there are contacts to come
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
  gboolean has_open_contacts;
} LoketCourseRow;

/**
 * LoketCared:
 * @trajectory_id: the id of a closed trajectory
 * @counsellor_id: (nullable): the id of who advises the client
 * @closed_on: when it was closed
 * @aftercare: the after-care wish
 * @contacts: (element-type LoketSeriesDue): the contacts after this closing, earliest first
 *
 * A closed trajectory with its after-care.
 */
typedef struct
{
  const char *trajectory_id;
  const char *counsellor_id;
  const char *closed_on;
  const char *aftercare;
  GArray *contacts;
} LoketCared;

typedef void (*LoketCaredFunc) (const LoketCared *cared,
                                gpointer          user_data);

void       loket_course_row_free             (LoketCourseRow  *row);
GPtrArray *loket_course_table_load_wanting   (LoketDatabase   *database,
                                              const char      *today,
                                              GError         **error);
GPtrArray *loket_course_table_load_of        (LoketDatabase   *database,
                                              const char      *id,
                                              const char      *today,
                                              GError         **error);
gboolean   loket_course_table_for_each_cared (LoketDatabase   *database,
                                              LoketCaredFunc   func,
                                              gpointer         user_data,
                                              GHashTable      *strays,
                                              GError         **error);

G_END_DECLS
