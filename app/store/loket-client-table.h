/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What a list of clients shows: who is in it, and a line about each. */

#pragma once

#include "loket-database.h"
#include "loket-date.h"
#include "loket-excerpt.h"
#include "loket-note-table.h"

G_BEGIN_DECLS

/**
 * LoketClientRow:
 * @id: the id of the client
 * @name: the name as it is said
 * @client_no: the number
 * @birth_date: (nullable): the date of birth
 * @city: (nullable): the town
 * @phone: (nullable): the telephone number
 * @opened_on: (nullable): when the latest trajectory was opened; NULL when there is none
 * @closed_on: (nullable): when it was closed
 * @aftercare: (nullable): the after-care wish at closing
 * @first_response_on: (nullable): when the sign-up was answered
 * @n_sessions: sessions held
 * @n_assessments: tests that are not discussed yet
 * @next_session: (nullable): when the next planned session starts
 * @next_due: (nullable): when the first open contact or promise of the counsellor is due
 * @is_hit: whether a search found the client
 * @is_phone_hit: whether it did so by the telephone number
 * @note: (nullable): in which note the client was found; NULL when it was by name
 * @excerpt: (nullable): what it says there
 *
 * A client in a list, with the facts of the latest trajectory.
 */
typedef struct
{
  char *id;
  char *name;
  char *client_no;
  char *birth_date;
  char *city;
  char *phone;
  char *opened_on;
  char *closed_on;
  char *aftercare;
  char *first_response_on;
  int n_sessions;
  int n_assessments;
  char *next_session;
  char *next_due;
  gboolean is_hit;
  gboolean is_phone_hit;
  LoketNote *note;
  LoketExcerpt *excerpt;
} LoketClientRow;

/**
 * LoketClientScope:
 * @text: (nullable): what a person typed in the search entry; then the rest does not count
 * @counsellor_id: (nullable): whose clients; NULL for everybody's
 * @only_open: whether only clients with a trajectory that is open
 * @only_recent: whether only clients to whom the counsellor talked last, the latest first
 * @now: the moment at which the list is asked for
 *
 * Which clients a list holds.
 */
typedef struct
{
  char *text;
  char *counsellor_id;
  gboolean only_open;
  gboolean only_recent;
  LoketDateText now;
} LoketClientScope;

void            loket_client_row_free         (LoketClientRow          *row);
LoketClientRow *loket_client_table_load_row   (LoketDatabase           *database,
                                               const char              *id,
                                               const char              *now,
                                               GError                 **error);
gboolean        loket_client_table_load_ids   (LoketDatabase           *database,
                                               const LoketClientScope  *scope,
                                               guint                    most,
                                               GPtrArray              **ids,
                                               guint                   *n_named,
                                               GError                 **error);
GPtrArray      *loket_client_table_load_all_ids
                                              (LoketDatabase           *database,
                                               guint                    offset,
                                               guint                    count,
                                               gboolean                 backwards,
                                               GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketClientRow, loket_client_row_free)

G_END_DECLS
