/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A timer of the kernel on real time: unlike a timeout it counts the time that the machine was
 * suspended, and it wakes us when the clock is set. */

#include "loketten-config.h"

#include "loket-alarm.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

struct _LoketAlarm
{
  GObject parent_instance;

  LoketClock *clock;
  int timer;              /* -1: none */
  guint timer_id;
  GFileMonitor *monitor;  /* (nullable): of the file that the clock follows */
};

enum
{
  RANG,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketAlarm, loket_alarm, G_TYPE_OBJECT)

/* Also when the clock was set, which ends the reading with ECANCELED: who hears us looks at the
 * clock anyway. */
static gboolean
timer_ready_cb (int          timer,
                GIOCondition condition,
                gpointer     user_data)
{
  LoketAlarm *self = user_data;
  guint64 count;

  if (read (timer, &count, sizeof count) < 0 && (errno == EAGAIN || errno == EINTR))
    return G_SOURCE_CONTINUE;

  g_signal_emit (self, signals[RANG], 0);

  return G_SOURCE_CONTINUE;
}

static void
file_changed_cb (LoketAlarm        *self,
                 GFile             *file,
                 GFile             *other,
                 GFileMonitorEvent  event)
{
  if (event == G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT)
    g_signal_emit (self, signals[RANG], 0);
}

static void
loket_alarm_dispose (GObject *object)
{
  LoketAlarm *self = LOKET_ALARM (object);

  g_clear_handle_id (&self->timer_id, g_source_remove);
  if (self->timer >= 0)
    close (self->timer);
  self->timer = -1;
  g_clear_object (&self->monitor);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (loket_alarm_parent_class)->dispose (object);
}

static void
loket_alarm_class_init (LoketAlarmClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = loket_alarm_dispose;

  /**
   * LoketAlarm::rang:
   *
   * The moment has come, or the clock was set.
   */
  signals[RANG] = g_signal_new ("rang", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static void
loket_alarm_init (LoketAlarm *self)
{
  self->timer = -1;
}

static gboolean
refuse (GError     **error,
        const char  *what)
{
  int reason = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (reason), "%s: %s", what,
               g_strerror (reason));

  return FALSE;
}

/**
 * loket_alarm_new:
 * @clock: the clock on the wall
 * @error: what the system cannot do
 *
 * Returns: (transfer full) (nullable): an alarm that is not set
 */
LoketAlarm *
loket_alarm_new (LoketClock  *clock,
                 GError     **error)
{
  g_autoptr (LoketAlarm) self = g_object_new (LOKET_TYPE_ALARM, NULL);
  const char *path = loket_clock_get_file (clock);

  self->clock = g_object_ref (clock);
  self->timer = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (self->timer < 0)
    {
      refuse (error, "timerfd_create");
      return NULL;
    }
  self->timer_id = g_unix_fd_add (self->timer, G_IO_IN, timer_ready_cb, self);

  if (path != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, error);
      if (self->monitor == NULL)
        return NULL;
      g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }

  return g_steal_pointer (&self);
}

/**
 * loket_alarm_set:
 * @moment: when to ring, by the clock on the wall
 * @error: why it cannot
 *
 * A clock that stands still never gets there; one that follows a file rings when that changes.
 *
 * Returns: whether the alarm is set
 */
gboolean
loket_alarm_set (LoketAlarm  *self,
                 const char  *moment,
                 GError     **error)
{
  struct itimerspec time = { { 0, 0 }, { 0, 0 } };
  gint64 seconds = 0;

  g_return_val_if_fail (LOKET_IS_ALARM (self), FALSE);

  if (loket_clock_get_real (self->clock, moment, &seconds))
    time.it_value.tv_sec = seconds;
  if (timerfd_settime (self->timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &time, NULL) == 0)
    return TRUE;

  /* The clock was set since we last looked: the timer runs, and says so when it is read. */
  return errno == ECANCELED || refuse (error, "timerfd_settime");
}
