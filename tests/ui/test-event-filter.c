/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Which events of a client are shown. */

#include "loket-event-filter.h"

#include "loket-session.h"

static LoketEvent *
create_event (LoketEventKind  kind,
              const char     *date,
              gboolean        is_open,
              const char     *trajectory_id,
              const char     *counsellor_id)
{
  const char *values[LOKET_SESSION_N_FIELDS] = { NULL };
  g_autoptr (LoketRecord) record = loket_record_new (&loket_session_kind, "s", 1, values);
  const LoketEventFacts facts = {
    .kind = kind,
    .icon_name = "system-users-symbolic",
    .date = date,
    .is_open = is_open,
    .record = record,
    .trajectory_id = trajectory_id,
    .counsellor_id = counsellor_id,
  };

  return loket_event_new (&facts, g_strdup ("Something"), NULL);
}

static void
test_everything_passes_when_nothing_is_chosen (void)
{
  g_autoptr (LoketEvent) event = create_event (LOKET_EVENT_CONTACT, "2020-01-01", FALSE, "t", NULL);
  const LoketEventFilter filter = { .kinds = ~0u };

  g_assert_true (loket_event_filter_matches (&filter, event));
}

static void
test_each_choice_hides_the_others (void)
{
  g_autoptr (LoketEvent) event = create_event (LOKET_EVENT_SESSION, "2026-05-04T10:00", FALSE, "t",
                                               "x");
  const LoketEventFilter passing[] = {
    { LOKET_EVENT_SESSION, NULL, NULL, NULL },
    { ~0u, "x", NULL, NULL },
    { ~0u, NULL, "t", NULL },
    { ~0u, NULL, NULL, "2026-05-04" },
    { LOKET_EVENT_SESSION, "x", "t", "2026-01-01" },
  };
  const LoketEventFilter hiding[] = {
    { LOKET_EVENT_CONTACT, NULL, NULL, NULL },
    { ~0u, "y", NULL, NULL },
    { ~0u, NULL, "u", NULL },
    { ~0u, NULL, NULL, "2026-05-05" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (passing); i++)
    g_assert_true (loket_event_filter_matches (&passing[i], event));
  for (guint i = 0; i < G_N_ELEMENTS (hiding); i++)
    g_assert_false (loket_event_filter_matches (&hiding[i], event));
}

/* What should have been done long ago must not be hidden by a period. */
static void
test_what_is_to_be_done_is_of_every_period (void)
{
  g_autoptr (LoketEvent) event = create_event (LOKET_EVENT_PROMISE, "2020-01-01", TRUE, "t", NULL);
  const LoketEventFilter filter = { ~0u, NULL, NULL, "2026-01-01" };

  g_assert_true (loket_event_filter_matches (&filter, event));
}

static void
test_order_is_kept (void)
{
  g_autoptr (GListStore) events = g_list_store_new (LOKET_TYPE_EVENT);
  const LoketEventFilter filter = { LOKET_EVENT_SESSION, NULL, NULL, NULL };
  g_autoptr (GPtrArray) shown = NULL;

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *date = g_strdup_printf ("2026-05-%02u", 10 - i);
      g_autoptr (LoketEvent) event = create_event (i % 2 == 0 ? LOKET_EVENT_SESSION
                                                              : LOKET_EVENT_CONTACT,
                                                   date, FALSE, "t", NULL);

      g_list_store_append (events, event);
    }
  shown = loket_event_filter_apply (&filter, G_LIST_MODEL (events));

  g_assert_cmpuint (shown->len, ==, 3);
  g_assert_cmpstr (loket_event_get_date (shown->pdata[0]), ==, "2026-05-10");
  g_assert_cmpstr (loket_event_get_date (shown->pdata[2]), ==, "2026-05-06");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/event-filter/everything-passes-when-nothing-is-chosen",
                   test_everything_passes_when_nothing_is_chosen);
  g_test_add_func ("/event-filter/each-choice-hides-the-others", test_each_choice_hides_the_others);
  g_test_add_func ("/event-filter/what-is-to-be-done-is-of-every-period",
                   test_what_is_to_be_done_is_of_every_period);
  g_test_add_func ("/event-filter/order-is-kept", test_order_is_kept);

  return g_test_run ();
}
