/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Dates of a trajectory, of which those count that lie before the end of the month in which the
 * survey was sent: what came later the client could not judge. */

#include "loketten-config.h"

#include "loket-response-facts.h"

#include "loket-fact-table.h"
#include "loket-office-rules.h"
#include "loket-period.h"

#include <string.h>

/* A session, a test or a promise. */
typedef struct
{
  LoketFactRows kind;
  LoketDateText on;    /* held, taken, or promised for */
  LoketDateText done;  /* the result is there, or it was kept; or empty */
  int minutes;         /* -1: not known */
  gboolean is_broken;  /* a promise that was not kept, whatever the day */
} Event;

typedef struct
{
  LoketDateText opened;
  LoketDateText answered;  /* or empty */
  GArray *events;          /* (owned) of Event */
} Course;

struct _LoketResponseFacts
{
  LoketRules *rules;     /* (owned) with the working days of the office */
  GHashTable *courses;   /* (owned) Course by id of the trajectory */
  GHashTable *of;        /* (owned) Course by id of the response */
  guint8 bands[LOKET_N_FACTS];  /* of the response that was asked for last */
};

static void
free_course (gpointer data)
{
  Course *course = data;

  g_array_unref (course->events);
  g_free (course);
}

void
loket_response_facts_free (LoketResponseFacts *self)
{
  g_clear_pointer (&self->of, g_hash_table_unref);
  g_clear_pointer (&self->courses, g_hash_table_unref);
  g_clear_pointer (&self->rules, loket_rules_unref);
  g_free (self);
}

static LoketDateText
read_date (const char *text)
{
  LoketDateText date = { "" };

  if (text != NULL)
    g_strlcpy (date.text, text, sizeof date.text);

  return date;
}

static void
add_course (const char *const *values,
            gpointer           user_data)
{
  LoketResponseFacts *self = user_data;
  Course *course = g_new0 (Course, 1);

  course->opened = read_date (values[1]);
  course->answered = read_date (values[2]);
  course->events = g_array_new (FALSE, FALSE, sizeof (Event));
  g_hash_table_insert (self->courses, g_strdup (values[0]), course);
}

static void
add_response (const char *const *values,
              gpointer           user_data)
{
  LoketResponseFacts *self = user_data;

  g_hash_table_insert (self->of, g_strdup (values[0]),
                       g_hash_table_lookup (self->courses, values[1]));
}

static void
add_event (LoketResponseFacts *self,
           const char         *trajectory,
           const Event        *event)
{
  Course *course = g_hash_table_lookup (self->courses, trajectory);

  g_array_append_val (course->events, *event);
}

static void
add_session (const char *const *values,
             gpointer           user_data)
{
  const Event event = { .kind = LOKET_FACT_ROWS_SESSIONS,
                        .on = read_date (values[1]),
                        .minutes = values[2] != NULL
                                       ? (int) g_ascii_strtoll (values[2], NULL, 10) : -1 };

  add_event (user_data, values[0], &event);
}

static void
add_assessment (const char *const *values,
                gpointer           user_data)
{
  const Event event = { .kind = LOKET_FACT_ROWS_ASSESSMENTS,
                        .on = read_date (values[1]),
                        .done = read_date (values[2]) };

  add_event (user_data, values[0], &event);
}

static void
add_promise (const char *const *values,
             gpointer           user_data)
{
  const Event event = { .kind = LOKET_FACT_ROWS_PROMISES,
                        .on = read_date (values[1]),
                        .done = read_date (values[2]),
                        .is_broken = values[3] != NULL && !g_str_equal (values[3], "kept") };

  add_event (user_data, values[0], &event);
}

/**
 * loket_response_facts_load:
 * @questionnaire: the id of a questionnaire
 * @error: why the store could not be read
 *
 * Returns: (transfer full) (nullable): what is known of the trajectories that responses to it are
 *   about
 */
LoketResponseFacts *
loket_response_facts_load (LoketDatabase  *database,
                           const char     *questionnaire,
                           GError        **error)
{
  static const struct
  {
    LoketFactRows rows;
    LoketFactFunc func;
  } steps[] = { { LOKET_FACT_ROWS_TRAJECTORIES, add_course },
                { LOKET_FACT_ROWS_RESPONSES, add_response },
                { LOKET_FACT_ROWS_SESSIONS, add_session },
                { LOKET_FACT_ROWS_ASSESSMENTS, add_assessment },
                { LOKET_FACT_ROWS_PROMISES, add_promise } };
  g_autoptr (LoketResponseFacts) self = g_new0 (LoketResponseFacts, 1);

  self->courses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_course);
  self->of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rules = loket_office_rules_load (database, error);
  if (self->rules == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (!loket_fact_table_for_each (database, steps[i].rows, questionnaire, steps[i].func, self,
                                      error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

static gboolean
is_before (const LoketDateText *date,
           const char          *end)
{
  return *date->text != '\0' && strcmp (date->text, end) < 0;
}

static void
count_event (const LoketWorkingDays *days,
             const Event            *event,
             const char             *end,
             LoketFacts             *facts)
{
  LoketDateText last;
  int waited;

  if (event->kind == LOKET_FACT_ROWS_SESSIONS)
    {
      facts->sessions++;
      facts->knows_minutes = facts->knows_minutes && event->minutes >= 0;
      facts->minutes += (guint) MAX (0, event->minutes);
    }
  else if (event->kind == LOKET_FACT_ROWS_ASSESSMENTS)
    {
      facts->tests++;
      waited = is_before (&event->done, end)
                   ? loket_working_days_count_between (days, event->on.text, event->done.text) : -1;
      facts->result_days = MAX (facts->result_days, waited);
    }
  else
    {
      last = loket_working_days_move_on (days, event->on.text);
      facts->promises++;
      facts->kept += !event->is_broken && *event->done.text != '\0'
                     && strcmp (event->done.text, last.text) <= 0;
    }
}

/**
 * loket_response_facts_get:
 * @response: the id of a response
 * @month: in which its survey was sent, as loket_month_new() counts
 *
 * Days are working days of the office; a promise is kept when it was done on the day that was
 * promised at first, or on the next working day when the office is closed then.
 *
 * Returns: (transfer none) (nullable) (array fixed-size=6): the bands of what was so at the end of
 *   @month, as loket_facts_get_codes () gives them, until the next call; NULL when the response is
 *   about no trajectory
 */
const guint8 *
loket_response_facts_get (LoketResponseFacts *self,
                          const char         *response,
                          int                 month)
{
  const Course *course = g_hash_table_lookup (self->of, response);
  const LoketWorkingDays *days = loket_rules_get_days (self->rules, NULL);
  LoketDateText end = loket_month_get_first_day (month + 1);
  LoketFacts facts = { .knows_minutes = TRUE, .response_days = -1, .result_days = -1 };

  if (course == NULL)
    return NULL;

  if (is_before (&course->answered, end.text))
    facts.response_days = loket_working_days_count_between (days, course->opened.text,
                                                            course->answered.text);
  for (guint i = 0; i < course->events->len; i++)
    {
      const Event *event = &g_array_index (course->events, Event, i);

      if (is_before (&event->on, end.text))
        count_event (days, event, end.text, &facts);
    }

  facts.knows_minutes = facts.knows_minutes && facts.sessions > 0;
  loket_facts_get_codes (&facts, self->bands);

  return self->bands;
}
