/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Writes appointments and what is to be done for a calendar program. */

#include "loketten-config.h"

#include "loket-ctl-calendar.h"

#include "loket-calendar.h"
#include "loket-ctl-output.h"
#include "loket-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *counsellor;
  char *from;
  char *until;
  char *output;
  gboolean names;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->counsellor);
  g_free (options->from);
  g_free (options->until);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static int
write_calendar (LoketCtl      *ctl,
                const Options *options)
{
  const LoketCalendarOptions wanted = {
    options->counsellor, options->from, options->until, options->names,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) stream = NULL;
  g_autofree char *text = NULL;
  LoketDesk *desk = loket_ctl_open_desk (ctl, LOKET_ACCESS_WRITE, &error);

  if (desk != NULL)
    text = loket_desk_create_calendar (desk, &wanted, &error);
  if (text != NULL)
    stream = loket_ctl_output_open (options->output, &error);
  if (stream == NULL)
    return loket_ctl_fail (error);

  if (!g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, &error))
    {
      loket_ctl_output_abort (stream);
      return loket_ctl_fail (error);
    }

  return loket_ctl_output_finish (stream, &error) ? LOKET_EXIT_DONE : loket_ctl_fail (error);
}

static int
run_calendar (LoketCtl  *ctl,
              int        argc,
              char     **argv)
{
  g_auto (Options) options = { NULL };
  g_autoptr (GError) error = NULL;
  GOptionEntry entries[] = {
    { "counsellor", 0, 0, G_OPTION_ARG_STRING, &options.counsellor,
      N_("Only what this counsellor does"), N_("CODE") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_("From this day on (today)"),
      N_("DATE") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &options.until, N_("Up to and including this day"),
      N_("DATE") },
    { "names", 0, 0, G_OPTION_ARG_NONE, &options.names,
      N_("Name clients, instead of their numbers"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("Write to FILE"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };

  if (!loket_ctl_parse (&loket_ctl_calendar, entries, 0, &argc, &argv))
    return LOKET_EXIT_USAGE;
  if (!loket_ctl_check_day (options.from, &error) || !loket_ctl_check_day (options.until, &error))
    return loket_ctl_refuse_words (error);
  if (options.from != NULL && options.until != NULL && strcmp (options.until, options.from) < 0)
    {
      g_set_error (&error, LOKET_ERROR, LOKET_ERROR_INVALID,
                   _("the last day, %s, lies before the first, %s"), options.until, options.from);
      return loket_ctl_refuse_words (error);
    }

  return write_calendar (ctl, &options);
}

const LoketVerb loket_ctl_calendar = {
  "calendar", N_("[--counsellor CODE] [--from DATE] [--until DATE] [--names] [-o FILE]"),
  N_("write appointments and contacts for a calendar program"), run_calendar
};
