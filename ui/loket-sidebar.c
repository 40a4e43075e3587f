/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Lists the places, and follows the desk: what there is to do, and who does it. */

#include "loketten-config.h"

#include "loket-sidebar.h"

#include "loket-counts.h"
#include "loket-place-row.h"
#include "loket-open-form.h"
#include "loket-sentences.h"
#include "loket-session-form.h"

#include <glib/gi18n.h>

struct _LoketSidebar
{
  AdwBin parent_instance;

  GtkListBox *places;
  GtkWidget *open_box;
  GtkListBox *open_sessions;
  GtkMenuButton *counsellor_button;
  GtkBox *counsellor_box;
  AdwAvatar *counsellor_avatar;
  GtkLabel *counsellor_name;
  GtkLabel *counsellor_role;

  GMenuModel *menu_model;     /* (nullable) */
  LoketDesk *desk;            /* (nullable): until it is open */
  GCancellable *cancellable;
};

enum
{
  PROP_0,
  PROP_MENU_MODEL,
  N_PROPERTIES
};

enum
{
  PLACE_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketSidebar, loket_sidebar, ADW_TYPE_BIN)

static LoketPlaceRow *
get_row (LoketSidebar *self,
         const char   *name)
{
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->places, i);

      if (row == NULL || g_str_equal (loket_place_row_get_place (LOKET_PLACE_ROW (row)), name))
        return row != NULL ? LOKET_PLACE_ROW (row) : NULL;
    }
}

static void
row_activated_cb (LoketSidebar  *self,
                  LoketPlaceRow *row)
{
  g_signal_emit (self, signals[PLACE_ACTIVATED], 0, loket_place_row_get_place (row));
}

static void
counts_loaded_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (LoketSidebar) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree LoketCounts *counts = loket_desk_load_counts_finish (LOKET_DESK (object), result,
                                                                  &error);

  if (counts != NULL)
    {
      loket_place_row_set_count (get_row (self, "today"), counts->today);
      loket_place_row_set_count (get_row (self, "aftercare"), counts->aftercare);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-problem", "s", error->message);
    }
}

static void
load_counts (LoketSidebar *self)
{
  loket_desk_load_counts_async (self->desk, self->cancellable, counts_loaded_cb,
                                g_object_ref (self));
}

static void
show_counsellor (LoketSidebar    *self,
                 LoketCounsellor *counsellor)
{
  const char *name = loket_counsellor_get_display_name (counsellor);
  const char *role = loket_counsellor_is_team_lead (counsellor) ? _("Team lead")
                                                                : _("Counsellor");
  g_autofree char *label = g_strdup_printf ("%s, %s", name, role);

  adw_avatar_set_text (self->counsellor_avatar, name);
  gtk_label_set_label (self->counsellor_name, name);
  gtk_label_set_label (self->counsellor_role, role);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->counsellor_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
counsellor_changed_cb (LoketSidebar *self)
{
  LoketCounsellor *counsellor = loket_desk_get_counsellor (self->desk);

  gtk_widget_set_visible (GTK_WIDGET (self->counsellor_button), counsellor != NULL);
  if (counsellor == NULL)
    return;

  show_counsellor (self, counsellor);
  load_counts (self);
}

static void
open_activated_cb (LoketSidebar  *self,
                   GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.resume-session", "(ss)",
                              gtk_widget_get_name (GTK_WIDGET (row)), "");
}

/* The time of a session of today, the day of an earlier one. */
static char *
format_start (LoketSidebar    *self,
              const LoketForm *form)
{
  LoketDateText today = loket_desk_get_today (self->desk);
  LoketDateText date = loket_date_parse_past (loket_form_get_text (form,
                                                                   LOKET_SESSION_FORM_DATE),
                                              today.text);

  if (date.text[0] != '\0' && !g_str_equal (date.text, today.text))
    return loket_sentences_format_short_day (date.text);

  return g_strdup (loket_form_get_text (form, LOKET_SESSION_FORM_START));
}

static GtkWidget *
create_open_row (gpointer item,
                 gpointer user_data)
{
  LoketForm *form = loket_open_form_get_form (item);
  const char *name = loket_open_form_get_client_name (item);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (name);
  g_autofree char *when = format_start (user_data, form);
  GtkWidget *start = gtk_label_new (when);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (start, "dim-label");
  gtk_widget_add_css_class (start, "numeric");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("document-edit-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), start);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, loket_form_get_text (form, LOKET_SESSION_FORM_CLIENT));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

static void
open_changed_cb (LoketSidebar *self,
                 guint         position,
                 guint         removed,
                 guint         added,
                 GListModel   *open)
{
  gtk_widget_set_visible (self->open_box, g_list_model_get_n_items (open) > 0);
}

static void
loket_sidebar_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  LoketSidebar *self = LOKET_SIDEBAR (object);

  switch (prop_id)
    {
    case PROP_MENU_MODEL:
      g_value_set_object (value, self->menu_model);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
loket_sidebar_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  LoketSidebar *self = LOKET_SIDEBAR (object);

  switch (prop_id)
    {
    case PROP_MENU_MODEL:
      if (g_set_object (&self->menu_model, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
loket_sidebar_dispose (GObject *object)
{
  LoketSidebar *self = LOKET_SIDEBAR (object);

  g_cancellable_cancel (self->cancellable);
  /* The bin would let go once more of a child that the template has let go of. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_SIDEBAR);
  g_clear_object (&self->menu_model);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_sidebar_parent_class)->dispose (object);
}

static void
loket_sidebar_finalize (GObject *object)
{
  g_clear_object (&LOKET_SIDEBAR (object)->cancellable);

  G_OBJECT_CLASS (loket_sidebar_parent_class)->finalize (object);
}

static void
loket_sidebar_class_init (LoketSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_sidebar_dispose;
  object_class->finalize = loket_sidebar_finalize;
  object_class->get_property = loket_sidebar_get_property;
  object_class->set_property = loket_sidebar_set_property;

  /**
   * LoketSidebar:menu-model:
   *
   * What the button with the counsellor opens.
   */
  properties[PROP_MENU_MODEL] = g_param_spec_object ("menu-model", NULL, NULL, G_TYPE_MENU_MODEL,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                     | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * LoketSidebar::place-activated:
   * @name: the name of the place
   */
  signals[PLACE_ACTIVATED] = g_signal_new ("place-activated", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                           G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketSidebar, places);
  gtk_widget_class_bind_template_child (widget_class, LoketSidebar, open_box);
  gtk_widget_class_bind_template_child (widget_class, LoketSidebar, open_sessions);
  gtk_widget_class_bind_template_child (widget_class, LoketSidebar, counsellor_button);
  gtk_widget_class_bind_template_child (widget_class, LoketSidebar, counsellor_box);
  gtk_widget_class_bind_template_child (widget_class, LoketSidebar, counsellor_avatar);
  gtk_widget_class_bind_template_child (widget_class, LoketSidebar, counsellor_name);
  gtk_widget_class_bind_template_child (widget_class, LoketSidebar, counsellor_role);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_activated_cb);
}

static void
loket_sidebar_init (LoketSidebar *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  /* A menu button puts what it holds in its middle. */
  gtk_widget_set_halign (gtk_widget_get_parent (GTK_WIDGET (self->counsellor_box)),
                         GTK_ALIGN_FILL);
}

/**
 * loket_sidebar_set_desk:
 * @desk: the desk, once it is open
 */
void
loket_sidebar_set_desk (LoketSidebar *self,
                        LoketDesk    *desk)
{
  g_return_if_fail (LOKET_IS_SIDEBAR (self));

  if (!g_set_object (&self->desk, desk))
    return;

  g_signal_connect_object (desk, "changed", G_CALLBACK (load_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::counsellor", G_CALLBACK (counsellor_changed_cb), self,
                           G_CONNECT_SWAPPED);
  counsellor_changed_cb (self);
}

/**
 * loket_sidebar_add_place:
 * @name: the name by which the place is activated and selected
 * @title: what it is called
 * @icon_name: its icon
 */
void
loket_sidebar_add_place (LoketSidebar *self,
                         const char   *name,
                         const char   *title,
                         const char   *icon_name)
{
  g_return_if_fail (LOKET_IS_SIDEBAR (self));

  gtk_list_box_append (self->places, loket_place_row_new (name, title, icon_name));
}

void
loket_sidebar_select_place (LoketSidebar *self,
                            const char   *name)
{
  g_return_if_fail (LOKET_IS_SIDEBAR (self));

  gtk_list_box_select_row (self->places, GTK_LIST_BOX_ROW (get_row (self, name)));
}

void
loket_sidebar_focus_place (LoketSidebar *self,
                           const char   *name)
{
  g_return_if_fail (LOKET_IS_SIDEBAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (get_row (self, name)));
}

/**
 * loket_sidebar_set_open_forms:
 * @open: a list of #LoketOpenForm: the sessions that are being recorded
 */
void
loket_sidebar_set_open_forms (LoketSidebar *self,
                              GListModel   *open)
{
  g_return_if_fail (LOKET_IS_SIDEBAR (self));

  gtk_list_box_bind_model (self->open_sessions, open, create_open_row, self, NULL);
  g_signal_connect_object (open, "items-changed", G_CALLBACK (open_changed_cb), self,
                           G_CONNECT_SWAPPED);
  open_changed_cb (self, 0, 0, 0, open);
}
