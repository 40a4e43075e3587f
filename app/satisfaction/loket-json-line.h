/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * On which line of a JSON file something stands, which its parser does not tell. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint loket_json_line_find (const char *json,
                            const char *path,
                            const char *member);

G_END_DECLS
