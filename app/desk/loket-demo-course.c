/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Builds the course of a trajectory, event by event. */

#include "loket-demo-course.h"

#include <string.h>

/**
 * loket_demo_course_begin:
 * @self: a course to fill
 * @counsellor: the number of the counsellor, or %LOKET_DEMO_NOBODY
 * @opened: day of sign-up
 *
 * Begins a course in which nothing has happened yet.
 */
void
loket_demo_course_begin (LoketDemoCourse *self,
                         int              counsellor,
                         int              opened,
                         const char      *situation,
                         const char      *questions)
{
  memset (self, 0, sizeof *self);
  self->counsellor = counsellor;
  self->opened = opened;
  self->situation = situation;
  self->questions = questions;
}

/* (transfer none): a session on @day that is planned. */
LoketDemoSession *
loket_demo_course_add_session (LoketDemoCourse *self,
                               int              day)
{
  LoketDemoSession *session = &self->sessions[self->n_sessions++];

  g_assert (self->n_sessions <= LOKET_DEMO_MOST_SESSIONS);

  session->day = day;
  session->state = "planned";
  session->channel = "location";
  session->questions = self->questions;

  return session;
}

/* (transfer none): an assessment that is only requested. */
LoketDemoAssessment *
loket_demo_course_add_assessment (LoketDemoCourse *self,
                                  const char      *kind,
                                  int              requested)
{
  LoketDemoAssessment *assessment = &self->assessments[self->n_assessments++];

  g_assert (self->n_assessments <= LOKET_DEMO_MOST_ASSESSMENTS);

  assessment->kind = kind;
  assessment->requested = requested;

  return assessment;
}

/* (transfer none): a promise that is open. */
LoketDemoPromise *
loket_demo_course_add_promise (LoketDemoCourse *self,
                               const char      *by,
                               int              made,
                               int              due)
{
  LoketDemoPromise *promise = &self->promises[self->n_promises++];

  g_assert (self->n_promises <= LOKET_DEMO_MOST_PROMISES);

  promise->by = by;
  promise->made = made;
  promise->due = due;

  return promise;
}

/* (transfer none): a contact that is open. */
LoketDemoContact *
loket_demo_course_add_contact (LoketDemoCourse *self,
                               const char      *kind,
                               int              due)
{
  LoketDemoContact *contact = &self->contacts[self->n_contacts++];

  g_assert (self->n_contacts <= LOKET_DEMO_MOST_CONTACTS);

  contact->kind = kind;
  contact->due = due;

  return contact;
}

/**
 * loket_demo_course_drop_open_contacts:
 *
 * The client objects to contact: nothing that is open stays.
 */
void
loket_demo_course_drop_open_contacts (LoketDemoCourse *self)
{
  guint n_kept = 0;

  for (guint i = 0; i < self->n_contacts; i++)
    {
      if (self->contacts[i].done != 0)
        self->contacts[n_kept++] = self->contacts[i];
    }
  self->n_contacts = n_kept;
}

/**
 * loket_demo_contact_try:
 * @story: gives the words
 * @day: when it was tried
 *
 * Adds an attempt that failed: the contact stays open.
 */
void
loket_demo_contact_try (LoketDemoContact *contact,
                        LoketDemoStory   *story,
                        int               day)
{
  LoketDemoAttempt *attempt = &contact->attempts[contact->n_attempts++];
  LoketDemoWorld *world = story->world;

  g_assert (contact->n_attempts <= LOKET_DEMO_MOST_ATTEMPTS);

  attempt->day = day;
  attempt->minute = loket_demo_world_between (world, 9 * 12, 17 * 12 - 1) * 5;
  if (day == loket_demo_calendar_get_today (world->calendar))
    attempt->minute = MIN (attempt->minute, loket_demo_calendar_get_minute (world->calendar));
  attempt->note = loket_demo_story_get_text (story, "contact-missed", "lines");
}

/**
 * loket_demo_contact_reach:
 * @story: gives the words
 * @day: when the client was reached
 *
 * Closes the contact.
 */
void
loket_demo_contact_reach (LoketDemoContact *contact,
                          LoketDemoStory   *story,
                          int               day)
{
  contact->done = day;
  contact->outcome = "reached";
  contact->note = loket_demo_story_get_text (story, "contact-reached", contact->kind);
}

/**
 * loket_demo_contact_miss:
 * @story: gives the words
 * @day: the day of the first attempt
 *
 * The client is not reached, and tried again two working days later; the third attempt that fails
 * closes the contact. What lies behind today has not been tried: the contact waits for it.
 */
void
loket_demo_contact_miss (LoketDemoContact *contact,
                         LoketDemoStory   *story,
                         int               day)
{
  LoketDemoCalendar *calendar = story->world->calendar;

  for (guint i = contact->n_attempts; i < LOKET_DEMO_MOST_ATTEMPTS; i++)
    {
      if (day > loket_demo_calendar_get_today (calendar))
        {
          contact->planned = day;
          return;
        }

      loket_demo_contact_try (contact, story, day);
      day = loket_demo_calendar_add (calendar, day, 2);
    }

  contact->done = contact->attempts[LOKET_DEMO_MOST_ATTEMPTS - 1].day;
  contact->outcome = "closed_not_reached";
}

/**
 * loket_demo_session_hold:
 * @story: gives the words
 * @stage: which talk it is
 *
 * The session took place.
 */
void
loket_demo_session_hold (LoketDemoSession *session,
                         LoketDemoStory   *story,
                         LoketDemoStage    stage)
{
  static const int lengths[] = { 30, 45, 60, 75, 90 };
  static const int first[] = { 5, 25, 50, 10, 10 };
  static const int later[] = { 30, 40, 25, 5, 0 };

  session->state = "held";
  session->minutes = lengths[loket_demo_world_draw (story->world,
                                                    stage == LOKET_DEMO_STAGE_FIRST ? first : later,
                                                    G_N_ELEMENTS (lengths))];
  session->note_client = loket_demo_story_get_client_note (story, stage, session->questions);
  session->note_internal = loket_demo_story_get_internal_note (story, stage);
}
