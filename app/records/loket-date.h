/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Calendar dates and wall-clock moments as text: YYYY-MM-DD and YYYY-MM-DDTHH:MM.
 *
 * Both sort as they compare, so they are compared with strcmp () everywhere. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LOKET_DATE_LENGTH   10
#define LOKET_MOMENT_LENGTH 16

/* Room for a date or a moment with its closing NUL. */
typedef struct
{
  char text[LOKET_MOMENT_LENGTH + 1];
} LoketDateText;

gboolean      loket_date_is_valid       (const char *date);
gboolean      loket_moment_is_valid     (const char *moment);
LoketDateText loket_date_parse_typed    (const char *text);
LoketDateText loket_date_format_typed   (const char *date);
LoketDateText loket_date_parse_coming   (const char *text,
                                         const char *today);
LoketDateText loket_date_parse_past     (const char *text,
                                         const char *today);
gboolean      loket_time_parse_typed    (const char *text,
                                         int        *minutes);
int           loket_date_get_day        (const char *date);
LoketDateText loket_date_from_day       (int         day);
LoketDateText loket_date_add_days       (const char *date,
                                         int         days);
int           loket_date_get_weekday    (const char *date);
int           loket_date_get_years      (const char *from,
                                         const char *until);
LoketDateText loket_moment_new          (const char *date,
                                         int         minutes);
int           loket_moment_get_minutes_between
                                        (const char *from,
                                         const char *until);
LoketDateText loket_moment_add_minutes  (const char *moment,
                                         int         minutes);
char         *loket_moment_dup_later_day
                                        (const char *one,
                                         const char *other);

G_END_DECLS
