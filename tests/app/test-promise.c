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
      records_assert_refused (draft, codes, later[i], "lies before “2026-11-02” (Made on)");
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

static gboolean
is_open_with (const char *done_on,
              const char *outcome)
{
  const char *values[LOKET_PROMISE_N_FIELDS] = { NULL };
  g_autoptr (LoketRecord) record = NULL;

  values[LOKET_PROMISE_DONE_ON] = done_on;
  values[LOKET_PROMISE_OUTCOME] = outcome;
  record = loket_record_new (&loket_promise_kind, "id", 1, values);

  return loket_promise_is_open (LOKET_PROMISE (record));
}

static void
test_is_open_until_done_or_given_up (void)
{
  g_assert_true (is_open_with (NULL, NULL));
  g_assert_false (is_open_with ("2026-11-20", NULL));
  g_assert_false (is_open_with (NULL, "cancelled"));
  g_assert_false (is_open_with ("2026-11-20", "kept"));
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
  g_test_add_func ("/promise/is-open-until-done-or-given-up", test_is_open_until_done_or_given_up);

  return g_test_run ();
}
