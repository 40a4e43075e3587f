/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What will be recorded of an appointment: shown before it is saved. */

#pragma once

#include "loket-draft.h"
#include "loket-form.h"
#include "loket-rules.h"

G_BEGIN_DECLS

/**
 * LoketPlannedContact:
 * @contact: a new contact
 * @cause: (transfer none): the promise or the assessment for which it is
 */
typedef struct
{
  LoketDraft *contact;
  LoketDraft *cause;
} LoketPlannedContact;

/**
 * LoketSessionPlan:
 * @session: the session; in place of one, when the client was not reached, what is known of the
 *   attempt: its start, counsellor, channel and notes
 * @is_attempt: whether the client was not reached
 * @assessments: (element-type LoketDraft): the tests that are asked for
 * @promises: (element-type LoketDraft): what the counsellor promised
 * @next: (nullable): the next session
 * @contacts: (element-type LoketPlannedContact): the contacts to which all that leads
 * @done: (nullable): ids of contacts and promises that are over
 *
 * What saving a form will record, without the references between the records.
 */
typedef struct
{
  LoketDraft *session;
  gboolean is_attempt;
  GPtrArray *assessments;
  GPtrArray *promises;
  LoketDraft *next;
  GPtrArray *contacts;
  GStrv done;
} LoketSessionPlan;

/**
 * LoketSessionWorld:
 * @checks: what validation needs to know
 * @rules: (nullable): what the office agreed on
 * @now: YYYY-MM-DDTHH:MM
 *
 * What a plan depends on besides the form.
 */
typedef struct
{
  const LoketChecks *checks;
  const LoketRules *rules;
  const char *now;
} LoketSessionWorld;

LoketSessionPlan *loket_session_plan_new  (const LoketForm          *form,
                                           const LoketSessionWorld  *world,
                                           const char              **name,
                                           GError                  **error);
void              loket_session_plan_free (LoketSessionPlan         *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketSessionPlan, loket_session_plan_free)

G_END_DECLS
