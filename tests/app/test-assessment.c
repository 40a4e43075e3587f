/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of assessments. */

#include "loket-assessment.h"
#include "records-fixture.h"

static void
test_stages_follow_each_other (void)
{
  static const struct
  {
    guint earlier;
    guint later;
    const char *reason;
  } orders[] = {
    { LOKET_ASSESSMENT_REQUESTED_ON, LOKET_ASSESSMENT_INVITED_ON, "(Requested on)" },
    { LOKET_ASSESSMENT_REQUESTED_ON, LOKET_ASSESSMENT_TAKEN_ON, "(Requested on)" },
    { LOKET_ASSESSMENT_TAKEN_ON, LOKET_ASSESSMENT_RESULT_ON, "(Taken on)" },
    { LOKET_ASSESSMENT_RESULT_ON, LOKET_ASSESSMENT_DISCUSSED_ON, "(Result on)" },
  };
  g_autoptr (LoketCodes) codes = records_load_codes ();

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (LoketDraft) draft = records_create_draft (&loket_assessment_kind);

      loket_draft_set_value (draft, orders[i].earlier, "2026-11-02");
      loket_draft_set_value (draft, orders[i].later, "2026-11-02");
      records_assert_valid (draft, codes);
      loket_draft_set_value (draft, orders[i].later, "2026-11-01");
      records_assert_refused (draft, codes, orders[i].later, orders[i].reason);
    }
}

static void
test_what_was_done_lies_in_the_past (void)
{
  static const guint past[] = {
    LOKET_ASSESSMENT_REQUESTED_ON, LOKET_ASSESSMENT_TAKEN_ON, LOKET_ASSESSMENT_RESULT_ON,
    LOKET_ASSESSMENT_DISCUSSED_ON,
  };
  g_autoptr (LoketCodes) codes = records_load_codes ();
  g_autoptr (LoketDraft) invited = records_create_draft (&loket_assessment_kind);

  for (guint i = 0; i < G_N_ELEMENTS (past); i++)
    {
      g_autoptr (LoketDraft) draft = records_create_draft (&loket_assessment_kind);

      loket_draft_set_value (draft, past[i], "2026-11-22");
      records_assert_refused (draft, codes, past[i], "lies in the future");
    }

  loket_draft_set_value (invited, LOKET_ASSESSMENT_INVITED_ON, "2026-12-01");
  records_assert_valid (invited, codes);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/assessment/stages-follow-each-other", test_stages_follow_each_other);
  g_test_add_func ("/assessment/what-was-done-lies-in-the-past",
                   test_what_was_done_lies_in_the_past);

  return g_test_run ();
}
