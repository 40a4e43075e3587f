/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Where a store may lie: its folder, its rights, its file system. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean    loket_place_prepare            (const char  *path,
                                            GError     **error);
gboolean    loket_place_check              (const char  *path,
                                            GError     **error);
gboolean    loket_place_create             (const char  *path,
                                            GError     **error);
const char *loket_place_get_network_system (guint64      magic,
                                            const char  *mount_type);

G_END_DECLS
