/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Remembers events by their keys. */

#include "loket-event-standing.h"

#include "loket-event-row.h"
#include "loket-focus.h"

struct _LoketEventStanding
{
  GPtrArray *open_keys;
  char *focus_key;  /* (nullable) */
};

static const char *
get_key (LoketEventRow *row)
{
  return loket_event_get_key (loket_event_row_get_event (row));
}

static LoketEventRow *
find_row (GPtrArray  *rows,
          const char *key)
{
  for (guint i = 0; key != NULL && i < rows->len; i++)
    {
      if (g_str_equal (get_key (rows->pdata[i]), key))
        return rows->pdata[i];
    }

  return NULL;
}

/**
 * loket_event_standing_new:
 * @timeline: what the rows are in
 * @rows: (element-type LoketEventRow): the rows
 *
 * Returns: (transfer full): what is open, and which had the focus
 */
LoketEventStanding *
loket_event_standing_new (GtkWidget *timeline,
                          GPtrArray *rows)
{
  LoketEventStanding *self = g_new0 (LoketEventStanding, 1);
  GtkWidget *focus = loket_focus_find (timeline);
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, LOKET_TYPE_EVENT_ROW) : NULL;

  self->open_keys = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < rows->len; i++)
    {
      if (loket_event_row_is_open (rows->pdata[i]))
        g_ptr_array_add (self->open_keys, g_strdup (get_key (rows->pdata[i])));
    }
  if (row != NULL && gtk_widget_is_ancestor (row, timeline))
    self->focus_key = g_strdup (get_key (LOKET_EVENT_ROW (row)));

  return self;
}

/**
 * loket_event_standing_restore:
 * @rows: (element-type LoketEventRow): the rows now; some may be those that were there
 *
 * Opens what was open.
 *
 * Returns: (transfer none) (nullable): the row to go to, when the one that had the focus is not
 *   there any more: the one made in its place, and when that is done, the first thing to do
 */
LoketEventRow *
loket_event_standing_restore (LoketEventStanding *self,
                              GPtrArray          *rows)
{
  LoketEventRow *row = find_row (rows, self->focus_key);

  for (guint i = 0; i < self->open_keys->len; i++)
    {
      LoketEventRow *open = find_row (rows, self->open_keys->pdata[i]);

      if (open != NULL)
        loket_event_row_set_open (open, TRUE);
    }

  if (row != NULL && loket_focus_is_in (GTK_WIDGET (row)))
    return NULL;
  if (row == NULL && self->focus_key != NULL && rows->len > 0)
    row = rows->pdata[0];

  return row;
}

void
loket_event_standing_free (LoketEventStanding *self)
{
  g_ptr_array_unref (self->open_keys);
  g_free (self->focus_key);
  g_free (self);
}
