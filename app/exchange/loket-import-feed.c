/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The feed: reading a row takes about as long as storing it, so the two are done side by side.
 * Rows travel in batches, a few of which go round between the two threads. */

#include "loket-import-feed.h"

#define ROWS_PER_BATCH LOKET_IMPORT_FEED_ROWS
#define N_BATCHES      8

typedef struct
{
  LoketImportRow rows[ROWS_PER_BATCH];
  LoketDraft *drafts[ROWS_PER_BATCH]; /* (owned): used again for each round of the batch */
  guint n_rows;                       /* fewer than fit: the last batch */
} Batch;

struct _LoketImportFeed
{
  const LoketKind *kind;
  LoketCsvReader *reader;   /* borrowed: outlives us; the thread's, until it ends */
  LoketImportFillFunc fill;
  LoketImportSkipFunc skip; /* (nullable) */
  gpointer user_data;

  GThread *thread;
  GAsyncQueue *full;        /* (owned): of Batch, in the order of the file */
  GAsyncQueue *empty;       /* (owned): of Batch */
  int stopped;              /* atomic: nobody wants the rest */

  Batch *batch;             /* (owned) (nullable): the one that is being handed out */
  Batch *earlier;           /* (owned) (nullable): the one before, whose drafts are still good */
  guint row;                /* the next row of it */
};

/* A draft that says nothing. */
static LoketDraft *
take_draft (LoketImportFeed  *self,
            LoketDraft      **draft)
{
  if (*draft == NULL)
    *draft = loket_draft_new (self->kind);

  loket_draft_clear (*draft);

  return *draft;
}

static void
fill_row (LoketImportFeed *self,
          LoketDraft      *draft,
          LoketImportRow  *row)
{
  g_autoptr (GError) reason = NULL;
  LoketImportPlace place = { NULL, { "", 0 } };

  if (self->fill (draft, &place, self->user_data, &reason))
    {
      loket_draft_complete (draft);
      row->draft = draft;
      return;
    }

  row->refusal = loket_refusal_new (row->line, place.column, place.value.text,
                                    (gssize) place.value.length, reason->message);
}

static gboolean
read_row (LoketImportFeed *self,
          guint            number,
          Batch           *batch)
{
  LoketImportRow *row = &batch->rows[batch->n_rows];
  LoketRefusal *refusal = NULL;
  LoketCsvResult result = loket_csv_reader_read (self->reader, &refusal);

  if (result == LOKET_CSV_DONE)
    return FALSE;

  row->line = loket_csv_reader_get_line (self->reader);
  row->raw = loket_csv_reader_get_raw_row (self->reader);
  row->fraction = loket_csv_reader_get_fraction (self->reader);
  row->draft = NULL;
  row->refusal = refusal;

  if (result == LOKET_CSV_ROW && (self->skip == NULL || !self->skip (number, self->user_data)))
    fill_row (self, take_draft (self, &batch->drafts[batch->n_rows]), row);

  return TRUE;
}

static gpointer
feed_main (gpointer user_data)
{
  LoketImportFeed *self = user_data;
  guint number = 0;
  gboolean is_full = TRUE;

  while (is_full)
    {
      Batch *batch = g_async_queue_pop (self->empty);

      batch->n_rows = 0;
      while (batch->n_rows < ROWS_PER_BATCH && !g_atomic_int_get (&self->stopped)
             && read_row (self, number, batch))
        {
          batch->n_rows++;
          number++;
        }

      is_full = batch->n_rows == ROWS_PER_BATCH;
      g_async_queue_push (self->full, batch);
    }

  return NULL;
}

/**
 * loket_import_feed_new:
 * @kind: what the rows are
 * @reader: the file, at the row to begin with; must not be used until the feed is freed
 * @fill: reads a row
 * @skip: (nullable): says which rows need not be read
 * @user_data: for both
 *
 * Returns: (transfer full): a feed that has begun to read
 */
LoketImportFeed *
loket_import_feed_new (const LoketKind     *kind,
                       LoketCsvReader      *reader,
                       LoketImportFillFunc  fill,
                       LoketImportSkipFunc  skip,
                       gpointer             user_data)
{
  LoketImportFeed *self = g_new0 (LoketImportFeed, 1);

  self->kind = kind;
  self->reader = reader;
  self->fill = fill;
  self->skip = skip;
  self->user_data = user_data;
  self->full = g_async_queue_new ();
  self->empty = g_async_queue_new ();

  for (guint i = 0; i < N_BATCHES; i++)
    g_async_queue_push (self->empty, g_new0 (Batch, 1));
  self->thread = g_thread_new ("loketten-import", feed_main, self);

  return self;
}

static void
free_batch (Batch *batch)
{
  for (guint i = 0; i < ROWS_PER_BATCH; i++)
    g_clear_pointer (&batch->drafts[i], loket_draft_free);
  g_free (batch);
}

/* The refusals that nobody has taken. */
static void
free_refusals (Batch *batch,
               guint  first)
{
  for (guint i = first; i < batch->n_rows; i++)
    g_clear_pointer (&batch->rows[i].refusal, loket_refusal_free);
}

/**
 * loket_import_feed_free:
 *
 * Ends the reading, wherever it is, and waits for its thread.
 */
void
loket_import_feed_free (LoketImportFeed *self)
{
  Batch *batch;

  g_atomic_int_set (&self->stopped, TRUE);
  g_clear_pointer (&self->earlier, free_batch);
  if (self->batch != NULL)
    free_refusals (self->batch, self->row);
  g_clear_pointer (&self->batch, free_batch);
  /* The thread may wait for a batch to fill. */
  g_async_queue_push (self->empty, g_new0 (Batch, 1));
  g_thread_join (self->thread);

  while ((batch = g_async_queue_try_pop (self->full)) != NULL)
    {
      free_refusals (batch, 0);
      free_batch (batch);
    }
  while ((batch = g_async_queue_try_pop (self->empty)) != NULL)
    free_batch (batch);
  g_async_queue_unref (self->full);
  g_async_queue_unref (self->empty);
  g_free (self);
}

/**
 * loket_import_feed_next:
 * @self: a feed
 * @row: (out): the next row; its draft holds for the next LOKET_IMPORT_FEED_ROWS calls, its raw row
 *   as long as the file, its refusal is the caller's
 *
 * Waits for the next row.
 *
 * Returns: FALSE when there is none
 */
gboolean
loket_import_feed_next (LoketImportFeed *self,
                        LoketImportRow  *row)
{
  if (self->batch != NULL && self->row == ROWS_PER_BATCH)
    {
      if (self->earlier != NULL)
        g_async_queue_push (self->empty, self->earlier);
      self->earlier = g_steal_pointer (&self->batch);
    }

  if (self->batch == NULL)
    {
      self->batch = g_async_queue_pop (self->full);
      self->row = 0;
    }

  if (self->row == self->batch->n_rows)
    return FALSE;

  *row = self->batch->rows[self->row++];

  return TRUE;
}
