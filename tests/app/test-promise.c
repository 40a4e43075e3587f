/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of promises. */

#include "loket-promise.h"
#include "records-fixture.h"

static void
test_is_due_and_done_after_it_was_made (void)
{
  static const guint later[] = { LOKET_PROMISE_DUE_ON, LOKET_PROMISE_DONE_ON };
  g_autoptr (LoketCodes) codes = records_load_codes ();

  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    {
      g_autoptr (LoketDraft) draft = records_create_draft (&loket_promise_kind);

      loket_draft_set_value (draft, LOKET_PROMISE_DUE_ON, "2026-12-01");
      loket_draft_set_value (draft, LOKET_PROMISE_MADE_ON, "2026-11-02");
      loket_draft_set_value (draft, later[i], "2026-11-02");
      records_assert_valid (draft, codes);
      loket_draft_set_value (draft, later[i], "2026-11-01");
      records_assert_refused (draft, codes, later[i], "lies before made_on “2026-11-02”");
    }
}

static void
test_only_its_date_lies_in_the_future (void)
{
  g_autoptr (LoketCodes) codes = records_load_codes ();
  g_autoptr (LoketDraft) draft = records_create_draft (&loket_promise_kind);

  loket_draft_set_value (draft, LOKET_PROMISE_DUE_ON, "2027-01-04");
  records_assert_valid (draft, codes);
  loket_draft_set_value (draft, LOKET_PROMISE_DONE_ON, "2026-11-22");
  records_assert_refused (draft, codes, LOKET_PROMISE_DONE_ON, "lies in the future");
  loket_draft_set_value (draft, LOKET_PROMISE_DONE_ON, NULL);
  loket_draft_set_value (draft, LOKET_PROMISE_MADE_ON, "2026-11-22");
  records_assert_refused (draft, codes, LOKET_PROMISE_MADE_ON, "lies in the future");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/promise/is-due-and-done-after-it-was-made",
                   test_is_due_and_done_after_it_was_made);
  g_test_add_func ("/promise/only-its-date-lies-in-the-future",
                   test_only_its_date_lies_in_the_future);

  return g_test_run ();
}
