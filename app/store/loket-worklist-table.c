/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads what asks for work: in the order of dates along a partial index, never more than asked. */

#include "loket-worklist-table.h"

#include "loket-client.h"
#include "loket-first-response.h"
#include "loket-work-conditions.h"

/* How the SQL of one type of work differs from that of the others. */
typedef struct
{
  const char *columns;    /* id, kind, due_on, at, snoozed_until, done_on, outcome, channel, text,
                             count, assessment, assessment_id */
  const char *table;
  const char *link;       /* (nullable): how its rows find their trajectory */
  const char *condition;  /* (nullable) */
  const char *objection;  /* (nullable): a condition that only what was planned before an objection
                             fails: it is not looked at where days are counted */
  const char *date;       /* the column that is asked for and put in order */
  const char *kind;       /* (nullable): the column of the kind */
  const char *snoozed_until;  /* (nullable): the column of the moment, of what can be put off */
  const char *part;       /* (nullable): the column of the part of the day */
  const char *owner;      /* (nullable): the counsellor's column, when the record has one */
  const char *counsellor; /* the counsellor's id */
} Source;

/* The test that a contact is about. One that came from a file does not say which: then it is one
 * that is in that stage, and rather one that no other contact names. */
#define ITS_TEST(column) \
  "(SELECT assessment." column " FROM assessment LEFT JOIN contact AS own " \
  "ON own.cause = assessment.id AND own.open_on IS NOT NULL AND own.kind = contact.kind " \
  "WHERE contact.kind IN ('assessment_pending', 'assessment_result', 'assessment_debrief') " \
  "AND assessment.trajectory_id = contact.trajectory_id AND assessment.discussed_on IS NULL " \
  "AND coalesce (contact.cause, assessment.id) = assessment.id " \
  "AND CASE contact.kind WHEN 'assessment_pending' THEN assessment.taken_on IS NULL " \
  "WHEN 'assessment_result' THEN assessment.taken_on IS NOT NULL AND assessment.result_on IS NULL "\
  "ELSE assessment.result_on IS NOT NULL END " \
  "ORDER BY own.id IS NOT NULL, assessment.id LIMIT 1)"

static const Source open_sources[LOKET_WORK_N_TYPES] = {
  [LOKET_WORK_UNTAKEN] = {
    .columns = "trajectory.id, NULL, NULL, trajectory.opened_on, NULL, NULL, NULL, NULL, NULL, 0, "
               "NULL, NULL",
    .table = "trajectory",
    .condition = "trajectory.counsellor_id IS NULL AND trajectory.closed_on IS NULL",
    .date = "trajectory.opened_on",
    .counsellor = "trajectory.counsellor_id",
  },
  /* An open first contact says the same, and its date may have been moved. The column alone has an
   * index. */
  [LOKET_WORK_SIGN_UP] = {
    .columns = "trajectory.id, NULL, NULL, trajectory.opened_on, NULL, NULL, NULL, NULL, NULL, 0, "
               "NULL, NULL",
    .table = "trajectory",
    .condition = "trajectory.first_response_on IS NULL AND " LOKET_SQL_FIRST_RESPONSE " IS NULL "
                 "AND trajectory.closed_on IS NULL "
                 "AND coalesce (trajectory.counsellor_id, '') <> '' "
                 "AND NOT " LOKET_SQL_CLIENT_OBJECTS " AND NOT EXISTS (SELECT 1 FROM contact "
                 "WHERE contact.trajectory_id = trajectory.id "
                 "AND contact.open_on IS NOT NULL AND contact.kind = 'first_response')",
    .date = "trajectory.opened_on",
    .counsellor = "trajectory.counsellor_id",
  },
  [LOKET_WORK_APPOINTMENT] = {
    .columns = "session.id, NULL, NULL, session.starts_at, NULL, NULL, session.state, "
               "session.channel, NULL, (SELECT count(*) FROM session AS held "
               "WHERE held.trajectory_id = session.trajectory_id "
               "AND held.starts_at < session.starts_at AND held.state = 'held'), NULL, NULL",
    .table = "session",
    .link = "trajectory.id = session.trajectory_id",
    .condition = "session.state = 'planned'",
    .date = "session.starts_at",
    .owner = "session.counsellor_id",
    .counsellor = "coalesce (session.counsellor_id, trajectory.counsellor_id)",
  },
  [LOKET_WORK_CONTACT] = {
    .columns = "contact.id, contact.kind, contact.due_on, contact.open_on, contact.snoozed_until, "
               "contact.done_on, contact.outcome, contact.channel, contact.note, "
               "contact.attempts, " ITS_TEST ("kind") ", " ITS_TEST ("id"),
    .table = "contact",
    .snoozed_until = "contact.snoozed_until",
    .part = "contact.planned_part",
    .link = "trajectory.id = contact.trajectory_id",
    .objection = LOKET_SQL_CONTACT_IS_WANTED,
    .date = "contact.open_on",
    .kind = "contact.kind",
    .owner = "contact.counsellor_id",
    .counsellor = "coalesce (contact.counsellor_id, trajectory.counsellor_id)",
  },
  [LOKET_WORK_PROMISE] = {
    .columns = "promise.id, promise.kind, coalesce (promise.first_due_on, promise.due_on), "
               "promise.due_on, promise.snoozed_until, promise.done_on, promise.outcome, NULL, "
               "promise.text, 0, NULL, NULL",
    .table = "promise",
    .snoozed_until = "promise.snoozed_until",
    .link = "trajectory.id = promise.trajectory_id",
    .condition = LOKET_SQL_PROMISE_IS_WANTED,
    .date = "promise.due_on",
    .kind = "promise.kind",
    .owner = "promise.counsellor_id",
    .counsellor = "coalesce (promise.counsellor_id, trajectory.counsellor_id)",
  },
  /* An open contact about a test says the same, and its date may have been moved. Most tests have
   * one: those trajectories are listed once. The date is no bare column, so that tests are read in
   * the order of trajectories, in which they lie together, and not in that of dates. */
  [LOKET_WORK_ASSESSMENT] = {
    .columns = "assessment.id, assessment.kind, NULL, "
               "coalesce (assessment.result_on, assessment.taken_on), NULL, assessment.result_on, "
               "NULL, NULL, NULL, 0, NULL, assessment.id",
    .table = "assessment",
    .link = "trajectory.id = assessment.trajectory_id",
    .condition = "assessment.discussed_on IS NULL AND trajectory.closed_on IS NULL "
                 "AND assessment.trajectory_id NOT IN (SELECT contact.trajectory_id FROM contact "
                 "WHERE contact.open_on IS NOT NULL AND contact.kind <> 'aftercare' "
                 "AND contact.kind IN ('assessment_result', 'assessment_debrief'))",
    .date = "coalesce (assessment.taken_on, '9')",
    .counsellor = "trajectory.counsellor_id",
  },
};

/* Of appointments those that were called off. */
static const Source done_sources[LOKET_WORK_N_TYPES] = {
  [LOKET_WORK_APPOINTMENT] = {
    .columns = "session.id, NULL, NULL, session.starts_at, NULL, session.starts_at, "
               "session.state, session.channel, NULL, 0, NULL, NULL",
    .table = "session",
    .link = "trajectory.id = session.trajectory_id",
    .condition = "session.state = 'cancelled'",
    .date = "session.starts_at",
    .owner = "session.counsellor_id",
    .counsellor = "coalesce (session.counsellor_id, trajectory.counsellor_id)",
  },
  [LOKET_WORK_CONTACT] = {
    .columns = "contact.id, contact.kind, contact.due_on, contact.done_on, NULL, contact.done_on, "
               "contact.outcome, contact.channel, contact.note, contact.attempts, NULL, NULL",
    .table = "contact",
    .link = "trajectory.id = contact.trajectory_id",
    .date = "contact.done_on",
    .kind = "contact.kind",
    .owner = "contact.counsellor_id",
    .counsellor = "coalesce (contact.counsellor_id, trajectory.counsellor_id)",
  },
  [LOKET_WORK_PROMISE] = {
    .columns = "promise.id, promise.kind, promise.due_on, promise.done_on, NULL, promise.done_on, "
               "promise.outcome, NULL, promise.text, 0, NULL, NULL",
    .table = "promise",
    .link = "trajectory.id = promise.trajectory_id",
    .condition = "promise.made_by = 'counsellor'",
    .date = "promise.done_on",
    .kind = "promise.kind",
    .owner = "promise.counsellor_id",
    .counsellor = "coalesce (promise.counsellor_id, trajectory.counsellor_id)",
  },
};

/* Whose work: that of one counsellor stands along two ways, since a record without a counsellor
 * is the trajectory's. */
typedef enum
{
  SCOPE_EVERYBODY,
  SCOPE_RECORD,
  SCOPE_TRAJECTORY,
  SCOPE_OTHERS
} Scope;

static const Source *
get_source (const LoketWorkQuery *query)
{
  const Source *source = query->done ? &done_sources[query->type] : &open_sources[query->type];

  g_assert (source->columns != NULL);

  return source;
}

static char *
build_scope (const LoketWorkQuery *query,
             Scope                 scope)
{
  const Source *source = get_source (query);

  switch (scope)
    {
    case SCOPE_RECORD:
      return g_strconcat (source->owner, " = $3", NULL);
    case SCOPE_TRAJECTORY:
      /* Not the bare column: its index would lead through all trajectories of the counsellor. */
      return g_strconcat (source->owner != NULL ? source->owner : "NULL",
                          " IS NULL AND coalesce (trajectory.counsellor_id, '" LOKET_WORK_NOBODY
                          "')",
                          query->and_nobodys ? " IN ($3, '" LOKET_WORK_NOBODY "')" : " = $3", NULL);
    case SCOPE_OTHERS:
      return g_strdup_printf ("$3 NOT LIKE '%%|' || coalesce (%s, '" LOKET_WORK_NOBODY
                              "') || '|%%'",
                              source->counsellor);
    case SCOPE_EVERYBODY:
    default:
      return g_strdup ("$3 = ''");
    }
}

/* How much is looked at. */
typedef enum
{
  DEPTH_DAYS,
  DEPTH_TRAJECTORIES,
  DEPTH_PERSONS
} Depth;

/* Appends " FROM ... WHERE ...", with $1 to $4: from, until, whose, kind. CROSS JOIN keeps the
 * order of the tables: along the dates, not along a counsellor's clients. */
static void
append_selection (GString              *sql,
                  const LoketWorkQuery *query,
                  Scope                 scope,
                  Depth                 depth)
{
  const Source *source = get_source (query);
  const char *last = query->put_off ? source->snoozed_until : source->date;
  g_autofree char *whose = build_scope (query, scope);
  /* Of one counsellor far fewer are put off than are due later. */
  const char *no_index = query->put_off && (scope == SCOPE_RECORD || scope == SCOPE_TRAJECTORY)
                             ? "+"
                             : "";
  gboolean with_person = depth == DEPTH_PERSONS;
  gboolean with_trajectory = depth > DEPTH_DAYS || source->owner == NULL
                             || source->condition != NULL || scope == SCOPE_TRAJECTORY
                             || scope == SCOPE_OTHERS;

  g_string_append_printf (sql, " FROM %s", source->table);
  if (with_trajectory && source->link != NULL)
    g_string_append (sql, " CROSS JOIN trajectory");
  if (with_person)
    g_string_append_printf (sql, " CROSS JOIN client LEFT JOIN counsellor ON counsellor.id = %s",
                            source->counsellor);

  /* Every moment of a date lies before its T99. */
  g_string_append_printf (sql, " WHERE %s%s >= $1 AND %s <= $2 || 'T99' AND %s AND %s = $4",
                          no_index, source->date, last, whose,
                          query->kind != NULL ? source->kind : "''");
  if (with_trajectory && source->link != NULL)
    g_string_append_printf (sql, " AND %s", source->link);
  if (with_person)
    g_string_append (sql, " AND client.id = trajectory.client_id");
  if (source->condition != NULL)
    g_string_append_printf (sql, " AND %s", source->condition);
  if (with_trajectory && source->objection != NULL)
    g_string_append_printf (sql, " AND %s", source->objection);
  if (with_trajectory && query->but_untaken && source->kind != NULL)
    g_string_append_printf (sql, " AND NOT (%s = 'first_response' AND %s IS NULL)", source->kind,
                            source->counsellor);
}

/* As the scope compares it: for others "|one|two|". It is to live as long as it is bound. */
static char *
join_whose (const LoketWorkQuery *query,
            Scope                 scope)
{
  g_autofree char *ids = NULL;

  if (scope != SCOPE_OTHERS)
    return g_strdup (scope == SCOPE_EVERYBODY ? "" : query->counsellor_id);

  ids = g_strjoinv ("|", (GStrv) query->others_than);

  return g_strdup_printf ("|%s|", ids);
}

static LoketStatement *
prepare (LoketDatabase         *database,
         const LoketWorkQuery  *query,
         const char            *whose,
         const char            *sql,
         GError               **error)
{
  LoketStatement *statement = loket_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;

  loket_statement_bind_text (statement, 1, query->from);
  loket_statement_bind_text (statement, 2, query->until);
  loket_statement_bind_text (statement, 3, whose);
  loket_statement_bind_text (statement, 4, query->kind != NULL ? query->kind : "");

  return statement;
}

static char *
get_text (LoketStatement *statement,
          int             column)
{
  return (char *) loket_statement_get_text (statement, column);
}

static const char *
get_name (LoketStatement *statement,
          int             column)
{
  const char *name = loket_statement_get_text (statement, column);

  return name != NULL ? name : "";
}

static LoketWorkItem *
read_item (LoketStatement *statement,
           LoketWorkType   type)
{
  g_autofree char *name = loket_client_join_name (get_name (statement, 17),
                                                  get_name (statement, 18),
                                                  get_name (statement, 19));
  const LoketWork work = {
    .type = type,
    .record_id = get_text (statement, 0),
    .kind = get_text (statement, 1),
    .due_on = get_text (statement, 2),
    .at = get_text (statement, 3),
    .snoozed_until = get_text (statement, 4),
    .done_on = get_text (statement, 5),
    .outcome = get_text (statement, 6),
    .channel = get_text (statement, 7),
    .text = get_text (statement, 8),
    .count = (int) loket_statement_get_integer (statement, 9),
    .assessment = get_text (statement, 10),
    .assessment_id = get_text (statement, 11),
    .counsellor_id = get_text (statement, 12),
    .counsellor_name = get_text (statement, 13),
    .trajectory_id = get_text (statement, 14),
    .closed_on = get_text (statement, 15),
    .client_id = get_text (statement, 16),
    .client_name = name,
    .phone = get_text (statement, 20),
    .email = get_text (statement, 21),
    .part = get_text (statement, 22),
  };

  return loket_work_item_new (&work);
}

static gboolean
load_scope (LoketDatabase         *database,
            const LoketWorkQuery  *query,
            Scope                  scope,
            GPtrArray             *items,
            GError               **error)
{
  const Source *source = get_source (query);
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autofree char *whose = join_whose (query, scope);
  LoketStatement *statement;
  LoketStep step;

  g_string_append_printf (sql,
                          "%s, %s, coalesce (counsellor.name, counsellor.code), trajectory.id, "
                          "trajectory.closed_on, client.id, client.given_name, client.prefix, "
                          "client.family_name, client.phone, client.email, %s",
                          source->columns, source->counsellor,
                          source->part != NULL ? source->part : "NULL");
  append_selection (sql, query, scope, DEPTH_PERSONS);
  g_string_append_printf (sql, " ORDER BY %s%s LIMIT $5", source->date, query->done ? " DESC" : "");

  statement = prepare (database, query, whose, sql->str, error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_integer (statement, 5, query->most);
  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    g_ptr_array_add (items, read_item (statement, query->type));

  return step == LOKET_STEP_DONE;
}

static gboolean
is_everybodys (const LoketWorkQuery *query)
{
  return query->counsellor_id == NULL;
}

/**
 * loket_worklist_table_load:
 * @query: what is wanted
 * @items: (element-type LoketWorkItem): what is found is added to it
 *
 * Of one counsellor's work at most twice as many as wanted are found: those of the counsellor's
 * own records, and those of records without a counsellor in the counsellor's trajectories.
 *
 * Returns: whether the store could be asked
 */
gboolean
loket_worklist_table_load (LoketDatabase         *database,
                           const LoketWorkQuery  *query,
                           GPtrArray             *items,
                           GError               **error)
{
  if (query->others_than != NULL)
    return load_scope (database, query, SCOPE_OTHERS, items, error);
  if (is_everybodys (query))
    return load_scope (database, query, SCOPE_EVERYBODY, items, error);
  if (get_source (query)->owner != NULL
      && !load_scope (database, query, SCOPE_RECORD, items, error))
    return FALSE;

  return load_scope (database, query, SCOPE_TRAJECTORY, items, error);
}

static gint64
count_scope (LoketDatabase         *database,
             const LoketWorkQuery  *query,
             Scope                  scope,
             const char            *awake_at,
             GError               **error)
{
  const char *snoozed_until = get_source (query)->snoozed_until;
  g_autoptr (GString) sql = g_string_new ("SELECT count(*) FROM (SELECT 1");
  g_autofree char *whose = join_whose (query, scope);
  LoketStatement *statement;
  gint64 count;

  append_selection (sql, query, scope, DEPTH_TRAJECTORIES);
  g_string_append_printf (sql, " AND coalesce (%s, '') <= $5 LIMIT $6) AS found",
                          snoozed_until != NULL ? snoozed_until : "''");

  statement = prepare (database, query, whose, sql->str, error);
  if (statement == NULL)
    return -1;

  loket_statement_bind_text (statement, 5, awake_at);
  loket_statement_bind_integer (statement, 6, query->most);
  if (loket_statement_step (statement, error) != LOKET_STEP_ROW)
    return -1;

  count = loket_statement_get_integer (statement, 0);
  loket_statement_reset (statement);

  return count;
}

/**
 * loket_worklist_table_count:
 * @query: what is wanted
 * @awake_at: a moment: what was put off until later is not counted
 *
 * Returns: how many there are; after @most counting stops; -1 with @error set when the store could
 *   not be asked
 */
gint64
loket_worklist_table_count (LoketDatabase         *database,
                            const LoketWorkQuery  *query,
                            const char            *awake_at,
                            GError               **error)
{
  gint64 own = 0, others;

  if (query->others_than != NULL)
    return count_scope (database, query, SCOPE_OTHERS, awake_at, error);
  if (is_everybodys (query))
    return count_scope (database, query, SCOPE_EVERYBODY, awake_at, error);

  if (get_source (query)->owner != NULL)
    own = count_scope (database, query, SCOPE_RECORD, awake_at, error);
  if (own < 0)
    return -1;

  others = count_scope (database, query, SCOPE_TRAJECTORY, awake_at, error);

  return others < 0 ? -1 : MIN (own + others, query->most);
}

static gboolean
count_days_of_scope (LoketDatabase         *database,
                     const LoketWorkQuery  *query,
                     Scope                  scope,
                     GHashTable            *days,
                     GError               **error)
{
  const char *date = get_source (query)->date;
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autofree char *whose = join_whose (query, scope);
  LoketStatement *statement;
  LoketStep step;

  g_string_printf (sql, "SELECT %s, count(*)", date);
  append_selection (sql, query, scope, DEPTH_DAYS);
  g_string_append_printf (sql, " GROUP BY %s", date);

  statement = prepare (database, query, whose, sql->str, error);
  if (statement == NULL)
    return FALSE;

  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    {
      char *day = get_text (statement, 0);
      int count = GPOINTER_TO_INT (g_hash_table_lookup (days, day));

      count += (int) loket_statement_get_integer (statement, 1);
      g_hash_table_insert (days, g_strdup (day), GINT_TO_POINTER (count));
    }

  return step == LOKET_STEP_DONE;
}

/**
 * loket_worklist_table_count_days:
 * @query: which contacts or promises are wanted
 * @days: (element-type utf8 int): to how many there are on each date, they are added
 *
 * Returns: whether the store could be asked
 */
gboolean
loket_worklist_table_count_days (LoketDatabase         *database,
                                 const LoketWorkQuery  *query,
                                 GHashTable            *days,
                                 GError               **error)
{
  if (is_everybodys (query))
    return count_days_of_scope (database, query, SCOPE_EVERYBODY, days, error);
  if (get_source (query)->owner != NULL
      && !count_days_of_scope (database, query, SCOPE_RECORD, days, error))
    return FALSE;

  return count_days_of_scope (database, query, SCOPE_TRAJECTORY, days, error);
}

/**
 * loket_worklist_table_has_clients:
 * @has_clients: (out): whether there is any client at all
 *
 * Returns: whether the store could be asked
 */
gboolean
loket_worklist_table_has_clients (LoketDatabase  *database,
                                  gboolean       *has_clients,
                                  GError        **error)
{
  LoketStatement *statement = loket_database_prepare (database, "SELECT 1 FROM client LIMIT 1",
                                                      error);
  LoketStep step;

  if (statement == NULL)
    return FALSE;

  step = loket_statement_step (statement, error);
  *has_clients = step == LOKET_STEP_ROW;
  loket_statement_reset (statement);

  return step != LOKET_STEP_ERROR;
}
