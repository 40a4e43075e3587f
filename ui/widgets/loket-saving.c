/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Marks a window, of whatever type, while it cannot close: leaving the program waits for it. */

#include "loketten-config.h"

#include "loket-saving.h"

#define MARK "loket-saving"

/**
 * loket_saving_set:
 * @is_saving: whether an act runs, after which the window closes or says what went wrong
 */
void
loket_saving_set (GtkWindow *window,
                  gboolean   is_saving)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  g_object_set_data (G_OBJECT (window), MARK, GINT_TO_POINTER (is_saving));
}

/**
 * loket_saving_get:
 *
 * Returns: whether an act runs
 */
gboolean
loket_saving_get (GtkWindow *window)
{
  g_return_val_if_fail (GTK_IS_WINDOW (window), FALSE);

  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (window), MARK)) != 0;
}
