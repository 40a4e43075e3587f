/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What a reminder sums up, and what it leaves for later. */

#include "loket-contact.h"
#include "loket-digest.h"
#include "work-fixture.h"

#define TEXT(words) ((char *) (words))

static LoketDigest *
sum_up (const LoketWork *works,
        guint            n_works)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LoketWorklist) worklist = NULL;

  for (guint i = 0; i < n_works; i++)
    g_ptr_array_add (items, loket_work_item_new (&works[i]));
  worklist = loket_worklist_new (items, NULL, WORK_NOW);

  return loket_digest_new (worklist, NULL);
}

#define WORK(sort, client, ...) \
  { .type = LOKET_WORK_##sort, .record_id = TEXT (client), .client_id = TEXT (client), \
    .client_name = TEXT (client), .kind = TEXT ("aftercare"), __VA_ARGS__ }

static void
test_counts_by_what_is_to_be_done (void)
{
  static const LoketWork works[] = {
    WORK (CONTACT, "Anna", .at = TEXT ("2025-11-21")),
    WORK (PROMISE, "Anna", .at = TEXT ("2025-11-21")),
    WORK (CONTACT, "Bert", .at = TEXT ("2025-11-19")),
    WORK (CONTACT, "Chris", .at = TEXT ("2025-11-24")),
    WORK (APPOINTMENT, "Dirk", .at = TEXT ("2025-11-20T10:00")),
    WORK (APPOINTMENT, "Els", .at = TEXT ("2025-11-21T16:00")),
    WORK (UNTAKEN, "Femke", .at = TEXT ("2025-11-10")),
    WORK (UNTAKEN, "Gijs", .at = TEXT ("2025-11-21")),
    WORK (SIGN_UP, "Hans", .at = TEXT ("2025-11-10")),
    WORK (ASSESSMENT, "Ida", .at = TEXT ("2025-11-10")),
  };
  g_autoptr (LoketDigest) digest = sum_up (works, G_N_ELEMENTS (works));

  g_assert_cmpuint (digest->n_today, ==, 2);
  g_assert_cmpuint (digest->n_late, ==, 2);
  g_assert_cmpuint (digest->n_appointments, ==, 1);
  g_assert_cmpuint (digest->n_sign_ups, ==, 1);
  /* Hans and Bert are late, Anna is due twice, then the rest. */
  g_assert_cmpuint (digest->names->len, ==, 5);
  g_assert_cmpstr (digest->names->pdata[0], ==, "Hans");
  g_assert_cmpstr (digest->names->pdata[2], ==, "Anna");
  g_assert_null (digest->client_id);
}

static void
test_counts_what_came_to_a_standstill (void)
{
  LoketWork stalled = WORK (CONTACT, "Anna", .at = TEXT ("2025-11-10"));
  g_autoptr (LoketDigest) digest = NULL;

  stalled.kind = TEXT ("stalled");
  digest = sum_up (&stalled, 1);

  g_assert_cmpuint (digest->n_today, ==, 1);
  g_assert_cmpstr (digest->client_id, ==, "Anna");
}

static void
test_leaves_out_what_sleeps (void)
{
  static const LoketWork works[] = {
    WORK (CONTACT, "Anna", .at = TEXT ("2025-11-18"), .snoozed_until = TEXT ("2025-11-21T15:00")),
    WORK (PROMISE, "Bert", .at = TEXT ("2025-11-18"), .snoozed_until = TEXT ("2025-11-24T09:00")),
  };
  g_autoptr (LoketDigest) digest = sum_up (works, G_N_ELEMENTS (works));

  g_assert_true (loket_digest_is_empty (digest));
}

static void
test_counts_what_woke (void)
{
  static const LoketWork works[] = {
    WORK (CONTACT, "Anna", .at = TEXT ("2025-11-18"), .snoozed_until = TEXT ("2025-11-21T10:40")),
    WORK (CONTACT, "Bert", .at = TEXT ("2025-11-26"), .snoozed_until = TEXT ("2025-11-21T10:00")),
    WORK (CONTACT, "Chris", .at = TEXT ("2025-11-26"), .snoozed_until = TEXT ("2025-11-20T10:00")),
  };
  g_autoptr (LoketDigest) digest = sum_up (works, G_N_ELEMENTS (works));

  g_assert_cmpuint (digest->n_late, ==, 1);
  /* Not due yet, but the counsellor wanted to hear of it today. */
  g_assert_cmpuint (digest->n_today, ==, 1);
}

static void
test_reads_what_one_counsellor_owns (void)
{
  LoketDesk *desk = work_open_desk ();
  const char *client = work_add_client (desk, "Anna", "Berg");
  const char *colleague = work_add_counsellor (desk, "A02", "counsellor");
  const char *me = work_add_counsellor (desk, "A01", "counsellor");
  const char *trajectory = work_add_trajectory (desk, client, me);
  const char *elsewhere = work_add_trajectory (desk, client, colleague);
  g_autoptr (LoketWorklist) worklist = NULL;
  g_autoptr (LoketDigest) digest = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  g_auto (GStrv) wakes = NULL;
  const char *snoozed;

  work_add (desk, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO, trajectory,
            LOKET_CONTACT_KIND, "aftercare", LOKET_CONTACT_DUE_ON, WORK_TODAY, -1);
  work_add (desk, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO, elsewhere,
            LOKET_CONTACT_KIND, "aftercare", LOKET_CONTACT_DUE_ON, WORK_TODAY, -1);
  snoozed = work_add (desk, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO, trajectory,
                      LOKET_CONTACT_KIND, "callback", LOKET_CONTACT_DUE_ON, "2025-11-20", -1);
  deed = work_do (desk, LOKET_ACT_SNOOZE, snoozed, WORK_TODAY "T14:00", &error);
  g_assert_no_error (error);

  worklist = loket_desk_load_worklist (desk, FALSE, &error);
  g_assert_no_error (error);
  digest = loket_digest_new (worklist, loket_desk_get_rules (desk));
  wakes = loket_worklist_dup_wakes (worklist);

  g_assert_cmpuint (digest->n_today, ==, 1);
  g_assert_cmpuint (digest->n_late, ==, 0);
  g_assert_cmpstr (digest->client_id, ==, client);
  g_assert_cmpuint (g_strv_length (wakes), ==, 1);
  g_assert_cmpstr (wakes[0], ==, WORK_TODAY "T14:00");

  work_close_desk (desk);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/digest/counts-by-what-is-to-be-done", test_counts_by_what_is_to_be_done);
  g_test_add_func ("/digest/counts-what-came-to-a-standstill",
                   test_counts_what_came_to_a_standstill);
  g_test_add_func ("/digest/leaves-out-what-sleeps", test_leaves_out_what_sleeps);
  g_test_add_func ("/digest/counts-what-woke", test_counts_what_woke);
  g_test_add_func ("/digest/reads-what-one-counsellor-owns", test_reads_what_one_counsellor_owns);

  return g_test_run ();
}
