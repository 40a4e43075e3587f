/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Loads a client with all trajectories and what happened in them. */

#include "loket-dossier.h"

#include "loket-assessment.h"
#include "loket-attempt.h"
#include "loket-contact.h"
#include "loket-intake.h"
#include "loket-merged-table.h"
#include "loket-office-rules.h"
#include "loket-promise.h"
#include "loket-record-table.h"
#include "loket-response.h"
#include "loket-session.h"
#include "loket-stage-table.h"
#include "loket-staleness.h"

#include <string.h>

/* Older tests say less about how long it takes today. */
#define MOST_CASES 500

struct _LoketDossier
{
  GObject parent_instance;

  LoketClient *client;
  GPtrArray *trajectories;  /* the latest last */
  GPtrArray *sessions;
  GPtrArray *assessments;
  GPtrArray *promises;
  GPtrArray *contacts;
  GPtrArray *attempts;
  GPtrArray *responses;
  GPtrArray *turns;
  GHashTable *counsellors;  /* id -> LoketCounsellor */
  GHashTable *stage_days;   /* id of an open assessment -> LoketStageDays */
  LoketRules *rules;        /* what the office agreed on */
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
  g_clear_pointer (&self->attempts, g_ptr_array_unref);
  g_clear_pointer (&self->responses, g_ptr_array_unref);
  g_clear_pointer (&self->turns, g_ptr_array_unref);
  g_clear_pointer (&self->stage_days, g_hash_table_unref);
  g_clear_pointer (&self->rules, loket_rules_unref);
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
  self->attempts = g_ptr_array_new_with_free_func (g_object_unref);
  self->responses = g_ptr_array_new_with_free_func (g_object_unref);
  self->turns = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_turn_free);
  self->stage_days = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->counsellors = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
}

/* Adds the records of @kind that belong to a record. */
static gboolean
add_records (LoketDatabase    *database,
             const LoketKind  *kind,
             guint             field,
             const char       *owner_id,
             GPtrArray        *records,
             GError          **error)
{
  GPtrArray *found = loket_record_table_load_where (loket_record_table_get (database, kind), field,
                                                    owner_id, error);

  if (found == NULL)
    return FALSE;

  g_ptr_array_extend_and_steal (records, found);

  return TRUE;
}

static gboolean
add_trajectory (LoketDossier   *self,
                LoketDatabase  *database,
                LoketRecord    *trajectory,
                GError        **error)
{
  const char *id = loket_record_get_id (trajectory);

  return loket_trajectory_course_read (database, trajectory, self->turns, error)
         && add_records (database, &loket_session_kind, LOKET_SESSION_TRAJECTORY_NO, id,
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
add_attempts (LoketDossier   *self,
              LoketDatabase  *database,
              GError        **error)
{
  for (guint i = 0; i < self->contacts->len; i++)
    {
      LoketRecord *contact = self->contacts->pdata[i];

      if (loket_record_get_integer (contact, LOKET_CONTACT_ATTEMPTS) > 0
          && !add_records (database, &loket_attempt_kind, LOKET_ATTEMPT_CONTACT_NO,
                           loket_record_get_id (contact), self->attempts, error))
        return FALSE;
    }

  return TRUE;
}

/* How long a stage of tests of a kind usually takes. */
static gboolean
load_stage_days (LoketDossier      *self,
                 LoketDatabase     *database,
                 const LoketDraft  *assessment,
                 LoketStageDays    *summary,
                 GError           **error)
{
  const LoketWorkingDays *office = loket_rules_get_days (self->rules, NULL);
  g_autofree int *days = NULL;
  g_autoptr (GArray) spans = NULL;

  spans = loket_stage_table_load_last (database,
                                       loket_draft_get_text (assessment, LOKET_ASSESSMENT_KIND),
                                       loket_assessment_stage_find (assessment, NULL), MOST_CASES,
                                       error);
  if (spans == NULL)
    return FALSE;

  days = g_new (int, spans->len + 1);
  for (guint i = 0; i < spans->len; i++)
    {
      const LoketStageSpan *span = &g_array_index (spans, LoketStageSpan, i);

      days[i] = loket_working_days_count_between (office, span->from.text, span->until.text);
    }
  *summary = loket_stage_days_summarize (days, spans->len);

  return TRUE;
}

/* How long the stages usually take in which the tests are that are not over. */
static gboolean
add_stage_days (LoketDossier   *self,
                LoketDatabase  *database,
                GError        **error)
{
  for (guint i = 0; i < self->assessments->len; i++)
    {
      LoketRecord *assessment = self->assessments->pdata[i];
      g_autoptr (LoketDraft) draft = loket_draft_new_from_record (assessment);
      LoketStageDays *summary;

      if (loket_assessment_stage_find (draft, NULL) == LOKET_ASSESSMENT_STAGE_DISCUSSED)
        continue;
      summary = g_new0 (LoketStageDays, 1);
      g_hash_table_insert (self->stage_days, (gpointer) loket_record_get_id (assessment), summary);
      if (!load_stage_days (self, database, draft, summary, error))
        return FALSE;
    }

  return TRUE;
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

typedef struct
{
  char *client_id;
  LoketDateText today;
} Request;

static void
free_request (Request *request)
{
  g_free (request->client_id);
  g_free (request);
}

static gpointer
load_dossier (LoketDatabase  *database,
              gpointer        input,
              GError        **error)
{
  const Request *request = input;
  g_autoptr (LoketDossier) self = g_object_new (LOKET_TYPE_DOSSIER, NULL);
  LoketRecordTable *trajectories = loket_record_table_get (database, &loket_trajectory_kind);
  LoketRecordTable *counsellors = loket_record_table_get (database, &loket_counsellor_kind);

  self->client = LOKET_CLIENT (loket_merged_table_load_client (database, request->client_id,
                                                              error));
  if (self->client == NULL)
    return NULL;

  self->rules = loket_office_rules_load (database, error);
  if (self->rules == NULL)
    return NULL;

  self->trajectories = loket_record_table_load_where (
    trajectories, LOKET_TRAJECTORY_CLIENT_NO,
    loket_record_get_id (LOKET_RECORD (self->client)), error);
  if (self->trajectories == NULL)
    return NULL;

  g_ptr_array_sort (self->trajectories, compare_opened);
  for (guint i = 0; i < self->trajectories->len; i++)
    {
      if (!add_trajectory (self, database, self->trajectories->pdata[i], error))
        return NULL;
    }

  if (!add_attempts (self, database, error) || !add_stage_days (self, database, error)
      || !loket_record_table_for_each (counsellors, add_counsellor, self->counsellors, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * loket_desk_load_dossier_async:
 * @client_id: the id of a client
 *
 * Loads everything about a client; of one whose record was merged into another, about that one.
 */
void
loket_desk_load_dossier_async (LoketDesk           *desk,
                               const char          *client_id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Request *request = g_new0 (Request, 1);

  request->client_id = g_strdup (client_id);
  request->today = loket_desk_get_today (desk);
  loket_desk_read_async (desk, load_dossier, request, (GDestroyNotify) free_request,
                         g_object_unref, cancellable, callback, user_data);
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
 * loket_dossier_get_rules:
 *
 * Returns: (transfer none): what the office agreed on
 */
const LoketRules *
loket_dossier_get_rules (LoketDossier *self)
{
  g_return_val_if_fail (LOKET_IS_DOSSIER (self), NULL);

  return self->rules;
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
 * Returns: (transfer none) (nullable): the latest trajectory that is open, else the latest; NULL
 *   when the client has none
 */
LoketTrajectory *
loket_dossier_get_current_trajectory (LoketDossier *self)
{
  g_return_val_if_fail (LOKET_IS_DOSSIER (self), NULL);

  for (guint i = self->trajectories->len; i > 0; i--)
    {
      LoketRecord *trajectory = self->trajectories->pdata[i - 1];

      if (loket_record_get_value (trajectory, LOKET_TRAJECTORY_CLOSED_ON) == NULL)
        return LOKET_TRAJECTORY (trajectory);
    }

  return self->trajectories->len > 0 ? self->trajectories->pdata[self->trajectories->len - 1]
                                     : NULL;
}

/**
 * loket_dossier_find_trajectory:
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the trajectory of the client that has it
 */
LoketTrajectory *
loket_dossier_find_trajectory (LoketDossier *self,
                               const char   *id)
{
  g_return_val_if_fail (LOKET_IS_DOSSIER (self), NULL);

  for (guint i = 0; i < self->trajectories->len; i++)
    {
      if (g_str_equal (loket_record_get_id (self->trajectories->pdata[i]), id))
        return self->trajectories->pdata[i];
    }

  return NULL;
}

/**
 * loket_dossier_list_stale:
 * @today: YYYY-MM-DD
 *
 * Returns: (transfer full) (element-type guint): the fields of the client that are to be asked
 *   after, as loket_intake_list_stale () finds them
 */
GArray *
loket_dossier_list_stale (LoketDossier *self,
                          const char   *today)
{
  g_return_val_if_fail (LOKET_IS_DOSSIER (self), NULL);

  return loket_intake_list_stale (self->client,
                                  loket_rules_get_text (self->rules, LOKET_STALENESS_SETTING,
                                                        today),
                                  today);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (loket_counsellor_get_display_name (*(LoketCounsellor *const *) a),
                         loket_counsellor_get_display_name (*(LoketCounsellor *const *) b));
}

/**
 * loket_dossier_list_counsellors:
 *
 * Returns: (transfer container) (element-type LoketCounsellor): the counsellors who can be given
 *   work, by name
 */
GPtrArray *
loket_dossier_list_counsellors (LoketDossier *self)
{
  GPtrArray *active = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer counsellor;

  g_return_val_if_fail (LOKET_IS_DOSSIER (self), active);

  g_hash_table_iter_init (&iter, self->counsellors);
  while (g_hash_table_iter_next (&iter, NULL, &counsellor))
    {
      if (loket_record_get_flag (counsellor, LOKET_COUNSELLOR_ACTIVE))
        g_ptr_array_add (active, counsellor);
    }
  g_ptr_array_sort (active, compare_names);

  return active;
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
 * loket_dossier_get_responses:
 *
 * Returns: (transfer none) (element-type LoketResponse): the answers to surveys after any of the
 *   trajectories
 */
GPtrArray *
loket_dossier_get_responses (LoketDossier *self)
{
  g_return_val_if_fail (LOKET_IS_DOSSIER (self), NULL);

  return self->responses;
}

/**
 * loket_dossier_get_turns:
 *
 * Returns: (transfer none) (element-type LoketTurn): what the trajectories went through that they
 *   do not tell of themselves
 */
GPtrArray *
loket_dossier_get_turns (LoketDossier *self)
{
  g_return_val_if_fail (LOKET_IS_DOSSIER (self), NULL);

  return self->turns;
}

/**
 * loket_dossier_get_attempts:
 *
 * Returns: (transfer none) (element-type LoketAttempt): the attempts to reach the client
 */
GPtrArray *
loket_dossier_get_attempts (LoketDossier *self)
{
  g_return_val_if_fail (LOKET_IS_DOSSIER (self), NULL);

  return self->attempts;
}

/**
 * loket_dossier_get_stage_days:
 * @assessment: a test of the client that is not over
 *
 * Returns: how many working days the last tests of its kind spent in the stage in which it is
 */
LoketStageDays
loket_dossier_get_stage_days (LoketDossier *self,
                              LoketRecord  *assessment)
{
  LoketStageDays none = { 0 };
  const LoketStageDays *days;

  g_return_val_if_fail (LOKET_IS_DOSSIER (self), none);

  days = g_hash_table_lookup (self->stage_days, loket_record_get_id (assessment));

  return days != NULL ? *days : none;
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
