/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The jobs that read a list of clients: first who is in it, then a piece of lines at a time. */

#pragma once

#include "loket-client-table.h"

G_BEGIN_DECLS

/* How many lines are read at once. */
#define LOKET_CLIENT_PIECE 50

/* After how many hits a search stops. */
#define LOKET_CLIENT_MOST_HITS 2000

/**
 * LoketClientContents:
 * @n_items: how many clients
 * @ids: (nullable) (element-type utf8): which; NULL for every client there is
 * @n_named: how many of them a search found by name; the others it found in notes
 * @rows: (element-type LoketClientRow): the lines of the first piece
 */
typedef struct
{
  guint n_items;
  GPtrArray *ids;
  guint n_named;
  GPtrArray *rows;
} LoketClientContents;

/**
 * LoketClientPiece:
 * @number: 0 for the first piece
 * @n_items: how many clients there are in all
 * @ids: (nullable) (element-type utf8): which; NULL for every client there is
 * @text: (nullable): what was sought
 * @n_named: how many of them were found by name
 * @now: the moment at which the piece is asked for
 */
typedef struct
{
  guint number;
  guint n_items;
  GPtrArray *ids;
  char *text;
  guint n_named;
  LoketDateText now;
} LoketClientPiece;

void     loket_client_scope_free    (LoketClientScope     *scope);
void     loket_client_contents_free (LoketClientContents  *contents);
void     loket_client_piece_free    (LoketClientPiece     *piece);

gpointer loket_client_contents_load (LoketDatabase        *database,
                                     gpointer              input,
                                     GError              **error);
gpointer loket_client_piece_load    (LoketDatabase        *database,
                                     gpointer              input,
                                     GError              **error);

G_END_DECLS
