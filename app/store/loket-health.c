/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Looks a store over and says in sentences what is wrong. */

#include "loketten-config.h"

#include "loket-health.h"

#include "loket-client.h"
#include "loket-client-name-table.h"
#include "loket-note-upkeep.h"
#include "loket-record-table.h"

#include <glib/gi18n-lib.h>

/* More than this says no more. */
#define MOST_PROBLEMS 100

static void
add_problem (GPtrArray *problems,
             char      *problem)
{
  if (problems->len < MOST_PROBLEMS)
    g_ptr_array_add (problems, problem);
  else
    g_free (problem);
}

/* SQLite puts several findings into one text, below a line of stars. */
static void
add_damage (GPtrArray  *problems,
            const char *findings)
{
  g_auto (GStrv) lines = g_strsplit (findings, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0' && *lines[i] != '*')
        add_problem (problems, g_strdup_printf (_("The file is damaged: %s"), lines[i]));
    }
}

static gboolean
check_integrity (LoketDatabase  *database,
                 GPtrArray      *problems,
                 GError        **error)
{
  LoketStatement *statement = loket_database_prepare (database, "PRAGMA integrity_check", error);
  LoketStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    {
      const char *line = loket_statement_get_text (statement, 0);

      if (!g_str_equal (line, "ok"))
        add_damage (problems, line);
    }

  return step == LOKET_STEP_DONE;
}

static gboolean
check_references (LoketDatabase  *database,
                  GPtrArray      *problems,
                  GError        **error)
{
  LoketStatement *statement = loket_database_prepare (database, "PRAGMA foreign_key_check", error);
  LoketStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    add_problem (problems,
                 g_strdup_printf (_("Row %s of table %s refers to a %s that is not there"),
                                  loket_statement_get_text (statement, 1) != NULL
                                    ? loket_statement_get_text (statement, 1) : "?",
                                  loket_statement_get_text (statement, 0),
                                  loket_statement_get_text (statement, 2)));

  return step == LOKET_STEP_DONE;
}

/**
 * loket_health_check_file:
 * @database: a connection
 * @problems: (element-type utf8): gets a sentence for each problem
 * @error: why the check could not be made
 *
 * Checks the pages of the file, the indexes and the references between tables.
 *
 * Returns: whether the check was made, whatever it found
 */
gboolean
loket_health_check_file (LoketDatabase  *database,
                         GPtrArray      *problems,
                         GError        **error)
{
  return check_integrity (database, problems, error)
         && check_references (database, problems, error);
}

typedef struct
{
  LoketDatabase *database;
  const LoketChecks *checks;
  GPtrArray *problems;
  gint64 n_names;  /* words of all names that should be there */
} RecordCheck;

static gboolean
check_names (RecordCheck       *check,
             const LoketDraft  *client,
             GError           **error)
{
  gboolean found = FALSE;

  if (!loket_client_name_table_check (check->database, client, &found, error))
    return FALSE;

  check->n_names += loket_client_name_table_count_words (client);

  if (!found)
    add_problem (check->problems,
                 g_strdup_printf (_("Client %s cannot be found by name"),
                                  loket_draft_get_text (client, LOKET_CLIENT_CLIENT_NO)));

  return TRUE;
}

/* What a list finds a record by must follow from the rest, or nobody sees the record. */
static int
find_wrong_derived (const LoketDraft *draft)
{
  const LoketKind *kind = loket_draft_get_kind (draft);
  g_autoptr (LoketDraft) complete = loket_draft_copy (draft);

  loket_draft_complete (complete);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (kind->fields[i].flags & LOKET_FIELD_DERIVED
          && loket_draft_differs_from (complete, loket_draft_get_record (draft), i))
        return (int) i;
    }

  return -1;
}

static void
add_record_problem (RecordCheck *check,
                    LoketRecord *record,
                    guint        field,
                    const char  *reason)
{
  const LoketKind *kind = loket_record_get_kind (record);
  int number = loket_kind_get_number_field (kind);

  add_problem (check->problems,
               g_strdup_printf ("%s %s: %s %s", loket_kind_get_title (kind),
                                number >= 0 ? loket_record_get_text (record, (guint) number)
                                            : loket_record_get_id (record),
                                loket_kind_get_field_title (kind, field), reason));
}

static gboolean
check_record (LoketRecord  *record,
              gpointer      user_data,
              GError      **error)
{
  RecordCheck *check = user_data;
  const LoketKind *kind = loket_record_get_kind (record);
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (record);
  g_autoptr (GError) invalid = NULL;
  int derived = find_wrong_derived (draft);
  guint field = 0;

  if (kind == &loket_client_kind && !check_names (check, draft, error))
    return FALSE;
  if (!loket_draft_validate (draft, check->checks, &field, &invalid))
    add_record_problem (check, record, field, invalid->message);
  else if (derived >= 0)
    add_record_problem (check, record, (guint) derived, _("does not follow from the rest"));

  return TRUE;
}

/* Every word that should be there was found: if there are more, they are stale. */
static gboolean
check_stale_names (RecordCheck  *check,
                   GError      **error)
{
  gint64 n_words = loket_client_name_table_count (check->database, error);

  if (n_words < 0)
    return FALSE;

  if (n_words > check->n_names)
    add_problem (check->problems,
                 g_strdup_printf (_("%d words of the search for names lead to a client who has "
                                    "them no longer"), (int) (n_words - check->n_names)));

  return TRUE;
}

static gboolean
check_notes (RecordCheck  *check,
             GError      **error)
{
  guint n_strays = 0;
  g_autoptr (GPtrArray) wrong = loket_note_upkeep_check (check->database, &n_strays, error);

  if (wrong == NULL)
    return FALSE;

  for (guint i = 0; i < wrong->len; i++)
    add_problem (check->problems,
                 g_strdup_printf (_("Client %s is not found by just what the notes say"),
                                  (const char *) g_ptr_array_index (wrong, i)));
  if (n_strays > 0)
    add_problem (check->problems,
                 g_strdup_printf (_("The search in notes finds %u clients who are not there"),
                                  n_strays));

  return TRUE;
}

/**
 * loket_health_check_records:
 * @database: a connection
 * @checks: what the rules need to know
 * @problems: (element-type utf8): gets a sentence for each problem
 * @error: why the check could not be made
 *
 * Checks every record against the rules of its kind, and whether every client can be found, by name
 * and by notes. What is wrong with a record is not said once more of the search.
 *
 * Returns: whether the check was made, whatever it found
 */
gboolean
loket_health_check_records (LoketDatabase      *database,
                            const LoketChecks  *checks,
                            GPtrArray          *problems,
                            GError            **error)
{
  const LoketKind *const *kinds = loket_kind_get_all ();
  RecordCheck check = { database, checks, problems, 0 };
  guint n_problems = problems->len;

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      LoketRecordTable *table = loket_record_table_get (database, kinds[i]);

      if (!loket_record_table_for_each (table, check_record, &check, error))
        return FALSE;
    }
  if (problems->len > n_problems)
    return TRUE;

  return check_stale_names (&check, error) && check_notes (&check, error);
}
