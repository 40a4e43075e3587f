/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of records: what every kind shares. */

#include "loket-client.h"
#include "loket-record.h"
#include "loket-session.h"

#define AN_ID "01939b00-0000-7000-8000-000000000001"

static void
test_is_of_the_type_of_its_kind (void)
{
  const LoketKind *const *kinds = loket_kind_get_all ();

  for (guint k = 0; kinds[k] != NULL; k++)
    {
      g_autofree const char **values = g_new0 (const char *, kinds[k]->n_fields);
      g_autoptr (LoketRecord) record = loket_record_new (kinds[k], AN_ID, 1, values);

      g_assert_true (G_OBJECT_TYPE (record) == kinds[k]->get_type ());
      g_assert_true (loket_record_get_kind (record) == kinds[k]);
      g_assert_cmpstr (loket_record_get_id (record), ==, AN_ID);
      g_assert_cmpint (loket_record_get_version (record), ==, 1);
      g_assert_finalize_object (g_steal_pointer (&record));
    }
}

static LoketRecord *
make_session (const char *minutes,
              gint64      version)
{
  const char *values[LOKET_SESSION_N_FIELDS] = {
    [LOKET_SESSION_SESSION_NO] = "G0000001",
    [LOKET_SESSION_MINUTES] = minutes,
  };

  return loket_record_new (&loket_session_kind, AN_ID, version, values);
}

static void
test_gives_values_and_text (void)
{
  g_autoptr (LoketRecord) record = make_session ("45", 1);

  g_assert_cmpstr (loket_record_get_value (record, LOKET_SESSION_SESSION_NO), ==, "G0000001");
  g_assert_cmpint (loket_record_get_integer (record, LOKET_SESSION_MINUTES), ==, 45);
  g_assert_null (loket_record_get_value (record, LOKET_SESSION_CHANNEL));
  g_assert_cmpstr (loket_record_get_text (record, LOKET_SESSION_CHANNEL), ==, "");
}

static void
test_empty_number_is_nought_and_empty_flag_is_no (void)
{
  const char *values[LOKET_CLIENT_N_FIELDS] = { [LOKET_CLIENT_NO_CONTACT] = "1" };
  g_autoptr (LoketRecord) client = loket_record_new (&loket_client_kind, AN_ID, 1, values);
  g_autoptr (LoketRecord) session = make_session (NULL, 1);

  g_assert_cmpint (loket_record_get_integer (session, LOKET_SESSION_MINUTES), ==, 0);
  g_assert_true (loket_record_get_flag (client, LOKET_CLIENT_NO_CONTACT));
  g_assert_false (loket_record_get_flag (client, LOKET_CLIENT_NO_SURVEY));
}

/* It keeps its own copies: what it was made of may go. */
static void
test_does_not_follow_what_it_was_made_of (void)
{
  char number[] = "K0000001";
  const char *values[LOKET_CLIENT_N_FIELDS] = { [LOKET_CLIENT_CLIENT_NO] = number };
  g_autoptr (LoketRecord) client = loket_record_new (&loket_client_kind, AN_ID, 1, values);

  number[7] = '2';
  values[LOKET_CLIENT_CLIENT_NO] = NULL;
  g_assert_cmpstr (loket_record_get_value (client, LOKET_CLIENT_CLIENT_NO), ==, "K0000001");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/is-of-the-type-of-its-kind", test_is_of_the_type_of_its_kind);
  g_test_add_func ("/record/gives-values-and-text", test_gives_values_and_text);
  g_test_add_func ("/record/empty-number-is-nought-and-empty-flag-is-no",
                   test_empty_number_is_nought_and_empty_flag_is_no);
  g_test_add_func ("/record/does-not-follow-what-it-was-made-of",
                   test_does_not_follow_what_it_was_made_of);

  return g_test_run ();
}
