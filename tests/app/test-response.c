/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of responses: how open answers are packed into one value. */

#include "loket-response.h"
#include "records-fixture.h"

#include <string.h>

#define N_RANDOM 3000

static GHashTable *
create_texts (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static GHashTable *
unpack (const char *packed)
{
  GHashTable *texts = create_texts ();
  char *item, *text;

  while (loket_response_next_open (&packed, &item, &text))
    g_assert_true (g_hash_table_insert (texts, item, text));
  g_assert_true (packed == NULL || *packed == '\0');

  return texts;
}

/* Sorted, as an import and the store give them. */
static char *
pack (GHashTable *texts)
{
  g_autoptr (GList) items = g_list_sort (g_hash_table_get_keys (texts), (GCompareFunc) strcmp);
  GString *packed = g_string_new (NULL);

  for (GList *l = items; l != NULL; l = l->next)
    loket_response_append_open (packed, l->data, g_hash_table_lookup (texts, l->data));

  return g_string_free (packed, FALSE);
}

static void
assert_same_texts (GHashTable *a,
                   GHashTable *b)
{
  GHashTableIter iter;
  gpointer item, text;

  g_assert_cmpuint (g_hash_table_size (a), ==, g_hash_table_size (b));
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &item, &text))
    g_assert_cmpstr (text, ==, g_hash_table_lookup (b, item));
}

static void
test_nothing_unpacks_to_nothing (void)
{
  g_autoptr (GHashTable) unpacked = unpack (NULL);

  g_assert_cmpuint (g_hash_table_size (unpacked), ==, 0);
}

static void
test_answers_stand_in_a_line_each (void)
{
  g_autoptr (GString) packed = g_string_new (NULL);

  loket_response_append_open (packed, "less_satisfied", "Een\nTwee\tDrie\\n");
  loket_response_append_open (packed, "tips", "Niets");
  g_assert_cmpstr (packed->str, ==, "less_satisfied\tEen\\nTwee\\tDrie\\\\n\ntips\tNiets\n");
}

/* Backslashes, tabs, line ends and every script come out as they went in; and what came out
 * makes the same value again, or every import would see a difference. */
static void
test_packing_can_be_taken_back (void)
{
  for (guint n = 0; n < N_RANDOM; n++)
    {
      g_autoptr (GHashTable) texts = create_texts ();
      g_autoptr (GHashTable) unpacked = NULL;
      g_autofree char *packed = NULL;
      g_autofree char *again = NULL;

      for (int i = g_test_rand_int_range (1, 5); i > 0; i--)
        {
          g_autofree char *text = records_random_text (30);
          g_autofree char *escape = g_strdup_printf ("%s\\%c\n\t\\", text,
                                                     g_test_rand_int_range ('a', 'z' + 1));

          g_hash_table_insert (texts, g_strdup_printf ("item_%d", g_test_rand_int_range (0, 9)),
                               g_steal_pointer (&escape));
        }

      packed = pack (texts);
      unpacked = unpack (packed);
      assert_same_texts (texts, unpacked);
      again = pack (unpacked);
      g_assert_cmpstr (again, ==, packed);
    }
}

/* The draft cleans lines, but must leave this value alone. */
static void
test_draft_keeps_the_value (void)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_response_kind);
  const char *packed = "tips\tEen\\nTwee\n";

  loket_draft_set_value (draft, LOKET_RESPONSE_OPEN_ANSWERS, packed);
  g_assert_cmpstr (loket_draft_get_value (draft, LOKET_RESPONSE_OPEN_ANSWERS), ==, packed);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/response/nothing-unpacks-to-nothing", test_nothing_unpacks_to_nothing);
  g_test_add_func ("/response/answers-stand-in-a-line-each", test_answers_stand_in_a_line_each);
  g_test_add_func ("/response/packing-can-be-taken-back", test_packing_can_be_taken_back);
  g_test_add_func ("/response/draft-keeps-the-value", test_draft_keeps_the_value);

  return g_test_run ();
}
