/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A desk on a store of its own, into which surveys are imported as a person would. */

#include "survey-fixture.h"

#include "loket-import-act.h"
#include "loket-import-file.h"
#include "loket-questionnaires.h"

#include <glib/gstdio.h>

void
survey_fixture_set_up (SurveyFixture *fixture,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketClock) clock = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("survey-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "loketten.db", NULL);
  clock = loket_clock_new ("run:2026-11-21T10:40", &error);
  g_assert_no_error (error);
  fixture->desk = loket_desk_open (path, LOKET_ACCESS_CREATE, clock, &error);
  g_assert_no_error (error);
}

void
survey_fixture_tear_down (SurveyFixture *fixture,
                          gconstpointer  data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  loket_desk_close (fixture->desk);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->desk);

  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->act);
}

static void
import_reader (SurveyFixture  *fixture,
               const char     *kind,
               LoketCsvReader *reader)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketQuestionnaire) kto = loket_questionnaires_load ("kto", &error);
  g_autoptr (LoketImportPlan) plan = NULL;
  g_autoptr (LoketDeed) deed = NULL;

  g_assert_no_error (error);
  plan = loket_import_plan_new (loket_kind_get_by_plural (kind), reader, kto, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (loket_desk_check_import (fixture->desk, plan, &error));
  g_assert_no_error (error);
  deed = loket_desk_import (fixture->desk, plan, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (loket_import_plan_count (plan, LOKET_IMPORT_REFUSED), ==, 0);
  g_free (fixture->act);
  fixture->act = g_strdup (deed->id);
}

/**
 * survey_fixture_import:
 * @kind: "responses" or "invitations"
 * @csv: the text of a file
 */
void
survey_fixture_import (SurveyFixture *fixture,
                       const char    *kind,
                       const char    *csv)
{
  g_autofree char *path = g_build_filename (fixture->folder, "import.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  LoketCsvReader *reader;

  g_file_set_contents (path, csv, -1, &error);
  g_assert_no_error (error);
  reader = loket_import_file_open (file, kind, NULL, &error);
  g_assert_no_error (error);
  import_reader (fixture, kind, reader);
}

char *
survey_fixture_read_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "kto", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/**
 * survey_fixture_import_file:
 * @name: of a file of responses in data/kto
 */
void
survey_fixture_import_file (SurveyFixture *fixture,
                            const char    *name)
{
  g_autofree char *csv = survey_fixture_read_file (name);

  survey_fixture_import (fixture, "responses", csv);
}

/**
 * survey_fixture_import_lines:
 * @first: of the lines of 2023; 1 is the first respondent
 */
void
survey_fixture_import_lines (SurveyFixture *fixture,
                             guint          first,
                             guint          n)
{
  g_autofree char *text = survey_fixture_read_file ("responses_2023.csv");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) csv = g_string_new (lines[0]);

  for (guint i = first; i < first + n; i++)
    g_string_append_printf (csv, "\n%s", lines[i]);
  g_string_append_c (csv, '\n');
  survey_fixture_import (fixture, "responses", csv->str);
}

/**
 * survey_fixture_import_invited:
 *
 * In 2023 all offices together invited 11,046 clients, from February on; of 2022 it is not known.
 */
void
survey_fixture_import_invited (SurveyFixture *fixture)
{
  GString *csv = g_string_new ("month,loket,sent\n");

  for (int month = 2; month <= 12; month++)
    g_string_append_printf (csv, "2023-%02d,,%d\n", month, month == 12 ? 1006 : 1004);
  survey_fixture_import (fixture, "invitations", csv->str);
  g_string_free (csv, TRUE);
}

/**
 * survey_fixture_import_all:
 *
 * Imports 2022, 2023 and the invitations.
 */
void
survey_fixture_import_all (SurveyFixture *fixture)
{
  survey_fixture_import_file (fixture, "responses_2022.csv");
  survey_fixture_import_file (fixture, "responses_2023.csv");
  survey_fixture_import_invited (fixture);
}
