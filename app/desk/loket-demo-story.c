/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tells one story per client: what is noted in one talk fits what was noted in the others. */

#include "loket-demo-story.h"

#include <string.h>

/**
 * loket_demo_story_make:
 * @self: a story to fill
 * @world: the stage
 * @person: whom it is about
 *
 * Chooses what a client comes from, and where the talks lead.
 */
void
loket_demo_story_make (LoketDemoStory        *self,
                       LoketDemoWorld        *world,
                       const LoketDemoPerson *person)
{
  static const char *const middle[] = { "mbo2", "mbo3", "mbo4", "havo", "vwo", NULL };
  static const char *const high[] = { "hbo", "university", NULL };
  const char *level = "low";
  const char *theme;

  if (g_strv_contains (middle, person->education))
    level = "middle";
  else if (g_strv_contains (high, person->education))
    level = "high";
  else if (g_str_equal (person->education, "foreign"))
    level = "other";

  theme = loket_demo_words_get (world->stories, "themes", "names", NULL)
            [loket_demo_words_draw (world->stories, world->random, "themes", "weights")];

  self->world = world;
  self->situation = person->situation;
  self->from = loket_demo_words_pick (world->stories, world->random, "from", level);
  self->work = loket_demo_words_pick (world->stories, world->random, theme, "work");
  self->training = loket_demo_words_pick (world->stories, world->random, theme, "training");
  self->place = loket_demo_words_pick (world->stories, world->random, theme, "place");
  self->scheme = loket_demo_words_pick (world->stories, world->random, "scheme", "names");
}

/* What "{work}" stands for; "{Work}" is the same with a capital letter. */
static const char *
find_value (LoketDemoStory *self,
            const char     *name,
            gsize           length)
{
  const struct { const char *name; const char *value; } values[] = {
    { "from", self->from }, { "work", self->work }, { "training", self->training },
    { "place", self->place }, { "scheme", self->scheme },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      if (strlen (values[i].name) == length
          && g_ascii_strncasecmp (values[i].name, name, length) == 0)
        return values[i].value;
    }

  g_return_val_if_reached ("");
}

/**
 * loket_demo_story_get_text:
 * @group: a group of the stories
 * @key: a list of that group
 *
 * Returns: (transfer none): one of the texts of the list, filled in, until the next client
 */
const char *
loket_demo_story_get_text (LoketDemoStory *self,
                           const char     *group,
                           const char     *key)
{
  const char *text = loket_demo_words_pick (self->world->stories, self->world->random, group, key);
  g_autoptr (GString) filled = NULL;
  const char *open;

  if (strchr (text, '{') == NULL)
    return text;

  filled = g_string_sized_new (256);
  for (; (open = strchr (text, '{')) != NULL; text = strchr (open, '}') + 1)
    {
      gsize length = strcspn (open + 1, "}");
      gsize begin = filled->len + (gsize) (open - text);

      g_string_append_len (filled, text, open - text);
      g_string_append (filled, find_value (self, open + 1, length));
      if (g_ascii_isupper (open[1]))
        filled->str[begin] = g_ascii_toupper (filled->str[begin]);
    }
  g_string_append (filled, text);

  return loket_demo_world_keep (self->world, filled->str);
}

/* The first of some codes joined by ';'. */
static void
copy_first_code (const char *codes,
                 char       *code,
                 gsize       size)
{
  g_strlcpy (code, codes, MIN (size, strcspn (codes, ";") + 1));
}

/**
 * loket_demo_story_pick_question:
 * @questions: the questions brought, joined by ';'
 *
 * Returns: (transfer none): one or more of them: what a later talk is about
 */
const char *
loket_demo_story_pick_question (LoketDemoStory *self,
                                const char     *questions)
{
  const char *semicolon = strchr (questions, ';');
  char question[64];

  if (semicolon == NULL)
    return questions;
  if (loket_demo_world_happens (self->world, 50))
    return semicolon + 1;

  copy_first_code (questions, question, sizeof question);

  return loket_demo_world_keep (self->world, question);
}

/**
 * loket_demo_story_get_client_note:
 * @questions: the questions brought, joined by ';'
 *
 * Returns: (transfer none): what the client may read of a talk
 */
const char *
loket_demo_story_get_client_note (LoketDemoStory *self,
                                  LoketDemoStage  stage,
                                  const char     *questions)
{
  static const char *const groups[] = { "client-first", "client-next", "client-last" };
  char question[64];

  copy_first_code (questions, question, sizeof question);

  return loket_demo_story_get_text (self, groups[stage], question);
}

/**
 * loket_demo_story_get_internal_note:
 *
 * Returns: (transfer none) (nullable): what only counsellors read; of a first talk always, of a
 *   later one sometimes
 */
const char *
loket_demo_story_get_internal_note (LoketDemoStory *self,
                                    LoketDemoStage  stage)
{
  if (stage == LOKET_DEMO_STAGE_FIRST)
    return loket_demo_story_get_text (self, "internal", self->situation);
  if (loket_demo_world_happens (self->world, 45))
    return loket_demo_story_get_text (self, "internal-next", "lines");

  return NULL;
}

/**
 * loket_demo_story_draw_questions:
 *
 * Returns: (transfer none): one to three questions brought, joined by ';', as often as
 *   respondents of 2023 say
 */
const char *
loket_demo_story_draw_questions (LoketDemoWorld *world)
{
  static const char *const codes[] = {
    "which_work", "want_and_can", "retraining", "which_career", "labour_market_chances",
    "which_education", "training_budget", "other", "financial_schemes",
  };
  static const int weights[] = { 907, 799, 734, 561, 561, 518, 345, 302, 216 };
  static const int more[] = { 25, 45, 30 };
  int left[G_N_ELEMENTS (weights)];
  guint n_questions = 1 + loket_demo_world_draw (world, more, G_N_ELEMENTS (more));
  char questions[128] = "";

  memcpy (left, weights, sizeof left);
  for (guint i = 0; i < n_questions; i++)
    {
      guint code = loket_demo_world_draw (world, left, G_N_ELEMENTS (left));

      left[code] = 0;
      if (i > 0)
        g_strlcat (questions, ";", sizeof questions);
      g_strlcat (questions, codes[code], sizeof questions);
    }

  return loket_demo_world_keep (world, questions);
}
