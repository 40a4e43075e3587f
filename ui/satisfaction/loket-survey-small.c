/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Is there only while there are few answers; counts on a thread of its own. */

#include "loketten-config.h"

#include "loket-survey-small.h"

#include "loket-finding-rows.h"
#include "loket-preferences.h"
#include "loket-small-words.h"
#include "loket-survey-card.h"
#include "loket-survey-work.h"

#include <glib/gi18n.h>

struct _LoketSurveySmall
{
  AdwBin parent_instance;

  GtkBox *columns;
  LoketSurveyCard *progress;
  LoketSurveyCard *figures;
  LoketSurveyCard *parts;
  LoketSurveyWork *work;
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
show_words (LoketSurveySmall      *self,
            const LoketSmallWords *words)
{
  const LoketSurveyCardWords progress = { .finding = words->title, .lead = words->forecast };
  const LoketSurveyCardWords figures = { .finding = _("The grade, as far as it can be told"),
                                         .lead = words->grade,
                                         .note = words->figures_note };
  const LoketSurveyCardWords parts = { .finding = _("Parts over 24 months"),
                                       .note = words->parts_note };

  loket_survey_card_show (self->progress, &progress, loket_drawing_ref (words->progress), FALSE);
  loket_survey_card_show (self->figures, &figures, loket_drawing_ref (words->figures), FALSE);
  loket_survey_card_show (self->parts, &parts,
                          words->parts != NULL ? loket_drawing_ref (words->parts) : NULL, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->parts), words->parts != NULL);
  loket_finding_rows_show (self->absent, words->absent);
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

  show_words (self, words);
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

  g_type_ensure (LOKET_TYPE_SURVEY_CARD);
  g_type_ensure (LOKET_TYPE_SURVEY_WORK);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-survey-small.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketSurveySmall, columns);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveySmall, progress);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveySmall, figures);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveySmall, parts);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveySmall, work);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveySmall, absent);
}

static void
loket_survey_small_init (LoketSurveySmall *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_survey_small_set_desk:
 * @desk: an open desk; before anything is shown
 */
void
loket_survey_small_set_desk (LoketSurveySmall *self,
                             LoketDesk        *desk)
{
  g_return_if_fail (LOKET_IS_SURVEY_SMALL (self));

  loket_survey_work_set_desk (self->work, desk);
}

/**
 * loket_survey_small_set_narrow:
 * @is_narrow: whether there is room for one card beside another
 */
void
loket_survey_small_set_narrow (LoketSurveySmall *self,
                               gboolean          is_narrow)
{
  g_return_if_fail (LOKET_IS_SURVEY_SMALL (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  is_narrow ? GTK_ORIENTATION_VERTICAL
                                            : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->columns, !is_narrow);
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
      loket_survey_work_hide (self->work);
      gtk_widget_hide (GTK_WIDGET (self));
      return;
    }

  loket_survey_work_show (self->work, summary);

  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, counted_cb, NULL);
  g_task_set_source_tag (task, loket_survey_small_show);
  g_task_set_task_data (task, loket_summary_ref ((LoketSummary *) summary),
                        (GDestroyNotify) loket_summary_unref);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, count);
}
