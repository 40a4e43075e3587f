/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Where the facts about a client come from. */

#include "loket-confirmed.h"

static void
assert_confirmation (const LoketDraft *draft,
                     guint             field,
                     const char       *on,
                     const char       *source)
{
  const char *values[LOKET_CLIENT_N_FIELDS] = { NULL };
  g_autoptr (LoketRecord) client = NULL;
  LoketConfirmation confirmation;

  for (guint i = 0; i < LOKET_CLIENT_N_FIELDS; i++)
    values[i] = loket_draft_get_value (draft, i);
  client = loket_record_new (&loket_client_kind, "a", 1, values);
  confirmation = loket_confirmed_get (client, field);
  g_assert_cmpstr (confirmation.on.text, ==, on);
  g_assert_cmpstr (confirmation.source, ==, source);
}

static void
test_comes_from_the_sign_up (void)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_client_kind);

  assert_confirmation (draft, LOKET_CLIENT_PHONE, "", "sign_up");
  loket_draft_set_value (draft, LOKET_CLIENT_REGISTERED_ON, "2024-09-02");
  assert_confirmation (draft, LOKET_CLIENT_PHONE, "2024-09-02", "sign_up");
}

static void
test_keeps_fields_apart (void)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_client_kind);

  loket_draft_set_value (draft, LOKET_CLIENT_REGISTERED_ON, "2024-09-02");
  loket_confirmed_set (draft, LOKET_CLIENT_PHONE, "2025-11-21", "client");
  loket_confirmed_set (draft, LOKET_CLIENT_EMAIL, NULL, "import");
  loket_confirmed_set (draft, LOKET_CLIENT_PHONE, "2026-01-05", "client");
  g_assert_cmpstr (loket_draft_get_value (draft, LOKET_CLIENT_CONFIRMED), ==,
                   "email=,import;phone=2026-01-05,client");
  assert_confirmation (draft, LOKET_CLIENT_PHONE, "2026-01-05", "client");
  assert_confirmation (draft, LOKET_CLIENT_EMAIL, "", "import");
  assert_confirmation (draft, LOKET_CLIENT_CITY, "2024-09-02", "sign_up");
}

static void
test_a_file_confirms_nothing (void)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_client_kind);

  loket_draft_set_value (draft, LOKET_CLIENT_REGISTERED_ON, "2024-09-02");
  loket_confirmed_set_all (draft, "import");
  assert_confirmation (draft, LOKET_CLIENT_PHONE, "", "import");
  loket_confirmed_set (draft, LOKET_CLIENT_PHONE, "2026-01-05", "client");
  assert_confirmation (draft, LOKET_CLIENT_PHONE, "2026-01-05", "client");
  assert_confirmation (draft, LOKET_CLIENT_CITY, "", "import");
}

static LoketRecord *
create_client (const char *confirmed)
{
  const char *values[LOKET_CLIENT_N_FIELDS] = { NULL, };

  values[LOKET_CLIENT_REGISTERED_ON] = "2024-09-02";
  values[LOKET_CLIENT_CONFIRMED] = confirmed;

  return loket_record_new (&loket_client_kind, "a", 1, values);
}

static void
test_compares_days (void)
{
  g_autoptr (LoketRecord) signed_up = create_client (NULL);
  g_autoptr (LoketRecord) imported = create_client ("*=,import");
  g_autoptr (LoketRecord) said = create_client ("phone=2026-01-05,client");

  g_assert_true (loket_confirmed_is_newer (said, signed_up, LOKET_CLIENT_PHONE));
  g_assert_true (loket_confirmed_is_newer (signed_up, imported, LOKET_CLIENT_PHONE));
  g_assert_false (loket_confirmed_is_newer (imported, said, LOKET_CLIENT_PHONE));
  g_assert_false (loket_confirmed_is_newer (said, signed_up, LOKET_CLIENT_CITY));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/confirmed/comes-from-the-sign-up", test_comes_from_the_sign_up);
  g_test_add_func ("/confirmed/keeps-fields-apart", test_keeps_fields_apart);
  g_test_add_func ("/confirmed/a-file-confirms-nothing", test_a_file_confirms_nothing);
  g_test_add_func ("/confirmed/compares-days", test_compares_days);

  return g_test_run ();
}
