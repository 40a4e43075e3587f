/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Rows bear the words that tell what they show. A row that moves is not taken out of its list: that
 * would cost it its focus. */

#include "loketten-config.h"

#include "loket-row-keeper.h"

#include "loket-focus.h"

#define WORDS "loket-row-words"
#define PLACE "loket-row-place"

struct _LoketRowKeeper
{
  GtkWidget *list;  /* borrowed */
  GPtrArray *old;   /* borrowed: rows that were there, and that nobody asked for as yet */
  GPtrArray *rows;  /* borrowed: rows as they will stand */
  int focus;        /* the position of the row in which the focus was, or -1 */
};

/**
 * loket_row_keeper_new:
 * @list: a #GtkBox or #GtkListBox, of which the rows are told anew one by one, in their order; what
 *   it held before the first time stays in front
 *
 * Returns: (transfer full): to be ended with loket_row_keeper_finish()
 */
LoketRowKeeper *
loket_row_keeper_new (GtkWidget *list)
{
  LoketRowKeeper *self = g_new0 (LoketRowKeeper, 1);
  GtkWidget *focus = gtk_widget_get_focus_child (list);
  int position = 0;

  self->list = list;
  self->old = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->focus = -1;
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row), position++)
    {
      gboolean is_kept = g_object_get_data (G_OBJECT (row), WORDS) != NULL;

      g_ptr_array_add (is_kept ? self->old : self->rows, row);
      if (row == focus)
        self->focus = position;
    }

  return self;
}

static gboolean
has_words (gconstpointer row,
           gconstpointer words)
{
  return g_str_equal (g_object_get_data (G_OBJECT (row), WORDS), words);
}

/**
 * loket_row_keeper_keep:
 * @words: everything that the next row shows, and of what; not for people
 *
 * Returns: (transfer none) (nullable): the row that shows it already, which comes next; without one
 *   it is to be made and added
 */
GtkWidget *
loket_row_keeper_keep (LoketRowKeeper *self,
                       const char     *words)
{
  guint position;
  GtkWidget *row;

  if (!g_ptr_array_find_with_equal_func (self->old, words, has_words, &position))
    return NULL;

  row = g_ptr_array_remove_index (self->old, position);
  g_ptr_array_add (self->rows, row);

  return row;
}

/**
 * loket_row_keeper_add:
 * @words: everything that the row shows, and of what
 * @row: (transfer floating): the row, which comes next
 */
void
loket_row_keeper_add (LoketRowKeeper *self,
                      const char     *words,
                      GtkWidget      *row)
{
  g_object_set_data_full (G_OBJECT (row), WORDS, g_strdup (words), g_free);
  if (GTK_IS_LIST_BOX (self->list))
    gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  else
    gtk_box_append (GTK_BOX (self->list), row);
  g_ptr_array_add (self->rows, row);
}

static void
remove_row (LoketRowKeeper *self,
            GtkWidget      *row)
{
  if (GTK_IS_LIST_BOX (self->list))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  else
    gtk_box_remove (GTK_BOX (self->list), row);
}

static int
compare_places (GtkListBoxRow *row,
                GtkListBoxRow *other,
                gpointer       user_data)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), PLACE))
         - GPOINTER_TO_INT (g_object_get_data (G_OBJECT (other), PLACE));
}

static void
order_rows (LoketRowKeeper *self)
{
  GtkWidget *before = NULL;
  gboolean is_ordered = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];

      g_object_set_data (G_OBJECT (row), PLACE, GINT_TO_POINTER ((int) i));
      if (gtk_widget_get_prev_sibling (row) != before)
        {
          is_ordered = FALSE;
          if (GTK_IS_BOX (self->list))
            gtk_box_reorder_child_after (GTK_BOX (self->list), row, before);
        }
      before = row;
    }

  if (!is_ordered && GTK_IS_LIST_BOX (self->list))
    gtk_list_box_set_sort_func (GTK_LIST_BOX (self->list), compare_places, NULL, NULL);
}

/**
 * loket_row_keeper_finish:
 * @self: (transfer full): all rows were told
 *
 * Takes away what was not told again.
 *
 * Returns: where the row was that had the focus and is gone, -1 when the focus stays where it is
 */
int
loket_row_keeper_finish (LoketRowKeeper *self)
{
  int lost = -1;

  for (guint i = 0; i < self->old->len; i++)
    {
      GtkWidget *row = self->old->pdata[i];

      if (loket_focus_is_in (row))
        {
          lost = self->focus;
          /* Else it would go to the top, and what is shown with it. */
          gtk_root_set_focus (gtk_widget_get_root (row), NULL);
        }
      remove_row (self, row);
    }
  order_rows (self);
  g_ptr_array_unref (self->old);
  g_ptr_array_unref (self->rows);
  g_free (self);

  return lost;
}

/**
 * loket_row_keeper_focus:
 * @list: a list that was filled anew
 * @position: where the row was that had the focus and is gone, or -1
 *
 * The next row takes its place, or else the last one.
 *
 * Returns: whether the focus is somewhere
 */
gboolean
loket_row_keeper_focus (GtkWidget *list,
                        int        position)
{
  GtkWidget *row = gtk_widget_get_first_child (list);

  if (position < 0)
    return TRUE;

  for (int i = 0; row != NULL && i < position && gtk_widget_get_next_sibling (row) != NULL; i++)
    row = gtk_widget_get_next_sibling (row);

  return row != NULL && gtk_widget_grab_focus (row);
}
