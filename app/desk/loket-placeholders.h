/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The places in a text that are filled in with what is known: "Dear {given name}". */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LoketPlaceholder:
 * @name: what stands between the braces
 * @value: (nullable): what comes in its place; NULL when it is not known
 */
typedef struct
{
  const char *name;
  const char *value;
} LoketPlaceholder;

char *loket_placeholders_fill (const char             *text,
                               const LoketPlaceholder *all,
                               guint                   n);

G_END_DECLS
