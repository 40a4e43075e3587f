/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Opens the desk while the window is being made, so that both are there at the first frame. */

#define G_LOG_DOMAIN "loketten"

#include "loketten-config.h"

#include "loket-application.h"

#include "loket-bell.h"
#include "loket-client-editor.h"
#include "loket-daily-plan.h"
#include "loket-desk-start.h"
#include "loket-preferences-window.h"
#include "loket-preferences.h"
#include "loket-saving.h"
#include "loket-window.h"
#include "loketten-ui-resources.h"

#include <glib/gi18n.h>

/* Milliseconds between two looks at whether a form has saved. */
#define PATIENCE 50

struct _LoketApplication
{
  AdwApplication parent_instance;

  char *path;          /* (nullable): of the store, from the command line */
  char *wanted;        /* (nullable): the counsellor, from the command line */
  GSettings *settings;
  LoketDesk *desk;     /* (nullable): until it is open */
  LoketBell *bell;     /* (nullable): as long as the desk is open */
  LoketDailyPlan *plan; /* (nullable): until it is open */
  GError *start_error; /* (nullable): why it could not be opened */

  const char *errand;  /* (nullable): an action of the window, asked for from outside */
  GVariant *target;    /* (nullable): its parameter */
};

G_DEFINE_FINAL_TYPE (LoketApplication, loket_application, ADW_TYPE_APPLICATION)

static LoketWindow *
get_window (LoketApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && gtk_window_get_transient_for (window) != NULL)
    window = gtk_window_get_transient_for (window);

  return window != NULL ? LOKET_WINDOW (window) : NULL;
}

static void
show_state (LoketApplication *self)
{
  LoketWindow *window = get_window (self);

  if (window == NULL)
    return;

  if (self->desk != NULL)
    loket_window_set_desk (window, self->desk);
  else if (self->start_error != NULL)
    loket_window_show_start_error (window, self->start_error);
}

static void
desk_closed_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GApplication) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!loket_desk_close_finish (LOKET_DESK (object), result, &error))
    g_warning ("The store cannot be closed: %s", error->message);
  g_application_release (self);
}

/* All acts that were begun are written before the program ends. */
static void
close_desk (LoketApplication *self)
{
  g_autoptr (LoketDesk) desk = g_steal_pointer (&self->desk);

  g_clear_object (&self->bell);
  g_clear_object (&self->plan);
  if (desk == NULL)
    return;

  g_application_hold (G_APPLICATION (self));
  loket_desk_close_async (desk, desk_closed_cb, g_object_ref (self));
}

/* As soon as there is a window with somebody at it. */
static void
run_errand (LoketApplication *self)
{
  LoketWindow *window = get_window (self);
  g_autoptr (GVariant) target = NULL;

  if (self->errand == NULL || window == NULL || self->desk == NULL
      || loket_desk_get_counsellor (self->desk) == NULL)
    return;

  target = g_steal_pointer (&self->target);
  gtk_widget_activate_action_variant (GTK_WIDGET (window), g_steal_pointer (&self->errand),
                                      target);
}

static void
problem_cb (LoketApplication *self,
            const GError     *error)
{
  LoketWindow *window = get_window (self);

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-problem", "s", error->message);
}

/* A window on a store of its own is not what reminders are about. */
static void
follow_desk (LoketApplication *self)
{
  GApplication *application = G_APPLICATION (self);
  GDBusConnection *connection = g_application_get_dbus_connection (application);

  g_signal_connect_object (self->desk, "notify::counsellor", G_CALLBACK (run_errand), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->desk, "problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  if (connection != NULL && !(g_application_get_flags (application) & G_APPLICATION_NON_UNIQUE))
    self->bell = loket_bell_new (connection, self->desk);
}

/* Nothing is planned at a desk that nobody opened. */
static void
plan_daily (LoketApplication *self)
{
  if (self->desk == NULL)
    return;

  self->plan = loket_daily_plan_new (self->desk);
  g_signal_connect_object (self->plan, "problem", G_CALLBACK (problem_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
desk_started_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (LoketApplication) self = user_data;

  g_clear_error (&self->start_error);
  self->desk = loket_desk_start_finish (result, &self->start_error);
  g_application_unmark_busy (G_APPLICATION (self));
  if (self->desk != NULL)
    follow_desk (self);
  plan_daily (self);
  show_state (self);
  run_errand (self);
  /* Its window may have been closed meanwhile. */
  if (get_window (self) == NULL)
    close_desk (self);
  g_application_release (G_APPLICATION (self));
}

static void
start_desk (LoketApplication *self)
{
  g_autoptr (LoketClock) clock = NULL;
  g_autofree char *path = loket_preferences_dup_store (self->path);
  g_autofree char *chosen = loket_preferences_dup_counsellor ();

  g_clear_error (&self->start_error);
  clock = loket_clock_new (g_getenv ("LOKETTEN_NOW"), &self->start_error);
  if (clock == NULL)
    return;

  g_application_mark_busy (G_APPLICATION (self));
  g_application_hold (G_APPLICATION (self));
  loket_desk_start_async (path, clock, self->wanted, chosen, NULL, desk_started_cb,
                          g_object_ref (self));
}

/* What stands over another window: a form, a list of keys. The caller owns it. */
static GtkWindow *
find_over (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) != NULL
          && gtk_widget_get_visible (GTK_WIDGET (window)))
        return g_steal_pointer (&window);
    }

  return NULL;
}

/* Whether it went, and took nothing along that was not saved. */
static gboolean
close_over (GtkWindow *window)
{
  gboolean has_changes = LOKET_IS_CLIENT_EDITOR (window)
                         && loket_client_editor_has_changes (LOKET_CLIENT_EDITOR (window));

  gtk_window_close (window);

  return !has_changes && !gtk_widget_get_visible (GTK_WIDGET (window));
}

/* A program that is to be left, when a form has saved what it is saving. */
typedef struct
{
  GActionGroup *application;
  GtkWindow *form;  /* (nullable): weak */
} Leaving;

static void
free_leaving (Leaving *leaving)
{
  g_object_unref (leaving->application);
  g_clear_weak_pointer (&leaving->form);
  g_free (leaving);
}

/* A form that could not save says why, and stays. */
static gboolean
leave_cb (gpointer user_data)
{
  Leaving *leaving = user_data;

  if (leaving->form != NULL && loket_saving_get (leaving->form))
    return G_SOURCE_CONTINUE;

  if (leaving->form == NULL || !gtk_widget_get_visible (GTK_WIDGET (leaving->form)))
    g_action_group_activate_action (leaving->application, "quit", NULL);

  return G_SOURCE_REMOVE;
}

static void
leave_when_saved (GApplication *application,
                  GtkWindow    *form)
{
  Leaving *leaving = g_new0 (Leaving, 1);

  leaving->application = G_ACTION_GROUP (g_object_ref (application));
  g_set_weak_pointer (&leaving->form, form);
  g_timeout_add_full (G_PRIORITY_DEFAULT, PATIENCE, leave_cb, leaving,
                      (GDestroyNotify) free_leaving);
}

/* A form that is closed with something in it is offered again by the window under it, which stays
 * for that: who leaves all the same presses once more. */
static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  g_autoptr (GList) windows = NULL;

  for (;;)
    {
      g_autoptr (GtkWindow) over = find_over ();

      if (over == NULL)
        break;
      if (loket_saving_get (over))
        {
          leave_when_saved (G_APPLICATION (user_data), over);
          return;
        }
      if (!close_over (over))
        return;
    }

  windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));
  for (GList *link = windows; link != NULL; link = link->next)
    {
      if (gtk_window_get_transient_for (link->data) == NULL)
        gtk_window_close (link->data);
    }
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  adw_show_about_window (GTK_WINDOW (get_window (LOKET_APPLICATION (user_data))),
                         "application-name", _("Loketten"),
                         "application-icon", APPLICATION_ID,
                         "version", LOKETTEN_VERSION,
                         "developer-name", _("The Loketten authors"),
                         "copyright", "© 2026 The Loketten authors",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments",
                         _("Clients, conversations and kept promises of an advice desk"),
                         NULL);
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  LoketApplication *self = LOKET_APPLICATION (user_data);
  LoketWindow *window = get_window (self);
  GtkWindow *preferences;
  int width, height;

  if (self->desk == NULL || window == NULL)
    return;

  preferences = GTK_WINDOW (loket_preferences_window_new (self->desk, self->settings));
  /* Its pages find their form for a narrow window before it is shown. */
  gtk_window_get_default_size (preferences, &width, &height);
  gtk_window_set_default_size (preferences, MIN (width, gtk_widget_get_width (GTK_WIDGET (window))),
                               MIN (height, gtk_widget_get_height (GTK_WIDGET (window))));
  gtk_window_set_transient_for (preferences, GTK_WINDOW (window));
  gtk_window_set_modal (preferences, TRUE);
  gtk_window_set_application (preferences, GTK_APPLICATION (self));
  gtk_window_present (preferences);
}

static void
retry_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  LoketApplication *self = LOKET_APPLICATION (user_data);

  /* Two presses in a row must not open two desks. */
  if (self->desk == NULL && !g_application_get_is_busy (G_APPLICATION (self)))
    start_desk (self);
}

/* From outside, such as a reminder: the window comes up, whether or not the program ran. */
static void
send_on_errand (LoketApplication *self,
                const char       *errand,
                GVariant         *target)
{
  self->errand = errand;
  g_clear_pointer (&self->target, g_variant_unref);
  self->target = g_variant_ref (target);
  g_application_activate (G_APPLICATION (self));
  run_errand (self);
}

static void
open_client_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  send_on_errand (LOKET_APPLICATION (user_data), "win.show-client", parameter);
}

static void
open_place_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  send_on_errand (LOKET_APPLICATION (user_data), "win.place", parameter);
}

static const GActionEntry actions[] = {
  { .name = "open-client", .activate = open_client_action, .parameter_type = "s" },
  { .name = "open-place", .activate = open_place_action, .parameter_type = "s" },
  { .name = "quit", .activate = quit_action },
  { .name = "preferences", .activate = preferences_action },
  { .name = "about", .activate = about_action },
  { .name = "retry", .activate = retry_action },
};

typedef struct
{
  const char *action;
  const char *keys[3];
} Shortcut;

static const Shortcut shortcuts[] = {
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "window.close", { "<Control>w" } },
  { "win.show-help-overlay", { "<Control>question", "F1" } },
  { "win.place::today", { "<Control>1" } },
  { "win.place::clients", { "<Control>2" } },
  { "win.place::aftercare", { "<Control>3" } },
  { "win.place::satisfaction", { "<Control>4" } },
  { "win.go-through", { "<Control>d" } },
  { "win.search", { "<Control>k", "<Control>f" } },
  { "win.new-client", { "<Control>n" } },
  { "win.log-session", { "<Control>g" } },
  { "win.edit-client", { "<Control>e" } },
  { "win.close-trajectory", { "<Control><Shift>w" } },
  { "win.reopen-trajectory", { "<Control><Shift>o" } },
  { "win.new-trajectory", { "<Control><Shift>n" } },
  { "win.assign-trajectory", { "<Control><Shift>a" } },
  { "win.review-client", { "<Control>i" } },
  { "win.note-response::phone", { "<Control>r" } },
  { "win.review-duplicates", { "<Control><Shift>m" } },
  { "win.undo", { "<Control>z" } },
  { "win.back", { "<Alt>Left" } },
};

static void
loket_application_startup (GApplication *application)
{
  LoketApplication *self = LOKET_APPLICATION (application);

  /* The linker drops the resources of a static library that nobody names. */
  g_resources_register (loketten_ui_get_resource ());
  self->settings = g_settings_new (APPLICATION_ID);
  start_desk (self);

  G_APPLICATION_CLASS (loket_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action,
                                           (const char **) shortcuts[i].keys);
}

static void
loket_application_activate (GApplication *application)
{
  LoketApplication *self = LOKET_APPLICATION (application);
  LoketWindow *window = get_window (self);

  if (window == NULL)
    {
      window = loket_window_new (ADW_APPLICATION (self), self->settings);
      /* The desk was closed with the last window. */
      if (self->desk == NULL && !g_application_get_is_busy (application))
        start_desk (self);
      show_state (self);
    }

  gtk_window_present (GTK_WINDOW (window));
}

static void
loket_application_window_removed (GtkApplication *application,
                                  GtkWindow      *window)
{
  GTK_APPLICATION_CLASS (loket_application_parent_class)->window_removed (application, window);

  if (gtk_application_get_windows (application) == NULL)
    close_desk (LOKET_APPLICATION (application));
}

/* With a store of its own this is another application: it must not hand over to one that runs. */
static int
loket_application_handle_local_options (GApplication *application,
                                        GVariantDict *options)
{
  LoketApplication *self = LOKET_APPLICATION (application);
  const char *code = g_getenv ("LOKETTEN_COUNSELLOR");

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("loketten %s\n", LOKETTEN_VERSION);
      return 0;
    }

  if (g_variant_dict_lookup (options, "store", "^ay", &self->path))
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  if (!g_variant_dict_lookup (options, "as", "s", &self->wanted) && code != NULL && *code != '\0')
    self->wanted = g_strdup (code);

  return -1;
}

static void
loket_application_finalize (GObject *object)
{
  LoketApplication *self = LOKET_APPLICATION (object);

  g_clear_object (&self->bell);
  g_clear_object (&self->plan);
  g_clear_object (&self->desk);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->target, g_variant_unref);
  g_clear_error (&self->start_error);
  g_free (self->path);
  g_free (self->wanted);

  G_OBJECT_CLASS (loket_application_parent_class)->finalize (object);
}

static void
loket_application_class_init (LoketApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = loket_application_finalize;
  application_class->startup = loket_application_startup;
  application_class->activate = loket_application_activate;
  application_class->handle_local_options = loket_application_handle_local_options;
  GTK_APPLICATION_CLASS (klass)->window_removed = loket_application_window_removed;
}

static const GOptionEntry options[] = {
  { "store", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Open this store instead of your own"),
    N_("FILE") },
  { "as", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Work as the counsellor with this code"),
    N_("CODE") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version"), NULL },
  { NULL }
};

static void
loket_application_init (LoketApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

LoketApplication *
loket_application_new (void)
{
  return g_object_new (LOKET_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "resource-base-path", "/org/loketten/Loketten",
                       NULL);
}
