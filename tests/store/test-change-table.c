/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the change log as a table. */

#include "loket-change-table.h"
#include "store-fixture.h"

static void
insert (LoketDatabase *database,
        const char    *id,
        const char    *act,
        const char    *record,
        const char    *field,
        const char    *old_value,
        const char    *new_value)
{
  const LoketChange change = {
    .id = (char *) id,
    .act = (char *) act,
    .at = (char *) "2026-11-21T09:40:00.000Z",
    .counsellor = (char *) "A01",
    .kind = (char *) "client",
    .record_id = (char *) record,
    .field = (char *) field,
    .old_value = (char *) old_value,
    .new_value = (char *) new_value,
  };
  g_autoptr (GError) error = NULL;

  loket_change_table_insert (database, &change, &error);
  g_assert_no_error (error);
}

static const LoketChange *
get (GPtrArray *changes,
     guint      i)
{
  g_assert_cmpuint (i, <, changes->len);

  return g_ptr_array_index (changes, i);
}

static void
test_line_comes_back_as_it_was (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autoptr (GPtrArray) changes = NULL;

  insert (database, "1", "act", "record", "city", NULL, "’s-Hertogenbosch\n👍");
  changes = loket_change_table_load_act (database, "act", NULL);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (get (changes, 0)->id, ==, "1");
  g_assert_cmpstr (get (changes, 0)->act, ==, "act");
  g_assert_cmpstr (get (changes, 0)->at, ==, "2026-11-21T09:40:00.000Z");
  g_assert_cmpstr (get (changes, 0)->counsellor, ==, "A01");
  g_assert_cmpstr (get (changes, 0)->kind, ==, "client");
  g_assert_cmpstr (get (changes, 0)->record_id, ==, "record");
  g_assert_cmpstr (get (changes, 0)->field, ==, "city");
  g_assert_null (get (changes, 0)->old_value);
  g_assert_cmpstr (get (changes, 0)->new_value, ==, "’s-Hertogenbosch\n👍");
}

static void
test_lines_of_an_act_stand_in_their_order (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) none = NULL;

  insert (database, "2", "act", "a", "city", "x", "y");
  insert (database, "1", "act", "act", "act", NULL, "client.save");
  insert (database, "3", "act", "b", "city", "y", "z");
  insert (database, "4", "other", "a", "city", "y", NULL);

  changes = loket_change_table_load_act (database, "act", NULL);
  g_assert_cmpuint (changes->len, ==, 3);
  g_assert_cmpstr (get (changes, 0)->field, ==, "act");
  g_assert_cmpstr (get (changes, 1)->record_id, ==, "a");
  g_assert_cmpstr (get (changes, 2)->record_id, ==, "b");

  none = loket_change_table_load_act (database, "nothing", NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_history_of_a_record_begins_with_the_latest (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autoptr (GPtrArray) changes = NULL;

  insert (database, "1", "one", "a", "city", NULL, "x");
  insert (database, "2", "one", "b", "city", NULL, "x");
  insert (database, "3", "two", "a", "city", "x", "y");

  changes = loket_change_table_load_record (database, "a", NULL);
  g_assert_cmpuint (changes->len, ==, 2);
  g_assert_cmpstr (get (changes, 0)->new_value, ==, "y");
  g_assert_cmpstr (get (changes, 1)->new_value, ==, "x");
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/change-table/line-comes-back-as-it-was", test_line_comes_back_as_it_was);
  g_test_add_func ("/change-table/lines-of-an-act-stand-in-their-order",
                   test_lines_of_an_act_stand_in_their_order);
  g_test_add_func ("/change-table/history-of-a-record-begins-with-the-latest",
                   test_history_of_a_record_begins_with_the_latest);

  return g_test_run ();
}
