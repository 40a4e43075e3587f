/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What is typed in a field of a record, and what it becomes. */

#include "ui-fixture.h"

#include "loket-field-editor.h"
#include "loket-session.h"

/* Types a start in the place of another one. */
static void
assert_start (const char *before,
              const char *typed,
              const char *expected)
{
  g_autoptr (LoketCodes) codes = loket_codes_new ();
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_session_kind);
  g_autoptr (LoketFieldEditor) editor = NULL;

  loket_draft_set_value (draft, LOKET_SESSION_STARTS_AT, before);
  editor = loket_field_editor_new (draft, LOKET_SESSION_STARTS_AT, codes, UI_FIXTURE_TODAY);
  gtk_editable_set_text (GTK_EDITABLE (loket_field_editor_get_row (editor)), typed);
  g_assert_cmpstr (loket_draft_get_text (draft, LOKET_SESSION_STARTS_AT), ==, expected);
}

static void
test_year_of_what_was_is_the_last (void)
{
  assert_start ("2026-11-10T10:10", "18-11 9:30", "2026-11-18T09:30");
}

static void
test_year_of_what_is_today_is_the_last (void)
{
  assert_start (UI_FIXTURE_TODAY "T10:10", "18-11 9:30", "2026-11-18T09:30");
}

static void
test_year_of_what_comes_is_the_next (void)
{
  assert_start ("2026-11-21T10:10", "18-1 9:30", "2027-01-18T09:30");
}

int
main (int    argc,
      char **argv)
{
  ui_fixture_init (&argc, &argv);

  g_test_add_func ("/field-editor/year-of-what-was-is-the-last",
                   test_year_of_what_was_is_the_last);
  g_test_add_func ("/field-editor/year-of-what-is-today-is-the-last",
                   test_year_of_what_is_today_is_the_last);
  g_test_add_func ("/field-editor/year-of-what-comes-is-the-next",
                   test_year_of_what_comes_is_the_next);

  return g_test_run ();
}
