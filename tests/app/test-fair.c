/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The fair comparison agrees with a regression computed another way. */

#include "loket-fair.h"

#include <math.h>

#include "satisfaction-fixture.h"

typedef struct
{
  const char *name;
  guint       n;
  double      observed;
  double      expected;
  double      adjusted;
  double      low95;
} Unit;

/* The first units of each, as statistics-reference.py prints them. */
static const Unit counsellors[] = {
  { "A001", 17, 8.4117647058823529, 7.8289231581675449, 8.4610258923187913, 6.9618604167029758 },
  { "A002", 16, 8.375, 7.9054693227800673, 8.347715021823916, 6.9336592590998044 },
  { "A003", 12, 9.0833333333333333, 7.8797717573954182, 9.0817459205418985, 6.7875407198595993 },
};
static const Unit offices[] = {
  { "Achterhoek", 41, 8.1707317073170732, 7.8578499546951756, 8.2050618474086275,
    7.4484869345354338 },
  { "Fryslân", 34, 8.1176470588235294, 7.9493837193064239, 8.0604434343038354,
    7.4049487679600103 },
  { "Haaglanden", 24, 8.1666666666666667, 7.9089978516117826, 8.1498489098416139,
    7.3122588200072319 },
};

static LoketFair *
compare (LoketFrame *frame,
         const char *item,
         const char *by)
{
  LoketQuestionnaire *kto = loket_frame_get_questionnaire (frame);
  LoketPeriod year = { loket_month_new (2023, 1), loket_month_new (2023, 12) };
  g_autoptr (LoketSelection) selection = loket_selection_new (&year);
  LoketGrouping grouping = { 0 };

  g_assert_true (loket_grouping_find (kto, by, &grouping, NULL));
  return loket_fair_new (frame, selection, loket_questionnaire_find_item (kto, item), &grouping);
}

static void
assert_units (LoketFrame      *frame,
              const LoketFair *fair,
              const Unit      *expected)
{
  for (guint i = 0; i < 3; i++)
    {
      const LoketFairUnit *unit = &g_array_index (fair->units, LoketFairUnit, i);

      g_assert_cmpstr (loket_frame_get_group_value (frame, &fair->by, unit->group), ==,
                       expected[i].name);
      g_assert_cmpuint (unit->n, ==, expected[i].n);
      g_assert_cmpfloat_with_epsilon (unit->observed, expected[i].observed, 1e-10);
      g_assert_cmpfloat_with_epsilon (unit->expected, expected[i].expected, 1e-10);
      g_assert_cmpfloat_with_epsilon (unit->adjusted, expected[i].adjusted, 1e-10);
      g_assert_cmpfloat_with_epsilon (unit->limits95.low, expected[i].low95, 1e-10);
      g_assert_cmpfloat_with_epsilon ((unit->limits998.high - fair->overall) / 3.09,
                                      (fair->overall - unit->limits95.low) / 1.96, 1e-10);
    }
}

static void
test_counsellors (void)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();
  g_autoptr (LoketFrame) frame = satisfaction_load_frame (kto);
  g_autoptr (LoketFair) fair = compare (frame, "overall", "counsellor");

  g_assert_cmpuint (fair->units->len, ==, 136);
  g_assert_cmpfloat_with_epsilon (fair->overall, 7.8781843446039833, 1e-10);
  g_assert_cmpfloat_with_epsilon (fair->dispersion, 1.2016212243542237, 1e-10);
  assert_units (frame, fair, counsellors);
}

static void
test_offices (void)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();
  g_autoptr (LoketFrame) frame = satisfaction_load_frame (kto);
  g_autoptr (LoketFair) fair = compare (frame, "tests", "office");

  g_assert_cmpuint (fair->units->len, ==, 30);
  g_assert_cmpfloat_with_epsilon (fair->overall, 7.8921800947867299, 1e-10);
  g_assert_cmpfloat (fair->dispersion, ==, 1);
  assert_units (frame, fair, offices);
}

static void
test_lists_units_of_five_by_name (void)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();
  g_autoptr (LoketFrame) frame = satisfaction_load_frame (kto);
  g_autoptr (LoketFair) fair = compare (frame, "overall", "office");
  const char *before = "";

  g_assert_cmpuint (fair->units->len, ==, 33);
  for (guint i = 0; i < fair->units->len; i++)
    {
      const LoketFairUnit *unit = &g_array_index (fair->units, LoketFairUnit, i);
      const char *name = loket_frame_get_group_value (frame, &fair->by, unit->group);

      g_assert_cmpuint (unit->n, >=, 5);
      g_assert_cmpstr (before, <, name);
      before = name;
    }
}

static void
test_nobody (void)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();
  g_autoptr (LoketFrame) frame = loket_frame_new (kto);
  g_autoptr (LoketFair) fair = compare (frame, "overall", "office");

  g_assert_null (fair);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fair/counsellors", test_counsellors);
  g_test_add_func ("/fair/offices", test_offices);
  g_test_add_func ("/fair/lists-units-of-five-by-name", test_lists_units_of_five_by_name);
  g_test_add_func ("/fair/nobody", test_nobody);
  return g_test_run ();
}
