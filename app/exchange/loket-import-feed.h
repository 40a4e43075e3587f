/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads the rows of a file ahead, on a thread of its own, while the store works on earlier ones. */

#pragma once

#include "loket-csv-reader.h"
#include "loket-draft.h"
#include "loket-import-place.h"

G_BEGIN_DECLS

/* How many rows at least stay good while later ones are read. */
#define LOKET_IMPORT_FEED_ROWS 256

typedef struct _LoketImportFeed LoketImportFeed;

/**
 * LoketImportRow:
 * @line: the line of the file at which the row begins
 * @raw: the row as it stands in the file
 * @fraction: how much of the file has been read with this row, from 0 to 1
 * @draft: (nullable): what the row says; references are numbers still
 * @refusal: (nullable): why the row cannot be read; then there is no draft
 *
 * A row that was skipped has neither draft nor refusal. The draft belongs to the feed: drafts go
 * round, since a million of them are made faster than they are allocated.
 */
typedef struct
{
  guint line;
  LoketCsvField raw;
  double fraction;
  LoketDraft *draft;
  LoketRefusal *refusal;
} LoketImportRow;

/**
 * LoketImportFillFunc:
 * @draft: a new draft; gets what the row says that was just read
 * @place: (out): where in the row something is wrong
 * @user_data: for the function
 * @error: return location for LOKET_ERROR_INVALID with the reason for refusing the row
 *
 * Is called on the thread of the feed.
 *
 * Returns: whether the row could be read
 */
typedef gboolean (*LoketImportFillFunc) (LoketDraft        *draft,
                                         LoketImportPlace  *place,
                                         gpointer           user_data,
                                         GError           **error);

/**
 * LoketImportSkipFunc:
 * @row: the number of a row, from 0
 * @user_data: for the function
 *
 * Is called on the thread of the feed.
 *
 * Returns: whether nobody wants to know what that row says
 */
typedef gboolean (*LoketImportSkipFunc) (guint    row,
                                         gpointer user_data);

LoketImportFeed *loket_import_feed_new  (const LoketKind      *kind,
                                         LoketCsvReader       *reader,
                                         LoketImportFillFunc   fill,
                                         LoketImportSkipFunc   skip,
                                         gpointer              user_data);
void             loket_import_feed_free (LoketImportFeed      *self);
gboolean         loket_import_feed_next (LoketImportFeed      *self,
                                         LoketImportRow       *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketImportFeed, loket_import_feed_free)

G_END_DECLS
