/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Lets chance lead a client from sign-up to after-care, with the figures of the survey of 2023.
 *
 * What is still open is due after today: what an ordinary day has to do is scripted, see
 * loket-demo-day.h, so that chance does not drown it. */

#include "loket-demo-walk.h"

#include "loket-demo-steps.h"

/* Who missed so many never misses another. */
#define MOST_SESSIONS 12

static int
draw_response_days (LoketDemoWalk *walk)
{
  static const int weights[] = { 12, 32, 25, 17, 4, 3, 3, 2, 2 };

  return (int) loket_demo_world_draw (walk->world, weights, G_N_ELEMENTS (weights));
}

/* Returns: whether the client was spoken to, so that it goes on. */
static gboolean
respond (LoketDemoWalk *walk)
{
  LoketDemoCourse *course = walk->course;
  int due = loket_demo_calendar_add (walk->calendar, course->opened, 3);
  LoketDemoContact *contact = loket_demo_course_add_contact (course, "first_response", due);
  int day = loket_demo_calendar_add (walk->calendar, course->opened, draw_response_days (walk));

  day = loket_demo_steps_settle (walk, due, day);
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

  loket_demo_steps_reach (walk, contact, course->opened, day);
  course->responded = day;

  return TRUE;
}

static const char *
draw_channel (LoketDemoWalk *walk)
{
  static const char *const channels[] = { "location", "phone", "online", "walk" };
  static const int weights[] = { 62, 20, 15, 3 };

  return channels[loket_demo_world_draw (walk->world, weights, G_N_ELEMENTS (weights))];
}

static LoketDemoSession *
add_session (LoketDemoWalk *walk,
             int            day)
{
  LoketDemoSession *session = loket_demo_course_add_session (walk->course, day);

  session->minute = loket_demo_calendar_take_hour (walk->calendar,
                                                   (guint) walk->course->counsellor, day,
                                                   g_rand_int (walk->world->random));
  if (walk->course->n_held > 0)
    {
      session->channel = draw_channel (walk);
      session->questions = loket_demo_story_pick_question (walk->story, walk->course->questions);
    }

  return session;
}

static void
miss_session (LoketDemoWalk    *walk,
              LoketDemoSession *session)
{
  session->state = loket_demo_world_happens (walk->world, 45) ? "no_show" : "cancelled";
  session->note_internal = loket_demo_story_get_text (walk->story, "missed", session->state);
}

static guint
draw_n_sessions (LoketDemoWalk *walk)
{
  static const int weights[] = { 46, 29, 14, 7, 3, 1 };

  return 1 + loket_demo_world_draw (walk->world, weights, G_N_ELEMENTS (weights));
}

static LoketDemoStage
get_stage (LoketDemoWalk *walk,
           guint          n_sessions)
{
  if (walk->course->n_held == 0)
    return LOKET_DEMO_STAGE_FIRST;

  return walk->course->n_held + 1 == n_sessions ? LOKET_DEMO_STAGE_LAST : LOKET_DEMO_STAGE_NEXT;
}

/* Holds the session on @day. Returns: the day on which the next can be. */
static int
hold_session (LoketDemoWalk    *walk,
              LoketDemoSession *session,
              guint             n_sessions)
{
  LoketDemoCourse *course = walk->course;
  int next = loket_demo_steps_add_days (walk, session->day, 8, 22);

  loket_demo_session_hold (session, walk->story, get_stage (walk, n_sessions));
  course->n_held++;
  loket_demo_steps_note_contact (walk, session->day);
  loket_demo_steps_promise (walk, session->day, course->n_held == n_sessions);
  if (course->n_held == 1 && loket_demo_world_happens (walk->world, n_sessions > 1 ? 50 : 28))
    loket_demo_steps_assess (walk, session->day, n_sessions > 1 ? next : 0);

  return next;
}

/* Whether the talk on @day has something to discuss, or one after it has. */
static gboolean
is_needed (LoketDemoWalk *walk,
           int            day)
{
  return walk->course->n_assessments > 0 && walk->course->assessments[0].discussed >= day;
}

/* Returns: whether all talks took place, so that the trajectory can be closed. */
static gboolean
hold_sessions (LoketDemoWalk *walk)
{
  guint n_sessions = draw_n_sessions (walk);
  int day = loket_demo_steps_add_days (walk, walk->course->responded, 2, 8);

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
          day = loket_demo_steps_add_days (walk, day, 2, 7);
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
stall (LoketDemoWalk *walk)
{
  int due = loket_demo_calendar_add (walk->calendar, walk->spoken, 30);
  LoketDemoContact *contact;

  if (due > walk->today)
    return 0;

  contact = loket_demo_course_add_contact (walk->course, "stalled", due);
  if (loket_demo_world_happens (walk->world, 55))
    loket_demo_steps_reach (walk, contact, walk->spoken, due);
  else
    loket_demo_contact_miss (contact, walk->story, due);

  return contact->done;
}

static const char *
draw_outcome (LoketDemoWalk *walk)
{
  static const char *const outcomes[] = {
    "advice_given", "referred", "stopped_by_client", "other",
  };
  static const int weights[] = { 76, 13, 8, 3 };

  return outcomes[loket_demo_world_draw (walk->world, weights, G_N_ELEMENTS (weights))];
}

/* As respondents of 2023 wish: who has no benefit of UWV to fall back on wants more. */
static const char *
draw_wish (LoketDemoWalk *walk)
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
care_after (LoketDemoWalk *walk,
            int            weeks)
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
      contact->planned = loket_demo_steps_add_days (walk, due, 1, 5);
      day = contact->planned;
    }
  else if (loket_demo_world_happens (walk->world, 15))
    {
      day = loket_demo_steps_add_days (walk, due, 1, 4);
    }

  if (day > walk->today && contact->planned == 0)
    day = due;
  if (day <= walk->today)
    loket_demo_steps_reach (walk, contact, due, day);
}

static void
plan_aftercare (LoketDemoWalk *walk)
{
  static const int series[] = { 2, 6, 12, 26 };

  if (g_str_equal (walk->course->aftercare, "yes_once"))
    care_after (walk, 6);
  else if (g_str_equal (walk->course->aftercare, "yes_longer"))
    {
      for (guint i = 0; i < G_N_ELEMENTS (series); i++)
        care_after (walk, series[i]);
    }
}

static void
close_course (LoketDemoWalk *walk)
{
  LoketDemoCourse *course = walk->course;
  int day;

  if (walk->is_open)
    return;

  if (walk->has_left)
    day = stall (walk);
  else
    day = loket_demo_steps_add_days (walk, walk->last, 0, 12);
  if (day == 0 || day > walk->today)
    return;

  course->closed = day;
  course->outcome = draw_outcome (walk);
  course->aftercare = walk->person->no_contact ? "no" : draw_wish (walk);
  if (course->n_contacts > 0
      && g_strcmp0 (course->contacts[course->n_contacts - 1].outcome, "closed_not_reached") == 0)
    {
      course->outcome = "no_response";
      course->aftercare = "no";
    }
  plan_aftercare (walk);
}

static gboolean
is_waiting (const LoketDemoCourse *course,
            int                    today)
{
  return (course->n_sessions > 0 && course->sessions[course->n_sessions - 1].day >= today)
         || (course->n_contacts > 0 && course->contacts[course->n_contacts - 1].done == 0);
}

/* An open trajectory in which nothing is planned is never left alone for longer than 30 days. */
static void
catch_up (LoketDemoWalk *walk)
{
  LoketDemoCourse *course = walk->course;

  while (course->closed == 0 && course->responded != 0 && !is_waiting (course, walk->today))
    {
      int due = loket_demo_calendar_add (walk->calendar, walk->spoken, 30);

      if (due > walk->today)
        return;
      loket_demo_steps_reach (walk, loket_demo_course_add_contact (course, "stalled", due),
                              walk->spoken, due);
    }
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
  LoketDemoWalk walk = {
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
  catch_up (&walk);
  if (person->no_contact)
    loket_demo_course_drop_open_contacts (course);
}
