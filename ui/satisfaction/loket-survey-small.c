/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Is there only while there are few answers; counts on a thread of its own. */

#include "loketten-config.h"

#include "loket-survey-small.h"

#include "loket-finding-rows.h"
#include "loket-preferences.h"
#include "loket-small-words.h"

struct _LoketSurveySmall
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *forecast;
  GtkProgressBar *progress;
  GtkListBox *figures;
  GtkWidget *parts_head;
  GtkListBox *parts;
  GtkListBox *absent;

  GCancellable *cancellable;  /* (nullable): of what is being counted */
};

G_DEFINE_FINAL_TYPE (LoketSurveySmall, loket_survey_small, ADW_TYPE_BIN)

static void
count (GTask        *task,
       gpointer      source,
       gpointer      data,
       GCancellable *cancellable)
{
  g_task_return_pointer (task, loket_small_words_new (data, loket_preferences_get_language ()),
                         (GDestroyNotify) loket_small_words_free);
}

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  LoketSurveySmall *self = LOKET_SURVEY_SMALL (object);
  g_autoptr (LoketSmallWords) words = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cut off by a newer choice. */
  if (words == NULL)
    return;

  gtk_label_set_text (self->title, words->title);
  gtk_label_set_text (self->forecast, words->forecast);
  gtk_progress_bar_set_fraction (self->progress, words->part);
  loket_finding_rows_show (self->figures, words->figures);
  loket_finding_rows_show (self->parts, words->parts);
  gtk_widget_set_visible (self->parts_head, words->parts->len > 0);
  loket_finding_rows_show (self->absent, words->absent);
  gtk_widget_show (GTK_WIDGET (self));
}

static void
loket_survey_small_dispose (GObject *object)
{
  LoketSurveySmall *self = LOKET_SURVEY_SMALL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (loket_survey_small_parent_class)->dispose (object);
}

static void
loket_survey_small_class_init (LoketSurveySmallClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_survey_small_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-survey-small.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketSurveySmall, title);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveySmall, forecast);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveySmall, progress);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveySmall, figures);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveySmall, parts_head);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveySmall, parts);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveySmall, absent);
}

static void
loket_survey_small_init (LoketSurveySmall *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_survey_small_show:
 * @summary: what was chosen; with enough answers there is nothing to see
 */
void
loket_survey_small_show (LoketSurveySmall   *self,
                         const LoketSummary *summary)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (LOKET_IS_SURVEY_SMALL (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (!loket_small_words_fit (summary))
    {
      gtk_widget_hide (GTK_WIDGET (self));
      return;
    }

  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, counted_cb, NULL);
  g_task_set_source_tag (task, loket_survey_small_show);
  g_task_set_task_data (task, loket_summary_ref ((LoketSummary *) summary),
                        (GDestroyNotify) loket_summary_unref);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, count);
}
