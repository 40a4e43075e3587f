/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Which contacts and promises a filter lets through, and under which heading they stand. */

#include "loket-follow-ups.h"

#include "loket-contact.h"
#include "loket-promise.h"
#include "work-fixture.h"

typedef struct
{
  LoketDesk *desk;
  const char *me;
  const char *colleague;
  const char *trajectory;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char *client;

  fixture->desk = work_open_desk ();
  fixture->colleague = work_add_counsellor (fixture->desk, "A02", "counsellor");
  fixture->me = work_add_counsellor (fixture->desk, "A01", "counsellor");
  client = work_add_client (fixture->desk, "Kees", "Velden");
  fixture->trajectory = work_add_trajectory (fixture->desk, client, fixture->me);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  work_close_desk (fixture->desk);
}

static const char *
add_contact (Fixture    *fixture,
             const char *kind,
             const char *due_on,
             const char *counsellor)
{
  return work_add (fixture->desk, &loket_contact_kind,
                   LOKET_CONTACT_TRAJECTORY_NO, fixture->trajectory, LOKET_CONTACT_KIND, kind,
                   LOKET_CONTACT_DUE_ON, due_on, LOKET_CONTACT_COUNSELLOR, counsellor, -1);
}

static void
add_promise (Fixture    *fixture,
             const char *kind,
             const char *due_on)
{
  work_add (fixture->desk, &loket_promise_kind, LOKET_PROMISE_TRAJECTORY_NO, fixture->trajectory,
            LOKET_PROMISE_BY, "counsellor", LOKET_PROMISE_KIND, kind,
            LOKET_PROMISE_DUE_ON, due_on, -1);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **finished = user_data;

  *finished = g_object_ref (result);
}

static LoketFollowUps *
load (Fixture                   *fixture,
      const LoketFollowUpFilter *filter)
{
  g_autoptr (GAsyncResult) finished = NULL;
  g_autoptr (GError) error = NULL;
  LoketFollowUps *follow_ups;

  loket_desk_load_follow_ups_async (fixture->desk, filter, NULL, loaded_cb, &finished);
  while (finished == NULL)
    g_main_context_iteration (NULL, TRUE);
  follow_ups = loket_desk_load_follow_ups_finish (fixture->desk, finished, &error);
  g_assert_no_error (error);

  return follow_ups;
}

/* What the filter finds, as "group from count" separated by semicolons. */
static void
assert_found (Fixture             *fixture,
              LoketFollowUpFilter  filter,
              const char          *expected)
{
  static const char *const names[] = { "late", "today", "coming", "week", "done" };
  g_autoptr (LoketFollowUps) follow_ups = load (fixture, &filter);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < follow_ups->slices->len; i++)
    {
      const LoketFollowUpSlice *slice = follow_ups->slices->pdata[i];

      g_string_append_printf (found, "%s%s %s %u", i > 0 ? "; " : "", names[slice->group],
                              slice->from.text, slice->items->len);
    }

  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_groups_by_date (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (LoketDeed) deed = NULL;

  add_contact (fixture, "other", "2025-11-18", NULL);
  add_contact (fixture, "other", "2025-11-21", NULL);
  add_contact (fixture, "other", "2025-11-24", NULL);
  add_contact (fixture, "other", "2025-11-28", NULL);
  add_contact (fixture, "other", "2025-12-02", NULL);
  add_contact (fixture, "other", "2025-12-05", NULL);
  add_contact (fixture, "other", "2026-03-02", NULL);
  deed = work_do (fixture->desk, LOKET_ACT_REACH,
                  add_contact (fixture, "other", "2025-11-10", NULL), NULL, NULL);
  g_assert_nonnull (deed);

  assert_found (fixture, (LoketFollowUpFilter) { .weeks = 4 },
                "late 2025-11-21 1; today 2025-11-21 1; coming 2025-11-21 2; week 2025-12-01 2");
  assert_found (fixture, (LoketFollowUpFilter) { .weeks = 0 },
                "late 2025-11-21 1; today 2025-11-21 1; coming 2025-11-21 2; week 2025-12-01 2; "
                "week 2026-03-02 1");
  assert_found (fixture, (LoketFollowUpFilter) { .weeks = 4, .scope = LOKET_FOLLOW_UPS_DONE },
                "done 2025-11-01 1");
  assert_found (fixture, (LoketFollowUpFilter) { .weeks = 1, .scope = LOKET_FOLLOW_UPS_ALL },
                "late 2025-11-21 1; today 2025-11-21 1; coming 2025-11-21 2; done 2025-11-01 1");
  assert_found (fixture, (LoketFollowUpFilter) { .weeks = 4, .day = "2025-12-05" },
                "week 2025-12-01 1");
}

static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  add_contact (fixture, "aftercare", "2025-11-18", NULL);
  add_contact (fixture, "aftercare", "2025-11-18", fixture->colleague);
  add_contact (fixture, "stalled", "2025-11-18", fixture->me);
  add_promise (fixture, "send", "2025-11-18");

  assert_found (fixture, (LoketFollowUpFilter) { .weeks = 4 }, "late 2025-11-21 4");
  assert_found (fixture, (LoketFollowUpFilter) { .weeks = 4, .counsellor_id = fixture->me },
                "late 2025-11-21 3");
  assert_found (fixture, (LoketFollowUpFilter) { .weeks = 4, .counsellor_id = fixture->colleague },
                "late 2025-11-21 1");
  assert_found (fixture, (LoketFollowUpFilter) { .weeks = 4, .kind = "aftercare" },
                "late 2025-11-21 2");
  assert_found (fixture, (LoketFollowUpFilter) { .weeks = 4, .kind = "promise" },
                "late 2025-11-21 1");
  assert_found (fixture, (LoketFollowUpFilter) { .weeks = 4, .kind = "callback" }, "");
}

/* A promise to call back and the contact that was planned for it are one thing to do. */
static void
test_shows_a_callback_once (Fixture       *fixture,
                            gconstpointer  data)
{
  add_promise (fixture, "callback", "2025-11-18");
  assert_found (fixture, (LoketFollowUpFilter) { .weeks = 4 }, "late 2025-11-21 1");
  add_contact (fixture, "callback", "2025-11-18", NULL);
  assert_found (fixture, (LoketFollowUpFilter) { .weeks = 4 }, "late 2025-11-21 1");
}

static void
test_counts_days (Fixture       *fixture,
                  gconstpointer  data)
{
  const LoketFollowUpFilter filter = { .weeks = 4, .counsellor_id = fixture->me };
  g_autoptr (LoketFollowUps) follow_ups = NULL;

  add_contact (fixture, "aftercare", "2025-11-18", NULL);
  add_contact (fixture, "aftercare", "2025-11-21", fixture->me);
  add_contact (fixture, "aftercare", "2025-11-24", fixture->me);
  add_contact (fixture, "aftercare", "2025-11-24", NULL);
  add_promise (fixture, "send", "2025-11-24");
  add_contact (fixture, "aftercare", "2025-11-24", fixture->colleague);
  /* What was put off asks for nothing now, here as in the sidebar. */
  work_add (fixture->desk, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO, fixture->trajectory,
            LOKET_CONTACT_KIND, "aftercare", LOKET_CONTACT_DUE_ON, "2025-11-18",
            LOKET_CONTACT_SNOOZED_UNTIL, "2025-11-24T09:00", -1);

  follow_ups = load (fixture, &filter);
  g_assert_cmpuint (follow_ups->n_late, ==, 1);
  g_assert_cmpuint (follow_ups->n_today, ==, 1);
  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (follow_ups->days, "2025-11-24")), ==, 3);
  g_assert_null (g_hash_table_lookup (follow_ups->days, "2025-11-18"));
  g_assert_false (follow_ups->is_cut);
}

static void
test_says_that_there_is_more (Fixture       *fixture,
                              gconstpointer  data)
{
  const LoketFollowUpFilter filter = { .weeks = 4 };
  g_autoptr (LoketFollowUps) all = NULL;
  g_autoptr (LoketFollowUps) cut = NULL;
  const LoketFollowUpSlice *slice;

  for (guint i = 0; i < LOKET_FOLLOW_UPS_MOST; i++)
    add_contact (fixture, "aftercare", "2025-11-18", NULL);
  all = load (fixture, &filter);
  g_assert_false (all->is_cut);

  add_contact (fixture, "aftercare", "2025-11-19", NULL);
  cut = load (fixture, &filter);
  slice = cut->slices->pdata[0];
  g_assert_true (cut->is_cut);
  g_assert_cmpuint (slice->items->len, ==, LOKET_FOLLOW_UPS_MOST);
  g_assert_cmpuint (cut->n_late, ==, LOKET_FOLLOW_UPS_MOST + 1);
}

static void
add_test (const char *path,
          void      (*func) (Fixture       *fixture,
                             gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add_test ("/follow-ups/group-by-date", test_groups_by_date);
  add_test ("/follow-ups/filter-by-counsellor-and-kind", test_filters);
  add_test ("/follow-ups/show-a-callback-once", test_shows_a_callback_once);
  add_test ("/follow-ups/count-the-coming-days", test_counts_days);
  add_test ("/follow-ups/say-that-there-is-more", test_says_that_there_is_more);

  return g_test_run ();
}
