/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Turns SQLite's codes into ours, with advice. */

#include "loketten-config.h"

#include "loket-sqlite-error.h"

#include "loket-error.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>

static int
get_error_code (int code)
{
  switch (code & 0xFF)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return LOKET_ERROR_CORRUPT;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return LOKET_ERROR_READ_ONLY;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      return LOKET_ERROR_CONSTRAINT;
    default:
      return LOKET_ERROR_STORAGE;
    }
}

/* What a person can do about it; NULL when SQLite's own words must do. */
static const char *
get_advice (int code)
{
  /* SQLite does not tell a quota or a limit to the size of files from a disk that breaks. */
  if (code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_SHMSIZE)
    return _("nothing more can be written there: the disk is full, a quota is used up, or the disk "
             "fails. Nothing was changed; make room and try again");

  switch (code & 0xFF)
    {
    case SQLITE_FULL:
      return _("the disk is full; nothing was changed. Make room and try again");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return _("another program is writing to it; nothing was changed. Try again in a moment");
    case SQLITE_NOTADB:
      return _("this is not a store of Loketten: it is something else, damaged at the start, or "
               "encrypted by another program");
    case SQLITE_CORRUPT:
      return _("the file is damaged. Restore the latest backup, and keep this file for repair");
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return _("it may only be read. Ask for the right to write to the file and its folder");
    case SQLITE_CANTOPEN:
      return _("it cannot be opened: does the folder exist, and may you write to it?");
    case SQLITE_IOERR:
      return _("the disk failed while reading or writing; nothing was changed");
    default:
      return NULL;
    }
}

/**
 * loket_sqlite_error_set:
 * @path: the file
 * @code: what SQLite returned, extended
 * @message: its own words, for what we have no advice about
 */
void
loket_sqlite_error_set (GError     **error,
                        const char  *path,
                        int          code,
                        const char  *message)
{
  const char *advice = get_advice (code);

  if ((code & 0xFF) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
  else
    g_set_error (error, LOKET_ERROR, get_error_code (code), "%s: %s", path,
                 advice != NULL ? advice : message);
}
