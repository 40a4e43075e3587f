/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Which steps of a trajectory are over, going on, or to come. */

#include "loket-stage.h"

static void
assert_state (LoketStageFacts facts,
              LoketStage      stage,
              LoketStageState state)
{
  LoketStageState states[LOKET_N_STAGES];

  loket_stage_follow (&facts, states);
  g_assert_cmpint (states[stage], ==, state);
}

static void
test_tests (void)
{
  LoketStageFacts facts = { .answered = TRUE, .n_sessions = 2 };

  assert_state (facts, LOKET_STAGE_TESTS, LOKET_STAGE_TO_COME);
  facts.n_assessments = 2;
  facts.n_assessments_open = 1;
  assert_state (facts, LOKET_STAGE_TESTS, LOKET_STAGE_CURRENT);
  facts.closed = TRUE;
  assert_state (facts, LOKET_STAGE_TESTS, LOKET_STAGE_TO_COME);
  assert_state (facts, LOKET_STAGE_SESSIONS, LOKET_STAGE_DONE);
  facts.n_assessments_open = 0;
  assert_state (facts, LOKET_STAGE_TESTS, LOKET_STAGE_DONE);
}

static void
test_last_step (void)
{
  LoketStageFacts facts = { .answered = TRUE, .n_sessions = 1, .n_assessments = 1 };

  g_assert_cmpint (loket_stage_get_current (&facts), ==, LOKET_STAGE_SESSIONS);
  facts.n_assessments_open = 1;
  g_assert_cmpint (loket_stage_get_current (&facts), ==, LOKET_STAGE_TESTS);
  facts.closed = TRUE;
  g_assert_cmpint (loket_stage_get_current (&facts), ==, LOKET_STAGE_CLOSED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stage/tests-are-done-when-all-are-discussed", test_tests);
  g_test_add_func ("/stage/current-is-the-last-that-goes-on", test_last_step);

  return g_test_run ();
}
