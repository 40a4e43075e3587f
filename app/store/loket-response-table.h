/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads the responses to a questionnaire in bulk, to be counted elsewhere. */

#pragma once

#include "loket-database.h"

G_BEGIN_DECLS

/* Borrowed until the next row. What is not known is an empty text. */
typedef struct
{
  const char *id;
  const char *month;  /* YYYY-MM */
  int wave;
  const char *office;
  const char *counsellor;
  const char *answers;
  const char *client; /* when persons were asked for */
  const char *number; /* likewise: the number of the response */
} LoketResponseRow;

typedef struct
{
  const char *month;  /* YYYY-MM */
  const char *office;
  const char *counsellor;
  gint64 sent;
} LoketInvitationRow;

/**
 * LoketResponseFunc:
 *
 * Returns: whether to go on; FALSE with @error set ends the reading
 */
typedef gboolean (*LoketResponseFunc) (const LoketResponseRow  *row,
                                       gpointer                 user_data,
                                       GError                 **error);
typedef gboolean (*LoketInvitationFunc) (const LoketInvitationRow  *row,
                                         gpointer                   user_data,
                                         GError                   **error);

gboolean loket_response_table_for_each            (LoketDatabase        *database,
                                                   const char           *questionnaire,
                                                   gboolean              with_persons,
                                                   LoketResponseFunc     func,
                                                   gpointer              user_data,
                                                   GError              **error);
gboolean loket_response_table_for_each_invitation (LoketDatabase        *database,
                                                   const char           *questionnaire,
                                                   LoketInvitationFunc   func,
                                                   gpointer              user_data,
                                                   GError              **error);
char    *loket_response_table_dup_last_id         (LoketDatabase        *database,
                                                   GError              **error);
char    *loket_response_table_dup_last_month      (LoketDatabase        *database,
                                                   const char           *questionnaire,
                                                   GError              **error);
char    *loket_response_table_dup_stamp           (LoketDatabase        *database,
                                                   const char           *before,
                                                   GError              **error);
char    *loket_response_table_dup_next_respondent (LoketDatabase        *database,
                                                   const char           *questionnaire,
                                                   GError              **error);
char    *loket_response_table_dup_act             (LoketDatabase        *database,
                                                   const char           *id,
                                                   GError              **error);

G_END_DECLS
