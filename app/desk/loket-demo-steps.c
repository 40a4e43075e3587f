/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What chance makes of a promise, a test or a telephone call. */

#include "loket-demo-steps.h"

/* The day between @least and @most working days after @day. */
int
loket_demo_steps_add_days (LoketDemoWalk *walk,
                           int            day,
                           int            least,
                           int            most)
{
  return loket_demo_calendar_add (walk->calendar, day,
                                  loket_demo_world_between (walk->world, least, most));
}

/**
 * loket_demo_steps_settle:
 * @due: when it is due
 * @done: when it happens
 *
 * What would be late today was done in time after all: the day is scripted.
 *
 * Returns: when it was done; 0 when that is still to come
 */
int
loket_demo_steps_settle (LoketDemoWalk *walk,
                         int            due,
                         int            done)
{
  if (done <= walk->today)
    return done;

  return due <= walk->today ? due : 0;
}

void
loket_demo_steps_note_contact (LoketDemoWalk *walk,
                               int            day)
{
  walk->last = MAX (walk->last, day);
  walk->spoken = MAX (walk->spoken, day);
}

/**
 * loket_demo_steps_reach:
 * @earliest: the day before which nobody tries
 * @day: when the client is reached
 *
 * The client is reached; sometimes it takes a second call.
 */
void
loket_demo_steps_reach (LoketDemoWalk    *walk,
                        LoketDemoContact *contact,
                        int               earliest,
                        int               day)
{
  int before = loket_demo_calendar_add (walk->calendar, day, -1);

  if (before > earliest && loket_demo_world_happens (walk->world, 18))
    loket_demo_contact_try (contact, walk->story, before);
  loket_demo_contact_reach (contact, walk->story, day);
  loket_demo_steps_note_contact (walk, day);
}

/* Four of five are kept in time, some late, some not. */
static void
keep_promise (LoketDemoWalk    *walk,
              LoketDemoPromise *promise)
{
  int lot = loket_demo_world_between (walk->world, 1, 100);
  int done;

  if (lot <= 80)
    done = loket_demo_calendar_move_on (walk->calendar,
                                        loket_demo_world_between (walk->world, promise->made,
                                                                  promise->due));
  else if (lot <= 94)
    done = loket_demo_steps_add_days (walk, promise->due, 1, 5);
  else
    done = loket_demo_steps_add_days (walk, promise->due, 6, 12);

  promise->done = loket_demo_steps_settle (walk, promise->due, done);
  if (promise->done == 0)
    {
      walk->is_open = TRUE;
      return;
    }

  promise->outcome = lot <= 94 || promise->done <= promise->due ? "kept" : "not_kept";
  walk->last = MAX (walk->last, promise->done);
}

/* A promise to call back is a contact as well. */
static void
call_back (LoketDemoWalk          *walk,
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
      loket_demo_steps_reach (walk, contact, promise->made, promise->done);
    }
  else
    {
      contact->done = promise->done;
      contact->outcome = "cancelled";
    }
}

static void
promise_of_counsellor (LoketDemoWalk *walk,
                       int            made)
{
  static const char *const kinds[] = { "callback", "send", "find_out", "other" };
  static const int weights[] = { 34, 42, 20, 4 };
  guint kind = loket_demo_world_draw (walk->world, weights, G_N_ELEMENTS (weights));
  int due = loket_demo_steps_add_days (walk, made, 1, 8);
  LoketDemoPromise *promise = loket_demo_course_add_promise (walk->course, "counsellor", made, due);

  promise->kind = kinds[kind];
  promise->text = loket_demo_story_get_text (walk->story, "promise-counsellor", kinds[kind]);
  keep_promise (walk, promise);

  if (g_str_equal (promise->kind, "callback"))
    call_back (walk, promise);
}

static void
promise_of_client (LoketDemoWalk *walk,
                   int            made)
{
  static const char *const kinds[] = { "callback", "send", "find_out", "other" };
  static const int weights[] = { 8, 34, 28, 30 };
  guint kind = loket_demo_world_draw (walk->world, weights, G_N_ELEMENTS (weights));
  int due = loket_demo_steps_add_days (walk, made, 4, 15);
  int done = MAX (made, due + loket_demo_world_between (walk->world, -3, 4));
  LoketDemoPromise *promise = loket_demo_course_add_promise (walk->course, "client", made, due);

  promise->kind = kinds[kind];
  promise->text = loket_demo_story_get_text (walk->story, "promise-client", kinds[kind]);
  promise->done = loket_demo_steps_settle (walk, due, done);
  if (promise->done != 0)
    promise->outcome = loket_demo_world_happens (walk->world, 78) ? "kept" : "not_kept";
}

/* A contact that no rule asks for. */
static void
ask_after (LoketDemoWalk *walk,
           int            day)
{
  int due = loket_demo_steps_add_days (walk, day, 2, 5);
  LoketDemoContact *contact = loket_demo_course_add_contact (walk->course, "other", due);

  if (due <= walk->today)
    loket_demo_steps_reach (walk, contact, day, due);
  else
    contact->note = loket_demo_story_get_text (walk->story, "contact-open", "other");
}

/**
 * loket_demo_steps_promise:
 * @day: day of a talk
 * @is_last: whether it is the last one
 *
 * What both sides promise in a talk, and what comes of it.
 */
void
loket_demo_steps_promise (LoketDemoWalk *walk,
                          int            day,
                          gboolean       is_last)
{
  if (loket_demo_world_happens (walk->world, is_last ? 25 : 45))
    promise_of_counsellor (walk, day);
  if (!is_last && loket_demo_world_happens (walk->world, 40))
    promise_of_client (walk, day);
  if (!is_last && loket_demo_world_happens (walk->world, 5))
    ask_after (walk, day);
}

/* The client may need to be reminded of a test. */
static void
take_assessment (LoketDemoWalk       *walk,
                 LoketDemoAssessment *assessment)
{
  int due = loket_demo_calendar_add (walk->calendar, assessment->requested, 10);
  int invited = loket_demo_calendar_add (walk->calendar, assessment->requested, 1);
  gboolean is_late = loket_demo_world_happens (walk->world, 12);
  int taken = is_late ? loket_demo_steps_add_days (walk, assessment->requested, 12, 18)
                      : loket_demo_steps_add_days (walk, assessment->requested, 2, 9);

  if (invited <= walk->today)
    assessment->invited = invited;

  if (taken > due || taken > walk->today)
    {
      LoketDemoContact *contact = loket_demo_course_add_contact (walk->course,
                                                                 "assessment_pending", due);

      if (due <= walk->today)
        loket_demo_steps_reach (walk, contact, assessment->requested, due);
    }

  if (taken <= walk->today)
    assessment->taken = taken;
}

static void
await_result (LoketDemoWalk       *walk,
              LoketDemoAssessment *assessment)
{
  int due = loket_demo_calendar_add (walk->calendar, assessment->taken, 5);
  int result = loket_demo_steps_add_days (walk, assessment->taken, 1, 4);

  if (result <= walk->today)
    assessment->result = result;
  else
    loket_demo_course_add_contact (walk->course, "assessment_result", due);
}

/* The result is discussed in the next talk when that is soon enough, else on the telephone. */
static void
discuss_result (LoketDemoWalk       *walk,
                LoketDemoAssessment *assessment,
                int                  next)
{
  int due = loket_demo_calendar_add (walk->calendar, assessment->result, 5);
  int done = loket_demo_steps_add_days (walk, assessment->result, 2, 6);
  LoketDemoContact *contact;

  if (next >= assessment->result && next <= due && next < walk->today)
    {
      assessment->discussed = next;
      return;
    }

  contact = loket_demo_course_add_contact (walk->course, "assessment_debrief", due);
  assessment->discussed = loket_demo_steps_settle (walk, due, done);
  if (assessment->discussed != 0)
    loket_demo_steps_reach (walk, contact, assessment->result, assessment->discussed);
}

/**
 * loket_demo_steps_assess:
 * @day: day of a talk
 * @next: day of the next one; 0 when there is none
 *
 * A test is asked for in a talk, taken, and its result discussed.
 */
void
loket_demo_steps_assess (LoketDemoWalk *walk,
                         int            day,
                         int            next)
{
  static const char *const kinds[] = {
    "competence", "interest", "career_choice", "aptitude", "language", "other",
  };
  static const int weights[] = { 34, 28, 22, 9, 5, 2 };
  guint kind = loket_demo_world_draw (walk->world, weights, G_N_ELEMENTS (weights));
  LoketDemoAssessment *assessment = loket_demo_course_add_assessment (walk->course, kinds[kind],
                                                                      day);

  take_assessment (walk, assessment);
  if (assessment->taken != 0)
    await_result (walk, assessment);
  if (assessment->result != 0)
    discuss_result (walk, assessment, next);
  if (assessment->discussed == 0)
    walk->is_open = TRUE;
}
