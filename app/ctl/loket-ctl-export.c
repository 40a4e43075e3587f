/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The verb export: writes all records of a kind to a file. */

#include "loketten-config.h"

#include "loket-ctl-exchange.h"

#include "loket-ctl-output.h"
#include "loket-export-book.h"
#include "loket-export.h"
#include "loket-response.h"
#include "loket-reviewer.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *format;
  char *output;
  char *questionnaire;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->format);
  g_free (options->output);
  g_free (options->questionnaire);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gpointer
write_export (LoketDatabase  *database,
              gpointer        input,
              GError        **error)
{
  return loket_export_write (input, database, error) ? input : NULL;
}

static gpointer
write_book (LoketDatabase  *database,
            gpointer        input,
            GError        **error)
{
  return loket_export_book_write (input, database, error) ? input : NULL;
}

/* Open answers that were not released leave the store with nobody but who reviews them. */
static gboolean
limit_export (LoketDesk    *desk,
              LoketExport  *request,
              GError      **error)
{
  gboolean may_review = TRUE;

  if (request->kind == &loket_response_kind && !loket_desk_may_review (desk, &may_review, error))
    return FALSE;

  request->only_released = !may_review;
  if (!may_review)
    g_printerr ("%s\n", _("Open answers are in the file as far as they were released; a team lead "
                          "gets them all (--as CODE)."));

  return TRUE;
}

static gboolean
is_book (const Options *options)
{
  return g_strcmp0 (options->format, "xlsx") == 0;
}

static int
export_records (LoketCtl      *ctl,
                LoketExport   *request,
                const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) stream = NULL;
  LoketDesk *desk = loket_ctl_open_desk (ctl, LOKET_ACCESS_WRITE, &error);

  if (desk == NULL || !limit_export (desk, request, &error))
    return loket_ctl_fail (error);

  stream = loket_ctl_output_open (options->output, &error);
  if (stream == NULL)
    return loket_ctl_fail (error);

  request->stream = stream;
  if (loket_store_read (loket_desk_get_store (desk), is_book (options) ? write_book : write_export,
                        request, &error) == NULL)
    {
      loket_ctl_output_abort (stream);
      return loket_ctl_fail (error);
    }

  return loket_ctl_output_finish (stream, &error) ? LOKET_EXIT_DONE : loket_ctl_fail (error);
}

static int
refuse_word (const char *format,
             const char *word)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_printerr (format, word);
#pragma GCC diagnostic pop

  return LOKET_EXIT_USAGE;
}

static int
run_export (LoketCtl  *ctl,
            int        argc,
            char     **argv)
{
  g_auto (Options) options = { NULL };
  g_autoptr (LoketQuestionnaire) questionnaire = NULL;
  g_autoptr (GError) error = NULL;
  LoketExport request = { NULL };
  GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_("csv (the default), json or xlsx"),
      N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("Write to FILE"), N_("FILE") },
    { "questionnaire", 0, 0, G_OPTION_ARG_STRING, &options.questionnaire,
      N_("What was asked, for responses and invitations (kto)"), N_("ID") },
    G_OPTION_ENTRY_NULL
  };

  if (!loket_ctl_parse (&loket_ctl_export, entries, 1, &argc, &argv))
    return LOKET_EXIT_USAGE;

  request.kind = loket_kind_get_by_plural (argv[1]);
  if (request.kind == NULL)
    return refuse_word (_("loketctl export: “%s” is not a kind of file; the kinds are counsellors, "
                          "clients, trajectories, sessions, assessments, promises, contacts, "
                          "responses, invitations\n"),
                        argv[1]);

  if (is_book (&options) && options.output == NULL)
    return refuse_word ("%s", _("loketctl export: xlsx is written to a file: -o FILE\n"));
  if (options.format != NULL && !is_book (&options) && !g_str_equal (options.format, "csv")
      && !g_str_equal (options.format, "json"))
    return refuse_word (_("loketctl export: “%s” is not a format; the formats are csv, json and "
                          "xlsx\n"),
                        options.format);
  request.format = g_strcmp0 (options.format, "json") == 0 ? LOKET_TABLE_JSON : LOKET_TABLE_CSV;

  questionnaire = loket_ctl_load_questionnaire (ctl, options.questionnaire, &error);
  if (questionnaire == NULL)
    {
      loket_ctl_fail (error);
      return LOKET_EXIT_USAGE;
    }
  request.questionnaire = questionnaire;

  return export_records (ctl, &request, &options);
}

const LoketVerb loket_ctl_export = {
  "export", N_("KIND [--format csv|json|xlsx] [-o FILE] [--questionnaire ID]"),
  N_("write all records of a kind to a file"), run_export
};
