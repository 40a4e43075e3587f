/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of invitations. */

#include "loket-invitation.h"
#include "records-fixture.h"

static void
test_number_follows_from_its_fields (void)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_invitation_kind);

  loket_draft_set_value (draft, LOKET_INVITATION_MONTH, "2023-05");
  loket_draft_complete (draft);
  g_assert_cmpstr (loket_draft_get_value (draft, LOKET_INVITATION_QUESTIONNAIRE), ==, "kto");
  g_assert_cmpstr (loket_draft_get_value (draft, LOKET_INVITATION_INVITATION_NO), ==,
                   "kto/2023-05//");

  loket_draft_set_value (draft, LOKET_INVITATION_LOKET, "Midden-Brabant");
  loket_draft_set_value (draft, LOKET_INVITATION_COUNSELLOR, "A01");
  loket_draft_complete (draft);
  g_assert_cmpstr (loket_draft_get_value (draft, LOKET_INVITATION_INVITATION_NO), ==,
                   "kto/2023-05/Midden-Brabant/A01");
}

static void
test_refuses_what_is_no_month (void)
{
  static const char *const months[] = {
    "2023", "2023-13", "2023-00", "05-2023", "2023-5", "2023-05-01",
  };
  g_autoptr (LoketCodes) codes = records_load_codes ();

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      g_autoptr (LoketDraft) draft = records_create_draft (&loket_invitation_kind);

      loket_draft_set_value (draft, LOKET_INVITATION_MONTH, months[i]);
      records_assert_refused (draft, codes, LOKET_INVITATION_MONTH, "is not a month");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/invitation/number-follows-from-its-fields",
                   test_number_follows_from_its_fields);
  g_test_add_func ("/invitation/refuses-what-is-no-month", test_refuses_what_is_no_month);

  return g_test_run ();
}
