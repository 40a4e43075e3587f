/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Lists what is due, the most urgent first. */

#include "loketten-config.h"

#include "loket-ctl-due.h"

#include "loket-ctl-table.h"
#include "loket-due.h"
#include "loket-error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *on;
  char *counsellor;
  char *kind;
  char *format;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->on);
  g_free (options->counsellor);
  g_free (options->kind);
  g_free (options->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static const LoketTableColumn columns[] = {
  { "client_no", LOKET_TABLE_TEXT },       { "trajectory_no", LOKET_TABLE_TEXT },
  { "kind", LOKET_TABLE_TEXT },            { "due_on", LOKET_TABLE_TEXT },
  { "overdue_days", LOKET_TABLE_INTEGER }, { "priority", LOKET_TABLE_TEXT },
  { "counsellor", LOKET_TABLE_TEXT },      { "attempt", LOKET_TABLE_INTEGER },
  { "escalated", LOKET_TABLE_FLAG },       { "reason", LOKET_TABLE_TEXT },
};

static gboolean
check_kind (LoketCodes  *codes,
            const char  *kind,
            GError     **error)
{
  if (kind == NULL || g_str_equal (kind, "promise")
      || loket_codes_has (codes, "contact_kind", kind))
    return TRUE;

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
               _("“%s” is no kind of contact; the kinds are promise and those of the list "
                 "contact_kind, such as callback and aftercare"), kind);

  return FALSE;
}

static int
print_due (GPtrArray  *due,
           const char *format)
{
  g_autoptr (LoketCtlTable) table = loket_ctl_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < due->len; i++)
    {
      const LoketDue *one = due->pdata[i];
      g_autofree char *overdue = g_strdup_printf ("%d", one->overdue_days);
      g_autofree char *attempt = g_strdup_printf ("%d", one->attempt);
      const char *const values[] = {
        one->client_no, one->trajectory_no, one->kind, one->due_on.text, overdue,
        one->is_high ? "high" : "normal", one->counsellor, attempt,
        one->is_escalated ? "1" : "0", one->reason,
      };

      loket_ctl_table_add (table, values);
    }

  return loket_ctl_table_print (table, format, &error) ? LOKET_EXIT_DONE : loket_ctl_fail (error);
}

static int
list_due (LoketCtl      *ctl,
          const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) due = NULL;
  LoketDesk *desk = loket_ctl_open_desk (ctl, LOKET_ACCESS_WRITE, &error);
  LoketDateText today;

  if (desk == NULL)
    return loket_ctl_fail (error);
  if (!check_kind (loket_desk_get_codes (desk), options->kind, &error))
    return loket_ctl_refuse_words (error);

  today = loket_desk_get_today (desk);
  due = loket_desk_load_due (desk, options->on != NULL ? options->on : today.text,
                             options->counsellor, options->kind, &error);

  return due != NULL ? print_due (due, options->format) : loket_ctl_fail (error);
}

static int
run_due (LoketCtl  *ctl,
         int        argc,
         char     **argv)
{
  g_auto (Options) options = { NULL };
  g_autoptr (GError) error = NULL;
  GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, N_("On this day instead of today"),
      N_("DATE") },
    { "counsellor", 0, 0, G_OPTION_ARG_STRING, &options.counsellor,
      N_("Only what this counsellor does on that day"), N_("CODE") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind, N_("Only of this kind"), N_("KIND") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format,
      N_("text (the default), csv or json"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };

  if (!loket_ctl_parse (&loket_ctl_due, entries, 0, &argc, &argv))
    return LOKET_EXIT_USAGE;
  if (!loket_ctl_check_day (options.on, &error)
      || !loket_ctl_table_check_format (options.format, &error))
    return loket_ctl_refuse_words (error);

  return list_due (ctl, &options);
}

const LoketVerb loket_ctl_due = {
  "due", N_("[--on DATE] [--counsellor CODE] [--kind KIND] [--format FORMAT]"),
  N_("list contacts and promises that are due, the most urgent first"), run_due
};
