/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Gives a window the actions win.review-duplicates and win.take-apart. */

#include "loketten-config.h"

#include "loket-duplicate-acts.h"

#include "loket-duplicates-window.h"
#include "loket-unmerge-dialog.h"

#include <glib/gi18n.h>

struct _LoketDuplicateActs
{
  GObject parent_instance;

  GtkWindow *window;  /* borrowed: outlives us */
  LoketToasts *toasts;
  LoketDesk *desk;
};

G_DEFINE_FINAL_TYPE (LoketDuplicateActs, loket_duplicate_acts, G_TYPE_OBJECT)

static void
review_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  LoketDuplicateActs *self = user_data;
  GtkWindow *window = GTK_WINDOW (loket_duplicates_window_new (self->desk));

  gtk_window_set_transient_for (window, self->window);
  gtk_window_set_application (window, gtk_window_get_application (self->window));
  gtk_window_present (window);
}

static void
merges_loaded_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (LoketDuplicateActs) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) merges = loket_desk_load_merges_finish (LOKET_DESK (object), result,
                                                                &error);

  if (self->desk == NULL)
    return;
  if (merges == NULL)
    loket_toasts_say_problem (self->toasts, error);
  else if (merges->len == 0)
    loket_toasts_say (self->toasts, _("No other record was merged into this one"));
  else
    loket_form_dialog_present (LOKET_FORM_DIALOG (loket_unmerge_dialog_new (self->desk, merges)),
                               self->window);
}

static void
take_apart_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  LoketDuplicateActs *self = user_data;

  loket_desk_load_merges_async (self->desk, g_variant_get_string (parameter, NULL), NULL,
                                merges_loaded_cb, g_object_ref (self));
}

static void
loket_duplicate_acts_dispose (GObject *object)
{
  LoketDuplicateActs *self = LOKET_DUPLICATE_ACTS (object);

  g_clear_object (&self->toasts);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_duplicate_acts_parent_class)->dispose (object);
}

static void
loket_duplicate_acts_class_init (LoketDuplicateActsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = loket_duplicate_acts_dispose;
}

static void
loket_duplicate_acts_init (LoketDuplicateActs *self)
{
}

/**
 * loket_duplicate_acts_new:
 * @window: the window that gets the actions, and must outlive this object
 * @toasts: where is said what was done
 * @desk: the desk
 *
 * Returns: (transfer full): the actions, for as long as this object is there
 */
LoketDuplicateActs *
loket_duplicate_acts_new (GtkWindow   *window,
                          LoketToasts *toasts,
                          LoketDesk   *desk)
{
  static const GActionEntry entries[] = {
    { "review-duplicates", review_action },
    { "take-apart", take_apart_action, "s" },
  };
  LoketDuplicateActs *self = g_object_new (LOKET_TYPE_DUPLICATE_ACTS, NULL);

  self->window = window;
  self->toasts = g_object_ref (toasts);
  self->desk = g_object_ref (desk);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);

  return self;
}
