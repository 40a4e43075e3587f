/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Looks again and again until the row has a place, and then gives it the focus. */

#include "loketten-config.h"

#include "loket-row-target.h"

#include "loket-focus.h"

/* Milliseconds between two looks, how many looks a row may take to get a place on a slow machine,
 * and in how many it may get another one. */
#define PATIENCE   50
#define MOST_WAITS 200
#define MOST_TRIES 10

struct _LoketRowTarget
{
  GtkWidget *filters; /* borrowed */
  GtkWidget *row;     /* (nullable): until it is aimed */
  guint source;
  guint n_waits;
  guint n_tries;
};

/**
 * loket_row_target_new:
 * @filters: (transfer none): whose list of months gives the focus back to its button some time
 *   after it closes; must outlive what is returned
 *
 * Returns: (transfer full): a target that is nowhere
 */
LoketRowTarget *
loket_row_target_new (GtkWidget *filters)
{
  LoketRowTarget *self = g_new0 (LoketRowTarget, 1);

  self->filters = filters;

  return self;
}

void
loket_row_target_free (LoketRowTarget *self)
{
  loket_row_target_clear (self);
  g_free (self);
}

static gboolean
has_place (GtkWidget *row)
{
  return gtk_widget_get_mapped (row) && gtk_widget_get_height (row) > 0;
}

static void
show_row (LoketRowTarget *self)
{
  if (self->n_tries == 0 || loket_focus_find (self->row) == NULL
      || loket_focus_is_in (self->filters))
    gtk_widget_grab_focus (self->row);
  if (loket_focus_is_in (self->row))
    loket_focus_show (self->row);
  self->n_tries++;
}

/* What is no longer in a window is gone to no more. */
static gboolean
focus_row_cb (gpointer user_data)
{
  LoketRowTarget *self = user_data;

  if (has_place (self->row))
    show_row (self);
  if (gtk_widget_get_root (self->row) != NULL && self->n_waits++ < MOST_WAITS
      && self->n_tries < MOST_TRIES)
    return G_SOURCE_CONTINUE;

  self->source = 0;
  g_clear_object (&self->row);

  return G_SOURCE_REMOVE;
}

/**
 * loket_row_target_aim:
 * @self: a target
 * @row: the row that gets the focus as soon as it can; another one before it is forgotten
 */
void
loket_row_target_aim (LoketRowTarget *self,
                      GtkWidget      *row)
{
  loket_row_target_clear (self);
  self->row = g_object_ref (row);
  self->n_waits = 0;
  self->n_tries = 0;
  self->source = g_timeout_add (PATIENCE, focus_row_cb, self);
}

void
loket_row_target_clear (LoketRowTarget *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->row);
}

/**
 * loket_row_target_get_row:
 * @self: a target
 *
 * Returns: (transfer none) (nullable): the row that is being gone to
 */
GtkWidget *
loket_row_target_get_row (LoketRowTarget *self)
{
  return self->row;
}
