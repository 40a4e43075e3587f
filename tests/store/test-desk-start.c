/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the start of the day: the desk of a window and who works at it. */

#include "desk-fixture.h"
#include "loket-counsellors.h"
#include "loket-desk-start.h"
#include "loket-error.h"

static LoketDesk *
start (const char  *name,
       const char  *wanted,
       const char  *chosen,
       GError     **error)
{
  g_autofree char *path = store_build_path (name);
  g_autoptr (LoketClock) clock = store_create_clock ();

  return loket_desk_start (path, clock, wanted, chosen, error);
}

static const char *
get_code (LoketDesk *desk)
{
  LoketCounsellor *counsellor = loket_desk_get_counsellor (desk);

  return counsellor == NULL ? NULL
                            : loket_record_get_text (LOKET_RECORD (counsellor),
                                                     LOKET_COUNSELLOR_COUNSELLOR);
}

/* Nobody is asked anything on the first day: the name is that of the account. */
static void
test_first_start_makes_a_counsellor (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDesk) desk = start ("store.db", NULL, NULL, &error);
  g_autofree char *name = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (get_code (desk), ==, "A001");
  g_assert_true (loket_counsellor_is_team_lead (loket_desk_get_counsellor (desk)));
  g_assert_cmpstr (loket_counsellor_get_display_name (loket_desk_get_counsellor (desk)), !=, "");
  name = desk_read_text (desk, "SELECT counsellor || ' ' || new_value FROM change_log");
  g_assert_cmpstr (name, ==, "loketten counsellor.save");
}

static void
test_later_starts_make_none (void)
{
  g_autoptr (LoketDesk) first = start ("store.db", NULL, NULL, NULL);
  g_autoptr (LoketDesk) again = NULL;
  g_autofree char *count = NULL;

  loket_desk_close (first);
  again = start ("store.db", NULL, NULL, NULL);
  count = desk_read_text (again, "SELECT count(*) FROM counsellor");
  g_assert_cmpstr (count, ==, "1");
  g_assert_cmpstr (get_code (again), ==, "A001");
}

static LoketDesk *
open_with_three (void)
{
  LoketDesk *desk = desk_open ("store.db");

  desk_execute (desk, "INSERT INTO counsellor (id, version, act, code, name, active) VALUES "
                      "('3', 1, '', 'A03', 'Carla', 1), ('1', 1, '', 'A01', 'Anna', 1), "
                      "('2', 1, '', 'A02', 'Bert', 0)");

  return desk;
}

static void
test_who_was_chosen_works_there (void)
{
  g_autoptr (LoketDesk) filled = open_with_three ();
  g_autoptr (LoketDesk) nobody = start ("store.db", NULL, NULL, NULL);
  g_autoptr (LoketDesk) chosen = start ("store.db", NULL, "A03", NULL);
  g_autoptr (LoketDesk) wanted = start ("store.db", "A01", "A03", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (loket_desk_get_counsellor (nobody));
  g_assert_cmpstr (get_code (chosen), ==, "A03");
  g_assert_cmpstr (get_code (wanted), ==, "A01");
  g_assert_null (start ("store.db", "A99", NULL, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND);
}

static void
test_start_does_not_block (void)
{
  g_autofree char *path = store_build_path ("store.db");
  g_autofree char *folder = store_build_path ("folder");
  g_autoptr (LoketClock) clock = store_create_clock ();
  g_autoptr (GAsyncResult) good = NULL;
  g_autoptr (GAsyncResult) bad = NULL;
  g_autoptr (LoketDesk) desk = NULL;
  g_autoptr (GError) error = NULL;

  loket_desk_start_async (path, clock, NULL, NULL, NULL, desk_result_cb, &good);
  desk = loket_desk_start_finish (desk_await (&good), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_code (desk), ==, "A001");

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  loket_desk_start_async (folder, clock, NULL, NULL, NULL, desk_result_cb, &bad);
  g_assert_null (loket_desk_start_finish (desk_await (&bad), &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
}

static void
test_active_counsellors_stand_by_code (void)
{
  g_autoptr (LoketDesk) desk = open_with_three ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GListModel) counsellors = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  loket_desk_load_counsellors_async (desk, NULL, desk_result_cb, &result);
  counsellors = loket_desk_load_counsellors_finish (desk, desk_await (&result), &error);
  g_assert_no_error (error);
  g_assert_true (g_list_model_get_item_type (counsellors) == LOKET_TYPE_COUNSELLOR);
  for (guint i = 0; i < g_list_model_get_n_items (counsellors); i++)
    {
      g_autoptr (LoketCounsellor) counsellor = g_list_model_get_item (counsellors, i);

      g_string_append_printf (names, "%s ", loket_counsellor_get_display_name (counsellor));
    }
  g_assert_cmpstr (names->str, ==, "Anna Carla ");
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/desk-start/first-start-makes-a-counsellor",
                   test_first_start_makes_a_counsellor);
  g_test_add_func ("/desk-start/later-starts-make-none", test_later_starts_make_none);
  g_test_add_func ("/desk-start/who-was-chosen-works-there", test_who_was_chosen_works_there);
  g_test_add_func ("/desk-start/start-does-not-block", test_start_does_not_block);
  g_test_add_func ("/desk-start/active-counsellors-stand-by-code",
                   test_active_counsellors_stand_by_code);

  return g_test_run ();
}
