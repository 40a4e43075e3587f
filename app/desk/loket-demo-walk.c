/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Lets chance lead a client from sign-up to after-care, with the figures of the survey of 2023.
 *
 * What is still open is due after today: what an ordinary day has to do is scripted, see
 * loket-demo-day.h, so that chance does not drown it. */

#include "loket-demo-walk.h"

#include <string.h>

/* Who missed so many never misses another. */
#define MOST_SESSIONS 12

typedef struct
{
  LoketDemoWorld *world;
  LoketDemoCalendar *calendar;
  const LoketDemoPerson *person;
  LoketDemoStory *story;
  LoketDemoCourse *course;
  int today;
  int last;          /* the day on which the last thing so far ended */
  int spoken;        /* the day of the last real contact */
  gboolean is_open;  /* something keeps the trajectory from being closed */
  gboolean has_left; /* the client does not come back */
} Walk;

static int
add_days (Walk *walk,
          int   day,
          int   least,
          int   most)
{
  return loket_demo_calendar_add (walk->calendar, day,
                                  loket_demo_world_between (walk->world, least, most));
}

/* When something that is due on @due and happens on @done was done: 0 when that is still to come.
 * What would be late today was done in time after all. */
static int
settle (Walk *walk,
        int   due,
        int   done)
{
  if (done <= walk->today)
    return done;

  return due <= walk->today ? due : 0;
}

static void
note_end (Walk *walk,
          int   day)
{
  walk->last = MAX (walk->last, day);
}

static void
note_contact (Walk *walk,
              int   day)
{
  note_end (walk, day);
  walk->spoken = MAX (walk->spoken, day);
}

/* Sometimes it takes a second call. */
static void
reach (Walk             *walk,
       LoketDemoContact *contact,
       int               earliest,
       int               day)
{
  int before = loket_demo_calendar_add (walk->calendar, day, -1);

  if (before > earliest && loket_demo_world_happens (walk->world, 18))
    loket_demo_contact_attempt (contact, walk->story, before, FALSE);
  loket_demo_contact_attempt (contact, walk->story, day, TRUE);
  note_contact (walk, day);
}

static int
draw_response_days (Walk *walk)
{
  static const int weights[] = { 12, 32, 25, 17, 4, 3, 3, 2, 2 };

  return (int) loket_demo_world_draw (walk->world, weights, G_N_ELEMENTS (weights));
}

/* Returns: whether the client was spoken to, so that it goes on. */
static gboolean
respond (Walk *walk)
{
  LoketDemoCourse *course = walk->course;
  int due = loket_demo_calendar_add (walk->calendar, course->opened, 3);
  LoketDemoContact *contact = loket_demo_course_add_contact (course, "first_response", due);
  int day = loket_demo_calendar_add (walk->calendar, course->opened, draw_response_days (walk));

  day = settle (walk, due, day);
  if (day == 0)
    return FALSE;

  if (loket_demo_world_happens (walk->world, 4))
    {
      loket_demo_contact_miss (contact, walk->story, day);
      if (contact->done != 0)
        {
          course->closed = contact->done;
          course->outcome = "no_response";
          course->aftercare = "no";
        }
      return FALSE;
    }

  reach (walk, contact, course->opened, day);
  course->responded = day;

  return TRUE;
}

static void
promise_of_counsellor (Walk *walk,
                       int   made)
{
  static const char *const kinds[] = { "callback", "send", "find_out", "other" };
  static const int weights[] = { 34, 42, 20, 4 };
  guint kind = loket_demo_world_draw (walk->world, weights, G_N_ELEMENTS (weights));
  int due = add_days (walk, made, 1, 8);
  int lot = loket_demo_world_between (walk->world, 1, 100);
  LoketDemoPromise *promise = loket_demo_course_add_promise (walk->course, "counsellor", made, due);

  promise->kind = kinds[kind];
  promise->text = loket_demo_story_get_text (walk->story, "promise-counsellor", kinds[kind]);

  if (lot <= 80)
    promise->done = settle (walk, due, loket_demo_world_between (walk->world, made, due));
  else if (lot <= 94)
    promise->done = settle (walk, due, add_days (walk, due, 1, 5));
  else
    promise->done = settle (walk, due, add_days (walk, due, 6, 12));

  if (promise->done != 0)
    promise->done = loket_demo_calendar_add (walk->calendar, promise->done - 1, 1);
  if (promise->done > walk->today)
    promise->done = walk->today;
  if (promise->done != 0)
    promise->outcome = lot <= 94 || promise->done <= due ? "kept" : "not_kept";
  else
    walk->is_open = TRUE;

  note_end (walk, promise->done);
}

/* A promise to call back is a contact as well. */
static void
call_back (Walk                   *walk,
           const LoketDemoPromise *promise)
{
  LoketDemoContact *contact = loket_demo_course_add_contact (walk->course, "callback",
                                                             promise->due);

  if (promise->done == 0)
    {
      g_autofree char *note = g_strdup (promise->text);

      *note = g_ascii_toupper (*note);
      contact->note = loket_demo_world_keep (walk->world, note);
    }
  else if (g_str_equal (promise->outcome, "kept"))
    {
      reach (walk, contact, promise->made, promise->done);
    }
  else
    {
      contact->done = promise->done;
      contact->outcome = "cancelled";
    }
}

static void
promise_of_client (Walk *walk,
                   int   made)
{
  static const char *const kinds[] = { "callback", "send", "find_out", "other" };
  static const int weights[] = { 8, 34, 28, 30 };
  guint kind = loket_demo_world_draw (walk->world, weights, G_N_ELEMENTS (weights));
  int due = add_days (walk, made, 4, 15);
  LoketDemoPromise *promise = loket_demo_course_add_promise (walk->course, "client", made, due);

  promise->kind = kinds[kind];
  promise->text = loket_demo_story_get_text (walk->story, "promise-client", kinds[kind]);
  promise->done = settle (walk, due, due + loket_demo_world_between (walk->world, -3, 4));
  promise->done = promise->done != 0 ? MAX (promise->done, made) : 0;
  if (promise->done != 0)
    promise->outcome = loket_demo_world_happens (walk->world, 78) ? "kept" : "not_kept";
}

/* Requested on @day; the client may need to be reminded. Returns: whether the result is in. */
static gboolean
take_assessment (Walk *walk,
                 int   day)
{
  static const char *const kinds[] = {
    "competence", "interest", "career_choice", "aptitude", "language", "other",
  };
  static const int weights[] = { 34, 28, 22, 9, 5, 2 };
  guint kind = loket_demo_world_draw (walk->world, weights, G_N_ELEMENTS (weights));
  LoketDemoAssessment *assessment = loket_demo_course_add_assessment (walk->course, kinds[kind],
                                                                      day);
  int due = loket_demo_calendar_add (walk->calendar, day, 10);
  int taken = loket_demo_world_happens (walk->world, 12) ? add_days (walk, day, 12, 18)
                                                         : add_days (walk, day, 2, 9);
  int result;

  if (loket_demo_calendar_add (walk->calendar, day, 1) <= walk->today)
    assessment->invited = loket_demo_calendar_add (walk->calendar, day, 1);

  if (taken > due || taken > walk->today)
    {
      LoketDemoContact *contact = loket_demo_course_add_contact (walk->course,
                                                                 "assessment_pending", due);

      if (due <= walk->today)
        loket_demo_contact_attempt (contact, walk->story, due, TRUE);
    }
  if (taken > walk->today)
    return FALSE;

  assessment->taken = taken;
  result = add_days (walk, taken, 1, 4);
  if (result <= walk->today)
    assessment->result = result;
  else
    loket_demo_course_add_contact (walk->course, "assessment_result",
                                   loket_demo_calendar_add (walk->calendar, taken, 5));

  return assessment->result != 0;
}

/* The result is discussed in the next talk when that is soon enough, else on the telephone. */
static void
discuss_result (Walk                *walk,
                LoketDemoAssessment *assessment,
                int                  next)
{
  int due = loket_demo_calendar_add (walk->calendar, assessment->result, 5);
  LoketDemoContact *contact;
  int day;

  if (next >= assessment->result && next <= due && next < walk->today)
    {
      assessment->discussed = next;
      return;
    }

  contact = loket_demo_course_add_contact (walk->course, "assessment_debrief", due);
  day = settle (walk, due, add_days (walk, assessment->result, 2, 6));
  if (day == 0)
    {
      walk->is_open = TRUE;
      return;
    }

  reach (walk, contact, assessment->result, day);
  assessment->discussed = day;
}

/* A contact that no rule asks for. */
static void
ask_after (Walk *walk,
           int   day)
{
  int due = add_days (walk, day, 2, 5);
  LoketDemoContact *contact = loket_demo_course_add_contact (walk->course, "other", due);

  if (due <= walk->today)
    reach (walk, contact, day, due);
  else
    contact->note = "Vragen hoe het gaat";
}

/* What a talk leads to. */
static void
follow_up (Walk     *walk,
           int       day,
           gboolean  is_last)
{
  if (loket_demo_world_happens (walk->world, is_last ? 25 : 45))
    {
      promise_of_counsellor (walk, day);
      if (g_str_equal (walk->course->promises[walk->course->n_promises - 1].kind, "callback"))
        call_back (walk, &walk->course->promises[walk->course->n_promises - 1]);
    }
  if (!is_last && loket_demo_world_happens (walk->world, 40))
    promise_of_client (walk, day);
  if (!is_last && loket_demo_world_happens (walk->world, 5))
    ask_after (walk, day);
}

static const char *
draw_channel (Walk *walk)
{
  static const char *const channels[] = { "location", "phone", "online", "walk" };
  static const int weights[] = { 62, 20, 15, 3 };

  return channels[loket_demo_world_draw (walk->world, weights, G_N_ELEMENTS (weights))];
}

static LoketDemoSession *
add_session (Walk *walk,
             int   day)
{
  LoketDemoSession *session = loket_demo_course_add_session (walk->course, day);

  session->minute = loket_demo_calendar_take_hour (walk->calendar,
                                                   (guint) walk->course->counsellor, day,
                                                   g_rand_int (walk->world->random));
  if (walk->course->n_held > 0)
    session->channel = draw_channel (walk);

  return session;
}

static void
miss_session (Walk             *walk,
              LoketDemoSession *session)
{
  session->state = loket_demo_world_happens (walk->world, 45) ? "no_show" : "cancelled";
  session->note_internal = loket_demo_story_get_text (walk->story, "missed", session->state);
}

static guint
draw_n_sessions (Walk *walk)
{
  static const int weights[] = { 46, 29, 14, 7, 3, 1 };

  return 1 + loket_demo_world_draw (walk->world, weights, G_N_ELEMENTS (weights));
}

static LoketDemoStage
get_stage (Walk  *walk,
           guint  n_sessions)
{
  if (walk->course->n_held == 0)
    return LOKET_DEMO_STAGE_FIRST;

  return walk->course->n_held + 1 == n_sessions ? LOKET_DEMO_STAGE_LAST : LOKET_DEMO_STAGE_NEXT;
}

/* Holds the session on @day. Returns: the day on which the next can be. */
static int
hold_session (Walk             *walk,
              LoketDemoSession *session,
              guint             n_sessions)
{
  LoketDemoCourse *course = walk->course;
  int next = add_days (walk, session->day, 6, 18);
  gboolean has_result = FALSE;

  loket_demo_session_hold (session, walk->story, get_stage (walk, n_sessions));
  course->n_held++;
  note_contact (walk, session->day);
  follow_up (walk, session->day, course->n_held == n_sessions);

  if (course->n_held == 1 && loket_demo_world_happens (walk->world, n_sessions > 1 ? 50 : 28))
    {
      has_result = take_assessment (walk, session->day);
      if (has_result)
        discuss_result (walk, &course->assessments[0], course->n_held < n_sessions ? next : 0);
      else
        walk->is_open = TRUE;
    }

  return next;
}

/* Whether the talk on @day has something to discuss, or one after it has. */
static gboolean
is_needed (Walk *walk,
           int   day)
{
  return walk->course->n_assessments > 0 && walk->course->assessments[0].discussed >= day;
}

/* Returns: whether all talks took place, so that the trajectory can be closed. */
static gboolean
hold_sessions (Walk *walk)
{
  guint n_sessions = draw_n_sessions (walk);
  int day = add_days (walk, walk->course->responded, 2, 8);

  while (walk->course->n_held < n_sessions)
    {
      LoketDemoSession *session;

      /* Who comes today is scripted. */
      if (day == walk->today)
        day = loket_demo_calendar_add (walk->calendar, day, 1);
      if (day > walk->today)
        {
          if (loket_demo_world_happens (walk->world, 88))
            add_session (walk, day);
          return FALSE;
        }

      session = add_session (walk, day);
      if (walk->course->n_sessions < MOST_SESSIONS && !is_needed (walk, day)
          && loket_demo_world_happens (walk->world, 10))
        {
          miss_session (walk, session);
          day = add_days (walk, day, 2, 7);
          continue;
        }
      day = hold_session (walk, session, n_sessions);
      walk->has_left = walk->course->n_held < n_sessions && !is_needed (walk, session->day + 1)
                       && loket_demo_world_happens (walk->world, 7);
      if (walk->has_left)
        return TRUE;
    }

  return TRUE;
}

/* Nothing was heard for 30 days. Returns: when that ended; 0 when it has not ended. */
static int
stall (Walk *walk)
{
  int due = loket_demo_calendar_add (walk->calendar, walk->spoken, 30);
  LoketDemoContact *contact;

  if (due > walk->today)
    return 0;

  contact = loket_demo_course_add_contact (walk->course, "stalled", due);
  if (loket_demo_world_happens (walk->world, 55))
    reach (walk, contact, walk->spoken, due);
  else
    loket_demo_contact_miss (contact, walk->story, due);

  return contact->done;
}

static const char *
draw_outcome (Walk *walk)
{
  static const char *const outcomes[] = {
    "advice_given", "referred", "stopped_by_client", "other",
  };
  static const int weights[] = { 76, 13, 8, 3 };

  return outcomes[loket_demo_world_draw (walk->world, weights, G_N_ELEMENTS (weights))];
}

/* As respondents of 2023 wish: who has no benefit of UWV to fall back on wants more. */
static const char *
draw_wish (Walk *walk)
{
  static const char *const wishes[] = { "no", "yes_self", "yes_once", "yes_longer" };
  static const int all[] = { 35, 27, 25, 13 };
  static const int more[] = { 27, 27, 25, 21 };
  gboolean wants_more = g_str_equal (walk->person->situation, "jobseeker")
                        || g_str_equal (walk->person->situation, "benefit_municipality");

  return wishes[loket_demo_world_draw (walk->world, wants_more ? more : all,
                                       G_N_ELEMENTS (wishes))];
}

static void
care_after (Walk *walk,
            int   weeks)
{
  int due = loket_demo_calendar_add_weeks (walk->calendar, walk->course->closed, weeks);
  LoketDemoContact *contact = loket_demo_course_add_contact (walk->course, "aftercare", due);
  int day = due;

  if (due > walk->today)
    return;

  if (loket_demo_world_happens (walk->world, 6))
    {
      loket_demo_contact_miss (contact, walk->story, due);
      return;
    }

  if (loket_demo_world_happens (walk->world, 8))
    {
      contact->planned = add_days (walk, due, 1, 5);
      day = contact->planned;
    }
  else if (loket_demo_world_happens (walk->world, 15))
    {
      day = add_days (walk, due, 1, 4);
    }

  if (day > walk->today && contact->planned == 0)
    day = due;
  if (day <= walk->today)
    reach (walk, contact, due, day);
}

static void
plan_aftercare (Walk *walk)
{
  static const int series[] = { 2, 6, 12, 26 };

  if (walk->person->no_contact)
    return;

  if (g_str_equal (walk->course->aftercare, "yes_once"))
    care_after (walk, 6);
  else if (g_str_equal (walk->course->aftercare, "yes_longer"))
    {
      for (guint i = 0; i < G_N_ELEMENTS (series); i++)
        care_after (walk, series[i]);
    }
}

static void
close_course (Walk *walk)
{
  LoketDemoCourse *course = walk->course;
  int day;

  if (walk->is_open)
    return;

  if (walk->has_left)
    day = stall (walk);
  else
    day = add_days (walk, walk->last, 0, 8);
  if (day == 0 || day > walk->today)
    return;

  course->closed = day;
  course->outcome = draw_outcome (walk);
  course->aftercare = draw_wish (walk);
  if (course->n_contacts > 0
      && g_strcmp0 (course->contacts[course->n_contacts - 1].outcome, "closed_not_reached") == 0)
    {
      course->outcome = "no_response";
      course->aftercare = "no";
    }
  plan_aftercare (walk);
}

/**
 * loket_demo_walk:
 * @person: who
 * @story: what it is about
 * @opened: day of sign-up
 * @course: (out caller-allocates): what happened
 *
 * Makes up what happened in a trajectory until today, and what is planned.
 */
void
loket_demo_walk (LoketDemoWorld        *world,
                 const LoketDemoPerson *person,
                 LoketDemoStory        *story,
                 int                    opened,
                 LoketDemoCourse       *course)
{
  Walk walk = {
    .world = world,
    .calendar = world->calendar,
    .person = person,
    .story = story,
    .course = course,
    .today = loket_demo_calendar_get_today (world->calendar),
  };

  loket_demo_course_begin (course, loket_demo_world_between (world, 0,
                                                             (int) world->n_counsellors - 1),
                           opened, person->situation, loket_demo_story_draw_questions (world));

  if (respond (&walk) && hold_sessions (&walk))
    close_course (&walk);
}
