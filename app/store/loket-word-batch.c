/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Keeps the words one behind the other in one piece of memory. */

#include "loket-word-batch.h"

#include <string.h>

/* So much is worth a walk through the whole table. */
#define FULL_BYTES (64 * 1024 * 1024)

/* Of a word in the text: "PLACE WORD\0SORT NAME\0ID\0", where the place is one byte. As no byte is
 * less than the one between two parts, the order of these bytes is the order of the parts. */
typedef struct
{
  guint32 start;
  guint32 length;
} Span;

struct _LoketWordBatch
{
  GString *text;
  GArray *spans;  /* of Span */
};

/**
 * loket_word_batch_new:
 *
 * Returns: (transfer full): no words
 */
LoketWordBatch *
loket_word_batch_new (void)
{
  LoketWordBatch *self = g_new0 (LoketWordBatch, 1);

  self->text = g_string_new (NULL);
  self->spans = g_array_new (FALSE, FALSE, sizeof (Span));

  return self;
}

void
loket_word_batch_free (LoketWordBatch *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->spans);
  g_free (self);
}

/**
 * loket_word_batch_is_full:
 *
 * Returns: whether it is time to store what is there
 */
gboolean
loket_word_batch_is_full (LoketWordBatch *self)
{
  return self->text->len >= FULL_BYTES;
}

/**
 * loket_word_batch_get_size:
 *
 * Returns: how many words there are
 */
guint
loket_word_batch_get_size (LoketWordBatch *self)
{
  return self->spans->len;
}

/**
 * loket_word_batch_get:
 * @index: from 0 to the size
 *
 * Returns: a word, whose texts stay as they are until a word is added
 */
LoketWord
loket_word_batch_get (LoketWordBatch *self,
                      guint           index)
{
  const char *text = self->text->str + g_array_index (self->spans, Span, index).start;
  LoketWord word;

  word.place = *text - 1;
  word.word = text + 1;
  word.sort_name = word.word + strlen (word.word) + 1;
  word.client_id = word.sort_name + strlen (word.sort_name) + 1;

  return word;
}

/**
 * loket_word_batch_add:
 * @word: a word; its place is from 0 to 126
 */
void
loket_word_batch_add (LoketWordBatch  *self,
                      const LoketWord *word)
{
  Span span = { .start = (guint32) self->text->len };

  g_return_if_fail (word->place >= 0 && word->place < 127);

  g_string_append_c (self->text, (char) (word->place + 1));
  g_string_append_len (self->text, word->word, (gssize) strlen (word->word) + 1);
  g_string_append_len (self->text, word->sort_name, (gssize) strlen (word->sort_name) + 1);
  g_string_append_len (self->text, word->client_id, (gssize) strlen (word->client_id) + 1);
  span.length = (guint32) self->text->len - span.start;
  g_array_append_val (self->spans, span);
}

static int
compare_spans (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const Span *one = a;
  const Span *other = b;
  const char *text = user_data;

  return memcmp (text + one->start, text + other->start, MIN (one->length, other->length));
}

/**
 * loket_word_batch_sort:
 *
 * Puts the words in order of place, word, sort name and id, byte for byte.
 */
void
loket_word_batch_sort (LoketWordBatch *self)
{
  g_array_sort_with_data (self->spans, compare_spans, self->text->str);
}

/**
 * loket_word_batch_clear:
 *
 * Forgets all words.
 */
void
loket_word_batch_clear (LoketWordBatch *self)
{
  g_string_truncate (self->text, 0);
  g_array_set_size (self->spans, 0);
}
