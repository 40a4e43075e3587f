/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The verb satisfaction: how satisfied clients are, for people and for programs. */

#include "loketten-config.h"

#include "loket-ctl-satisfaction.h"

#include "loket-annex.h"
#include "loket-ctl-output.h"
#include "loket-error.h"
#include "loket-filter-check.h"
#include "loket-findings.h"
#include "loket-preferences.h"
#include "loket-report-act.h"
#include "loket-survey.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *questionnaire;
  char *period;
  char *against;
  GStrv by;
  GStrv where;
  char *format;
  char *output;
  gboolean holm;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->questionnaire);
  g_free (options->period);
  g_free (options->against);
  g_strfreev (options->by);
  g_strfreev (options->where);
  g_free (options->format);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static const char *
get_format (const Options *options)
{
  return options->format != NULL ? options->format : LOKET_FORMAT_TEXT;
}

/* Shows groups without being asked for any. */
static gboolean
is_report (const Options *options)
{
  return g_str_equal (get_format (options), LOKET_FORMAT_PDF)
         || g_str_equal (get_format (options), LOKET_FORMAT_XLSX);
}

static gboolean
check_format (const Options  *options,
              GError        **error)
{
  static const char *const offered[] = { LOKET_FORMAT_TEXT, LOKET_FORMAT_CSV,
                                         LOKET_FORMAT_DUTCH_CSV, LOKET_FORMAT_JSON,
                                         LOKET_FORMAT_PDF, LOKET_FORMAT_XLSX, NULL };

  if (!g_strv_contains (offered, get_format (options)))
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                   _("“%s” is not a format; the formats are text, csv, csv-excel, json, pdf and "
                     "xlsx"),
                   options->format);
      return FALSE;
    }
  if (options->output == NULL && is_report (options))
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                   _("%s is written to a file: say which with -o FILE"), options->format);
      return FALSE;
    }

  return TRUE;
}

static LoketRequest *
create_request (LoketCtl       *ctl,
                const Options  *options,
                GError        **error)
{
  g_autoptr (LoketQuestionnaire) questionnaire = NULL;
  g_autoptr (LoketRequest) request = NULL;

  questionnaire = loket_ctl_load_questionnaire (ctl, options->questionnaire, error);
  if (questionnaire == NULL)
    return NULL;

  request = loket_request_new (questionnaire);
  request->holm = options->holm;
  if (options->period != NULL && !loket_request_set_period (request, options->period, error))
    return NULL;
  if (options->against != NULL && !loket_request_set_against (request, options->against, error))
    return NULL;
  for (guint i = 0; options->by != NULL && options->by[i] != NULL; i++)
    {
      if (!loket_request_add_by (request, options->by[i], error))
        return NULL;
    }
  if (options->by == NULL && is_report (options))
    loket_findings_add_groups (request);
  for (guint i = 0; options->where != NULL && options->where[i] != NULL; i++)
    {
      if (!loket_request_add_where (request, options->where[i], error))
        return NULL;
    }

  return g_steal_pointer (&request);
}

/* Which offices and counsellors there are is known only from the responses. */
static gboolean
check_names (LoketFrame          *frame,
             const LoketRequest  *request,
             GError             **error)
{
  for (guint i = 0; i < loket_selection_get_n_filters (request->selection); i++)
    {
      LoketGrouping grouping = { 0 };
      const char *value = NULL;

      loket_selection_get_filter (request->selection, i, &grouping, &value);
      if (loket_frame_find_group (frame, &grouping, value) > 0)
        continue;
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, _("no response has the %s “%s”"),
                   loket_grouping_get_id (&grouping), value);
      return FALSE;
    }

  return TRUE;
}

static gboolean
write_summary (LoketDesk           *desk,
               const LoketSummary  *summary,
               GPtrArray           *themes,
               const char          *format,
               GOutputStream       *stream,
               GError             **error)
{
  g_autoptr (LoketReportAnnex) annex = NULL;
  g_autoptr (GBytes) file = NULL;
  LoketDateText today = loket_desk_get_today (desk);
  LoketReportOrder order = { .format = format,
                             .facts = { .language = loket_preferences_get_language (),
                                        .today = today.text } };
  gboolean has_annex = g_str_equal (format, LOKET_FORMAT_PDF);
  gsize length = 0;
  const void *data = NULL;

  if (has_annex)
    order.facts.annex = annex = loket_desk_load_annex (desk, summary, themes, error);
  if (!has_annex || annex != NULL)
    file = loket_report_file_new (summary, &order, error);
  data = file != NULL ? g_bytes_get_data (file, &length) : NULL;
  if (file != NULL && g_output_stream_write_all (stream, data, length, NULL, NULL, error))
    return loket_ctl_output_finish (stream, error);

  loket_ctl_output_abort (stream);

  return FALSE;
}

static int
print_summary (LoketDesk          *desk,
               const LoketSummary *summary,
               const Options      *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) stream = loket_ctl_output_open (NULL, &error);

  return write_summary (desk, summary, NULL, get_format (options), stream, &error)
             ? LOKET_EXIT_DONE
             : loket_ctl_fail (error);
}

/* Says what is hidden in the file and is not on the screen. */
static void
report_withheld (const LoketRelease *release)
{
  if (release->n_withheld == 0)
    return;

  g_printerr (g_dngettext (GETTEXT_PACKAGE,
                           "%u more figure is hidden: the answers of 1 to 4 clients could be "
                           "worked out with it\n",
                           "%u more figures are hidden: the answers of 1 to 4 clients could be "
                           "worked out with them\n",
                           release->n_withheld),
              release->n_withheld);
}

/* The file is begun first: where nothing can be written nothing leaves. It is put in its place
 * last: what can be seen is on record. */
static int
release_summary (LoketDesk     *desk,
                 LoketSummary  *summary,
                 const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) problem = NULL;
  g_autoptr (LoketRelease) release = NULL;
  g_autoptr (GOutputStream) stream = loket_ctl_output_open (options->output, &error);

  if (stream == NULL)
    return loket_ctl_fail (error);

  release = loket_desk_release (desk, summary, loket_report_get_medium (get_format (options)),
                                &error);
  if (release == NULL)
    {
      loket_ctl_output_abort (stream);
      return loket_ctl_fail (error);
    }
  if (!write_summary (desk, release->summary, release->themes, get_format (options), stream,
                      &error))
    {
      if (!loket_desk_withdraw_release (desk, release, &problem))
        loket_ctl_fail (problem);
      return loket_ctl_fail (error);
    }
  report_withheld (release);

  return LOKET_EXIT_DONE;
}

static int
refuse_words (GError *error)
{
  loket_ctl_fail (error);

  return LOKET_EXIT_USAGE;
}

static int
answer (LoketCtl      *ctl,
        LoketRequest  *request,
        const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketSurvey) survey = NULL;
  g_autoptr (LoketFrame) frame = NULL;
  g_autoptr (LoketSummary) summary = NULL;
  LoketDesk *desk = loket_ctl_open_desk (ctl, LOKET_ACCESS_WRITE, &error);

  if (desk == NULL)
    return loket_ctl_fail (error);

  survey = loket_survey_new (desk, request->questionnaire);
  frame = loket_survey_load (survey, &error);
  if (frame == NULL)
    return loket_ctl_fail (error);
  if (!check_names (frame, request, &error))
    return refuse_words (error);

  if (options->by == NULL && is_report (options) && loket_frame_has_facts (frame))
    loket_report_add_drivers (request);
  summary = loket_summary_new (frame, request);
  if (!loket_filter_check (summary, &error))
    return loket_ctl_fail (error);
  if (request->has_against && !summary->against.hidden && summary->against.responses == 0)
    /* Translators: a period, such as 2019 */
    g_printerr (_("there are no answers of %s to compare with\n"), options->against);

  return options->output != NULL ? release_summary (desk, summary, options)
                                 : print_summary (desk, summary, options);
}

static int
run_satisfaction (LoketCtl  *ctl,
                  int        argc,
                  char     **argv)
{
  g_auto (Options) options = { NULL };
  g_autoptr (LoketRequest) request = NULL;
  g_autoptr (GError) error = NULL;
  GOptionEntry entries[] = {
    { "questionnaire", 0, 0, G_OPTION_ARG_STRING, &options.questionnaire,
      N_("What was asked (kto)"), N_("ID") },
    { "period", 0, 0, G_OPTION_ARG_STRING, &options.period,
      N_("A year, a month or a range: 2023, 2023-05, 2023-01..2023-06"), N_("PERIOD") },
    { "against", 0, 0, G_OPTION_ARG_STRING, &options.against,
      N_("The period to compare with"), N_("PERIOD") },
    { "by", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.by,
      N_("Tell groups apart: office, counsellor, gender, situation …"), N_("GROUP") },
    { "where", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.where,
      N_("Only responses of a group"), N_("GROUP=VALUE") },
    { "holm", 0, 0, G_OPTION_ARG_NONE, &options.holm,
      N_("Correct changes and differences for how many are tested"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format,
      N_("text (the default), csv, csv-excel, json, pdf or xlsx"), N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("Write to FILE"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };

  if (!loket_ctl_parse (&loket_ctl_satisfaction, entries, 0, &argc, &argv))
    return LOKET_EXIT_USAGE;
  if (!check_format (&options, &error))
    return refuse_words (error);

  request = create_request (ctl, &options, &error);

  return request != NULL ? answer (ctl, request, &options) : refuse_words (error);
}

const LoketVerb loket_ctl_satisfaction = {
  "satisfaction",
  N_("[--questionnaire ID] [--period P] [--against P] [--by GROUP]... [--where GROUP=VALUE]... "
  "[--holm] [--format text|csv|csv-excel|json|pdf|xlsx] [-o FILE]"),
  N_("sum up how satisfied clients are"), run_satisfaction
};
