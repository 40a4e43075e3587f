/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A review names the text that it is about by its digest: of another text nothing was decided. */

#include "loket-review.h"

#include "loket-response.h"

#include <stdlib.h>
#include <string.h>

/* Enough to tell the texts of one answer apart. */
#define DIGEST_LENGTH 16

static const char *const states[] = {
  [LOKET_REVIEW_NONE] = "none",
  [LOKET_REVIEW_SHOWN] = "shown",
  [LOKET_REVIEW_WITHHELD] = "withheld",
};

enum
{
  PART_STATE,
  PART_DIGEST,
  PART_WHO,
  PART_ON,
  PART_MASKS,
  N_PARTS
};

/**
 * loket_review_new:
 *
 * Returns: (transfer full): a review by which nothing was decided yet
 */
LoketReview *
loket_review_new (void)
{
  LoketReview *review = g_new0 (LoketReview, 1);

  review->masks = loket_spans_new ();

  return review;
}

void
loket_review_free (LoketReview *review)
{
  g_free (review->who);
  g_free (review->on);
  g_array_unref (review->masks);
  g_free (review);
}

static char *
digest (const char *text)
{
  char *whole = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  whole[DIGEST_LENGTH] = '\0';

  return whole;
}

/* What stands behind the "=" of the entry of @item, or NULL. */
static const char *
get_entry (char       **entries,
           const char  *item)
{
  gsize length = strlen (item);

  for (guint i = 0; entries[i] != NULL; i++)
    {
      if (strncmp (entries[i], item, length) == 0 && entries[i][length] == '=')
        return entries[i] + length + 1;
    }

  return NULL;
}

static GStrv
split (const char *packed)
{
  return g_strsplit (packed != NULL ? packed : "", ";", -1);
}

static void
read_masks (LoketReview *review,
            const char  *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "+", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *rest = NULL;
      guint64 start = g_ascii_strtoull (parts[i], &rest, 10);

      if (*rest == '-')
        loket_spans_add (review->masks, (guint) start,
                         (guint) g_ascii_strtoull (rest + 1, NULL, 10));
    }
}

/**
 * loket_review_read:
 * @packed: (nullable): the field "review" of a response
 * @item: the id of an open item
 * @text: the answer to it, as it is kept
 *
 * Returns: (transfer full): what was decided about @text; nothing when it is not the text that was
 *   looked at
 */
LoketReview *
loket_review_read (const char *packed,
                   const char *item,
                   const char *text)
{
  g_autoptr (LoketReview) review = loket_review_new ();
  g_auto (GStrv) entries = split (packed);
  g_auto (GStrv) parts = NULL;
  g_autofree char *expected = NULL;
  const char *entry = get_entry (entries, item);

  if (entry == NULL)
    return g_steal_pointer (&review);

  parts = g_strsplit (entry, ",", N_PARTS);
  expected = digest (text);
  if (g_strv_length (parts) != N_PARTS || !g_str_equal (parts[PART_DIGEST], expected))
    return g_steal_pointer (&review);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      if (g_str_equal (parts[PART_STATE], states[i]))
        review->state = (LoketReviewState) i;
    }
  review->who = g_uri_unescape_string (parts[PART_WHO], NULL);
  review->on = g_strdup (parts[PART_ON]);
  read_masks (review, parts[PART_MASKS]);

  return g_steal_pointer (&review);
}

static void
append_entry (GString           *written,
              const char        *item,
              const char        *text,
              const LoketReview *review)
{
  g_autofree char *expected = digest (text);
  g_autofree char *who = g_uri_escape_string (review->who != NULL ? review->who : "", NULL, TRUE);

  g_string_append_printf (written, "%s%s=%s,%s,%s,%s,", written->len > 0 ? ";" : "", item,
                          states[review->state], expected, who,
                          review->on != NULL ? review->on : "");
  for (guint i = 0; i < review->masks->len; i++)
    {
      const LoketSpan *span = &g_array_index (review->masks, LoketSpan, i);

      g_string_append_printf (written, "%s%u-%u", i > 0 ? "+" : "", span->start, span->end);
    }
}

/**
 * loket_review_write:
 * @packed: (nullable): the field "review" of a response
 * @item: the id of an open item
 * @text: the answer to it, as it is kept
 * @review: what is decided about it
 *
 * Returns: (transfer full) (nullable): the field with @review in place of what it said of @item
 */
char *
loket_review_write (const char        *packed,
                    const char        *item,
                    const char        *text,
                    const LoketReview *review)
{
  g_autoptr (GString) written = g_string_new (NULL);
  g_auto (GStrv) entries = split (packed);
  const char *old = get_entry (entries, item);

  for (guint i = 0; entries[i] != NULL; i++)
    {
      gboolean is_old = old != NULL && old > entries[i] && old <= entries[i] + strlen (entries[i]);

      if (*entries[i] != '\0' && !is_old)
        g_string_append_printf (written, "%s%s", written->len > 0 ? ";" : "", entries[i]);
    }
  if (review->state != LOKET_REVIEW_NONE)
    append_entry (written, item, text, review);

  return written->len > 0 ? g_string_free (g_steal_pointer (&written), FALSE) : NULL;
}

/**
 * loket_review_mask:
 * @text: a text
 * @masks: (element-type LoketSpan): parts of it
 *
 * Returns: (transfer full): the text with %LOKET_REVIEW_MASK in place of each part
 */
char *
loket_review_mask (const char   *text,
                   const GArray *masks)
{
  g_autoptr (GString) masked = g_string_new (NULL);
  glong length = g_utf8_strlen (text, -1);
  glong done = 0;

  for (guint i = 0; i < masks->len; i++)
    {
      const LoketSpan *span = &g_array_index (masks, LoketSpan, i);
      glong start = MIN ((glong) span->start, length);
      const char *from = g_utf8_offset_to_pointer (text, done);

      g_string_append_len (masked, from, g_utf8_offset_to_pointer (text, start) - from);
      if (start < length)
        g_string_append (masked, LOKET_REVIEW_MASK);
      done = MIN ((glong) span->end, length);
    }
  g_string_append (masked, g_utf8_offset_to_pointer (text, done));

  return g_string_free (g_steal_pointer (&masked), FALSE);
}

/* What others may see of a text, or NULL. */
static char *
release (const char *packed,
         const char *item,
         const char *text)
{
  g_autoptr (LoketReview) review = loket_review_read (packed, item, text);

  return review->state == LOKET_REVIEW_SHOWN ? loket_review_mask (text, review->masks) : NULL;
}

/**
 * loket_review_release:
 * @answers: (nullable): the field "open_answers" of a response
 * @packed: (nullable): its field "review"
 *
 * Returns: (transfer full): the answers that were released, as others may see them
 */
char *
loket_review_release (const char *answers,
                      const char *packed)
{
  g_autoptr (GString) released = g_string_new (NULL);
  char *item, *text;

  while (loket_response_next_open (&answers, &item, &text))
    {
      g_autofree char *own_item = item;
      g_autofree char *own_text = text;
      g_autofree char *shown = release (packed, own_item, own_text);

      if (shown != NULL)
        loket_response_append_open (released, own_item, shown);
    }

  return g_string_free (g_steal_pointer (&released), FALSE);
}

static GHashTable *
read_answers (const char *answers)
{
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  char *item, *text;

  while (loket_response_next_open (&answers, &item, &text))
    g_hash_table_insert (texts, item, text);

  return texts;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * loket_review_fill_in:
 * @given: (nullable): open answers of somebody who sees only what was released
 * @answers: (nullable): the field "open_answers" of the response
 * @packed: (nullable): its field "review"
 *
 * An answer that reads as it was released was not changed: it stays as it is kept.
 *
 * Returns: (transfer full): what the field is to say
 */
char *
loket_review_fill_in (const char *given,
                      const char *answers,
                      const char *packed)
{
  g_autoptr (GHashTable) kept = read_answers (answers);
  g_autoptr (GHashTable) texts = read_answers (given);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GString) filled = g_string_new (NULL);
  GHashTableIter iter;
  gpointer item, text;

  g_hash_table_iter_init (&iter, kept);
  while (g_hash_table_iter_next (&iter, &item, &text))
    {
      g_autofree char *seen = release (packed, item, text);

      if (g_strcmp0 (seen, g_hash_table_lookup (texts, item)) == 0)
        g_hash_table_replace (texts, g_strdup (item), g_strdup (text));
    }

  items = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    g_ptr_array_add (items, item);
  g_ptr_array_sort (items, compare_texts);
  for (guint i = 0; i < items->len; i++)
    loket_response_append_open (filled, items->pdata[i],
                                g_hash_table_lookup (texts, items->pdata[i]));

  return g_string_free (g_steal_pointer (&filled), FALSE);
}

/**
 * loket_spans_new:
 *
 * Returns: (transfer full) (element-type LoketSpan): no parts of a text
 */
GArray *
loket_spans_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (LoketSpan));
}

/**
 * loket_spans_cover:
 *
 * Returns: whether all characters from @start up to @end are in one of @spans
 */
gboolean
loket_spans_cover (const GArray *spans,
                   guint         start,
                   guint         end)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const LoketSpan *span = &g_array_index (spans, LoketSpan, i);

      if (span->start <= start && end <= span->end)
        return TRUE;
    }

  return FALSE;
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const LoketSpan *one = a;
  const LoketSpan *other = b;

  return (one->start > other->start) - (one->start < other->start);
}

/**
 * loket_spans_add:
 *
 * Adds a part to @spans, together with those that it overlaps.
 */
void
loket_spans_add (GArray *spans,
                 guint   start,
                 guint   end)
{
  LoketSpan added = { start, end };

  if (start >= end)
    return;

  for (guint i = spans->len; i-- > 0;)
    {
      const LoketSpan span = g_array_index (spans, LoketSpan, i);

      if (span.start > added.end || span.end < added.start)
        continue;
      added.start = MIN (added.start, span.start);
      added.end = MAX (added.end, span.end);
      g_array_remove_index (spans, i);
    }
  g_array_append_val (spans, added);
  g_array_sort (spans, compare_spans);
}

/**
 * loket_spans_take:
 *
 * Takes the characters from @start up to @end out of @spans.
 */
void
loket_spans_take (GArray *spans,
                  guint   start,
                  guint   end)
{
  for (guint i = spans->len; i-- > 0;)
    {
      const LoketSpan span = g_array_index (spans, LoketSpan, i);
      const LoketSpan before = { span.start, start };
      const LoketSpan after = { end, span.end };

      if (span.start >= end || span.end <= start)
        continue;
      g_array_remove_index (spans, i);
      if (before.start < before.end)
        g_array_append_val (spans, before);
      if (after.start < after.end)
        g_array_append_val (spans, after);
    }
  g_array_sort (spans, compare_spans);
}
