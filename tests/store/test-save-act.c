/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of saving drafts and of signing a client up. */

#include "desk-fixture.h"
#include "loket-client.h"
#include "loket-error.h"
#include "loket-save-act.h"
#include "loket-trajectory.h"
#include "loket-undo-act.h"

static LoketDraft *
create_client (const char *family_name)
{
  LoketDraft *draft = loket_draft_new (&loket_client_kind);

  loket_draft_set_value (draft, LOKET_CLIENT_FAMILY_NAME, family_name);
  loket_draft_set_value (draft, LOKET_CLIENT_SITUATION, "jobseeker");

  return draft;
}

static LoketDeed *
register_client (LoketDesk   *desk,
                 LoketDraft  *client,
                 GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  loket_desk_register_client_async (desk, client, NULL, desk_result_cb, &result);

  return loket_desk_act_finish (desk, desk_await (&result), error);
}

static void
assert_text (LoketDesk  *desk,
             const char *sql,
             const char *expected)
{
  g_autofree char *text = desk_read_text (desk, sql);

  g_assert_cmpstr (text, ==, expected);
}

/* The editor goes on with its draft while it is being saved. */
static void
test_draft_is_copied (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDraft) draft = create_client ("Jansen");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GError) error = NULL;

  loket_desk_save_async (desk, "client.save", draft, NULL, desk_result_cb, &result);
  loket_draft_set_value (draft, LOKET_CLIENT_FAMILY_NAME, "Pietersen");
  deed = loket_desk_act_finish (desk, desk_await (&result), &error);
  g_assert_no_error (error);
  assert_text (desk, "SELECT family_name FROM client", "Jansen");
  g_assert_true (loket_draft_is_new (draft));
  g_assert_null (loket_draft_get_id (draft));
}

static void
test_saved_draft_knows_its_record (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDraft) draft = create_client ("Jansen");
  g_autoptr (LoketDeed) deed = desk_save (desk, draft);

  g_assert_cmpstr (loket_draft_get_id (draft), ==, deed->subject_id);
  g_assert_cmpstr (loket_draft_get_value (draft, LOKET_CLIENT_CLIENT_NO), ==, "K0000001");
}

/* Who is signed up by a counsellor sits across the desk: taken, and answered. */
static void
test_signing_up_opens_a_trajectory_of_the_counsellor (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDraft) counsellor = loket_draft_new (&loket_counsellor_kind);
  g_autoptr (LoketDraft) client = create_client ("Jansen");
  g_autoptr (LoketDeed) saved = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GError) error = NULL;

  loket_draft_set_value (counsellor, LOKET_COUNSELLOR_COUNSELLOR, "A01");
  loket_draft_set_flag (counsellor, LOKET_COUNSELLOR_ACTIVE, TRUE);
  saved = desk_save (desk, counsellor);
  g_assert_true (loket_desk_identify (desk, NULL, NULL, "test", NULL));

  deed = register_client (desk, client, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (deed->name, ==, "client.register");
  g_assert_cmpuint (deed->n_created, ==, 2);
  assert_text (desk, "SELECT registered_on FROM client", STORE_TODAY);
  assert_text (desk,
               "SELECT trajectory_no || ' ' || opened_on || ' ' || first_response_on || ' ' || "
               "trajectory.situation || ' ' || code FROM trajectory "
               "JOIN counsellor ON counsellor.id = counsellor_id "
               "JOIN client ON client.id = client_id",
               "T0000001 2026-11-21 2026-11-21 jobseeker A01");
  assert_text (desk, "SELECT id FROM client", deed->subject_id);
}

static void
test_sign_up_that_nobody_takes_waits (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDraft) client = create_client ("Jansen");
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GError) error = NULL;

  loket_draft_set_value (client, LOKET_CLIENT_REGISTERED_ON, "2026-11-19");
  deed = register_client (desk, client, &error);
  g_assert_no_error (error);
  assert_text (desk, "SELECT registered_on FROM client", "2026-11-19");
  assert_text (desk, "SELECT count(*) FROM trajectory "
                     "WHERE counsellor_id IS NULL AND first_response_on IS NULL", "1");
}

static void
test_sign_up_that_breaks_a_rule_leaves_nothing (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDraft) client = create_client (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (register_client (desk, client, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
  assert_text (desk, "SELECT count(*) FROM client", "0");
  assert_text (desk, "SELECT count(*) FROM trajectory", "0");
  assert_text (desk, "SELECT count(*) FROM change_log", "0");
}

static void
test_sign_up_can_be_undone (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDraft) client = create_client ("Jansen");
  g_autoptr (LoketDeed) deed = register_client (desk, client, NULL);
  g_autoptr (LoketDeed) undone = NULL;
  g_autoptr (GError) error = NULL;

  undone = loket_desk_undo (desk, deed->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undone->n_removed, ==, 2);
  assert_text (desk, "SELECT count(*) FROM client", "0");
  assert_text (desk, "SELECT count(*) FROM trajectory", "0");
  assert_text (desk, "SELECT count(*) FROM client_name", "0");
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/save-act/draft-is-copied", test_draft_is_copied);
  g_test_add_func ("/save-act/saved-draft-knows-its-record", test_saved_draft_knows_its_record);
  g_test_add_func ("/save-act/signing-up-opens-a-trajectory-of-the-counsellor",
                   test_signing_up_opens_a_trajectory_of_the_counsellor);
  g_test_add_func ("/save-act/sign-up-that-nobody-takes-waits",
                   test_sign_up_that_nobody_takes_waits);
  g_test_add_func ("/save-act/sign-up-that-breaks-a-rule-leaves-nothing",
                   test_sign_up_that_breaks_a_rule_leaves_nothing);
  g_test_add_func ("/save-act/sign-up-can-be-undone", test_sign_up_can_be_undone);

  return g_test_run ();
}
