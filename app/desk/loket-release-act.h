/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Lets figures leave the program, and remembers that they did.
 *
 * Whatever puts figures where the program has no say any more goes through here: a PDF, a
 * spreadsheet, a table, a picture, paper. In this order:
 *
 *  1. loket_desk_release_async() with the summary that is on the screen. It is held against
 *     everything that left before. Its release->summary is what may be written: the same, or with
 *     more hidden where a hidden figure could else be worked out. Or it fails with
 *     %LOKET_ERROR_CONSTRAINT and a sentence that says why nothing can leave; with
 *     %LOKET_ERROR_CONFLICT when responses came in since the summary was made: make it again.
 *  2. Write release->summary, and only that, to a temporary file, then put that in its place.
 *  3. When either fails, loket_desk_withdraw_release_async(): nobody has seen it.
 *
 * A release is on record before anything of it can be seen. Should the program end in between, the
 * ledger knows of a file that is not there, which hides more later on, never less. */

#pragma once

#include "loket-desk.h"
#include "loket-summary.h"

G_BEGIN_DECLS

#define LOKET_MEDIUM_TEXT    "text"
#define LOKET_MEDIUM_CSV     "csv"
#define LOKET_MEDIUM_JSON    "json"
#define LOKET_MEDIUM_XLSX    "xlsx"
#define LOKET_MEDIUM_PDF     "pdf"
#define LOKET_MEDIUM_PRINT   "print"
#define LOKET_MEDIUM_PICTURE "picture"

/**
 * LoketRelease:
 * @id: of the release in the ledger
 * @summary: the figures as they may leave
 * @n_withheld: how many figures are hidden in it that are not on the screen
 * @themes: (element-type LoketThemes) (nullable): of what clients wrote, in a report with pages
 *
 * Figures that may leave the program.
 */
typedef struct
{
  char         *id;
  LoketSummary *summary;
  guint         n_withheld;
  GPtrArray    *themes;
} LoketRelease;

void          loket_release_free                 (LoketRelease         *release);

LoketRelease *loket_desk_release                 (LoketDesk            *desk,
                                                  LoketSummary         *summary,
                                                  const char           *medium,
                                                  GError              **error);
void          loket_desk_release_async           (LoketDesk            *desk,
                                                  LoketSummary         *summary,
                                                  const char           *medium,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
LoketRelease *loket_desk_release_finish          (LoketDesk            *desk,
                                                  GAsyncResult         *result,
                                                  GError              **error);

gboolean      loket_desk_withdraw_release        (LoketDesk            *desk,
                                                  const LoketRelease   *release,
                                                  GError              **error);
void          loket_desk_withdraw_release_async  (LoketDesk            *desk,
                                                  const LoketRelease   *release,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean      loket_desk_withdraw_release_finish (LoketDesk            *desk,
                                                  GAsyncResult         *result,
                                                  GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketRelease, loket_release_free)

G_END_DECLS
