/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads what was done and when, and shows of it what who works at the desk may see. */

#include "loketten-config.h"

#include "loket-process.h"

#include "loket-disclosure.h"
#include "loket-office-rules.h"
#include "loket-process-table.h"

#include <string.h>

/* Of what nobody is responsible. */
#define NOBODY -1

typedef struct
{
  char *from;
  char *until;
  gboolean by_office;
  char *office;      /* (nullable): only this one */
  char *counsellor;  /* (nullable): likewise */
  char *own_id;      /* (nullable): of the counsellor at work; NULL for a program, which sees all */
} Request;

typedef struct
{
  char *id;
  char *code;
  char *role;
  int office;  /* index, or NOBODY */
} Colleague;

typedef struct
{
  int unit;  /* index of the counsellor, or NOBODY */
  LoketDateText closed_on;  /* empty when it is open */
  guint n_sessions;
  guint minutes;
  gboolean has_unknown_minutes;
} Course;

typedef struct
{
  const Request *request;
  gboolean by_office;
  GPtrArray *colleagues;  /* of Colleague, by code */
  GHashTable *colleague_numbers;  /* number + 1 by id */
  GPtrArray *office_ids;
  GPtrArray *office_names;
  GHashTable *courses;  /* Course by id of the trajectory */
  LoketProcessTally *tally;
} Reading;

static void
free_request (Request *request)
{
  g_free (request->from);
  g_free (request->until);
  g_free (request->office);
  g_free (request->counsellor);
  g_free (request->own_id);
  g_free (request);
}

static void
free_colleague (gpointer data)
{
  Colleague *colleague = data;

  g_free (colleague->id);
  g_free (colleague->code);
  g_free (colleague->role);
  g_free (colleague);
}

static void
clear_reading (Reading *reading)
{
  g_clear_pointer (&reading->colleagues, g_ptr_array_unref);
  g_clear_pointer (&reading->colleague_numbers, g_hash_table_unref);
  g_clear_pointer (&reading->office_ids, g_ptr_array_unref);
  g_clear_pointer (&reading->office_names, g_ptr_array_unref);
  g_clear_pointer (&reading->courses, g_hash_table_unref);
  g_clear_pointer (&reading->tally, loket_process_tally_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, clear_reading)

static void
add_office (const char *const *values,
            gpointer           user_data)
{
  Reading *reading = user_data;

  g_ptr_array_add (reading->office_ids, g_strdup (values[0]));
  g_ptr_array_add (reading->office_names, g_strdup (values[1]));
}

static int
find_office (const Reading *reading,
             const char    *id)
{
  for (guint i = 0; id != NULL && i < reading->office_ids->len; i++)
    {
      if (g_str_equal (reading->office_ids->pdata[i], id))
        return (int) i;
    }

  return NOBODY;
}

static void
add_colleague (const char *const *values,
               gpointer           user_data)
{
  Reading *reading = user_data;
  Colleague *colleague = g_new0 (Colleague, 1);

  colleague->id = g_strdup (values[0]);
  colleague->code = g_strdup (values[1]);
  colleague->office = find_office (reading, values[2]);
  colleague->role = g_strdup (values[3]);
  g_ptr_array_add (reading->colleagues, colleague);
  g_hash_table_insert (reading->colleague_numbers, colleague->id,
                       GUINT_TO_POINTER (reading->colleagues->len));
}

/* Whose figures it counts among: what nobody has taken counts for the first office. */
static int
find_unit (const Reading *reading,
           const char    *counsellor_id)
{
  guint number = 0;
  const Colleague *colleague;

  if (counsellor_id != NULL)
    number = GPOINTER_TO_UINT (g_hash_table_lookup (reading->colleague_numbers, counsellor_id));
  if (!reading->by_office)
    return (int) number - 1;

  colleague = number > 0 ? reading->colleagues->pdata[number - 1] : NULL;
  if (colleague != NULL && colleague->office != NOBODY)
    return colleague->office;

  return reading->office_ids->len > 0 ? 0 : NOBODY;
}

static void
add_trajectory (const char *const *values,
                gpointer           user_data)
{
  Reading *reading = user_data;
  Course *course = g_new0 (Course, 1);

  course->unit = find_unit (reading, values[1]);
  if (values[4] != NULL)
    g_strlcpy (course->closed_on.text, values[4], sizeof course->closed_on.text);
  g_hash_table_insert (reading->courses, g_strdup (values[0]), course);
  if (course->unit != NOBODY)
    loket_process_tally_add_days (reading->tally, (guint) course->unit, LOKET_PROCESS_RESPONSE,
                                  values[2], values[3]);
}

static void
add_session (const char *const *values,
             gpointer           user_data)
{
  Reading *reading = user_data;
  Course *course = g_hash_table_lookup (reading->courses, values[0]);
  gboolean is_held = g_str_equal (values[3], "held");
  int unit = values[1] != NULL ? find_unit (reading, values[1]) : course->unit;

  if (unit != NOBODY)
    loket_process_tally_add_case (reading->tally, (guint) unit, LOKET_PROCESS_NO_SHOWS, values[2],
                                  !is_held);
  if (!is_held)
    return;

  course->n_sessions++;
  course->has_unknown_minutes |= values[4] == NULL;
  course->minutes += values[4] != NULL ? (guint) g_ascii_strtoull (values[4], NULL, 10) : 0;
}

static void
add_assessment (const char *const *values,
                gpointer           user_data)
{
  Reading *reading = user_data;
  const Course *course = g_hash_table_lookup (reading->courses, values[0]);

  if (course->unit == NOBODY)
    return;
  if (values[1] != NULL)
    loket_process_tally_add_days (reading->tally, (guint) course->unit, LOKET_PROCESS_RESULT,
                                  values[1], values[2]);
  if (values[2] != NULL)
    loket_process_tally_add_days (reading->tally, (guint) course->unit, LOKET_PROCESS_DEBRIEF,
                                  values[2], values[3]);
}

static void
add_promise (const char *const *values,
             gpointer           user_data)
{
  Reading *reading = user_data;
  const Course *course = g_hash_table_lookup (reading->courses, values[0]);
  int unit = values[1] != NULL ? find_unit (reading, values[1]) : course->unit;
  gboolean is_kept = values[4] == NULL || g_str_equal (values[4], "kept");

  if (unit != NOBODY)
    loket_process_tally_add_promised (reading->tally, (guint) unit, LOKET_PROCESS_PROMISES,
                                      values[2], is_kept ? values[3] : NULL);
}

static void
add_aftercare (const char *const *values,
               gpointer           user_data)
{
  Reading *reading = user_data;
  const Course *course = g_hash_table_lookup (reading->courses, values[0]);

  gboolean is_reached = g_strcmp0 (values[3], "reached") == 0;

  if (course->unit != NOBODY)
    loket_process_tally_add_promised (reading->tally, (guint) course->unit,
                                      LOKET_PROCESS_AFTERCARE, values[1],
                                      is_reached ? values[2] : NULL);
}

static void
add_courses (Reading *reading)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, reading->courses);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Course *course = value;

      if (course->unit == NOBODY || *course->closed_on.text == '\0')
        continue;
      loket_process_tally_add_number (reading->tally, (guint) course->unit, LOKET_PROCESS_SESSIONS,
                                      course->closed_on.text, course->n_sessions);
      if (!course->has_unknown_minutes)
        loket_process_tally_add_number (reading->tally, (guint) course->unit,
                                        LOKET_PROCESS_MINUTES, course->closed_on.text,
                                        course->minutes);
    }
}

static gboolean
read_units (Reading        *reading,
            LoketDatabase  *database,
            GError        **error)
{
  reading->colleagues = g_ptr_array_new_with_free_func (free_colleague);
  reading->colleague_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  reading->office_ids = g_ptr_array_new_with_free_func (g_free);
  reading->office_names = g_ptr_array_new_with_free_func (g_free);

  return loket_process_table_for_each (database, LOKET_PROCESS_ROWS_OFFICES, add_office, reading,
                                       error)
         && loket_process_table_for_each (database, LOKET_PROCESS_ROWS_COUNSELLORS, add_colleague,
                                          reading, error);
}

static gboolean
read_work (Reading        *reading,
           LoketDatabase  *database,
           GError        **error)
{
  static const struct
  {
    LoketProcessRows rows;
    LoketProcessFunc func;
  } steps[] = { { LOKET_PROCESS_ROWS_TRAJECTORIES, add_trajectory },
                { LOKET_PROCESS_ROWS_SESSIONS, add_session },
                { LOKET_PROCESS_ROWS_ASSESSMENTS, add_assessment },
                { LOKET_PROCESS_ROWS_PROMISES, add_promise },
                { LOKET_PROCESS_ROWS_AFTERCARE, add_aftercare } };

  reading->courses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (!loket_process_table_for_each (database, steps[i].rows, steps[i].func, reading, error))
        return FALSE;
    }
  add_courses (reading);

  return TRUE;
}

/* Hides in one figure of units that add up to something what could be told of few. */
static void
hide_figure (GPtrArray        *units,
             LoketProcessKind  kind)
{
  g_autofree guint *n = g_new0 (guint, units->len + 1);
  g_autofree gboolean *hidden = g_new0 (gboolean, units->len + 1);

  for (guint i = 0; i < units->len; i++)
    {
      const LoketProcessFigure *figure = &((LoketProcessUnit *) units->pdata[i])->figures[kind];

      n[i] = figure->n > 0 ? figure->n : figure->n_open;
    }
  loket_disclosure_hide_groups (n, units->len, hidden);
  for (guint i = 0; i < units->len; i++)
    {
      if (hidden[i])
        loket_process_unit_hide (units->pdata[i], kind);
    }
}

static LoketProcessUnit *
create_unit (const Reading *reading,
             guint          number,
             const char    *counsellor,
             int            office)
{
  LoketProcessUnit *unit = loket_process_unit_new (
      counsellor, office != NOBODY ? reading->office_names->pdata[office] : NULL);

  for (guint kind = 0; kind < LOKET_N_PROCESS_KINDS; kind++)
    {
      unit->figures[kind] = loket_process_tally_get (reading->tally, number, kind);
      unit->spreads[kind] = loket_process_tally_get_spread (reading->tally, number, kind);
    }

  return unit;
}

/* Counsellors of one office add up to the office, offices to all of them. */
static void
hide_few (GPtrArray *units,
          gboolean   by_office)
{
  for (guint i = 0; i < units->len; i++)
    {
      const char *office = ((LoketProcessUnit *) units->pdata[i])->office;
      g_autoptr (GPtrArray) together = g_ptr_array_new ();
      gboolean is_first = TRUE;

      for (guint k = 0; k < units->len; k++)
        {
          LoketProcessUnit *other = units->pdata[k];

          if (!by_office && g_strcmp0 (other->office, office) != 0)
            continue;
          is_first = is_first && (together->len > 0 || k == i);
          g_ptr_array_add (together, other);
        }
      for (guint kind = 0; is_first && kind < LOKET_N_PROCESS_KINDS; kind++)
        hide_figure (together, kind);
    }
}

static const Colleague *
find_own (const Reading *reading)
{
  guint number = 0;

  if (reading->request->own_id != NULL)
    number = GPOINTER_TO_UINT (g_hash_table_lookup (reading->colleague_numbers,
                                                    reading->request->own_id));

  return number > 0 ? reading->colleagues->pdata[number - 1] : NULL;
}

static const char *
get_own_office (const Reading *reading)
{
  const Colleague *own = find_own (reading);

  return own != NULL && own->office != NOBODY ? reading->office_names->pdata[own->office] : NULL;
}

/* Points without a name stand in an order that says nothing of who they are. */
static int
compare_units (gconstpointer a,
               gconstpointer b)
{
  const LoketProcessUnit *one = *(LoketProcessUnit *const *) a;
  const LoketProcessUnit *other = *(LoketProcessUnit *const *) b;

  if (one->counsellor != NULL || other->counsellor != NULL)
    return one->counsellor == NULL ? 1
           : other->counsellor == NULL ? -1 : strcmp (one->counsellor, other->counsellor);
  for (guint kind = 0; kind < LOKET_N_PROCESS_KINDS; kind++)
    {
      if (one->figures[kind].n != other->figures[kind].n)
        return one->figures[kind].n > other->figures[kind].n ? -1 : 1;
    }

  return 0;
}

/* A counsellor sees the own figures, a team lead those of the office and nameless points, a program
 * everything. */
static void
show_what_may_be_seen (GPtrArray     *units,
                       const Reading *reading)
{
  const Colleague *own = find_own (reading);
  const char *own_office = get_own_office (reading);

  if (own == NULL)
    return;

  for (guint i = units->len; i > 0; i--)
    {
      LoketProcessUnit *unit = units->pdata[i - 1];
      gboolean is_near = g_strcmp0 (unit->office, own_office) == 0;

      if (g_strcmp0 (own->role, "team_lead") != 0)
        {
          if (reading->by_office ? !is_near
                                 : g_strcmp0 (unit->counsellor, own->code) != 0)
            g_ptr_array_remove_index (units, i - 1);
        }
      else if (!reading->by_office && !is_near)
        loket_process_unit_take_name (unit);
    }
  if (!reading->by_office)
    g_ptr_array_sort (units, compare_units);
}

/* Whom somebody chose; points without a name stay as what they are held against. What is hidden
 * was decided before. */
static void
keep_chosen (GPtrArray     *units,
             const Request *request)
{
  for (guint i = units->len; i > 0; i--)
    {
      const LoketProcessUnit *unit = units->pdata[i - 1];

      if (unit->counsellor == NULL && unit->office == NULL)
        continue;
      if ((request->office != NULL && g_strcmp0 (unit->office, request->office) != 0)
          || (request->counsellor != NULL && unit->counsellor != NULL
              && !g_str_equal (unit->counsellor, request->counsellor)))
        g_ptr_array_remove_index (units, i - 1);
    }
}

static void
add_units (GPtrArray     *units,
           const Reading *reading)
{
  for (guint i = 0; reading->by_office && i < reading->office_ids->len; i++)
    g_ptr_array_add (units, create_unit (reading, i, NULL, (int) i));
  for (guint i = 0; !reading->by_office && i < reading->colleagues->len; i++)
    {
      const Colleague *colleague = reading->colleagues->pdata[i];

      g_ptr_array_add (units, create_unit (reading, i, colleague->code, colleague->office));
    }
}

/* Of another office than the own it is told only how it does as a whole. */
static gboolean
is_by_office (const Reading *reading)
{
  const Request *request = reading->request;

  return request->by_office
         || (request->office != NULL && find_own (reading) != NULL
             && g_strcmp0 (get_own_office (reading), request->office) != 0);
}

static gpointer
load_process (LoketDatabase  *database,
              gpointer        input,
              GError        **error)
{
  const Request *request = input;
  g_auto (Reading) reading = { request };
  g_autoptr (LoketRules) rules = loket_office_rules_load (database, error);
  LoketProcess *process;

  if (rules == NULL || !read_units (&reading, database, error))
    return NULL;
  reading.by_office = is_by_office (&reading);
  reading.tally = loket_process_tally_new (rules,
                                           reading.by_office ? reading.office_ids->len
                                                             : reading.colleagues->len,
                                           request->from, request->until);
  if (!read_work (&reading, database, error))
    return NULL;

  process = loket_process_new (rules, request->until, reading.by_office);
  add_units (process->units, &reading);
  hide_few (process->units, reading.by_office);
  show_what_may_be_seen (process->units, &reading);
  keep_chosen (process->units, request);

  return process;
}

/* What becomes due later than today has not become due. */
static Request *
create_request (LoketDesk               *desk,
                const LoketProcessQuery *query)
{
  Request *request = g_new0 (Request, 1);
  LoketDateText today = loket_desk_get_today (desk);

  request->from = g_strdup (query->from.text);
  request->until = g_strdup (strcmp (query->until.text, today.text) < 0 ? query->until.text
                                                                        : today.text);
  request->by_office = query->by_office;
  request->office = g_strdup (query->office);
  request->counsellor = g_strdup (query->counsellor);
  request->own_id = g_strdup (loket_desk_get_counsellor_id (desk));

  return request;
}

/**
 * loket_desk_load_process:
 * @query: of which period and whom
 * @error: why it could not be read
 *
 * Reads how the work went, and waits for it. What was due belongs to the period in which it became
 * due, a session to that of its start, a trajectory to that of its closing; days are working days
 * of the office. Figures of 1 to 4 cases are hidden, and with them the smallest neighbour of the
 * same office where one could be worked out.
 *
 * Returns: (transfer full) (nullable): what who works at the desk may see
 */
LoketProcess *
loket_desk_load_process (LoketDesk                *desk,
                         const LoketProcessQuery  *query,
                         GError                  **error)
{
  Request *request = create_request (desk, query);
  LoketProcess *process = loket_store_read (loket_desk_get_store (desk), load_process, request,
                                            error);

  free_request (request);

  return process;
}

/**
 * loket_desk_load_process_async:
 * @query: is copied
 *
 * Reads how the work went, as loket_desk_load_process () does.
 */
void
loket_desk_load_process_async (LoketDesk               *desk,
                               const LoketProcessQuery *query,
                               GCancellable            *cancellable,
                               GAsyncReadyCallback      callback,
                               gpointer                 user_data)
{
  loket_desk_read_async (desk, load_process, create_request (desk, query),
                         (GDestroyNotify) free_request, (GDestroyNotify) loket_process_free,
                         cancellable, callback, user_data);
}

/**
 * loket_desk_load_process_finish:
 *
 * Returns: (transfer full) (nullable): as loket_desk_load_process () gives it
 */
LoketProcess *
loket_desk_load_process_finish (LoketDesk     *desk,
                                GAsyncResult  *result,
                                GError       **error)
{
  return loket_desk_read_finish (desk, result, error);
}
