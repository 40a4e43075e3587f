/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of attempts to reach a client. */

#include "loket-attempt.h"
#include "records-fixture.h"

static void
test_either_reached_or_not (void)
{
  g_autoptr (LoketCodes) codes = records_load_codes ();
  g_autoptr (LoketDraft) draft = records_create_draft (&loket_attempt_kind);

  loket_draft_set_value (draft, LOKET_ATTEMPT_OUTCOME, "reached");
  records_assert_valid (draft, codes);
  loket_draft_set_value (draft, LOKET_ATTEMPT_OUTCOME, "not_reached");
  records_assert_valid (draft, codes);
  /* These close a contact; an attempt cannot. */
  loket_draft_set_value (draft, LOKET_ATTEMPT_OUTCOME, "closed_not_reached");
  records_assert_refused (draft, codes, LOKET_ATTEMPT_OUTCOME, "is not in the list");
}

static void
test_has_no_number_and_no_file (void)
{
  g_assert_cmpint (loket_kind_get_number_field (&loket_attempt_kind), ==, -1);
  g_assert_null (loket_attempt_kind.plural);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attempt/either-reached-or-not", test_either_reached_or_not);
  g_test_add_func ("/attempt/has-no-number-and-no-file", test_has_no_number_and_no_file);

  return g_test_run ();
}
