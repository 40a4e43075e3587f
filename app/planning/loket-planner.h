/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Which contacts there should be with a client, and what to change so that there are. */

#pragma once

#include "loket-record.h"
#include "loket-rules.h"

G_BEGIN_DECLS

/**
 * LoketCourse:
 * @counsellor_id: (nullable): the id of who advises the client
 * @opened_on: when the client signed up, YYYY-MM-DD
 * @first_response_on: (nullable): when the client first heard from us
 * @closed_on: (nullable): when the trajectory was closed
 * @aftercare: (nullable): the after-care wish, a code of the list "aftercare"
 * @last_contact_on: (nullable): when the client last was in contact: a session that was held, a
 *   contact with outcome reached
 * @has_appointment: whether a session is planned for today or later
 * @no_contact: whether the client objects to contact
 * @assessments: (element-type LoketAssessment): the tests
 * @promises: (element-type LoketPromise): the promises
 * @contacts: (element-type LoketContact): the contacts there are, open and closed
 *
 * The course of a trajectory, as far as it leads to contacts.
 */
typedef struct
{
  const char *counsellor_id;
  const char *opened_on;
  const char *first_response_on;
  const char *closed_on;
  const char *aftercare;
  const char *last_contact_on;
  gboolean has_appointment;
  gboolean no_contact;
  GPtrArray *assessments;
  GPtrArray *promises;
  GPtrArray *contacts;
} LoketCourse;

/**
 * LoketPlannedDue:
 * @kind: a code of the list "contact_kind"
 * @due_on: the day
 * @meant_on: the same day, or the earlier one on which it would be if every day but the holidays
 *   was a day of work for everybody
 * @cause: (nullable): the id of the promise or the assessment for which it is
 * @counsellor_id: (nullable): the id of who promised it; NULL for who advises the client
 * @promise: (nullable): the promise, when it is the call that was promised
 *
 * A contact that the rules ask for.
 */
typedef struct
{
  const char *kind;
  LoketDateText due_on;
  LoketDateText meant_on;
  const char *cause;
  const char *counsellor_id;
  LoketRecord *promise;
} LoketPlannedDue;

/**
 * LoketMovedDue:
 * @contact: (transfer none): an open contact that nobody has touched
 * @due_on: the day on which it is due by what is known now
 *
 * A contact of which the reason was corrected.
 */
typedef struct
{
  LoketRecord *contact;
  LoketDateText due_on;
} LoketMovedDue;

/**
 * LoketPlanChanges:
 * @missing: (element-type LoketPlannedDue): contacts to make
 * @moved: (element-type LoketMovedDue): contacts to move
 * @needless: (element-type LoketContact): open contacts that nothing asks for any more
 *
 * What is to be changed so that there are the contacts that the rules ask for. What it names
 * belongs to the course.
 */
typedef struct
{
  GArray *missing;
  GArray *moved;
  GPtrArray *needless;
} LoketPlanChanges;

const char       *loket_planner_get_silent_since (const LoketCourse *course);
gboolean          loket_planner_is_at_rest       (const LoketCourse *course,
                                                  const LoketRules  *rules,
                                                  const char        *today);
LoketPlanChanges *loket_planner_plan             (const LoketCourse *course,
                                                  const LoketRules  *rules,
                                                  const char        *today);
void              loket_plan_changes_free        (LoketPlanChanges  *changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketPlanChanges, loket_plan_changes_free)

G_END_DECLS
