/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What must hold for a CSV file before its rows are read: it is UTF-8, and its header line tells
 * how its columns are separated. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *loket_csv_text_check          (const char  *name,
                                           const char  *data,
                                           gsize        length,
                                           GError     **error);
char        loket_csv_text_find_separator (const char  *name,
                                           const char  *header,
                                           const char  *end,
                                           guint       *n_columns,
                                           GError     **error);
gboolean    loket_csv_text_check_columns  (const char  *place,
                                           char       **columns,
                                           guint        n_columns,
                                           GError     **error);
guint       loket_csv_text_count_lines    (const char  *text,
                                           const char  *end,
                                           gboolean     are_rows);

G_END_DECLS
