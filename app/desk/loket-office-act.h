/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The acts that change what the office agreed on, and what would come of them. */

#pragma once

#include "loket-desk.h"

G_BEGIN_DECLS

/* How many contacts a preview names, more than anybody reads; the others are only counted. */
#define LOKET_PREVIEW_MOST 1000

/**
 * LoketPreviewLine:
 * @client_name: whose contact
 * @kind: a code of the list "contact_kind"
 * @from: (nullable): when it is due now; NULL when there is none yet
 * @until: (nullable): when it will be due; NULL when it will be cancelled
 *
 * A contact that a change would make, move or cancel.
 */
typedef struct
{
  char *client_name;
  char *kind;
  char *from;
  char *until;
} LoketPreviewLine;

/**
 * LoketPreview:
 * @n_made: how many contacts would be made
 * @n_moved: how many would be due on another day
 * @n_cancelled: how many would be cancelled
 * @n_due: of an absence that is to come: how many contacts and promises of the counsellor fall due
 *   in it as they stand now
 * @n_appointments: likewise, how many sessions are planned
 * @lines: (element-type LoketPreviewLine): the first of them
 *
 * What a change would change.
 */
typedef struct
{
  guint n_made;
  guint n_moved;
  guint n_cancelled;
  guint n_due;
  guint n_appointments;
  GPtrArray *lines;
} LoketPreview;

void          loket_preview_free                (LoketPreview         *self);
void          loket_desk_preview_office_async   (LoketDesk            *desk,
                                                 const LoketDraft     *draft,
                                                 gboolean              removes,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
LoketPreview *loket_desk_preview_office_finish  (LoketDesk            *desk,
                                                 GAsyncResult         *result,
                                                 GError              **error);
void          loket_desk_change_office_async    (LoketDesk            *desk,
                                                 const LoketDraft     *draft,
                                                 gboolean              removes,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketPreview, loket_preview_free)

G_END_DECLS
