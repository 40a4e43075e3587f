/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Loads what the office agreed on whenever something was written, and shows it on its pages. */

#include "loketten-config.h"

#include "loket-preferences-window.h"

#include "loket-agreements.h"
#include "loket-days-page.h"
#include "loket-rules-page.h"
#include "loket-team-page.h"
#include "loket-toasts.h"

#include <glib/gi18n.h>

struct _LoketPreferencesWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  AdwViewSwitcherTitle *switcher_title;
  AdwViewStack *stack;
  LoketRulesPage *rules_page;
  LoketDaysPage *days_page;
  LoketTeamPage *team_page;
  GtkEditable *times;
  GtkEditable *quiet_from;
  GtkEditable *quiet_until;
  GtkSwitch *names;

  LoketDesk *desk;
  GSettings *settings;
  LoketToasts *toasts;
  LoketAgreements *agreements;  /* (nullable): until they are loaded */
  GCancellable *loading;        /* (nullable) */
};

G_DEFINE_FINAL_TYPE (LoketPreferencesWindow, loket_preferences_window, ADW_TYPE_WINDOW)

static void
agreements_loaded_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (LoketPreferencesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketAgreements) before = NULL;
  g_autoptr (LoketAgreements) agreements = NULL;

  agreements = loket_desk_load_agreements_finish (LOKET_DESK (object), result, &error);
  if (self->desk == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (agreements == NULL)
    {
      loket_toasts_say_problem (self->toasts, error);
      return;
    }

  /* The pages let go of what they showed before it is freed. */
  before = g_steal_pointer (&self->agreements);
  self->agreements = g_steal_pointer (&agreements);
  loket_rules_page_show (self->rules_page, self->desk, self->agreements);
  loket_days_page_show (self->days_page, self->desk, self->agreements);
  loket_team_page_show (self->team_page, self->desk, self->agreements);
}

static void
load (LoketPreferencesWindow *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  loket_desk_load_agreements_async (self->desk, self->loading, agreements_loaded_cb,
                                    g_object_ref (self));
}

static void
show_settings (LoketPreferencesWindow *self)
{
  g_auto (GStrv) times = g_settings_get_strv (self->settings, "reminder-times");
  g_autofree char *joined = g_strjoinv (", ", times);
  g_autofree char *quiet_from = g_settings_get_string (self->settings, "quiet-from");
  g_autofree char *quiet_until = g_settings_get_string (self->settings, "quiet-until");

  gtk_editable_set_text (self->times, joined);
  gtk_editable_set_text (self->quiet_from, quiet_from);
  gtk_editable_set_text (self->quiet_until, quiet_until);
}

/* "8.45" and "845" are times as well. Returns NULL, and says so, when it is none. */
static char *
read_time (LoketPreferencesWindow *self,
           const char             *typed)
{
  int minutes;
  g_autofree char *bare = g_strstrip (g_strdup (typed));
  g_autofree char *sentence = NULL;

  if (loket_time_parse_typed (bare, &minutes))
    return g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);

  sentence = g_strdup_printf (_("“%s” is not a time of the day (hour:minutes)"), bare);
  loket_toasts_say (self->toasts, sentence);

  return NULL;
}

static void
times_applied_cb (LoketPreferencesWindow *self)
{
  g_auto (GStrv) typed = g_strsplit_set (gtk_editable_get_text (self->times), ",;", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) times = NULL;

  for (guint i = 0; typed[i] != NULL; i++)
    {
      g_autofree char *time = NULL;

      if (*g_strstrip (typed[i]) == '\0')
        continue;
      time = read_time (self, typed[i]);
      if (time == NULL)
        return;
      g_strv_builder_add (builder, time);
    }

  times = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "reminder-times", (const char *const *) times);
  show_settings (self);
}

static void
apply_time (LoketPreferencesWindow *self,
            GtkEditable            *entry,
            const char             *key)
{
  g_autofree char *time = read_time (self, gtk_editable_get_text (entry));

  if (time == NULL)
    return;

  g_settings_set_string (self->settings, key, time);
  show_settings (self);
}

static void
quiet_from_applied_cb (LoketPreferencesWindow *self)
{
  apply_time (self, self->quiet_from, "quiet-from");
}

static void
quiet_until_applied_cb (LoketPreferencesWindow *self)
{
  apply_time (self, self->quiet_until, "quiet-until");
}

/* What was refused is not as it is shown. */
static void
problem_cb (LoketPreferencesWindow *self)
{
  loket_team_page_take_back (self->team_page);
  load (self);
}

/* What is still being read holds on to us, perhaps for longer than the window below lives. */
static gboolean
loket_preferences_window_close_request (GtkWindow *window)
{
  LoketPreferencesWindow *self = LOKET_PREFERENCES_WINDOW (window);

  g_cancellable_cancel (self->loading);
  loket_toasts_pass_on (self->toasts, window);
  gtk_window_set_transient_for (window, NULL);

  return GTK_WINDOW_CLASS (loket_preferences_window_parent_class)->close_request (window);
}

static void
loket_preferences_window_dispose (GObject *object)
{
  LoketPreferencesWindow *self = LOKET_PREFERENCES_WINDOW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_PREFERENCES_WINDOW);
  g_clear_object (&self->desk);
  g_clear_object (&self->settings);
  g_clear_object (&self->toasts);

  G_OBJECT_CLASS (loket_preferences_window_parent_class)->dispose (object);
}

static void
loket_preferences_window_finalize (GObject *object)
{
  g_clear_pointer (&LOKET_PREFERENCES_WINDOW (object)->agreements, loket_agreements_free);

  G_OBJECT_CLASS (loket_preferences_window_parent_class)->finalize (object);
}

static void
loket_preferences_window_class_init (LoketPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_preferences_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = loket_preferences_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = loket_preferences_window_close_request;

  g_type_ensure (LOKET_TYPE_RULES_PAGE);
  g_type_ensure (LOKET_TYPE_DAYS_PAGE);
  g_type_ensure (LOKET_TYPE_TEAM_PAGE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/loketten/Loketten/loket-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketPreferencesWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, LoketPreferencesWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, LoketPreferencesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LoketPreferencesWindow, rules_page);
  gtk_widget_class_bind_template_child (widget_class, LoketPreferencesWindow, days_page);
  gtk_widget_class_bind_template_child (widget_class, LoketPreferencesWindow, team_page);
  gtk_widget_class_bind_template_child (widget_class, LoketPreferencesWindow, times);
  gtk_widget_class_bind_template_child (widget_class, LoketPreferencesWindow, quiet_from);
  gtk_widget_class_bind_template_child (widget_class, LoketPreferencesWindow, quiet_until);
  gtk_widget_class_bind_template_child (widget_class, LoketPreferencesWindow, names);
  gtk_widget_class_bind_template_callback (widget_class, times_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, quiet_from_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, quiet_until_applied_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
loket_preferences_window_init (LoketPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_preferences_window_new:
 * @settings: of this person at this machine
 */
GtkWidget *
loket_preferences_window_new (LoketDesk *desk,
                              GSettings *settings)
{
  LoketPreferencesWindow *self = g_object_new (LOKET_TYPE_PREFERENCES_WINDOW, NULL);
  GActionMap *actions;

  self->desk = g_object_ref (desk);
  self->settings = g_object_ref (settings);
  self->toasts = loket_toasts_new (self->toast_overlay,
                                   adw_toast_overlay_get_child (self->toast_overlay));
  loket_toasts_set_desk (self->toasts, desk);
  actions = loket_toasts_attach (self->toasts, GTK_WIDGET (self));
  g_signal_connect_object (g_action_map_lookup_action (actions, "show-problem"), "activate",
                           G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  g_settings_bind (settings, "names-in-reminders", self->names, "active",
                   G_SETTINGS_BIND_DEFAULT);
  show_settings (self);
  g_signal_connect_object (desk, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);

  return GTK_WIDGET (self);
}
