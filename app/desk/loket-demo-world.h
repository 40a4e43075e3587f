/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What all parts of a demonstration share: chance, calendar, words. */

#pragma once

#include "loket-demo-calendar.h"
#include "loket-demo-words.h"

G_BEGIN_DECLS

/**
 * LoketDemoWorld:
 * @random: where all chance comes from: the same seed gives the same office
 * @calendar: the days, and today
 * @office: who works there
 * @people: names and places
 * @stories: what is talked about
 * @day: the clients of an ordinary day
 * @texts: texts of the client at hand
 * @n_counsellors: how many work there
 */
typedef struct
{
  GRand *random;
  LoketDemoCalendar *calendar;
  LoketDemoWords *office;
  LoketDemoWords *people;
  LoketDemoWords *stories;
  LoketDemoWords *day;
  GStringChunk *texts;
  guint n_counsellors;
} LoketDemoWorld;

LoketDemoWorld *loket_demo_world_new      (guint32           seed,
                                           const char       *moment,
                                           int               years,
                                           GError          **error);
void            loket_demo_world_free     (LoketDemoWorld   *self);
gboolean        loket_demo_world_happens  (LoketDemoWorld   *self,
                                           int               percent);
int             loket_demo_world_between  (LoketDemoWorld   *self,
                                           int               least,
                                           int               most);
guint           loket_demo_world_draw     (LoketDemoWorld   *self,
                                           const int        *weights,
                                           guint             n_weights);
const char     *loket_demo_world_keep     (LoketDemoWorld   *self,
                                           const char       *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketDemoWorld, loket_demo_world_free)

G_END_DECLS
