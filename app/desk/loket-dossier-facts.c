/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What follows from the records of a client: the last contact, the next, what is late. */

#include "loket-dossier.h"

#include "loket-assessment.h"
#include "loket-follow-up.h"
#include "loket-response.h"
#include "loket-session.h"

#include <string.h>

static gboolean
was_held (LoketRecord *session)
{
  return g_str_equal (loket_record_get_text (session, LOKET_SESSION_STATE), "held");
}

static const char *
get_later (const char *a,
           const char *b)
{
  return g_strcmp0 (a, b) >= 0 ? a : b;
}

/**
 * loket_dossier_get_last_contact:
 *
 * Returns: (transfer none) (nullable): the date or moment of the last real contact: a session that
 *   was held, or a contact in which the client was reached
 */
const char *
loket_dossier_get_last_contact (LoketDossier *self)
{
  GPtrArray *sessions = loket_dossier_get_sessions (self);
  GPtrArray *contacts = loket_dossier_get_contacts (self);
  const char *last = NULL;

  g_return_val_if_fail (LOKET_IS_DOSSIER (self), NULL);

  for (guint i = 0; i < sessions->len; i++)
    {
      if (was_held (sessions->pdata[i]))
        last = get_later (last, loket_record_get_value (sessions->pdata[i],
                                                        LOKET_SESSION_STARTS_AT));
    }
  for (guint i = 0; i < contacts->len; i++)
    {
      LoketRecord *contact = contacts->pdata[i];

      if (g_str_equal (loket_record_get_text (contact, LOKET_CONTACT_OUTCOME), "reached"))
        last = get_later (last, loket_record_get_value (contact, LOKET_CONTACT_DONE_ON));
    }

  return last;
}

/**
 * loket_dossier_get_next_session:
 * @now: YYYY-MM-DDTHH:MM
 *
 * Returns: (transfer none) (nullable): when the first planned session from @now on starts
 */
const char *
loket_dossier_get_next_session (LoketDossier *self,
                                const char   *now)
{
  GPtrArray *sessions = loket_dossier_get_sessions (self);
  const char *next = NULL;

  g_return_val_if_fail (LOKET_IS_DOSSIER (self), NULL);

  for (guint i = 0; i < sessions->len; i++)
    {
      LoketRecord *session = sessions->pdata[i];
      const char *starts_at = loket_record_get_text (session, LOKET_SESSION_STARTS_AT);

      if (g_str_equal (loket_record_get_text (session, LOKET_SESSION_STATE), "planned")
          && strcmp (starts_at, now) >= 0 && (next == NULL || strcmp (starts_at, next) < 0))
        next = starts_at;
    }

  return next;
}

static void
count_if_overdue (const char  *due_on,
                  const char  *today,
                  guint       *count,
                  const char **first_due)
{
  if (due_on == NULL || strcmp (due_on, today) >= 0)
    return;

  (*count)++;
  if (*first_due == NULL || strcmp (due_on, *first_due) < 0)
    *first_due = due_on;
}

/* The call is open as long as the promise is. */
static gboolean
is_call_of (LoketDossier *self,
            LoketRecord  *contact,
            LoketRecord  *promise)
{
  gboolean is_open = loket_record_get_value (contact, LOKET_CONTACT_OPEN_ON) != NULL;

  return !g_str_equal (loket_record_get_text (contact, LOKET_CONTACT_OUTCOME), "cancelled")
         && loket_promise_is_open (LOKET_PROMISE (promise)) == is_open
         && loket_follow_up_is_call_of (loket_dossier_get_rules (self), contact, promise);
}

/**
 * loket_dossier_find_call:
 * @promise: a promise
 *
 * Returns: (transfer none) (nullable): the contact that is the call which was promised, open as
 *   long as the promise is; NULL when it was something else, or there is none
 */
LoketRecord *
loket_dossier_find_call (LoketDossier *self,
                         LoketRecord  *promise)
{
  GPtrArray *contacts = loket_dossier_get_contacts (self);

  for (guint i = 0; i < contacts->len; i++)
    {
      if (is_call_of (self, contacts->pdata[i], promise))
        return contacts->pdata[i];
    }

  return NULL;
}

/**
 * loket_dossier_find_call_promise:
 * @contact: a contact
 *
 * Returns: (transfer none) (nullable): the promise of which @contact is the call
 */
LoketRecord *
loket_dossier_find_call_promise (LoketDossier *self,
                                 LoketRecord  *contact)
{
  GPtrArray *promises = loket_dossier_get_promises (self);

  for (guint i = 0; i < promises->len; i++)
    {
      if (loket_dossier_find_call (self, promises->pdata[i]) == contact)
        return promises->pdata[i];
    }

  return NULL;
}

/**
 * loket_dossier_count_overdue:
 * @today: YYYY-MM-DD
 * @first_due: (out) (transfer none) (nullable): when the first of them was due
 *
 * Returns: how many open contacts and promises of the counsellor should have been done before
 *   @today; a promised call counts once
 */
guint
loket_dossier_count_overdue (LoketDossier  *self,
                             const char    *today,
                             const char   **first_due)
{
  GPtrArray *contacts = loket_dossier_get_contacts (self);
  GPtrArray *promises = loket_dossier_get_promises (self);
  guint count = 0;

  g_return_val_if_fail (LOKET_IS_DOSSIER (self), 0);

  *first_due = NULL;
  for (guint i = 0; i < contacts->len; i++)
    count_if_overdue (loket_record_get_value (contacts->pdata[i], LOKET_CONTACT_OPEN_ON),
                      today, &count, first_due);
  for (guint i = 0; i < promises->len; i++)
    {
      LoketRecord *promise = promises->pdata[i];

      if (loket_promise_is_open (LOKET_PROMISE (promise))
          && g_str_equal (loket_record_get_text (promise, LOKET_PROMISE_BY), "counsellor")
          && loket_dossier_find_call (self, promise) == NULL)
        count_if_overdue (loket_record_get_value (promise, LOKET_PROMISE_DUE_ON), today, &count,
                          first_due);
    }

  return count;
}

static gboolean
belongs_to (LoketRecord *record,
            guint        field,
            const char  *trajectory_id)
{
  return g_str_equal (loket_record_get_text (record, field), trajectory_id);
}

static void
count_assessments (LoketDossier    *self,
                   const char      *trajectory_id,
                   LoketStageFacts *facts)
{
  GPtrArray *assessments = loket_dossier_get_assessments (self);
  for (guint i = 0; i < assessments->len; i++)
    {
      LoketRecord *assessment = assessments->pdata[i];

      if (!belongs_to (assessment, LOKET_ASSESSMENT_TRAJECTORY_NO, trajectory_id))
        continue;
      facts->n_assessments++;
      if (loket_record_get_value (assessment, LOKET_ASSESSMENT_DISCUSSED_ON) == NULL)
        facts->n_assessments_open++;
    }
}

/* Whom we spoke was answered, also where a file did not say when. */
static gboolean
is_answered (LoketDossier *self,
             LoketRecord  *trajectory)
{
  const char *id = loket_record_get_id (trajectory);
  GPtrArray *sessions = loket_dossier_get_sessions (self);
  GPtrArray *contacts = loket_dossier_get_contacts (self);
  gboolean is_answered = loket_record_get_value (trajectory,
                                                 LOKET_TRAJECTORY_FIRST_RESPONSE_ON) != NULL;

  for (guint i = 0; i < sessions->len; i++)
    is_answered |= belongs_to (sessions->pdata[i], LOKET_SESSION_TRAJECTORY_NO, id)
                   && was_held (sessions->pdata[i]);
  for (guint i = 0; i < contacts->len; i++)
    is_answered |= belongs_to (contacts->pdata[i], LOKET_CONTACT_TRAJECTORY_NO, id)
                   && g_str_equal (loket_record_get_text (contacts->pdata[i],
                                                          LOKET_CONTACT_OUTCOME),
                                   "reached");

  return is_answered;
}

/**
 * loket_dossier_get_stage_facts:
 * @of: (nullable): a trajectory of the client
 * @facts: (out): what its steps follow from; nothing when it is NULL
 */
void
loket_dossier_get_stage_facts (LoketDossier    *self,
                               LoketTrajectory *of,
                               LoketStageFacts *facts)
{
  GPtrArray *sessions = loket_dossier_get_sessions (self);
  GPtrArray *contacts = loket_dossier_get_contacts (self);
  GPtrArray *responses = loket_dossier_get_responses (self);
  LoketRecord *trajectory = LOKET_RECORD (of);
  const char *id, *aftercare;

  memset (facts, 0, sizeof *facts);
  if (trajectory == NULL)
    return;

  id = loket_record_get_id (trajectory);
  aftercare = loket_record_get_text (trajectory, LOKET_TRAJECTORY_AFTERCARE);
  facts->answered = is_answered (self, trajectory);
  facts->closed = loket_record_get_value (trajectory, LOKET_TRAJECTORY_CLOSED_ON) != NULL;
  facts->advised = g_str_equal (loket_record_get_text (trajectory, LOKET_TRAJECTORY_OUTCOME),
                                "advice_given");
  facts->wants_aftercare = g_str_equal (aftercare, "yes_once")
                           || g_str_equal (aftercare, "yes_longer");

  for (guint i = 0; i < sessions->len; i++)
    facts->n_sessions += belongs_to (sessions->pdata[i], LOKET_SESSION_TRAJECTORY_NO, id)
                         && was_held (sessions->pdata[i]);
  count_assessments (self, id, facts);
  for (guint i = 0; i < contacts->len; i++)
    {
      LoketRecord *contact = contacts->pdata[i];

      facts->n_aftercare_open += belongs_to (contact, LOKET_CONTACT_TRAJECTORY_NO, id)
                                 && g_str_equal (loket_record_get_text (contact,
                                                                        LOKET_CONTACT_KIND),
                                                 "aftercare")
                                 && loket_record_get_value (contact, LOKET_CONTACT_OPEN_ON) != NULL;
    }
  for (guint i = 0; i < responses->len; i++)
    facts->surveyed |= belongs_to (responses->pdata[i], LOKET_RESPONSE_TRAJECTORY_NO, id);
}
