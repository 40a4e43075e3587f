/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Facts from the records, of one person or one office; without any there is nothing to see. */

#include "loketten-config.h"

#include "loket-survey-work.h"

#include "loket-finding-rows.h"
#include "loket-process-words.h"
#include "loket-process.h"

#include <glib/gi18n.h>

struct _LoketSurveyWork
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkListBox *list;

  LoketDesk *desk;
  GCancellable *cancellable;  /* (nullable): of what is being read */
};

G_DEFINE_FINAL_TYPE (LoketSurveyWork, loket_survey_work, ADW_TYPE_BIN)

static const char *
get_code (LoketCounsellor *counsellor)
{
  return loket_record_get_text (LOKET_RECORD (counsellor), LOKET_COUNSELLOR_COUNSELLOR);
}

static void
show_unit (LoketSurveyWork        *self,
           const LoketProcessUnit *unit)
{
  g_autoptr (GPtrArray) lines = loket_process_words_new (unit);
  LoketCounsellor *own = loket_desk_get_counsellor (self->desk);
  g_autofree char *title = NULL;

  if (own != NULL && g_strcmp0 (unit->counsellor, get_code (own)) == 0)
    title = g_strdup (_("Your work, from the records"));
  else
    /* Translators: a counsellor or an office */
    title = g_strdup_printf (_("The work of %s, from the records"),
                             unit->counsellor != NULL ? unit->counsellor : unit->office);
  gtk_label_set_text (self->title, title);
  loket_finding_rows_show (self->list, lines);
  gtk_widget_set_visible (GTK_WIDGET (self), lines->len > 0);
}

/* Whose work it is; beside it stand points without a name. */
static const LoketProcessUnit *
find_named (const GPtrArray *units)
{
  const LoketProcessUnit *named = NULL;

  for (guint i = 0; i < units->len; i++)
    {
      const LoketProcessUnit *unit = units->pdata[i];

      if (unit->counsellor == NULL && unit->office == NULL)
        continue;
      if (named != NULL)
        return NULL;
      named = unit;
    }

  return named;
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LoketSurveyWork) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketProcess) process = NULL;
  const LoketProcessUnit *unit;

  process = loket_desk_load_process_finish (LOKET_DESK (object), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_widget_hide (GTK_WIDGET (self));
  if (process == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-problem", "s", error->message);
      return;
    }

  unit = find_named (process->units);
  if (unit != NULL)
    show_unit (self, unit);
}

static void
loket_survey_work_dispose (GObject *object)
{
  LoketSurveyWork *self = LOKET_SURVEY_WORK (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_survey_work_parent_class)->dispose (object);
}

static void
loket_survey_work_class_init (LoketSurveyWorkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_survey_work_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-survey-work.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyWork, title);
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyWork, list);
}

static void
loket_survey_work_init (LoketSurveyWork *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_survey_work_set_desk:
 * @desk: an open desk; before anything is shown
 */
void
loket_survey_work_set_desk (LoketSurveyWork *self,
                            LoketDesk       *desk)
{
  g_return_if_fail (LOKET_IS_SURVEY_WORK (self));

  g_set_object (&self->desk, desk);
}

/**
 * loket_survey_work_show:
 * @summary: what was chosen; its period counts, for a team lead also its office or counsellor
 */
void
loket_survey_work_show (LoketSurveyWork    *self,
                        const LoketSummary *summary)
{
  LoketCounsellor *own;
  LoketProcessQuery query = loket_process_query_new_for (summary->request->selection);

  g_return_if_fail (LOKET_IS_SURVEY_WORK (self));

  loket_survey_work_hide (self);
  own = loket_desk_get_counsellor (self->desk);
  if (own != NULL && !loket_counsellor_is_team_lead (own))
    {
      query.office = NULL;
      query.counsellor = get_code (own);
    }
  query.by_office = query.counsellor == NULL;
  self->cancellable = g_cancellable_new ();
  loket_desk_load_process_async (self->desk, &query, self->cancellable, loaded_cb,
                                 g_object_ref (self));
}

/**
 * loket_survey_work_hide:
 *
 * Shows nothing, also not what is being read.
 */
void
loket_survey_work_hide (LoketSurveyWork *self)
{
  g_return_if_fail (LOKET_IS_SURVEY_WORK (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_hide (GTK_WIDGET (self));
}
