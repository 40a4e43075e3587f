/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Finds out whose calendar is wanted, and writes it from the store. */

#include "loket-calendar.h"

#include "loket-calendar-file.h"
#include "loket-counsellors.h"
#include "loket-office-rules.h"

#define LAST_DATE "9999-12-31"

typedef struct
{
  char *counsellor;  /* (nullable) */
  char *from;
  char *until;
  LoketDateText today;
  gboolean with_names;
  LoketCodes *codes;
  char *stamp;
} Request;

static Request *
create_request (LoketDesk                  *desk,
                const LoketCalendarOptions *options)
{
  Request *request = g_new0 (Request, 1);

  request->today = loket_desk_get_today (desk);
  request->counsellor = g_strdup (options->counsellor);
  request->from = g_strdup (options->from != NULL ? options->from : request->today.text);
  request->until = g_strdup (options->until != NULL ? options->until : LAST_DATE);
  request->with_names = options->with_names;
  request->codes = g_object_ref (loket_desk_get_codes (desk));
  request->stamp = loket_clock_dup_stamp (loket_desk_get_clock (desk));

  return request;
}

static void
free_request (Request *request)
{
  g_free (request->counsellor);
  g_free (request->from);
  g_free (request->until);
  g_object_unref (request->codes);
  g_free (request->stamp);
  g_free (request);
}

static gpointer
create_calendar (LoketDatabase  *database,
                 gpointer        input,
                 GError        **error)
{
  const Request *request = input;
  g_autoptr (LoketRules) rules = loket_office_rules_load (database, error);
  g_autoptr (LoketRecord) counsellor = NULL;
  LoketCalendarRequest written = {
    .codes = request->codes, .rules = rules, .from = request->from, .until = request->until,
    .today = request->today.text, .with_names = request->with_names, .stamp = request->stamp,
  };

  if (rules == NULL)
    return NULL;

  if (request->counsellor != NULL)
    {
      counsellor = loket_counsellors_load (database, request->counsellor, error);
      if (counsellor == NULL)
        return NULL;
      written.counsellor_id = loket_record_get_id (counsellor);
    }

  return loket_calendar_file_create (&written, database, error);
}

/**
 * loket_desk_create_calendar:
 * @options: what stands in it
 * @error: %LOKET_ERROR_NOT_FOUND when there is no such counsellor
 *
 * Blocks: for programs without a window, and for tests.
 *
 * Returns: (transfer full) (nullable): the text of an iCalendar file
 */
char *
loket_desk_create_calendar (LoketDesk                   *desk,
                            const LoketCalendarOptions  *options,
                            GError                     **error)
{
  Request *request = create_request (desk, options);
  char *text = loket_store_read (loket_desk_get_store (desk), create_calendar, request, error);

  free_request (request);

  return text;
}

/**
 * loket_desk_create_calendar_async:
 * @options: what stands in it
 *
 * As loket_desk_create_calendar (), without waiting.
 */
void
loket_desk_create_calendar_async (LoketDesk                  *desk,
                                  const LoketCalendarOptions *options,
                                  GCancellable               *cancellable,
                                  GAsyncReadyCallback         callback,
                                  gpointer                    user_data)
{
  loket_desk_read_async (desk, create_calendar, create_request (desk, options),
                         (GDestroyNotify) free_request, g_free, cancellable, callback, user_data);
}

/**
 * loket_desk_create_calendar_finish:
 *
 * Returns: (transfer full) (nullable): the text of an iCalendar file
 */
char *
loket_desk_create_calendar_finish (LoketDesk     *desk,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return loket_desk_read_finish (desk, result, error);
}
