/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the table of kinds: it agrees with itself, with the schema and with the lists. */

#include "loket-kind.h"
#include "records-fixture.h"

#include <string.h>

static char *
read_data (const char *folder,
           const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* All steps, one behind the other. */
static char *
read_schema (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "schema", NULL);
  GString *schema = g_string_new (NULL);

  for (int step = 1;; step++)
    {
      g_autofree char *name = g_strdup_printf ("%03d.sql", step);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      if (!g_file_get_contents (path, &text, NULL, NULL))
        return g_string_free (schema, FALSE);
      g_string_append (schema, text);
    }
}

/* Adds the columns that later steps gave to a table, each on a line of its own. */
static void
add_later_columns (GString    *table,
                   const char *schema,
                   const char *name)
{
  g_autofree char *start = g_strdup_printf ("\nALTER TABLE %s ADD COLUMN ", name);
  const char *line = schema;

  while ((line = strstr (line, start)) != NULL)
    {
      line += strlen (start);
      g_string_append (table, "\n  ");
      g_string_append_len (table, line, (gssize) strcspn (line, ";"));
    }
}

/* The columns of table @name as it was made last; fails when there is no such table. */
static char *
find_table (const char *schema,
            const char *name)
{
  GString *columns = g_string_new (NULL);
  g_autofree char *start = g_strdup_printf ("CREATE TABLE %s (\n", name);
  const char *table = g_strrstr (schema, start);
  const char *end = table != NULL ? strstr (table, "\n)") : NULL;

  if (end == NULL)
    g_error ("The schema has no table %s", name);

  g_string_append_len (columns, table + strlen (start) - 1, (end - table) - (gssize) strlen (start) + 2);
  add_later_columns (columns, schema, name);

  return g_string_free (columns, FALSE);
}

static gboolean
has_column (const char *table,
            const char *column,
            const char *type)
{
  g_autofree char *line = g_strdup_printf ("\n  %s %s", column, type);

  return strstr (table, line) != NULL;
}

static void
test_names_are_found (void)
{
  const LoketKind *const *kinds = loket_kind_get_all ();

  for (guint k = 0; kinds[k] != NULL; k++)
    {
      g_assert_true (loket_kind_get_by_name (kinds[k]->name) == kinds[k]);
      if (kinds[k]->plural != NULL)
        g_assert_true (loket_kind_get_by_plural (kinds[k]->plural) == kinds[k]);
      for (guint i = 0; i < kinds[k]->n_fields; i++)
        g_assert_cmpint (loket_kind_find_field (kinds[k], kinds[k]->fields[i].name), ==, (int) i);
      g_assert_cmpint (loket_kind_find_field (kinds[k], "shoe_size"), ==, -1);
    }

  g_assert_null (loket_kind_get_by_name ("clients"));
  g_assert_null (loket_kind_get_by_plural ("client"));
}

static void
test_at_most_one_number (void)
{
  const LoketKind *const *kinds = loket_kind_get_all ();

  for (guint k = 0; kinds[k] != NULL; k++)
    {
      int number = -1;

      for (guint i = 0; i < kinds[k]->n_fields; i++)
        {
          if (!(kinds[k]->fields[i].flags & LOKET_FIELD_NUMBER))
            continue;
          g_assert_cmpint (number, ==, -1);
          number = (int) i;
        }
      g_assert_cmpint (loket_kind_get_number_field (kinds[k]), ==, number);
    }
}

/* A record can be made before those that refer to it. */
static void
test_references_point_backwards (void)
{
  const LoketKind *const *kinds = loket_kind_get_all ();

  for (guint k = 0; kinds[k] != NULL; k++)
    {
      for (guint i = 0; i < kinds[k]->n_fields; i++)
        {
          const LoketField *field = &kinds[k]->fields[i];
          guint target = 0;

          if (field->type != LOKET_FIELD_REFERENCE)
            continue;

          while (kinds[target] != NULL && !g_str_equal (kinds[target]->name, field->list))
            target++;
          g_assert_nonnull (kinds[target]);
          g_assert_cmpuint (target, <, k);
        }
    }
}

static void
test_columns_are_in_the_schema (gconstpointer data)
{
  const LoketKind *kind = data;
  g_autofree char *schema = read_schema ();
  g_autofree char *table = find_table (schema, kind->name);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const LoketField *field = &kind->fields[i];
      gboolean is_number = field->type == LOKET_FIELD_INTEGER || field->type == LOKET_FIELD_FLAG;
      gboolean is_required = field->type == LOKET_FIELD_FLAG
                             || field->flags & LOKET_FIELD_REQUIRED;
      g_autofree char *type = g_strconcat (is_number ? "INTEGER" : "TEXT",
                                           is_required ? " NOT NULL" : "", NULL);

      if (loket_field_is_stored_apart (field))
        {
          g_autofree char *own = find_table (schema, field->table);

          g_assert_true (has_column (own, "owner_id", "TEXT NOT NULL"));
          g_assert_true (has_column (own, field->type == LOKET_FIELD_OPEN ? "text" : "code",
                                     "TEXT NOT NULL"));
        }
      else if (!has_column (table, loket_field_get_column (field), type))
        g_error ("Table %s has no column %s %s", kind->name, loket_field_get_column (field), type);

      if (field->flags & LOKET_FIELD_NUMBER)
        g_assert_true (has_column (table, loket_field_get_column (field), "TEXT NOT NULL UNIQUE"));
    }
}

/* A field refers in the schema to the kind that it names. */
static void
test_references_are_in_the_schema (gconstpointer data)
{
  const LoketKind *kind = data;
  g_autofree char *schema = read_schema ();
  g_autofree char *table = find_table (schema, kind->name);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const LoketField *field = &kind->fields[i];
      g_autofree char *type = NULL;

      if (field->type != LOKET_FIELD_REFERENCE)
        continue;
      type = g_strdup_printf ("TEXT%s REFERENCES %s (id)",
                              field->flags & LOKET_FIELD_REQUIRED ? " NOT NULL" : "", field->list);
      g_assert_true (has_column (table, loket_field_get_column (field), type));
    }
}

static void
test_lists_are_there_in_both_languages (gconstpointer data)
{
  const LoketKind *kind = data;
  g_autofree char *text = read_data ("lists", "codes.ini");
  g_autoptr (GKeyFile) lists = g_key_file_new ();

  g_assert_true (g_key_file_load_from_data (lists, text, (gsize) -1, G_KEY_FILE_KEEP_TRANSLATIONS,
                                            NULL));

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const LoketField *field = &kind->fields[i];
      g_auto (GStrv) codes = NULL;

      if (field->type != LOKET_FIELD_CODE && field->type != LOKET_FIELD_CODES)
        continue;

      codes = g_key_file_get_keys (lists, field->list, NULL, NULL);
      g_assert_nonnull (codes);
      for (guint c = 0; codes[c] != NULL; c++)
        {
          g_autofree char *english = g_key_file_get_string (lists, field->list, codes[c], NULL);
          g_autofree char *key = g_strconcat (codes[c], "[nl]", NULL);

          g_assert_cmpstr (english, !=, "");
          if (!g_str_has_suffix (codes[c], "]")
              && !g_key_file_has_key (lists, field->list, key, NULL))
            g_error ("List %s: %s has no Dutch", field->list, codes[c]);
        }
    }
}

/* A code is stored for ever and stands in files between semicolons. */
static void
test_codes_are_plain (void)
{
  g_autofree char *text = read_data ("lists", "codes.ini");
  g_autoptr (GKeyFile) lists = g_key_file_new ();
  g_auto (GStrv) names = NULL;

  g_assert_true (g_key_file_load_from_data (lists, text, (gsize) -1, 0, NULL));
  names = g_key_file_get_groups (lists, NULL);
  for (guint l = 0; names[l] != NULL; l++)
    {
      g_auto (GStrv) codes = g_key_file_get_keys (lists, names[l], NULL, NULL);

      for (guint c = 0; codes[c] != NULL; c++)
        g_assert_true (g_regex_match_simple ("^[a-z0-9_]{1,40}(\\[nl\\])?$", codes[c], 0, 0));
    }
}

static void
add_for_each_kind (const char    *rule,
                   GTestDataFunc  func)
{
  const LoketKind *const *kinds = loket_kind_get_all ();

  for (guint k = 0; kinds[k] != NULL; k++)
    {
      g_autofree char *path = g_strdup_printf ("/kind/%s/%s", rule, kinds[k]->name);

      g_test_add_data_func (path, kinds[k], func);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kind/names-are-found", test_names_are_found);
  g_test_add_func ("/kind/at-most-one-number", test_at_most_one_number);
  g_test_add_func ("/kind/references-point-backwards", test_references_point_backwards);
  g_test_add_func ("/kind/codes-are-plain", test_codes_are_plain);
  add_for_each_kind ("columns-are-in-the-schema", test_columns_are_in_the_schema);
  add_for_each_kind ("references-are-in-the-schema", test_references_are_in_the_schema);
  add_for_each_kind ("lists-are-there-in-both-languages", test_lists_are_there_in_both_languages);

  return g_test_run ();
}
