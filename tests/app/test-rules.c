/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of what an office agrees on: amounts with the day from which they hold, and who does whose
 * work. */

#include "loket-rules.h"
#include "loket-work-item.h"

#include <string.h>

static void
test_usual_amounts_hold (void)
{
  int weeks[LOKET_MOST_AFTERCARE];

  g_assert_cmpint (loket_rules_get (NULL, LOKET_RULE_RESPOND, "2026-11-21"), ==, 3);
  g_assert_cmpint (loket_rules_get (NULL, LOKET_RULE_STALL, "2026-11-21"), ==, 30);
  g_assert_cmpuint (loket_rules_get_numbers (NULL, LOKET_RULE_AFTERCARE_LONGER, "2026-11-21",
                                             weeks), ==, 4);
  g_assert_cmpint (weeks[0], ==, 2);
  g_assert_cmpint (weeks[3], ==, 26);
  for (LoketRule rule = 0; rule < LOKET_N_RULES; rule++)
    {
      g_assert_true (loket_rule_is_valid (rule, loket_rule_get_facts (rule)->usual));
      g_assert_cmpint (loket_rule_find (loket_rule_get_facts (rule)->name), ==, rule);
    }
}

static void
test_amounts_hold_from_their_day (void)
{
  g_autoptr (LoketRules) rules = loket_rules_new ();

  loket_rules_add_setting (rules, "days.respond", "2027-01-01", "1");
  loket_rules_add_setting (rules, "days.respond", "2026-11-01", "5");
  g_assert_cmpint (loket_rules_get (rules, LOKET_RULE_RESPOND, "2026-10-31"), ==, 3);
  g_assert_cmpint (loket_rules_get (rules, LOKET_RULE_RESPOND, "2026-11-01T09:00"), ==, 5);
  g_assert_cmpint (loket_rules_get (rules, LOKET_RULE_RESPOND, "2026-12-31"), ==, 5);
  g_assert_cmpint (loket_rules_get (rules, LOKET_RULE_RESPOND, "2027-06-01"), ==, 1);
  g_assert_cmpint (loket_rules_get (rules, LOKET_RULE_RESULT, "2027-06-01"), ==, 5);
}

static void
test_what_makes_no_sense_is_no_rule (void)
{
  static const char *const wrong[] = {
    "", "x", "-1", "1;", ";1", "12;6", "6;6", "0", "105", "1;2;3;4;5;6;7;8;9", "6 weken", "6.5",
    "99999999999999999999",
  };
  g_autoptr (LoketRules) rules = loket_rules_new ();

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (loket_rule_is_valid (LOKET_RULE_AFTERCARE_LONGER, wrong[i]));
      loket_rules_add_setting (rules, "weeks.aftercare_longer", "2026-01-01", wrong[i]);
    }
  g_assert_false (loket_rule_is_valid (LOKET_RULE_AFTERCARE_ONCE, "6;12"));
  g_assert_true (loket_rule_is_valid (LOKET_RULE_AFTERCARE_LONGER, "1;2;3;4;5;6;7;8"));
  g_assert_cmpstr (loket_rules_get_value (rules, LOKET_RULE_AFTERCARE_LONGER, "2026-11-21"), ==,
                   "2;6;12;26");
}

static void
test_closed_days_are_no_working_days (void)
{
  g_autoptr (LoketRules) rules = loket_rules_new ();
  const LoketWorkingDays *office = loket_rules_get_days (rules, NULL);

  loket_rules_add_closure (rules, "2026-12-21", "2027-01-01");
  g_assert_cmpstr (loket_working_days_add (office, "2026-12-18", 1).text, ==, "2027-01-04");
  g_assert_true (loket_working_days_is_working_day (office, "2026-12-18"));
  g_assert_true (loket_working_days_is_working_day (office, "2026-04-03"));
  loket_rules_add_setting (rules, LOKET_SETTING_GOOD_FRIDAY, "2026-01-01", "1");
  g_assert_false (loket_working_days_is_working_day (office, "2026-04-03"));
}

/* What the office chooses for later years changes none before. */
static void
test_good_friday_goes_by_the_day (void)
{
  g_autoptr (LoketRules) rules = loket_rules_new ();
  const LoketWorkingDays *office = loket_rules_get_days (rules, NULL);

  loket_rules_add_setting (rules, LOKET_SETTING_GOOD_FRIDAY, "2028-01-01", "0");
  loket_rules_add_setting (rules, LOKET_SETTING_GOOD_FRIDAY, "2027-01-01", "1");
  g_assert_true (loket_working_days_is_working_day (office, "2026-04-03"));
  g_assert_false (loket_working_days_is_working_day (office, "2027-03-26"));
  g_assert_true (loket_working_days_is_working_day (office, "2028-04-14"));
}

/* The 24th of November 2026 is a Tuesday. */
static void
test_part_time_days_move_the_day_only (void)
{
  g_autoptr (LoketRules) rules = loket_rules_new ();

  loket_rules_add_counsellor (rules, "anna", "1;2", TRUE, FALSE);
  g_assert_cmpstr (loket_rules_get_due (rules, NULL, LOKET_RULE_RESPOND, "2026-11-24").text, ==,
                   "2026-11-27");
  g_assert_cmpstr (loket_rules_get_due (rules, "anna", LOKET_RULE_RESPOND, "2026-11-24").text, ==,
                   "2026-11-30");
  g_assert_cmpstr (loket_rules_get_due (rules, "anna", LOKET_RULE_STALL, "2026-11-24").text, ==,
                   "2027-01-11");
}

static void
test_leave_without_substitute_is_waited_for (void)
{
  g_autoptr (LoketRules) rules = loket_rules_new ();

  loket_rules_add_counsellor (rules, "anna", NULL, TRUE, FALSE);
  loket_rules_add_counsellor (rules, "bram", NULL, TRUE, FALSE);
  loket_rules_add_absence (rules, "anna", "2026-11-23", "2026-12-04", NULL);
  loket_rules_add_absence (rules, "bram", "2026-11-23", "2026-12-04", "anna");
  g_assert_cmpstr (loket_rules_get_due (rules, "anna", LOKET_RULE_RESPOND, "2026-11-20").text, ==,
                   "2026-12-07");
  g_assert_cmpstr (loket_rules_get_due (rules, "bram", LOKET_RULE_RESPOND, "2026-11-20").text, ==,
                   "2026-11-25");
}

static void
test_substitutes_stand_in_until_the_end_date (void)
{
  g_autoptr (LoketRules) rules = loket_rules_new ();

  loket_rules_add_counsellor (rules, "anna", NULL, TRUE, FALSE);
  loket_rules_add_counsellor (rules, "bram", NULL, TRUE, FALSE);
  loket_rules_add_counsellor (rules, "carla", NULL, TRUE, FALSE);
  loket_rules_add_absence (rules, "anna", "2026-11-23", "2026-11-27", "bram");
  loket_rules_add_absence (rules, "bram", "2026-11-25", "2026-11-25", "carla");

  g_assert_cmpstr (loket_rules_find_owner (rules, "anna", "2026-11-22"), ==, "anna");
  g_assert_cmpstr (loket_rules_find_owner (rules, "anna", "2026-11-23"), ==, "bram");
  g_assert_cmpstr (loket_rules_find_owner (rules, "anna", "2026-11-25T08:30"), ==, "carla");
  g_assert_cmpstr (loket_rules_find_owner (rules, "bram", "2026-11-25"), ==, "carla");
  g_assert_cmpstr (loket_rules_find_owner (rules, "anna", "2026-11-26"), ==, "bram");
  g_assert_cmpstr (loket_rules_find_owner (rules, "anna", "2026-11-28"), ==, "anna");
  g_assert_null (loket_rules_find_owner (rules, NULL, "2026-11-28"));
}

static void
assert_owned (const LoketRules *rules,
              const char       *owner_id,
              const char       *owned)
{
  g_auto (GStrv) ids = loket_rules_dup_owned (rules, owner_id, "2026-11-25");
  g_autofree char *joined = g_strjoinv (" ", ids);

  g_assert_cmpstr (joined, ==, owned);
}

static void
test_what_nobody_does_falls_to_the_team_lead (void)
{
  g_autoptr (LoketRules) rules = loket_rules_new ();

  loket_rules_add_counsellor (rules, "anna", NULL, TRUE, FALSE);
  loket_rules_add_counsellor (rules, "bram", NULL, FALSE, FALSE);
  loket_rules_add_counsellor (rules, "carla", NULL, TRUE, FALSE);
  loket_rules_add_counsellor (rules, "dirk", NULL, TRUE, TRUE);
  loket_rules_add_absence (rules, "anna", "2026-11-25", "2026-11-25", NULL);
  assert_owned (rules, "anna", "");
  assert_owned (rules, "carla", "carla");
  assert_owned (rules, "dirk", "anna bram dirk -");
  assert_owned (NULL, "dirk", "dirk");

  loket_rules_add_absence (rules, "dirk", "2026-11-25", "2026-11-25", NULL);
  assert_owned (rules, "carla", "anna bram carla dirk -");
}

/* A made-up team with chains and circles of absences. */
static LoketRules *
create_team (GRand *random)
{
  LoketRules *rules = loket_rules_new ();
  static const char *const ids[] = { "a", "b", "c", "d", "e" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    loket_rules_add_counsellor (rules, ids[i], g_rand_boolean (random) ? "1;3" : NULL,
                                g_rand_int_range (random, 0, 5) > 0,
                                g_rand_int_range (random, 0, 3) == 0);
  for (int n = g_rand_int_range (random, 0, 6); n > 0; n--)
    {
      int from = loket_date_get_day ("2026-11-20") + g_rand_int_range (random, 0, 9);
      LoketDateText first = loket_date_from_day (from);
      LoketDateText last = loket_date_from_day (from + g_rand_int_range (random, 0, 9));
      const char *substitute = ids[g_rand_int_range (random, 0, G_N_ELEMENTS (ids))];

      loket_rules_add_absence (rules, ids[g_rand_int_range (random, 0, G_N_ELEMENTS (ids))],
                               first.text, last.text,
                               g_rand_boolean (random) ? substitute : NULL);
    }

  return rules;
}

/* Everybody's work is done by somebody who is there, or nobody is there. */
static void
test_nobody_absent_owns_anything (void)
{
  static const char *const ids[] = { "a", "b", "c", "d", "e" };
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (LoketRules) rules = create_team (random);
      guint n_owners[G_N_ELEMENTS (ids)] = { 0 };
      guint n_of_nobodys = 0;
      gboolean is_anybody_there = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
        {
          g_auto (GStrv) owned = loket_rules_dup_owned (rules, ids[i], "2026-11-25");
          gboolean is_there = g_strcmp0 (loket_rules_find_owner (rules, ids[i], "2026-11-25"),
                                         ids[i]) == 0;

          is_anybody_there = is_anybody_there || is_there;
          g_assert_true (is_there || owned[0] == NULL);
          for (guint j = 0; owned[j] != NULL; j++)
            {
              if (g_str_equal (owned[j], LOKET_WORK_NOBODY))
                n_of_nobodys++;
              else
                n_owners[owned[j][0] - 'a']++;
            }
        }
      g_assert_true (!is_anybody_there || n_of_nobodys > 0);
      for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
        g_assert_true (!is_anybody_there || n_owners[i] > 0);
    }
}

/* Nothing waits for who is ill, nobody knows until when: the team lead does it on its day. */
static void
test_nothing_waits_for_a_long_absence (void)
{
  g_autoptr (LoketRules) rules = loket_rules_new ();

  loket_rules_add_counsellor (rules, "anna", NULL, TRUE, FALSE);
  loket_rules_add_counsellor (rules, "bram", NULL, TRUE, FALSE);
  loket_rules_add_counsellor (rules, "lies", NULL, TRUE, TRUE);
  loket_rules_add_absence (rules, "anna", "2026-11-02", "2099-12-31", NULL);
  loket_rules_add_absence (rules, "bram", "2026-11-02", "2026-11-29", NULL);
  g_assert_cmpstr (loket_rules_get_due (rules, "anna", LOKET_RULE_RESPOND, "2026-11-02").text, ==,
                   "2026-11-05");
  g_assert_true (loket_rules_does_work (rules, "lies", "anna", "2026-11-05"));
  g_assert_cmpstr (loket_rules_get_due (rules, "bram", LOKET_RULE_RESPOND, "2026-11-02").text, ==,
                   "2026-11-30");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/usual-amounts-hold", test_usual_amounts_hold);
  g_test_add_func ("/rules/amounts-hold-from-their-day", test_amounts_hold_from_their_day);
  g_test_add_func ("/rules/what-makes-no-sense-is-no-rule", test_what_makes_no_sense_is_no_rule);
  g_test_add_func ("/rules/closed-days-are-no-working-days", test_closed_days_are_no_working_days);
  g_test_add_func ("/rules/good-friday-goes-by-the-day", test_good_friday_goes_by_the_day);
  g_test_add_func ("/rules/part-time-days-move-the-day-only",
                   test_part_time_days_move_the_day_only);
  g_test_add_func ("/rules/leave-without-substitute-is-waited-for",
                   test_leave_without_substitute_is_waited_for);
  g_test_add_func ("/rules/substitutes-stand-in-until-the-end-date",
                   test_substitutes_stand_in_until_the_end_date);
  g_test_add_func ("/rules/what-nobody-does-falls-to-the-team-lead",
                   test_what_nobody_does_falls_to_the_team_lead);
  g_test_add_func ("/rules/nobody-absent-owns-anything", test_nobody_absent_owns_anything);
  g_test_add_func ("/rules/nothing-waits-for-a-long-absence",
                   test_nothing_waits_for_a_long_absence);

  return g_test_run ();
}
