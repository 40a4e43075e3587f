/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Remembers what to say until an act is done, and in which window: the row or the form from which
 * it was asked for may be gone by then. */

#include "loketten-config.h"

#include "loket-window-deed.h"

struct _LoketWindowDeed
{
  GtkWidget *window;
  char *sentence;    /* (nullable): the page says what was done */
  char *contact_id;  /* (nullable): of whom was tried for the last time */
  char *client_id;   /* (nullable): with whom a session was held of which nothing is told yet */
  char *session_id;  /* (nullable): likewise */
  LoketWindowDeedFunc func;  /* (nullable): is told how it ended */
  gpointer user_data;
  GDestroyNotify free_data;  /* (nullable) */
};

static void
free_deed (LoketWindowDeed *self)
{
  if (self->free_data != NULL)
    self->free_data (self->user_data);
  g_object_unref (self->window);
  g_free (self->sentence);
  g_free (self->contact_id);
  g_free (self->client_id);
  g_free (self->session_id);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketWindowDeed, free_deed)

/**
 * loket_window_deed_new:
 * @widget: a widget in the window that is to say what was done
 * @sentence: (nullable): what it says; NULL where the page says so itself
 *
 * Returns: (transfer full): what loket_window_deed_done_cb () is to be given
 */
LoketWindowDeed *
loket_window_deed_new (GtkWidget  *widget,
                       const char *sentence)
{
  LoketWindowDeed *self = g_new0 (LoketWindowDeed, 1);

  self->window = g_object_ref (GTK_WIDGET (gtk_widget_get_root (widget)));
  self->sentence = g_strdup (sentence);

  return self;
}

/**
 * loket_window_deed_offer_letter:
 * @contact_id: the id of a contact that ends with the act
 *
 * The window offers to write to the client as well.
 */
void
loket_window_deed_offer_letter (LoketWindowDeed *self,
                                const char      *contact_id)
{
  g_return_if_fail (self != NULL && self->contact_id == NULL);

  self->contact_id = g_strdup (contact_id);
}

/**
 * loket_window_deed_offer_report:
 * @client_id: the id of a client
 * @session_id: the id of a session that was held
 *
 * The window offers to write down what was said as well.
 */
void
loket_window_deed_offer_report (LoketWindowDeed *self,
                                const char      *client_id,
                                const char      *session_id)
{
  g_return_if_fail (self != NULL && self->session_id == NULL);

  self->client_id = g_strdup (client_id);
  self->session_id = g_strdup (session_id);
}

/**
 * loket_window_deed_tell:
 * @func: is told once how it ended
 * @user_data: (transfer full): for @func
 * @free_data: (nullable): frees @user_data
 */
void
loket_window_deed_tell (LoketWindowDeed     *self,
                        LoketWindowDeedFunc  func,
                        gpointer             user_data,
                        GDestroyNotify       free_data)
{
  g_return_if_fail (self != NULL && self->func == NULL);

  self->func = func;
  self->user_data = user_data;
  self->free_data = free_data;
}

/**
 * loket_window_deed_done_cb:
 * @desk: the desk
 * @deed: (transfer full): a #LoketWindowDeed
 *
 * A #GAsyncReadyCallback of acts. The window says what was done and offers to undo it, or says why
 * it could not be done.
 */
void
loket_window_deed_done_cb (GObject      *desk,
                           GAsyncResult *result,
                           gpointer      deed)
{
  g_autoptr (LoketWindowDeed) self = deed;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) done = loket_desk_act_finish (LOKET_DESK (desk), result, &error);

  if (self->func != NULL)
    self->func (self->user_data, done != NULL);
  if (done == NULL)
    gtk_widget_activate_action (self->window, "win.show-problem", "s", error->message);
  else if (self->contact_id != NULL)
    gtk_widget_activate_action (self->window, "win.offer-letter", "(sss)", self->sentence,
                                done->id, self->contact_id);
  else if (self->session_id != NULL)
    gtk_widget_activate_action (self->window, "win.offer-report", "(ssss)", self->sentence,
                                done->id, self->client_id, self->session_id);
  else if (loket_deed_is_empty (done))
    return;
  else if (self->sentence == NULL)
    gtk_widget_activate_action (self->window, "win.note-undo", "s", done->id);
  else
    gtk_widget_activate_action (self->window, "win.offer-undo", "(ss)", self->sentence, done->id);
}
