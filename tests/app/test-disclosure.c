/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Nobody's answer can be read or worked out from what is shown. */

#include "loket-disclosure.h"

#define MAX_GROUPS 6

typedef struct
{
  const char *name;
  guint       n_groups;
  guint       n[MAX_GROUPS];
  gboolean    hidden[MAX_GROUPS];
} Case;

static const Case cases[] = {
  { "five-is-shown", 3, { 5, 6, 7 }, { FALSE, FALSE, FALSE } },
  { "single-takes-smallest-along", 3, { 30, 4, 20 }, { FALSE, TRUE, TRUE } },
  { "two-of-four-together-take-smallest-along", 4, { 2, 9, 2, 8 }, { TRUE, FALSE, TRUE, TRUE } },
  { "two-of-five-together-are-enough", 4, { 2, 9, 3, 8 }, { TRUE, FALSE, TRUE, FALSE } },
  { "ties-take-the-first", 4, { 9, 7, 7, 1 }, { FALSE, TRUE, FALSE, TRUE } },
  { "nobody-hides-nobody", 4, { 0, 9, 0, 8 }, { FALSE, FALSE, FALSE, FALSE } },
  { "nobody-is-no-company", 4, { 3, 0, 9, 8 }, { TRUE, FALSE, FALSE, TRUE } },
  { "all-small", 3, { 1, 2, 1 }, { TRUE, TRUE, TRUE } },
  { "alone-and-small", 1, { 3 }, { TRUE } },
  { "alone-and-large", 1, { 30 }, { FALSE } },
};

static void
test_hides (gconstpointer data)
{
  const Case *expected = data;
  gboolean hidden[MAX_GROUPS] = { FALSE };

  loket_disclosure_hide_groups (expected->n, expected->n_groups, hidden);
  for (guint i = 0; i < expected->n_groups; i++)
    g_assert_cmpint (hidden[i], ==, expected->hidden[i]);
}

/* Whatever the sizes: the persons of no small group are known from the total and what is shown. */
static void
test_cannot_be_worked_out (void)
{
  for (guint run = 0; run < 20000; run++)
    {
      guint n[MAX_GROUPS] = { 0 };
      gboolean hidden[MAX_GROUPS] = { FALSE };
      guint n_hidden = 0;
      guint n_shown = 0;
      guint persons = 0;

      for (guint i = 0; i < MAX_GROUPS; i++)
        n[i] = (guint) g_test_rand_int_range (0, 9);
      loket_disclosure_hide_groups (n, MAX_GROUPS, hidden);
      for (guint i = 0; i < MAX_GROUPS; i++)
        {
          n_hidden += hidden[i] ? 1 : 0;
          n_shown += !hidden[i] && n[i] > 0 ? 1 : 0;
          persons += hidden[i] ? n[i] : 0;
          g_assert_true (hidden[i] || n[i] == 0 || n[i] >= LOKET_DISCLOSURE_MIN);
        }
      if (n_hidden > 0 && n_shown > 0)
        g_assert_true (n_hidden > 1 && persons >= LOKET_DISCLOSURE_MIN);
    }
}

static void
test_total (void)
{
  g_assert_false (loket_disclosure_is_hidden (0));
  g_assert_true (loket_disclosure_is_hidden (1));
  g_assert_true (loket_disclosure_is_hidden (4));
  g_assert_false (loket_disclosure_is_hidden (5));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/disclosure/hides/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_hides);
    }
  g_test_add_func ("/disclosure/cannot-be-worked-out", test_cannot_be_worked_out);
  g_test_add_func ("/disclosure/total", test_total);
  return g_test_run ();
}
