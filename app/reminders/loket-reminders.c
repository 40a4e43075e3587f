/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Sleeps until the next set time, looks what is due, and says so once. The store is open only
 * while it looks. */

#include "loketten-config.h"

#include "loket-reminders.h"

#include "loket-alarm.h"
#include "loket-digest-words.h"
#include "loket-preferences.h"
#include "loket-reminder-state.h"
#include "loket-reminder.h"
#include "loket-replan-act.h"

#include <glib/gi18n-lib.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#define PROGRAM "loketten-reminders"

#define MINUTES_TO_LOOK_AGAIN 10

struct _LoketReminders
{
  GApplication parent_instance;

  char *path;               /* (nullable): of the store, from the command line */
  char *wanted;             /* (nullable): the counsellor, from the command line */
  GSettings *settings;
  LoketClock *clock;
  LoketAlarm *alarm;
  LoketReminder *reminder;
  LoketDigestState state;
  char *client_id;          /* (nullable): the only client that the reminder is about */
  guint watch_id;           /* of the service for notifications */
};

G_DEFINE_FINAL_TYPE (LoketReminders, loket_reminders, G_TYPE_APPLICATION)

static void
complain (const GError *error)
{
  g_printerr (PROGRAM ": %s\n", error->message);
}

/* A state that cannot be kept is not a reason to keep silent. */
static void
set_state (LoketReminders         *self,
           const LoketDigestState *state)
{
  g_autoptr (GError) error = NULL;

  if (g_str_equal (self->state.told_until.text, state->told_until.text)
      && g_str_equal (self->state.put_off_until.text, state->put_off_until.text))
    return;

  self->state = *state;
  if (!loket_reminder_state_save (state, &error))
    complain (error);
}

static LoketDesk *
open_desk (LoketReminders  *self,
           GError         **error)
{
  g_autofree char *path = loket_preferences_dup_store (self->path);
  g_autofree char *chosen = loket_preferences_dup_counsellor ();
  g_autoptr (LoketDesk) desk = loket_desk_open (path, LOKET_ACCESS_WRITE, self->clock, error);

  if (desk == NULL || !loket_desk_identify (desk, self->wanted, chosen, PROGRAM, error))
    return NULL;

  return g_steal_pointer (&desk);
}

/* With the window closed nobody else finds out which trajectories have come to a standstill. While
 * nothing can be planned, what there is is still told. */
static LoketDigest *
sum_up (LoketDesk  *desk,
        GError    **error)
{
  LoketReplanned replanned;
  g_autoptr (GError) problem = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_replan (desk, &replanned, &problem);
  g_autoptr (LoketWorklist) worklist = loket_desk_load_worklist (desk, FALSE, error);

  if (deed == NULL)
    complain (problem);

  return worklist != NULL ? loket_digest_new (worklist, loket_desk_get_rules (desk)) : NULL;
}

static gboolean
remind (LoketReminders  *self,
        LoketDesk       *desk,
        GError         **error)
{
  g_autoptr (LoketDigest) digest = sum_up (desk, error);
  g_autofree char *title = NULL;
  g_autofree char *body = NULL;

  if (digest == NULL)
    return FALSE;

  if (loket_digest_is_empty (digest))
    {
      loket_reminder_hide (self->reminder);
      return TRUE;
    }

  g_free (self->client_id);
  self->client_id = g_strdup (digest->client_id);
  title = loket_digest_dup_title (digest);
  body = loket_digest_dup_body (digest, g_settings_get_boolean (self->settings,
                                                                "names-in-reminders"));

  return loket_reminder_show (self->reminder, title, body, error);
}

/* Who nobody chose to be at work owns nothing, and who is away has left the work to others. */
static gboolean
is_at_work (LoketDesk *desk)
{
  const char *id = loket_desk_get_counsellor_id (desk);

  return id != NULL
         && g_strcmp0 (loket_rules_find_owner (loket_desk_get_rules (desk), id,
                                               loket_desk_get_today (desk).text), id) == 0;
}

static gboolean
look_at_desk (LoketReminders    *self,
              LoketDigestHours  *hours,
              LoketDigestPlan   *plan,
              GError           **error)
{
  LoketDateText now = loket_clock_get_moment (self->clock);
  g_autoptr (LoketWorklist) worklist = NULL;
  g_autoptr (LoketDesk) desk = open_desk (self, error);
  g_auto (GStrv) wakes = NULL;

  if (desk != NULL)
    {
      hours->days = loket_rules_get_days (loket_desk_get_rules (desk),
                                          loket_desk_get_counsellor_id (desk));
      worklist = loket_desk_load_worklist (desk, FALSE, error);
    }
  if (worklist != NULL)
    wakes = loket_worklist_dup_wakes (worklist);

  *plan = loket_digest_plan (hours, &self->state, (const char *const *) wakes, now.text);

  return worklist != NULL
         && (!plan->is_due || !is_at_work (desk) || remind (self, desk, error));
}

/* What could not be told, say because the store is on a disk that is not there yet, need not wait
 * for the next deadline. */
static void
look_again_soon (LoketReminders *self,
                 LoketDateText  *next)
{
  LoketDateText now = loket_clock_get_moment (self->clock);
  LoketDateText soon = loket_moment_add_minutes (now.text, MINUTES_TO_LOOK_AGAIN);

  if (*next->text == '\0' || strcmp (soon.text, next->text) < 0)
    *next = soon;
}

static void
look (LoketReminders *self)
{
  g_auto (GStrv) times = g_settings_get_strv (self->settings, "reminder-times");
  g_autofree char *quiet_from = g_settings_get_string (self->settings, "quiet-from");
  g_autofree char *quiet_until = g_settings_get_string (self->settings, "quiet-until");
  g_autoptr (GError) error = NULL;
  LoketDigestHours hours = { (const char *const *) times, quiet_from, quiet_until, NULL };
  LoketDigestPlan plan = { 0 };

  if (look_at_desk (self, &hours, &plan, &error))
    {
      set_state (self, &plan.state);
    }
  else
    {
      complain (error);
      look_again_soon (self, &plan.next);
    }

  g_clear_error (&error);
  if (!loket_alarm_set (self->alarm, plan.next.text, &error))
    complain (error);

  /* What a large store took is given back until then. */
  malloc_trim (0);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result,
                                                               &error);

  if (answer == NULL)
    complain (error);
}

/* Starts the window when it does not run. */
static void
open_cb (LoketReminders *self,
         const char     *token)
{
  GVariantBuilder parameters, platform_data;

  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  g_variant_builder_init (&platform_data, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (&parameters, "v",
                         g_variant_new_string (self->client_id != NULL ? self->client_id
                                                                       : "today"));
  if (token != NULL)
    g_variant_builder_add (&platform_data, "{sv}", "activation-token",
                           g_variant_new_string (token));

  g_dbus_connection_call (g_application_get_dbus_connection (G_APPLICATION (self)), APPLICATION_ID,
                          "/org/loketten/Loketten", "org.freedesktop.Application",
                          "ActivateAction",
                          g_variant_new ("(sava{sv})",
                                         self->client_id != NULL ? "open-client" : "open-place",
                                         &parameters, &platform_data),
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, opened_cb, g_object_ref (self));
}

static void
later_cb (LoketReminders *self)
{
  LoketDateText now = loket_clock_get_moment (self->clock);
  LoketDigestState state = self->state;

  state.put_off_until = loket_moment_add_minutes (now.text, LOKET_DIGEST_MINUTES_LATER);
  set_state (self, &state);
  look (self);
}

/* What could not be shown for want of it can be shown now. */
static void
service_appeared_cb (GDBusConnection *connection,
                     const char      *name,
                     const char      *owner,
                     gpointer         user_data)
{
  look (LOKET_REMINDERS (user_data));
}

static void
look_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  look (LOKET_REMINDERS (user_data));
}

/* For the window, which knows when something was put off. */
static const GActionEntry actions[] = {
  { .name = "look", .activate = look_action },
};

/* Not all of the settings: the window writes its size there. */
static void
follow_settings (LoketReminders *self)
{
  static const char *const signals[] = {
    "changed::reminder-times", "changed::quiet-from", "changed::quiet-until",
    "changed::counsellor", "changed::store",
  };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->settings, signals[i], G_CALLBACK (look), self,
                             G_CONNECT_SWAPPED);
}

static GSettings *
open_settings (GError **error)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);
  if (schema != NULL)
    return g_settings_new_full (schema, NULL, NULL);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                       _("the settings of Loketten are not installed"));

  return NULL;
}

static gboolean
prepare (LoketReminders  *self,
         GError         **error)
{
  GDBusConnection *connection = g_application_get_dbus_connection (G_APPLICATION (self));

  if (connection == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED,
                           _("there is no session bus to remind on"));
      return FALSE;
    }

  self->settings = open_settings (error);
  if (self->settings == NULL)
    return FALSE;

  self->clock = loket_clock_new (g_getenv ("LOKETTEN_NOW"), error);
  if (self->clock != NULL)
    self->alarm = loket_alarm_new (self->clock, error);
  if (self->alarm == NULL)
    return FALSE;

  self->state = loket_reminder_state_load ();
  self->reminder = loket_reminder_new ();
  g_signal_connect_object (self->alarm, "rang", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  follow_settings (self);
  g_signal_connect_object (self->reminder, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reminder, "later", G_CALLBACK (later_cb), self,
                           G_CONNECT_SWAPPED);
  self->watch_id = g_bus_watch_name_on_connection (connection, "org.freedesktop.Notifications",
                                                   G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                   service_appeared_cb, NULL, self, NULL);

  return TRUE;
}

static void
loket_reminders_startup (GApplication *application)
{
  LoketReminders *self = LOKET_REMINDERS (application);
  g_autoptr (GError) error = NULL;

  G_APPLICATION_CLASS (loket_reminders_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  if (!prepare (self, &error))
    {
      complain (error);
      exit (EXIT_FAILURE);
    }

  g_application_hold (application);
  look (self);
}

/* Started once more: whoever runs already has looked, and goes on. */
static void
loket_reminders_activate (GApplication *application)
{
}

static int
loket_reminders_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  LoketReminders *self = LOKET_REMINDERS (application);
  const char *code = g_getenv ("LOKETTEN_COUNSELLOR");

  if (g_variant_dict_contains (options, "version"))
    {
      g_print (PROGRAM " %s\n", LOKETTEN_VERSION);
      return EXIT_SUCCESS;
    }

  g_variant_dict_lookup (options, "store", "^ay", &self->path);
  if (!g_variant_dict_lookup (options, "as", "s", &self->wanted) && code != NULL && *code != '\0')
    self->wanted = g_strdup (code);

  return -1;
}

static void
loket_reminders_dispose (GObject *object)
{
  LoketReminders *self = LOKET_REMINDERS (object);

  g_clear_handle_id (&self->watch_id, g_bus_unwatch_name);
  g_clear_object (&self->reminder);
  g_clear_object (&self->alarm);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (loket_reminders_parent_class)->dispose (object);
}

static void
loket_reminders_finalize (GObject *object)
{
  LoketReminders *self = LOKET_REMINDERS (object);

  g_free (self->path);
  g_free (self->wanted);
  g_free (self->client_id);

  G_OBJECT_CLASS (loket_reminders_parent_class)->finalize (object);
}

static void
loket_reminders_class_init (LoketRemindersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = loket_reminders_dispose;
  object_class->finalize = loket_reminders_finalize;
  application_class->startup = loket_reminders_startup;
  application_class->activate = loket_reminders_activate;
  application_class->handle_local_options = loket_reminders_handle_local_options;
}

static const GOptionEntry options[] = {
  { "store", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Read this store instead of your own"),
    N_("FILE") },
  { "as", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Remind the counsellor with this code"),
    N_("CODE") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version"), NULL },
  { NULL }
};

static void
loket_reminders_init (LoketReminders *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

LoketReminders *
loket_reminders_new (void)
{
  return g_object_new (LOKET_TYPE_REMINDERS,
                       "application-id", APPLICATION_ID ".Reminders",
                       NULL);
}
