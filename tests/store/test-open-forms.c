/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the forms that are open at a desk, before and after the program ended. */

#include "desk-fixture.h"
#include "loket-merge-act.h"
#include "loket-open-forms.h"
#include "loket-session-act.h"
#include "loket-session-form.h"

#include <string.h>

#define PATIENCE_SECONDS 20

typedef struct
{
  LoketDesk *desk;
  LoketOpenForms *forms;
} Fixture;

static void
start_program (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->desk = desk_open ("store.db");
  fixture->forms = loket_open_forms_new (fixture->desk, &error);
  g_assert_no_error (error);
}

static void
end_program (Fixture *fixture)
{
  loket_open_forms_close (fixture->forms);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  loket_desk_close (fixture->desk);
  g_clear_object (&fixture->forms);
  g_clear_object (&fixture->desk);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  start_program (fixture);
  desk_execute (fixture->desk,
                "INSERT INTO client (id, version, act, client_no, family_name, given_name,"
                " no_contact, no_survey, sort_name) VALUES"
                " ('a', 1, '', 'K1', 'Aa', 'Jan', 0, 0, 'aa'),"
                " ('b', 1, '', 'K2', 'Bb', 'Piet', 0, 0, 'bb')");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  end_program (fixture);
}

static LoketOpenForm *
open_form (Fixture    *fixture,
           const char *client_id,
           const char *note)
{
  g_autofree char *id = loket_open_forms_dup_id (fixture->forms);
  LoketForm *form = loket_session_form_new (id, client_id, NULL, NULL, "phone",
                                            "2026-11-21T10:10");

  loket_form_set_value (form, LOKET_SESSION_FORM_NOTE_CLIENT, note);

  return loket_open_form_new (form, client_id);
}

static void
await_n_items (Fixture *fixture,
               guint    n)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  while (g_list_model_get_n_items (G_LIST_MODEL (fixture->forms)) != n
         && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->forms)), ==, n);
}

/* Long enough for what is not to come to have come. */
static void
settle (void)
{
  gint64 deadline = g_get_monotonic_time () + G_USEC_PER_SEC / 5;

  while (g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
}

static void
test_two_are_open_and_come_back (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (LoketOpenForm) first = open_form (fixture, "a", "Wil de zorg in");
  g_autoptr (LoketOpenForm) second = open_form (fixture, "b", "Wil de bouw in");
  LoketOpenForm *found;

  g_assert_null (loket_open_forms_find (fixture->forms, LOKET_SESSION_FORM, "a"));
  loket_open_forms_keep (fixture->forms, first);
  loket_open_forms_keep (fixture->forms, second);
  loket_open_forms_keep (fixture->forms, first);
  await_n_items (fixture, 2);
  g_assert_false (loket_open_form_is_recovered (first));

  end_program (fixture);
  start_program (fixture);
  await_n_items (fixture, 2);
  found = loket_open_forms_find (fixture->forms, LOKET_SESSION_FORM, "b");
  g_assert_true (loket_open_form_is_recovered (found));
  g_assert_cmpstr (loket_open_form_get_client_name (found), ==, "Piet Bb");
  g_assert_cmpstr (loket_open_form_get_kept_at (found), ==, "2026-11-21T09:40:00.000Z");
  g_assert_true (loket_form_equal (loket_open_form_get_form (found),
                                   loket_open_form_get_form (second)));
}

static void
test_discarded_form_is_gone_until_kept_again (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr (LoketOpenForm) form = open_form (fixture, "a", "Wil de zorg in");

  loket_open_forms_keep (fixture->forms, form);
  loket_open_forms_discard (fixture->forms, form);
  g_assert_null (loket_open_forms_find (fixture->forms, LOKET_SESSION_FORM, "a"));
  end_program (fixture);
  start_program (fixture);
  settle ();
  await_n_items (fixture, 0);

  loket_open_forms_keep (fixture->forms, form);
  end_program (fixture);
  start_program (fixture);
  await_n_items (fixture, 1);
}

/* A form about somebody whose record becomes part of another's goes on as one about the other. */
static void
test_form_follows_its_client (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (LoketOpenForm) form = open_form (fixture, "b", "Wil de zorg in");
  g_autoptr (LoketRecord) kept = desk_load (fixture->desk, &loket_client_kind, "a");
  g_autoptr (LoketRecord) gone = desk_load (fixture->desk, &loket_client_kind, "b");
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (kept);
  g_autoptr (LoketDeed) deed = NULL;

  loket_open_forms_keep (fixture->forms, form);
  deed = loket_desk_merge (fixture->desk, draft, LOKET_CLIENT (gone), NULL);
  g_assert_nonnull (deed);
  settle ();
  g_assert_true (loket_open_forms_find (fixture->forms, LOKET_SESSION_FORM, "a") == form);

  end_program (fixture);
  start_program (fixture);
  await_n_items (fixture, 1);
  g_assert_nonnull (loket_open_forms_find (fixture->forms, LOKET_SESSION_FORM, "a"));
}

/* The program ended between saving and forgetting the form. */
static void
test_saved_form_does_not_come_back (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (LoketOpenForm) form = open_form (fixture, "a", "Wil de zorg in");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GError) error = NULL;

  loket_open_forms_keep (fixture->forms, form);
  loket_desk_log_session_async (fixture->desk, loket_open_form_get_form (form), NULL,
                                desk_result_cb, &result);
  deed = loket_desk_act_finish (fixture->desk, desk_await (&result), &error);
  g_assert_no_error (error);

  end_program (fixture);
  start_program (fixture);
  settle ();
  await_n_items (fixture, 0);
}

static void
test_form_comes_back_when_its_act_is_undone (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autoptr (LoketOpenForm) form = open_form (fixture, "a", "Wil de zorg in");

  loket_open_forms_keep (fixture->forms, form);
  loket_open_forms_finish (fixture->forms, form, "act");
  await_n_items (fixture, 0);
  loket_open_forms_bring_back (fixture->forms, "another");
  await_n_items (fixture, 0);
  loket_open_forms_bring_back (fixture->forms, "act");
  await_n_items (fixture, 1);

  end_program (fixture);
  start_program (fixture);
  await_n_items (fixture, 1);
}

/* The session went on in another form: one form holds it all again. */
static void
test_form_that_comes_back_takes_what_went_on (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr (LoketOpenForm) form = open_form (fixture, "a", "Eerst");
  g_autoptr (LoketOpenForm) next = open_form (fixture, "a", "Eerst en later");
  LoketOpenForm *found;

  loket_open_forms_keep (fixture->forms, form);
  loket_open_forms_finish (fixture->forms, form, "act");
  loket_open_forms_keep (fixture->forms, next);
  loket_open_forms_bring_back (fixture->forms, "act");
  await_n_items (fixture, 1);

  end_program (fixture);
  start_program (fixture);
  await_n_items (fixture, 1);
  found = loket_open_forms_find (fixture->forms, LOKET_SESSION_FORM, "a");
  g_assert_cmpstr (loket_form_get_id (loket_open_form_get_form (found)), ==,
                   loket_form_get_id (loket_open_form_get_form (form)));
  g_assert_cmpstr (loket_form_get_value (loket_open_form_get_form (found),
                                         LOKET_SESSION_FORM_NOTE_CLIENT),
                   ==, "Eerst en later");
}

static void
test_form_of_a_client_who_is_gone_waits (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr (LoketOpenForm) form = open_form (fixture, "nobody", "Wil de zorg in");
  g_autoptr (LoketOpenForm) other = open_form (fixture, "a", "Wil de bouw in");

  loket_open_forms_keep (fixture->forms, form);
  loket_open_forms_keep (fixture->forms, other);
  end_program (fixture);
  start_program (fixture);
  await_n_items (fixture, 1);
  g_assert_nonnull (loket_open_forms_find (fixture->forms, LOKET_SESSION_FORM, "a"));
}

static void
test_ids_grow (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *first = loket_open_forms_dup_id (fixture->forms);
  g_autofree char *second = loket_open_forms_dup_id (fixture->forms);

  g_assert_cmpstr (first, <, second);
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

  add_test ("/open-forms/two-are-open-and-come-back", test_two_are_open_and_come_back);
  add_test ("/open-forms/discarded-form-is-gone-until-kept-again",
            test_discarded_form_is_gone_until_kept_again);
  add_test ("/open-forms/saved-form-does-not-come-back", test_saved_form_does_not_come_back);
  add_test ("/open-forms/form-of-a-client-who-is-gone-waits",
            test_form_of_a_client_who_is_gone_waits);
  add_test ("/open-forms/form-comes-back-when-its-act-is-undone",
            test_form_comes_back_when_its_act_is_undone);
  add_test ("/open-forms/form-follows-its-client", test_form_follows_its_client);
  add_test ("/open-forms/form-that-comes-back-takes-what-went-on",
            test_form_that_comes_back_takes_what_went_on);
  add_test ("/open-forms/ids-grow", test_ids_grow);

  return g_test_run ();
}
