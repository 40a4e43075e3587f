/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of coming days as they are typed. It is Saturday 21 November 2026. */

#include "loket-typed-day.h"

static void
test_days_are_read (void)
{
  static const struct
  {
    const char *typed;
    const char *day;
  } cases[] = {
    { "4-12", "2026-12-04" },      { "4-12-2026", "2026-12-04" }, { "vr", "2026-11-27" },
    { "Vrijdag", "2026-11-27" },   { "ma", "2026-11-23" },        { "morgen", "2026-11-23" },
    { "over twee weken", "2026-12-07" },
    { "", "" },                    { "31-2", "" },                { "ooit", "" },
    { "vr 10:30", "" },            { "\xff", "" },                { "bel hem vrijdag", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LoketDateText day = loket_typed_day_parse (cases[i].typed, "2026-11-21T10:40");

      g_assert_cmpstr (day.text, ==, cases[i].day);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/typed-day/days-are-read", test_days_are_read);

  return g_test_run ();
}
