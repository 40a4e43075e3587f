/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the bag of texts that a person is typing. */

#include "loket-form.h"

static void
test_empty_text_is_none (void)
{
  g_autoptr (LoketForm) form = loket_form_new ("a", "session");

  loket_form_set_value (form, "note", "");
  g_assert_null (loket_form_get_value (form, "note"));
  g_assert_cmpstr (loket_form_get_text (form, "note"), ==, "");
  g_assert_cmpint (loket_form_get_integer (form, "note"), ==, 0);

  loket_form_set_value (form, "note", "x");
  loket_form_set_value (form, "note", NULL);
  g_assert_null (loket_form_get_value (form, "note"));
}

/* Not even trailing white space: the cursor may stand behind it. */
static void
test_text_is_kept_as_typed (void)
{
  g_autoptr (LoketForm) form = loket_form_new ("a", "session");

  loket_form_set_value (form, "note", " Wil de \n\n zorg in  ");
  g_assert_cmpstr (loket_form_get_value (form, "note"), ==, " Wil de \n\n zorg in  ");
}

static void
test_value_can_be_set_to_itself (void)
{
  g_autoptr (LoketForm) form = loket_form_new ("a", "session");

  loket_form_set_value (form, "note", "Wil");
  loket_form_set_value (form, "note", loket_form_get_value (form, "note"));
  g_assert_cmpstr (loket_form_get_value (form, "note"), ==, "Wil");
}

static void
test_copy_is_equal_until_one_changes (void)
{
  g_autoptr (LoketForm) form = loket_form_new ("a", "session");
  g_autoptr (LoketForm) copy = NULL;

  loket_form_set_value (form, "note", "Wil");
  loket_form_set_integer (form, "cursor", 3);
  loket_form_set_kept_at (form, "2026-11-21T09:40:00.000Z");
  copy = loket_form_copy (form);
  g_assert_true (loket_form_equal (form, copy));
  g_assert_cmpstr (loket_form_get_id (copy), ==, "a");
  g_assert_cmpstr (loket_form_get_kind (copy), ==, "session");
  g_assert_cmpstr (loket_form_get_kept_at (copy), ==, "2026-11-21T09:40:00.000Z");

  loket_form_set_value (copy, "note", "Wil niet");
  g_assert_false (loket_form_equal (form, copy));
  loket_form_set_value (copy, "note", "Wil");
  loket_form_set_value (copy, "more", "x");
  g_assert_false (loket_form_equal (form, copy));
  g_assert_false (loket_form_equal (copy, form));
}

static void
test_names_are_sorted (void)
{
  g_autoptr (LoketForm) form = loket_form_new ("a", "session");
  g_autoptr (GPtrArray) names = NULL;

  loket_form_set_value (form, "note", "x");
  loket_form_set_value (form, "cursor", "x");
  names = loket_form_get_names (form);
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_cmpstr (names->pdata[0], ==, "cursor");
  g_assert_cmpstr (names->pdata[1], ==, "note");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/form/empty-text-is-none", test_empty_text_is_none);
  g_test_add_func ("/form/text-is-kept-as-typed", test_text_is_kept_as_typed);
  g_test_add_func ("/form/value-can-be-set-to-itself", test_value_can_be_set_to_itself);
  g_test_add_func ("/form/copy-is-equal-until-one-changes", test_copy_is_equal_until_one_changes);
  g_test_add_func ("/form/names-are-sorted", test_names_are_sorted);

  return g_test_run ();
}
