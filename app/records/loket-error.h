/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What can go wrong in the desk's work, in terms of what a caller can do about it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LOKET_ERROR (loket_error_quark ())

/**
 * LoketError:
 * @LOKET_ERROR_INVALID: a value breaks a rule of its kind; the message says which and why
 * @LOKET_ERROR_NOT_FOUND: the record or file is not there (any more)
 * @LOKET_ERROR_CONFLICT: somebody else changed the record first; the message names the field
 * @LOKET_ERROR_CONSTRAINT: the store refuses: another record has that number, or depends on it
 * @LOKET_ERROR_READ_ONLY: the store can be read but not written
 * @LOKET_ERROR_CORRUPT: the file is not a store of ours, or it is damaged
 * @LOKET_ERROR_SCHEMA_TOO_NEW: the store was made by a newer version of Loketten
 * @LOKET_ERROR_STORAGE: the disk or the file system failed: full, locked, unreachable
 */
typedef enum
{
  LOKET_ERROR_INVALID,
  LOKET_ERROR_NOT_FOUND,
  LOKET_ERROR_CONFLICT,
  LOKET_ERROR_CONSTRAINT,
  LOKET_ERROR_READ_ONLY,
  LOKET_ERROR_CORRUPT,
  LOKET_ERROR_SCHEMA_TOO_NEW,
  LOKET_ERROR_STORAGE
} LoketError;

GQuark loket_error_quark (void);

G_END_DECLS
