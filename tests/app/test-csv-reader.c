/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the CSV reader. */

#include "loket-csv-reader.h"
#include "loket-error.h"
#include "loket-import-file.h"

#include <glib/gstdio.h>
#include <string.h>

static LoketCsvReader *
open_bytes (const char  *bytes,
            gsize        length,
            GError     **error)
{
  char *data = g_malloc (length + 1);

  memcpy (data, bytes, length);
  data[length] = '\0';

  return loket_csv_reader_new_from_data ("t.csv", data, length, error);
}

static LoketCsvReader *
open_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  LoketCsvReader *reader = open_bytes (text, strlen (text), &error);

  g_assert_no_error (error);

  return reader;
}

/* What all rows hold, or why they are refused: "a|b" or "!line 2 …", with a line end after each. */
static char *
read_all (LoketCsvReader *reader)
{
  g_autoptr (GString) all = g_string_new (NULL);
  LoketRefusal *refusal = NULL;
  LoketCsvResult result;

  while ((result = loket_csv_reader_read (reader, &refusal)) != LOKET_CSV_DONE)
    {
      if (result == LOKET_CSV_REFUSED)
        {
          g_autofree char *sentence = loket_refusal_to_string (refusal, "!");

          g_string_append_printf (all, "%s\n", sentence);
          g_clear_pointer (&refusal, loket_refusal_free);
          continue;
        }

      for (guint i = 0; i < loket_csv_reader_get_n_columns (reader); i++)
        {
          const LoketCsvField *field = &loket_csv_reader_get_fields (reader)[i];

          if (i > 0)
            g_string_append_c (all, '|');
          g_string_append_len (all, field->text, field->length);
        }
      g_string_append_c (all, '\n');
    }

  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
assert_reads (const char *text,
              const char *expected)
{
  g_autoptr (LoketCsvReader) reader = open_text (text);
  g_autofree char *all = read_all (reader);

  g_assert_cmpstr (all, ==, expected);
}

static void
assert_refuses_file (const char *bytes,
                     gsize       length,
                     const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketCsvReader) reader = open_bytes (bytes, length, &error);

  g_assert_null (reader);
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_reads_each_separator (void)
{
  assert_reads ("a,b\n1;x,2\n", "1;x|2\n");
  assert_reads ("a;b\n1,x;2\n", "1,x|2\n");
  assert_reads ("a\tb\n1,x\t2\n", "1,x|2\n");
  assert_reads ("\"a;\tq\",b\n1,2\n", "1|2\n");
}

static void
test_reads_each_line_end (void)
{
  assert_reads ("a,b\r\n1,2\r\n3,4\r\n", "1|2\n3|4\n");
  assert_reads ("a,b\n1,2\r\n3,4", "1|2\n3|4\n");
  assert_reads ("a,b\r\n1,\r\n,4\n\r\n\n\n", "1|\n|4\n");
}

static void
test_skips_byte_order_mark (void)
{
  g_autoptr (LoketCsvReader) reader = open_text ("\xEF\xBB\xBFnaam,b\nFrysl\xC3\xA2n,2\n");
  g_autofree char *all = read_all (reader);

  g_assert_cmpstr (loket_csv_reader_get_column (reader, 0), ==, "naam");
  g_assert_cmpstr (all, ==, "Fryslân|2\n");
}

static void
test_finds_columns_by_name (void)
{
  g_autoptr (LoketCsvReader) reader = open_text ("\"b\"; a ;\"c \"\"d\"\"\"\n1;2;3\n");

  g_assert_cmpuint (loket_csv_reader_get_n_columns (reader), ==, 3);
  g_assert_cmpint (loket_csv_reader_find_column (reader, "a"), ==, 1);
  g_assert_cmpint (loket_csv_reader_find_column (reader, "b"), ==, 0);
  g_assert_cmpint (loket_csv_reader_find_column (reader, "c \"d\""), ==, 2);
  g_assert_cmpint (loket_csv_reader_find_column (reader, "d"), ==, -1);
}

static void
test_reads_quotes (void)
{
  assert_reads ("a,b\n\"x,y\",\"\"\n", "x,y|\n");
  assert_reads ("a,b\n\"zei \"\"ja\"\"\",\"\"\"\"\n", "zei \"ja\"|\"\n");
  assert_reads ("a,b\n\"\"\"\",\"\"\"\"\"\"\n1,2\n", "\"|\"\"\n1|2\n");
  assert_reads ("a,b\n\"een\ntwee\r\ndrie\",x\n", "een\ntwee\r\ndrie|x\n");
  assert_reads ("a,b\n1,\"x\"", "1|x\n");
}

static void
test_counts_lines (void)
{
  g_autoptr (LoketCsvReader) reader = open_text ("\"a\nx\",b\n\"1\n2\n3\",2\n3,4\n5\n6,7\n");
  LoketRefusal *refusal = NULL;

  g_assert_cmpint (loket_csv_reader_read (reader, &refusal), ==, LOKET_CSV_ROW);
  g_assert_cmpuint (loket_csv_reader_get_line (reader), ==, 3);
  g_assert_cmpint (loket_csv_reader_read (reader, &refusal), ==, LOKET_CSV_ROW);
  g_assert_cmpuint (loket_csv_reader_get_line (reader), ==, 6);
  g_assert_cmpint (loket_csv_reader_read (reader, &refusal), ==, LOKET_CSV_REFUSED);
  g_assert_cmpuint (refusal->line, ==, 7);
  g_clear_pointer (&refusal, loket_refusal_free);
  g_assert_cmpint (loket_csv_reader_read (reader, &refusal), ==, LOKET_CSV_ROW);
  g_assert_cmpuint (loket_csv_reader_get_line (reader), ==, 8);
  g_assert_cmpint (loket_csv_reader_read (reader, &refusal), ==, LOKET_CSV_DONE);
  g_assert_cmpint (loket_csv_reader_read (reader, &refusal), ==, LOKET_CSV_DONE);
}

static void
test_gives_raw_rows (void)
{
  g_autoptr (LoketCsvReader) reader = open_text ("a,b\r\n\"1\"\"\",2\r\n3,4,5\r\n\"x\"y\n");
  static const char *const raw[] = { "\"1\"\"\",2", "3,4,5", "\"x\"y" };

  for (guint i = 0; i < G_N_ELEMENTS (raw); i++)
    {
      LoketRefusal *refusal = NULL;
      LoketCsvField row;

      loket_csv_reader_read (reader, &refusal);
      row = loket_csv_reader_get_raw_row (reader);
      g_assert_cmpmem (row.text, row.length, raw[i], strlen (raw[i]));
      g_clear_pointer (&refusal, loket_refusal_free);
    }
}

static void
test_rewinds (void)
{
  g_autoptr (LoketCsvReader) reader = open_text ("a,b\n\"1\"\"\",2\n3\n5,6\n");
  g_autofree char *first = read_all (reader);
  g_autofree char *second = NULL;

  g_assert_cmpfloat (loket_csv_reader_get_fraction (reader), ==, 1.0);
  loket_csv_reader_rewind (reader);
  g_assert_cmpfloat (loket_csv_reader_get_fraction (reader), ==, 0.0);
  second = read_all (reader);
  g_assert_cmpstr (first, ==, second);
}

static void
test_refuses_wrong_number_of_fields (void)
{
  assert_reads ("a,b\n1\n1,2,3\n\n1,2\n",
                "!, line 2: has 1 field where the header has 2\n"
                "!, line 3: has 3 fields where the header has 2\n"
                "!, line 4: the line is empty\n"
                "1|2\n");
}

static void
test_refuses_unclosed_quote (void)
{
  assert_reads ("a,b\n1,2\n\"x\ny\",é\"\"\n3,4\n",
                "1|2\n"
                "!, line 3, column b, “é\"”: there is a quote in it, but it does not begin with "
                "one; a value with quotes stands between quotes, and its own quotes are doubled\n"
                "3|4\n");
  assert_reads ("a,b\n1,2\n\"x\ny\",\"é\n3,4\n",
                "1|2\n"
                "!, line 3, column b, “\"é 3,4”: the quote that opens at line 4, character 4 is "
                "never closed, so nothing can be read from there on\n");
}

static void
test_refuses_text_after_closing_quote (void)
{
  assert_reads ("a,b\n\"x\"y,2\n\"x\" ,2\n3,4\n",
                "!, line 2, column a, “\"x\"y”: there is text after its closing quote\n"
                "!, line 3, column a, “\"x\" ”: there is text after its closing quote\n"
                "3|4\n");
}

static void
test_refuses_lone_carriage_return (void)
{
  assert_reads ("a,b\n1\r2,3\n3,4\n",
                "!, line 2, column a, “1”: there is a carriage return in it that ends no line; "
                "lines end in LF or CR LF\n"
                "3|4\n");
}

static void
test_refuses_nul (void)
{
  static const char bytes[] = "alpha,beta\n1,x\0y\n\"x\0y\",2\n\"x\"\0,2\n3,4\n";
  g_autoptr (LoketCsvReader) reader = open_bytes (bytes, sizeof bytes - 1, NULL);
  g_autofree char *all = read_all (reader);

  g_assert_cmpstr (all, ==,
                   "!, line 2, column beta, “x”: there is a NUL character in it\n"
                   "!, line 3, column alpha, “\"x�y”: there is a NUL character in it\n"
                   "!, line 4, column alpha, “\"x\"”: there is a NUL character in it\n"
                   "3|4\n");
}

static void
test_refuses_encodings (void)
{
  static const char utf16_le[] = "\xFF\xFE" "a\0,\0b\0\n\0";
  static const char utf16_bare[] = "a\0,\0b\0\n\0" "1\0,\0" "2\0\n\0";
  static const char utf16_be[] = "\0a\0,\0b\0\n";
  static const char latin[] = "a,b\n1,2\nFrysl\xE2n,3\n";
  static const char cut[] = "a,b\n1,2\n1,\xC3";
  static const char *const utf16 = "t.csv is written in UTF-16; save it as “CSV UTF-8” and try "
                                   "again";

  assert_refuses_file (utf16_le, sizeof utf16_le - 1, utf16);
  assert_refuses_file (utf16_bare, sizeof utf16_bare - 1, utf16);
  assert_refuses_file (utf16_be, sizeof utf16_be - 1, utf16);
  assert_refuses_file (latin, sizeof latin - 1,
                       "t.csv, line 3: is not UTF-8 (byte 0xE2); save the file as “CSV UTF-8” and "
                       "try again");
  assert_refuses_file (cut, sizeof cut - 1,
                       "t.csv, line 3: is not UTF-8 (byte 0xC3); save the file as “CSV UTF-8” and "
                       "try again");
}

static void
test_refuses_headers (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "", "t.csv: there is nothing in it" },
    { "\xEF\xBB\xBF\r\n\r\n", "t.csv: there is nothing in it" },
    { "a,b", "t.csv: there is nothing in it but a header" },
    { "a,b\r\n\r\n", "t.csv: there is nothing in it but a header" },
    { "a\n1\n", "t.csv, line 1: the header has no comma, semicolon or tab between its columns" },
    { "a,b;c\n1,2\n",
      "t.csv, line 1: the header has more than one of comma, semicolon and tab, so it is not clear "
      "which of them separates the columns" },
    { "a,b,a\n1,2,3\n", "t.csv, line 1: the column a is there twice" },
    { "a,b,\n1,2,3\n", "t.csv, line 1: column 3 of the header has no name" },
    { "a,\"b\n1,2\n",
      "t.csv, line 1: the quote that opens at line 1, character 3 is never closed, so nothing can "
      "be read from there on (in the header)" },
    { "\na,b\n1,2\n",
      "t.csv, line 1: the header has no comma, semicolon or tab between its columns" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refuses_file (cases[i].text, strlen (cases[i].text), cases[i].message);
}

static void
test_reads_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) missing = NULL;
  g_autofree char *directory = g_dir_make_tmp ("csv-XXXXXX", &error);
  g_autofree char *path = g_build_filename (directory, "klanten.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LoketCsvReader) reader = NULL;
  g_autofree char *all = NULL;

  g_assert_no_error (error);
  g_assert_null (loket_import_file_open (file, "clients", NULL, &missing));
  g_assert_error (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  g_file_set_contents (path, "a,b\n1,2\n", -1, &error);
  g_assert_no_error (error);
  reader = loket_import_file_open (file, "clients", NULL, &error);
  g_assert_no_error (error);
  all = read_all (reader);
  g_assert_cmpstr (all, ==, "1|2\n");
  g_assert_cmpstr (loket_csv_reader_get_name (reader), ==, "klanten.csv");

  g_unlink (path);
  g_rmdir (directory);
}

/* Whatever bytes a file has, it is refused or every row is: nothing crashes or goes round. */
static void
test_survives_changed_bytes (void)
{
  static const char base[]
    = "a,b,c\r\n1,\"x\"\"y\",3\r\n\"l\n m\",é,\"\"\r\n4,5,6\n7,\xE2\x82\xAC,9\n";
  static const char favourites[] = "\",;\t\r\n\0\xFF\xC3";

  for (guint round = 0; round < 50000; round++)
    {
      g_autofree char *bytes = g_memdup2 (base, sizeof base);
      g_autoptr (LoketCsvReader) reader = NULL;
      g_autoptr (GError) error = NULL;
      gsize length = sizeof base - 1 - (round % 7 == 0 ? (guint) g_test_rand_int_range (0, 40) : 0);
      LoketRefusal *refusal = NULL;
      LoketCsvResult result;
      guint n = 0;

      for (int i = g_test_rand_int_range (1, 5); i > 0; i--)
        bytes[g_test_rand_int_range (0, sizeof base - 1)]
          = g_test_rand_bit () ? favourites[g_test_rand_int_range (0, sizeof favourites - 1)]
                               : (char) g_test_rand_int_range (0, 256);

      reader = open_bytes (bytes, length, &error);
      g_assert_true ((reader == NULL) == (error != NULL));
      if (reader == NULL)
        continue;

      while ((result = loket_csv_reader_read (reader, &refusal)) != LOKET_CSV_DONE)
        {
          const LoketCsvField *fields = loket_csv_reader_get_fields (reader);

          g_assert_cmpuint (++n, <=, length);
          g_assert_true ((result == LOKET_CSV_REFUSED) == (refusal != NULL));
          for (guint i = 0; refusal == NULL && i < loket_csv_reader_get_n_columns (reader); i++)
            g_assert_true (g_utf8_validate_len (fields[i].text, fields[i].length, NULL));
          g_clear_pointer (&refusal, loket_refusal_free);
        }
      g_assert_cmpuint (n, >, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/csv-reader/reads-each-separator", test_reads_each_separator);
  g_test_add_func ("/csv-reader/reads-each-line-end", test_reads_each_line_end);
  g_test_add_func ("/csv-reader/skips-byte-order-mark", test_skips_byte_order_mark);
  g_test_add_func ("/csv-reader/finds-columns-by-name", test_finds_columns_by_name);
  g_test_add_func ("/csv-reader/reads-quotes", test_reads_quotes);
  g_test_add_func ("/csv-reader/counts-lines", test_counts_lines);
  g_test_add_func ("/csv-reader/gives-raw-rows", test_gives_raw_rows);
  g_test_add_func ("/csv-reader/rewinds", test_rewinds);
  g_test_add_func ("/csv-reader/refuses-wrong-number-of-fields",
                   test_refuses_wrong_number_of_fields);
  g_test_add_func ("/csv-reader/refuses-unclosed-quote", test_refuses_unclosed_quote);
  g_test_add_func ("/csv-reader/refuses-text-after-closing-quote",
                   test_refuses_text_after_closing_quote);
  g_test_add_func ("/csv-reader/refuses-lone-carriage-return", test_refuses_lone_carriage_return);
  g_test_add_func ("/csv-reader/refuses-nul", test_refuses_nul);
  g_test_add_func ("/csv-reader/refuses-encodings", test_refuses_encodings);
  g_test_add_func ("/csv-reader/refuses-headers", test_refuses_headers);
  g_test_add_func ("/csv-reader/reads-files", test_reads_files);
  g_test_add_func ("/csv-reader/survives-changed-bytes", test_survives_changed_bytes);

  return g_test_run ();
}
