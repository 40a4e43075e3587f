/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Switches between the places, which are made when they are first visited. */

#define G_LOG_DOMAIN "loketten"

#include "loketten-config.h"

#include "loket-window.h"

#include "loket-accessible.h"
#include "loket-aftercare-page.h"
#include "loket-client-editor.h"
#include "loket-clients-page.h"
#include "loket-counsellors.h"
#include "loket-counts.h"
#include "loket-place-row.h"
#include "loket-satisfaction-page.h"
#include "loket-split-view.h"
#include "loket-today-page.h"
#include "loket-undo-act.h"

#include <glib/gi18n.h>

/* How often another program's changes are looked for while the window is in use. */
#define LOOK_SECONDS 5

struct _LoketWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  LoketSplitView *split_view;
  GtkListBox *places;
  GtkMenuButton *counsellor_button;
  GtkBox *counsellor_box;
  AdwAvatar *counsellor_avatar;
  GtkLabel *counsellor_name;
  GtkLabel *counsellor_role;
  GtkButton *back_button;
  GtkSearchEntry *search_entry;
  GtkStack *pages;
  AdwStatusPage *start_error;
  GtkButton *retry_button;
  GtkListBox *who_list;
  GMenu *counsellor_section;

  GSettings *settings;
  LoketDesk *desk;            /* (nullable): until it is open */
  GListModel *counsellors;    /* (nullable): until they are loaded */
  GCancellable *cancellable;
  char *undoable;             /* (nullable): the act that Ctrl+Z takes back */
  LoketDraft *discarded;      /* (nullable): a form that was closed without saving */
  guint look_id;
};

typedef struct
{
  const char *name;
  const char *title;
  const char *icon_name;
  GtkWidget *(*create) (LoketDesk *desk);
} Place;

static const Place all_places[] = {
  { "today", N_("Today"), "x-office-calendar-symbolic", loket_today_page_new },
  { "clients", N_("Clients"), "system-users-symbolic", loket_clients_page_new },
  { "aftercare", N_("Follow-up"), "call-outgoing-symbolic", loket_aftercare_page_new },
  { "satisfaction", N_("Satisfaction"), "face-smile-symbolic", loket_satisfaction_page_new },
};

G_DEFINE_FINAL_TYPE (LoketWindow, loket_window, ADW_TYPE_APPLICATION_WINDOW)

static const Place *
find_place (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_places); i++)
    {
      if (g_str_equal (all_places[i].name, name))
        return &all_places[i];
    }

  return &all_places[0];
}

/* Data in a toast is markup, unless it is escaped. */
static void
show_sentence (LoketWindow *self,
               const char  *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static LoketPlaceRow *
get_place_row (LoketWindow *self,
               const char  *name)
{
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->places, i);

      if (row == NULL || g_str_equal (loket_place_row_get_place (LOKET_PLACE_ROW (row)), name))
        return row != NULL ? LOKET_PLACE_ROW (row) : NULL;
    }
}

static GtkWidget *
get_page (LoketWindow *self,
          const char  *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);

  if (page == NULL)
    {
      page = find_place (name)->create (self->desk);
      gtk_stack_add_named (self->pages, page, name);
    }

  return page;
}

static LoketClientsPage *
get_clients_page (LoketWindow *self)
{
  return LOKET_CLIENTS_PAGE (get_page (self, "clients"));
}

static gboolean
is_at (LoketWindow *self,
       const char  *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), name) == 0;
}

static void
update_back_button (LoketWindow *self)
{
  gboolean in_record = is_at (self, "clients")
                       && loket_clients_page_can_go_back (get_clients_page (self));

  gtk_widget_set_visible (GTK_WIDGET (self->back_button),
                          loket_split_view_get_folded (self->split_view) || in_record);
}

static void
go_to_place (LoketWindow *self,
             const char  *name)
{
  const Place *place = find_place (name);

  if (self->desk == NULL || loket_desk_get_counsellor (self->desk) == NULL)
    return;

  get_page (self, place->name);
  gtk_stack_set_visible_child_name (self->pages, place->name);
  gtk_list_box_select_row (self->places, GTK_LIST_BOX_ROW (get_place_row (self, place->name)));
  loket_split_view_set_show_content (self->split_view, TRUE);
  update_back_button (self);
}

static void
place_activated_cb (LoketWindow   *self,
                    LoketPlaceRow *row)
{
  go_to_place (self, loket_place_row_get_place (row));
}

static void
search_changed_cb (LoketWindow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (self->desk == NULL)
    return;

  if (*text != '\0' && !is_at (self, "clients"))
    go_to_place (self, "clients");
  if (is_at (self, "clients"))
    loket_clients_page_search (get_clients_page (self), text);
  update_back_button (self);
}

static void
search_activated_cb (LoketWindow *self)
{
  if (is_at (self, "clients"))
    loket_clients_page_open_first (get_clients_page (self));
}

static void
search_next_cb (LoketWindow *self)
{
  if (is_at (self, "clients"))
    loket_clients_page_focus_list (get_clients_page (self));
}

static void
search_stopped_cb (LoketWindow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LoketWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);

  if (deed == NULL)
    {
      loket_window_show_problem (self, error);
      return;
    }

  show_sentence (self, _("Undone"));
}

static void
undo (LoketWindow *self,
      const char  *act)
{
  loket_desk_undo_async (self->desk, act, NULL, undone_cb, g_object_ref (self));
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LoketWindow *self = LOKET_WINDOW (widget);
  g_autofree char *act = g_steal_pointer (&self->undoable);

  gtk_widget_action_set_enabled (widget, "win.undo", FALSE);
  if (act != NULL)
    undo (self, act);
}

/* Toasts wait for each other: the one that is seen need not be of what was done last. */
static void
undo_act_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  LoketWindow *self = LOKET_WINDOW (widget);
  const char *act = g_variant_get_string (parameter, NULL);

  undo (self, act);
  if (g_strcmp0 (self->undoable, act) != 0)
    return;

  g_clear_pointer (&self->undoable, g_free);
  gtk_widget_action_set_enabled (widget, "win.undo", FALSE);
}

/* Both hands are on the keyboard: what stands at the place is one key away, not ten. */
static void
place_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  LoketWindow *self = LOKET_WINDOW (widget);

  go_to_place (self, g_variant_get_string (parameter, NULL));
  if (is_at (self, "clients"))
    loket_clients_page_focus_list (get_clients_page (self));
  else if (self->desk != NULL)
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->pages), GTK_DIR_TAB_FORWARD);
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  LoketWindow *self = LOKET_WINDOW (widget);

  loket_split_view_set_show_content (self->split_view, TRUE);
  update_back_button (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LoketWindow *self = LOKET_WINDOW (widget);

  if (!is_at (self, "clients") || !loket_clients_page_go_back (get_clients_page (self)))
    loket_split_view_set_show_content (self->split_view, FALSE);
  update_back_button (self);
}

static void
client_saved_cb (LoketWindow *self,
                 const char  *client_id,
                 const char  *sentence,
                 const char  *act)
{
  loket_window_show_client (self, client_id);
  loket_window_offer_undo (self, sentence, act);
}

static void
client_discarded_cb (LoketWindow      *self,
                     const LoketDraft *draft)
{
  AdwToast *toast = adw_toast_new (_("The form was closed without saving"));

  g_clear_pointer (&self->discarded, loket_draft_free);
  self->discarded = loket_draft_copy (draft);

  adw_toast_set_button_label (toast, _("_Open Again"));
  adw_toast_set_action_name (toast, "win.reopen-form");
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
present_client_editor (LoketWindow *self,
                       GtkWidget   *editor)
{
  g_signal_connect_object (editor, "saved", G_CALLBACK (client_saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "discarded", G_CALLBACK (client_discarded_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (editor), GTK_WINDOW (self));
  /* For the keys that mean the same everywhere, such as those to quit. */
  gtk_window_set_application (GTK_WINDOW (editor), gtk_window_get_application (GTK_WINDOW (self)));
  gtk_window_present (GTK_WINDOW (editor));
}

static void
new_client_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  LoketWindow *self = LOKET_WINDOW (widget);

  present_client_editor (self, loket_client_editor_new (self->desk, NULL));
}

static void
reopen_form_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  LoketWindow *self = LOKET_WINDOW (widget);
  g_autoptr (LoketDraft) draft = g_steal_pointer (&self->discarded);

  if (draft != NULL)
    present_client_editor (self, loket_client_editor_new_from_draft (self->desk, draft));
}

static void
edit_client_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  LoketWindow *self = LOKET_WINDOW (widget);
  LoketClient *client = NULL;

  if (is_at (self, "clients"))
    client = loket_clients_page_get_client (get_clients_page (self));
  if (client != NULL)
    present_client_editor (self, loket_client_editor_new (self->desk, client));
}

static void
show_client_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  loket_window_show_client (LOKET_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
offer_undo_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  const char *sentence, *act;

  g_variant_get (parameter, "(&s&s)", &sentence, &act);
  loket_window_offer_undo (LOKET_WINDOW (widget), sentence, act);
}

static void
show_problem_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  show_sentence (LOKET_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
update_back_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  update_back_button (LOKET_WINDOW (widget));
}

/* GTK would make the list of shortcuts, which is seldom looked at, with every window. */
static void
show_help_overlay_action (GtkWidget  *widget,
                          const char *action_name,
                          GVariant   *parameter)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (widget);
  g_autoptr (GtkBuilder) builder = NULL;

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      GObject *overlay;

      builder = gtk_builder_new_from_resource ("/org/loketten/Loketten/help-overlay.ui");
      overlay = gtk_builder_get_object (builder, "help_overlay");
      gtk_application_window_set_help_overlay (window, GTK_SHORTCUTS_WINDOW (overlay));
    }

  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

static void
work_as_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  LoketWindow *self = LOKET_WINDOW (widget);
  const char *code = g_variant_get_string (parameter, NULL);

  for (guint i = 0;
       self->counsellors != NULL && i < g_list_model_get_n_items (self->counsellors);
       i++)
    {
      g_autoptr (LoketRecord) counsellor = g_list_model_get_item (self->counsellors, i);

      if (g_str_equal (loket_record_get_text (counsellor, LOKET_COUNSELLOR_COUNSELLOR), code))
        {
          g_settings_set_string (self->settings, "counsellor", code);
          loket_desk_set_counsellor (self->desk, LOKET_COUNSELLOR (counsellor));
        }
    }
}

static void
fill_counsellor_menu (LoketWindow *self)
{
  g_menu_remove_all (self->counsellor_section);

  for (guint i = 0; i < g_list_model_get_n_items (self->counsellors); i++)
    {
      g_autoptr (LoketCounsellor) counsellor = g_list_model_get_item (self->counsellors, i);
      g_autoptr (GMenuItem) item = NULL;
      const char *code = loket_record_get_text (LOKET_RECORD (counsellor),
                                                LOKET_COUNSELLOR_COUNSELLOR);

      item = g_menu_item_new (loket_counsellor_get_display_name (counsellor), NULL);
      g_menu_item_set_action_and_target (item, "win.work-as", "s", code);
      g_menu_append_item (self->counsellor_section, item);
    }
}

static GtkWidget *
create_who_row (gpointer item,
                gpointer user_data)
{
  LoketCounsellor *counsellor = item;
  GtkWidget *row = adw_action_row_new ();
  const char *code = loket_record_get_text (LOKET_RECORD (counsellor),
                                            LOKET_COUNSELLOR_COUNSELLOR);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 loket_counsellor_get_display_name (counsellor));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), code);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.work-as");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", code);

  return row;
}

/* Most never see it: they are known. */
static void
fill_who_list (LoketWindow *self)
{
  if (self->counsellors != NULL && is_at (self, "who"))
    gtk_list_box_bind_model (self->who_list, self->counsellors, create_who_row, NULL, NULL);
}

static void
counsellors_loaded_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (LoketWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) counsellors = NULL;

  counsellors = loket_desk_load_counsellors_finish (LOKET_DESK (object), result, &error);
  if (counsellors == NULL)
    {
      loket_window_show_problem (self, error);
      return;
    }

  g_set_object (&self->counsellors, counsellors);
  fill_counsellor_menu (self);
  fill_who_list (self);
}

static void
load_counsellors (LoketWindow *self)
{
  loket_desk_load_counsellors_async (self->desk, self->cancellable, counsellors_loaded_cb,
                                     g_object_ref (self));
}

static void
counts_loaded_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (LoketWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree LoketCounts *counts = loket_desk_load_counts_finish (LOKET_DESK (object), result,
                                                                  &error);

  if (counts == NULL)
    {
      loket_window_show_problem (self, error);
      return;
    }

  loket_place_row_set_count (get_place_row (self, "today"), counts->today);
  loket_place_row_set_count (get_place_row (self, "aftercare"), counts->aftercare);
}

static void
load_counts (LoketWindow *self)
{
  loket_desk_load_counts_async (self->desk, self->cancellable, counts_loaded_cb,
                                g_object_ref (self));
}

static void
desk_changed_cb (LoketWindow *self)
{
  load_counsellors (self);
  load_counts (self);
}

static void
show_counsellor (LoketWindow     *self,
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
counsellor_changed_cb (LoketWindow *self)
{
  LoketCounsellor *counsellor = loket_desk_get_counsellor (self->desk);

  gtk_widget_set_visible (GTK_WIDGET (self->counsellor_button), counsellor != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->search_entry), counsellor != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-client", counsellor != NULL);
  if (counsellor == NULL)
    {
      gtk_stack_set_visible_child_name (self->pages, "who");
      fill_who_list (self);
      return;
    }

  show_counsellor (self, counsellor);
  load_counts (self);

  if (is_at (self, "empty") || is_at (self, "who") || is_at (self, "start-error"))
    {
      go_to_place (self, "today");
      gtk_widget_grab_focus (GTK_WIDGET (get_place_row (self, "today")));
    }
}

static void
is_active_cb (LoketWindow *self)
{
  if (self->desk != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    loket_store_look_for_changes (loket_desk_get_store (self->desk));
}

static gboolean
look_cb (gpointer user_data)
{
  is_active_cb (LOKET_WINDOW (user_data));

  return G_SOURCE_CONTINUE;
}

static void
bind_settings (LoketWindow *self)
{
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

static void
loket_window_dispose (GObject *object)
{
  LoketWindow *self = LOKET_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->look_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_WINDOW);
  g_clear_object (&self->counsellors);
  g_clear_object (&self->desk);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (loket_window_parent_class)->dispose (object);
}

static void
loket_window_finalize (GObject *object)
{
  LoketWindow *self = LOKET_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->undoable, g_free);
  g_clear_pointer (&self->discarded, loket_draft_free);

  G_OBJECT_CLASS (loket_window_parent_class)->finalize (object);
}

static void
loket_window_class_init (LoketWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_window_dispose;
  object_class->finalize = loket_window_finalize;

  g_type_ensure (LOKET_TYPE_SPLIT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, LoketWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, LoketWindow, places);
  gtk_widget_class_bind_template_child (widget_class, LoketWindow, counsellor_button);
  gtk_widget_class_bind_template_child (widget_class, LoketWindow, counsellor_box);
  gtk_widget_class_bind_template_child (widget_class, LoketWindow, counsellor_avatar);
  gtk_widget_class_bind_template_child (widget_class, LoketWindow, counsellor_name);
  gtk_widget_class_bind_template_child (widget_class, LoketWindow, counsellor_role);
  gtk_widget_class_bind_template_child (widget_class, LoketWindow, counsellor_section);
  gtk_widget_class_bind_template_child (widget_class, LoketWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, LoketWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LoketWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, LoketWindow, start_error);
  gtk_widget_class_bind_template_child (widget_class, LoketWindow, retry_button);
  gtk_widget_class_bind_template_child (widget_class, LoketWindow, who_list);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);

  gtk_widget_class_install_action (widget_class, "win.place", "s", place_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL,
                                   show_help_overlay_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.undo-act", "s", undo_act_action);
  gtk_widget_class_install_action (widget_class, "win.new-client", NULL, new_client_action);
  gtk_widget_class_install_action (widget_class, "win.edit-client", NULL, edit_client_action);
  gtk_widget_class_install_action (widget_class, "win.reopen-form", NULL, reopen_form_action);
  gtk_widget_class_install_action (widget_class, "win.show-client", "s", show_client_action);
  gtk_widget_class_install_action (widget_class, "win.show-problem", "s", show_problem_action);
  gtk_widget_class_install_action (widget_class, "win.update-back", NULL, update_back_action);
  gtk_widget_class_install_action (widget_class, "win.offer-undo", "(ss)", offer_undo_action);
  gtk_widget_class_install_action (widget_class, "win.work-as", "s", work_as_action);
}

static void
loket_window_init (LoketWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  loket_accessible_follow_stack (self->pages);
  /* A menu button puts what it holds in its middle. */
  gtk_widget_set_halign (gtk_widget_get_parent (GTK_WIDGET (self->counsellor_box)),
                         GTK_ALIGN_FILL);

  for (guint i = 0; i < G_N_ELEMENTS (all_places); i++)
    gtk_list_box_append (self->places,
                         loket_place_row_new (all_places[i].name, _(all_places[i].title),
                                              all_places[i].icon_name));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-client", FALSE);
  loket_split_view_set_show_content (self->split_view, TRUE);
  g_signal_connect_object (self->split_view, "notify::folded", G_CALLBACK (update_back_button),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_cb), NULL);
  self->look_id = g_timeout_add_seconds (LOOK_SECONDS, look_cb, self);
}

LoketWindow *
loket_window_new (AdwApplication *application,
                  GSettings      *settings)
{
  LoketWindow *self = g_object_new (LOKET_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  bind_settings (self);

  return self;
}

/**
 * loket_window_set_desk:
 * @desk: the desk, once it is open
 */
void
loket_window_set_desk (LoketWindow *self,
                       LoketDesk   *desk)
{
  g_return_if_fail (LOKET_IS_WINDOW (self));

  if (!g_set_object (&self->desk, desk))
    return;

  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::counsellor", G_CALLBACK (counsellor_changed_cb), self,
                           G_CONNECT_SWAPPED);
  load_counsellors (self);
  counsellor_changed_cb (self);
}

/**
 * loket_window_show_start_error:
 * @error: why there is no desk
 */
void
loket_window_show_start_error (LoketWindow  *self,
                               const GError *error)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (LOKET_IS_WINDOW (self));

  escaped = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->start_error, escaped);
  gtk_stack_set_visible_child_name (self->pages, "start-error");
  gtk_widget_grab_focus (GTK_WIDGET (self->retry_button));
}

void
loket_window_show_client (LoketWindow *self,
                          const char  *client_id)
{
  g_return_if_fail (LOKET_IS_WINDOW (self));

  go_to_place (self, "clients");
  loket_clients_page_show_client (get_clients_page (self), client_id);
  update_back_button (self);
}

/**
 * loket_window_offer_undo:
 * @sentence: what was done, and to whom: plain text
 * @act: the id of the act
 */
void
loket_window_offer_undo (LoketWindow *self,
                         const char  *sentence,
                         const char  *act)
{
  g_autofree char *escaped = NULL;
  AdwToast *toast;

  g_return_if_fail (LOKET_IS_WINDOW (self));

  escaped = g_markup_escape_text (sentence, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo-act");
  adw_toast_set_action_target (toast, "s", act);
  adw_toast_overlay_add_toast (self->toasts, toast);

  g_free (self->undoable);
  self->undoable = g_strdup (act);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", TRUE);
}

/**
 * loket_window_show_problem:
 * @error: what went wrong; cancelling is not a problem
 */
void
loket_window_show_problem (LoketWindow  *self,
                           const GError *error)
{
  g_return_if_fail (LOKET_IS_WINDOW (self));

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_sentence (self, error->message);
}
