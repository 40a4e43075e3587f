/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What a made-up client comes for, and what is written down about it. */

#pragma once

#include "loket-demo-person.h"

G_BEGIN_DECLS

/**
 * LoketDemoStage:
 *
 * Which talk of a trajectory it is.
 */
typedef enum
{
  LOKET_DEMO_STAGE_FIRST,
  LOKET_DEMO_STAGE_NEXT,
  LOKET_DEMO_STAGE_LAST
} LoketDemoStage;

/* What the texts of one client are about; borrowed from the world's words. */
typedef struct
{
  LoketDemoWorld *world;
  const char *situation;
  const char *from;
  const char *work;
  const char *training;
  const char *place;
  const char *scheme;
} LoketDemoStory;

void        loket_demo_story_make           (LoketDemoStory         *self,
                                             LoketDemoWorld         *world,
                                             const LoketDemoPerson  *person);
const char *loket_demo_story_get_text       (LoketDemoStory         *self,
                                             const char             *group,
                                             const char             *key);
const char *loket_demo_story_get_client_note
                                            (LoketDemoStory         *self,
                                             LoketDemoStage          stage,
                                             const char             *questions);
const char *loket_demo_story_get_internal_note
                                            (LoketDemoStory         *self,
                                             LoketDemoStage          stage);
const char *loket_demo_story_pick_question  (LoketDemoStory         *self,
                                             const char             *questions);
const char *loket_demo_story_draw_questions (LoketDemoWorld         *world);

G_END_DECLS
