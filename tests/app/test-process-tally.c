/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * To which period work belongs, and in which days it is counted. */

#include "loket-process-tally.h"

#include <math.h>

typedef struct
{
  LoketRules *rules;
  LoketProcessTally *tally; /* of one unit, in May 2026 */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->rules = loket_rules_new ();
  fixture->tally = loket_process_tally_new (fixture->rules, 1, "2026-05-01", "2026-05-31");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  loket_process_tally_free (fixture->tally);
  loket_rules_unref (fixture->rules);
}

static LoketProcessFigure
get (const Fixture    *fixture,
     LoketProcessKind  kind)
{
  return loket_process_tally_get (fixture->tally, 0, kind);
}

/* Liberation Day 5 May, Ascension Day 14 May and Whit Monday 25 May 2026 are no working days. */
static void
test_days_are_working_days (Fixture       *fixture,
                            gconstpointer  data)
{
  loket_process_tally_add_days (fixture->tally, 0, LOKET_PROCESS_RESPONSE, "2026-05-04",
                                "2026-05-07");
  g_assert_cmpfloat (get (fixture, LOKET_PROCESS_RESPONSE).median, ==, 2);
  loket_process_tally_add_days (fixture->tally, 0, LOKET_PROCESS_RESULT, "2026-05-13",
                                "2026-05-18");
  g_assert_cmpfloat (get (fixture, LOKET_PROCESS_RESULT).median, ==, 2);
  loket_process_tally_add_days (fixture->tally, 0, LOKET_PROCESS_DEBRIEF, "2026-05-21",
                                "2026-05-21");
  g_assert_cmpfloat (get (fixture, LOKET_PROCESS_DEBRIEF).median, ==, 0);
}

/* Three working days after 28 April, with 4 May the third, is in May; after 27 May it is June. */
static void
test_belongs_to_the_period_in_which_it_was_due (Fixture       *fixture,
                                                gconstpointer  data)
{
  loket_process_tally_add_days (fixture->tally, 0, LOKET_PROCESS_RESPONSE, "2026-04-23",
                                "2026-05-11");
  g_assert_cmpuint (get (fixture, LOKET_PROCESS_RESPONSE).n, ==, 0);
  loket_process_tally_add_days (fixture->tally, 0, LOKET_PROCESS_RESPONSE, "2026-04-28",
                                "2026-04-29");
  g_assert_cmpuint (get (fixture, LOKET_PROCESS_RESPONSE).n, ==, 1);
  loket_process_tally_add_days (fixture->tally, 0, LOKET_PROCESS_RESPONSE, "2026-05-27",
                                "2026-05-28");
  g_assert_cmpuint (get (fixture, LOKET_PROCESS_RESPONSE).n, ==, 1);
  loket_process_tally_add_days (fixture->tally, 0, LOKET_PROCESS_RESPONSE, "2026-05-06", NULL);
  g_assert_cmpuint (get (fixture, LOKET_PROCESS_RESPONSE).n, ==, 1);
  g_assert_cmpuint (get (fixture, LOKET_PROCESS_RESPONSE).n_open, ==, 1);
  loket_process_tally_add_days (fixture->tally, 0, LOKET_PROCESS_RESPONSE, "2026-05-28", NULL);
  g_assert_cmpuint (get (fixture, LOKET_PROCESS_RESPONSE).n_open, ==, 1);
}

static void
test_promise_is_kept_on_its_day (Fixture       *fixture,
                                 gconstpointer  data)
{
  static const struct
  {
    const char *due;
    const char *done;
    guint kept;
    guint n;
  } cases[] = {
    { "2026-05-12", "2026-05-12", 1, 1 },
    { "2026-05-12", "2026-05-13", 1, 2 },
    { "2026-05-12", NULL, 1, 3 },
    /* On a Saturday, kept on Monday; on Whit Sunday, kept on Tuesday. */
    { "2026-05-16", "2026-05-18", 2, 4 },
    { "2026-05-24", "2026-05-26", 3, 5 },
    { "2026-06-01", "2026-05-26", 3, 5 },
    { "2026-04-30", "2026-05-01", 3, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LoketProcessFigure figure;

      loket_process_tally_add_promised (fixture->tally, 0, LOKET_PROCESS_PROMISES, cases[i].due,
                                        cases[i].done);
      figure = get (fixture, LOKET_PROCESS_PROMISES);
      g_assert_cmpuint (figure.part, ==, cases[i].kept);
      g_assert_cmpuint (figure.n, ==, cases[i].n);
    }
}

static void
test_quantiles_lie_between_neighbours (Fixture       *fixture,
                                       gconstpointer  data)
{
  static const guint minutes[] = { 30, 60, 90, 150 };
  LoketProcessFigure figure = get (fixture, LOKET_PROCESS_MINUTES);

  g_assert_true (isnan (figure.median));
  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    loket_process_tally_add_number (fixture->tally, 0, LOKET_PROCESS_MINUTES, "2026-05-31",
                                    minutes[i]);
  loket_process_tally_add_number (fixture->tally, 0, LOKET_PROCESS_MINUTES, "2026-06-01", 1000);
  figure = get (fixture, LOKET_PROCESS_MINUTES);
  g_assert_cmpuint (figure.n, ==, 4);
  g_assert_cmpfloat_with_epsilon (figure.median, 75, 1e-9);
  g_assert_cmpfloat_with_epsilon (figure.p80, 114, 1e-9);
}

/* Three times a day, once three. */
static void
test_spread_counts_each_value (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (GArray) spread = NULL;

  for (guint i = 0; i < 4; i++)
    loket_process_tally_add_number (fixture->tally, 0, LOKET_PROCESS_SESSIONS, "2026-05-04",
                                    i == 1 ? 3 : 1);
  spread = loket_process_tally_get_spread (fixture->tally, 0, LOKET_PROCESS_SESSIONS);
  g_assert_cmpuint (spread->len, ==, 2);
  g_assert_cmpint (g_array_index (spread, LoketProcessCount, 0).value, ==, 1);
  g_assert_cmpuint (g_array_index (spread, LoketProcessCount, 0).count, ==, 3);
  g_assert_cmpint (g_array_index (spread, LoketProcessCount, 1).value, ==, 3);
  g_assert_null (loket_process_tally_get_spread (fixture->tally, 0, LOKET_PROCESS_PROMISES));
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture       *fixture,
                  gconstpointer  data);
  } tests[] = {
    { "/process-tally/days-are-working-days", test_days_are_working_days },
    { "/process-tally/belongs-to-the-period-in-which-it-was-due",
      test_belongs_to_the_period_in_which_it_was_due },
    { "/process-tally/promise-is-kept-on-its-day", test_promise_is_kept_on_its_day },
    { "/process-tally/spread-counts-each-value", test_spread_counts_each_value },
    { "/process-tally/quantiles-lie-between-neighbours", test_quantiles_lie_between_neighbours },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
