/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The program that reminds sleeps until a moment that it knows of: what is put off until an earlier
 * one in this window, it has to be told. */

#include "loketten-config.h"

#include "loket-bell.h"

/* Acts that follow each other are one reason to look. */
#define SECONDS 1

struct _LoketBell
{
  GObject parent_instance;

  GDBusConnection *connection;
  guint wait_id;
};

G_DEFINE_FINAL_TYPE (LoketBell, loket_bell, G_TYPE_OBJECT)

/* Where it is not installed there is nobody to tell, and no harm in that. */
static void
ring (LoketBell *self)
{
  g_dbus_connection_call (self->connection, APPLICATION_ID ".Reminders",
                          "/org/loketten/Loketten/Reminders", "org.freedesktop.Application",
                          "ActivateAction", g_variant_new ("(sava{sv})", "look", NULL, NULL), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}

static gboolean
waited_cb (gpointer user_data)
{
  LoketBell *self = user_data;

  self->wait_id = 0;
  ring (self);

  return G_SOURCE_REMOVE;
}

static void
desk_changed_cb (LoketBell *self)
{
  if (self->wait_id == 0)
    self->wait_id = g_timeout_add_seconds (SECONDS, waited_cb, self);
}

/* What was put off last is told before we go. */
static void
loket_bell_dispose (GObject *object)
{
  LoketBell *self = LOKET_BELL (object);

  if (self->wait_id != 0)
    ring (self);
  g_clear_handle_id (&self->wait_id, g_source_remove);
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (loket_bell_parent_class)->dispose (object);
}

static void
loket_bell_class_init (LoketBellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = loket_bell_dispose;
}

static void
loket_bell_init (LoketBell *self)
{
}

/**
 * loket_bell_new:
 * @connection: the session bus
 * @desk: the desk of which changes are told
 *
 * Returns: (transfer full): what tells them, as long as it is there
 */
LoketBell *
loket_bell_new (GDBusConnection *connection,
                LoketDesk       *desk)
{
  LoketBell *self = g_object_new (LOKET_TYPE_BELL, NULL);

  self->connection = g_object_ref (connection);
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self,
                           G_CONNECT_SWAPPED);
  ring (self);

  return self;
}
