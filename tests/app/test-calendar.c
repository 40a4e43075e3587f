/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads calendars back with the library that calendar programs read them with. */

#include "loket-absence.h"
#include "loket-calendar.h"
#include "loket-client.h"
#include "loket-contact.h"
#include "loket-error.h"
#include "loket-promise.h"
#include "loket-session.h"
#include "work-fixture.h"

#include <libical/ical.h>
#include <string.h>

/* An office with one counsellor at work, one client and one trajectory. */
typedef struct
{
  LoketDesk *desk;
  const char *colleague;
  const char *me;
  const char *trajectory;
} Office;

static Office
open_office (const char *family_name)
{
  Office office = { .desk = work_open_desk () };

  office.colleague = work_add_counsellor (office.desk, "A02", "counsellor");
  office.me = work_add_counsellor (office.desk, "A01", "counsellor");
  office.trajectory = work_add_trajectory (
      office.desk, work_add_client (office.desk, "Anna", family_name), office.me);

  return office;
}

static const char *
add_appointment (const Office *office,
                 const char   *starts_at,
                 const char   *state)
{
  return work_add (office->desk, &loket_session_kind, LOKET_SESSION_TRAJECTORY_NO,
                   office->trajectory, LOKET_SESSION_STARTS_AT, starts_at,
                   LOKET_SESSION_COUNSELLOR, office->me, LOKET_SESSION_STATE, state,
                   LOKET_SESSION_CHANNEL, "phone", -1);
}

static const char *
add_contact (const Office *office,
             const char   *due_on,
             const char   *counsellor_id)
{
  return work_add (office->desk, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO,
                   office->trajectory, LOKET_CONTACT_KIND, "callback", LOKET_CONTACT_DUE_ON,
                   due_on, LOKET_CONTACT_COUNSELLOR, counsellor_id, -1);
}

static const char *
add_promise (const Office *office,
             const char   *due_on,
             const char   *text)
{
  return work_add (office->desk, &loket_promise_kind, LOKET_PROMISE_TRAJECTORY_NO,
                   office->trajectory, LOKET_PROMISE_BY, "counsellor", LOKET_PROMISE_KIND, "send",
                   LOKET_PROMISE_DUE_ON, due_on, LOKET_PROMISE_TEXT, text, -1);
}

static char *
write_calendar (const Office         *office,
                LoketCalendarOptions  options)
{
  g_autoptr (GError) error = NULL;
  char *text = loket_desk_create_calendar (office->desk, &options, &error);

  g_assert_no_error (error);

  return text;
}

static icalcomponent *
read_back (const char *text)
{
  icalcomponent *calendar = icalparser_parse_string (text);

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_true (icalrestriction_check (calendar));

  return calendar;
}

static icalcomponent *
find_event (icalcomponent *calendar,
            const char    *uid)
{
  icalcompiter iterator = icalcomponent_begin_component (calendar, ICAL_VEVENT_COMPONENT);
  icalcomponent *event;

  while ((event = icalcompiter_deref (&iterator)) != NULL)
    {
      if (g_strcmp0 (icalcomponent_get_uid (event), uid) == 0)
        return event;
      icalcompiter_next (&iterator);
    }

  return NULL;
}

/* The moment that a calendar program shows, in UTC, by the zone that the file brings along. */
static void
assert_utc (icalcomponent *event,
            const char    *start,
            const char    *end)
{
  struct icaltimetype from = icalcomponent_get_dtstart (event);
  struct icaltimetype until = icalcomponent_get_dtend (event);
  icaltimezone *utc = icaltimezone_get_utc_timezone ();

  g_assert_nonnull (icaltime_get_timezone (from));
  g_assert_cmpstr (icaltime_as_ical_string (icaltime_convert_to_zone (from, utc)), ==, start);
  g_assert_cmpstr (icaltime_as_ical_string (icaltime_convert_to_zone (until, utc)), ==, end);
}

static void
test_appointments_keep_the_time_on_the_wall (void)
{
  Office office = open_office ("Berg");
  static const struct
  {
    const char *starts_at;
    const char *start;
    const char *end;
  } cases[] = {
    { "2026-03-27T10:00", "20260327T090000Z", "20260327T100000Z" },
    { "2026-03-30T10:00", "20260330T080000Z", "20260330T090000Z" },
    { "2026-10-23T10:00", "20261023T080000Z", "20261023T090000Z" },
    { "2026-10-26T10:00", "20261026T090000Z", "20261026T100000Z" },
    /* The nights themselves, before and after the change. */
    { "2026-03-29T00:30", "20260328T233000Z", "20260329T003000Z" },
    { "2026-03-29T03:00", "20260329T010000Z", "20260329T020000Z" },
    { "2026-10-25T00:30", "20261024T223000Z", "20261024T233000Z" },
    { "2026-10-25T03:00", "20261025T020000Z", "20261025T030000Z" },
  };
  const char *ids[G_N_ELEMENTS (cases)];
  g_autofree char *text = NULL;
  icalcomponent *calendar;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    ids[i] = add_appointment (&office, cases[i].starts_at, "planned");
  text = write_calendar (&office, (LoketCalendarOptions) { .counsellor = "A01" });
  calendar = read_back (text);

  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VTIMEZONE_COMPONENT), ==, 1);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==,
                   G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_utc (find_event (calendar, ids[i]), cases[i].start, cases[i].end);

  icalcomponent_free (calendar);
  work_close_desk (office.desk);
}

static void
test_contacts_take_a_day (void)
{
  Office office = open_office ("Berg");
  const char *contact = add_contact (&office, "2026-03-29", office.me);
  const char *promise = add_promise (&office, "2026-10-25", "Folder");
  g_autofree char *text = write_calendar (&office, (LoketCalendarOptions) { .counsellor = "A01" });
  icalcomponent *calendar = read_back (text);
  icalcomponent *event = find_event (calendar, contact);

  g_assert_true (icalcomponent_get_dtstart (event).is_date);
  g_assert_cmpstr (icaltime_as_ical_string (icalcomponent_get_dtstart (event)), ==, "20260329");
  g_assert_cmpstr (icaltime_as_ical_string (icalcomponent_get_dtend (event)), ==, "20260330");
  g_assert_cmpint (icalproperty_get_transp (icalcomponent_get_first_property (
                       event, ICAL_TRANSP_PROPERTY)), ==, ICAL_TRANSP_TRANSPARENT);
  event = find_event (calendar, promise);
  g_assert_cmpstr (icaltime_as_ical_string (icalcomponent_get_dtstart (event)), ==, "20261025");

  icalcomponent_free (calendar);
  work_close_desk (office.desk);
}

static void
test_ids_stay_and_versions_count (void)
{
  Office office = open_office ("Berg");
  const char *contact = add_contact (&office, "2026-03-30", office.me);
  LoketCalendarOptions options = { .counsellor = "A01" };
  g_autofree char *first = write_calendar (&office, options);
  g_autofree char *again = write_calendar (&office, options);
  g_autofree char *later = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GError) error = NULL;
  icalcomponent *before, *after;

  g_assert_cmpstr (first, ==, again);
  deed = work_do (office.desk, LOKET_ACT_MOVE, contact, "2026-04-01", &error);
  g_assert_no_error (error);
  later = write_calendar (&office, options);

  before = read_back (first);
  after = read_back (later);
  g_assert_cmpint (icalcomponent_get_sequence (find_event (after, contact)), >,
                   icalcomponent_get_sequence (find_event (before, contact)));
  g_assert_cmpstr (icaltime_as_ical_string (icalcomponent_get_dtstart (
                       find_event (after, contact))), ==, "20260401");
  g_assert_cmpstr (icaltime_as_ical_string (icalcomponent_get_dtstamp (
                       find_event (after, contact))), ==, "20251121T094000Z");

  icalcomponent_free (before);
  icalcomponent_free (after);
  work_close_desk (office.desk);
}

static void
test_names_only_when_asked (void)
{
  Office office = open_office ("O'Neil, Zn; & <b>\\ 🙂");
  /* Longer than a line of the file may be. */
  const char *words = "Komma, puntkomma; schuin\\ en 🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂\n"
                      "een tweede regel: مرحبا";
  const char *promise = add_promise (&office, "2026-10-26", words);
  g_autofree char *named = write_calendar (&office, (LoketCalendarOptions) {
                                                      .counsellor = "A01", .with_names = TRUE });
  g_autofree char *plain = write_calendar (&office, (LoketCalendarOptions) {
                                                      .counsellor = "A01" });
  icalcomponent *calendar = read_back (named);
  icalcomponent *event = find_event (calendar, promise);

  g_assert_true (g_str_has_suffix (icalcomponent_get_summary (event),
                                   ", Anna O'Neil, Zn; & <b>\\ 🙂"));
  g_assert_cmpstr (icalcomponent_get_description (event), ==, words);
  g_assert_null (strstr (plain, "Anna"));
  g_assert_null (strstr (plain, "puntkomma"));
  g_assert_nonnull (strstr (plain, "client "));
  icalcomponent_free (calendar);

  work_close_desk (office.desk);
}

static void
test_cancelled_appointments_say_so (void)
{
  Office office = open_office ("Berg");
  const char *cancelled = add_appointment (&office, "2025-12-01T10:00", "cancelled");
  const char *held = add_appointment (&office, "2025-11-21T09:00", "held");
  const char *planned = add_appointment (&office, "2025-12-01T11:00", "planned");
  g_autofree char *text = write_calendar (&office, (LoketCalendarOptions) { .counsellor = "A01" });
  icalcomponent *calendar = read_back (text);

  g_assert_cmpint (icalcomponent_get_status (find_event (calendar, cancelled)), ==,
                   ICAL_STATUS_CANCELLED);
  g_assert_cmpint (icalcomponent_get_status (find_event (calendar, planned)), ==,
                   ICAL_STATUS_CONFIRMED);
  g_assert_null (find_event (calendar, held));

  icalcomponent_free (calendar);
  work_close_desk (office.desk);
}

static void
test_holds_what_was_asked_for (void)
{
  Office office = open_office ("Berg");
  const char *early = add_contact (&office, "2026-01-05", office.me);
  const char *mine = add_contact (&office, "2026-01-06", office.me);
  const char *other = add_contact (&office, "2026-01-06", office.colleague);
  const char *late = add_contact (&office, "2026-01-07", office.me);
  LoketCalendarOptions options = {
    .counsellor = "A01", .from = "2026-01-06", .until = "2026-01-06",
  };
  g_autofree char *text = write_calendar (&office, options);
  g_autofree char *all = NULL;
  g_autofree char *none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (strstr (text, mine));
  g_assert_null (strstr (text, early));
  g_assert_null (strstr (text, late));
  g_assert_null (strstr (text, other));

  options.counsellor = NULL;
  all = write_calendar (&office, options);
  g_assert_nonnull (strstr (all, mine));
  g_assert_nonnull (strstr (all, other));

  options.counsellor = "A99";
  none = loket_desk_create_calendar (office.desk, &options, &error);
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND);
  g_assert_null (none);

  work_close_desk (office.desk);
}

static void
add_absence (const Office *office,
             const char   *counsellor_id)
{
  work_add (office->desk, &loket_absence_kind, LOKET_ABSENCE_COUNSELLOR, counsellor_id,
            LOKET_ABSENCE_FROM, WORK_TODAY, LOKET_ABSENCE_UNTIL, "2025-12-05", -1);
}

/* Who leads the team does what nobody else does, in the calendar as in the lists. */
static void
test_what_nobody_does_is_the_team_leads (void)
{
  Office office = open_office ("Berg");
  const char *lead = work_add_counsellor (office.desk, "A03", "team_lead");
  const char *mine = add_contact (&office, "2025-11-25", office.me);
  const char *other = add_contact (&office, "2025-11-25", office.colleague);
  g_autofree char *text = NULL;

  g_assert_nonnull (lead);
  add_absence (&office, office.me);
  text = write_calendar (&office, (LoketCalendarOptions) { .counsellor = "A03" });
  g_assert_nonnull (strstr (text, mine));
  g_assert_null (strstr (text, other));

  work_close_desk (office.desk);
}

/* What is late stands on today, as long as today is asked for. */
static void
test_what_is_late_stands_on_today (void)
{
  Office office = open_office ("Berg");
  const char *late = add_contact (&office, "2025-11-03", office.me);
  g_autofree char *text = write_calendar (&office, (LoketCalendarOptions) { .counsellor = "A01" });
  g_autofree char *later = NULL;
  icalcomponent *calendar = read_back (text);
  icalcomponent *event = find_event (calendar, late);

  g_assert_nonnull (event);
  g_assert_cmpstr (icaltime_as_ical_string (icalcomponent_get_dtstart (event)), ==, "20251121");
  icalcomponent_free (calendar);

  later = write_calendar (&office, (LoketCalendarOptions) { .from = "2025-11-22" });
  g_assert_null (strstr (later, late));

  work_close_desk (office.desk);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/calendar/appointments-keep-the-time-on-the-wall",
                   test_appointments_keep_the_time_on_the_wall);
  g_test_add_func ("/calendar/contacts-take-a-day", test_contacts_take_a_day);
  g_test_add_func ("/calendar/ids-stay-and-versions-count", test_ids_stay_and_versions_count);
  g_test_add_func ("/calendar/names-only-when-asked", test_names_only_when_asked);
  g_test_add_func ("/calendar/cancelled-appointments-say-so", test_cancelled_appointments_say_so);
  g_test_add_func ("/calendar/holds-what-was-asked-for", test_holds_what_was_asked_for);
  g_test_add_func ("/calendar/what-nobody-does-is-the-team-leads",
                   test_what_nobody_does_is_the_team_leads);
  g_test_add_func ("/calendar/what-is-late-stands-on-today", test_what_is_late_stands_on_today);

  return g_test_run ();
}
