/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Text that people type: made clean before it is kept, folded before it is sought. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean loket_text_is_clean   (const char *text);
char    *loket_text_clean      (const char *text,
                                gboolean    many_lines);
char    *loket_text_fold       (const char *text);
char    *loket_text_get_digits (const char *phone);
gboolean loket_text_is_phone   (const char *text);
gboolean loket_text_has_digits (const char *phone,
                                const char *text);

G_END_DECLS
