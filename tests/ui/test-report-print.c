/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What is printed: the pages of the PDF, and on record in the ledger. */

#include "loket-report-deeds.h"

#include "loket-questionnaires.h"
#include "loket-report-act.h"
#include "loket-release-table.h"
#include "survey-fixture.h"

#include <adwaita.h>

static gboolean
count_row (const LoketReleaseRow  *row,
           gpointer                user_data,
           GError                **error)
{
  GString *media = user_data;

  g_string_append_printf (media, "%s%s", media->len > 0 ? " " : "", row->medium);

  return TRUE;
}

static gpointer
list_media (LoketDatabase  *database,
            gpointer        input,
            GError        **error)
{
  return loket_release_table_for_each (database, count_row, input, error) ? input : NULL;
}

/* What left, in its order: "print pdf". */
static char *
see_ledger (SurveyFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GString *media = g_string_new (NULL);

  loket_store_read (loket_desk_get_store (fixture->desk), list_media, media, &error);
  g_assert_no_error (error);

  return g_string_free (media, FALSE);
}

static void
keep_result (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* The text of all pages, with a form feed behind each. */
static char *
read_pdf (const char *path)
{
  const char *const words[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  return text;
}

static guint
count_pages (const char *text)
{
  guint n = 0;

  for (const char *c = text; *c != '\0'; c++)
    n += *c == '\f';

  return n;
}

/* Printing into a file is done when the file ends as a PDF does. */
static void
wait_for_pdf (const char *path)
{
  for (;;)
    {
      g_autofree char *data = NULL;
      gsize length = 0;

      if (g_file_get_contents (path, &data, &length, NULL) && length > 6
          && g_str_has_suffix (data + length - 6, "%%EOF\n"))
        return;
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static void
save_pdf (SurveyFixture *fixture,
          LoketSurvey   *survey,
          LoketFrame    *frame,
          LoketRequest  *request,
          const char    *path)
{
  g_autoptr (LoketSummary) summary = loket_summary_new (frame, request);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LoketDateText today = loket_desk_get_today (fixture->desk);
  const LoketReportOrder order = { .format = LOKET_FORMAT_PDF,
                                   .facts = { .language = "en", .today = today.text } };

  loket_desk_save_report_async (fixture->desk, summary, &order, file, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (loket_desk_save_report_finish (fixture->desk, result, NULL, &error));
  g_assert_no_error (error);
}

static void
test_pages_are_those_of_the_pdf (SurveyFixture *fixture,
                                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketQuestionnaire) kto = loket_questionnaires_load ("kto", &error);
  g_autoptr (LoketSurvey) survey = loket_survey_new (fixture->desk, kto);
  g_autoptr (LoketFrame) frame = NULL;
  g_autoptr (LoketRequest) request = loket_request_new (kto);
  g_autofree char *printed = g_build_filename (fixture->folder, "printed.pdf", NULL);
  g_autofree char *saved = g_build_filename (fixture->folder, "saved.pdf", NULL);
  g_autofree char *printed_text = NULL;
  g_autofree char *saved_text = NULL;
  g_autofree char *ledger = NULL;
  GtkWidget *window = gtk_window_new ();
  const LoketReportSource source = { .page = gtk_label_new (NULL), .desk = fixture->desk,
                                     .survey = survey, .frame = NULL, .request = request };
  LoketReportSource whole = source;

  survey_fixture_import_all (fixture);
  whole.frame = frame = loket_survey_load (survey, &error);
  g_assert_no_error (error);
  loket_request_set_period (request, "2023", &error);
  loket_request_add_by (request, "gender", &error);
  g_assert_no_error (error);
  gtk_window_set_child (GTK_WINDOW (window), whole.page);

  loket_report_deeds_print_to (&whole, printed);
  wait_for_pdf (printed);
  save_pdf (fixture, survey, frame, request, saved);
  printed_text = read_pdf (printed);
  saved_text = read_pdf (saved);
  g_assert_cmpuint (count_pages (printed_text), >, 5);
  g_assert_cmpuint (count_pages (printed_text), ==, count_pages (saved_text));
  g_assert_cmpstr (printed_text, ==, saved_text);
  ledger = see_ledger (fixture);
  g_assert_cmpstr (ledger, ==, "print pdf");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  /* Not isolated: fonts are found by the system's list. */
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/report-print/pages-are-those-of-the-pdf", SurveyFixture, NULL,
              survey_fixture_set_up, test_pages_are_those_of_the_pdf, survey_fixture_tear_down);

  return g_test_run ();
}
