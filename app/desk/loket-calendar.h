/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The calendar of a counsellor, for another calendar program. */

#pragma once

#include "loket-desk.h"

G_BEGIN_DECLS

/**
 * LoketCalendarOptions:
 * @counsellor: (nullable): the code of whose it is; NULL is everybody's
 * @from: (nullable): the first date; NULL is today
 * @until: (nullable): the last date; NULL is without an end
 * @with_names: whether clients may be named; else they go by their number
 *
 * What stands in it.
 */
typedef struct
{
  const char *counsellor;
  const char *from;
  const char *until;
  gboolean with_names;
} LoketCalendarOptions;

char *loket_desk_create_calendar        (LoketDesk                   *desk,
                                         const LoketCalendarOptions  *options,
                                         GError                     **error);
void  loket_desk_create_calendar_async  (LoketDesk                   *desk,
                                         const LoketCalendarOptions  *options,
                                         GCancellable                *cancellable,
                                         GAsyncReadyCallback          callback,
                                         gpointer                     user_data);
char *loket_desk_create_calendar_finish (LoketDesk                   *desk,
                                         GAsyncResult                *result,
                                         GError                     **error);

G_END_DECLS
