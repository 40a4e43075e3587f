/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of clients. */

#include "loket-client.h"
#include "records-fixture.h"

static LoketDraft *
create_client (guint       field,
               const char *value)
{
  LoketDraft *draft = records_create_draft (&loket_client_kind);

  loket_draft_set_value (draft, field, value);

  return draft;
}

static void
assert_refuses (guint       field,
                const char *value,
                const char *reason)
{
  g_autoptr (LoketCodes) codes = records_load_codes ();
  g_autoptr (LoketDraft) draft = create_client (field, value);

  records_assert_refused (draft, codes, field, reason);
}

static void
assert_accepts (guint       field,
                const char *value)
{
  g_autoptr (LoketCodes) codes = records_load_codes ();
  g_autoptr (LoketDraft) draft = create_client (field, value);

  records_assert_valid (draft, codes);
}

static void
test_refuses_birth_date_in_future (void)
{
  assert_accepts (LOKET_CLIENT_BIRTH_DATE, "2026-11-21");
  assert_refuses (LOKET_CLIENT_BIRTH_DATE, "2026-11-22", "lies in the future");
}

static void
test_refuses_birth_date_of_nobody_alive (void)
{
  assert_accepts (LOKET_CLIENT_BIRTH_DATE, "1905-11-22");
  assert_refuses (LOKET_CLIENT_BIRTH_DATE, "1905-11-21", "more than 120 years ago");
}

static void
test_refuses_registration_before_birth (void)
{
  g_autoptr (LoketCodes) codes = records_load_codes ();
  g_autoptr (LoketDraft) draft = create_client (LOKET_CLIENT_BIRTH_DATE, "1980-05-01");

  loket_draft_set_value (draft, LOKET_CLIENT_REGISTERED_ON, "1980-05-01");
  records_assert_valid (draft, codes);
  loket_draft_set_value (draft, LOKET_CLIENT_REGISTERED_ON, "1980-04-30");
  records_assert_refused (draft, codes, LOKET_CLIENT_REGISTERED_ON,
                          "“1980-04-30” lies before the date of birth");
}

static void
test_refuses_what_is_no_address (void)
{
  static const char *const good[] = {
    "jan@jansen.nl", "j.de+vries@voorbeeld.co.nl", "info@localhost", "josé@café.nl",
  };
  static const char *const bad[] = {
    "jan", "@jansen.nl", "jan@", "jan@@jansen.nl", "jan@jansen.nl, piet@jansen.nl",
    "Jan <jan@jansen.nl>", "jan de@vries.nl", "jan@a@b",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    assert_accepts (LOKET_CLIENT_EMAIL, good[i]);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_refuses (LOKET_CLIENT_EMAIL, bad[i], "is not an e-mail address");
}

static void
test_refuses_what_is_no_telephone_number (void)
{
  static const char *const good[] = {
    "0612345678", "06-12345678", "+31 (0)6 12 34 56 78", "(013) 123.45.67", "1234",
  };
  static const char *const bad[] = { "geen", "06-1234567x", "123", "06 12345678 of 013 1234567",
                                     "0612345678 0131234567" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    assert_accepts (LOKET_CLIENT_PHONE, good[i]);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_refuses (LOKET_CLIENT_PHONE, bad[i], "is not a telephone number");
}

static void
test_sorts_by_family_name (void)
{
  g_autoptr (LoketDraft) draft = create_client (LOKET_CLIENT_FAMILY_NAME, "Öztürk-Berg");

  loket_draft_set_value (draft, LOKET_CLIENT_GIVEN_NAME, "Ayşe");
  loket_draft_set_value (draft, LOKET_CLIENT_PREFIX, "van der");
  loket_draft_complete (draft);
  g_assert_cmpstr (loket_draft_get_value (draft, LOKET_CLIENT_SORT_NAME), ==,
                   "ozturk berg ayse van der");

  loket_draft_set_value (draft, LOKET_CLIENT_FAMILY_NAME, "Jansen");
  loket_draft_complete (draft);
  g_assert_cmpstr (loket_draft_get_value (draft, LOKET_CLIENT_SORT_NAME), ==,
                   "jansen ayse van der");
}

/* The column may not be empty, whatever people type. */
static void
test_name_of_signs_alone_sorts_too (void)
{
  g_autoptr (LoketDraft) draft = create_client (LOKET_CLIENT_FAMILY_NAME, "👍");

  loket_draft_complete (draft);
  g_assert_cmpstr (loket_draft_get_value (draft, LOKET_CLIENT_SORT_NAME), ==, "-");
}

static LoketRecord *
make_client (const char *given_name,
             const char *prefix,
             const char *birth_date)
{
  const char *values[LOKET_CLIENT_N_FIELDS] = {
    [LOKET_CLIENT_FAMILY_NAME] = "Velden",
    [LOKET_CLIENT_GIVEN_NAME] = given_name,
    [LOKET_CLIENT_PREFIX] = prefix,
    [LOKET_CLIENT_BIRTH_DATE] = birth_date,
  };

  return loket_record_new (&loket_client_kind, "01939b00-0000-7000-8000-000000000001", 1, values);
}

static void
test_name_is_joined_as_it_is_said (void)
{
  static const struct
  {
    const char *given_name;
    const char *prefix;
    const char *expected;
  } cases[] = {
    { "Kees", "van der", "Kees van der Velden" },
    { "Kees", NULL, "Kees Velden" },
    { NULL, "van der", "van der Velden" },
    { NULL, NULL, "Velden" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LoketRecord) client = make_client (cases[i].given_name, cases[i].prefix, NULL);
      g_autofree char *name = loket_client_dup_display_name (LOKET_CLIENT (client));

      g_assert_cmpstr (name, ==, cases[i].expected);
    }
}

static void
test_age_is_not_known_without_birth_date (void)
{
  g_autoptr (LoketRecord) unknown = make_client ("Kees", NULL, NULL);
  g_autoptr (LoketRecord) known = make_client ("Kees", NULL, "1980-11-22");

  g_assert_cmpint (loket_client_get_age (LOKET_CLIENT (unknown), RECORDS_TODAY), ==, -1);
  g_assert_cmpint (loket_client_get_age (LOKET_CLIENT (known), RECORDS_TODAY), ==, 45);
  g_assert_cmpint (loket_client_get_age (LOKET_CLIENT (known), "2026-11-22"), ==, 46);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/client/refuses-birth-date-in-future", test_refuses_birth_date_in_future);
  g_test_add_func ("/client/refuses-birth-date-of-nobody-alive",
                   test_refuses_birth_date_of_nobody_alive);
  g_test_add_func ("/client/refuses-registration-before-birth",
                   test_refuses_registration_before_birth);
  g_test_add_func ("/client/refuses-what-is-no-address", test_refuses_what_is_no_address);
  g_test_add_func ("/client/refuses-what-is-no-telephone-number",
                   test_refuses_what_is_no_telephone_number);
  g_test_add_func ("/client/sorts-by-family-name", test_sorts_by_family_name);
  g_test_add_func ("/client/name-of-signs-alone-sorts-too", test_name_of_signs_alone_sorts_too);
  g_test_add_func ("/client/name-is-joined-as-it-is-said", test_name_is_joined_as_it_is_said);
  g_test_add_func ("/client/age-is-not-known-without-birth-date",
                   test_age_is_not_known_without_birth_date);

  return g_test_run ();
}
