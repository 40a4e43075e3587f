/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Switches between the places, which are made when they are first visited. */

#define G_LOG_DOMAIN "loketten"

#include "loketten-config.h"

#include "loket-window.h"

#include "loket-accessible.h"
#include "loket-aftercare-page.h"
#include "loket-client-forms.h"
#include "loket-clients-page.h"
#include "loket-counsellor-choice.h"
#include "loket-focus.h"
#include "loket-open-forms.h"
#include "loket-satisfaction-page.h"
#include "loket-sidebar.h"
#include "loket-split-view.h"
#include "loket-toasts.h"
#include "loket-today-page.h"

#include <glib/gi18n.h>

/* How often another program's changes are looked for while the window is in use. */
#define LOOK_SECONDS 5

struct _LoketWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  LoketSplitView *split_view;
  LoketSidebar *sidebar;
  GtkButton *back_button;
  GtkSearchEntry *search_entry;
  GtkStack *pages;
  AdwStatusPage *start_error;
  GtkButton *retry_button;
  LoketCounsellorChoice *counsellor_choice;
  GMenu *counsellor_section;

  GSettings *settings;
  LoketToasts *toasts;
  LoketDesk *desk;          /* (nullable): until it is open */
  LoketClientForms *forms;  /* (nullable): likewise */
  LoketOpenForms *open;     /* (nullable): likewise, or when nothing can be kept */
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

static GtkWidget *
get_page (LoketWindow *self,
          const char  *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);

  if (page == NULL)
    {
      page = find_place (name)->create (self->desk);
      gtk_stack_add_named (self->pages, page, name);
      if (LOKET_IS_CLIENTS_PAGE (page) && self->open != NULL)
        loket_clients_page_set_forms (LOKET_CLIENTS_PAGE (page), self->open);
      if (LOKET_IS_TODAY_PAGE (page))
        loket_today_page_set_forms (LOKET_TODAY_PAGE (page), self->open);
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

static LoketTodayPage *
get_today_page (LoketWindow *self)
{
  return LOKET_TODAY_PAGE (get_page (self, "today"));
}

static void
update_back_button (LoketWindow *self)
{
  gboolean is_inside = (is_at (self, "clients")
                        && loket_clients_page_can_go_back (get_clients_page (self)))
                       || (is_at (self, "today")
                           && loket_today_page_can_go_back (get_today_page (self)));

  gtk_widget_set_visible (GTK_WIDGET (self->back_button),
                          loket_split_view_get_folded (self->split_view) || is_inside);
}

static void
go_to_place (LoketWindow *self,
             const char  *name)
{
  const Place *place = find_place (name);

  if (self->desk == NULL || loket_desk_get_counsellor (self->desk) == NULL)
    return;

  /* The words of a search stand as long as what they found. */
  if (!g_str_equal (name, "clients"))
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  get_page (self, place->name);
  gtk_stack_set_visible_child_name (self->pages, place->name);
  loket_sidebar_select_place (self->sidebar, place->name);
  loket_split_view_set_show_content (self->split_view, TRUE);
  update_back_button (self);
}

static void
place_activated_cb (LoketWindow *self,
                    const char  *name)
{
  go_to_place (self, name);
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
  else if (self->desk != NULL && !loket_focus_is_in (gtk_stack_get_visible_child (self->pages))
           && !(is_at (self, "today") && loket_today_page_focus_list (get_today_page (self))))
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

  if (!(is_at (self, "clients") && loket_clients_page_go_back (get_clients_page (self)))
      && !(is_at (self, "today") && loket_today_page_go_back (get_today_page (self))))
    loket_split_view_set_show_content (self->split_view, FALSE);
  update_back_button (self);
}

static void
go_through_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  LoketWindow *self = LOKET_WINDOW (widget);

  go_to_place (self, "today");
  if (is_at (self, "today"))
    loket_today_page_go_through (get_today_page (self));
}

static void
new_client_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  LoketWindow *self = LOKET_WINDOW (widget);

  loket_client_forms_open (self->forms, NULL);
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
    loket_client_forms_open (self->forms, client);
}

/* With the client whose record is open; else with one who is asked for. */
static void
log_session_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  LoketWindow *self = LOKET_WINDOW (widget);
  const char *client_id = NULL;

  if (is_at (self, "clients"))
    client_id = loket_clients_page_get_shown_id (get_clients_page (self));
  if (client_id != NULL)
    loket_clients_page_log_session (get_clients_page (self), client_id, "");
  else
    loket_client_forms_ask_for_session (self->forms);
}

static void
resume_session_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  LoketWindow *self = LOKET_WINDOW (widget);
  const char *client_id, *planned_id;

  g_variant_get (parameter, "(&s&s)", &client_id, &planned_id);
  go_to_place (self, "clients");
  loket_clients_page_log_session (get_clients_page (self), client_id, planned_id);
}

static void
show_client_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  LoketWindow *self = LOKET_WINDOW (widget);

  go_to_place (self, "clients");
  loket_clients_page_show_client (get_clients_page (self), g_variant_get_string (parameter, NULL));
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

  g_settings_set_string (self->settings, "counsellor", code);
  loket_counsellor_choice_choose (self->counsellor_choice, code);
}

static void
counsellor_changed_cb (LoketWindow *self)
{
  LoketCounsellor *counsellor = loket_desk_get_counsellor (self->desk);

  gtk_widget_set_sensitive (GTK_WIDGET (self->search_entry), counsellor != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-client", counsellor != NULL);
  if (counsellor == NULL)
    {
      gtk_stack_set_visible_child_name (self->pages, "who");
      return;
    }

  if (is_at (self, "empty") || is_at (self, "who") || is_at (self, "start-error"))
    {
      go_to_place (self, "today");
      loket_sidebar_focus_place (self->sidebar, "today");
    }
}

static void
is_active_cb (LoketWindow *self)
{
  if (self->desk != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    loket_store_look_for_changes (loket_desk_get_store (self->desk));
}

/* Ctrl+Z takes back what was typed, not the last act, as long as something is being typed. */
static void
focus_changed_cb (LoketWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean is_typing = GTK_IS_TEXT_VIEW (focus)
                       || (GTK_IS_TEXT (focus)
                           && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search_entry)));

  loket_toasts_set_typing (self->toasts, is_typing);
}

static gboolean
look_cb (gpointer user_data)
{
  is_active_cb (LOKET_WINDOW (user_data));

  return G_SOURCE_CONTINUE;
}

static void
loket_window_dispose (GObject *object)
{
  LoketWindow *self = LOKET_WINDOW (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  if (self->open != NULL)
    loket_open_forms_close (self->open);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_WINDOW);
  g_clear_object (&self->open);
  g_clear_object (&self->forms);
  g_clear_object (&self->toasts);
  g_clear_object (&self->desk);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (loket_window_parent_class)->dispose (object);
}

static void
loket_window_class_init (LoketWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_window_dispose;

  g_type_ensure (LOKET_TYPE_SPLIT_VIEW);
  g_type_ensure (LOKET_TYPE_SIDEBAR);
  g_type_ensure (LOKET_TYPE_COUNSELLOR_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, LoketWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, LoketWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, LoketWindow, counsellor_section);
  gtk_widget_class_bind_template_child (widget_class, LoketWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, LoketWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LoketWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, LoketWindow, start_error);
  gtk_widget_class_bind_template_child (widget_class, LoketWindow, retry_button);
  gtk_widget_class_bind_template_child (widget_class, LoketWindow, counsellor_choice);
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
  gtk_widget_class_install_action (widget_class, "win.go-through", NULL, go_through_action);
  gtk_widget_class_install_action (widget_class, "win.new-client", NULL, new_client_action);
  gtk_widget_class_install_action (widget_class, "win.edit-client", NULL, edit_client_action);
  gtk_widget_class_install_action (widget_class, "win.log-session", NULL, log_session_action);
  gtk_widget_class_install_action (widget_class, "win.resume-session", "(ss)",
                                   resume_session_action);
  gtk_widget_class_install_action (widget_class, "win.show-client", "s", show_client_action);
  gtk_widget_class_install_action (widget_class, "win.update-back", NULL, update_back_action);
  gtk_widget_class_install_action (widget_class, "win.work-as", "s", work_as_action);
}

static void
loket_window_init (LoketWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  loket_accessible_follow_stack (self->pages);
  for (guint i = 0; i < G_N_ELEMENTS (all_places); i++)
    loket_sidebar_add_place (self->sidebar, all_places[i].name, _(all_places[i].title),
                             all_places[i].icon_name);

  self->toasts = loket_toasts_new (self->toast_overlay, GTK_WIDGET (self->pages));
  loket_toasts_add_actions (self->toasts, G_ACTION_MAP (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-client", FALSE);
  loket_split_view_set_show_content (self->split_view, TRUE);
  g_signal_connect_object (self->split_view, "notify::folded", G_CALLBACK (update_back_button),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_cb), NULL);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_changed_cb), NULL);
  self->look_id = g_timeout_add_seconds (LOOK_SECONDS, look_cb, self);
}

LoketWindow *
loket_window_new (AdwApplication *application,
                  GSettings      *settings)
{
  LoketWindow *self = g_object_new (LOKET_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);

  return self;
}

static void
forms_problem_cb (LoketWindow *self,
                  const char  *sentence)
{
  loket_toasts_say (self->toasts, sentence);
}

static void
undone_cb (LoketWindow *self,
           const char  *act)
{
  if (self->open != NULL)
    loket_open_forms_bring_back (self->open, act);
}

static void
bring_back_cb (LoketWindow *self,
               AdwToast    *toast)
{
  LoketOpenForm *form = g_object_get_data (G_OBJECT (toast), "form");

  loket_open_forms_keep (self->open, form);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.resume-session", "(ss)",
                              loket_form_get_text (loket_open_form_get_form (form), "client"), "");
}

static void
form_discarded_cb (LoketWindow   *self,
                   LoketOpenForm *form)
{
  g_autofree char *sentence = NULL;
  AdwToast *toast;

  /* Translators: the name of a client. */
  sentence = g_strdup_printf (_("Session with %s thrown away"),
                              loket_open_form_get_client_name (form));
  toast = loket_toasts_offer (self->toasts, sentence, _("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "form", g_object_ref (form), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (bring_back_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Without the file of forms no session can be typed: what is typed could be lost. */
static void
open_forms (LoketWindow *self)
{
  g_autoptr (GError) error = NULL;

  self->open = loket_open_forms_new (self->desk, &error);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.log-session", self->open != NULL);
  if (self->open == NULL)
    {
      loket_toasts_say (self->toasts, error->message);
      return;
    }

  g_signal_connect_object (self->open, "problem", G_CALLBACK (forms_problem_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->open, "discarded", G_CALLBACK (form_discarded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->toasts, "undone", G_CALLBACK (undone_cb), self,
                           G_CONNECT_SWAPPED);
  loket_sidebar_set_open_forms (self->sidebar, G_LIST_MODEL (self->open));
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

  self->forms = loket_client_forms_new (GTK_WINDOW (self), self->toasts, desk);
  open_forms (self);
  loket_toasts_set_desk (self->toasts, desk);
  loket_sidebar_set_desk (self->sidebar, desk);
  loket_counsellor_choice_set_desk (self->counsellor_choice, desk, self->counsellor_section);
  g_signal_connect_object (desk, "notify::counsellor", G_CALLBACK (counsellor_changed_cb), self,
                           G_CONNECT_SWAPPED);
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
