/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Loads responses on the thread that reads, and sums them up on threads of their own. */

#include "loketten-config.h"

#include "loket-survey.h"

#include "loket-filter-check.h"
#include "loket-office.h"
#include "loket-record-table.h"
#include "loket-response-table.h"
#include "loket-survey-row.h"

#include <glib/gi18n-lib.h>

struct _LoketSurvey
{
  GObject parent_instance;

  LoketDesk *desk;
  LoketQuestionnaire *questionnaire;
  LoketFrame *frame;  /* (nullable): until it is loaded */
  char *stamp;        /* (nullable): of the responses in the frame */
  char *own_office;   /* (nullable): the name of the office of who works at the desk */
  gboolean is_fresh;  /* nothing was written since the frame was loaded */
};

G_DEFINE_FINAL_TYPE (LoketSurvey, loket_survey, G_TYPE_OBJECT)

/* What is read at one moment. */
typedef struct
{
  LoketQuestionnaire *questionnaire;
  char *before;       /* (nullable): the stamp of what is there already */
  char *office_id;    /* (nullable): of who works at the desk */
  char *own_office;   /* (nullable) */
  char *stamp;
  LoketFrame *frame;  /* (nullable): NULL when nothing changed */
} Loading;

static void
free_loading (gpointer data)
{
  Loading *loading = data;

  g_clear_object (&loading->questionnaire);
  g_clear_object (&loading->frame);
  g_free (loading->before);
  g_free (loading->office_id);
  g_free (loading->own_office);
  g_free (loading->stamp);
  g_free (loading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loading, free_loading)

/* A frame that is filled, and what its rows are read with. */
typedef struct
{
  LoketFrame *frame;
  LoketSurveySource source;
} Filling;

static gboolean
append_response (const LoketResponseRow  *row,
                 gpointer                 user_data,
                 GError                 **error)
{
  const Filling *filling = user_data;
  LoketFrameRow response = { 0 };
  g_autofree char *person = loket_survey_row_dup_person (row);

  return loket_survey_row_read (&filling->source, row, person, &response, error)
         && loket_frame_append (filling->frame, &response, error);
}

static gboolean
append_invited (const LoketInvitationRow  *row,
                gpointer                   user_data,
                GError                   **error)
{
  int month = 0;

  return loket_month_parse (row->month, &month, error)
         && loket_frame_add_invited (user_data, month, row->office, row->counsellor,
                                     (guint) row->sent, error);
}

static gboolean
load_own_office (LoketDatabase  *database,
                 const char     *id,
                 char          **name,
                 GError        **error)
{
  g_autoptr (LoketRecord) office = NULL;

  if (id == NULL)
    return TRUE;

  office = loket_record_table_load (loket_record_table_get (database, &loket_office_kind), id,
                                    error);
  if (office == NULL)
    return FALSE;
  *name = g_strdup (loket_record_get_text (office, LOKET_OFFICE_NAME));

  return TRUE;
}

static gboolean
fill_frame (LoketDatabase  *database,
            LoketFrame     *frame,
            GError        **error)
{
  LoketQuestionnaire *questionnaire = loket_frame_get_questionnaire (frame);
  const char *id = loket_questionnaire_get_id (questionnaire);
  gboolean has_waves = loket_questionnaire_get_n_waves (questionnaire) > 1;
  g_autoptr (LoketResponseFacts) facts = loket_response_facts_load (database, id, error);
  Filling filling = { frame, { questionnaire, facts } };

  if (facts == NULL
      || !loket_response_table_for_each (database, id, has_waves, append_response, &filling, error)
      || !loket_response_table_for_each_invitation (database, id, append_invited, frame, error))
    return FALSE;
  loket_frame_link_waves (frame);

  return TRUE;
}

static gpointer
load_frame (LoketDatabase  *database,
            gpointer        input,
            GError        **error)
{
  const Loading *request = input;
  g_autoptr (Loading) loading = g_new0 (Loading, 1);

  loading->stamp = loket_response_table_dup_stamp (database, request->before, error);
  if (loading->stamp == NULL
      || !load_own_office (database, request->office_id, &loading->own_office, error))
    return NULL;
  if (g_strcmp0 (loading->stamp, request->before) == 0)
    return g_steal_pointer (&loading);

  loading->frame = loket_frame_new (request->questionnaire);
  loket_frame_set_stamp (loading->frame, loading->stamp);
  if (!fill_frame (database, loading->frame, error))
    return NULL;

  return g_steal_pointer (&loading);
}

static void
desk_changed_cb (LoketSurvey *self)
{
  self->is_fresh = FALSE;
}

static void
loket_survey_dispose (GObject *object)
{
  LoketSurvey *self = LOKET_SURVEY (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->questionnaire);
  g_clear_object (&self->frame);

  G_OBJECT_CLASS (loket_survey_parent_class)->dispose (object);
}

static void
loket_survey_finalize (GObject *object)
{
  LoketSurvey *self = LOKET_SURVEY (object);

  g_free (self->stamp);
  g_free (self->own_office);

  G_OBJECT_CLASS (loket_survey_parent_class)->finalize (object);
}

static void
loket_survey_class_init (LoketSurveyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = loket_survey_dispose;
  object_class->finalize = loket_survey_finalize;
}

static void
loket_survey_init (LoketSurvey *self)
{
}

/**
 * loket_survey_new:
 * @desk: an open desk
 * @questionnaire: what was asked
 *
 * Returns: (transfer full): a survey of which nothing is loaded yet
 */
LoketSurvey *
loket_survey_new (LoketDesk          *desk,
                  LoketQuestionnaire *questionnaire)
{
  LoketSurvey *self = g_object_new (LOKET_TYPE_SURVEY, NULL);

  self->desk = g_object_ref (desk);
  self->questionnaire = g_object_ref (questionnaire);
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::counsellor", G_CALLBACK (desk_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * loket_survey_get_own_office:
 *
 * Returns: (transfer none) (nullable): the name of the office of who worked at the desk when the
 *   responses were loaded
 */
const char *
loket_survey_get_own_office (LoketSurvey *self)
{
  g_return_val_if_fail (LOKET_IS_SURVEY (self), NULL);

  return self->own_office;
}

static Loading *
create_request (LoketSurvey *self)
{
  Loading *request = g_new0 (Loading, 1);
  LoketCounsellor *counsellor = loket_desk_get_counsellor (self->desk);

  if (counsellor != NULL)
    request->office_id = g_strdup (loket_record_get_value (LOKET_RECORD (counsellor),
                                                           LOKET_COUNSELLOR_OFFICE));

  request->questionnaire = g_object_ref (self->questionnaire);
  request->before = g_strdup (self->stamp);

  return request;
}

static LoketFrame *
take_loading (LoketSurvey *self,
              Loading     *loading)
{
  if (loading->frame != NULL)
    g_set_object (&self->frame, loading->frame);
  g_free (self->stamp);
  self->stamp = g_steal_pointer (&loading->stamp);
  g_free (self->own_office);
  self->own_office = g_steal_pointer (&loading->own_office);
  free_loading (loading);

  return g_object_ref (self->frame);
}

/**
 * loket_survey_load:
 * @error: why the store could not be read
 *
 * Loads all responses and waits for them: for programs without a window, and for tests.
 *
 * Returns: (transfer full) (nullable): the responses, not to be changed
 */
LoketFrame *
loket_survey_load (LoketSurvey  *self,
                   GError      **error)
{
  Loading *request, *loading;

  g_return_val_if_fail (LOKET_IS_SURVEY (self), NULL);

  request = create_request (self);
  loading = loket_store_read (loket_desk_get_store (self->desk), load_frame, request, error);
  free_loading (request);

  return loading != NULL ? take_loading (self, loading) : NULL;
}

static void
frame_loaded_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  LoketSurvey *self = g_task_get_source_object (task);
  Loading *loading = loket_desk_read_finish (LOKET_DESK (object), result, &error);

  if (loading != NULL)
    g_task_return_pointer (task, take_loading (self, loading), g_object_unref);
  else
    {
      self->is_fresh = FALSE;
      g_task_return_error (task, g_steal_pointer (&error));
    }
}

/**
 * loket_survey_load_async:
 * @cancellable: (nullable): interrupts the loading
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Loads the responses, or gives those that were loaded before when none changed since.
 */
void
loket_survey_load_async (LoketSurvey         *self,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (LOKET_IS_SURVEY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, loket_survey_load_async);
  if (self->is_fresh && self->frame != NULL)
    {
      g_task_return_pointer (task, g_object_ref (self->frame), g_object_unref);
      return;
    }

  self->is_fresh = TRUE;
  loket_desk_read_async (self->desk, load_frame, create_request (self), free_loading, free_loading,
                         cancellable, frame_loaded_cb, g_steal_pointer (&task));
}

/**
 * loket_survey_load_finish:
 *
 * Returns: (transfer full) (nullable): the responses, not to be changed
 */
LoketFrame *
loket_survey_load_finish (LoketSurvey   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What a thread sums up. */
typedef struct
{
  LoketFrame *frame;
  LoketRequest *request;
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_clear_object (&question->frame);
  g_clear_pointer (&question->request, loket_request_free);
  g_free (question);
}

static void
summarise (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  const Question *question = data;
  g_autoptr (LoketSummary) summary = loket_summary_new (question->frame, question->request);
  g_autoptr (GError) error = NULL;

  if (loket_filter_check (summary, &error))
    g_task_return_pointer (task, g_steal_pointer (&summary), (GDestroyNotify) loket_summary_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * loket_survey_summarise_async:
 * @frame: the responses, as they were loaded
 * @request: what is asked of them
 * @cancellable: (nullable): when it is cancelled, nobody waits any longer
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Sums up on a thread of its own.
 */
void
loket_survey_summarise_async (LoketSurvey         *self,
                              LoketFrame          *frame,
                              const LoketRequest  *request,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Question *question;

  g_return_if_fail (LOKET_IS_SURVEY (self));
  g_return_if_fail (LOKET_IS_FRAME (frame));

  question = g_new0 (Question, 1);
  question->frame = g_object_ref (frame);
  question->request = loket_request_copy (request);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, loket_survey_summarise_async);
  g_task_set_task_data (task, question, free_question);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, summarise);
}

/**
 * loket_survey_summarise_finish:
 *
 * Returns: (transfer full) (nullable): the figures; NULL with %LOKET_ERROR_CONSTRAINT and a
 *   sentence for people when the filter leaves, or leaves out, 1 to 4 answers
 */
LoketSummary *
loket_survey_summarise_finish (LoketSurvey   *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
