/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Counts, asks the ledger what may leave, and says what became of it. */

#include "loketten-config.h"

#include "loket-report-deeds.h"

#include "loket-annex.h"
#include "loket-dialogs.h"
#include "loket-preferences.h"
#include "loket-report-act.h"
#include "loket-report-print.h"

#include <glib/gi18n.h>

/* One report on its way out. */
typedef struct
{
  GtkWidget *page;
  LoketDesk *desk;
  LoketSurvey *survey;
  LoketFrame *frame;
  LoketRequest *request;
  char **own;             /* (nullable) */
  const char *format;     /* (nullable): NULL on paper */
  GFile *file;            /* (nullable): once it is chosen */
  char *path;             /* (nullable): of what is printed into a file */
  LoketDateText today;
  LoketRelease *release;  /* (nullable): once it may be printed */
} Errand;

static void
free_errand (Errand *errand)
{
  g_clear_object (&errand->page);
  g_clear_object (&errand->desk);
  g_clear_object (&errand->survey);
  g_clear_object (&errand->frame);
  g_clear_pointer (&errand->request, loket_request_free);
  g_strfreev (errand->own);
  g_clear_object (&errand->file);
  g_free (errand->path);
  g_clear_pointer (&errand->release, loket_release_free);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, free_errand)

static Errand *
create_errand (const LoketReportSource *source,
               const char              *format)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->page = g_object_ref (source->page);
  errand->desk = g_object_ref (source->desk);
  errand->survey = g_object_ref (source->survey);
  errand->frame = g_object_ref (source->frame);
  errand->request = loket_request_copy (source->request);
  errand->own = g_strdupv ((char **) source->own);
  errand->format = format;
  errand->today = loket_desk_get_today (source->desk);

  return errand;
}

static LoketReportFacts
get_facts (const Errand *errand)
{
  return (LoketReportFacts) { .language = loket_preferences_get_language (),
                              .today = errand->today.text,
                              .own = (const char *const *) errand->own };
}

static void
say (const Errand *errand,
     const char   *sentence)
{
  gtk_widget_activate_action (errand->page, "win.show-problem", "s", sentence);
}

static void
say_problem (const Errand *errand,
             const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (errand, error->message);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  guint n_withheld = 0;

  if (!loket_desk_save_report_finish (LOKET_DESK (object), result, &n_withheld, &error))
    {
      say_problem (errand, error);
      return;
    }

  if (n_withheld > 0)
    sentence = g_strdup_printf (
        ngettext ("The report is saved; %u figure is left out that earlier reports would give away",
                  "The report is saved; %u figures are left out that earlier reports would give "
                  "away", n_withheld),
        n_withheld);
  say (errand, sentence != NULL ? sentence : _("The report is saved"));
}

static void
withdrawn_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;

  if (!loket_desk_withdraw_release_finish (LOKET_DESK (object), result, &error))
    say_problem (errand, error);
}

/* What was not sent to a printer has not left. */
static void
printed_cb (gboolean      is_sent,
            const GError *error,
            gpointer      user_data)
{
  Errand *errand = user_data;

  if (error != NULL)
    say_problem (errand, error);
  if (is_sent)
    free_errand (errand);
  else
    loket_desk_withdraw_release_async (errand->desk, errand->release, NULL, withdrawn_cb, errand);
}

static void
annex_loaded_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (LoketReportAnnex) annex = NULL;
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (errand->page));
  LoketReportFacts facts = get_facts (errand);

  annex = loket_desk_load_annex_finish (LOKET_DESK (object), result, &error);
  facts.annex = annex;
  if (annex == NULL)
    {
      printed_cb (FALSE, error, g_steal_pointer (&errand));
      return;
    }

  operation = loket_report_print_new (loket_report_new (errand->release->summary, &facts),
                                      printed_cb, errand);
  if (errand->path != NULL)
    gtk_print_operation_set_export_filename (operation, errand->path);
  gtk_print_operation_run (operation,
                           errand->path != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT
                                                : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           window, NULL);
  g_steal_pointer (&errand);
}

static void
released_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;

  errand->release = loket_desk_release_finish (LOKET_DESK (object), result, &error);
  if (errand->release == NULL)
    {
      say_problem (errand, error);
      return;
    }

  loket_desk_load_annex_async (errand->desk, errand->release->summary, errand->release->themes,
                               NULL, annex_loaded_cb, errand);
  g_steal_pointer (&errand);
}

static void
summarised_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  Errand *errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketSummary) summary = NULL;
  const LoketReportOrder order = { .format = errand->format, .facts = get_facts (errand) };

  summary = loket_survey_summarise_finish (LOKET_SURVEY (object), result, &error);
  if (summary == NULL)
    {
      say_problem (errand, error);
      free_errand (errand);
    }
  else if (errand->format != NULL)
    loket_desk_save_report_async (errand->desk, summary, &order, errand->file, NULL, saved_cb,
                                  errand);
  else
    loket_desk_release_async (errand->desk, summary, LOKET_MEDIUM_PRINT, NULL, released_cb,
                              errand);
}

static void
begin (Errand *errand)
{
  loket_survey_summarise_async (errand->survey, errand->frame, errand->request, NULL,
                                summarised_cb, errand);
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;

  errand->file = loket_dialogs_ask_finish (result, NULL);
  if (errand->file != NULL)
    begin (g_steal_pointer (&errand));
}

/**
 * loket_report_deeds_save:
 * @format: %LOKET_FORMAT_PDF, %LOKET_FORMAT_XLSX or %LOKET_FORMAT_DUTCH_CSV
 *
 * Asks where, and saves what may leave.
 */
void
loket_report_deeds_save (const LoketReportSource *source,
                         const char              *format)
{
  const char *end = g_str_equal (format, LOKET_FORMAT_DUTCH_CSV) ? "csv" : format;
  /* Translators: the name of a file, without what follows the dot. */
  g_autofree char *name = g_strdup_printf ("%s.%s", _("satisfaction"), end);

  loket_dialogs_ask_where_async (source->page, _("Save Report"), name, chosen_cb,
                                create_errand (source, format));
}

/**
 * loket_report_deeds_print:
 *
 * Prints what may leave, after the person chose a printer.
 */
void
loket_report_deeds_print (const LoketReportSource *source)
{
  begin (create_errand (source, NULL));
}

/**
 * loket_report_deeds_print_to:
 * @path: of a file
 *
 * Prints what may leave into a PDF, to see what would be printed: the way of
 * loket_report_deeds_print () to its end, but for the dialog that asks for a printer.
 */
void
loket_report_deeds_print_to (const LoketReportSource *source,
                             const char              *path)
{
  Errand *errand = create_errand (source, NULL);

  errand->path = g_strdup (path);
  begin (errand);
}
