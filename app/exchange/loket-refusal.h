/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Why something in a file is refused: where it stands, what stands there and what is wrong. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LoketRefusal:
 * @line: the line of the file, counted from 1
 * @column: (nullable): the name of the column; NULL when the row as a whole is refused
 * @value: (nullable): what stands there, shortened when it is long
 * @reason: what is wrong with it, a sentence without its full stop
 */
typedef struct
{
  guint line;
  char *column;
  char *value;
  char *reason;
} LoketRefusal;

LoketRefusal *loket_refusal_new       (guint               line,
                                       const char         *column,
                                       const char         *value,
                                       gssize              length,
                                       const char         *reason);
void          loket_refusal_free      (LoketRefusal       *self);
char         *loket_refusal_to_string (const LoketRefusal *self,
                                       const char         *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketRefusal, loket_refusal_free)

G_END_DECLS
