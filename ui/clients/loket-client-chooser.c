/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The cursor stays where one types; up and down go through the list, Enter chooses. */

#include "loketten-config.h"

#include "loket-client-chooser.h"

#include "loket-client-list.h"
#include "loket-client-tile.h"
#include "loket-list-keys.h"

#include <glib/gi18n.h>

struct _LoketClientChooser
{
  AdwWindow parent_instance;

  GtkSearchEntry *search;
  GtkLabel *heading;
  GtkStack *stack;
  GtkListView *list_view;

  LoketDesk *desk;
  LoketClientList *list;
  GtkSingleSelection *selection;
  gboolean is_chosen_when_loaded;  /* Enter was faster than the search */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketClientChooser, loket_client_chooser, ADW_TYPE_WINDOW)

static void
search_changed_cb (LoketClientChooser *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));

  self->is_chosen_when_loaded = FALSE;
  loket_client_list_set_recent (self->list, typed);
  gtk_label_set_label (self->heading, *typed == '\0' ? _("Last talked to") : _("Found"));
}

static void
list_problem_cb (LoketClientChooser *self,
                 const GError       *error)
{
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
                              "win.show-problem", "s", error->message);
}

static void
choose (LoketClientChooser *self)
{
  LoketClientItem *item = gtk_single_selection_get_selected_item (self->selection);
  const LoketClientRow *row = item != NULL ? loket_client_item_get_row (item) : NULL;
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;

  self->is_chosen_when_loaded = loket_client_list_is_loading (self->list);
  if (self->is_chosen_when_loaded || row == NULL || row->id == NULL)
    return;

  id = g_strdup (row->id);
  name = g_strdup (row->name);
  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[CHOSEN], 0, id, name);
  g_object_unref (self);
}

static void
list_loaded_cb (LoketClientChooser *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "clients" : "nobody");
  gtk_single_selection_set_selected (self->selection, 0);
  if (self->is_chosen_when_loaded && n > 0)
    choose (self);
  self->is_chosen_when_loaded = FALSE;
}

static void
row_activated_cb (LoketClientChooser *self,
                  guint               position)
{
  gtk_single_selection_set_selected (self->selection, position);
  choose (self);
}

static gboolean
key_pressed_cb (LoketClientChooser *self,
                guint               keyval)
{
  return loket_list_keys_press (self->list_view, keyval);
}

static void
setup_row_cb (GtkListItemFactory *factory,
              GtkListItem        *list_item)
{
  gtk_list_item_set_child (list_item, loket_client_tile_new ());
}

static void
bind_row_cb (GtkListItemFactory *factory,
             GtkListItem        *list_item,
             LoketClientChooser *self)
{
  LoketDateText today = loket_desk_get_today (self->desk);

  loket_client_tile_set_item (LOKET_CLIENT_TILE (gtk_list_item_get_child (list_item)),
                              gtk_list_item_get_item (list_item),
                              loket_desk_get_rules (self->desk), today.text);
}

static void
unbind_row_cb (GtkListItemFactory *factory,
               GtkListItem        *list_item)
{
  loket_client_tile_set_item (LOKET_CLIENT_TILE (gtk_list_item_get_child (list_item)), NULL, NULL,
                              "");
}

static void
loket_client_chooser_dispose (GObject *object)
{
  LoketClientChooser *self = LOKET_CLIENT_CHOOSER (object);

  adw_window_set_content (ADW_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_CLIENT_CHOOSER);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_client_chooser_parent_class)->dispose (object);
}

static void
loket_client_chooser_class_init (LoketClientChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_client_chooser_dispose;

  /**
   * LoketClientChooser::chosen:
   * @id: the id of the client
   * @name: what the client is called
   *
   * A person chose a client.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/loketten/Loketten/loket-client-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketClientChooser, search);
  gtk_widget_class_bind_template_child (widget_class, LoketClientChooser, heading);
  gtk_widget_class_bind_template_child (widget_class, LoketClientChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, LoketClientChooser, list_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
loket_client_chooser_init (LoketClientChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_up_list (LoketClientChooser *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, 0);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row_cb), NULL);

  self->list = loket_client_list_new (self->desk);
  g_signal_connect_object (self->list, "loaded", G_CALLBACK (list_loaded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "problem", G_CALLBACK (list_problem_cb), self,
                           G_CONNECT_SWAPPED);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

/**
 * loket_client_chooser_new:
 * @parent: the window over which it stands
 * @title: what the client is asked for
 *
 * Returns: (transfer none): a window that asks for a client
 */
LoketClientChooser *
loket_client_chooser_new (LoketDesk  *desk,
                          GtkWindow  *parent,
                          const char *title)
{
  LoketClientChooser *self = g_object_new (LOKET_TYPE_CLIENT_CHOOSER, "transient-for", parent,
                                           "title", title, NULL);

  self->desk = g_object_ref (desk);
  set_up_list (self);
  search_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));

  return self;
}
