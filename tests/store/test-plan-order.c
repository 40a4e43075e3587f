/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests that the order in which things are written down makes no difference to what is planned, and
 * that nothing is planned for a day on which nobody works. It is Saturday 21 November 2026. */

#include "desk-fixture.h"
#include "loket-replan-act.h"

#include <string.h>

#define N_WORLDS 20
#define N_ORDERS 3
#define N_TRAJECTORIES 3
#define N_COUNSELLORS 2

/* One thing that is written down, in SQL, and the step before which it cannot be; -1 for none. */
typedef struct
{
  char *sql;
  int after;
} Step;

/* From the first day until the last. */
typedef struct
{
  int from;
  int until;
} Days;

/* What happened at an office, and when it is closed or somebody is not there. */
typedef struct
{
  GRand *random;
  GPtrArray *steps;        /* (element-type Step) */
  guint n_calendar;        /* how many of them, the first, are about days */
  gboolean is_fresh;       /* nothing is due before today yet */
  GArray *closures;        /* (element-type Days) */
  Days away[N_COUNSELLORS];
  const char *week_days[N_COUNSELLORS];
} World;

static const char *const counsellors[N_COUNSELLORS] = { "x", "y" };

static void
free_step (Step *step)
{
  g_free (step->sql);
  g_free (step);
}

static void
free_world (World *world)
{
  g_rand_free (world->random);
  g_ptr_array_unref (world->steps);
  g_array_unref (world->closures);
  g_free (world);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (World, free_world)

/* Returns the number of the step. */
static int G_GNUC_PRINTF (3, 4)
add_step (World      *world,
          int         after,
          const char *format,
          ...)
{
  Step *step = g_new0 (Step, 1);
  va_list arguments;

  va_start (arguments, format);
  step->sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  step->after = after;
  g_ptr_array_add (world->steps, step);

  return (int) world->steps->len - 1;
}

static gboolean
happens (World *world,
         int    one_in)
{
  return g_rand_int_range (world->random, 0, one_in) == 0;
}

static int
draw_day (World      *world,
          const char *from,
          const char *until)
{
  return g_rand_int_range (world->random, loket_date_get_day (from),
                           loket_date_get_day (until) + 1);
}

static LoketDateText
draw_date (World      *world,
           const char *from,
           const char *until)
{
  return loket_date_from_day (draw_day (world, from, until));
}

static Days
draw_days (World      *world,
           const char *from,
           const char *until,
           int         longest)
{
  Days days = { .from = draw_day (world, from, until) };

  days.until = days.from + g_rand_int_range (world->random, 0, longest);

  return days;
}

static void
draw_closures (World *world)
{
  for (int i = g_rand_int_range (world->random, 0, 5); i > 0; i--)
    {
      Days days = draw_days (world, "2026-11-16", "2027-02-01", 5);

      g_array_append_val (world->closures, days);
      add_step (world, -1, "INSERT INTO closure (id, version, act, from_on, until_on) "
                "VALUES ('d%d', 1, '', '%s', '%s')", i, loket_date_from_day (days.from).text,
                loket_date_from_day (days.until).text);
    }
}

/* Of each at most one absence: they do not overlap. */
static void
draw_absences (World *world)
{
  static const char *const week_days[] = { NULL, "1;2", "3", "2;4;5" };

  for (guint i = 0; i < N_COUNSELLORS; i++)
    {
      gboolean has_substitute = happens (world, 4);
      Days days = draw_days (world, "2026-11-16", "2027-01-15", 45);

      world->week_days[i] = week_days[g_rand_int_range (world->random, 0, G_N_ELEMENTS (week_days))];
      if (world->week_days[i] != NULL)
        add_step (world, -1, "UPDATE counsellor SET week_days = '%s' WHERE id = '%s'",
                  world->week_days[i], counsellors[i]);
      if (happens (world, 3))
        continue;
      /* Nothing waits for who is away for more than four weeks, or has a substitute. */
      if (!has_substitute && days.until - days.from < 28)
        world->away[i] = days;
      add_step (world, -1, "INSERT INTO absence (id, version, act, counsellor_id, from_on, until_on,"
                " substitute_id) VALUES ('w%u', 1, '', '%s', '%s', '%s', %s)", i, counsellors[i],
                loket_date_from_day (days.from).text, loket_date_from_day (days.until).text,
                has_substitute ? i == 0 ? "'y'" : "'x'" : "NULL");
    }
}

static void
draw_sessions (World      *world,
               int         number,
               int         sign_up,
               const char *opened_on)
{
  for (int i = g_rand_int_range (world->random, 0, 3); i > 0; i--)
    {
      gboolean is_held = !happens (world, 3);
      LoketDateText day = is_held ? draw_date (world, opened_on, "2026-11-20")
                                  : draw_date (world, "2026-11-22", "2026-12-20");
      int session = add_step (world, sign_up, "INSERT INTO session (id, version, act, session_no, "
                              "trajectory_id, starts_at, state) VALUES ('s%d-%d', 1, '', 'S%d-%d', "
                              "'t%d', '%sT10:00', '%s')", number, i, number, i, number, day.text,
                              is_held ? "held" : "planned");

      if (!is_held && happens (world, 3))
        add_step (world, session, "UPDATE session SET state = 'cancelled' WHERE id = 's%d-%d'",
                  number, i);
    }
}

static void
draw_promises (World *world,
               int    number,
               int    sign_up)
{
  for (int i = g_rand_int_range (world->random, 0, 3); i > 0; i--)
    {
      LoketDateText due_on = draw_date (world, world->is_fresh ? "2026-11-23" : "2026-10-01",
                                        "2026-12-31");
      int promise = add_step (world, sign_up, "INSERT INTO promise (id, version, act, promise_no, "
                              "trajectory_id, made_by, kind, due_on) VALUES ('p%d-%d', 1, '', "
                              "'P%d-%d', 't%d', 'counsellor', '%s', '%s')", number, i, number, i,
                              number, happens (world, 4) ? "send" : "callback", due_on.text);

      if (happens (world, 4))
        add_step (world, promise, "UPDATE promise SET done_on = '2026-11-20', outcome = 'kept' "
                  "WHERE id = 'p%d-%d'", number, i);
    }
}

/* A test reaches its stages one after the other. */
static void
draw_assessments (World      *world,
                  int         number,
                  int         sign_up,
                  const char *opened_on)
{
  static const char *const stages[] = { "taken_on", "result_on", "discussed_on" };

  for (int i = g_rand_int_range (world->random, 0, 3); i > 0; i--)
    {
      LoketDateText day = draw_date (world, opened_on, "2026-11-20");
      int before = add_step (world, sign_up, "INSERT INTO assessment (id, version, act, "
                             "assessment_no, trajectory_id, kind, requested_on) VALUES ('e%d-%d', "
                             "1, '', 'E%d-%d', 't%d', 'interest', '%s')", number, i, number, i,
                             number, day.text);

      for (guint stage = 0; stage < G_N_ELEMENTS (stages) && !happens (world, 3); stage++)
        {
          day = draw_date (world, day.text, "2026-11-20");
          before = add_step (world, before, "UPDATE assessment SET %s = '%s' WHERE id = 'e%d-%d'",
                             stages[stage], day.text, number, i);
        }
    }
}

static void
draw_trajectory (World *world,
                 int    number)
{
  static const char *const wishes[] = { "'no'", "'yes_self'", "'yes_once'", "'yes_longer'", "NULL" };
  static const char *const owners[] = { "'x'", "'y'", "NULL" };
  LoketDateText opened_on = draw_date (world, world->is_fresh ? "2026-11-18" : "2026-09-01",
                                       world->is_fresh ? "2026-11-20" : "2026-11-18");
  int sign_up = add_step (world, -1, "INSERT INTO trajectory (id, version, act, trajectory_no, "
                          "client_id, opened_on, counsellor_id) VALUES ('t%d', 1, '', 'T%d', 'k%d', "
                          "'%s', %s)", number, number, number % 2, opened_on.text,
                          owners[g_rand_int_range (world->random, 0, G_N_ELEMENTS (owners))]);

  if (!happens (world, 3))
    add_step (world, sign_up, "UPDATE trajectory SET first_response_on = '%s' WHERE id = 't%d'",
              draw_date (world, opened_on.text, "2026-11-20").text, number);
  draw_sessions (world, number, sign_up, opened_on.text);
  draw_promises (world, number, sign_up);
  draw_assessments (world, number, sign_up, opened_on.text);
  if (happens (world, 2))
    add_step (world, sign_up, "UPDATE trajectory SET closed_on = '%s', aftercare = %s "
              "WHERE id = 't%d'", draw_date (world, opened_on.text, "2026-11-20").text,
              wishes[g_rand_int_range (world->random, 0, G_N_ELEMENTS (wishes))], number);
}

static World *
draw_world (guint32  seed,
            gboolean is_fresh)
{
  World *world = g_new0 (World, 1);

  world->random = g_rand_new_with_seed (seed);
  world->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) free_step);
  world->closures = g_array_new (FALSE, FALSE, sizeof (Days));
  world->is_fresh = is_fresh;
  draw_closures (world);
  draw_absences (world);
  world->n_calendar = world->steps->len;
  for (int number = 0; number < N_TRAJECTORIES; number++)
    draw_trajectory (world, number);
  if (happens (world, 5))
    add_step (world, -1, "UPDATE client SET no_contact = 1 WHERE id = 'k0'");

  return world;
}

static LoketReplanned
replan (LoketDesk *desk)
{
  g_autoptr (GError) error = NULL;
  LoketReplanned replanned = { 0 };
  g_autoptr (LoketDeed) deed = loket_desk_replan (desk, &replanned, &error);

  g_assert_no_error (error);

  return replanned;
}

static void
begin_anew (LoketDesk *desk)
{
  desk_execute (desk,
                "DELETE FROM contact; DELETE FROM promise; DELETE FROM session;"
                "DELETE FROM assessment; DELETE FROM trajectory; DELETE FROM client;"
                "DELETE FROM absence; DELETE FROM closure; DELETE FROM counsellor;"
                "INSERT INTO counsellor (id, version, act, code, active) VALUES"
                " ('x', 1, '', 'X', 1), ('y', 1, '', 'Y', 1);"
                "INSERT INTO client (id, version, act, client_no, family_name, no_contact,"
                " no_survey, sort_name) VALUES ('k0', 1, '', 'K0', 'Aa', 0, 0, 'aa'),"
                " ('k1', 1, '', 'K1', 'Bb', 0, 0, 'bb')");
}

static gboolean
is_ready (World          *world,
          const gboolean *is_done,
          guint           i)
{
  const Step *step = world->steps->pdata[i];

  return !is_done[i] && (step->after < 0 || is_done[step->after]);
}

/* A step that can be written down now. When something is late already, whether it is known before
 * that a day is off makes a difference, as it must: then the days come first. */
static guint
draw_step (World          *world,
           GRand          *random,
           const gboolean *is_done)
{
  guint n_first = world->is_fresh ? 0 : world->n_calendar;
  guint i;

  for (i = 0; i < n_first; i++)
    {
      if (!is_done[i])
        return i;
    }
  do
    i = (guint) g_rand_int_range (random, 0, (gint32) world->steps->len);
  while (!is_ready (world, is_done, i));

  return i;
}

static const char *const plan_sql
  = "SELECT group_concat (line, char (10)) FROM (SELECT trajectory_id || ' ' || kind || ' ' || "
    "due_on || ' ' || open_on || ' ' || coalesce (cause, '-') || ' ' || "
    "coalesce (counsellor_id, '-') AS line FROM contact WHERE open_on IS NOT NULL ORDER BY line)";

/* @random: (nullable): draws the order, and when is planned meanwhile; without it everything is
 * written down as it happened, and planned once
 *
 * Returns what is planned in the end, a line for each contact. */
static char *
record (LoketDesk *desk,
        World     *world,
        GRand     *random)
{
  g_autofree gboolean *is_done = g_new0 (gboolean, world->steps->len);
  g_autoptr (GString) sql = g_string_new (NULL);
  LoketReplanned again;

  begin_anew (desk);
  for (guint n_done = 0; n_done < world->steps->len; n_done++)
    {
      guint next = random != NULL ? draw_step (world, random, is_done) : n_done;

      g_string_append_printf (sql, "%s;", ((Step *) world->steps->pdata[next])->sql);
      is_done[next] = TRUE;
      if (random != NULL && g_rand_boolean (random))
        {
          desk_execute (desk, sql->str);
          g_string_truncate (sql, 0);
          replan (desk);
        }
    }
  desk_execute (desk, sql->str);
  replan (desk);
  again = replan (desk);
  g_assert_cmpuint (again.n_made + again.n_moved + again.n_cancelled, ==, 0);

  return desk_read_text (desk, plan_sql);
}

/* Returns how many contacts were planned in all worlds, and lists their kinds. */
static guint
assert_order_is_nothing (gboolean    is_fresh,
                         GHashTable *kinds)
{
  LoketDesk *desk = desk_open ("order.db");
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  guint n_contacts = 0;

  for (guint32 seed = 0; seed < N_WORLDS; seed++)
    {
      g_autoptr (World) world = draw_world (seed, is_fresh);
      g_autofree char *expected = record (desk, world, NULL);
      g_auto (GStrv) lines = g_strsplit (expected, "\n", -1);

      for (guint order = 0; order < N_ORDERS; order++)
        {
          g_autofree char *plan = record (desk, world, random);

          if (!g_str_equal (plan, expected))
            g_test_message ("World %u, order %u", seed, order);
          g_assert_cmpstr (plan, ==, expected);
        }
      for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++, n_contacts++)
        {
          g_auto (GStrv) words = g_strsplit (lines[i], " ", 3);

          g_hash_table_add (kinds, g_strdup (words[1]));
        }
    }
  loket_desk_close (desk);
  g_object_unref (desk);

  return n_contacts;
}

static void
test_order_makes_no_difference (void)
{
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (assert_order_is_nothing (TRUE, kinds), >, 3 * N_WORLDS);
  g_assert_cmpuint (assert_order_is_nothing (FALSE, kinds), >, 3 * N_WORLDS);
  /* Of each kind that a rule asks for there was one. */
  g_assert_cmpuint (g_hash_table_size (kinds), ==, 7);
}

static gboolean
is_among (const GArray *periods,
          int           day)
{
  for (guint i = 0; i < periods->len; i++)
    {
      const Days *days = &g_array_index (periods, Days, i);

      if (days->from <= day && day <= days->until)
        return TRUE;
    }

  return FALSE;
}

/* Apart from what the planner knows. */
static gboolean
is_office_open (World      *world,
                const char *date)
{
  static const char *const holidays[] = {
    "2026-12-25", "2027-01-01", "2027-03-29", "2027-04-27", "2027-05-05", "2027-05-06",
    "2027-05-17", NULL,
  };
  int day = loket_date_get_day (date);

  /* 21 November 2026 is a Saturday. */
  return ABS (day - loket_date_get_day ("2026-11-21")) % 7 != 0
         && ABS (day - loket_date_get_day ("2026-11-22")) % 7 != 0
         && !g_strv_contains (holidays, date) && !is_among (world->closures, day);
}

static gboolean
is_there (World      *world,
          guint       counsellor,
          const char *date)
{
  int day = loket_date_get_day (date);
  int week_day = (day - loket_date_get_day ("2025-12-29")) % 7 + 1;
  const char *week_days = world->week_days[counsellor];

  if (world->away[counsellor].from <= day && day <= world->away[counsellor].until)
    return FALSE;

  return week_days == NULL || strchr (week_days, '0' + week_day) != NULL;
}

/* That a client waits for a first response or a call does not depend on who gives it: who is away
 * is stood in for. */
static void
assert_somebody_works (World      *world,
                       const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  gboolean is_anybodys = g_str_equal (words[1], "first_response")
                         || g_str_equal (words[1], "callback");

  if (!is_office_open (world, words[2]))
    g_error ("The office is closed: %s", line);
  for (guint i = 0; i < N_COUNSELLORS && !is_anybodys; i++)
    {
      if (g_str_equal (words[5], counsellors[i]) && !is_there (world, i, words[2]))
        g_error ("Not there: %s", line);
    }
}

static void
test_nothing_is_due_when_nobody_works (void)
{
  LoketDesk *desk = desk_open ("days.db");
  guint n_contacts = 0;

  for (guint32 seed = 1000; seed < 1200; seed++)
    {
      g_autoptr (World) world = draw_world (seed, seed % 2 == 0);
      g_autofree char *plan = record (desk, world, NULL);
      g_auto (GStrv) lines = g_strsplit (plan, "\n", -1);

      for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++, n_contacts++)
        assert_somebody_works (world, lines[i]);
    }
  g_assert_cmpuint (n_contacts, >, 600);
  loket_desk_close (desk);
  g_object_unref (desk);
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/plan-order/order-of-recording-makes-no-difference",
                   test_order_makes_no_difference);
  g_test_add_func ("/plan-order/nothing-is-due-when-nobody-works",
                   test_nothing_is_due_when_nobody_works);

  return g_test_run ();
}
