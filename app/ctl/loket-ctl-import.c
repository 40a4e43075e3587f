/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The verb import: brings the rows of a CSV file or a spreadsheet into the store. */

#include "loketten-config.h"

#include "loket-ctl-exchange.h"

#include "loket-ctl-output.h"
#include "loket-error.h"
#include "loket-import-act.h"
#include "loket-import-file.h"
#include "loket-questionnaire-act.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

/* More of them would push the first ones off the screen; --rejects writes them all. */
#define MOST_SENTENCES 1000

typedef struct
{
  char **map;
  char *rejects;
  char *questionnaire;
  gboolean dry_run;
  gboolean all_or_nothing;
} Options;

static void
clear_options (Options *options)
{
  g_strfreev (options->map);
  g_free (options->rejects);
  g_free (options->questionnaire);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* What a terminal takes for: begin the line again, with nothing in it. */
#define ERASE_LINE "\r\033[K"

/* Tells a person at a terminal how far it is, once it has taken a second. */
static void
show_progress (gboolean is_writing,
               double   fraction,
               gpointer user_data)
{
  const gint64 *begun = user_data;

  if (g_get_monotonic_time () - *begun < G_USEC_PER_SEC)
    return;

  g_printerr (ERASE_LINE);
  if (is_writing)
    g_printerr (_("Writing: %3.0f%%"), 100.0 * fraction);
  else
    g_printerr (_("Checking: %3.0f%%"), 100.0 * fraction);
}

static void
end_progress (gint64 begun)
{
  if (isatty (STDERR_FILENO) && g_get_monotonic_time () - begun >= G_USEC_PER_SEC)
    g_printerr (ERASE_LINE);
}

static LoketImportPlan *
create_plan (LoketCtl         *ctl,
             const LoketKind  *kind,
             const char       *path,
             const Options    *options,
             GError          **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (LoketQuestionnaire) questionnaire = NULL;
  LoketCsvReader *reader;

  questionnaire = loket_ctl_load_questionnaire (ctl, options->questionnaire, error);
  if (questionnaire == NULL)
    return NULL;

  reader = loket_import_file_open (file, kind->plural, NULL, error);
  if (reader == NULL)
    return NULL;

  return loket_import_plan_new (kind, reader, questionnaire, (const char *const *) options->map,
                                error);
}

static void
print_sentences (LoketImportPlan *plan)
{
  const char *file = loket_csv_reader_get_name (loket_import_plan_get_reader (plan));
  const char *const *unknown = loket_import_plan_get_unknown_columns (plan);
  GPtrArray *refusals = loket_import_plan_get_refusals (plan);

  for (guint i = 0; unknown[i] != NULL; i++)
    g_printerr (_("loketctl: %s: the column %s is not known and was not read\n"), file,
                unknown[i]);

  for (guint i = 0; i < MIN (refusals->len, MOST_SENTENCES); i++)
    {
      g_autofree char *sentence = loket_refusal_to_string (g_ptr_array_index (refusals, i), file);

      g_printerr ("loketctl: %s\n", sentence);
    }

  if (refusals->len > MOST_SENTENCES)
    g_printerr (_("loketctl: %s: and %u more rows; --rejects FILE writes all of them\n"), file,
                refusals->len - MOST_SENTENCES);
}

static gboolean
write_rejects (LoketImportPlan  *plan,
               const char       *path,
               GError          **error)
{
  g_autoptr (GOutputStream) stream = loket_ctl_output_open (path, error);

  if (stream == NULL)
    return FALSE;

  if (loket_import_plan_write_rejects (plan, stream, NULL, error))
    return loket_ctl_output_finish (stream, error);

  loket_ctl_output_abort (stream);

  return FALSE;
}

static void
print_counts (LoketImportPlan *plan,
              const Options   *options)
{
  gboolean written = !options->dry_run
                     && (!options->all_or_nothing
                         || loket_import_plan_count (plan, LOKET_IMPORT_REFUSED) == 0);

  g_print (_("%s: %u new, %u changed, %u unchanged, %u refused\n"),
           loket_csv_reader_get_name (loket_import_plan_get_reader (plan)),
           loket_import_plan_count (plan, LOKET_IMPORT_NEW),
           loket_import_plan_count (plan, LOKET_IMPORT_CHANGED),
           loket_import_plan_count (plan, LOKET_IMPORT_SAME),
           loket_import_plan_count (plan, LOKET_IMPORT_REFUSED));

  if (!written)
    g_print (_("Nothing was written.\n"));
}

/* Checks, reports, and writes when there is something to write. */
static gboolean
do_import (LoketDesk        *desk,
           LoketImportPlan  *plan,
           const Options    *options,
           GError          **error)
{
  gboolean has_refusals;

  if (!loket_desk_check_import (desk, plan, error))
    return FALSE;

  if (options->rejects != NULL && !write_rejects (plan, options->rejects, error))
    return FALSE;

  has_refusals = loket_import_plan_count (plan, LOKET_IMPORT_REFUSED) > 0;
  if (!options->dry_run && !(options->all_or_nothing && has_refusals)
      && loket_import_plan_count (plan, LOKET_IMPORT_NEW)
         + loket_import_plan_count (plan, LOKET_IMPORT_CHANGED) > 0)
    {
      g_autoptr (LoketDeed) deed = loket_desk_import (desk, plan, error);

      return deed != NULL;
    }

  return TRUE;
}

static gboolean
same_file (const char *one,
           const char *other)
{
  g_autoptr (GFile) a = g_file_new_for_commandline_arg (one);
  g_autoptr (GFile) b = g_file_new_for_commandline_arg (other);

  return g_file_equal (a, b);
}

static gboolean
check_words (const char     *kind,
             const char     *path,
             const Options  *options)
{
  if (loket_kind_get_by_plural (kind) == NULL)
    g_printerr (_("loketctl import: “%s” is not a kind of file; the kinds are counsellors, "
                  "clients, trajectories, sessions, assessments, promises, contacts, responses, "
                  "invitations, questionnaires\n"),
                kind);
  else if (options->rejects != NULL && same_file (path, options->rejects))
    g_printerr (_("loketctl import: %s: the rejects would overwrite the file that is imported\n"),
                options->rejects);
  else
    return TRUE;

  return FALSE;
}

static int
import_file (LoketCtl       *ctl,
             const char     *kind,
             const char     *path,
             const Options  *options)
{
  g_autoptr (LoketImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  gint64 begun = g_get_monotonic_time ();
  LoketDesk *desk;
  gboolean done;

  plan = create_plan (ctl, loket_kind_get_by_plural (kind), path, options, &error);
  if (plan == NULL)
    {
      loket_ctl_fail (error);
      return g_error_matches (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND) ? LOKET_EXIT_USAGE
                                                                         : LOKET_EXIT_FAILED;
    }

  desk = loket_ctl_open_desk (ctl, LOKET_ACCESS_WRITE, &error);
  if (desk == NULL)
    return loket_ctl_fail (error);

  if (isatty (STDERR_FILENO))
    loket_import_plan_set_progress (plan, show_progress, &begun);

  done = do_import (desk, plan, options, &error);
  end_progress (begun);
  print_sentences (plan);
  if (!done)
    return loket_ctl_fail (error);

  print_counts (plan, options);

  return loket_import_plan_count (plan, LOKET_IMPORT_REFUSED) > 0 ? LOKET_EXIT_REFUSED_ROWS
                                                                  : LOKET_EXIT_DONE;
}

/* A questionnaire of the office's own is one file, not rows. */
static int
import_questionnaire (LoketCtl       *ctl,
                      const char     *path,
                      const Options  *options)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *json = NULL;
  g_autoptr (LoketQuestionnaire) questionnaire = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GError) error = NULL;
  LoketDesk *desk;

  if (!g_file_load_contents (file, NULL, &json, NULL, NULL, &error))
    return loket_ctl_fail (error);

  questionnaire = loket_questionnaire_new_from_json (name, json, -1, &error);
  if (questionnaire == NULL)
    return loket_ctl_fail (error);
  desk = loket_ctl_open_desk (ctl, LOKET_ACCESS_WRITE, &error);
  if (desk == NULL)
    return loket_ctl_fail (error);
  if (!options->dry_run)
    {
      deed = loket_desk_add_questionnaire (desk, name, json, &error);
      if (deed == NULL)
        return loket_ctl_fail (error);
    }

  /* Translators: a file, the id of a questionnaire, and how many questions it has */
  g_print (_("%s: “%s” with %u questions\n"), name, loket_questionnaire_get_id (questionnaire),
           loket_questionnaire_get_n_items (questionnaire));
  if (options->dry_run)
    g_print (_("Nothing was written.\n"));

  return LOKET_EXIT_DONE;
}

static int
run_import (LoketCtl  *ctl,
            int        argc,
            char     **argv)
{
  g_auto (Options) options = { NULL };
  GOptionEntry entries[] = {
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.map,
      N_("Read the column COLUMN as FIELD"), N_("COLUMN=FIELD") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_("Check only, write nothing"),
      NULL },
    { "rejects", 0, 0, G_OPTION_ARG_FILENAME, &options.rejects,
      N_("Write refused rows to FILE, each with the reason"), N_("FILE") },
    { "all-or-nothing", 0, 0, G_OPTION_ARG_NONE, &options.all_or_nothing,
      N_("Write nothing when a row is refused"), NULL },
    { "questionnaire", 0, 0, G_OPTION_ARG_STRING, &options.questionnaire,
      N_("What was asked, for responses and invitations (kto)"), N_("ID") },
    G_OPTION_ENTRY_NULL
  };

  if (!loket_ctl_parse (&loket_ctl_import, entries, 2, &argc, &argv))
    return LOKET_EXIT_USAGE;
  if (g_str_equal (argv[1], "questionnaires"))
    return import_questionnaire (ctl, argv[2], &options);
  if (!check_words (argv[1], argv[2], &options))
    return LOKET_EXIT_USAGE;

  return import_file (ctl, argv[1], argv[2], &options);
}

const LoketVerb loket_ctl_import = {
  "import",
  N_("KIND FILE [--map COLUMN=FIELD]... [--dry-run] [--rejects FILE] [--all-or-nothing] "
  "[--questionnaire ID]"),
  N_("bring the rows of a CSV file or a spreadsheet (XLSX) into the store"), run_import
};
