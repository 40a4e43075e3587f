/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the desk: who works at it, and how it runs acts. */

#include "desk-fixture.h"
#include "loket-client.h"
#include "loket-error.h"
#include "loket-save-act.h"

static void
save_counsellor (LoketDesk  *desk,
                 const char *code,
                 gboolean    is_active)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_counsellor_kind);
  g_autoptr (LoketDeed) deed = NULL;

  loket_draft_set_value (draft, LOKET_COUNSELLOR_COUNSELLOR, code);
  loket_draft_set_flag (draft, LOKET_COUNSELLOR_ACTIVE, is_active);
  deed = desk_save (desk, draft);
}

static void
assert_identifies (LoketDesk  *desk,
                   const char *wanted,
                   const char *chosen,
                   const char *expected)
{
  g_autoptr (GError) error = NULL;
  LoketCounsellor *counsellor;

  g_assert_true (loket_desk_identify (desk, wanted, chosen, "program", &error));
  g_assert_no_error (error);
  counsellor = loket_desk_get_counsellor (desk);
  if (expected == NULL)
    {
      g_assert_null (counsellor);
      g_assert_null (loket_desk_get_counsellor_id (desk));
      return;
    }
  g_assert_cmpstr (loket_record_get_text (LOKET_RECORD (counsellor), LOKET_COUNSELLOR_COUNSELLOR),
                   ==, expected);
  g_assert_cmpstr (loket_desk_get_counsellor_id (desk), ==,
                   loket_record_get_id (LOKET_RECORD (counsellor)));
}

static void
test_nobody_works_at_an_empty_desk (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");

  assert_identifies (desk, NULL, NULL, NULL);
  assert_identifies (desk, "", "", NULL);
  assert_identifies (desk, NULL, "A01", NULL);
}

static void
test_only_active_one_works_there (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");

  save_counsellor (desk, "A01", FALSE);
  assert_identifies (desk, NULL, NULL, NULL);
  save_counsellor (desk, "A02", TRUE);
  assert_identifies (desk, NULL, NULL, "A02");
  save_counsellor (desk, "A03", TRUE);
  assert_identifies (desk, NULL, NULL, NULL);
}

static void
test_wanted_goes_before_chosen_before_only_one (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");

  save_counsellor (desk, "A01", TRUE);
  save_counsellor (desk, "A02", FALSE);
  save_counsellor (desk, "A03", FALSE);
  assert_identifies (desk, NULL, NULL, "A01");
  assert_identifies (desk, NULL, "A02", "A02");
  assert_identifies (desk, "A03", "A02", "A03");
  assert_identifies (desk, "", "A02", "A02");
  /* Who was chosen has gone since: that is no reason not to start. */
  assert_identifies (desk, NULL, "A99", "A01");
}

static void
test_unknown_one_is_refused (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (GError) error = NULL;

  save_counsellor (desk, "A01", TRUE);
  g_assert_false (loket_desk_identify (desk, "A99", "A01", "program", &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND);
  store_assert_says (error, "“A99” is not the code of a counsellor in this store");
}

static void
test_who_works_there_stands_in_the_log (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autofree char *actors = NULL;

  save_counsellor (desk, "A01", FALSE);
  save_counsellor (desk, "A02", FALSE);
  g_assert_true (loket_desk_identify (desk, "A01", NULL, "program", NULL));
  g_free (desk_save_client (desk, "Jansen"));
  g_assert_true (loket_desk_identify (desk, "A02", NULL, "program", NULL));
  g_free (desk_save_client (desk, "Pietersen"));
  g_assert_true (loket_desk_identify (desk, NULL, NULL, "program", NULL));
  g_free (desk_save_client (desk, "Klaassen"));

  actors = desk_read_text (desk, "SELECT group_concat (counsellor, ' ') FROM "
                                 "(SELECT counsellor FROM change_log ORDER BY id)");
  g_assert_cmpstr (actors, ==, "test test A01 A02 program");
}

static void
count_cb (guint *n_times)
{
  (*n_times)++;
}

static void
test_tells_who_works_there_now (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketCounsellor) counsellor = NULL;
  guint n_notified = 0;

  save_counsellor (desk, "A01", TRUE);
  g_signal_connect_swapped (desk, "notify::counsellor", G_CALLBACK (count_cb), &n_notified);
  g_assert_true (loket_desk_identify (desk, "A01", NULL, "program", NULL));
  g_assert_cmpuint (n_notified, ==, 1);

  g_object_get (desk, "counsellor", &counsellor, NULL);
  g_assert_true (counsellor == loket_desk_get_counsellor (desk));
  loket_desk_set_counsellor (desk, counsellor);
  g_assert_cmpuint (n_notified, ==, 1);
}

static void
test_tells_of_changes (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  guint n_changes = 0;

  g_signal_connect_swapped (desk, "changed", G_CALLBACK (count_cb), &n_changes);
  g_free (desk_save_client (desk, "Jansen"));
  g_assert_cmpuint (n_changes, ==, 1);
}

static void
problem_cb (LoketDesk    *desk,
            const GError *error,
            GError      **problem)
{
  g_clear_error (problem);
  *problem = g_error_copy (error);
}

/* The rules that were read last hold on, and it is told. */
static void
test_tells_when_rules_cannot_be_read (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketRules) rules = loket_rules_ref (loket_desk_get_rules (desk));
  g_autoptr (GError) problem = NULL;

  g_signal_connect (desk, "problem", G_CALLBACK (problem_cb), &problem);
  desk_execute (desk, "ALTER TABLE setting RENAME TO former_setting");
  while (problem == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_error (problem, LOKET_ERROR, LOKET_ERROR_STORAGE);
  g_assert_true (loket_desk_get_rules (desk) == rules);

  desk_execute (desk, "ALTER TABLE former_setting RENAME TO setting;"
                      "INSERT INTO setting VALUES "
                      "('s', 1, '', 'days.respond', '2026-01-01', '4')");
  g_clear_error (&problem);
  g_free (desk_save_client (desk, "Jansen"));
  while (problem == NULL && loket_desk_get_rules (desk) == rules)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (problem);
  loket_desk_close (desk);
}

static void
test_knows_the_lists_and_the_day (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  LoketDateText today = loket_desk_get_today (desk);

  g_assert_cmpstr (today.text, ==, STORE_TODAY);
  g_assert_cmpstr (loket_codes_get_label (loket_desk_get_codes (desk), "channel", "phone"), ==,
                   "By telephone");
}

static gboolean
save_input (LoketAct  *act,
            gpointer   input,
            GError   **error)
{
  return loket_act_save (act, input, error);
}

static LoketDraft *
create_client (const char *family_name)
{
  LoketDraft *draft = loket_draft_new (&loket_client_kind);

  loket_draft_set_value (draft, LOKET_CLIENT_FAMILY_NAME, family_name);

  return draft;
}

static void
test_act_comes_back_with_its_deed (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GError) error = NULL;

  loket_desk_act_async (desk, "client.save", save_input, create_client ("Jansen"),
                        (GDestroyNotify) loket_draft_free, NULL, desk_result_cb, &result);
  deed = loket_desk_act_finish (desk, desk_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (deed->n_created, ==, 1);
  g_assert_cmpstr (deed->name, ==, "client.save");
}

static void
test_act_comes_back_with_its_error (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  loket_desk_act_async (desk, "client.save", save_input, create_client (NULL),
                        (GDestroyNotify) loket_draft_free, NULL, desk_result_cb, &result);
  g_assert_null (loket_desk_act_finish (desk, desk_await (&result), &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
}

static void
test_act_that_was_cancelled_is_not_done (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *count = NULL;

  g_cancellable_cancel (cancellable);
  loket_desk_act_async (desk, "client.save", save_input, create_client ("Jansen"),
                        (GDestroyNotify) loket_draft_free, cancellable, desk_result_cb, &result);
  g_assert_null (loket_desk_act_finish (desk, desk_await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  count = desk_read_text (desk, "SELECT count(*) FROM client");
  g_assert_cmpstr (count, ==, "0");
}

/* Nobody may be told that nothing was written when it was. */
static void
test_act_that_was_done_is_not_called_cancelled (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GError) error = NULL;

  loket_desk_act_async (desk, "client.save", save_input, create_client ("Jansen"),
                        (GDestroyNotify) loket_draft_free, cancellable, desk_result_cb, &result);
  g_free (desk_save_client (desk, "Pietersen"));
  g_cancellable_cancel (cancellable);
  deed = loket_desk_act_finish (desk, desk_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (deed->n_created, ==, 1);
}

static void
test_closed_desk_refuses_acts (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDraft) draft = create_client ("Jansen");
  g_autoptr (GError) error = NULL;

  loket_desk_close (desk);
  g_assert_null (loket_desk_save (desk, "client.save", draft, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_STORAGE);
}

static void
test_desk_is_freed (void)
{
  LoketDesk *desk = desk_open ("store.db");

  g_free (desk_save_client (desk, "Jansen"));
  loket_desk_close (desk);
  g_assert_finalize_object (desk);
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/desk/nobody-works-at-an-empty-desk", test_nobody_works_at_an_empty_desk);
  g_test_add_func ("/desk/only-active-one-works-there", test_only_active_one_works_there);
  g_test_add_func ("/desk/wanted-goes-before-chosen-before-only-one",
                   test_wanted_goes_before_chosen_before_only_one);
  g_test_add_func ("/desk/unknown-one-is-refused", test_unknown_one_is_refused);
  g_test_add_func ("/desk/who-works-there-stands-in-the-log",
                   test_who_works_there_stands_in_the_log);
  g_test_add_func ("/desk/tells-who-works-there-now", test_tells_who_works_there_now);
  g_test_add_func ("/desk/tells-of-changes", test_tells_of_changes);
  g_test_add_func ("/desk/tells-when-rules-cannot-be-read", test_tells_when_rules_cannot_be_read);
  g_test_add_func ("/desk/knows-the-lists-and-the-day", test_knows_the_lists_and_the_day);
  g_test_add_func ("/desk/act-comes-back-with-its-deed", test_act_comes_back_with_its_deed);
  g_test_add_func ("/desk/act-comes-back-with-its-error", test_act_comes_back_with_its_error);
  g_test_add_func ("/desk/act-that-was-cancelled-is-not-done",
                   test_act_that_was_cancelled_is_not_done);
  g_test_add_func ("/desk/act-that-was-done-is-not-called-cancelled",
                   test_act_that_was_done_is_not_called_cancelled);
  g_test_add_func ("/desk/closed-desk-refuses-acts", test_closed_desk_refuses_acts);
  g_test_add_func ("/desk/desk-is-freed", test_desk_is_freed);

  return g_test_run ();
}
