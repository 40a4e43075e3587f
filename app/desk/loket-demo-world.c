/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Sets the stage for a demonstration, and throws its dice. */

#include "loket-demo-world.h"

/**
 * loket_demo_world_new:
 * @seed: the same seed gives the same office
 * @moment: now, YYYY-MM-DDTHH:MM
 * @years: how far the office goes back
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the stage of a demonstration
 */
LoketDemoWorld *
loket_demo_world_new (guint32      seed,
                      const char  *moment,
                      int          years,
                      GError     **error)
{
  g_autoptr (LoketDemoWorld) self = g_new0 (LoketDemoWorld, 1);

  self->random = g_rand_new_with_seed (seed);
  self->texts = g_string_chunk_new (4096);
  self->office = loket_demo_words_load ("office", error);
  if (self->office != NULL)
    self->people = loket_demo_words_load ("people", error);
  if (self->people != NULL)
    self->stories = loket_demo_words_load ("stories", error);
  if (self->stories != NULL)
    self->day = loket_demo_words_load ("day", error);
  if (self->day == NULL)
    return NULL;

  loket_demo_words_get (self->office, "office", "counsellors", &self->n_counsellors);
  self->calendar = loket_demo_calendar_new (moment, years, self->n_counsellors);

  return g_steal_pointer (&self);
}

void
loket_demo_world_free (LoketDemoWorld *self)
{
  g_rand_free (self->random);
  g_string_chunk_free (self->texts);
  g_clear_pointer (&self->office, loket_demo_words_free);
  g_clear_pointer (&self->people, loket_demo_words_free);
  g_clear_pointer (&self->stories, loket_demo_words_free);
  g_clear_pointer (&self->day, loket_demo_words_free);
  g_clear_pointer (&self->calendar, loket_demo_calendar_free);
  g_free (self);
}

/* Whether something happens that does in @percent of all cases. */
gboolean
loket_demo_world_happens (LoketDemoWorld *self,
                          int             percent)
{
  return g_rand_int_range (self->random, 0, 100) < percent;
}

/* A number from @least to @most, both included. */
int
loket_demo_world_between (LoketDemoWorld *self,
                          int             least,
                          int             most)
{
  return g_rand_int_range (self->random, least, most + 1);
}

/* The place of one of the weights, each as likely as it is large. */
guint
loket_demo_world_draw (LoketDemoWorld *self,
                       const int      *weights,
                       guint           n_weights)
{
  int sum = 0;
  int lot;
  guint place = 0;

  for (guint i = 0; i < n_weights; i++)
    sum += weights[i];

  for (lot = g_rand_int_range (self->random, 0, sum); lot >= weights[place]; place++)
    lot -= weights[place];

  return place;
}

/* (transfer none): a copy of @text that lives until the next client. */
const char *
loket_demo_world_keep (LoketDemoWorld *self,
                       const char     *text)
{
  return g_string_chunk_insert (self->texts, text);
}
