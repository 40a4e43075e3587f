/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * An item keeps what it was made of. */

#include "loket-work-item.h"

#include <string.h>

/* Every text of a work stands between its type and its count, as pointers beside each other. */
#define N_TEXTS ((G_STRUCT_OFFSET (LoketWork, count) - G_STRUCT_OFFSET (LoketWork, record_id)) \
                 / sizeof (char *))

static void
test_keeps_every_text (void)
{
  LoketWork work = { .type = LOKET_WORK_CONTACT, .count = 2 };
  char **texts = &work.record_id;
  char contents[N_TEXTS][4];
  g_autoptr (LoketWorkItem) item = NULL;
  char *const *kept;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_snprintf (contents[i], sizeof contents[i], "%u", i);
      texts[i] = contents[i];
    }

  item = loket_work_item_new (&work);
  memset (contents, 'x', sizeof contents);

  kept = &loket_work_item_get (item)->record_id;
  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *expected = g_strdup_printf ("%u", i);

      g_assert_cmpstr (kept[i], ==, expected);
    }
  g_assert_cmpint (loket_work_item_get (item)->type, ==, LOKET_WORK_CONTACT);
  g_assert_cmpint (loket_work_item_get (item)->count, ==, 2);
  g_assert_finalize_object (g_steal_pointer (&item));
}

static void
test_keeps_what_is_not_known (void)
{
  const LoketWork work = { .type = LOKET_WORK_UNTAKEN };
  g_autoptr (LoketWorkItem) item = loket_work_item_new (&work);

  g_assert_null (loket_work_item_get (item)->phone);
  g_assert_null (loket_work_item_get (item)->text);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/work-item/keeps-every-text", test_keeps_every_text);
  g_test_add_func ("/work-item/keeps-what-is-not-known", test_keeps_what_is_not_known);

  return g_test_run ();
}
