/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of drafts: what every kind shares. */

#include "loket-client.h"
#include "loket-counsellor.h"
#include "loket-draft.h"
#include "loket-error.h"
#include "loket-session.h"
#include "records-fixture.h"

#include <string.h>

#define N_RANDOM 700

static LoketRecord *
make_record (const LoketDraft *draft,
             gint64            version)
{
  const LoketKind *kind = loket_draft_get_kind (draft);
  g_autofree const char **values = g_new0 (const char *, kind->n_fields);

  for (guint i = 0; i < kind->n_fields; i++)
    values[i] = loket_draft_get_value (draft, i);

  return loket_record_new (kind, "01939b00-0000-7000-8000-000000000001", version, values);
}

static void
test_new_one_is_empty (void)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_client_kind);

  g_assert_true (loket_draft_get_kind (draft) == &loket_client_kind);
  g_assert_true (loket_draft_is_new (draft));
  g_assert_null (loket_draft_get_id (draft));
  g_assert_cmpint (loket_draft_get_version (draft), ==, 0);
  for (guint i = 0; i < loket_client_kind.n_fields; i++)
    {
      g_assert_null (loket_draft_get_value (draft, i));
      g_assert_cmpstr (loket_draft_get_text (draft, i), ==, "");
    }
}

static void
test_draft_of_record_says_the_same (void)
{
  g_autoptr (LoketDraft) source = records_create_draft (&loket_client_kind);
  g_autoptr (LoketRecord) record = make_record (source, 7);
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (record);

  g_assert_false (loket_draft_is_new (draft));
  g_assert_cmpint (loket_draft_get_version (draft), ==, 7);
  g_assert_cmpstr (loket_draft_get_id (draft), ==, loket_record_get_id (record));
  for (guint i = 0; i < loket_client_kind.n_fields; i++)
    {
      g_assert_cmpstr (loket_draft_get_value (draft, i), ==, loket_record_get_value (record, i));
      g_assert_false (loket_draft_differs_from (draft, record, i));
    }
}

static void
test_white_space_is_empty (void)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_client_kind);

  loket_draft_set_value (draft, LOKET_CLIENT_CITY, "Tilburg");
  loket_draft_set_value (draft, LOKET_CLIENT_CITY, " \t\u00A0");
  g_assert_null (loket_draft_get_value (draft, LOKET_CLIENT_CITY));

  loket_draft_set_value (draft, LOKET_CLIENT_BIRTH_DATE, "1980-05-01");
  loket_draft_set_value (draft, LOKET_CLIENT_BIRTH_DATE, "");
  g_assert_null (loket_draft_get_value (draft, LOKET_CLIENT_BIRTH_DATE));
}

static void
test_lines_and_notes_are_cleaned (void)
{
  g_autoptr (LoketDraft) client = loket_draft_new (&loket_client_kind);
  g_autoptr (LoketDraft) session = loket_draft_new (&loket_session_kind);

  loket_draft_set_value (client, LOKET_CLIENT_FAMILY_NAME, " de\nVries\x01 ");
  g_assert_cmpstr (loket_draft_get_value (client, LOKET_CLIENT_FAMILY_NAME), ==, "de Vries");

  loket_draft_set_value (session, LOKET_SESSION_NOTE_CLIENT, "een\r\ntwee\n");
  g_assert_cmpstr (loket_draft_get_value (session, LOKET_SESSION_NOTE_CLIENT), ==, "een\ntwee");
}

static void
test_value_may_come_from_the_draft (void)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_client_kind);

  loket_draft_set_value (draft, LOKET_CLIENT_CITY, "Tilburg");
  loket_draft_set_value (draft, LOKET_CLIENT_CITY,
                         loket_draft_get_value (draft, LOKET_CLIENT_CITY));
  g_assert_cmpstr (loket_draft_get_value (draft, LOKET_CLIENT_CITY), ==, "Tilburg");
}

/* A draft that is used again has the room of what it said before. */
static void
test_cleared_one_is_like_new (void)
{
  g_autoptr (LoketDraft) source = records_create_draft (&loket_client_kind);
  g_autoptr (LoketRecord) record = make_record (source, 7);
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (record);
  g_autoptr (LoketDraft) empty = loket_draft_new (&loket_client_kind);

  loket_draft_clear (draft);
  g_assert_true (loket_draft_is_new (draft));
  g_assert_null (loket_draft_get_id (draft));
  g_assert_true (loket_draft_equal (draft, empty));

  loket_draft_set_value (draft, LOKET_CLIENT_CITY, "'s-Gravenhage");
  loket_draft_set_value (draft, LOKET_CLIENT_CITY, "Ede");
  g_assert_cmpstr (loket_draft_get_value (draft, LOKET_CLIENT_CITY), ==, "Ede");
  loket_draft_set_value (draft, LOKET_CLIENT_CITY, "Westerhaar-Vriezenveensewijk");
  g_assert_cmpstr (loket_draft_get_value (draft, LOKET_CLIENT_CITY), ==,
                   "Westerhaar-Vriezenveensewijk");
  loket_draft_set_value (draft, LOKET_CLIENT_CITY,
                         loket_draft_get_value (draft, LOKET_CLIENT_CITY) + strlen ("Westerhaar-"));
  g_assert_cmpstr (loket_draft_get_value (draft, LOKET_CLIENT_CITY), ==, "Vriezenveensewijk");
  loket_draft_set_value (draft, LOKET_CLIENT_CITY, " ");
  g_assert_null (loket_draft_get_value (draft, LOKET_CLIENT_CITY));
}

static void
test_number_has_one_spelling (void)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_session_kind);

  loket_draft_set_value (draft, LOKET_SESSION_MINUTES, "045");
  g_assert_cmpstr (loket_draft_get_value (draft, LOKET_SESSION_MINUTES), ==, "45");
  loket_draft_set_value (draft, LOKET_SESSION_MINUTES, "000");
  g_assert_cmpstr (loket_draft_get_value (draft, LOKET_SESSION_MINUTES), ==, "0");
  loket_draft_set_integer (draft, LOKET_SESSION_MINUTES, 60);
  g_assert_cmpstr (loket_draft_get_value (draft, LOKET_SESSION_MINUTES), ==, "60");
}

static void
test_complete_makes_an_empty_flag_no (void)
{
  g_autoptr (LoketDraft) draft = records_create_draft (&loket_client_kind);

  loket_draft_complete (draft);
  g_assert_cmpstr (loket_draft_get_value (draft, LOKET_CLIENT_NO_CONTACT), ==, "0");

  loket_draft_set_flag (draft, LOKET_CLIENT_NO_CONTACT, TRUE);
  loket_draft_complete (draft);
  g_assert_cmpstr (loket_draft_get_value (draft, LOKET_CLIENT_NO_CONTACT), ==, "1");
}

static void
test_complete_makes_a_counsellor_active (void)
{
  g_autoptr (LoketDraft) draft = records_create_draft (&loket_counsellor_kind);

  loket_draft_complete (draft);
  g_assert_cmpstr (loket_draft_get_value (draft, LOKET_COUNSELLOR_ACTIVE), ==, "1");

  loket_draft_set_flag (draft, LOKET_COUNSELLOR_ACTIVE, FALSE);
  loket_draft_complete (draft);
  g_assert_cmpstr (loket_draft_get_value (draft, LOKET_COUNSELLOR_ACTIVE), ==, "0");
}

static void
test_copy_is_apart (void)
{
  g_autoptr (LoketDraft) draft = records_create_draft (&loket_client_kind);
  g_autoptr (LoketDraft) copy = NULL;

  loket_draft_set_id (draft, "01939b00-0000-7000-8000-000000000002");
  copy = loket_draft_copy (draft);
  g_assert_true (loket_draft_equal (draft, copy));

  loket_draft_set_value (copy, LOKET_CLIENT_CITY, "Breda");
  g_assert_false (loket_draft_equal (draft, copy));
  g_assert_null (loket_draft_get_value (draft, LOKET_CLIENT_CITY));
}

static void
test_equal_sees_id_version_and_kind (void)
{
  g_autoptr (LoketDraft) source = records_create_draft (&loket_client_kind);
  g_autoptr (LoketRecord) first = make_record (source, 1);
  g_autoptr (LoketRecord) second = make_record (source, 2);
  g_autoptr (LoketDraft) a = loket_draft_new_from_record (first);
  g_autoptr (LoketDraft) b = loket_draft_new_from_record (second);
  g_autoptr (LoketDraft) c = loket_draft_copy (a);
  g_autoptr (LoketDraft) other = loket_draft_new (&loket_session_kind);

  g_assert_false (loket_draft_equal (a, b));
  g_assert_true (loket_draft_equal (a, c));
  loket_draft_set_id (c, "01939b00-0000-7000-8000-000000000009");
  g_assert_false (loket_draft_equal (a, c));
  g_assert_false (loket_draft_equal (a, other));
}

static void
test_empty_flag_does_not_differ_from_no (void)
{
  g_autoptr (LoketDraft) source = records_create_draft (&loket_client_kind);
  g_autoptr (LoketRecord) record = NULL;
  g_autoptr (LoketDraft) draft = NULL;

  loket_draft_complete (source);
  record = make_record (source, 1);
  draft = loket_draft_new_from_record (record);

  loket_draft_set_value (draft, LOKET_CLIENT_NO_SURVEY, NULL);
  g_assert_false (loket_draft_differs_from (draft, record, LOKET_CLIENT_NO_SURVEY));
  loket_draft_set_flag (draft, LOKET_CLIENT_NO_SURVEY, TRUE);
  g_assert_true (loket_draft_differs_from (draft, record, LOKET_CLIENT_NO_SURVEY));
}

/* Two people at one record: what this one changed is no conflict, what the other did is. */
static void
test_conflict_is_what_somebody_else_changed (void)
{
  g_autoptr (LoketDraft) source = records_create_draft (&loket_client_kind);
  g_autoptr (LoketDraft) other = loket_draft_copy (source);
  g_autoptr (LoketRecord) before = make_record (source, 1);
  g_autoptr (LoketRecord) after = NULL;
  g_autoptr (LoketDraft) mine = loket_draft_new_from_record (before);
  g_autoptr (LoketDraft) copy = NULL;

  loket_draft_set_value (other, LOKET_CLIENT_PHONE, "0612345678");
  loket_draft_set_flag (other, LOKET_CLIENT_NO_CONTACT, FALSE);
  after = make_record (other, 2);

  loket_draft_set_value (mine, LOKET_CLIENT_EMAIL, "jan@jansen.nl");
  copy = loket_draft_copy (mine);
  g_assert_cmpint (loket_draft_find_conflict (mine, after), ==, LOKET_CLIENT_PHONE);
  g_assert_cmpint (loket_draft_find_conflict (copy, after), ==, LOKET_CLIENT_PHONE);

  loket_draft_set_value (mine, LOKET_CLIENT_PHONE, "0687654321");
  g_assert_cmpint (loket_draft_find_conflict (mine, after), ==, LOKET_CLIENT_PHONE);
  loket_draft_set_value (mine, LOKET_CLIENT_PHONE, "0612345678");
  g_assert_cmpint (loket_draft_find_conflict (mine, after), ==, -1);
}

static void
test_names_a_required_field (gconstpointer data)
{
  const LoketKind *kind = data;
  g_autoptr (LoketCodes) codes = records_load_codes ();
  g_autoptr (LoketDraft) whole = records_create_draft (kind);

  loket_draft_complete (whole);
  records_assert_valid (whole, codes);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autoptr (LoketDraft) draft = loket_draft_copy (whole);

      if (!(kind->fields[i].flags & LOKET_FIELD_REQUIRED))
        continue;
      loket_draft_set_value (draft, i, NULL);
      records_assert_refused (draft, codes, i, "is missing");
    }
}

typedef struct
{
  LoketFieldType type;
  const char *value;
  const char *reason;
} Refusal;

static const Refusal refusals[] = {
  { LOKET_FIELD_DATE, "2026-02-29", "“2026-02-29” is not a date that exists" },
  { LOKET_FIELD_DATE, "21-11-2026", "is not a date that exists" },
  { LOKET_FIELD_DATE, "gisteren", "is not a date that exists" },
  { LOKET_FIELD_MOMENT, "2026-11-21", "is not a date and time" },
  { LOKET_FIELD_MOMENT, "2026-11-21T25:00", "is not a date and time" },
  { LOKET_FIELD_INTEGER, "-1", "“-1” is not a whole number" },
  { LOKET_FIELD_INTEGER, "1.5", "is not a whole number" },
  { LOKET_FIELD_INTEGER, "1000000", "is not a whole number" },
  { LOKET_FIELD_INTEGER, " 1", "is not a whole number" },
  { LOKET_FIELD_FLAG, "yes", "“yes” is neither yes nor no" },
  { LOKET_FIELD_FLAG, "2", "is neither yes nor no" },
  { LOKET_FIELD_CODE, "bestaat_niet", "“bestaat_niet” is not in the list of this office" },
  { LOKET_FIELD_CODE, "a;b", "is not in the list of this office" },
  { LOKET_FIELD_CODES, "which_work;bestaat_niet", "“bestaat_niet” is not in the list" },
  { LOKET_FIELD_CODES, "which_work;;retraining", "“” is not in the list" },
  { LOKET_FIELD_CODES, "which_work;which_work", "“which_work” stands there twice" },
  { LOKET_FIELD_CODES, "which_work;retraining;which_work", "“which_work” stands there twice" },
  { LOKET_FIELD_CODES, "retraining;which_work;which_work", "“which_work” stands there twice" },
};

/* Each value in each field of its type, of each kind. */
static void
test_refuses_a_value (gconstpointer data)
{
  const Refusal *refusal = data;
  g_autoptr (LoketCodes) codes = records_load_codes ();
  const LoketKind *const *kinds = loket_kind_get_all ();
  guint n_tried = 0;

  for (guint k = 0; kinds[k] != NULL; k++)
    {
      for (guint i = 0; i < kinds[k]->n_fields; i++)
        {
          g_autoptr (LoketDraft) draft = records_create_draft (kinds[k]);

          if (kinds[k]->fields[i].type != refusal->type
              || kinds[k]->fields[i].flags & LOKET_FIELD_DERIVED)
            continue;

          loket_draft_set_value (draft, i, refusal->value);
          records_assert_refused (draft, codes, i, refusal->reason);
          n_tried++;
        }
    }

  g_assert_cmpuint (n_tried, >, 0);
}

static void
test_refuses_endless_text (void)
{
  g_autoptr (LoketCodes) codes = records_load_codes ();
  g_autoptr (LoketDraft) client = records_create_draft (&loket_client_kind);
  g_autoptr (LoketDraft) session = records_create_draft (&loket_session_kind);
  g_autofree char *line = g_strnfill (500, 'x');
  g_autofree char *longer = g_strnfill (501, 'x');
  g_autofree char *note = g_strnfill (100000, 'x');
  g_autofree char *book = g_strnfill (100001, 'x');

  loket_draft_set_value (client, LOKET_CLIENT_CITY, line);
  records_assert_valid (client, codes);
  loket_draft_set_value (client, LOKET_CLIENT_CITY, longer);
  records_assert_refused (client, codes, LOKET_CLIENT_CITY, "has 501 characters");

  loket_draft_set_value (session, LOKET_SESSION_NOTE_CLIENT, note);
  records_assert_valid (session, codes);
  loket_draft_set_value (session, LOKET_SESSION_NOTE_CLIENT, book);
  records_assert_refused (session, codes, LOKET_SESSION_NOTE_CLIENT, "has 100001 characters");
}

/* What fits is counted in characters, as people do, not in bytes. */
static void
test_counts_characters (void)
{
  g_autoptr (LoketCodes) codes = records_load_codes ();
  g_autoptr (LoketDraft) draft = records_create_draft (&loket_client_kind);
  g_autoptr (GString) city = g_string_new (NULL);

  for (guint i = 0; i < 500; i++)
    g_string_append (city, "é");
  loket_draft_set_value (draft, LOKET_CLIENT_CITY, city->str);
  records_assert_valid (draft, codes);
}

/* A field that follows from others can be longer than they are: that is nobody's fault. */
static void
test_does_not_blame_derived_fields (void)
{
  g_autoptr (LoketCodes) codes = records_load_codes ();
  g_autoptr (LoketDraft) draft = records_create_draft (&loket_client_kind);
  g_autofree char *line = g_strnfill (400, 'x');

  loket_draft_set_value (draft, LOKET_CLIENT_FAMILY_NAME, line);
  loket_draft_set_value (draft, LOKET_CLIENT_GIVEN_NAME, line);
  loket_draft_complete (draft);
  records_assert_valid (draft, codes);
}

static void
test_retired_code_is_valid (void)
{
  g_autoptr (LoketCodes) codes = records_load_codes ();
  g_autoptr (LoketDraft) draft = records_create_draft (&loket_client_kind);

  loket_codes_add (codes, "situation", "wajong", "Wajong", TRUE);
  loket_draft_set_value (draft, LOKET_CLIENT_SITUATION, "wajong");
  records_assert_valid (draft, codes);
}

static char *
draw_value (const LoketField *field,
            LoketCodes       *codes)
{
  GPtrArray *list = field->type == LOKET_FIELD_CODE || field->type == LOKET_FIELD_CODES
                      ? loket_codes_get_list (codes, field->list) : NULL;

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      return records_random_text (30);
    case 1:
      return g_strdup_printf ("%04d-%02d-%02d", g_test_rand_int_range (1790, 2060),
                              g_test_rand_int_range (0, 14), g_test_rand_int_range (0, 33));
    case 2:
      return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d", g_test_rand_int_range (2020, 2030),
                              g_test_rand_int_range (1, 13), g_test_rand_int_range (1, 32),
                              g_test_rand_int_range (0, 25), g_test_rand_int_range (0, 61));
    case 3:
      return g_strdup_printf ("%d", g_test_rand_int_range (-5, 2000000));
    case 4:
      return g_strdup (g_test_rand_bit () ? "1" : "0");
    default:
      if (list == NULL)
        return NULL;
      return g_strdup (((LoketCode *) g_ptr_array_index (
          list, (guint) g_test_rand_int_range (0, (gint32) list->len)))->code);
    }
}

/* Whatever is set, a draft keeps it in one spelling, gets a verdict that names a field, and a
 * record made of it says the same again. */
static void
test_withstands_anything (gconstpointer data)
{
  const LoketKind *kind = data;
  g_autoptr (LoketCodes) codes = records_load_codes ();
  const LoketChecks checks = { RECORDS_TODAY, codes };

  for (guint n = 0; n < N_RANDOM; n++)
    {
      g_autoptr (LoketDraft) draft = loket_draft_new (kind);
      g_autoptr (LoketDraft) again = NULL;
      g_autoptr (LoketDraft) completed = NULL;
      g_autoptr (LoketRecord) record = NULL;
      g_autoptr (GError) error = NULL;
      guint field = G_MAXUINT;

      for (guint i = 0; i < kind->n_fields; i++)
        {
          g_autofree char *value = draw_value (&kind->fields[i], codes);

          loket_draft_set_value (draft, i, value);
          if (loket_draft_get_value (draft, i) != NULL)
            g_assert_cmpstr (loket_draft_get_value (draft, i), !=, "");
        }

      again = loket_draft_copy (draft);
      for (guint i = 0; i < kind->n_fields; i++)
        loket_draft_set_value (again, i, loket_draft_get_value (draft, i));
      g_assert_true (loket_draft_equal (draft, again));

      loket_draft_complete (draft);
      completed = loket_draft_copy (draft);
      loket_draft_complete (completed);
      g_assert_true (loket_draft_equal (draft, completed));

      if (!loket_draft_validate (draft, &checks, &field, &error))
        {
          g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
          g_assert_cmpuint (field, <, kind->n_fields);
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
        }
      else
        g_assert_no_error (error);

      record = make_record (draft, 1);
      for (guint i = 0; i < kind->n_fields; i++)
        g_assert_false (loket_draft_differs_from (draft, record, i));
    }
}

static void
add_for_each_kind (const char    *rule,
                   GTestDataFunc  func)
{
  const LoketKind *const *kinds = loket_kind_get_all ();

  for (guint k = 0; kinds[k] != NULL; k++)
    {
      g_autofree char *path = g_strdup_printf ("/draft/%s/%s", rule, kinds[k]->name);

      g_test_add_data_func (path, kinds[k], func);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draft/new-one-is-empty", test_new_one_is_empty);
  g_test_add_func ("/draft/draft-of-record-says-the-same", test_draft_of_record_says_the_same);
  g_test_add_func ("/draft/white-space-is-empty", test_white_space_is_empty);
  g_test_add_func ("/draft/lines-and-notes-are-cleaned", test_lines_and_notes_are_cleaned);
  g_test_add_func ("/draft/value-may-come-from-the-draft", test_value_may_come_from_the_draft);
  g_test_add_func ("/draft/cleared-one-is-like-new", test_cleared_one_is_like_new);
  g_test_add_func ("/draft/number-has-one-spelling", test_number_has_one_spelling);
  g_test_add_func ("/draft/complete-makes-an-empty-flag-no", test_complete_makes_an_empty_flag_no);
  g_test_add_func ("/draft/complete-makes-a-counsellor-active",
                   test_complete_makes_a_counsellor_active);
  g_test_add_func ("/draft/copy-is-apart", test_copy_is_apart);
  g_test_add_func ("/draft/equal-sees-id-version-and-kind", test_equal_sees_id_version_and_kind);
  g_test_add_func ("/draft/empty-flag-does-not-differ-from-no",
                   test_empty_flag_does_not_differ_from_no);
  g_test_add_func ("/draft/refuses-endless-text", test_refuses_endless_text);
  g_test_add_func ("/draft/counts-characters", test_counts_characters);
  g_test_add_func ("/draft/does-not-blame-derived-fields", test_does_not_blame_derived_fields);
  g_test_add_func ("/draft/retired-code-is-valid", test_retired_code_is_valid);
  g_test_add_func ("/draft/conflict-is-what-somebody-else-changed",
                   test_conflict_is_what_somebody_else_changed);
  add_for_each_kind ("names-a-required-field", test_names_a_required_field);
  add_for_each_kind ("withstands-anything", test_withstands_anything);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/draft/refuses-a-value/%u", i);

      g_test_add_data_func (path, &refusals[i], test_refuses_a_value);
    }

  return g_test_run ();
}
