/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Loads a client with all trajectories and what happened in them. */

#include "loket-dossier.h"

#include "loket-assessment.h"
#include "loket-contact.h"
#include "loket-promise.h"
#include "loket-record-table.h"
#include "loket-response.h"
#include "loket-session.h"

#include <string.h>

struct _LoketDossier
{
  GObject parent_instance;

  LoketClient *client;
  GPtrArray *trajectories;  /* the latest last */
  GPtrArray *sessions;
  GPtrArray *assessments;
  GPtrArray *promises;
  GPtrArray *contacts;
  GPtrArray *responses;
  GHashTable *counsellors;  /* id -> LoketCounsellor */
};

G_DEFINE_FINAL_TYPE (LoketDossier, loket_dossier, G_TYPE_OBJECT)

static void
loket_dossier_finalize (GObject *object)
{
  LoketDossier *self = LOKET_DOSSIER (object);

  g_clear_object (&self->client);
  g_clear_pointer (&self->trajectories, g_ptr_array_unref);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->assessments, g_ptr_array_unref);
  g_clear_pointer (&self->promises, g_ptr_array_unref);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->responses, g_ptr_array_unref);
  g_clear_pointer (&self->counsellors, g_hash_table_unref);

  G_OBJECT_CLASS (loket_dossier_parent_class)->finalize (object);
}

static void
loket_dossier_class_init (LoketDossierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = loket_dossier_finalize;
}

static void
loket_dossier_init (LoketDossier *self)
{
  self->sessions = g_ptr_array_new_with_free_func (g_object_unref);
  self->assessments = g_ptr_array_new_with_free_func (g_object_unref);
  self->promises = g_ptr_array_new_with_free_func (g_object_unref);
  self->contacts = g_ptr_array_new_with_free_func (g_object_unref);
  self->responses = g_ptr_array_new_with_free_func (g_object_unref);
  self->counsellors = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
}

/* Adds the records of @kind that belong to a trajectory. */
static gboolean
add_records (LoketDatabase    *database,
             const LoketKind  *kind,
             guint             field,
             const char       *trajectory_id,
             GPtrArray        *records,
             GError          **error)
{
  GPtrArray *found = loket_record_table_load_where (loket_record_table_get (database, kind), field,
                                                    trajectory_id, error);

  if (found == NULL)
    return FALSE;

  g_ptr_array_extend_and_steal (records, found);

  return TRUE;
}

static gboolean
add_trajectory (LoketDossier   *self,
                LoketDatabase  *database,
                const char     *id,
                GError        **error)
{
  return add_records (database, &loket_session_kind, LOKET_SESSION_TRAJECTORY_NO, id,
                      self->sessions, error)
         && add_records (database, &loket_assessment_kind, LOKET_ASSESSMENT_TRAJECTORY_NO, id,
                         self->assessments, error)
         && add_records (database, &loket_promise_kind, LOKET_PROMISE_TRAJECTORY_NO, id,
                         self->promises, error)
         && add_records (database, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO, id,
                         self->contacts, error)
         && add_records (database, &loket_response_kind, LOKET_RESPONSE_TRAJECTORY_NO, id,
                         self->responses, error);
}

static gboolean
add_counsellor (LoketRecord  *record,
                gpointer      user_data,
                GError      **error)
{
  GHashTable *counsellors = user_data;

  g_hash_table_insert (counsellors, (gpointer) loket_record_get_id (record), g_object_ref (record));

  return TRUE;
}

static int
compare_opened (gconstpointer a,
                gconstpointer b)
{
  LoketRecord *first = *(LoketRecord *const *) a;
  LoketRecord *second = *(LoketRecord *const *) b;
  int order = strcmp (loket_record_get_text (first, LOKET_TRAJECTORY_OPENED_ON),
                      loket_record_get_text (second, LOKET_TRAJECTORY_OPENED_ON));

  return order != 0 ? order : strcmp (loket_record_get_id (first), loket_record_get_id (second));
}

static gpointer
load_dossier (LoketDatabase  *database,
              gpointer        input,
              GError        **error)
{
  g_autoptr (LoketDossier) self = g_object_new (LOKET_TYPE_DOSSIER, NULL);
  LoketRecordTable *clients = loket_record_table_get (database, &loket_client_kind);
  LoketRecordTable *trajectories = loket_record_table_get (database, &loket_trajectory_kind);
  LoketRecordTable *counsellors = loket_record_table_get (database, &loket_counsellor_kind);

  self->client = LOKET_CLIENT (loket_record_table_load (clients, input, error));
  if (self->client == NULL)
    return NULL;

  self->trajectories = loket_record_table_load_where (trajectories, LOKET_TRAJECTORY_CLIENT_NO,
                                                      input, error);
  if (self->trajectories == NULL)
    return NULL;

  g_ptr_array_sort (self->trajectories, compare_opened);
  for (guint i = 0; i < self->trajectories->len; i++)
    {
      if (!add_trajectory (self, database, loket_record_get_id (self->trajectories->pdata[i]),
                           error))
        return NULL;
    }

  if (!loket_record_table_for_each (counsellors, add_counsellor, self->counsellors, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * loket_desk_load_dossier_async:
 * @client_id: the id of a client
 *
 * Loads everything about a client.
 */
void
loket_desk_load_dossier_async (LoketDesk           *desk,
                               const char          *client_id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  loket_desk_read_async (desk, load_dossier, g_strdup (client_id), g_free, g_object_unref,
                         cancellable, callback, user_data);
}

/**
 * loket_desk_load_dossier_finish:
 *
 * Returns: (transfer full) (nullable): the dossier; %LOKET_ERROR_NOT_FOUND when the client is gone
 */
LoketDossier *
loket_desk_load_dossier_finish (LoketDesk     *desk,
                                GAsyncResult  *result,
                                GError       **error)
{
  return loket_desk_read_finish (desk, result, error);
}

/**
 * loket_dossier_get_client:
 *
 * Returns: (transfer none): the client
 */
LoketClient *
loket_dossier_get_client (LoketDossier *self)
{
  g_return_val_if_fail (LOKET_IS_DOSSIER (self), NULL);

  return self->client;
}

/**
 * loket_dossier_get_trajectories:
 *
 * Returns: (transfer none) (element-type LoketTrajectory): the trajectories, the latest last
 */
GPtrArray *
loket_dossier_get_trajectories (LoketDossier *self)
{
  g_return_val_if_fail (LOKET_IS_DOSSIER (self), NULL);

  return self->trajectories;
}

/**
 * loket_dossier_get_current_trajectory:
 *
 * Returns: (transfer none) (nullable): the latest trajectory; NULL when the client has none
 */
LoketTrajectory *
loket_dossier_get_current_trajectory (LoketDossier *self)
{
  g_return_val_if_fail (LOKET_IS_DOSSIER (self), NULL);

  return self->trajectories->len > 0 ? self->trajectories->pdata[self->trajectories->len - 1]
                                     : NULL;
}

/**
 * loket_dossier_get_sessions:
 *
 * Returns: (transfer none) (element-type LoketSession): the sessions of all trajectories
 */
GPtrArray *
loket_dossier_get_sessions (LoketDossier *self)
{
  g_return_val_if_fail (LOKET_IS_DOSSIER (self), NULL);

  return self->sessions;
}

/**
 * loket_dossier_get_assessments:
 *
 * Returns: (transfer none) (element-type LoketAssessment): the assessments of all trajectories
 */
GPtrArray *
loket_dossier_get_assessments (LoketDossier *self)
{
  g_return_val_if_fail (LOKET_IS_DOSSIER (self), NULL);

  return self->assessments;
}

/**
 * loket_dossier_get_promises:
 *
 * Returns: (transfer none) (element-type LoketPromise): the promises of all trajectories
 */
GPtrArray *
loket_dossier_get_promises (LoketDossier *self)
{
  g_return_val_if_fail (LOKET_IS_DOSSIER (self), NULL);

  return self->promises;
}

/**
 * loket_dossier_get_contacts:
 *
 * Returns: (transfer none) (element-type LoketContact): the contacts of all trajectories
 */
GPtrArray *
loket_dossier_get_contacts (LoketDossier *self)
{
  g_return_val_if_fail (LOKET_IS_DOSSIER (self), NULL);

  return self->contacts;
}

/**
 * loket_dossier_get_counsellor_name:
 * @counsellor_id: (nullable): the id of a counsellor
 *
 * Returns: (transfer none) (nullable): the counsellor's name; NULL when nobody has that id
 */
const char *
loket_dossier_get_counsellor_name (LoketDossier *self,
                                   const char   *counsellor_id)
{
  LoketCounsellor *counsellor = NULL;

  g_return_val_if_fail (LOKET_IS_DOSSIER (self), NULL);

  if (counsellor_id != NULL)
    counsellor = g_hash_table_lookup (self->counsellors, counsellor_id);

  return counsellor != NULL ? loket_counsellor_get_display_name (counsellor) : NULL;
}

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
  const char *last = NULL;

  g_return_val_if_fail (LOKET_IS_DOSSIER (self), NULL);

  for (guint i = 0; i < self->sessions->len; i++)
    {
      if (was_held (self->sessions->pdata[i]))
        last = get_later (last, loket_record_get_value (self->sessions->pdata[i],
                                                        LOKET_SESSION_STARTS_AT));
    }
  for (guint i = 0; i < self->contacts->len; i++)
    {
      LoketRecord *contact = self->contacts->pdata[i];

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
  const char *next = NULL;

  g_return_val_if_fail (LOKET_IS_DOSSIER (self), NULL);

  for (guint i = 0; i < self->sessions->len; i++)
    {
      LoketRecord *session = self->sessions->pdata[i];
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

/**
 * loket_dossier_count_overdue:
 * @today: YYYY-MM-DD
 * @first_due: (out) (transfer none) (nullable): when the first of them was due
 *
 * Returns: how many open contacts and promises of the counsellor should have been done before
 *   @today
 */
guint
loket_dossier_count_overdue (LoketDossier  *self,
                             const char    *today,
                             const char   **first_due)
{
  guint count = 0;

  g_return_val_if_fail (LOKET_IS_DOSSIER (self), 0);

  *first_due = NULL;
  for (guint i = 0; i < self->contacts->len; i++)
    count_if_overdue (loket_record_get_value (self->contacts->pdata[i], LOKET_CONTACT_OPEN_ON),
                      today, &count, first_due);
  for (guint i = 0; i < self->promises->len; i++)
    {
      LoketRecord *promise = self->promises->pdata[i];

      if (loket_promise_is_open (LOKET_PROMISE (promise))
          && g_str_equal (loket_record_get_text (promise, LOKET_PROMISE_BY), "counsellor"))
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
  for (guint i = 0; i < self->assessments->len; i++)
    {
      LoketRecord *assessment = self->assessments->pdata[i];

      if (!belongs_to (assessment, LOKET_ASSESSMENT_TRAJECTORY_NO, trajectory_id))
        continue;
      facts->n_assessments++;
      if (loket_record_get_value (assessment, LOKET_ASSESSMENT_DISCUSSED_ON) == NULL)
        facts->n_assessments_open++;
    }
}

/**
 * loket_dossier_get_stage_facts:
 * @facts: (out): what the steps of the latest trajectory follow from
 */
void
loket_dossier_get_stage_facts (LoketDossier    *self,
                               LoketStageFacts *facts)
{
  LoketRecord *trajectory = LOKET_RECORD (loket_dossier_get_current_trajectory (self));
  const char *id, *aftercare;

  memset (facts, 0, sizeof *facts);
  if (trajectory == NULL)
    return;

  id = loket_record_get_id (trajectory);
  aftercare = loket_record_get_text (trajectory, LOKET_TRAJECTORY_AFTERCARE);
  facts->answered = loket_record_get_value (trajectory, LOKET_TRAJECTORY_FIRST_RESPONSE_ON) != NULL;
  facts->closed = loket_record_get_value (trajectory, LOKET_TRAJECTORY_CLOSED_ON) != NULL;
  facts->advised = g_str_equal (loket_record_get_text (trajectory, LOKET_TRAJECTORY_OUTCOME),
                                "advice_given");
  facts->wants_aftercare = g_str_equal (aftercare, "yes_once")
                           || g_str_equal (aftercare, "yes_longer");

  for (guint i = 0; i < self->sessions->len; i++)
    facts->n_sessions += belongs_to (self->sessions->pdata[i], LOKET_SESSION_TRAJECTORY_NO, id)
                         && was_held (self->sessions->pdata[i]);
  count_assessments (self, id, facts);
  for (guint i = 0; i < self->contacts->len; i++)
    {
      LoketRecord *contact = self->contacts->pdata[i];

      facts->n_aftercare_open += belongs_to (contact, LOKET_CONTACT_TRAJECTORY_NO, id)
                                 && g_str_equal (loket_record_get_text (contact,
                                                                        LOKET_CONTACT_KIND),
                                                 "aftercare")
                                 && loket_record_get_value (contact, LOKET_CONTACT_OPEN_ON) != NULL;
    }
  for (guint i = 0; i < self->responses->len; i++)
    facts->surveyed |= belongs_to (self->responses->pdata[i], LOKET_RESPONSE_TRAJECTORY_NO, id);
}
