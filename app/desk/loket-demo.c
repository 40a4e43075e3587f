/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Makes an office up, client by client: each is written before the next is thought of, so that a
 * million of them take no more memory than one. */

#include "loketten-config.h"

#include "loket-demo.h"

#include "loket-client.h"
#include "loket-client-name-table.h"
#include "loket-demo-day.h"
#include "loket-demo-survey.h"
#include "loket-demo-walk.h"
#include "loket-demo-writer.h"
#include "loket-error.h"
#include "loket-invitation.h"
#include "loket-record-table.h"
#include "loket-response.h"

#include <glib/gi18n-lib.h>

/* For so many clients a megabyte of the store is kept in memory meanwhile: their places are spread
 * all over the alphabet. */
#define CLIENTS_PER_MEGABYTE 8000
#define MOST_MEGABYTES       256

/* Progress is told once for so many clients. */
#define CLIENTS_PER_STEP 500

typedef struct
{
  const LoketDemoOptions *options;
  LoketDemoWorld *world;
  LoketDemoWriter *writer;  /* (nullable), borrowed: while the act is done */
  LoketDemoSurvey *survey;  /* (nullable), borrowed: likewise */
  GArray *cast;             /* of LoketDemoRole, by day of sign-up */
  guint n_played;
} Demo;

/* Numbers of what is there already could be those that we give. */
static gboolean
refuse_filled_store (LoketAct  *act,
                     GError   **error)
{
  const LoketKind *const kinds[] = {
    &loket_client_kind, &loket_response_kind, &loket_invitation_kind,
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      LoketRecordTable *table = loket_record_table_get (loket_act_get_database (act), kinds[i]);
      gint64 count = loket_record_table_count (table, error);

      if (count > 0 && kinds[i] == &loket_client_kind)
        g_set_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT,
                     ngettext ("this store has %d client already; a demonstration is only made "
                               "in an empty one",
                               "this store has %d clients already; a demonstration is only made "
                               "in an empty one", (gulong) count),
                     (int) count);
      else if (count > 0)
        g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT,
                             _("this store has a survey already; a demonstration is only made in "
                               "an empty one"));
      if (count != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
save_course (Demo                   *demo,
             const LoketDemoPerson  *person,
             const LoketDemoCourse  *course,
             GError                **error)
{
  return loket_demo_writer_save_course (demo->writer, course, error)
         && loket_demo_survey_ask (demo->survey, person, course,
                                   loket_demo_writer_get_trajectory_id (demo->writer), error);
}

static gboolean
play_role (Demo    *demo,
           GError **error)
{
  const LoketDemoRole *role = &g_array_index (demo->cast, LoketDemoRole, demo->n_played++);
  LoketDemoPerson person;
  LoketDemoCourse course;

  loket_demo_person_make (&person, demo->world, role->opened);

  return loket_demo_day_play (demo->world, role, &person, &course, error)
         && loket_demo_writer_save_client (demo->writer, &person, error)
         && save_course (demo, &person, &course, error);
}

/* A few come back after a while. Returns: the day of the next sign-up, or 0. */
static int
come_back (Demo                  *demo,
           const LoketDemoCourse *course)
{
  int day = course->closed + loket_demo_world_between (demo->world, 60, 500);

  if (course->closed == 0 || !loket_demo_world_happens (demo->world, 9)
      || day >= loket_demo_calendar_get_today (demo->world->calendar))
    return 0;

  return loket_demo_calendar_add (demo->world->calendar, day, -1);
}

static gboolean
walk_client (Demo    *demo,
             int      opened,
             GError **error)
{
  LoketDemoPerson person;
  LoketDemoStory story;
  LoketDemoCourse course;

  loket_demo_person_make (&person, demo->world, opened);
  if (!loket_demo_writer_save_client (demo->writer, &person, error))
    return FALSE;

  for (; opened != 0; opened = come_back (demo, &course))
    {
      loket_demo_story_make (&story, demo->world, &person);
      loket_demo_walk (demo->world, &person, &story, opened, &course);
      if (!save_course (demo, &person, &course, error))
        return FALSE;
    }

  return TRUE;
}

/* Sign-ups are spread evenly, mostly over working days. */
static int
draw_day (Demo  *demo,
          guint  number,
          guint  n_clients)
{
  LoketDemoCalendar *calendar = demo->world->calendar;
  int first = loket_demo_calendar_get_first (calendar);
  int today = loket_demo_calendar_get_today (calendar);
  int day = first + (int) ((gint64) (today - first) * number / MAX (n_clients, 1));

  if (!loket_demo_world_happens (demo->world, 8))
    day = loket_demo_calendar_move_on (calendar, day);

  return MIN (day, today);
}

static gboolean
make_clients (Demo    *demo,
              GError **error)
{
  guint n_cast = MIN (demo->cast->len, demo->options->n_clients);
  guint n_others = demo->options->n_clients - n_cast;

  for (guint i = 0; i <= n_others; i++)
    {
      int day = i < n_others ? draw_day (demo, i, n_others) : G_MAXINT;

      while (demo->n_played < n_cast
             && g_array_index (demo->cast, LoketDemoRole, demo->n_played).opened <= day)
        {
          if (!play_role (demo, error))
            return FALSE;
        }
      if (i < n_others && !walk_client (demo, day, error))
        return FALSE;

      g_string_chunk_clear (demo->world->texts);
      if (demo->options->progress != NULL && i % CLIENTS_PER_STEP == 0)
        demo->options->progress ((double) i / (n_others + 1), demo->options->user_data);
    }

  return TRUE;
}

static gboolean
fill_store (LoketAct  *act,
            Demo      *demo,
            GError   **error)
{
  g_autoptr (LoketDemoWriter) writer = NULL;
  g_autoptr (LoketDemoSurvey) survey = NULL;

  survey = loket_demo_survey_new (act, demo->world, error);
  if (survey == NULL)
    return FALSE;

  writer = loket_demo_writer_new (act, demo->world);
  demo->survey = survey;
  demo->writer = writer;

  return loket_demo_survey_save_published (survey, error)
         && loket_demo_writer_save_office (writer, error)
         && make_clients (demo, error)
         && loket_demo_survey_save_invitations (survey, error);
}

static gboolean
make_demo (LoketAct  *act,
           gpointer   input,
           GError   **error)
{
  LoketDatabase *database = loket_act_get_database (act);
  Demo *demo = input;
  int megabytes = (int) MIN (demo->options->n_clients / CLIENTS_PER_MEGABYTE, MOST_MEGABYTES);
  gboolean is_filled;

  if (!refuse_filled_store (act, error)
      || !loket_database_set_cache (database, MAX (megabytes, LOKET_DATABASE_CACHE), error))
    return FALSE;

  loket_client_name_table_begin_batch (database);
  is_filled = fill_store (act, demo, error)
              && loket_client_name_table_store_batch (database, error);
  loket_client_name_table_end_batch (database);

  return loket_database_set_cache (database, LOKET_DATABASE_CACHE, is_filled ? error : NULL)
         && is_filled;
}

/**
 * loket_desk_make_demo:
 * @options: how large
 * @error: %LOKET_ERROR_CONSTRAINT when the store has clients or a survey already
 *
 * Fills the store with a made-up office and its clients up to today, in one act, and waits for it.
 *
 * Returns: (transfer full) (nullable): what was done
 */
LoketDeed *
loket_desk_make_demo (LoketDesk               *desk,
                      const LoketDemoOptions  *options,
                      GError                 **error)
{
  LoketDateText moment = loket_clock_get_moment (loket_desk_get_clock (desk));
  g_autoptr (LoketDemoWorld) world = NULL;
  g_autoptr (GArray) cast = NULL;
  Demo demo = { .options = options };

  world = loket_demo_world_new (options->seed, moment.text, options->n_years, error);
  if (world == NULL)
    return NULL;

  cast = loket_demo_day_cast (world);
  demo.world = world;
  demo.cast = cast;

  return loket_desk_act (desk, "demo", make_demo, &demo, error);
}
