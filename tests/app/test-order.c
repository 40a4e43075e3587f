/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the order of dates in drafts. */

#include "loket-assessment.h"
#include "loket-error.h"
#include "loket-order.h"

static const LoketOrder orders[] = {
  { LOKET_ASSESSMENT_REQUESTED_ON, LOKET_ASSESSMENT_TAKEN_ON },
  { LOKET_ASSESSMENT_TAKEN_ON, LOKET_ASSESSMENT_RESULT_ON },
};

static gboolean
check (const LoketDraft  *draft,
       guint             *field,
       GError           **error)
{
  return loket_order_check (draft, orders, G_N_ELEMENTS (orders), field, error);
}

static void
test_unknown_dates_are_in_order (void)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_assessment_kind);
  g_autoptr (GError) error = NULL;
  guint field = 0;

  g_assert_true (check (draft, &field, &error));
  loket_draft_set_value (draft, LOKET_ASSESSMENT_TAKEN_ON, "2026-05-01");
  g_assert_true (check (draft, &field, &error));
  g_assert_no_error (error);
}

static void
test_same_day_is_in_order (void)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_assessment_kind);
  g_autoptr (GError) error = NULL;
  guint field = 0;

  loket_draft_set_value (draft, LOKET_ASSESSMENT_REQUESTED_ON, "2026-05-01");
  loket_draft_set_value (draft, LOKET_ASSESSMENT_TAKEN_ON, "2026-05-01");
  g_assert_true (check (draft, &field, &error));
  g_assert_no_error (error);
}

static void
test_names_the_later_date_and_both_values (void)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_assessment_kind);
  g_autoptr (GError) error = NULL;
  guint field = 0;

  loket_draft_set_value (draft, LOKET_ASSESSMENT_TAKEN_ON, "2026-05-02");
  loket_draft_set_value (draft, LOKET_ASSESSMENT_RESULT_ON, "2026-05-01");
  g_assert_false (check (draft, &field, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
  g_assert_cmpuint (field, ==, LOKET_ASSESSMENT_RESULT_ON);
  g_assert_cmpstr (error->message, ==, "“2026-05-01” lies before “2026-05-02” (Taken on)");
}

static void
test_today_is_not_the_future (void)
{
  static const guint past[] = { LOKET_ASSESSMENT_REQUESTED_ON, LOKET_ASSESSMENT_TAKEN_ON };
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_assessment_kind);
  g_autoptr (GError) error = NULL;
  guint field = 0;

  loket_draft_set_value (draft, LOKET_ASSESSMENT_TAKEN_ON, "2026-11-21");
  g_assert_true (loket_order_check_past (draft, past, 2, "2026-11-21", &field, &error));
  g_assert_false (loket_order_check_past (draft, past, 2, "2026-11-20", &field, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
  g_assert_cmpuint (field, ==, LOKET_ASSESSMENT_TAKEN_ON);
  g_assert_cmpstr (error->message, ==, "“2026-11-21” lies in the future");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/order/unknown-dates-are-in-order", test_unknown_dates_are_in_order);
  g_test_add_func ("/order/same-day-is-in-order", test_same_day_is_in_order);
  g_test_add_func ("/order/names-the-later-date-and-both-values",
                   test_names_the_later_date_and_both_values);
  g_test_add_func ("/order/today-is-not-the-future", test_today_is_not_the_future);

  return g_test_run ();
}
