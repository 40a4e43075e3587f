/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of trajectories. */

#include "loket-trajectory.h"
#include "records-fixture.h"

static void
test_nothing_comes_before_opening (void)
{
  static const guint later[] = { LOKET_TRAJECTORY_FIRST_RESPONSE_ON, LOKET_TRAJECTORY_CLOSED_ON };
  g_autoptr (LoketCodes) codes = records_load_codes ();

  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    {
      g_autoptr (LoketDraft) draft = records_create_draft (&loket_trajectory_kind);

      loket_draft_set_value (draft, LOKET_TRAJECTORY_OPENED_ON, "2026-11-02");
      loket_draft_set_value (draft, later[i], "2026-11-02");
      records_assert_valid (draft, codes);
      loket_draft_set_value (draft, later[i], "2026-11-01");
      records_assert_refused (draft, codes, later[i], "lies before “2026-11-02” (Opened on)");
    }
}

static void
test_nothing_lies_in_the_future (void)
{
  static const guint past[] = {
    LOKET_TRAJECTORY_OPENED_ON, LOKET_TRAJECTORY_FIRST_RESPONSE_ON, LOKET_TRAJECTORY_CLOSED_ON,
  };
  g_autoptr (LoketCodes) codes = records_load_codes ();

  for (guint i = 0; i < G_N_ELEMENTS (past); i++)
    {
      g_autoptr (LoketDraft) draft = records_create_draft (&loket_trajectory_kind);

      loket_draft_set_value (draft, past[i], RECORDS_TODAY);
      records_assert_valid (draft, codes);
      loket_draft_set_value (draft, past[i], "2026-11-22");
      records_assert_refused (draft, codes, past[i], "lies in the future");
    }
}

/* Questions that stand there twice would be counted twice. */
static void
test_question_stands_there_once (void)
{
  g_autoptr (LoketCodes) codes = records_load_codes ();
  g_autoptr (LoketDraft) draft = records_create_draft (&loket_trajectory_kind);

  loket_draft_set_value (draft, LOKET_TRAJECTORY_QUESTIONS_BROUGHT, "which_work;retraining");
  records_assert_valid (draft, codes);
  loket_draft_set_value (draft, LOKET_TRAJECTORY_QUESTIONS_BROUGHT, "which_work;which_work");
  records_assert_refused (draft, codes, LOKET_TRAJECTORY_QUESTIONS_BROUGHT, "stands there twice");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trajectory/nothing-comes-before-opening", test_nothing_comes_before_opening);
  g_test_add_func ("/trajectory/nothing-lies-in-the-future", test_nothing_lies_in_the_future);
  g_test_add_func ("/trajectory/question-stands-there-once", test_question_stands_there_once);

  return g_test_run ();
}
