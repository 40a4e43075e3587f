/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of offices. */

#include "loket-office.h"
#include "records-fixture.h"

/* An office has no other number: an import makes an office that it does not know by its name. */
static void
test_is_known_by_its_name (void)
{
  g_autoptr (LoketCodes) codes = records_load_codes ();
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_office_kind);

  g_assert_cmpint (loket_kind_get_number_field (&loket_office_kind), ==, LOKET_OFFICE_NAME);
  records_assert_refused (draft, codes, LOKET_OFFICE_NAME, "is missing");
  loket_draft_set_value (draft, LOKET_OFFICE_NAME, "Midden-Brabant");
  records_assert_valid (draft, codes);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/office/is-known-by-its-name", test_is_known_by_its_name);

  return g_test_run ();
}
