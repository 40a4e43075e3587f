/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The verb process: how the work goes, by counsellor or office. */

#include "loketten-config.h"

#include "loket-ctl-process.h"

#include "loket-ctl-table.h"
#include "loket-error.h"
#include "loket-period.h"
#include "loket-process.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

typedef struct
{
  char *period;
  char *by;
  char *format;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->period);
  g_free (options->by);
  g_free (options->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* What a figure is called in JSON; of a share, what its two numbers are called. */
static const struct
{
  const char *name;
  const char *part;
  const char *whole;
} names[] = {
  [LOKET_PROCESS_RESPONSE] = { "response_days", NULL, NULL },
  [LOKET_PROCESS_PROMISES] = { "promises", "kept", "due" },
  [LOKET_PROCESS_RESULT] = { "result_days", NULL, NULL },
  [LOKET_PROCESS_DEBRIEF] = { "debrief_days", NULL, NULL },
  [LOKET_PROCESS_SESSIONS] = { "sessions_per_trajectory", NULL, NULL },
  [LOKET_PROCESS_MINUTES] = { "minutes_per_trajectory", NULL, NULL },
  [LOKET_PROCESS_AFTERCARE] = { "aftercare", "kept", "due" },
  [LOKET_PROCESS_NO_SHOWS] = { "no_shows", "count", "planned" },
};

static void
append_quoted (GString    *json,
               const char *text)
{
  if (text == NULL)
    {
      g_string_append (json, "null");
      return;
    }

  g_string_append_c (json, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if ((guchar) *c < 0x20)
        g_string_append_printf (json, "\\u%04x", *c);
      else if (*c == '"' || *c == '\\')
        g_string_append_printf (json, "\\%c", *c);
      else
        g_string_append_c (json, *c);
    }
  g_string_append_c (json, '"');
}

/* Unrounded, with a point whatever the language; half steps are all there is of a median. */
static void
append_number (GString *json,
               double   number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (json, g_ascii_dtostr (text, sizeof text, number));
}

static void
append_figure (GString                  *json,
               const LoketProcessFigure *figure,
               LoketProcessKind          kind)
{
  g_string_append_printf (json, ", \"%s\": {", names[kind].name);
  if (figure->is_hidden)
    g_string_append (json, "\"hidden\": true");
  else if (names[kind].part != NULL)
    g_string_append_printf (json, "\"%s\": %u, \"%s\": %u", names[kind].part, figure->part,
                            names[kind].whole, figure->n);
  else if (figure->n == 0)
    g_string_append (json, "\"median\": null, \"p80\": null, \"n\": 0");
  else
    {
      g_string_append (json, "\"median\": ");
      append_number (json, figure->median);
      g_string_append (json, ", \"p80\": ");
      append_number (json, figure->p80);
      g_string_append_printf (json, ", \"n\": %u", figure->n);
    }
  if (!figure->is_hidden && loket_process_kind_is_in_days (kind))
    g_string_append_printf (json, ", \"open\": %u", figure->n_open);
  g_string_append_c (json, '}');
}

static void
print_json (const GPtrArray *units,
            gboolean         by_office)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < units->len; i++)
    {
      const LoketProcessUnit *unit = units->pdata[i];

      g_string_append (json, i > 0 ? ",\n {" : "\n {");
      if (!by_office)
        {
          g_string_append (json, "\"counsellor\": ");
          append_quoted (json, unit->counsellor);
          g_string_append (json, ", ");
        }
      g_string_append (json, "\"office\": ");
      append_quoted (json, unit->office);
      for (guint kind = 0; kind < LOKET_N_PROCESS_KINDS; kind++)
        append_figure (json, &unit->figures[kind], kind);
      g_string_append_c (json, '}');
    }
  g_string_append (json, units->len > 0 ? "\n]\n" : "]\n");
  fputs (json->str, stdout);
}

/* No digits that only say how numbers are kept. */
static char *
dup_cell (const LoketProcessFigure *figure,
          double                    number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (figure->n > 0 ? g_ascii_formatd (text, sizeof text, "%.10g", number) : "");
}

/* In a table a figure is two or three cells. */
static void
add_cells (GPtrArray                *cells,
           const LoketProcessFigure *figure,
           LoketProcessKind          kind)
{
  gboolean is_share = names[kind].part != NULL;
  guint n_cells = is_share ? 2 : 3;

  for (guint i = 0; figure->is_hidden && i < n_cells; i++)
    g_ptr_array_add (cells, g_strdup ("hidden"));
  if (figure->is_hidden)
    return;
  if (is_share)
    g_ptr_array_add (cells, g_strdup_printf ("%u", figure->part));
  else
    {
      g_ptr_array_add (cells, dup_cell (figure, figure->median));
      g_ptr_array_add (cells, dup_cell (figure, figure->p80));
    }
  g_ptr_array_add (cells, g_strdup_printf ("%u", figure->n));
}

static const LoketTableColumn columns[] = {
  { "counsellor", LOKET_TABLE_TEXT },     { "office", LOKET_TABLE_TEXT },
  { "response_median", LOKET_TABLE_TEXT }, { "response_p80", LOKET_TABLE_TEXT },
  { "response_n", LOKET_TABLE_TEXT },     { "promises_kept", LOKET_TABLE_TEXT },
  { "promises_due", LOKET_TABLE_TEXT },   { "result_median", LOKET_TABLE_TEXT },
  { "result_p80", LOKET_TABLE_TEXT },     { "result_n", LOKET_TABLE_TEXT },
  { "debrief_median", LOKET_TABLE_TEXT }, { "debrief_p80", LOKET_TABLE_TEXT },
  { "debrief_n", LOKET_TABLE_TEXT },      { "sessions_median", LOKET_TABLE_TEXT },
  { "sessions_p80", LOKET_TABLE_TEXT },   { "sessions_n", LOKET_TABLE_TEXT },
  { "minutes_median", LOKET_TABLE_TEXT }, { "minutes_p80", LOKET_TABLE_TEXT },
  { "minutes_n", LOKET_TABLE_TEXT },      { "aftercare_kept", LOKET_TABLE_TEXT },
  { "aftercare_due", LOKET_TABLE_TEXT },  { "no_shows", LOKET_TABLE_TEXT },
  { "no_shows_planned", LOKET_TABLE_TEXT },
};

static gboolean
print_table (const GPtrArray  *units,
             gboolean          by_office,
             const char       *format,
             GError          **error)
{
  guint n_skipped = by_office ? 1 : 0;
  g_autoptr (LoketCtlTable) table = loket_ctl_table_new (columns + n_skipped,
                                                         G_N_ELEMENTS (columns) - n_skipped);

  for (guint i = 0; i < units->len; i++)
    {
      const LoketProcessUnit *unit = units->pdata[i];
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      if (!by_office)
        g_ptr_array_add (cells, g_strdup (unit->counsellor));
      g_ptr_array_add (cells, g_strdup (unit->office));
      for (guint kind = 0; kind < LOKET_N_PROCESS_KINDS; kind++)
        add_cells (cells, &unit->figures[kind], kind);
      loket_ctl_table_add (table, (const char *const *) cells->pdata);
    }

  return loket_ctl_table_print (table, format, error);
}

static int
answer (LoketCtl          *ctl,
        const LoketPeriod *period,
        const Options     *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketProcess) process = NULL;
  LoketProcessQuery query = loket_process_query_new (period);
  LoketDesk *desk = loket_ctl_open_desk (ctl, LOKET_ACCESS_WRITE, &error);

  if (desk == NULL)
    return loket_ctl_fail (error);

  query.by_office = g_strcmp0 (options->by, "office") == 0;
  process = loket_desk_load_process (desk, &query, &error);
  if (process == NULL)
    return loket_ctl_fail (error);
  if (g_strcmp0 (options->format, "json") == 0)
    print_json (process->units, process->by_office);
  else if (!print_table (process->units, process->by_office, options->format, &error))
    return loket_ctl_fail (error);

  return LOKET_EXIT_DONE;
}

static int
run_process (LoketCtl  *ctl,
             int        argc,
             char     **argv)
{
  g_auto (Options) options = { NULL };
  g_autoptr (GError) error = NULL;
  LoketPeriod period = { loket_month_new (1900, 1), loket_month_new (9998, 12) };
  GOptionEntry entries[] = {
    { "period", 0, 0, G_OPTION_ARG_STRING, &options.period,
      N_("A year, a month or a range: 2023, 2023-05, 2023-01..2023-06"), N_("PERIOD") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_("counsellor (the default) or office"),
      N_("GROUP") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format,
      N_("text (the default), csv or json"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };

  if (!loket_ctl_parse (&loket_ctl_process, entries, 0, &argc, &argv))
    return LOKET_EXIT_USAGE;
  if (options.by != NULL && !g_str_equal (options.by, "office")
      && !g_str_equal (options.by, "counsellor"))
    g_set_error (&error, LOKET_ERROR, LOKET_ERROR_INVALID,
                 _("“%s” is neither counsellor nor office"), options.by);
  if (error != NULL || !loket_ctl_table_check_format (options.format, &error)
      || (options.period != NULL && !loket_period_parse (options.period, &period, &error)))
    return loket_ctl_refuse_words (error);

  return answer (ctl, &period, &options);
}

const LoketVerb loket_ctl_process = {
  "process", N_("[--period P] [--by counsellor|office] [--format text|csv|json]"),
  N_("tell how the work goes, by counsellor or office"), run_process
};
