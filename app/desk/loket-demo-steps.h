/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The steps of a made-up trajectory that chance decides about. */

#pragma once

#include "loket-demo-course.h"

G_BEGIN_DECLS

/**
 * LoketDemoWalk:
 * @last: the day on which the last thing so far ended
 * @spoken: the day of the last real contact
 * @is_open: something keeps the trajectory from being closed
 * @has_left: the client does not come back
 *
 * A client on the way through a trajectory.
 */
typedef struct
{
  LoketDemoWorld *world;
  LoketDemoCalendar *calendar;
  const LoketDemoPerson *person;
  LoketDemoStory *story;
  LoketDemoCourse *course;
  int today;
  int last;
  int spoken;
  gboolean is_open;
  gboolean has_left;
} LoketDemoWalk;

int  loket_demo_steps_add_days     (LoketDemoWalk     *walk,
                                    int                day,
                                    int                least,
                                    int                most);
int  loket_demo_steps_settle       (LoketDemoWalk     *walk,
                                    int                due,
                                    int                done);
void loket_demo_steps_note_contact (LoketDemoWalk     *walk,
                                    int                day);
void loket_demo_steps_reach        (LoketDemoWalk     *walk,
                                    LoketDemoContact  *contact,
                                    int                earliest,
                                    int                day);
void loket_demo_steps_promise      (LoketDemoWalk     *walk,
                                    int                day,
                                    gboolean           is_last);
void loket_demo_steps_assess       (LoketDemoWalk     *walk,
                                    int                day,
                                    int                next);

G_END_DECLS
