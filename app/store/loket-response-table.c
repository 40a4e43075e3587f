/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads plain columns: statistics are never made in SQL. */

#include "loket-response-table.h"

#include <string.h>

/* What was done in a trajectory that a response is about: rows that came, or were changed. */
#define COUNT_DONE(TABLE) \
  "UNION ALL SELECT 1 FROM " TABLE " t JOIN response r ON r.trajectory_id = t.trajectory_id " \
  "WHERE t.id > $1 " \
  "UNION ALL SELECT 1 FROM change_log c JOIN " TABLE " t ON t.id = c.record_id " \
  "JOIN response r ON r.trajectory_id = t.trajectory_id WHERE c.id > $1 AND c.kind = '" TABLE "' "

/* Closing days and rules decide how long somebody waited; those that came are in no line of the
 * log. */
#define COUNT_RULES(TABLE) \
  "UNION ALL SELECT 1 FROM " TABLE " WHERE act > $1 " \
  "AND EXISTS (SELECT 1 FROM response WHERE trajectory_id IS NOT NULL) "

/* Of a row that is gone nobody knows any more which trajectory it belonged to. */
#define COUNT_CHANGES \
  "SELECT count(*) FROM (" \
  "SELECT 1 FROM change_log WHERE id > $1 AND kind IN ('response', 'invitation') " \
  "AND field <> 'review' " \
  "UNION ALL SELECT 1 FROM change_log c JOIN response r ON r.trajectory_id = c.record_id " \
  "WHERE c.id > $1 AND c.kind = 'trajectory' " \
  "UNION ALL SELECT 1 FROM change_log WHERE id > $1 AND kind IN ('closure', 'setting') " \
  "AND EXISTS (SELECT 1 FROM response WHERE trajectory_id IS NOT NULL) " \
  "UNION ALL SELECT 1 FROM change_log WHERE id > $1 AND field = 'removed' " \
  "AND kind IN ('session', 'assessment', 'promise') " \
  "AND EXISTS (SELECT 1 FROM response WHERE trajectory_id IS NOT NULL) " \
  COUNT_RULES ("closure") COUNT_RULES ("setting") \
  COUNT_DONE ("session") COUNT_DONE ("assessment") COUNT_DONE ("promise") ") changes"

static const char *
get_text (LoketStatement *statement,
          int             column)
{
  const char *text = loket_statement_get_text (statement, column);

  return text != NULL ? text : "";
}

/**
 * loket_response_table_for_each:
 * @questionnaire: the id of a questionnaire
 * @with_persons: whether to say who answered
 * @func: is given every response to it, in the order in which they came in
 *
 * Returns: whether all were read; FALSE also when @func ended it
 */
gboolean
loket_response_table_for_each (LoketDatabase      *database,
                               const char         *questionnaire,
                               gboolean            with_persons,
                               LoketResponseFunc   func,
                               gpointer            user_data,
                               GError            **error)
{
  LoketStatement *statement;
  LoketStep step = LOKET_STEP_DONE;

  /* Two texts more for each of a million rows take their time. */
  statement = loket_database_prepare (
      database,
      with_persons ? "SELECT id, month, wave, office, counsellor, answers, client, response_no "
                     "FROM response WHERE questionnaire = $1 ORDER BY id"
                   : "SELECT id, month, wave, office, counsellor, answers "
                     "FROM response WHERE questionnaire = $1 ORDER BY id",
      error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, questionnaire);
  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    {
      const LoketResponseRow row = {
        get_text (statement, 0), get_text (statement, 1),
        (int) loket_statement_get_integer (statement, 2), get_text (statement, 3),
        get_text (statement, 4), get_text (statement, 5),
        with_persons ? get_text (statement, 6) : "", with_persons ? get_text (statement, 7) : ""
      };

      if (!func (&row, user_data, error))
        {
          loket_statement_reset (statement);
          return FALSE;
        }
    }

  return step == LOKET_STEP_DONE;
}

/**
 * loket_response_table_for_each_invitation:
 * @questionnaire: the id of a questionnaire
 * @func: is given how many were invited to it, by month, office and counsellor
 *
 * Returns: whether all were read; FALSE also when @func ended it
 */
gboolean
loket_response_table_for_each_invitation (LoketDatabase        *database,
                                          const char           *questionnaire,
                                          LoketInvitationFunc   func,
                                          gpointer              user_data,
                                          GError              **error)
{
  LoketStatement *statement;
  LoketStep step = LOKET_STEP_DONE;

  statement = loket_database_prepare (database,
                                      "SELECT month, office, counsellor, sent "
                                      "FROM invitation WHERE questionnaire = $1",
                                      error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, questionnaire);
  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    {
      const LoketInvitationRow row = { get_text (statement, 0), get_text (statement, 1),
                                       get_text (statement, 2),
                                       loket_statement_get_integer (statement, 3) };

      if (!func (&row, user_data, error))
        {
          loket_statement_reset (statement);
          return FALSE;
        }
    }

  return step == LOKET_STEP_DONE;
}

/* The first column of the first row; NULL with @error set when it cannot be read. */
static char *
dup_value (LoketDatabase  *database,
           const char     *sql,
           const char     *parameter,
           GError        **error)
{
  LoketStatement *statement = loket_database_prepare (database, sql, error);
  g_autofree char *value = NULL;

  if (statement == NULL)
    return NULL;
  if (parameter != NULL)
    loket_statement_bind_text (statement, 1, parameter);
  if (loket_statement_step (statement, error) != LOKET_STEP_ROW)
    return NULL;

  value = g_strdup (get_text (statement, 0));
  loket_statement_reset (statement);

  return g_steal_pointer (&value);
}

/**
 * loket_response_table_dup_last_id:
 *
 * Returns: (transfer full) (nullable): the id of the response that came in last, empty when there
 *   is none
 */
char *
loket_response_table_dup_last_id (LoketDatabase  *database,
                                  GError        **error)
{
  return dup_value (database, "SELECT max(id) FROM response", NULL, error);
}

/**
 * loket_response_table_dup_last_month:
 * @questionnaire: the id of a questionnaire
 *
 * Returns: (transfer full) (nullable): the last month of which there is a response to it, empty
 *   when there is none
 */
char *
loket_response_table_dup_last_month (LoketDatabase  *database,
                                     const char     *questionnaire,
                                     GError        **error)
{
  return dup_value (database, "SELECT max(month) FROM response WHERE questionnaire = $1",
                    questionnaire, error);
}

/**
 * loket_response_table_dup_stamp:
 * @before: (nullable): an earlier stamp
 * @error: why the store could not be asked
 *
 * New rows have the highest ids, and changed or removed ones stand in the change log behind the
 * line that the earlier stamp names. So this takes no time, however many responses there are.
 *
 * Returns: (transfer full) (nullable): a text equal to @before when no response, no invitation and
 *   nothing in a trajectory that a response is about was added, changed or removed since
 */
char *
loket_response_table_dup_stamp (LoketDatabase  *database,
                                const char     *before,
                                GError        **error)
{
  g_autofree char *log = dup_value (database, "SELECT max(id) FROM change_log", NULL, error);
  g_autofree char *response = NULL;
  g_autofree char *invitation = NULL;
  g_autofree char *changes = NULL;
  g_autofree char *rows = NULL;

  if (log != NULL)
    response = loket_response_table_dup_last_id (database, error);
  if (response != NULL)
    invitation = dup_value (database, "SELECT max(id) FROM invitation", NULL, error);
  if (invitation == NULL)
    return NULL;

  rows = g_strconcat (response, " ", invitation, " ", NULL);
  if (before == NULL || !g_str_has_prefix (before, rows))
    return g_strconcat (rows, log, NULL);

  changes = dup_value (database, COUNT_CHANGES, before + strlen (rows), error);
  if (changes == NULL)
    return NULL;

  return g_str_equal (changes, "0") ? g_strdup (before) : g_strconcat (rows, log, NULL);
}

/**
 * loket_response_table_dup_next_respondent:
 * @questionnaire: the id of a questionnaire
 * @error: why the numbers could not be read
 *
 * Returns: (transfer full) (nullable): who comes next of the respondents that nobody gave a number:
 *   "H0000001"
 */
char *
loket_response_table_dup_next_respondent (LoketDatabase  *database,
                                          const char     *questionnaire,
                                          GError        **error)
{
  g_autofree char *first = g_strconcat (questionnaire, "/H0000000", NULL);
  g_autofree char *last = g_strconcat (questionnaire, "/H9999999/", NULL);
  LoketStatement *statement;
  LoketStep step;
  gint64 number = 0;

  statement = loket_database_prepare (database,
                                      "SELECT response_no FROM response "
                                      "WHERE response_no >= $1 AND response_no <= $2 "
                                      "ORDER BY response_no DESC LIMIT 1",
                                      error);
  if (statement == NULL)
    return NULL;

  loket_statement_bind_text (statement, 1, first);
  loket_statement_bind_text (statement, 2, last);
  step = loket_statement_step (statement, error);
  if (step == LOKET_STEP_ERROR)
    return NULL;
  if (step == LOKET_STEP_ROW)
    number = g_ascii_strtoll (get_text (statement, 0) + strlen (questionnaire) + 2, NULL, 10);
  loket_statement_reset (statement);

  return g_strdup_printf ("H%07" G_GINT64_FORMAT, number + 1);
}

/**
 * loket_response_table_dup_act:
 * @id: a response
 * @error: why it could not be read
 *
 * Returns: (transfer full) (nullable): the id of the act that made it
 */
char *
loket_response_table_dup_act (LoketDatabase  *database,
                              const char     *id,
                              GError        **error)
{
  return dup_value (database, "SELECT act FROM response WHERE id = $1", id, error);
}
