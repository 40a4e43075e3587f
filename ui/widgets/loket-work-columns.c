/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Remembers the widest cell of each column. A GtkSizeGroup would do so too, but it would also hold
 * where rows have no columns for want of room. */

#include "loket-work-columns.h"

struct _LoketWorkColumns
{
  GObject parent_instance;

  int widths[LOKET_WORK_N_COLUMNS];
  guint changed_id;  /* rows are told after they were measured, not meanwhile */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketWorkColumns, loket_work_columns, G_TYPE_OBJECT)

static gboolean
tell_cb (gpointer user_data)
{
  LoketWorkColumns *self = user_data;

  self->changed_id = 0;
  g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

/* With another size of text the columns are measured anew. */
static void
text_changed_cb (LoketWorkColumns *self)
{
  for (guint i = 0; i < LOKET_WORK_N_COLUMNS; i++)
    self->widths[i] = 0;
}

static void
loket_work_columns_dispose (GObject *object)
{
  LoketWorkColumns *self = LOKET_WORK_COLUMNS (object);

  g_clear_handle_id (&self->changed_id, g_source_remove);

  G_OBJECT_CLASS (loket_work_columns_parent_class)->dispose (object);
}

static void
loket_work_columns_class_init (LoketWorkColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = loket_work_columns_dispose;

  /**
   * LoketWorkColumns::changed:
   *
   * A column became wider.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
loket_work_columns_init (LoketWorkColumns *self)
{
  GtkSettings *settings = gtk_settings_get_default ();

  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-font-name", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

LoketWorkColumns *
loket_work_columns_new (void)
{
  return g_object_new (LOKET_TYPE_WORK_COLUMNS, NULL);
}

int
loket_work_columns_get_width (LoketWorkColumns *self,
                              LoketWorkColumn   column)
{
  g_return_val_if_fail (LOKET_IS_WORK_COLUMNS (self), 0);

  return self->widths[column];
}

/**
 * loket_work_columns_fit:
 * @width: the width that a cell of @column needs
 *
 * Makes the column wide enough.
 */
void
loket_work_columns_fit (LoketWorkColumns *self,
                        LoketWorkColumn   column,
                        int               width)
{
  g_return_if_fail (LOKET_IS_WORK_COLUMNS (self));

  if (width <= self->widths[column])
    return;

  self->widths[column] = width;
  if (self->changed_id == 0)
    self->changed_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_cb, self, NULL);
}
