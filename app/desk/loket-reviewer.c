/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The team lead reviews. Where nobody leads, everybody may: else nobody could. */

#include "loket-reviewer.h"

#include "loket-record-table.h"

/**
 * loket_reviewer_find:
 * @database: the store
 * @counsellor_id: (nullable): the id of who asks; NULL: a program
 * @may_review: (out): whether that may be somebody who reviews open answers
 * @error: why the store could not be read
 *
 * Returns: whether the store could be asked
 */
gboolean
loket_reviewer_find (LoketDatabase  *database,
                     const char     *counsellor_id,
                     gboolean       *may_review,
                     GError        **error)
{
  LoketRecordTable *table = loket_record_table_get (database, &loket_counsellor_kind);
  g_autoptr (GPtrArray) leads = NULL;
  guint n_active = 0;

  *may_review = FALSE;
  leads = loket_record_table_load_where (table, LOKET_COUNSELLOR_ROLE, "team_lead", error);
  if (leads == NULL)
    return FALSE;

  for (guint i = 0; i < leads->len; i++)
    {
      if (!g_str_equal (loket_record_get_text (leads->pdata[i], LOKET_COUNSELLOR_ACTIVE), "1"))
        continue;
      n_active++;
      if (g_strcmp0 (loket_record_get_id (leads->pdata[i]), counsellor_id) == 0)
        *may_review = TRUE;
    }
  if (n_active == 0)
    *may_review = TRUE;

  return TRUE;
}

typedef struct
{
  const char *counsellor_id;
  gboolean may_review;
} Question;

static gpointer
find (LoketDatabase  *database,
      gpointer        input,
      GError        **error)
{
  Question *question = input;

  return loket_reviewer_find (database, question->counsellor_id, &question->may_review, error)
           ? question
           : NULL;
}

/**
 * loket_desk_may_review:
 * @may_review: (out): whether who works at the desk may read open answers before they are released
 * @error: why the store could not be read
 *
 * Asks the store and waits for it: for programs without a window.
 *
 * Returns: whether the store could be asked
 */
gboolean
loket_desk_may_review (LoketDesk  *desk,
                       gboolean   *may_review,
                       GError    **error)
{
  Question question = { loket_desk_get_counsellor_id (desk), FALSE };

  if (loket_store_read (loket_desk_get_store (desk), find, &question, error) == NULL)
    return FALSE;

  *may_review = question.may_review;

  return TRUE;
}
