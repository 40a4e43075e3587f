/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the ids of records. */

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_IDS 1000000

/* A million ids of a clock that stands still: each one lies behind the one before. */
static void
test_a_million_are_sorted_and_unique (void)
{
  g_autoptr (LoketClock) clock = store_create_clock ();
  g_autoptr (LoketIds) ids = loket_ids_new (clock);
  char last[LOKET_ID_LENGTH + 1] = "";

  for (guint i = 0; i < N_IDS; i++)
    {
      char id[LOKET_ID_LENGTH + 1];

      loket_ids_next (ids, id);
      g_assert_cmpint (strcmp (last, id), <, 0);
      memcpy (last, id, sizeof id);
    }
}

static void
test_has_the_form_of_version_seven (void)
{
  g_autoptr (LoketClock) clock = store_create_clock ();
  g_autoptr (LoketIds) ids = loket_ids_new (clock);
  g_autoptr (GRegex) form = NULL;

  form = g_regex_new ("^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", 0, 0,
                      NULL);
  for (guint i = 0; i < 10000; i++)
    {
      char id[LOKET_ID_LENGTH + 1];

      loket_ids_next (ids, id);
      g_assert_cmpuint (strlen (id), ==, LOKET_ID_LENGTH);
      g_assert_true (g_regex_match (form, id, 0, NULL));
      g_assert_true (g_uuid_string_is_valid (id));
    }
}

/* The first 48 bits are milliseconds since 1970: others can read when a record was made. */
static void
test_tells_the_time (void)
{
  g_autoptr (LoketClock) clock = loket_clock_new ("2026-11-21T09:40:00.123Z", NULL);
  g_autoptr (LoketIds) ids = loket_ids_new (clock);
  g_autoptr (GDateTime) now = loket_clock_dup_now (clock);
  char id[LOKET_ID_LENGTH + 1];
  char digits[13];
  gint64 milliseconds;

  loket_ids_next (ids, id);
  g_snprintf (digits, sizeof digits, "%.8s%.4s", id, id + 9);
  milliseconds = (gint64) g_ascii_strtoull (digits, NULL, 16);
  g_assert_cmpint (milliseconds, ==, g_date_time_to_unix (now) * 1000 + 123);
}

static void
test_seed_and_clock_decide (void)
{
  g_autoptr (LoketClock) clock = store_create_clock ();
  g_autoptr (LoketIds) a = loket_ids_new_seeded (clock, 7);
  g_autoptr (LoketIds) b = loket_ids_new_seeded (clock, 7);
  g_autoptr (LoketIds) other = loket_ids_new_seeded (clock, 8);

  for (guint i = 0; i < 1000; i++)
    {
      char id_a[LOKET_ID_LENGTH + 1], id_b[LOKET_ID_LENGTH + 1], id_other[LOKET_ID_LENGTH + 1];

      loket_ids_next (a, id_a);
      loket_ids_next (b, id_b);
      loket_ids_next (other, id_other);
      g_assert_cmpstr (id_a, ==, id_b);
      g_assert_cmpstr (id_a, !=, id_other);
    }
}

/* Two programs that write to one store at the same moment. */
static void
test_two_sources_do_not_meet (void)
{
  g_autoptr (LoketClock) clock = store_create_clock ();
  g_autoptr (LoketIds) a = loket_ids_new_seeded (clock, 1);
  g_autoptr (LoketIds) b = loket_ids_new_seeded (clock, 2);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 50000; i++)
    {
      char id[LOKET_ID_LENGTH + 1];

      loket_ids_next (i % 2 ? a : b, id);
      g_assert_true (g_hash_table_add (seen, g_strdup (id)));
    }
}

static void
test_goes_on_when_the_clock_is_put_back (void)
{
  g_autofree char *path = store_build_path ("now");
  g_autofree char *setting = g_strconcat ("file:", path, NULL);
  g_autoptr (LoketClock) clock = NULL;
  g_autoptr (LoketIds) ids = NULL;
  char last[LOKET_ID_LENGTH + 1] = "";

  g_assert_true (g_file_set_contents (path, "2026-10-25T03:00", -1, NULL));
  clock = loket_clock_new (setting, NULL);
  ids = loket_ids_new (clock);

  for (guint i = 0; i < 3000; i++)
    {
      char id[LOKET_ID_LENGTH + 1];

      if (i == 1000)
        g_assert_true (g_file_set_contents (path, "2026-10-24T03:00", -1, NULL));
      loket_ids_next (ids, id);
      g_assert_cmpint (strcmp (last, id), <, 0);
      memcpy (last, id, sizeof id);
    }
}

/* An act long after the last one must not look older than what another program did meanwhile. */
static void
test_reads_the_clock_for_an_act (void)
{
  g_autofree char *path = store_build_path ("now");
  g_autofree char *setting = g_strconcat ("file:", path, NULL);
  g_autoptr (LoketClock) clock = NULL;
  g_autoptr (LoketIds) ids = NULL;
  g_autoptr (LoketIds) others = NULL;
  char id[LOKET_ID_LENGTH + 1], other[LOKET_ID_LENGTH + 1];

  g_assert_true (g_file_set_contents (path, "2026-11-20T09:00", -1, NULL));
  clock = loket_clock_new (setting, NULL);
  ids = loket_ids_new (clock);
  loket_ids_next (ids, id);

  g_assert_true (g_file_set_contents (path, "2026-11-20T12:00", -1, NULL));
  others = loket_ids_new (clock);
  loket_ids_next (others, other);

  g_assert_true (g_file_set_contents (path, "2026-11-20T15:00", -1, NULL));
  loket_ids_read_clock (ids);
  loket_ids_next (ids, id);
  g_assert_cmpint (strcmp (other, id), <, 0);
}

/* Nobody can guess one, whatever is known of when it was made; read aloud it is not mistaken. */
static void
test_tokens_are_random (void)
{
  g_autoptr (LoketClock) clock = store_create_clock ();
  g_autoptr (LoketIds) ids = loket_ids_new (clock);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRegex) form = NULL;

  form = g_regex_new ("^[A-HJ-NP-Z][2-9A-HJ-NP-Z]{11}$", 0, 0, NULL);
  for (guint i = 0; i < 10000; i++)
    {
      char token[LOKET_TOKEN_LENGTH + 1];

      loket_ids_next_token (ids, token);
      g_assert_true (g_regex_match (form, token, 0, NULL));
      g_assert_true (g_hash_table_add (seen, g_strdup (token)));
    }
}

static void
test_tokens_follow_a_seed (void)
{
  g_autoptr (LoketClock) clock = store_create_clock ();
  g_autoptr (LoketIds) ids = loket_ids_new_seeded (clock, 7);
  g_autoptr (LoketIds) again = loket_ids_new_seeded (clock, 7);
  g_autoptr (LoketIds) other = loket_ids_new_seeded (clock, 8);
  char token[LOKET_TOKEN_LENGTH + 1], same[LOKET_TOKEN_LENGTH + 1];

  loket_ids_next_token (ids, token);
  loket_ids_next_token (again, same);
  g_assert_cmpstr (token, ==, same);
  loket_ids_next_token (other, same);
  g_assert_cmpstr (token, !=, same);
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/ids/a-million-are-sorted-and-unique", test_a_million_are_sorted_and_unique);
  g_test_add_func ("/ids/has-the-form-of-version-seven", test_has_the_form_of_version_seven);
  g_test_add_func ("/ids/tells-the-time", test_tells_the_time);
  g_test_add_func ("/ids/seed-and-clock-decide", test_seed_and_clock_decide);
  g_test_add_func ("/ids/two-sources-do-not-meet", test_two_sources_do_not_meet);
  g_test_add_func ("/ids/goes-on-when-the-clock-is-put-back",
                   test_goes_on_when_the_clock_is_put_back);
  g_test_add_func ("/ids/reads-the-clock-for-an-act", test_reads_the_clock_for_an_act);
  g_test_add_func ("/ids/tokens-are-random", test_tokens_are_random);
  g_test_add_func ("/ids/tokens-follow-a-seed", test_tokens_follow_a_seed);

  return g_test_run ();
}
