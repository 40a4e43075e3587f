/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Shows a notification through libnotify, in place of the one before it. */

#include "loketten-config.h"

#include "loket-reminder.h"

#include <glib/gi18n-lib.h>
#include <libnotify/notify.h>

struct _LoketReminder
{
  GObject parent_instance;

  NotifyNotification *shown;  /* (nullable) */
};

enum
{
  OPEN,
  LATER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketReminder, loket_reminder, G_TYPE_OBJECT)

static void
open_cb (NotifyNotification *notification,
         char               *action,
         gpointer            user_data)
{
  LoketReminder *self = LOKET_REMINDER (user_data);

  g_signal_emit (self, signals[OPEN], 0,
                 notify_notification_get_activation_token (notification));
  loket_reminder_hide (self);
}

static void
later_cb (NotifyNotification *notification,
          char               *action,
          gpointer            user_data)
{
  LoketReminder *self = LOKET_REMINDER (user_data);

  g_signal_emit (self, signals[LATER], 0);
  loket_reminder_hide (self);
}

static void
loket_reminder_dispose (GObject *object)
{
  g_clear_object (&LOKET_REMINDER (object)->shown);

  G_OBJECT_CLASS (loket_reminder_parent_class)->dispose (object);
}

static void
loket_reminder_class_init (LoketReminderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = loket_reminder_dispose;

  /**
   * LoketReminder::open:
   * @token: (nullable): lets the window come to the front
   *
   * The counsellor wants to see what it is about.
   */
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * LoketReminder::later:
   *
   * The counsellor wants to be reminded later.
   */
  signals[LATER] = g_signal_new ("later", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
loket_reminder_init (LoketReminder *self)
{
}

LoketReminder *
loket_reminder_new (void)
{
  return g_object_new (LOKET_TYPE_REMINDER, NULL);
}

/**
 * loket_reminder_show:
 * @title: plain text
 * @body: markup
 * @error: why it cannot be shown
 *
 * Stays until the counsellor does something with it: who was away from the desk sees it as well.
 *
 * Returns: whether it is shown
 */
gboolean
loket_reminder_show (LoketReminder  *self,
                     const char     *title,
                     const char     *body,
                     GError        **error)
{
  g_return_val_if_fail (LOKET_IS_REMINDER (self), FALSE);

  loket_reminder_hide (self);
  if (!notify_is_initted () && !notify_init (_("Loketten")))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED,
                           _("there is no service for notifications"));
      return FALSE;
    }

  self->shown = notify_notification_new (title, body, APPLICATION_ID);
  notify_notification_set_timeout (self->shown, NOTIFY_EXPIRES_NEVER);
  notify_notification_set_hint (self->shown, "desktop-entry",
                                g_variant_new_string (APPLICATION_ID));
  notify_notification_add_action (self->shown, "default", _("Open"), open_cb, self, NULL);
  notify_notification_add_action (self->shown, "open", _("Open"), open_cb, self, NULL);
  notify_notification_add_action (self->shown, "later", _("In an Hour"), later_cb, self, NULL);
  if (notify_notification_show (self->shown, error))
    return TRUE;

  g_clear_object (&self->shown);

  return FALSE;
}

/**
 * loket_reminder_hide:
 *
 * Takes away what is shown, if anything.
 */
void
loket_reminder_hide (LoketReminder *self)
{
  g_return_if_fail (LOKET_IS_REMINDER (self));

  if (self->shown == NULL)
    return;

  /* It is no matter when it was gone already. */
  notify_notification_close (self->shown, NULL);
  g_clear_object (&self->shown);
}
