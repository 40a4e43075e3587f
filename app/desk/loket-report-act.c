/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * First the release is on record, then the file is made and put in its place; when that fails the
 * release is taken back, since nobody has seen it. */

#include "loketten-config.h"

#include "loket-report-act.h"

#include "loket-annex.h"

/* What saving takes along; the texts of the order are ours. */
typedef struct
{
  LoketReportOrder order;
  char *format;
  char *chart;            /* (nullable) */
  char *language;
  char *today;
  GStrv own;              /* (nullable) */
  GFile *file;
  LoketRelease *release;  /* (nullable): until it is on record */
  LoketReportAnnex *annex;  /* (nullable): of a report with pages */
  GError *problem;        /* (nullable): why the file could not be written */
} Saving;

static void
free_saving (gpointer data)
{
  Saving *saving = data;

  g_free (saving->format);
  g_free (saving->chart);
  g_free (saving->language);
  g_free (saving->today);
  g_strfreev (saving->own);
  g_object_unref (saving->file);
  g_clear_pointer (&saving->release, loket_release_free);
  g_clear_pointer (&saving->annex, loket_report_annex_free);
  g_clear_error (&saving->problem);
  g_free (saving);
}

static Saving *
create_saving (const LoketReportOrder *order,
               GFile                  *file)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->format = g_strdup (order->format);
  saving->chart = g_strdup (order->chart);
  saving->language = g_strdup (order->facts.language);
  saving->today = g_strdup (order->facts.today);
  saving->own = g_strdupv ((char **) order->facts.own);
  saving->order = (LoketReportOrder) { saving->format,
                                       saving->chart,
                                       { saving->language, saving->today,
                                         (const char *const *) saving->own, NULL } };
  saving->file = g_object_ref (file);

  return saving;
}

/**
 * loket_report_get_medium:
 * @format: as an order names it
 *
 * Returns: (transfer none): how the ledger calls it
 */
const char *
loket_report_get_medium (const char *format)
{
  if (g_str_equal (format, LOKET_FORMAT_DUTCH_CSV))
    return LOKET_MEDIUM_CSV;
  if (g_str_equal (format, LOKET_FORMAT_PNG) || g_str_equal (format, LOKET_FORMAT_SVG))
    return LOKET_MEDIUM_PICTURE;

  return format;
}

static void
withdrawn_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Saving *saving = g_task_get_task_data (task);

  /* What could not be taken back hides more later on, never less. */
  if (!loket_desk_withdraw_release_finish (LOKET_DESK (object), result, &error))
    g_warning ("A release could not be withdrawn: %s", error->message);
  g_task_return_error (task, g_steal_pointer (&saving->problem));
}

static void
withdraw (LoketDesk *desk,
          GTask     *task)
{
  Saving *saving = g_task_get_task_data (task);

  loket_desk_withdraw_release_async (desk, saving->release, NULL, withdrawn_cb,
                                     g_object_ref (task));
}

static void
write_file (GTask        *task,
            gpointer      source,
            gpointer      task_data,
            GCancellable *cancellable)
{
  Saving *saving = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file =
      loket_report_file_new (saving->release->summary, &saving->order, &error);
  gsize length = 0;
  const char *data = file != NULL ? g_bytes_get_data (file, &length) : NULL;

  if (file != NULL
      && g_file_replace_contents (saving->file, data, length, NULL, FALSE,
                                  G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                                  cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Saving *saving = g_task_get_task_data (task);

  if (g_task_propagate_boolean (G_TASK (result), &saving->problem))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  withdraw (LOKET_DESK (object), task);
}

static void
begin_writing (GTask *task)
{
  g_autoptr (GTask) writing = g_task_new (g_task_get_source_object (task),
                                          g_task_get_cancellable (task), written_cb,
                                          g_object_ref (task));

  g_task_set_task_data (writing, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (writing, write_file);
}

static void
annex_loaded_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Saving *saving = g_task_get_task_data (task);

  saving->annex = loket_desk_load_annex_finish (LOKET_DESK (object), result, &saving->problem);
  saving->order.facts.annex = saving->annex;
  if (saving->annex != NULL)
    begin_writing (task);
  else
    withdraw (LOKET_DESK (object), task);
}

static void
released_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Saving *saving = g_task_get_task_data (task);

  saving->release = loket_desk_release_finish (LOKET_DESK (object), result, &error);
  if (saving->release == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (g_str_equal (saving->format, LOKET_FORMAT_PDF))
    loket_desk_load_annex_async (LOKET_DESK (object), saving->release->summary,
                                 saving->release->themes, g_task_get_cancellable (task),
                                 annex_loaded_cb, g_object_ref (task));
  else
    begin_writing (task);
}

/**
 * loket_desk_save_report_async:
 * @summary: what is on the screen
 * @order: in what format; is copied
 * @file: is replaced, and readable by its owner alone
 *
 * Puts figures on record as released, then saves them; on a worker thread. Where the file cannot be
 * written, what was there before stays and the release is withdrawn. Errors are those of
 * loket_desk_release_async(), loket_report_file_new() and g_file_replace_contents().
 */
void
loket_desk_save_report_async (LoketDesk              *desk,
                              LoketSummary           *summary,
                              const LoketReportOrder *order,
                              GFile                  *file,
                              GCancellable           *cancellable,
                              GAsyncReadyCallback     callback,
                              gpointer                user_data)
{
  g_autoptr (GTask) task = g_task_new (desk, cancellable, callback, user_data);

  g_task_set_source_tag (task, loket_desk_save_report_async);
  g_task_set_task_data (task, create_saving (order, file), free_saving);
  loket_desk_release_async (desk, summary, loket_report_get_medium (order->format), cancellable,
                            released_cb, g_steal_pointer (&task));
}

/**
 * loket_desk_save_report_finish:
 * @n_withheld: (out) (optional): how many figures of the screen are hidden in the file
 *
 * Returns: whether the file is there
 */
gboolean
loket_desk_save_report_finish (LoketDesk     *desk,
                               GAsyncResult  *result,
                               guint         *n_withheld,
                               GError       **error)
{
  const Saving *saving = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_task_is_valid (result, desk), FALSE);

  if (n_withheld != NULL)
    *n_withheld = saving->release != NULL ? saving->release->n_withheld : 0;

  return g_task_propagate_boolean (G_TASK (result), error);
}
