/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Figures are rounded half up and written in the manner of the locale. */

#include "loket-figures.h"

#include <locale.h>
#include <math.h>

static void
assert_text (char       *text,
             const char *expected)
{
  g_autofree char *owned = text;

  g_assert_cmpstr (owned, ==, expected);
}

static void
test_english (void)
{
  const LoketMoments grades = { 20, 161, 1300 };
  const LoketMoments nobody = { 0, 0, 0 };
  const LoketInterval interval = { 7.804, 7.951 };
  const LoketInterval undefined = { NAN, NAN };

  assert_text (loket_figure_mean (&grades), "8.1");
  assert_text (loket_figure_mean (&nobody), "");
  assert_text (loket_figure_interval (&interval), "7.80–7.95");
  assert_text (loket_figure_interval (&undefined), "");
  assert_text (loket_figure_percent (57, 200), "29%");
  assert_text (loket_figure_percent (0, 0), "");
  assert_text (loket_figure_permille (2159, 11046), "19.5%");
  assert_text (loket_figure_permille (1, 0), "");
  assert_text (loket_figure_count (2159), "2159");
}

static void
test_dutch (void)
{
  const LoketMoments grades = { 20, 161, 1300 };
  const LoketInterval interval = { 7.804, 7.951 };

  if (setlocale (LC_ALL, "nl_NL.UTF-8") == NULL)
    {
      g_test_skip ("there is no Dutch locale");
      return;
    }
  assert_text (loket_figure_mean (&grades), "8,1");
  assert_text (loket_figure_interval (&interval), "7,80–7,95");
  assert_text (loket_figure_permille (2159, 11046), "19,5%");
  assert_text (loket_figure_count (2159), "2.159");
  setlocale (LC_ALL, "C");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figures/english", test_english);
  g_test_add_func ("/figures/dutch", test_dutch);
  return g_test_run ();
}
