/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What SQLite complains of, in words with which a person can do something. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void loket_sqlite_error_set (GError      **error,
                             const char   *path,
                             int           code,
                             const char   *message);

G_END_DECLS
