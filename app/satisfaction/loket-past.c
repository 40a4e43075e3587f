/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * All responses that were ever counted: those of now, and what stood there before they were
 * corrected or removed. */

#include "loket-past.h"

/**
 * loket_past_new:
 * @frame: the responses that never changed
 *
 * Returns: (transfer full): a past in which nothing was corrected or removed yet; what is added
 *   goes into @frame
 */
LoketPast *
loket_past_new (LoketFrame *frame)
{
  LoketPast *past = g_new0 (LoketPast, 1);

  past->frame = g_object_ref (frame);
  past->first = (guint32) loket_frame_get_n_rows (frame);
  past->gones = g_array_new (FALSE, FALSE, sizeof (guint64));
  past->befores = g_array_new (FALSE, FALSE, sizeof (guint32));
  past->afters = g_array_new (FALSE, TRUE, sizeof (gboolean));
  return past;
}

void
loket_past_free (LoketPast *past)
{
  g_clear_object (&past->frame);
  g_clear_pointer (&past->gones, g_array_unref);
  g_clear_pointer (&past->befores, g_array_unref);
  g_clear_pointer (&past->afters, g_array_unref);
  g_free (past);
}

/**
 * loket_past_append:
 * @row: what a response said from its arrival on
 * @gone: until when, as arrivals count; %LOKET_PAST_NEVER when it still says so
 * @before: the row that it took the place of, appended earlier; or %LOKET_PAST_NONE
 *
 * Returns: FALSE as loket_frame_append () does
 */
gboolean
loket_past_append (LoketPast            *past,
                   const LoketFrameRow  *row,
                   guint64               gone,
                   guint32               before,
                   GError              **error)
{
  gboolean after = FALSE;

  if (!loket_frame_append (past->frame, row, error))
    return FALSE;
  g_array_append_val (past->gones, gone);
  g_array_append_val (past->befores, before);
  g_array_append_val (past->afters, after);
  if (before != LOKET_PAST_NONE)
    g_array_index (past->afters, gboolean, before - past->first) = TRUE;
  return TRUE;
}

/**
 * loket_past_get_gone:
 *
 * Returns: when the row was corrected or removed, as arrivals count; else %LOKET_PAST_NEVER
 */
guint64
loket_past_get_gone (const LoketPast *past,
                     gsize            row)
{
  return row < past->first ? LOKET_PAST_NEVER
                           : g_array_index (past->gones, guint64, row - past->first);
}

/**
 * loket_past_get_before:
 *
 * Returns: the row that it took the place of, else %LOKET_PAST_NONE
 */
guint32
loket_past_get_before (const LoketPast *past,
                       gsize            row)
{
  return row < past->first ? LOKET_PAST_NONE
                           : g_array_index (past->befores, guint32, row - past->first);
}

/**
 * loket_past_is_changed:
 *
 * Returns: whether the row took another's place, or another took its
 */
gboolean
loket_past_is_changed (const LoketPast *past,
                       gsize            row)
{
  return row >= past->first && (loket_past_get_before (past, row) != LOKET_PAST_NONE ||
                                g_array_index (past->afters, gboolean, row - past->first));
}
