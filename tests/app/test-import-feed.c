/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of reading rows ahead. */

#include "loket-import-feed.h"
#include "loket-client.h"
#include "loket-error.h"

#include <string.h>

/* A file of @n_rows clients; every seventh row has a field too many. */
static LoketCsvReader *
open_rows (guint n_rows)
{
  g_autoptr (GString) text = g_string_new ("client_no,family_name\n");
  gsize length;

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (text, "K%u,Velden%s\n", i, i % 7 == 3 ? ",x" : "");
  length = text->len;

  return loket_csv_reader_new_from_data (
      "f.csv", g_string_free (g_steal_pointer (&text), FALSE), length, NULL);
}

/* Refuses every fifth client; every third one lives somewhere. */
static gboolean
fill (LoketDraft        *draft,
      LoketImportPlace  *place,
      gpointer           user_data,
      GError           **error)
{
  const LoketCsvField *fields = loket_csv_reader_get_fields (user_data);
  g_autofree char *number = g_strndup (fields[0].text, fields[0].length);

  loket_draft_set_value (draft, LOKET_CLIENT_CLIENT_NO, number);
  if (g_ascii_strtoll (number + 1, NULL, 10) % 3 == 0)
    loket_draft_set_value (draft, LOKET_CLIENT_CITY, "Ede");
  if (!g_str_has_suffix (number, "5"))
    return TRUE;

  place->column = "client_no";
  place->value = fields[0];
  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_INVALID, "ends in 5");

  return FALSE;
}

static gboolean
skip_odd (guint    row,
          gpointer user_data)
{
  return row % 2 == 1;
}

static void
assert_feeds (guint               n_rows,
              LoketImportSkipFunc skip)
{
  g_autoptr (LoketCsvReader) reader = open_rows (n_rows);
  g_autoptr (LoketImportFeed) feed = NULL;
  LoketImportRow row;

  feed = loket_import_feed_new (&loket_client_kind, reader, fill, skip, reader);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *number = g_strdup_printf ("K%u", i);
      gboolean is_malformed = i % 7 == 3;
      gboolean is_skipped = !is_malformed && skip != NULL && skip (i, NULL);
      gboolean is_refused = is_malformed || (!is_skipped && i % 10 == 5);

      g_assert_true (loket_import_feed_next (feed, &row));
      g_assert_cmpuint (row.line, ==, i + 2);
      g_assert_cmpmem (row.raw.text, strlen (number), number, strlen (number));
      g_assert_true ((row.refusal != NULL) == is_refused);
      g_assert_true ((row.draft != NULL) == (!is_skipped && !is_refused));
      if (row.draft != NULL)
        {
          const char *city = loket_draft_get_value (row.draft, LOKET_CLIENT_CITY);

          g_assert_cmpstr (loket_draft_get_value (row.draft, LOKET_CLIENT_CLIENT_NO), ==, number);
          g_assert_cmpstr (city, ==, i % 3 == 0 ? "Ede" : NULL);
        }
      g_clear_pointer (&row.refusal, loket_refusal_free);
    }

  g_assert_false (loket_import_feed_next (feed, &row));
  g_assert_false (loket_import_feed_next (feed, &row));
}

static void
test_keeps_the_order (void)
{
  static const guint counts[] = { 1, 2, 255, 256, 257, 512, 5000 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      assert_feeds (counts[i], NULL);
      assert_feeds (counts[i], skip_odd);
    }
}

static void
test_can_be_left_early (void)
{
  for (guint n_taken = 0; n_taken < 3000; n_taken += 250)
    {
      g_autoptr (LoketCsvReader) reader = open_rows (20000);
      g_autoptr (LoketImportFeed) feed = NULL;
      LoketImportRow row;

      feed = loket_import_feed_new (&loket_client_kind, reader, fill, NULL, reader);
      for (guint i = 0; i < n_taken; i++)
        {
          g_assert_true (loket_import_feed_next (feed, &row));
          g_clear_pointer (&row.refusal, loket_refusal_free);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/import-feed/keeps-the-order", test_keeps_the_order);
  g_test_add_func ("/import-feed/can-be-left-early", test_can_be_left_early);

  return g_test_run ();
}
