/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Real stores in a folder of the test's own, with a clock that stands still. */

#include "store-fixture.h"

#include "loket-code-table.h"
#include "loket-record-table.h"
#include "loket-schema.h"
#include "loketten-data-resources.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/* The act that makes the examples; smaller than any real id. */
#define EXAMPLE_ACT "00000000-0000-7000-8000-000000000000"

/**
 * store_test_init:
 *
 * Instead of g_test_init (): gives every test a folder of its own, which goes with it.
 */
void
store_test_init (int    *argc,
                 char ***argv)
{
  setlocale (LC_ALL, "");
  g_test_init (argc, argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (loketten_data_get_resource ());
}

/**
 * store_build_path:
 *
 * Returns: (transfer full): a path in the folder of the test
 */
char *
store_build_path (const char *name)
{
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);

  return g_build_filename (g_get_user_data_dir (), name, NULL);
}

/**
 * store_create_clock:
 *
 * Returns: (transfer full): a clock that stands still at %STORE_NOW
 */
LoketClock *
store_create_clock (void)
{
  g_autoptr (GError) error = NULL;
  LoketClock *clock = loket_clock_new (STORE_NOW, &error);

  g_assert_no_error (error);

  return clock;
}

/**
 * store_create_database:
 *
 * Returns: (transfer full): a connection to a store with its schema and lists, which does not wait
 *   for the disk
 */
LoketDatabase *
store_create_database (const char *name)
{
  g_autofree char *path = store_build_path (name);
  g_autoptr (LoketClock) clock = store_create_clock ();
  g_autoptr (GError) error = NULL;
  LoketDatabase *database = loket_database_open (path, LOKET_ACCESS_CREATE, &error);

  g_assert_no_error (error);
  store_execute (database, "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY");
  loket_schema_upgrade (database, LOKET_SCHEMA_STEPS, clock, &error);
  g_assert_no_error (error);
  loket_code_table_fill (database, &error);
  g_assert_no_error (error);

  return database;
}

/**
 * store_open:
 *
 * Returns: (transfer full): a store, made when it is not there
 */
LoketStore *
store_open (const char *name)
{
  g_autofree char *path = store_build_path (name);
  g_autoptr (LoketClock) clock = store_create_clock ();
  g_autoptr (GError) error = NULL;
  LoketStore *store = loket_store_open (path, LOKET_ACCESS_CREATE, clock, &error);

  g_assert_no_error (error);

  return store;
}

void
store_execute (LoketDatabase *database,
               const char    *sql)
{
  g_autoptr (GError) error = NULL;

  loket_database_execute (database, sql, &error);
  g_assert_no_error (error);
}

/**
 * store_read_text:
 *
 * Returns: (transfer full) (nullable): the first value of the first row; NULL when there is none
 */
char *
store_read_text (LoketDatabase *database,
                 const char    *sql)
{
  g_autoptr (GError) error = NULL;
  LoketStatement *statement = loket_database_prepare (database, sql, &error);
  char *text = NULL;

  g_assert_no_error (error);
  if (loket_statement_step (statement, &error) == LOKET_STEP_ROW)
    text = g_strdup (loket_statement_get_text (statement, 0));
  g_assert_no_error (error);
  loket_statement_reset (statement);

  return text;
}

static char *
create_codes_value (LoketDatabase *database,
                    const char    *list,
                    guint          n_codes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketCodes) codes = loket_code_table_load (database, TRUE, &error);
  GPtrArray *all = loket_codes_get_list (codes, list);
  GString *value = g_string_new (NULL);

  for (guint i = 0; i < n_codes; i++)
    g_string_append_printf (value, "%s%s", i > 0 ? ";" : "",
                            ((LoketCode *) g_ptr_array_index (all, i))->code);

  return g_string_free (value, FALSE);
}

/* Of the first of the questions that create_value () brings. */
static char *
create_question_outcome (LoketDatabase *database)
{
  g_autofree char *question = create_codes_value (database, "questions_brought", 1);
  g_autofree char *outcome = create_codes_value (database, "question_outcome", 1);

  return g_strdup_printf ("%s=%s", question, outcome);
}

static char *
create_value (LoketDatabase    *database,
              const LoketField *field)
{
  static guint serial;

  if (field->flags & LOKET_FIELD_NUMBER)
    return g_strdup_printf ("x-%u", ++serial);
  if (g_str_equal (field->name, "month"))
    return g_strdup ("2026-11");
  if (g_str_equal (field->name, "email"))
    return g_strdup ("jan@jansen.nl");
  if (g_str_equal (field->name, "phone"))
    return g_strdup ("+31 6 12345678");
  if (g_str_equal (field->name, "question_outcomes"))
    return create_question_outcome (database);

  switch (field->type)
    {
    case LOKET_FIELD_CODE:
      return create_codes_value (database, field->list, 1);
    case LOKET_FIELD_CODES:
      return create_codes_value (database, field->list, 3);
    case LOKET_FIELD_DATE:
      return g_strdup ("2026-11-02");
    case LOKET_FIELD_MOMENT:
      return g_strdup ("2026-11-02T10:00");
    case LOKET_FIELD_INTEGER:
      return g_strdup ("45");
    case LOKET_FIELD_FLAG:
      return g_strdup ("1");
    case LOKET_FIELD_REFERENCE:
      return store_insert_example (database, loket_kind_get_by_name (field->list));
    case LOKET_FIELD_OPEN:
      return g_strdup ("less_satisfied\tWachten\\nen wachten\ntips\tBel terug \\\\o/\n");
    case LOKET_FIELD_TEXT:
      return g_strdup ("Één regel\nen een tweede 👍");
    case LOKET_FIELD_LINE:
    default:
      return g_strdup ("Öztürk");
    }
}

/**
 * store_create_example:
 *
 * Returns: (transfer full): a complete draft of @kind with a value in every field; what it refers
 *   to is in the database
 */
LoketDraft *
store_create_example (LoketDatabase   *database,
                      const LoketKind *kind)
{
  LoketDraft *draft = loket_draft_new (kind);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *value = create_value (database, &kind->fields[i]);

      loket_draft_set_value (draft, i, value);
    }
  loket_draft_complete (draft);

  return draft;
}

/**
 * store_insert:
 *
 * Returns: (transfer full): the id under which @draft was stored
 */
char *
store_insert (LoketDatabase    *database,
              const LoketDraft *draft)
{
  static guint serial;
  LoketRecordTable *table = loket_record_table_get (database, loket_draft_get_kind (draft));
  g_autofree char *id = g_strdup_printf ("00000000-0000-7000-8000-%012u", ++serial);
  g_autoptr (GError) error = NULL;

  loket_record_table_insert (table, draft, id, EXAMPLE_ACT, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&id);
}

char *
store_insert_example (LoketDatabase   *database,
                      const LoketKind *kind)
{
  g_autoptr (LoketDraft) draft = store_create_example (database, kind);

  return store_insert (database, draft);
}

LoketRecord *
store_load (LoketDatabase   *database,
            const LoketKind *kind,
            const char      *id)
{
  LoketRecordTable *table = loket_record_table_get (database, kind);
  g_autoptr (GError) error = NULL;
  LoketRecord *record = loket_record_table_load (table, id, &error);

  g_assert_no_error (error);

  return record;
}

/**
 * store_read_file:
 *
 * Returns: (transfer full): every byte of a file
 */
GBytes *
store_read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  gsize length = 0;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, length);
}

void
store_write_file (const char *path,
                  GBytes     *contents)
{
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  const char *bytes = g_bytes_get_data (contents, &length);

  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

void
store_assert_says (const GError *error,
                   const char   *words)
{
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}
