/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The notes about clients, and the words by which they are found. */

#pragma once

#include "loket-database.h"
#include "loket-draft.h"

G_BEGIN_DECLS

/* The first place of a note; those before it are of the names of clients. */
#define LOKET_NOTE_FIRST_PLACE ((gint64) 1 << 32)

/**
 * LoketNote:
 * @kind: the kind of record that it stands in
 * @id: the id of the record
 * @trajectory_id: the id of the trajectory
 * @contact_id: (nullable): of an attempt: the id of the contact
 * @moment: the date, or the date and time, of which it tells
 * @text: all that the record says in words
 * @place: where its words stand in the index
 *
 * What was written about a client at one time.
 */
typedef struct
{
  const LoketKind *kind;
  char *id;
  char *trajectory_id;
  char *contact_id;
  char *moment;
  char *text;
  gint64 place;
} LoketNote;

void       loket_note_free               (LoketNote         *note);

guint32    loket_note_table_get_number   (gint64             place);
gboolean   loket_note_table_load         (LoketDatabase     *database,
                                          const char        *client_id,
                                          GPtrArray        **notes,
                                          GError           **error);
gboolean   loket_note_table_put          (LoketDatabase     *database,
                                          const LoketDraft  *draft,
                                          const char        *id,
                                          GError           **error);
gboolean   loket_note_table_change       (LoketDatabase     *database,
                                          LoketRecord       *old,
                                          const LoketDraft  *draft,
                                          GError           **error);
gboolean   loket_note_table_remove       (LoketDatabase     *database,
                                          LoketRecord       *old,
                                          GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketNote, loket_note_free)

G_END_DECLS
