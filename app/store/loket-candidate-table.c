/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads along the indexes of dates: those of other years are not looked at. */

#include "loket-candidate-table.h"

#include "loket-client.h"
#include "loket-date.h"

/* $1 to $4: day, questionnaire, from, until. Every moment of a date lies before its T99. */
static const char sql[] =
  "SELECT trajectory.id, trajectory.trajectory_no, client.id, client.client_no, "
  "client.given_name, client.prefix, client.family_name, client.email, client.language, "
  "client.no_contact, client.no_survey, counsellor.code, "
  "coalesce (counsellor.name, counsellor.code), "
  "coalesce (office.name, (SELECT min (name) FROM office HAVING count(*) = 1)), "
  "(SELECT max(starts_at) FROM session WHERE session.trajectory_id = trajectory.id "
  "AND session.state = 'held'), "
  "(SELECT max(done_on) FROM contact WHERE contact.trajectory_id = trajectory.id "
  "AND contact.outcome = 'reached'), "
  "EXISTS (SELECT 1 FROM trajectory AS its JOIN session ON session.trajectory_id = its.id "
  "WHERE its.client_id = trajectory.client_id AND session.state = 'planned' "
  "AND session.starts_at >= $1), "
  "invitee.drawn_on, invitee.reason, invitee.explanation "
  "FROM trajectory JOIN client ON client.id = trajectory.client_id "
  "LEFT JOIN counsellor ON counsellor.id = trajectory.counsellor_id "
  "LEFT JOIN office ON office.id = counsellor.office_id "
  "LEFT JOIN invitee ON invitee.trajectory_id = trajectory.id AND invitee.questionnaire = $2 "
  "WHERE trajectory.id IN ("
  "SELECT trajectory_id FROM session WHERE starts_at >= $3 AND starts_at <= $4 || 'T99' "
  "AND state = 'held' UNION SELECT trajectory_id FROM contact "
  "WHERE done_on >= $3 AND done_on <= $4 AND outcome = 'reached') "
  "ORDER BY client.client_no, trajectory.trajectory_no";

void
loket_survey_row_free (LoketSurveyRow *candidate)
{
  g_free (candidate->trajectory_id);
  g_free (candidate->trajectory_no);
  g_free (candidate->client_id);
  g_free (candidate->client_no);
  g_free (candidate->client_name);
  g_free (candidate->email);
  g_free (candidate->language);
  g_free (candidate->counsellor);
  g_free (candidate->counsellor_name);
  g_free (candidate->office);
  g_free (candidate->last_contact_on);
  g_free (candidate->drawn_on);
  g_free (candidate->reason);
  g_free (candidate->explanation);
  g_free (candidate);
}

static char *
dup_text (LoketStatement *statement,
          int             column)
{
  return g_strdup (loket_statement_get_text (statement, column));
}

/* Parts of a name that are not known are empty. */
static const char *
get_name (LoketStatement *statement,
          int             column)
{
  const char *name = loket_statement_get_text (statement, column);

  return name != NULL ? name : "";
}

static LoketSurveyRow *
read_row (LoketStatement *statement)
{
  LoketSurveyRow *row = g_new0 (LoketSurveyRow, 1);

  row->trajectory_id = dup_text (statement, 0);
  row->trajectory_no = dup_text (statement, 1);
  row->client_id = dup_text (statement, 2);
  row->client_no = dup_text (statement, 3);
  row->client_name = loket_client_join_name (get_name (statement, 4), get_name (statement, 5),
                                             get_name (statement, 6));
  row->email = dup_text (statement, 7);
  row->language = dup_text (statement, 8);
  row->no_contact = loket_statement_get_integer (statement, 9) == 1;
  row->no_survey = loket_statement_get_integer (statement, 10) == 1;
  row->counsellor = dup_text (statement, 11);
  row->counsellor_name = dup_text (statement, 12);
  row->office = dup_text (statement, 13);
  row->last_contact_on = loket_moment_dup_later_day (loket_statement_get_text (statement, 14),
                                                     loket_statement_get_text (statement, 15));
  row->has_session = loket_statement_get_integer (statement, 16) == 1;
  row->drawn_on = dup_text (statement, 17);
  row->reason = dup_text (statement, 18);
  row->explanation = dup_text (statement, 19);

  return row;
}

/**
 * loket_candidate_table_load:
 * @query: which trajectories are wanted
 *
 * Returns: (transfer full) (nullable) (element-type LoketSurveyRow): the trajectories with a real
 *   contact in that stretch, also those in which there was a later one, by the numbers of their
 *   clients
 */
GPtrArray *
loket_candidate_table_load (LoketDatabase              *database,
                            const LoketCandidateQuery  *query,
                            GError                    **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  LoketStatement *statement = loket_database_prepare (database, sql, error);
  LoketStep step;

  if (statement == NULL)
    return NULL;

  loket_statement_bind_text (statement, 1, query->day);
  loket_statement_bind_text (statement, 2, query->questionnaire);
  loket_statement_bind_text (statement, 3, query->from);
  loket_statement_bind_text (statement, 4, query->until);
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_survey_row_free);
  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    g_ptr_array_add (rows, read_row (statement));

  return step == LOKET_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}
