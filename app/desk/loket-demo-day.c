/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads the scripted clients of data/demo/day.ini, and plays them. */

#include "loketten-config.h"

#include "loket-demo-day.h"

#include "loket-error.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  LoketDemoWorld *world;
  LoketDemoCalendar *calendar;
  LoketDemoStory *story;
  LoketDemoCourse *course;
  const char *group;
} Play;

/* Works on one line of the script, cut at '|'; empty parts are "". */
typedef void (*LineFunc) (Play               *play,
                          const char *const  *parts);

#define MOST_PARTS 8

/* Days are counted from today, or from the first working day after a weekend. */
static int
count_day (LoketDemoCalendar *calendar,
           int                offset)
{
  int today = loket_demo_calendar_get_today (calendar);

  return loket_demo_calendar_add (calendar, loket_demo_calendar_move_on (calendar, today), offset);
}

/* "-3", "w6", or "" for no day. */
static int
read_day (Play       *play,
          const char *text)
{
  if (*text == '\0')
    return 0;
  if (*text == 'w')
    return loket_demo_calendar_add_weeks (play->calendar, play->course->closed, atoi (text + 1));

  return count_day (play->calendar, atoi (text));
}

/* Minutes since midnight of "10:30". */
static int
read_time (const char *text)
{
  return 60 * atoi (text) + atoi (strchr (text, ':') + 1);
}

/* What the script says, else NULL. */
static const char *
keep_given (Play       *play,
            const char *text)
{
  return *text != '\0' ? loket_demo_world_keep (play->world, text) : NULL;
}

static void
set_time (Play             *play,
          LoketDemoSession *session,
          const char       *time)
{
  int hour = atoi (time);

  if (strchr (time, ':') == NULL)
    {
      session->day = loket_demo_calendar_get_today (play->calendar);
      session->minute = loket_demo_calendar_get_appointment (play->calendar, (guint) hour);
      return;
    }

  /* The diary may have filled meanwhile. */
  session->minute = loket_demo_calendar_take_hour (play->calendar,
                                                   (guint) play->course->counsellor, session->day,
                                                   (guint) (hour < 12 ? hour - 9 : hour - 10));
}

/* Of the appointments of today only the first waits for its outcome. */
static gboolean
is_held (Play             *play,
         LoketDemoSession *session,
         const char       *time,
         const char       *state)
{
  return g_str_equal (state, "held")
         || (session->day == loket_demo_calendar_get_today (play->calendar)
             && !g_str_equal (time, "1")
             && session->minute + 60 < loket_demo_calendar_get_minute (play->calendar));
}

static void
play_session (Play              *play,
              const char *const *parts)
{
  LoketDemoCourse *course = play->course;
  LoketDemoSession *session = loket_demo_course_add_session (course, read_day (play, parts[0]));

  set_time (play, session, parts[1]);
  session->channel = loket_demo_world_keep (play->world, parts[3]);

  if (is_held (play, session, parts[1], parts[4]))
    {
      loket_demo_session_hold (session, play->story, course->n_held == 0
                                                       ? LOKET_DEMO_STAGE_FIRST
                                                       : LOKET_DEMO_STAGE_NEXT);
      session->minutes = atoi (parts[2]);
      course->n_held++;
    }
  if (*parts[5] != '\0')
    session->note_client = keep_given (play, parts[5]);
  if (*parts[6] != '\0')
    session->note_internal = keep_given (play, parts[6]);
}

static void
play_assessment (Play              *play,
                 const char *const *parts)
{
  LoketDemoAssessment *assessment;

  assessment = loket_demo_course_add_assessment (play->course,
                                                 loket_demo_world_keep (play->world, parts[0]),
                                                 read_day (play, parts[1]));
  assessment->invited = read_day (play, parts[2]);
  assessment->taken = read_day (play, parts[3]);
  assessment->result = read_day (play, parts[4]);
  assessment->discussed = read_day (play, parts[5]);
}

static void
play_promise (Play              *play,
              const char *const *parts)
{
  LoketDemoPromise *promise;

  promise = loket_demo_course_add_promise (play->course,
                                           loket_demo_world_keep (play->world, parts[0]),
                                           read_day (play, parts[2]), read_day (play, parts[3]));
  promise->kind = loket_demo_world_keep (play->world, parts[1]);
  promise->done = read_day (play, parts[4]);
  promise->outcome = keep_given (play, parts[5]);
  promise->text = keep_given (play, parts[6]);
}

/* "15:00" is today, or tomorrow morning when that has passed. */
static void
snooze (Play             *play,
        LoketDemoContact *contact,
        const char       *time)
{
  contact->snoozed = loket_demo_calendar_get_today (play->calendar);
  contact->snoozed_minute = read_time (time);

  if (contact->snoozed_minute <= loket_demo_calendar_get_minute (play->calendar))
    {
      contact->snoozed = loket_demo_calendar_add (play->calendar, contact->snoozed, 1);
      contact->snoozed_minute = read_time ("09:00");
    }
}

static void
play_contact (Play              *play,
              const char *const *parts)
{
  LoketDemoContact *contact;
  int done = read_day (play, parts[3]);

  contact = loket_demo_course_add_contact (play->course,
                                           loket_demo_world_keep (play->world, parts[0]),
                                           read_day (play, parts[1]));
  contact->planned = read_day (play, parts[2]);
  for (int left = atoi (parts[5]); left > 0; left--)
    loket_demo_contact_try (contact, play->story,
                            loket_demo_calendar_add (play->calendar,
                                                     done != 0 ? done : contact->due, -left));

  if (g_str_equal (parts[4], "reached"))
    loket_demo_contact_reach (contact, play->story, done);
  if (*parts[6] != '\0')
    snooze (play, contact, parts[6]);
  if (*parts[7] != '\0')
    contact->note = keep_given (play, parts[7]);
}

static void
play_lines (Play        *play,
            const char  *kind,
            LineFunc     func)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s%u", kind, i);
      g_autofree char *line = loket_demo_words_dup_line (play->world->day, play->group, key);
      g_auto (GStrv) cut = line != NULL ? g_strsplit (line, "|", MOST_PARTS) : NULL;
      const char *parts[MOST_PARTS];
      guint n_parts = 0;

      if (cut == NULL)
        return;

      for (; cut[n_parts] != NULL; n_parts++)
        parts[n_parts] = cut[n_parts];
      while (n_parts < MOST_PARTS)
        parts[n_parts++] = "";
      func (play, parts);
    }
}

static int
read_day_of (Play       *play,
             const char *key)
{
  g_autofree char *text = loket_demo_words_dup_line (play->world->day, play->group, key);

  return text != NULL ? read_day (play, text) : 0;
}

/* Closed so many weeks ago that the contact of those weeks is due today. */
static int
read_closing (Play *play)
{
  g_autofree char *text = loket_demo_words_dup_line (play->world->day, play->group, "closed");

  if (text == NULL || *text != 'w')
    return text != NULL ? read_day (play, text) : 0;

  return count_day (play->calendar, 0) - 7 * atoi (text + 1);
}

/**
 * loket_demo_day_play:
 * @role: one of the cast
 * @person: somebody made up; becomes who is described, if anybody is
 * @course: (out caller-allocates): what happened
 * @error: %LOKET_ERROR_INVALID when the script makes no sense
 *
 * Returns: whether the script could be played
 */
gboolean
loket_demo_day_play (LoketDemoWorld       *world,
                     const LoketDemoRole  *role,
                     LoketDemoPerson      *person,
                     LoketDemoCourse      *course,
                     GError              **error)
{
  LoketDemoStory story = { NULL };
  Play play = { world, world->calendar, &story, course, role->group };
  g_autofree char *client = loket_demo_words_dup_line (world->day, role->group, "client");
  g_autofree char *known = loket_demo_words_dup_line (world->day, role->group, "known");
  g_autofree char *questions = loket_demo_words_dup_line (world->day, role->group, "questions");
  g_autofree char *outcome = loket_demo_words_dup_line (world->day, role->group, "outcome");
  g_autofree char *aftercare = loket_demo_words_dup_line (world->day, role->group, "aftercare");

  person->no_contact = FALSE;
  if (client != NULL && !loket_demo_person_name (person, world, client))
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, "day.ini, %s: client", role->group);
      return FALSE;
    }

  if (known != NULL && !loket_demo_person_know (person, world, known))
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, "day.ini, %s: known", role->group);
      return FALSE;
    }

  loket_demo_story_make (&story, world, person);
  loket_demo_course_begin (course, role->counsellor, role->opened, person->situation,
                           questions != NULL ? loket_demo_world_keep (world, questions)
                                             : loket_demo_story_draw_questions (world));
  course->responded = read_day_of (&play, "responded");
  course->closed = read_closing (&play);
  course->outcome = outcome != NULL ? keep_given (&play, outcome) : NULL;
  course->aftercare = aftercare != NULL ? keep_given (&play, aftercare) : NULL;

  play_lines (&play, "session", play_session);
  play_lines (&play, "assessment", play_assessment);
  play_lines (&play, "promise", play_promise);
  play_lines (&play, "contact", play_contact);

  return TRUE;
}

static void
clear_role (LoketDemoRole *role)
{
  g_free (role->group);
}

static int
find_counsellor (LoketDemoWorld *world,
                 const char     *code)
{
  guint n_codes = 0;
  const char *const *codes = loket_demo_words_get (world->office, "office", "counsellors",
                                                   &n_codes);

  for (guint i = 0; i < n_codes; i++)
    {
      if (g_str_equal (codes[i], code))
        return (int) i;
    }

  return LOKET_DEMO_NOBODY;
}

static int
compare_roles (gconstpointer a,
               gconstpointer b)
{
  return ((const LoketDemoRole *) a)->opened - ((const LoketDemoRole *) b)->opened;
}

/**
 * loket_demo_day_cast:
 * @world: the stage
 *
 * Returns: (transfer full) (element-type LoketDemoRole): the scripted clients, those who signed up
 *   first in front
 */
GArray *
loket_demo_day_cast (LoketDemoWorld *world)
{
  GArray *cast = g_array_new (FALSE, FALSE, sizeof (LoketDemoRole));
  g_auto (GStrv) groups = loket_demo_words_dup_groups (world->day);

  g_array_set_clear_func (cast, (GDestroyNotify) clear_role);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      const char *const *codes = loket_demo_words_get (world->day, groups[i], "for", NULL);
      int opened = atoi (loket_demo_words_get_first (world->day, groups[i], "opened"));

      for (guint k = 0; codes[k] != NULL; k++)
        {
          LoketDemoRole role = {
            .group = g_strdup (groups[i]),
            .counsellor = find_counsellor (world, codes[k]),
            .opened = count_day (world->calendar, opened),
          };

          g_array_append_val (cast, role);
        }
    }
  g_array_sort (cast, compare_roles);

  return cast;
}
