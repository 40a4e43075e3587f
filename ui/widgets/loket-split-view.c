/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The only user of AdwLeaflet, which later versions of libadwaita replace. */

#include "loket-split-view.h"

struct _LoketSplitView
{
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  GtkWidget *sidebar; /* (nullable), borrowed: the leaflet owns it */
  GtkWidget *content; /* (nullable), borrowed: the leaflet owns it */
  guint folded_id;
};

enum
{
  PROP_0,
  PROP_SIDEBAR,
  PROP_CONTENT,
  PROP_FOLDED,
  PROP_SHOW_CONTENT,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (LoketSplitView, loket_split_view, ADW_TYPE_BIN)

/* What is covered is not to be read out either. */
static void
hide_covered (LoketSplitView *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);
  GtkWidget *visible = adw_leaflet_get_visible_child (self->leaflet);

  if (self->sidebar != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->sidebar), GTK_ACCESSIBLE_STATE_HIDDEN,
                                 folded && visible != self->sidebar, -1);
  if (self->content != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->content), GTK_ACCESSIBLE_STATE_HIDDEN,
                                 folded && visible != self->content, -1);
}

static gboolean
tell_folded_cb (gpointer user_data)
{
  LoketSplitView *self = LOKET_SPLIT_VIEW (user_data);

  self->folded_id = 0;
  hide_covered (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);

  return G_SOURCE_REMOVE;
}

/* The leaflet folds in the middle of giving out room. Whoever hears of it will want to show other
 * things, which must wait until all room has been given out. */
static void
folded_cb (LoketSplitView *self)
{
  if (self->folded_id == 0)
    self->folded_id = g_idle_add_full (G_PRIORITY_DEFAULT, tell_folded_cb, self, NULL);
}

static void
visible_child_cb (LoketSplitView *self)
{
  hide_covered (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_CONTENT]);
}

static void
loket_split_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  LoketSplitView *self = LOKET_SPLIT_VIEW (object);

  switch (prop_id)
    {
    case PROP_SIDEBAR:
      g_value_set_object (value, self->sidebar);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, loket_split_view_get_folded (self));
      break;
    case PROP_SHOW_CONTENT:
      g_value_set_boolean (value, loket_split_view_get_show_content (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
loket_split_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  LoketSplitView *self = LOKET_SPLIT_VIEW (object);

  switch (prop_id)
    {
    case PROP_SIDEBAR:
      loket_split_view_set_sidebar (self, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      loket_split_view_set_content (self, g_value_get_object (value));
      break;
    case PROP_SHOW_CONTENT:
      loket_split_view_set_show_content (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
loket_split_view_dispose (GObject *object)
{
  g_clear_handle_id (&LOKET_SPLIT_VIEW (object)->folded_id, g_source_remove);

  G_OBJECT_CLASS (loket_split_view_parent_class)->dispose (object);
}

static void
loket_split_view_class_init (LoketSplitViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = loket_split_view_dispose;
  object_class->get_property = loket_split_view_get_property;
  object_class->set_property = loket_split_view_set_property;

  properties[PROP_SIDEBAR] = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                  | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                  | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_CONTENT] = g_param_spec_boolean ("show-content", NULL, NULL, FALSE,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                        | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
loket_split_view_init (LoketSplitView *self)
{
  AdwLeafletPage *line;

  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  adw_leaflet_set_can_navigate_back (self->leaflet, TRUE);
  adw_leaflet_set_can_unfold (self->leaflet, TRUE);
  line = adw_leaflet_append (self->leaflet, gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_leaflet_page_set_navigatable (line, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->leaflet));

  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (folded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->leaflet, "notify::visible-child", G_CALLBACK (visible_child_cb),
                           self, G_CONNECT_SWAPPED);
}

void
loket_split_view_set_sidebar (LoketSplitView *self,
                              GtkWidget      *sidebar)
{
  g_return_if_fail (LOKET_IS_SPLIT_VIEW (self));

  if (self->sidebar == sidebar)
    return;

  if (self->sidebar != NULL)
    adw_leaflet_remove (self->leaflet, self->sidebar);
  self->sidebar = sidebar;
  if (sidebar != NULL)
    {
      adw_leaflet_prepend (self->leaflet, sidebar);
      /* Not the line, which has been there longer. */
      adw_leaflet_set_visible_child (self->leaflet, sidebar);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR]);
}

void
loket_split_view_set_content (LoketSplitView *self,
                              GtkWidget      *content)
{
  g_return_if_fail (LOKET_IS_SPLIT_VIEW (self));

  if (self->content == content)
    return;

  if (self->content != NULL)
    adw_leaflet_remove (self->leaflet, self->content);
  self->content = content;
  if (content != NULL)
    adw_leaflet_append (self->leaflet, content);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTENT]);
}

gboolean
loket_split_view_get_folded (LoketSplitView *self)
{
  g_return_val_if_fail (LOKET_IS_SPLIT_VIEW (self), FALSE);

  return adw_leaflet_get_folded (self->leaflet);
}

/**
 * loket_split_view_get_show_content:
 *
 * Returns: whether the content is what one sees when the view is folded
 */
gboolean
loket_split_view_get_show_content (LoketSplitView *self)
{
  g_return_val_if_fail (LOKET_IS_SPLIT_VIEW (self), FALSE);

  return self->content != NULL && adw_leaflet_get_visible_child (self->leaflet) == self->content;
}

void
loket_split_view_set_show_content (LoketSplitView *self,
                                   gboolean        show_content)
{
  GtkWidget *child;

  g_return_if_fail (LOKET_IS_SPLIT_VIEW (self));

  child = show_content ? self->content : self->sidebar;
  if (child != NULL && adw_leaflet_get_visible_child (self->leaflet) != child)
    adw_leaflet_set_visible_child (self->leaflet, child);
}
