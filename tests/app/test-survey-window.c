/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the days on which a client can be invited to the survey. */

#include "loket-survey-window.h"

/* A client who can be invited as far as it is up to her. */
static LoketSurveyFacts
create_facts (const char *last_contact_on)
{
  return (LoketSurveyFacts) { .last_contact_on = last_contact_on, .has_email = TRUE };
}

static LoketSurveyStanding
judge (const char *last_contact_on,
       const char *day)
{
  const LoketSurveyFacts facts = create_facts (last_contact_on);

  return loket_survey_window_judge (&facts, day);
}

/* Every day around the window, from every day of thirteen years: leap days and changes of the clock
 * among them. */
static void
test_opens_for_four_weeks_and_a_day (void)
{
  for (int start = 0; start < 13 * 365; start++)
    {
      LoketDateText contact = loket_date_add_days ("2020-01-01", start);
      guint n_open = 0;

      for (int days = 0; days <= 80; days++)
        {
          LoketDateText day = loket_date_add_days (contact.text, days);
          LoketSurveyStanding standing = judge (contact.text, day.text);

          if (days < 42)
            g_assert_cmpint (standing, ==, LOKET_SURVEY_NOT_YET);
          else if (days > 70)
            g_assert_cmpint (standing, ==, LOKET_SURVEY_TOO_LATE);
          else
            g_assert_cmpint (standing, ==, LOKET_SURVEY_OPEN);
          n_open += standing == LOKET_SURVEY_OPEN;
        }
      g_assert_cmpuint (n_open, ==, 29);
    }
}

static void
test_opening_and_closing_are_included (void)
{
  LoketDateText opening = loket_survey_window_get_opening ("2026-09-12");
  LoketDateText closing = loket_survey_window_get_closing ("2026-09-12");

  g_assert_cmpstr (opening.text, ==, "2026-10-24");
  g_assert_cmpstr (closing.text, ==, "2026-11-21");
  g_assert_cmpint (judge ("2026-09-12", opening.text), ==, LOKET_SURVEY_OPEN);
  g_assert_cmpint (judge ("2026-09-12", closing.text), ==, LOKET_SURVEY_OPEN);
}

static void
test_nobody_is_asked_who_never_came (void)
{
  g_assert_cmpint (judge (NULL, "2026-11-21"), ==, LOKET_SURVEY_NEVER_SPOKEN);
}

/* Of all that can be said against it, the first that is true counts, and nothing when none is. */
static void
test_first_reason_counts (void)
{
  for (guint bits = 0; bits < 64; bits++)
    {
      LoketSurveyFacts facts = create_facts ("2026-10-01");
      LoketSurveyStanding expected = LOKET_SURVEY_OPEN;

      facts.is_invited = bits & 1;
      facts.no_contact = (bits & 2) != 0;
      facts.no_survey = (bits & 4) != 0;
      facts.is_excluded = (bits & 8) != 0;
      facts.has_email = (bits & 16) == 0;
      facts.has_session = (bits & 32) != 0;
      if (bits & 32)
        expected = LOKET_SURVEY_SESSION_PLANNED;
      if (bits & 16)
        expected = LOKET_SURVEY_NO_EMAIL;
      if (bits & 8)
        expected = LOKET_SURVEY_EXCLUDED;
      if (bits & 4)
        expected = LOKET_SURVEY_NO_SURVEY;
      if (bits & 2)
        expected = LOKET_SURVEY_NO_CONTACT;
      if (bits & 1)
        expected = LOKET_SURVEY_INVITED;
      g_assert_cmpint (loket_survey_window_judge (&facts, "2026-11-21"), ==, expected);
    }
}

/* An exclusion is counted on the days on which the client would be invited, on no other. */
static void
test_reasons_matter_only_while_it_is_open (void)
{
  LoketSurveyFacts facts = create_facts ("2026-10-01");

  facts.no_contact = TRUE;
  g_assert_cmpint (loket_survey_window_judge (&facts, "2026-11-11"), ==, LOKET_SURVEY_NOT_YET);
  g_assert_cmpint (loket_survey_window_judge (&facts, "2026-11-12"), ==, LOKET_SURVEY_NO_CONTACT);
  g_assert_cmpint (loket_survey_window_judge (&facts, "2026-12-11"), ==, LOKET_SURVEY_TOO_LATE);
}

static void
test_rules_have_codes (void)
{
  g_assert_cmpstr (loket_survey_standing_get_rule (LOKET_SURVEY_NO_EMAIL), ==, "no_email");
  g_assert_null (loket_survey_standing_get_rule (LOKET_SURVEY_OPEN));
  g_assert_null (loket_survey_standing_get_rule (LOKET_SURVEY_EXCLUDED));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/survey-window/opens-for-four-weeks-and-a-day",
                   test_opens_for_four_weeks_and_a_day);
  g_test_add_func ("/survey-window/opening-and-closing-are-included",
                   test_opening_and_closing_are_included);
  g_test_add_func ("/survey-window/nobody-is-asked-who-never-came",
                   test_nobody_is_asked_who_never_came);
  g_test_add_func ("/survey-window/first-reason-counts", test_first_reason_counts);
  g_test_add_func ("/survey-window/reasons-matter-only-while-it-is-open",
                   test_reasons_matter_only_while_it_is_open);
  g_test_add_func ("/survey-window/rules-have-codes", test_rules_have_codes);

  return g_test_run ();
}
