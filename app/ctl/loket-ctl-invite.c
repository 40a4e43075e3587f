/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Lists who can be invited to the survey, and draws the sample. */

#include "loketten-config.h"

#include "loket-ctl-invite.h"

#include "loket-ctl-output.h"
#include "loket-ctl-table.h"
#include "loket-error.h"
#include "loket-invite-act.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *on;
  char *format;
  char *output;
  gboolean excluded;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->on);
  g_free (options->format);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static void
add_open (LoketCtlTable        *table,
          const LoketSurveyRow *candidate)
{
  LoketDateText opening = loket_survey_window_get_opening (candidate->last_contact_on);
  LoketDateText closing = loket_survey_window_get_closing (candidate->last_contact_on);
  const char *const values[] = {
    candidate->client_no, candidate->trajectory_no, candidate->counsellor,
    candidate->last_contact_on, opening.text, closing.text, candidate->email,
  };

  loket_ctl_table_add (table, values);
}

static LoketCtlTable *
list_open (LoketCandidates *candidates)
{
  static const LoketTableColumn columns[] = {
    { "client_no", LOKET_TABLE_TEXT },       { "trajectory_no", LOKET_TABLE_TEXT },
    { "counsellor", LOKET_TABLE_TEXT },      { "last_contact_on", LOKET_TABLE_TEXT },
    { "window_opens", LOKET_TABLE_TEXT },    { "window_closes", LOKET_TABLE_TEXT },
    { "email", LOKET_TABLE_TEXT },
  };
  LoketCtlTable *table = loket_ctl_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < candidates->open->len; i++)
    add_open (table, candidates->open->pdata[i]);

  return table;
}

static LoketCtlTable *
list_exclusions (LoketCandidates *candidates)
{
  static const LoketTableColumn columns[] = {
    { "counsellor", LOKET_TABLE_TEXT },
    { "reason", LOKET_TABLE_TEXT },
    { "count", LOKET_TABLE_INTEGER },
  };
  LoketCtlTable *table = loket_ctl_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GArray) counts = loket_candidates_count_exclusions (candidates);

  for (guint i = 0; i < counts->len; i++)
    {
      const LoketExclusionCount *count = &g_array_index (counts, LoketExclusionCount, i);
      g_autofree char *number = g_strdup_printf ("%u", count->count);
      const char *const values[] = { count->counsellor, count->reason, number };

      loket_ctl_table_add (table, values);
    }

  return table;
}

/* A program that asked gets an empty table. */
static gboolean
is_for_people (const char *format)
{
  return format == NULL || g_str_equal (format, "text");
}

static gboolean
say_that_nobody (LoketCandidates *candidates,
                 gboolean         excluded)
{
  if ((excluded ? candidates->excluded : candidates->open)->len > 0)
    return FALSE;

  g_print ("%s\n", excluded ? _("Nobody is excluded on this day.")
                            : _("Nobody can be invited on this day."));

  return TRUE;
}

static int
print_candidates (LoketCtl      *ctl,
                  const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketCandidates) candidates = NULL;
  g_autoptr (LoketCtlTable) table = NULL;
  LoketDesk *desk = loket_ctl_open_desk (ctl, LOKET_ACCESS_WRITE, &error);
  LoketDateText today;

  if (desk == NULL)
    return loket_ctl_fail (error);

  today = loket_desk_get_today (desk);
  candidates = loket_desk_load_candidates (desk, options->on != NULL ? options->on : today.text,
                                           &error);
  if (candidates == NULL)
    return loket_ctl_fail (error);

  if (is_for_people (options->format) && say_that_nobody (candidates, options->excluded))
    return LOKET_EXIT_DONE;

  table = options->excluded ? list_exclusions (candidates) : list_open (candidates);

  return loket_ctl_table_print (table, options->format, &error) ? LOKET_EXIT_DONE
                                                                : loket_ctl_fail (error);
}

static int
run_invitees (LoketCtl  *ctl,
              int        argc,
              char     **argv)
{
  g_auto (Options) options = { NULL };
  g_autoptr (GError) error = NULL;
  GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, N_("On this day instead of today"),
      N_("DATE") },
    { "excluded", 0, 0, G_OPTION_ARG_NONE, &options.excluded,
      N_("Count who is not invited, by counsellor and reason"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format,
      N_("text (the default), csv or json"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };

  if (!loket_ctl_parse (&loket_ctl_invitees, entries, 0, &argc, &argv))
    return LOKET_EXIT_USAGE;
  if (!loket_ctl_check_day (options.on, &error)
      || !loket_ctl_table_check_format (options.format, &error))
    return loket_ctl_refuse_words (error);

  return print_candidates (ctl, &options);
}

/* The file is begun before anybody is marked: where nothing can be written nobody is invited. */
static int
draw (LoketCtl      *ctl,
      const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  LoketDesk *desk = loket_ctl_open_desk (ctl, LOKET_ACCESS_WRITE, &error);
  LoketDateText today;
  const char *day;
  guint n_written = 0;

  if (desk == NULL)
    return loket_ctl_fail (error);

  today = loket_desk_get_today (desk);
  day = options->on != NULL ? options->on : today.text;
  if (strcmp (day, today.text) > 0)
    {
      g_set_error (&error, LOKET_ERROR, LOKET_ERROR_INVALID,
                   /* Translators: a date. */
                   _("%s is still to come: nobody can be invited on it yet"), day);
      return loket_ctl_refuse_words (error);
    }

  stream = loket_ctl_output_open (options->output, &error);
  if (stream == NULL)
    return loket_ctl_fail (error);

  deed = loket_desk_invite (desk, day, &error);
  if (deed == NULL || !loket_desk_write_invitees (desk, day, stream, &n_written, &error))
    {
      loket_ctl_output_abort (stream);
      return loket_ctl_fail (error);
    }
  if (!loket_ctl_output_finish (stream, &error))
    return loket_ctl_fail (error);

  g_print (g_dngettext (GETTEXT_PACKAGE, "%u client is in the file\n",
                        "%u clients are in the file\n", n_written),
           n_written);

  return LOKET_EXIT_DONE;
}

static int
run_invite (LoketCtl  *ctl,
            int        argc,
            char     **argv)
{
  g_auto (Options) options = { NULL };
  g_autoptr (GError) error = NULL;
  GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, N_("On this day instead of today"),
      N_("DATE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("Write to FILE"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };

  if (!loket_ctl_parse (&loket_ctl_invite, entries, 0, &argc, &argv))
    return LOKET_EXIT_USAGE;
  if (options.output == NULL)
    g_set_error_literal (&error, LOKET_ERROR, LOKET_ERROR_INVALID,
                         _("say with -o which file to write"));
  if (error != NULL || !loket_ctl_check_day (options.on, &error))
    return loket_ctl_refuse_words (error);

  return draw (ctl, &options);
}

const LoketVerb loket_ctl_invitees = {
  "invitees", N_("[--on DATE] [--excluded] [--format text|csv|json]"),
  N_("list who can be invited to the survey"), run_invitees
};

const LoketVerb loket_ctl_invite = {
  "invite", N_("[--on DATE] -o FILE"), N_("invite them, and write the file for the survey"),
  run_invite
};
