/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of what is kept on disk while a person types. */

#include "loket-error.h"
#include "loket-forms.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* A form is to be on disk within two seconds of typing. */
#define PATIENCE_SECONDS 2

typedef struct
{
  LoketForms *forms;
  char *kept;     /* what was kept last: id and stamp */
  char *problem;
} Fixture;

static void
kept_cb (Fixture    *fixture,
         const char *id,
         const char *stamp)
{
  g_free (fixture->kept);
  fixture->kept = g_strdup_printf ("%s %s", id, stamp);
}

static void
problem_cb (Fixture    *fixture,
            const char *reason)
{
  g_free (fixture->problem);
  fixture->problem = g_strdup (reason);
}

static void
open_forms (Fixture *fixture)
{
  g_autofree char *path = store_build_path ("store.db");
  g_autoptr (LoketClock) clock = store_create_clock ();
  g_autoptr (GError) error = NULL;

  fixture->forms = loket_forms_open (path, clock, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (fixture->forms, "kept", G_CALLBACK (kept_cb), fixture);
  g_signal_connect_swapped (fixture->forms, "problem", G_CALLBACK (problem_cb), fixture);
}

static void
close_forms (Fixture *fixture)
{
  loket_forms_close (fixture->forms);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&fixture->forms));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  open_forms (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->forms != NULL)
    close_forms (fixture);
  g_clear_pointer (&fixture->kept, g_free);
  g_clear_pointer (&fixture->problem, g_free);
}

static void
keep (Fixture    *fixture,
      const char *id,
      const char *note)
{
  g_autoptr (LoketForm) form = loket_form_new (id, "session");

  loket_form_set_value (form, "note", note);
  loket_form_set_integer (form, "cursor", (int) strlen (note));
  loket_forms_keep (fixture->forms, form);
}

static void
await_text (char **text)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  while (*text == NULL && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (*text);
}

static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

/* Each open form as "id kind note cursor;". */
static char *
describe_open (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) forms = NULL;
  GString *text = g_string_new (NULL);

  loket_forms_load_async (fixture->forms, NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  forms = loket_forms_load_finish (fixture->forms, result, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < forms->len; i++)
    {
      const LoketForm *form = forms->pdata[i];

      g_string_append_printf (text, "%s %s %s %d;", loket_form_get_id (form),
                              loket_form_get_kind (form), loket_form_get_text (form, "note"),
                              loket_form_get_integer (form, "cursor"));
    }

  return g_string_free (text, FALSE);
}

static void
assert_open (Fixture    *fixture,
             const char *expected)
{
  g_autofree char *open = describe_open (fixture);

  g_assert_cmpstr (open, ==, expected);
}

static void
test_what_is_typed_is_on_disk_soon (Fixture       *fixture,
                                    gconstpointer  data)
{
  keep (fixture, "a", "Wil de zorg in");
  await_text (&fixture->kept);
  g_assert_cmpstr (fixture->kept, ==, "a 2026-11-21T09:40:00.000Z");

  /* As another start of the program would find it after a kill. */
  {
    Fixture other = { NULL };

    open_forms (&other);
    assert_open (&other, "a session Wil de zorg in 14;");
    close_forms (&other);
  }
}

static void
test_newest_text_counts (Fixture       *fixture,
                         gconstpointer  data)
{
  keep (fixture, "a", "W");
  keep (fixture, "a", "Wi");
  await_text (&fixture->kept);
  keep (fixture, "a", "Wil");
  close_forms (fixture);

  open_forms (fixture);
  assert_open (fixture, "a session Wil 3;");
}

static void
test_several_are_open_at_once (Fixture       *fixture,
                               gconstpointer  data)
{
  keep (fixture, "b", "Tweede");
  keep (fixture, "a", "Öztürk 👍");
  close_forms (fixture);

  open_forms (fixture);
  assert_open (fixture, "a session Öztürk 👍 13;b session Tweede 6;");
}

static void
test_text_that_was_deleted_is_gone (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (LoketForm) form = loket_form_new ("a", "session");

  loket_form_set_value (form, "note", "Wil");
  loket_form_set_value (form, "internal", "Twijfelt");
  loket_forms_keep (fixture->forms, form);
  await_text (&fixture->kept);
  loket_form_set_value (form, "note", "");
  loket_forms_keep (fixture->forms, form);
  close_forms (fixture);

  open_forms (fixture);
  assert_open (fixture, "a session  0;");
}

static void
test_discarded_form_can_come_back (Fixture       *fixture,
                                   gconstpointer  data)
{
  keep (fixture, "a", "Wil");
  await_text (&fixture->kept);
  loket_forms_discard (fixture->forms, "a");
  assert_open (fixture, "");

  keep (fixture, "a", "Wil");
  close_forms (fixture);
  open_forms (fixture);
  assert_open (fixture, "a session Wil 3;");
}

/* Also when it was typed so short ago that it never reached the disk. */
static void
test_form_that_is_over_stays_away (Fixture       *fixture,
                                   gconstpointer  data)
{
  keep (fixture, "a", "Wil");
  keep (fixture, "b", "Wil niet");
  loket_forms_discard (fixture->forms, "a");
  loket_forms_remove (fixture->forms, "b");
  close_forms (fixture);

  open_forms (fixture);
  assert_open (fixture, "");
}

static void
test_old_discarded_forms_are_forgotten (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autofree char *path = store_build_path ("store.db-drafts");
  g_autofree char *left = NULL;
  LoketDatabase *database;

  keep (fixture, "a", "Wil");
  keep (fixture, "b", "Wil niet");
  keep (fixture, "c", "Weet niet");
  await_text (&fixture->kept);
  close_forms (fixture);

  database = loket_database_open (path, LOKET_ACCESS_WRITE, NULL);
  store_execute (database, "UPDATE form SET discarded_at = '2026-11-14T09:39:00.000Z' "
                           "WHERE id = 'a';"
                           "UPDATE form SET discarded_at = '2026-11-14T09:41:00.000Z' "
                           "WHERE id = 'b'");
  g_clear_pointer (&database, loket_database_close);

  open_forms (fixture);
  close_forms (fixture);
  database = loket_database_open (path, LOKET_ACCESS_READ, NULL);
  left = store_read_text (database, "SELECT group_concat(id || name) FROM form "
                                    "JOIN form_value ON form_id = id WHERE name = 'note'");
  g_assert_cmpstr (left, ==, "bnote,cnote");
  loket_database_close (database);
}

static void
test_file_is_private (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *path = store_build_path ("store.db-drafts");
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

/* Who is typing must not be kept from it by an old file. */
static void
test_damaged_file_is_put_aside (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *path = store_build_path ("store.db-drafts");
  g_autofree char *rest = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (loket_forms_get_damaged (fixture->forms));
  close_forms (fixture);
  g_file_set_contents (path, "This is not a database, it is a poem of some length. ", -1, &error);
  g_assert_no_error (error);

  open_forms (fixture);
  g_assert_nonnull (loket_forms_get_damaged (fixture->forms));
  g_file_get_contents (loket_forms_get_damaged (fixture->forms), &rest, NULL, NULL);
  g_assert_cmpstr (rest, ==, "This is not a database, it is a poem of some length. ");
  keep (fixture, "a", "Wil");
  await_text (&fixture->kept);
}

/* The disk refuses; the text waits, and is written when the disk lets it. */
static void
test_what_cannot_be_written_is_tried_again (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autofree char *path = store_build_path ("store.db-drafts");
  g_autoptr (LoketDatabase) other = loket_database_open (path, LOKET_ACCESS_WRITE, NULL);

  store_execute (other, "ALTER TABLE form RENAME TO elsewhere");
  keep (fixture, "a", "Wil");
  await_text (&fixture->problem);
  g_assert_null (fixture->kept);

  store_execute (other, "ALTER TABLE elsewhere RENAME TO form");
  await_text (&fixture->kept);
  assert_open (fixture, "a session Wil 3;");
}

/* Signs of every sort: control characters, accents that combine, other scripts, emoji. */
static char *
draw_text (void)
{
  static const gunichar sorts[][2] = {
    { 0x20, 0x7E }, { 0x01, 0x1F }, { 0x300, 0x36F }, { 0x590, 0x6FF }, { 0x202A, 0x202E },
    { 0x1F300, 0x1F6FF },
  };
  int n = g_test_rand_int_range (1, 40);
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    {
      const gunichar *sort = sorts[g_test_rand_int_range (0, G_N_ELEMENTS (sorts))];

      g_string_append_unichar (text, (gunichar) g_test_rand_int_range ((gint32) sort[0],
                                                                       (gint32) sort[1] + 1));
    }

  return g_string_free (text, FALSE);
}

static void
assert_as_model (Fixture *fixture,
                 char   **model,
                 guint    n)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) forms = NULL;
  guint n_open = 0;

  loket_forms_load_async (fixture->forms, NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  forms = loket_forms_load_finish (fixture->forms, result, NULL);
  g_assert_nonnull (forms);
  for (guint i = 0; i < n; i++)
    n_open += model[i] != NULL;
  g_assert_cmpuint (forms->len, ==, n_open);
  for (guint i = 0; i < forms->len; i++)
    {
      const LoketForm *form = forms->pdata[i];
      guint number = (guint) g_ascii_strtoull (loket_form_get_id (form), NULL, 10);

      g_assert_cmpstr (loket_form_get_text (form, "note"), ==, model[number]);
    }
}

/* Whatever is typed, thrown away, saved and started again, what is open is what a person thinks. */
static void
test_any_order_leaves_what_is_open (Fixture       *fixture,
                                    gconstpointer  data)
{
  char *model[6] = { NULL };

  for (int i = 0; i < 300; i++)
    {
      guint number = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (model));
      g_autofree char *id = g_strdup_printf ("%u", number);
      int deed = g_test_rand_int_range (0, 10);

      if (deed < 6)
        {
          g_free (model[number]);
          model[number] = draw_text ();
          keep (fixture, id, model[number]);
        }
      else if (deed < 9)
        {
          g_clear_pointer (&model[number], g_free);
          if (deed == 6)
            loket_forms_discard (fixture->forms, id);
          else
            loket_forms_remove (fixture->forms, id);
        }
      else
        {
          close_forms (fixture);
          open_forms (fixture);
          assert_as_model (fixture, model, G_N_ELEMENTS (model));
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (model); i++)
    g_free (model[i]);
}

static void
add_test (const char *path,
          void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  add_test ("/forms/what-is-typed-is-on-disk-soon", test_what_is_typed_is_on_disk_soon);
  add_test ("/forms/newest-text-counts", test_newest_text_counts);
  add_test ("/forms/several-are-open-at-once", test_several_are_open_at_once);
  add_test ("/forms/text-that-was-deleted-is-gone", test_text_that_was_deleted_is_gone);
  add_test ("/forms/discarded-form-can-come-back", test_discarded_form_can_come_back);
  add_test ("/forms/form-that-is-over-stays-away", test_form_that_is_over_stays_away);
  add_test ("/forms/old-discarded-forms-are-forgotten", test_old_discarded_forms_are_forgotten);
  add_test ("/forms/file-is-private", test_file_is_private);
  add_test ("/forms/damaged-file-is-put-aside", test_damaged_file_is_put_aside);
  add_test ("/forms/any-order-leaves-what-is-open", test_any_order_leaves_what_is_open);
  add_test ("/forms/what-cannot-be-written-is-tried-again",
            test_what_cannot_be_written_is_tried_again);

  return g_test_run ();
}
