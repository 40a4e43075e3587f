/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads the open answers to a questionnaire in bulk, with what was decided about them. */

#pragma once

#include "loket-database.h"

G_BEGIN_DECLS

/**
 * LoketOpenAnswerRow:
 * @response_id: the response
 * @item: the id of the item
 * @text: the answer
 * @review: (nullable): the field "review" of the response
 * @given_name: (nullable): of the client, when the response is linked to one
 * @family_name: (nullable): likewise
 * @office: (nullable): as the survey gave it
 *
 * Borrowed until the next row.
 */
typedef struct
{
  const char *response_id;
  const char *item;
  const char *text;
  const char *review;
  const char *given_name;
  const char *family_name;
  const char *office;
} LoketOpenAnswerRow;

/**
 * LoketOpenAnswerQuery:
 * @questionnaire: the id of a questionnaire
 * @first_month: "2023-02": the first month in which they were sent
 * @last_month: the last month
 *
 * Which open answers are read.
 */
typedef struct
{
  const char *questionnaire;
  const char *first_month;
  const char *last_month;
} LoketOpenAnswerQuery;

/**
 * LoketOpenAnswerFunc:
 *
 * Returns: whether to go on; FALSE with @error set ends the reading
 */
typedef gboolean (*LoketOpenAnswerFunc) (const LoketOpenAnswerRow  *row,
                                         gpointer                   user_data,
                                         GError                   **error);

gboolean loket_open_answer_table_for_each (LoketDatabase               *database,
                                           const LoketOpenAnswerQuery  *query,
                                           LoketOpenAnswerFunc          func,
                                           gpointer                     user_data,
                                           GError                     **error);

G_END_DECLS
