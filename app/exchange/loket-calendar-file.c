/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Writes iCalendar (RFC 5545): appointments at the time on the wall of the office, contacts and
 * promises as things of a day. */

#include "loketten-config.h"

#include "loket-calendar-file.h"

#include "loket-client.h"
#include "loket-contact.h"
#include "loket-promise.h"
#include "loket-record-table.h"
#include "loket-session.h"
#include "loket-worklist-table.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <string.h>

/* More than anybody has to do. */
#define MOST 1000000

#define USUAL_MINUTES 60
#define OFFICE_ZONE "Europe/Amsterdam"

/* By the rule of the European Union, since 1996. */
static const char zone_text[] = "BEGIN:VTIMEZONE\r\n"
                                "TZID:" OFFICE_ZONE "\r\n"
                                "BEGIN:DAYLIGHT\r\n"
                                "TZNAME:CEST\r\n"
                                "TZOFFSETFROM:+0100\r\n"
                                "TZOFFSETTO:+0200\r\n"
                                "DTSTART:19960331T020000\r\n"
                                "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
                                "END:DAYLIGHT\r\n"
                                "BEGIN:STANDARD\r\n"
                                "TZNAME:CET\r\n"
                                "TZOFFSETFROM:+0200\r\n"
                                "TZOFFSETTO:+0100\r\n"
                                "DTSTART:19961027T030000\r\n"
                                "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
                                "END:STANDARD\r\n"
                                "END:VTIMEZONE\r\n";

typedef struct
{
  const LoketCalendarRequest *request; /* borrowed: outlives us */
  LoketDatabase *database;             /* borrowed: outlives us */
  icalcomponent *calendar;
} Writing;

/* What is read, of which kind the records are, and which list says what they are. */
static const struct
{
  LoketWorkType type;
  gboolean done;
  const LoketKind *kind;
  const char *list;
} readings[] = {
  { LOKET_WORK_APPOINTMENT, FALSE, &loket_session_kind, NULL },
  { LOKET_WORK_APPOINTMENT, TRUE, &loket_session_kind, NULL },
  { LOKET_WORK_CONTACT, FALSE, &loket_contact_kind, "contact_kind" },
  { LOKET_WORK_PROMISE, FALSE, &loket_promise_kind, "promise_kind" },
};

/* A time without the marks between its parts, and with something behind it. */
static struct icaltimetype
read_time (const char *text,
           gsize       length,
           const char *behind)
{
  g_autoptr (GString) compact = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] != '-' && text[i] != ':')
        g_string_append_c (compact, text[i]);
    }
  g_string_append (compact, behind);

  return icaltime_from_string (compact->str);
}

static struct icaltimetype
read_date (const char *date)
{
  return read_time (date, LOKET_DATE_LENGTH, "");
}

/* On the wall: whatever the zone, which is said beside it. */
static struct icaltimetype
read_moment (const char *moment)
{
  return read_time (moment, LOKET_MOMENT_LENGTH, "00");
}

static struct icaltimetype
read_stamp (const char *stamp)
{
  return read_time (stamp, strlen ("YYYY-MM-DDTHH:MM:SS"), "Z");
}

static void
add_moment (icalcomponent *event,
            icalproperty  *property)
{
  icalproperty_add_parameter (property, icalparameter_new_tzid (OFFICE_ZONE));
  icalcomponent_add_property (event, property);
}

/* A planned session says when it is to end; older ones may not. */
static LoketDateText
get_end (LoketRecord *session)
{
  const char *start = loket_record_get_text (session, LOKET_SESSION_STARTS_AT);
  const char *end = loket_record_get_text (session, LOKET_SESSION_ENDED_AT);
  int minutes = loket_record_get_integer (session, LOKET_SESSION_MINUTES);
  LoketDateText moment = { "" };

  if (strcmp (end, start) <= 0)
    return loket_moment_add_minutes (start, minutes > 0 ? minutes : USUAL_MINUTES);

  g_strlcpy (moment.text, end, sizeof moment.text);

  return moment;
}

static void
add_appointment (Writing       *writing,
                 icalcomponent *event,
                 LoketRecord   *session)
{
  const char *channel = loket_record_get_value (session, LOKET_SESSION_CHANNEL);
  const char *state = loket_record_get_text (session, LOKET_SESSION_STATE);
  LoketDateText end = get_end (session);

  add_moment (event, icalproperty_new_dtstart (
                         read_moment (loket_record_get_text (session, LOKET_SESSION_STARTS_AT))));
  add_moment (event, icalproperty_new_dtend (read_moment (end.text)));
  icalcomponent_add_property (event, icalproperty_new_status (g_str_equal (state, "cancelled")
                                                                ? ICAL_STATUS_CANCELLED
                                                                : ICAL_STATUS_CONFIRMED));
  if (channel != NULL)
    icalcomponent_add_property (
        event, icalproperty_new_location (loket_codes_get_label (writing->request->codes,
                                                                 "channel", channel)));
}

/* It takes no time of the day away from anything else. */
static void
add_day (icalcomponent *event,
         const char    *date)
{
  LoketDateText next = loket_date_add_days (date, 1);

  icalcomponent_add_property (event, icalproperty_new_dtstart (read_date (date)));
  icalcomponent_add_property (event, icalproperty_new_dtend (read_date (next.text)));
  icalcomponent_add_property (event, icalproperty_new_status (ICAL_STATUS_CONFIRMED));
  icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
}

static char *
create_summary (Writing         *writing,
                const LoketWork *work,
                const char      *list,
                const char      *client_no)
{
  const LoketCalendarRequest *request = writing->request;
  g_autofree char *who = NULL;
  const char *what;

  /* Translators: stands in a calendar: "Call back, client K12". */
  who = request->with_names ? g_strdup (work->client_name)
                            : g_strdup_printf (_("client %s"), client_no);
  what = list == NULL ? _("Appointment")
                      : loket_codes_get_label (request->codes, list, work->kind);
  if (request->counsellor_id == NULL && work->counsellor_name != NULL)
    return g_strdup_printf ("%s, %s (%s)", what, who, work->counsellor_name);

  return g_strdup_printf ("%s, %s", what, who);
}

static gboolean
add_event (Writing          *writing,
           const LoketWork  *work,
           const char       *day,
           guint             reading,
           GError          **error)
{
  const LoketCalendarRequest *request = writing->request;
  g_autoptr (LoketRecord) record = NULL;
  g_autoptr (LoketRecord) client = NULL;
  g_autofree char *summary = NULL;
  icalcomponent *event;

  record = loket_record_table_load (
      loket_record_table_get (writing->database, readings[reading].kind), work->record_id, error);
  if (record != NULL)
    client = loket_record_table_load (
        loket_record_table_get (writing->database, &loket_client_kind), work->client_id, error);
  if (client == NULL)
    return FALSE;

  event = icalcomponent_new_vevent ();
  summary = create_summary (writing, work, readings[reading].list,
                            loket_record_get_text (client, LOKET_CLIENT_CLIENT_NO));
  icalcomponent_add_property (event, icalproperty_new_uid (work->record_id));
  icalcomponent_add_property (event, icalproperty_new_dtstamp (read_stamp (request->stamp)));
  icalcomponent_add_property (
      event, icalproperty_new_sequence ((int) loket_record_get_version (record)));
  icalcomponent_add_property (event, icalproperty_new_summary (summary));
  icalcomponent_add_property (event, icalproperty_new_class (ICAL_CLASS_PRIVATE));
  if (readings[reading].kind == &loket_session_kind)
    add_appointment (writing, event, record);
  else
    add_day (event, day);
  /* What a counsellor writes is about somebody. */
  if (request->with_names && work->text != NULL && *work->text != '\0')
    icalcomponent_add_property (event, icalproperty_new_description (work->text));
  icalcomponent_add_component (writing->calendar, event);

  return TRUE;
}

/* What is late is to be done today. */
static const char *
get_day (const LoketCalendarRequest *request,
         const LoketWork            *work)
{
  gboolean is_late = work->type != LOKET_WORK_APPOINTMENT && strcmp (work->at, request->today) < 0;

  return is_late && strcmp (request->today, request->until) <= 0 ? request->today : work->at;
}

/* An appointment is kept by who made it; other work goes to who does it that day, and so does an
 * appointment of nobody. */
static gboolean
is_wanted (const LoketCalendarRequest *request,
           const LoketWork            *work,
           const char                 *day)
{
  const char *owner = work->counsellor_id;

  if (strncmp (day, request->from, LOKET_DATE_LENGTH) < 0)
    return FALSE;
  if (request->counsellor_id == NULL)
    return TRUE;
  if (owner != NULL && work->type == LOKET_WORK_APPOINTMENT)
    return g_str_equal (owner, request->counsellor_id);

  return loket_rules_does_work (request->rules, request->counsellor_id, owner, day);
}

static gboolean
add_reading (Writing  *writing,
             guint     reading,
             GError  **error)
{
  const LoketCalendarRequest *request = writing->request;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const LoketWorkQuery query = {
    .type = readings[reading].type,
    .done = readings[reading].done,
    .but_untaken = request->counsellor_id != NULL,
    .from = readings[reading].kind == &loket_session_kind ? request->from : "",
    .until = request->until,
    .most = MOST,
  };

  if (!loket_worklist_table_load (writing->database, &query, items, error))
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      const LoketWork *work = loket_work_item_get (items->pdata[i]);
      const char *day = get_day (request, work);

      if (is_wanted (request, work, day) && !add_event (writing, work, day, reading, error))
        return FALSE;
    }

  return TRUE;
}

static icalcomponent *
create_calendar (void)
{
  icalcomponent *calendar = icalcomponent_new_vcalendar ();

  icalcomponent_add_property (calendar,
                              icalproperty_new_prodid ("-//Loketten//Loketten " LOKETTEN_VERSION
                                                       "//NL"));
  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_component (calendar, icalparser_parse_string (zone_text));

  return calendar;
}

/**
 * loket_calendar_file_create:
 * @request: what stands in the file
 * @database: the store, in a transaction that reads
 * @error: why it could not be read
 *
 * Events keep the ids of their records, and count up with their versions, so that a calendar
 * program that reads a later file changes what it has. Appointments that were called off are
 * marked so; what was done is no longer there, and what is late stands on today.
 *
 * Returns: (transfer full) (nullable): the text of the file, UTF-8
 */
char *
loket_calendar_file_create (const LoketCalendarRequest  *request,
                            LoketDatabase               *database,
                            GError                     **error)
{
  Writing writing = { request, database, create_calendar () };
  gboolean is_whole = TRUE;
  char *text = NULL;

  for (guint i = 0; is_whole && i < G_N_ELEMENTS (readings); i++)
    is_whole = add_reading (&writing, i, error);
  if (is_whole)
    {
      char *written = icalcomponent_as_ical_string_r (writing.calendar);

      text = g_strdup (written);
      icalmemory_free_buffer (written);
    }
  icalcomponent_free (writing.calendar);

  return text;
}
