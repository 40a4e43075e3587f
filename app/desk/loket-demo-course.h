/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The course of a made-up trajectory: what happened up to today, and what is still to be done.
 *
 * Days are day numbers; 0 stands for no day. Texts live until the next client. */

#pragma once

#include "loket-demo-story.h"

G_BEGIN_DECLS

#define LOKET_DEMO_MOST_SESSIONS    20
#define LOKET_DEMO_MOST_ASSESSMENTS 4
#define LOKET_DEMO_MOST_PROMISES    40
#define LOKET_DEMO_MOST_CONTACTS    48
#define LOKET_DEMO_MOST_ATTEMPTS    3

/* Nobody has taken the sign-up. */
#define LOKET_DEMO_NOBODY -1

typedef struct
{
  int day;
  int minute;              /* of the day, at which it begins */
  int minutes;             /* how long it took; 0 when it did not take place */
  const char *channel;
  const char *state;
  const char *questions;
  const char *note_client;
  const char *note_internal;
} LoketDemoSession;

typedef struct
{
  const char *kind;
  int requested;
  int invited;
  int taken;
  int result;
  int discussed;
} LoketDemoAssessment;

typedef struct
{
  const char *by;
  const char *kind;
  const char *text;
  int made;
  int due;
  int done;
  const char *outcome;
} LoketDemoPromise;

typedef struct
{
  int day;
  int minute;
  const char *note;
} LoketDemoAttempt;

typedef struct
{
  const char *kind;
  int due;
  int planned;             /* moved to */
  int snoozed;             /* day until which it is snoozed */
  int snoozed_minute;
  int done;
  const char *outcome;
  const char *note;
  LoketDemoAttempt attempts[LOKET_DEMO_MOST_ATTEMPTS];  /* that failed */
  guint n_attempts;
} LoketDemoContact;

typedef struct
{
  int counsellor;          /* number, or LOKET_DEMO_NOBODY */
  int opened;
  int responded;
  int closed;
  const char *situation;
  const char *questions;
  const char *aftercare;
  const char *outcome;
  guint n_held;
  LoketDemoSession sessions[LOKET_DEMO_MOST_SESSIONS];
  guint n_sessions;
  LoketDemoAssessment assessments[LOKET_DEMO_MOST_ASSESSMENTS];
  guint n_assessments;
  LoketDemoPromise promises[LOKET_DEMO_MOST_PROMISES];
  guint n_promises;
  LoketDemoContact contacts[LOKET_DEMO_MOST_CONTACTS];
  guint n_contacts;
} LoketDemoCourse;

void                 loket_demo_course_begin          (LoketDemoCourse  *self,
                                                       int               counsellor,
                                                       int               opened,
                                                       const char       *situation,
                                                       const char       *questions);
LoketDemoSession    *loket_demo_course_add_session    (LoketDemoCourse  *self,
                                                       int               day);
LoketDemoAssessment *loket_demo_course_add_assessment (LoketDemoCourse  *self,
                                                       const char       *kind,
                                                       int               requested);
LoketDemoPromise    *loket_demo_course_add_promise    (LoketDemoCourse  *self,
                                                       const char       *by,
                                                       int               made,
                                                       int               due);
LoketDemoContact    *loket_demo_course_add_contact    (LoketDemoCourse  *self,
                                                       const char       *kind,
                                                       int               due);
void                 loket_demo_course_drop_open_contacts
                                                      (LoketDemoCourse  *self);
void                 loket_demo_contact_try           (LoketDemoContact *contact,
                                                       LoketDemoStory   *story,
                                                       int               day);
void                 loket_demo_contact_reach         (LoketDemoContact *contact,
                                                       LoketDemoStory   *story,
                                                       int               day);
void                 loket_demo_contact_miss          (LoketDemoContact *contact,
                                                       LoketDemoStory   *story,
                                                       int               day);
void                 loket_demo_session_hold          (LoketDemoSession *session,
                                                       LoketDemoStory   *story,
                                                       LoketDemoStage    stage);

G_END_DECLS
