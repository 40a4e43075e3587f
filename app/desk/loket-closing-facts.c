/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads from a dossier what matters when one of its trajectories is closed. */

#include "loket-closing-facts.h"

#include "loket-assessment.h"
#include "loket-contact.h"
#include "loket-promise.h"
#include "loket-session.h"

#include <string.h>

static gboolean
says (LoketRecord *record,
      guint        field,
      const char  *value)
{
  return g_str_equal (loket_record_get_text (record, field), value);
}

static void
read_sessions (LoketClosingFacts *self,
               LoketDossier      *dossier,
               const char        *trajectory_id,
               const char        *now)
{
  GPtrArray *sessions = loket_dossier_get_sessions (dossier);
  const char *first = NULL;

  for (guint i = 0; i < sessions->len; i++)
    {
      LoketRecord *session = sessions->pdata[i];
      const char *starts_at = loket_record_get_text (session, LOKET_SESSION_STARTS_AT);

      if (!says (session, LOKET_SESSION_TRAJECTORY_NO, trajectory_id))
        continue;
      self->n_held += says (session, LOKET_SESSION_STATE, "held");
      if (says (session, LOKET_SESSION_STATE, "planned") && strcmp (starts_at, now) >= 0
          && (first == NULL || strcmp (starts_at, first) < 0))
        first = starts_at;
    }
  self->planned_at = g_strdup (first);
}

static void
read_contacts (LoketClosingFacts *self,
               LoketDossier      *dossier,
               const char        *trajectory_id)
{
  GPtrArray *contacts = loket_dossier_get_contacts (dossier);

  for (guint i = 0; i < contacts->len; i++)
    {
      LoketRecord *contact = contacts->pdata[i];

      if (!says (contact, LOKET_CONTACT_TRAJECTORY_NO, trajectory_id)
          || loket_record_get_value (contact, LOKET_CONTACT_OPEN_ON) == NULL)
        continue;
      self->n_contacts++;
      self->n_aftercare += says (contact, LOKET_CONTACT_KIND, "aftercare");
    }
}

static int
compare_due (gconstpointer a,
             gconstpointer b)
{
  return strcmp (loket_record_get_text (*(LoketRecord *const *) a, LOKET_PROMISE_DUE_ON),
                 loket_record_get_text (*(LoketRecord *const *) b, LOKET_PROMISE_DUE_ON));
}

static void
read_promises (LoketClosingFacts *self,
               LoketDossier      *dossier,
               const char        *trajectory_id)
{
  GPtrArray *promises = loket_dossier_get_promises (dossier);

  for (guint i = 0; i < promises->len; i++)
    {
      LoketRecord *promise = promises->pdata[i];

      if (says (promise, LOKET_PROMISE_TRAJECTORY_NO, trajectory_id)
          && says (promise, LOKET_PROMISE_BY, "counsellor")
          && loket_promise_is_open (LOKET_PROMISE (promise)))
        g_ptr_array_add (self->promises, g_object_ref (promise));
    }
  g_ptr_array_sort (self->promises, compare_due);
}

static void
read_tests (LoketClosingFacts *self,
            LoketDossier      *dossier,
            const char        *trajectory_id)
{
  GPtrArray *assessments = loket_dossier_get_assessments (dossier);

  for (guint i = 0; i < assessments->len; i++)
    {
      LoketRecord *test = assessments->pdata[i];

      if (says (test, LOKET_ASSESSMENT_TRAJECTORY_NO, trajectory_id)
          && loket_record_get_value (test, LOKET_ASSESSMENT_DISCUSSED_ON) == NULL)
        g_ptr_array_add (self->tests, g_object_ref (test));
    }
}

/**
 * loket_closing_facts_new:
 * @dossier: of the client
 * @trajectory_id: the id of a trajectory of the client
 * @now: YYYY-MM-DDTHH:MM
 *
 * Returns: (transfer full): what matters when the trajectory is closed
 */
LoketClosingFacts *
loket_closing_facts_new (LoketDossier *dossier,
                         const char   *trajectory_id,
                         const char   *now)
{
  LoketClosingFacts *self = g_new0 (LoketClosingFacts, 1);
  LoketTrajectory *trajectory = loket_dossier_find_trajectory (dossier, trajectory_id);

  self->promises = g_ptr_array_new_with_free_func (g_object_unref);
  self->tests = g_ptr_array_new_with_free_func (g_object_unref);
  self->no_contact = loket_record_get_flag (LOKET_RECORD (loket_dossier_get_client (dossier)),
                                            LOKET_CLIENT_NO_CONTACT);
  g_set_object (&self->trajectory, trajectory);
  read_sessions (self, dossier, trajectory_id, now);
  read_contacts (self, dossier, trajectory_id);
  read_promises (self, dossier, trajectory_id);
  read_tests (self, dossier, trajectory_id);

  return self;
}

void
loket_closing_facts_free (LoketClosingFacts *self)
{
  g_clear_object (&self->trajectory);
  g_ptr_array_unref (self->promises);
  g_ptr_array_unref (self->tests);
  g_free (self->planned_at);
  g_free (self);
}
