/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the table writer, alone and together with the CSV reader. */

#include "loket-csv-reader.h"
#include "loket-table-writer.h"

#include <json-glib/json-glib.h>
#include <string.h>

static const LoketTableColumn columns[] = {
  { "client_no", LOKET_TABLE_TEXT },
  { "no_contact", LOKET_TABLE_FLAG },
  { "minutes", LOKET_TABLE_INTEGER },
  { "questions_brought", LOKET_TABLE_CODES },
};

/* Each row has a value for each of @n_columns columns; the rows end in NULL. */
static char *
write_rows (LoketTableFormat         format,
            const LoketTableColumn  *table,
            guint                    n_columns,
            const char *const *const *rows)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (LoketTableWriter) writer = loket_table_writer_new (stream, format, table, n_columns);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; rows[i] != NULL; i++)
    g_assert_true (loket_table_writer_write_row (writer, rows[i], NULL, &error));
  g_assert_true (loket_table_writer_finish (writer, NULL, &error));
  g_assert_no_error (error);
  g_output_stream_write (stream, "", 1, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static const char *const first_row[] = { "K1 \"x\", y", "1", "45", "which_work;other" };
static const char *const second_row[] = { "=1+1\né", "0", NULL, "" };
static const char *const *const two_rows[] = { first_row, second_row, NULL };
static const char *const *const no_rows[] = { NULL };

static void
test_writes_csv (void)
{
  g_autofree char *csv = write_rows (LOKET_TABLE_CSV, columns, G_N_ELEMENTS (columns), two_rows);
  g_autofree char *none = write_rows (LOKET_TABLE_CSV, columns, G_N_ELEMENTS (columns), no_rows);

  g_assert_cmpstr (csv, ==,
                   "client_no,no_contact,minutes,questions_brought\n"
                   "\"K1 \"\"x\"\", y\",yes,45,which_work;other\n"
                   "\"=1+1\né\",no,,\n");
  g_assert_cmpstr (none, ==, "client_no,no_contact,minutes,questions_brought\n");
}

static void
test_writes_json (void)
{
  g_autofree char *text = write_rows (LOKET_TABLE_JSON, columns, G_N_ELEMENTS (columns), two_rows);
  g_autofree char *none = write_rows (LOKET_TABLE_JSON, columns, G_N_ELEMENTS (columns), no_rows);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_from_string (text, &error);
  JsonObject *first;
  JsonObject *second;

  g_assert_no_error (error);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (root)), ==, 2);

  first = json_array_get_object_element (json_node_get_array (root), 0);
  g_assert_cmpstr (json_object_get_string_member (first, "client_no"), ==, "K1 \"x\", y");
  g_assert_true (json_object_get_boolean_member (first, "no_contact"));
  g_assert_cmpint (json_object_get_int_member (first, "minutes"), ==, 45);
  g_assert_cmpstr (json_array_get_string_element (
                     json_object_get_array_member (first, "questions_brought"), 1),
                   ==, "other");

  second = json_array_get_object_element (json_node_get_array (root), 1);
  g_assert_cmpstr (json_object_get_string_member (second, "client_no"), ==, "=1+1\né");
  g_assert_false (json_object_get_boolean_member (second, "no_contact"));
  g_assert_true (json_object_get_null_member (second, "minutes"));
  g_assert_true (json_object_get_null_member (second, "questions_brought"));

  g_assert_cmpstr (none, ==, "[\n]\n");
}

static char *
make_random_text (void)
{
  static const char *const signs[] = { "a", "b", " ", ",", ";", "\t", "\"", "\r", "\n", "\r\n",
                                       "é", "€", "=", "'", "\\", "😀" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = g_test_rand_int_range (0, 8); i > 0; i--)
    g_string_append (text, signs[g_test_rand_int_range (0, G_N_ELEMENTS (signs))]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The first column is never empty, as a record's own number is not. */
static GPtrArray *
make_random_rows (guint n_columns)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (int i = g_test_rand_int_range (1, 20); i > 0; i--)
    {
      char **row = g_new0 (char *, n_columns + 1);

      row[0] = g_strdup_printf ("K%d", i);
      for (guint k = 1; k < n_columns; k++)
        row[k] = make_random_text ();
      g_ptr_array_add (rows, row);
    }
  g_ptr_array_add (rows, NULL);

  return rows;
}

static void
assert_reads_back (char       *csv,
                   GPtrArray  *rows,
                   guint       n_columns)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketCsvReader) reader = NULL;
  LoketRefusal *refusal = NULL;

  reader = loket_csv_reader_new_from_data ("t.csv", csv, strlen (csv), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < rows->len - 1; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      g_assert_cmpint (loket_csv_reader_read (reader, &refusal), ==, LOKET_CSV_ROW);
      for (guint k = 0; k < n_columns; k++)
        {
          const LoketCsvField *field = &loket_csv_reader_get_fields (reader)[k];

          g_assert_cmpmem (field->text, field->length, row[k], strlen (row[k]));
        }
    }
  g_assert_cmpint (loket_csv_reader_read (reader, &refusal), ==, LOKET_CSV_DONE);
}

static void
test_is_read_back (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      guint n_columns = (guint) g_test_rand_int_range (2, 6);
      g_autofree LoketTableColumn *table = g_new0 (LoketTableColumn, n_columns);
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) rows = make_random_rows (n_columns);

      for (guint i = 0; i < n_columns; i++)
        {
          g_autofree char *text = make_random_text ();

          g_ptr_array_add (names, g_strdup_printf ("%u%s.", i, text));
          table[i].name = g_ptr_array_index (names, i);
        }

      assert_reads_back (write_rows (LOKET_TABLE_CSV, table, n_columns,
                                     (const char *const *const *) rows->pdata),
                         rows, n_columns);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/table-writer/writes-csv", test_writes_csv);
  g_test_add_func ("/table-writer/writes-json", test_writes_json);
  g_test_add_func ("/table-writer/is-read-back", test_is_read_back);

  return g_test_run ();
}
