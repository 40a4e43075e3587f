/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Words of very many clients, put in order in memory before they are stored. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _LoketWordBatch LoketWordBatch;

/**
 * LoketWord:
 * @place: where the word stands in the record of the client
 * @word: the word, folded
 * @sort_name: the sort name of the client
 * @client_id: the id of the client
 *
 * A word by which a client is found.
 */
typedef struct
{
  int place;
  const char *word;
  const char *sort_name;
  const char *client_id;
} LoketWord;

LoketWordBatch *loket_word_batch_new      (void);
void            loket_word_batch_free     (LoketWordBatch   *self);
gboolean        loket_word_batch_is_full  (LoketWordBatch   *self);
guint           loket_word_batch_get_size (LoketWordBatch   *self);
LoketWord       loket_word_batch_get      (LoketWordBatch   *self,
                                           guint             index);
void            loket_word_batch_add      (LoketWordBatch   *self,
                                           const LoketWord  *word);
void            loket_word_batch_sort     (LoketWordBatch   *self);
void            loket_word_batch_clear    (LoketWordBatch   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketWordBatch, loket_word_batch_free)

G_END_DECLS
