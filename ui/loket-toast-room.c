/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Lets the content of a window end above a toast, so that neither what is being typed nor an act
 * is under it. */

#include "loketten-config.h"

#include "loket-toast-room.h"

#include "loket-focus.h"

/* Milliseconds in which what became smaller gets its place, and how often that is looked at: the
 * content may still be on its way to what got the focus meanwhile. */
#define PATIENCE   50
#define MOST_LOOKS 8

/* Pixels: of a toast that is higher, as with very large text, the rest lies over the content. */
#define MOST_ROOM 240

/* With its margins, as high as it will be. */
static int
get_toast_height (AdwToastOverlay *overlay)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (overlay));
  int tallest = 0;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int height;

      if (child == adw_toast_overlay_get_child (overlay))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL,
                          gtk_widget_get_width (GTK_WIDGET (overlay)), NULL, &height, NULL, NULL);
      tallest = MAX (tallest, height);
    }

  return tallest;
}

/* Content that made room. */
typedef struct
{
  GtkWidget *content;
  guint n_looks;
} Room;

static void
free_room (Room *room)
{
  g_object_unref (room->content);
  g_free (room);
}

/* What has the keyboard may have come to stand below the end. */
static gboolean
show_focus_cb (gpointer user_data)
{
  Room *room = user_data;

  if (loket_focus_is_in (room->content))
    loket_focus_show (loket_focus_find (room->content));
  room->n_looks++;

  return room->n_looks < MOST_LOOKS ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
keep_focus_in_sight (GtkWidget *content)
{
  Room *room = g_new0 (Room, 1);

  room->content = g_object_ref (content);
  g_timeout_add_full (G_PRIORITY_DEFAULT, PATIENCE, show_focus_cb, room,
                      (GDestroyNotify) free_room);
}

/**
 * loket_toast_room_make:
 * @overlay: what shows toasts
 * @content: what they would cover
 * @is_shown: whether one is shown
 */
void
loket_toast_room_make (AdwToastOverlay *overlay,
                       GtkWidget       *content,
                       gboolean         is_shown)
{
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (GTK_IS_WIDGET (content));

  gtk_widget_set_margin_bottom (content,
                                is_shown ? MIN (get_toast_height (overlay), MOST_ROOM) : 0);
  if (is_shown)
    keep_focus_in_sight (content);
}
