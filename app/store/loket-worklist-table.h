/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What asks for work, read across the tables of records. */

#pragma once

#include "loket-database.h"
#include "loket-work-item.h"

G_BEGIN_DECLS

/**
 * LoketWorkQuery:
 * @type: what is wanted
 * @done: of contacts and promises, those that are done instead of those that are open; of
 *   appointments those that were called off
 * @counsellor_id: (nullable): whose; NULL is everybody's
 * @and_nobodys: also what is nobody's
 * @others_than: (nullable): only what others do than these; sign-ups that nobody has taken stand on
 *   everybody's list and are not among it
 * @but_untaken: not the first responses to sign-ups that nobody has taken: those stand on the same
 *   list as %LOKET_WORK_UNTAKEN
 * @put_off: only what is due on @from or later, and whose reminder was put off until @until at most
 * @kind: (nullable): of which kind, of contacts and promises
 * @from: the first date, or "" for the beginning
 * @until: the last date
 * @most: how many at most, in the order of their dates
 *
 * Dates are those of #LoketWork.at; of contacts and promises that are done it is @done_on. What is
 * done comes the latest first.
 */
typedef struct
{
  LoketWorkType type;
  gboolean done;
  const char *counsellor_id;
  gboolean and_nobodys;
  const char *const *others_than;
  gboolean but_untaken;
  gboolean put_off;
  const char *kind;
  const char *from;
  const char *until;
  guint most;
} LoketWorkQuery;

gboolean loket_worklist_table_load       (LoketDatabase         *database,
                                          const LoketWorkQuery  *query,
                                          GPtrArray             *items,
                                          GError               **error);
gint64   loket_worklist_table_count      (LoketDatabase         *database,
                                          const LoketWorkQuery  *query,
                                          const char            *awake_at,
                                          GError               **error);
gboolean loket_worklist_table_count_days (LoketDatabase         *database,
                                          const LoketWorkQuery  *query,
                                          GHashTable            *days,
                                          GError               **error);
gboolean loket_worklist_table_has_clients
                                         (LoketDatabase         *database,
                                          gboolean              *has_clients,
                                          GError               **error);

G_END_DECLS
