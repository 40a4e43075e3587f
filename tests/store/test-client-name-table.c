/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of finding clients by what a person types. */

#include "loket-client.h"
#include "loket-client-name-table.h"
#include "loket-record-table.h"
#include "store-fixture.h"

/* Clients as they are found in the tests: "given/prefix/family", known by their number. */
static LoketDraft *
create_client (const char *number,
               const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", 3);
  LoketDraft *draft = loket_draft_new (&loket_client_kind);

  loket_draft_set_value (draft, LOKET_CLIENT_CLIENT_NO, number);
  loket_draft_set_value (draft, LOKET_CLIENT_GIVEN_NAME, parts[0]);
  loket_draft_set_value (draft, LOKET_CLIENT_PREFIX, parts[1]);
  loket_draft_set_value (draft, LOKET_CLIENT_FAMILY_NAME, parts[2]);

  return draft;
}

static char *
insert (LoketDatabase *database,
        LoketDraft    *draft)
{
  loket_draft_complete (draft);

  return store_insert (database, draft);
}

static void
insert_client (LoketDatabase *database,
               const char    *number,
               const char    *name)
{
  g_autoptr (LoketDraft) draft = create_client (number, name);
  g_autofree char *id = insert (database, draft);
}

static void
insert_reachable (LoketDatabase *database,
                  const char    *number,
                  const char    *phone,
                  const char    *email)
{
  g_autoptr (LoketDraft) draft = create_client (number, "//Naam");
  g_autofree char *id = NULL;

  loket_draft_set_value (draft, LOKET_CLIENT_PHONE, phone);
  loket_draft_set_value (draft, LOKET_CLIENT_EMAIL, email);
  id = insert (database, draft);
}

/* The numbers of the clients that are found, best first, with a space behind each. */
static char *
find (LoketDatabase *database,
      const char    *text,
      guint          most)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ids = loket_client_name_table_search (database, text, most, &error);
  GString *numbers = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (LoketRecord) client = store_load (database, &loket_client_kind,
                                                   g_ptr_array_index (ids, i));

      g_string_append_printf (numbers, "%s ", loket_record_get_text (client,
                                                                     LOKET_CLIENT_CLIENT_NO));
    }

  return g_string_free (numbers, FALSE);
}

static void
assert_finds (LoketDatabase *database,
              const char    *text,
              const char    *expected)
{
  g_autofree char *found = find (database, text, 100);

  if (g_strcmp0 (found, expected) != 0)
    g_error ("“%s” finds “%s”, not “%s”", text, found, expected);
}

static void
test_finds_despite_accents (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");

  insert_client (database, "oz", "Ayşe//Öztürk");
  insert_client (database, "so", "Søren//Ærø");
  insert_client (database, "ob", "Seán//O’Brien");

  assert_finds (database, "ozturk", "oz ");
  assert_finds (database, "ÖZTÜRK", "oz ");
  assert_finds (database, "öztürk", "oz ");
  assert_finds (database, "oz", "oz ");
  assert_finds (database, "ayse", "oz ");
  assert_finds (database, "ayşe ozt", "oz ");
  assert_finds (database, "aero", "so ");
  assert_finds (database, "obrien", "ob ");
  assert_finds (database, "o'brien", "ob ");
}

static void
test_finds_behind_a_prefix (void)
{
  static const char *const ways[] = {
    "berg", "van der berg", "vd berg", "v.d. berg", "v d berg", "v/d berg", "van der b", "van berg",
    "berg van der", "berg kees", "kees berg", "kees van der berg", "Berg, Kees van der",
    "kees vd b",
  };
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");

  insert_client (database, "der", "Kees/van der/Berg");
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    assert_finds (database, ways[i], "der ");

  assert_finds (database, "van den b", "");
  insert_client (database, "den", "Jo/van den/Berg");
  assert_finds (database, "van den b", "den ");
  assert_finds (database, "vd berg", "den der ");
}

/* Whether a prefix was written in its own field or before the name makes no difference. */
static void
test_finds_a_prefix_in_the_family_name (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");

  insert_client (database, "one", "Kees//van der Berg");
  assert_finds (database, "berg", "one ");
  assert_finds (database, "van der berg", "one ");
  assert_finds (database, "vd berg", "one ");
}

static void
test_finds_names_in_any_order (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");

  insert_client (database, "jj", "Jan//Jansen");
  insert_client (database, "pj", "Piet//Jansen");
  insert_client (database, "jv", "Jan/de/Vries");
  insert_client (database, "jw", "Jan Willem//Jansen-de Vries");

  assert_finds (database, "jan jansen", "jw jj ");
  assert_finds (database, "jansen jan", "jw jj ");
  assert_finds (database, "jans j", "jw jj ");
  assert_finds (database, "pi jans", "pj ");
  assert_finds (database, "vries jan", "jw jv ");
  assert_finds (database, "willem vries", "jw ");
  assert_finds (database, "piet vries", "");
}

/* Each word that is typed needs a word of its own in the name. */
static void
test_one_word_is_not_found_twice (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");

  insert_client (database, "only", "//Jansen");
  insert_client (database, "both", "Jan//Jansen");
  assert_finds (database, "jan jans", "both ");
  assert_finds (database, "jansen jansen", "");
  assert_finds (database, "jan", "only both ");
}

/* A short word must not take the only place of a long one. */
static void
test_short_word_leaves_room_for_a_long_one (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");

  insert_client (database, "one", "Jan Jaap//Pietersen");
  assert_finds (database, "j jan pietersen", "one ");
  assert_finds (database, "pietersen j ja jan", "");
}

static void
test_finds_a_telephone_number (void)
{
  static const char *const ways[] = {
    "0612345678", "06-12345678", "06 12 34 56 78", "+31612345678", "+31 6 12345678",
    "+31 (0)6 12345678", "0031612345678", "5678", "345678", "45 678", "0612", "06-1", "+31612",
  };
  static const char *const stored[] = { "+31612345678", "06-12345678", "0031 (0)6 12 34 56 78" };

  for (guint s = 0; s < G_N_ELEMENTS (stored); s++)
    {
      g_autofree char *name = g_strdup_printf ("store-%u.db", s);
      g_autoptr (LoketDatabase) database = store_create_database (name);

      insert_reachable (database, "one", stored[s], NULL);
      insert_reachable (database, "other", "013-7654321", NULL);
      for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
        assert_finds (database, ways[i], "one ");
      assert_finds (database, "2345", "");
      /* A country is no telephone number. */
      assert_finds (database, "+31", "");
    }
}

static void
test_finds_the_start_of_an_address (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");

  insert_reachable (database, "one", NULL, "Ayse.Ozturk@voorbeeld.nl");
  insert_reachable (database, "two", NULL, "piet@voorbeeld.nl");
  assert_finds (database, "ayse.ozturk@voorbeeld.nl", "one ");
  assert_finds (database, "AYSE.OZTURK@", "one ");
  assert_finds (database, " ayse.ozturk@v ", "one ");
  assert_finds (database, "ayse.o", "one ");
  assert_finds (database, "piet", "two ");
  assert_finds (database, "@voorbeeld.nl", "");
}

static void
test_finds_a_client_number (void)
{
  static const char *const numbers[] = { "K0000042", "2026-0042", "2026.0043", "4711", "TB 17/b" };
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    insert_client (database, numbers[i], "//Naam");

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *expected = g_strconcat (numbers[i], " ", NULL);

      assert_finds (database, numbers[i], expected);
    }
  assert_finds (database, "k0000042", "K0000042 ");
  assert_finds (database, "k00", "K0000042 ");
  assert_finds (database, "2026-", "2026-0042 2026.0043 ");
}

static void
test_family_names_rank_first_and_whole_words_before_starts (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");

  insert_client (database, "given", "Berg//Aa");
  insert_client (database, "start", "A//Bergen");
  insert_client (database, "b", "B//Berg");
  insert_client (database, "a", "A//Berg");
  insert_client (database, "longer", "A//Bergsma");
  assert_finds (database, "berg", "a b start longer given ");
}

static void
test_each_client_is_found_once (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");

  insert_client (database, "jan", "Jan Jan//Jan-Jansen");
  assert_finds (database, "jan", "jan ");
  assert_finds (database, "j j", "jan ");
}

static void
test_stops_when_it_has_enough (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autofree char *two = NULL;

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *number = g_strdup_printf ("c%u", i);
      g_autofree char *name = g_strdup_printf ("%c//Berg", 'A' + i);

      insert_client (database, number, name);
    }
  two = find (database, "berg", 2);
  g_assert_cmpstr (two, ==, "c0 c1 ");
}

static void
test_nothing_finds_nobody (void)
{
  static const char *const texts[] = { "", " ", "...", "+", "-", "👍", "%", "_", "*", "'" };
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");

  insert_client (database, "one", "Kees/van der/Berg");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_finds (database, texts[i], "");
}

static void
rename_client (LoketDatabase *database,
               const char    *id,
               const char    *family_name)
{
  g_autoptr (LoketRecord) record = store_load (database, &loket_client_kind, id);
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (record);
  g_autoptr (GError) error = NULL;

  loket_draft_set_value (draft, LOKET_CLIENT_FAMILY_NAME, family_name);
  loket_draft_complete (draft);
  loket_record_table_update (loket_record_table_get (database, &loket_client_kind), draft, &error);
  g_assert_no_error (error);
}

static void
test_renaming_forgets_the_old_name (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autoptr (LoketDraft) draft = create_client ("one", "Ayşe//Öztürk");
  g_autofree char *id = insert (database, draft);
  g_autofree char *before = store_read_text (database, "SELECT count(*) FROM client_name");
  g_autofree char *after = NULL;

  rename_client (database, id, "Jansen");
  assert_finds (database, "ozturk", "");
  assert_finds (database, "jansen", "one ");
  assert_finds (database, "ayse", "one ");
  rename_client (database, id, "Öztürk");
  after = store_read_text (database, "SELECT count(*) FROM client_name");
  g_assert_cmpstr (after, ==, before);
}

static void
test_removing_forgets_everything (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autofree char *id = store_insert_example (database, &loket_client_kind);
  g_autoptr (LoketRecord) record = store_load (database, &loket_client_kind, id);
  g_autofree char *count = NULL;

  g_assert_true (loket_record_table_remove (loket_record_table_get (database, &loket_client_kind),
                                            record, NULL));
  count = store_read_text (database, "SELECT count(*) FROM client_name");
  g_assert_cmpstr (count, ==, "0");
}

static void
test_missing_word_is_noticed (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autofree char *id = store_insert_example (database, &loket_client_kind);
  g_autoptr (LoketRecord) record = store_load (database, &loket_client_kind, id);
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (record);
  gboolean found = FALSE;

  g_assert_true (loket_client_name_table_check (database, draft, &found, NULL));
  g_assert_true (found);
  store_execute (database, "DELETE FROM client_name WHERE place = 4");
  g_assert_true (loket_client_name_table_check (database, draft, &found, NULL));
  g_assert_false (found);
}

/* Whatever the name, a client is found by each word of it and by the start of each. */
static void
test_every_client_is_found_by_every_name (void)
{
  static const char *const names[] = {
    "Mohammed//El Khattabi", "Fatima//el-Amrani", "Maria/’t/Hart", "Jan/op 't/Veld",
    "Đorđe//Đorđević", "王//小明", "محمد//العلي", "Anne-Marie/van/'s-Gravenhage",
    "Xi//Li", "Łucja//Wałęsa", "J.P.//Balkenende", "İpek//Işık",
  };
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *number = g_strdup_printf ("nr%u", i);

      insert_client (database, number, names[i]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *number = g_strdup_printf ("nr%u ", i);
      g_auto (GStrv) words = g_strsplit_set (names[i], "/ ", -1);

      for (guint w = 0; words[w] != NULL; w++)
        {
          g_autofree char *found = find (database, words[w], 100);

          if (*words[w] != '\0' && !g_str_equal (words[w], "van") && !g_str_equal (words[w], "op")
              && !g_str_has_suffix (words[w], "t"))
            g_assert_nonnull (g_strstr_len (found, -1, number));
        }
    }
}

/* Very many at a time or one by one: the table is the same. */
static void
test_batch_stores_the_same_words (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autoptr (GError) error = NULL;

  loket_client_name_table_begin_batch (database);
  insert_client (database, "der", "Kees/van der/Berg");
  insert_reachable (database, "reach", "06 12345678", "naam@example.org");
  insert_client (database, "aal", "Aaltje//Aal");
  assert_finds (database, "berg", "");

  g_assert_true (loket_client_name_table_store_batch (database, &error));
  g_assert_no_error (error);
  loket_client_name_table_end_batch (database);
  insert_client (database, "den", "Jo/van den/Berg");

  assert_finds (database, "berg", "den der ");
  assert_finds (database, "vd berg", "den der ");
  assert_finds (database, "aal", "aal ");
  assert_finds (database, "kees", "der ");
  assert_finds (database, "5678", "reach ");
  assert_finds (database, "naam@", "reach ");
  assert_finds (database, "reach", "reach ");
}

/* An act that fails takes its clients back; their words must not turn up with the next. */
static void
test_batch_that_is_given_up_stores_nothing (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");

  loket_client_name_table_begin_batch (database);
  insert_client (database, "der", "Kees/van der/Berg");
  loket_client_name_table_end_batch (database);
  insert_client (database, "den", "Jo/van den/Berg");

  assert_finds (database, "berg", "den ");
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/client-name-table/finds-despite-accents", test_finds_despite_accents);
  g_test_add_func ("/client-name-table/finds-behind-a-prefix", test_finds_behind_a_prefix);
  g_test_add_func ("/client-name-table/finds-a-prefix-in-the-family-name",
                   test_finds_a_prefix_in_the_family_name);
  g_test_add_func ("/client-name-table/finds-names-in-any-order", test_finds_names_in_any_order);
  g_test_add_func ("/client-name-table/one-word-is-not-found-twice",
                   test_one_word_is_not_found_twice);
  g_test_add_func ("/client-name-table/short-word-leaves-room-for-a-long-one",
                   test_short_word_leaves_room_for_a_long_one);
  g_test_add_func ("/client-name-table/finds-a-telephone-number", test_finds_a_telephone_number);
  g_test_add_func ("/client-name-table/finds-the-start-of-an-address",
                   test_finds_the_start_of_an_address);
  g_test_add_func ("/client-name-table/finds-a-client-number", test_finds_a_client_number);
  g_test_add_func ("/client-name-table/family-names-rank-first-and-whole-words-before-starts",
                   test_family_names_rank_first_and_whole_words_before_starts);
  g_test_add_func ("/client-name-table/each-client-is-found-once", test_each_client_is_found_once);
  g_test_add_func ("/client-name-table/stops-when-it-has-enough", test_stops_when_it_has_enough);
  g_test_add_func ("/client-name-table/nothing-finds-nobody", test_nothing_finds_nobody);
  g_test_add_func ("/client-name-table/renaming-forgets-the-old-name",
                   test_renaming_forgets_the_old_name);
  g_test_add_func ("/client-name-table/removing-forgets-everything",
                   test_removing_forgets_everything);
  g_test_add_func ("/client-name-table/missing-word-is-noticed", test_missing_word_is_noticed);
  g_test_add_func ("/client-name-table/every-client-is-found-by-every-name",
                   test_every_client_is_found_by_every_name);
  g_test_add_func ("/client-name-table/batch-stores-the-same-words",
                   test_batch_stores_the_same_words);
  g_test_add_func ("/client-name-table/batch-that-is-given-up-stores-nothing",
                   test_batch_that_is_given_up_stores_nothing);

  return g_test_run ();
}
