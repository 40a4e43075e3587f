/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Of the work and of what clients wrote a report holds no more than who makes it may see, and no
 * text that was not released.
 *
 * The ledger does not keep figures of the work. It is there for what clients answered in
 * confidence; these are cases of the desk's own records, each of which stands in the chart as a
 * dot, so that subtracting one report from another tells nothing that a report does not show by
 * itself. That units of 1 to 4 cases are hidden keeps them from being judged by so few. */

#include "loket-annex.h"

#include "loket-open-answers.h"
#include "loket-process.h"

/* Persons are told apart only for somebody who works at the desk. */
static LoketProcessQuery
create_query (LoketDesk          *desk,
              const LoketRequest *request)
{
  LoketProcessQuery query = loket_process_query_new_for (request->selection);

  query.by_office = loket_desk_get_counsellor_id (desk) == NULL;

  return query;
}

static void
add_texts (GPtrArray               *texts,
           const LoketOpenQuestion *question)
{
  for (guint i = 0; i < question->answers->len; i++)
    {
      LoketOpenAnswer *answer = question->answers->pdata[i];

      if (loket_open_answer_get_state (answer) == LOKET_REVIEW_SHOWN)
        g_ptr_array_add (texts, loket_open_answer_dup_masked (answer));
    }
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static LoketReportAnnex *
create_annex (LoketProcess *process,
              GPtrArray    *themes)
{
  LoketReportAnnex *annex = loket_report_annex_new (process);

  if (themes != NULL)
    annex->themes = g_ptr_array_ref (themes);

  return annex;
}

static void
add_quotes (LoketReportAnnex       *annex,
            const LoketOpenAnswers *answers)
{
  annex->questionnaire = g_object_ref (G_OBJECT (answers->questionnaire));
  for (guint i = 0; i < answers->questions->len; i++)
    {
      const LoketOpenQuestion *question = answers->questions->pdata[i];
      GPtrArray *texts = NULL;

      if (question->is_hidden || question->n_shown == 0)
        continue;
      texts = loket_report_annex_add_quotes (annex, question->item);
      add_texts (texts, question);
      g_ptr_array_sort (texts, compare_texts);
    }
}

/**
 * loket_desk_load_annex:
 * @summary: of the answers that the report is about
 * @themes: (nullable) (element-type LoketThemes): those of the release
 * @error: why it could not be read
 *
 * Reads what stands beside the figures, and waits for it: how the work of the same period, office
 * and counsellor went, and what was released of what clients wrote. The latter is left out where
 * answers are picked by more than period and office, and where few wrote something.
 *
 * Returns: (transfer full) (nullable): what may stand in the report
 */
LoketReportAnnex *
loket_desk_load_annex (LoketDesk           *desk,
                       const LoketSummary  *summary,
                       GPtrArray           *themes,
                       GError             **error)
{
  const LoketRequest *request = summary->request;
  const LoketProcessQuery query = create_query (desk, request);
  LoketProcess *process = loket_desk_load_process (desk, &query, error);
  g_autoptr (LoketReportAnnex) annex = NULL;
  g_autoptr (LoketOpenAnswers) answers = NULL;

  if (process == NULL)
    return NULL;

  annex = create_annex (process, themes);
  if (!loket_open_answers_can_tell (request->selection))
    return g_steal_pointer (&annex);

  answers = loket_desk_load_open_answers (desk, request->questionnaire, request->selection,
                                          error);
  if (answers == NULL)
    return NULL;

  add_quotes (annex, answers);

  return g_steal_pointer (&annex);
}

/* What reading takes along. */
typedef struct
{
  LoketSummary *summary;
  GPtrArray *themes;        /* (nullable) */
  LoketReportAnnex *annex;  /* (nullable): until the work is read */
} Reading;

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  loket_summary_unref (reading->summary);
  g_clear_pointer (&reading->themes, g_ptr_array_unref);
  g_clear_pointer (&reading->annex, loket_report_annex_free);
  g_free (reading);
}

static void
answers_loaded_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (LoketOpenAnswers) answers = NULL;
  GError *error = NULL;
  Reading *reading = g_task_get_task_data (task);

  answers = loket_desk_load_open_answers_finish (LOKET_DESK (object), result, &error);
  if (answers == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  add_quotes (reading->annex, answers);
  g_task_return_pointer (task, g_steal_pointer (&reading->annex),
                         (GDestroyNotify) loket_report_annex_free);
}

static void
process_loaded_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  Reading *reading = g_task_get_task_data (task);
  const LoketRequest *request = reading->summary->request;
  LoketProcess *process = loket_desk_load_process_finish (LOKET_DESK (object), result, &error);

  if (process == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  reading->annex = create_annex (process, reading->themes);
  if (loket_open_answers_can_tell (request->selection))
    loket_desk_load_open_answers_async (LOKET_DESK (object), request->questionnaire,
                                        request->selection, g_task_get_cancellable (task),
                                        answers_loaded_cb, g_object_ref (task));
  else
    g_task_return_pointer (task, g_steal_pointer (&reading->annex),
                           (GDestroyNotify) loket_report_annex_free);
}

/**
 * loket_desk_load_annex_async:
 * @summary: of the answers that the report is about
 * @themes: (nullable) (element-type LoketThemes): those of the release
 *
 * Reads what stands beside the figures, as loket_desk_load_annex () does.
 */
void
loket_desk_load_annex_async (LoketDesk           *desk,
                             LoketSummary        *summary,
                             GPtrArray           *themes,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  const LoketProcessQuery query = create_query (desk, summary->request);
  GTask *task = g_task_new (desk, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->summary = loket_summary_ref (summary);
  reading->themes = themes != NULL ? g_ptr_array_ref (themes) : NULL;
  g_task_set_source_tag (task, loket_desk_load_annex_async);
  g_task_set_task_data (task, reading, free_reading);
  loket_desk_load_process_async (desk, &query, cancellable, process_loaded_cb, task);
}

/**
 * loket_desk_load_annex_finish:
 *
 * Returns: (transfer full) (nullable): what may stand in the report
 */
LoketReportAnnex *
loket_desk_load_annex_finish (LoketDesk     *desk,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, desk), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
