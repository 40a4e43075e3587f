/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of finding the columns of a file. */

#include "loket-import-columns.h"
#include "loket-error.h"

#include <string.h>

static const LoketImportName names[] = {
  { "number", NULL, TRUE },
  { "name", "naam", TRUE },
  { "note", NULL, FALSE },
};

static LoketCsvReader *
open_text (const char *text)
{
  return loket_csv_reader_new_from_data ("f.csv", g_strdup (text), strlen (text), NULL);
}

static void
test_finds_columns_in_any_order (void)
{
  g_autoptr (LoketCsvReader) reader = open_text ("x,naam,number,y\n1,2,3,4\n");
  g_autoptr (LoketImportColumns) columns = NULL;
  const char *const *unknown;

  columns = loket_import_columns_new (reader, names, G_N_ELEMENTS (names), NULL, NULL);
  unknown = loket_import_columns_get_unknown (columns);

  g_assert_cmpint (loket_import_columns_get (columns, 0), ==, 2);
  g_assert_cmpint (loket_import_columns_get (columns, 1), ==, 1);
  g_assert_cmpint (loket_import_columns_get (columns, 2), ==, -1);
  g_assert_cmpuint (g_strv_length ((GStrv) unknown), ==, 2);
}

static void
test_map_comes_before_the_name (void)
{
  const char *map[] = { "note=name", "x=note", NULL };
  g_autoptr (LoketCsvReader) reader = open_text ("note,x,number\n1,2,3\n");
  g_autoptr (LoketImportColumns) columns = NULL;

  columns = loket_import_columns_new (reader, names, G_N_ELEMENTS (names), map, NULL);

  g_assert_cmpint (loket_import_columns_get (columns, 1), ==, 0);
  g_assert_cmpint (loket_import_columns_get (columns, 2), ==, 1);
}

static void
assert_refuses (const char *text,
                const char *entry,
                int         code,
                const char *message)
{
  const char *map[] = { entry, NULL };
  g_autoptr (LoketCsvReader) reader = open_text (text);
  g_autoptr (GError) error = NULL;

  g_assert_null (loket_import_columns_new (reader, names, G_N_ELEMENTS (names), map, &error));
  g_assert_error (error, LOKET_ERROR, code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_refuses_headers (void)
{
  assert_refuses ("number,note\n1,2\n", NULL, LOKET_ERROR_INVALID,
                  "f.csv, line 1: the column name is missing");
  assert_refuses ("x,note\n1,2\n", NULL, LOKET_ERROR_INVALID,
                  "f.csv, line 1: the columns number, name are missing");
  assert_refuses ("number,name,naam\n1,2,3\n", NULL, LOKET_ERROR_INVALID,
                  "f.csv, line 1: the columns name and naam are both read as name");
}

static void
test_refuses_maps (void)
{
  static const char text[] = "number,name\n1,2\n";

  assert_refuses (text, "name", LOKET_ERROR_NOT_FOUND, "“name” is not of the form COLUMN=FIELD");
  assert_refuses (text, "=name", LOKET_ERROR_NOT_FOUND, "“=name” is not of the form COLUMN=FIELD");
  assert_refuses (text, "name=", LOKET_ERROR_NOT_FOUND, "“name=” is not of the form COLUMN=FIELD");
  assert_refuses (text, "name=z", LOKET_ERROR_NOT_FOUND,
                  "name=z: there is no field “z” to read it as");
  assert_refuses (text, "z=name", LOKET_ERROR_NOT_FOUND, "f.csv has no column “z”");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/import-columns/finds-columns-in-any-order", test_finds_columns_in_any_order);
  g_test_add_func ("/import-columns/map-comes-before-the-name", test_map_comes_before_the_name);
  g_test_add_func ("/import-columns/refuses-headers", test_refuses_headers);
  g_test_add_func ("/import-columns/refuses-maps", test_refuses_maps);

  return g_test_run ();
}
