/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the table of the office's lists. */

#include "loket-code-table.h"
#include "store-fixture.h"

static LoketCodes *
load (LoketDatabase *database,
      gboolean       in_dutch)
{
  g_autoptr (GError) error = NULL;
  LoketCodes *codes = loket_code_table_load (database, in_dutch, &error);

  g_assert_no_error (error);

  return codes;
}

static void
test_new_store_has_the_lists_in_both_languages (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autoptr (LoketCodes) dutch = load (database, TRUE);
  g_autoptr (LoketCodes) english = load (database, FALSE);

  g_assert_cmpstr (loket_codes_get_label (dutch, "channel", "phone"), ==, "Telefonisch");
  g_assert_cmpstr (loket_codes_get_label (english, "channel", "phone"), ==, "By telephone");
  g_assert_cmpstr (loket_codes_get_label (dutch, "aftercare", "yes_once"), ==,
                   "Ja, één keer een contactmoment zou prettig zijn");
}

/* The order in which the file has them, which is that of the survey. */
static void
test_codes_keep_the_order_of_the_file (void)
{
  static const char *const expected[] = { "location", "phone", "online", "walk" };
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autoptr (LoketCodes) codes = load (database, TRUE);
  GPtrArray *list = loket_codes_get_list (codes, "channel");

  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < list->len; i++)
    g_assert_cmpstr (((LoketCode *) g_ptr_array_index (list, i))->code, ==, expected[i]);
}

static void
test_office_can_retire_and_add (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autoptr (LoketCodes) codes = NULL;
  GPtrArray *list;

  store_execute (database, "UPDATE code SET retired = 1 WHERE list = 'channel' AND code = 'walk';"
                           "INSERT INTO code VALUES ('channel', 'bus', 0, 'In the bus', "
                           "'In de bus', 0)");
  codes = load (database, TRUE);
  list = loket_codes_get_list (codes, "channel");
  g_assert_cmpuint (list->len, ==, 5);
  g_assert_cmpstr (((LoketCode *) g_ptr_array_index (list, 0))->label, ==, "In de bus");
  g_assert_true (((LoketCode *) g_ptr_array_index (list, 4))->retired);
}

static void
test_knows_whether_codes_are_missing (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  gboolean is_complete = FALSE;

  store_execute (database, "UPDATE code SET retired = 1 WHERE list = 'channel' AND code = 'walk'");
  g_assert_true (loket_code_table_is_complete (database, &is_complete, NULL));
  g_assert_true (is_complete);

  store_execute (database, "DELETE FROM code WHERE list = 'channel' AND code = 'walk'");
  g_assert_true (loket_code_table_is_complete (database, &is_complete, NULL));
  g_assert_false (is_complete);
}

static void
test_missing_table_is_an_error (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autoptr (GError) error = NULL;
  gboolean is_complete = FALSE;

  store_execute (database, "DROP TABLE code");
  g_assert_false (loket_code_table_is_complete (database, &is_complete, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (loket_code_table_load (database, TRUE, &error));
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/code-table/new-store-has-the-lists-in-both-languages",
                   test_new_store_has_the_lists_in_both_languages);
  g_test_add_func ("/code-table/codes-keep-the-order-of-the-file",
                   test_codes_keep_the_order_of_the_file);
  g_test_add_func ("/code-table/office-can-retire-and-add", test_office_can_retire_and_add);
  g_test_add_func ("/code-table/knows-whether-codes-are-missing",
                   test_knows_whether_codes_are_missing);
  g_test_add_func ("/code-table/missing-table-is-an-error", test_missing_table_is_an_error);

  return g_test_run ();
}
