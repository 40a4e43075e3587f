/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of what is filled in in a text block. */

#include "loket-placeholders.h"

static const LoketPlaceholder known[] = {
  { "given name", "Zoë & {Co}" },
  { "voornaam", "Zoë" },
  { "next appointment", NULL },
};

static void
assert_filled (const char *text,
               const char *expected)
{
  g_autofree char *filled = loket_placeholders_fill (text, known, G_N_ELEMENTS (known));

  g_assert_cmpstr (filled, ==, expected);
}

static void
test_known_places_are_filled (void)
{
  assert_filled ("Beste {voornaam},", "Beste Zoë,");
  assert_filled ("{Voornaam}{VOORNAAM}", "ZoëZoë");
  assert_filled ("", "");
  assert_filled ("Geen plek", "Geen plek");
}

/* A name between braces is not taken for a place. */
static void
test_what_is_filled_in_is_left_alone (void)
{
  assert_filled ("Dear {given name}", "Dear Zoë & {Co}");
}

static void
test_unknown_places_stay_to_be_seen (void)
{
  assert_filled ("op {next appointment} {onbekend}", "op {next appointment} {onbekend}");
  assert_filled ("{", "{");
  assert_filled ("{{voornaam}}", "{Zoë}");
  assert_filled ("{voornaam", "{voornaam");
  assert_filled ("} {} {voor\nnaam}", "} {} {voor\nnaam}");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/placeholders/known-places-are-filled", test_known_places_are_filled);
  g_test_add_func ("/placeholders/what-is-filled-in-is-left-alone",
                   test_what_is_filled_in_is_left_alone);
  g_test_add_func ("/placeholders/unknown-places-stay-to-be-seen",
                   test_unknown_places_stay_to_be_seen);

  return g_test_run ();
}
