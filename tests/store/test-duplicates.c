/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of looking for clients who are in the store twice. */

#include "desk-fixture.h"
#include "loket-alike.h"
#include "loket-duplicates.h"
#include "loket-merge-act.h"

typedef struct
{
  const char *given_name;
  const char *family_name;
  const char *birth_date;
  const char *phone;
  const char *email;
  const char *postcode;
} Facts;

/* Returns: (transfer full): the id of a new client. */
static char *
add_client (LoketDesk   *desk,
            const Facts *facts)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_client_kind);
  g_autoptr (LoketDeed) deed = NULL;

  loket_draft_set_value (draft, LOKET_CLIENT_GIVEN_NAME, facts->given_name);
  loket_draft_set_value (draft, LOKET_CLIENT_FAMILY_NAME, facts->family_name);
  loket_draft_set_value (draft, LOKET_CLIENT_BIRTH_DATE, facts->birth_date);
  loket_draft_set_value (draft, LOKET_CLIENT_PHONE, facts->phone);
  loket_draft_set_value (draft, LOKET_CLIENT_EMAIL, facts->email);
  loket_draft_set_value (draft, LOKET_CLIENT_POSTCODE, facts->postcode);
  deed = desk_save (desk, draft);

  return g_strdup (deed->subject_id);
}

static gpointer
find (LoketDatabase  *database,
      gpointer        input,
      GError        **error)
{
  return loket_alike_find (database, input, error);
}

/* How many look like who is described. */
static guint
count_alike (LoketDesk   *desk,
             const Facts *facts)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_client_kind);
  g_autoptr (GPtrArray) alike = NULL;

  loket_draft_set_value (draft, LOKET_CLIENT_GIVEN_NAME, facts->given_name);
  loket_draft_set_value (draft, LOKET_CLIENT_FAMILY_NAME, facts->family_name);
  loket_draft_set_value (draft, LOKET_CLIENT_BIRTH_DATE, facts->birth_date);
  loket_draft_set_value (draft, LOKET_CLIENT_PHONE, facts->phone);
  loket_draft_set_value (draft, LOKET_CLIENT_EMAIL, facts->email);
  loket_draft_set_value (draft, LOKET_CLIENT_POSTCODE, facts->postcode);
  alike = loket_store_read (loket_desk_get_store (desk), find, draft, NULL);
  g_assert_nonnull (alike);

  return alike->len;
}

static void
test_finds_by_each_key (void)
{
  static const Facts known = { "Fatma", "Yıldız", "1981-04-12", "0612345678", "f@example.org",
                               "1013 AB" };
  static const Facts typed[] = {
    { "Fatma", "Yildiz", "1981-04-12", NULL, NULL, NULL },
    { "Fatma", "Yildiz", "1981-12-04", NULL, NULL, NULL },
    { "Fatma", "Yildiz", NULL, "+31 6 1234 5678", NULL, NULL },
    { "Fatma", "Yildiz", NULL, NULL, "F@Example.org", NULL },
    { "Fatma", "Yildiz", NULL, NULL, NULL, "1013ab" },
    { "Fatma", "Yildiz", "1981-04-13", NULL, NULL, NULL },
    { "Yildiz", "Fatma", "1981-04-12", NULL, NULL, NULL },
  };
  g_autoptr (LoketDesk) desk = desk_open ("keys.db");
  g_autofree char *id = add_client (desk, &known);

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_test_message ("way %u", i);
      g_assert_cmpuint (count_alike (desk, &typed[i]), ==, 1);
    }
  g_assert_cmpuint (count_alike (desk, &(Facts) { "Fatma", "Yildiz", NULL }), ==, 0);
  g_assert_cmpuint (count_alike (desk, &(Facts) { NULL, NULL, NULL }), ==, 0);
  g_assert_cmpuint (count_alike (desk, &(Facts) { "Fatma", NULL, "31-31-" }), ==, 0);

  loket_desk_close (desk);
}

typedef struct
{
  const char *stored;
  const char *typed;
} Postcodes;

/* Files bring postcodes as they were typed. */
static void
test_finds_a_postcode_in_each_spelling (void)
{
  static const Postcodes postcodes[] = {
    { "1234AB", "1234 AB" },  { "1234ab", "1234 AB" },  { "1234 ab", "1234AB" },
    { "12 34 ab", "1234ab" }, { "SW1A 1AA", "sw1a1aa" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (postcodes); i++)
    {
      g_autofree char *name = g_strdup_printf ("postcode-%u.db", i);
      g_autoptr (LoketDesk) desk = desk_open (name);
      Facts facts = { "Fatma", "Yildiz", NULL, NULL, NULL, "9999 ZZ" };
      g_autofree char *id = add_client (desk, &facts);
      g_autofree char *sql = NULL;

      sql = g_strdup_printf ("UPDATE client SET postcode = '%s'", postcodes[i].stored);
      desk_execute (desk, sql);
      g_test_message ("%s and %s", postcodes[i].stored, postcodes[i].typed);
      facts.postcode = postcodes[i].typed;
      g_assert_cmpuint (count_alike (desk, &facts), ==, 1);
      loket_desk_close (desk);
    }
}

static void
quit_cb (GMainLoop *loop)
{
  g_main_loop_quit (loop);
}

static LoketDuplicates *
search (LoketDesk *desk)
{
  LoketDuplicates *duplicates = loket_duplicates_new (desk);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_signal_connect_swapped (duplicates, "done", G_CALLBACK (quit_cb), loop);
  loket_duplicates_search (duplicates);
  g_assert_true (loket_duplicates_is_searching (duplicates));
  g_main_loop_run (loop);
  g_assert_false (loket_duplicates_is_searching (duplicates));
  g_assert_cmpfloat (loket_duplicates_get_progress (duplicates), ==, 1);

  return duplicates;
}

static void
test_pairs_share_a_postcode_in_two_spellings (void)
{
  static const Facts facts = { "Fatma", "Yildiz", NULL, NULL, NULL, "1234 AB" };
  g_autoptr (LoketDesk) desk = desk_open ("spellings.db");
  g_autofree char *first = add_client (desk, &facts);
  g_autofree char *second = add_client (desk, &facts);
  g_autofree char *sql = g_strdup_printf ("UPDATE client SET postcode = '1234ab' WHERE id = '%s'",
                                          second);
  g_autoptr (LoketDuplicates) found = NULL;

  desk_execute (desk, sql);
  found = search (desk);
  g_assert_cmpuint (loket_duplicates_get_pairs (found)->len, ==, 1);
  loket_desk_close (desk);
}

static void
test_lists_all_pairs (void)
{
  static const Facts people[] = {
    { "Karin", "Dekker", "1980-10-02", NULL, NULL, "1013 AB" },
    { "Eva", "Jansen", "1998-04-04", "0201234567", NULL, "1013 AB" },
    { "Tim", "Jansen", "1998-04-04", "020-1234567", NULL, "1013 AB" },
    { "Anna", "Vries", "1985-03-02", NULL, "anna@example.org", NULL },
    { "Omar", "Benali", "1999-07-07", NULL, NULL, NULL },
    { "Anna", "Bakker", NULL, "0612345678", "Anna@Example.org", "9712 XY" },
    { "Karin", "Dekker", "1980-10-02", NULL, NULL, "1013 AB" },
    { "Anna", "Bakker", NULL, "06 12345678", NULL, "9712 XY" },
  };
  g_autoptr (LoketDesk) desk = desk_open ("pairs.db");
  g_auto (GStrv) ids = g_new0 (char *, G_N_ELEMENTS (people) + 1);
  g_autoptr (LoketDuplicates) found = NULL;
  g_autoptr (LoketDuplicates) left = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  const LoketPair *first;

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    ids[i] = add_client (desk, &people[i]);

  found = search (desk);
  g_assert_cmpuint (loket_duplicates_get_pairs (found)->len, ==, 3);
  first = loket_duplicates_get_pairs (found)->pdata[0];
  g_assert_cmpstr (first->subject_id, ==, ids[0]);
  g_assert_cmpstr (first->second_id, ==, ids[6]);
  g_assert_cmpint (first->likeness.level, ==, LOKET_LIKENESS_CERTAIN);

  deed = loket_desk_tell_apart (desk, ids[2], ids[1], NULL);
  left = search (desk);
  g_assert_cmpuint (loket_duplicates_get_pairs (left)->len, ==, 2);

  loket_desk_close (desk);
}

static void
test_many_steps (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("many.db");
  g_autoptr (LoketDuplicates) found = NULL;

  desk_execute (desk,
                "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 4999) "
                "INSERT INTO client (id, version, act, client_no, family_name, given_name, "
                "birth_date, postcode, no_contact, no_survey, sort_name) "
                "SELECT printf ('%05d', i), 1, 'x', 'N' || i, 'Name' || (i % 2500), 'Given', "
                "date ('1960-01-02', (i % 2500) || ' days'), '1013 AB', 0, 0, 'x' FROM n");
  found = search (desk);
  g_assert_cmpuint (loket_duplicates_get_pairs (found)->len, >=, 2500);

  loket_desk_close (desk);
}

static void
test_cancels (void)
{
  static const Facts twice = { "Karin", "Dekker", "1980-10-02", NULL, NULL, NULL };
  g_autoptr (LoketDesk) desk = desk_open ("cancelled.db");
  g_autofree char *one = add_client (desk, &twice);
  g_autofree char *other = add_client (desk, &twice);
  g_autoptr (LoketDuplicates) found = loket_duplicates_new (desk);
  g_autoptr (LoketDuplicates) after = NULL;

  loket_duplicates_search (found);
  loket_duplicates_cancel (found);
  g_assert_false (loket_duplicates_is_searching (found));
  after = search (desk);
  g_assert_cmpuint (loket_duplicates_get_pairs (after)->len, ==, 1);
  g_assert_cmpuint (loket_duplicates_get_pairs (found)->len, ==, 0);

  loket_desk_close (desk);
}

static void
test_empty_store (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("empty.db");
  g_autoptr (LoketDuplicates) found = search (desk);

  g_assert_cmpuint (loket_duplicates_get_pairs (found)->len, ==, 0);

  loket_desk_close (desk);
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/duplicates/finds-who-is-being-typed-by-each-key", test_finds_by_each_key);
  g_test_add_func ("/duplicates/finds-a-postcode-in-each-spelling",
                   test_finds_a_postcode_in_each_spelling);
  g_test_add_func ("/duplicates/pairs-share-a-postcode-in-two-spellings",
                   test_pairs_share_a_postcode_in_two_spellings);
  g_test_add_func ("/duplicates/lists-all-pairs-best-first", test_lists_all_pairs);
  g_test_add_func ("/duplicates/goes-through-the-store-in-steps", test_many_steps);
  g_test_add_func ("/duplicates/ends-when-it-is-cancelled", test_cancels);
  g_test_add_func ("/duplicates/finds-nobody-in-an-empty-store", test_empty_store);

  return g_test_run ();
}
