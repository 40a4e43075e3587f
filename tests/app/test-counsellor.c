/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of counsellors. */

#include "loket-counsellor.h"
#include "records-fixture.h"

static LoketRecord *
make_counsellor (const char *name,
                 const char *role)
{
  const char *values[LOKET_COUNSELLOR_N_FIELDS] = {
    [LOKET_COUNSELLOR_COUNSELLOR] = "A01",
    [LOKET_COUNSELLOR_NAME] = name,
    [LOKET_COUNSELLOR_ROLE] = role,
  };

  return loket_record_new (&loket_counsellor_kind, "01939b00-0000-7000-8000-000000000001", 1,
                           values);
}

static void
test_is_shown_by_code_without_a_name (void)
{
  g_autoptr (LoketRecord) named = make_counsellor ("Marieke de Wit", NULL);
  g_autoptr (LoketRecord) nameless = make_counsellor (NULL, NULL);

  g_assert_cmpstr (loket_counsellor_get_display_name (LOKET_COUNSELLOR (named)), ==,
                   "Marieke de Wit");
  g_assert_cmpstr (loket_counsellor_get_display_name (LOKET_COUNSELLOR (nameless)), ==, "A01");
}

static void
test_leads_the_team_by_role_alone (void)
{
  g_autoptr (LoketRecord) lead = make_counsellor ("Marieke", "team_lead");
  g_autoptr (LoketRecord) counsellor = make_counsellor ("Marieke", "counsellor");
  g_autoptr (LoketRecord) unknown = make_counsellor ("Marieke", NULL);

  g_assert_true (loket_counsellor_is_team_lead (LOKET_COUNSELLOR (lead)));
  g_assert_false (loket_counsellor_is_team_lead (LOKET_COUNSELLOR (counsellor)));
  g_assert_false (loket_counsellor_is_team_lead (LOKET_COUNSELLOR (unknown)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/counsellor/is-shown-by-code-without-a-name",
                   test_is_shown_by_code_without_a_name);
  g_test_add_func ("/counsellor/leads-the-team-by-role-alone", test_leads_the_team_by_role_alone);

  return g_test_run ();
}
