/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The clock: the real one, one that stands still, one that starts at a moment, or one in a file. */

#include "loketten-config.h"

#include "loket-clock.h"

#include "loket-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define OFFICE_ZONE "Europe/Amsterdam"

struct _LoketClock
{
  GObject parent_instance;

  GTimeZone *zone;
  GMutex mutex;
  GDateTime *pinned;    /* (nullable): where the clock stands still or started; under the mutex */
  gint64 started;       /* monotonic time at which a running clock started; 0 when it stands */
  char *path;           /* (nullable): the file with the time */
};

G_DEFINE_FINAL_TYPE (LoketClock, loket_clock, G_TYPE_OBJECT)

static void
loket_clock_finalize (GObject *object)
{
  LoketClock *self = LOKET_CLOCK (object);

  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->pinned, g_date_time_unref);
  g_clear_pointer (&self->path, g_free);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (loket_clock_parent_class)->finalize (object);
}

static void
loket_clock_class_init (LoketClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = loket_clock_finalize;
}

static void
loket_clock_init (LoketClock *self)
{
  g_mutex_init (&self->mutex);
  self->zone = g_time_zone_new_identifier (OFFICE_ZONE);
  if (self->zone == NULL)
    self->zone = g_time_zone_new_local ();
}

static GDateTime *
parse_time (LoketClock *self,
            const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *full = NULL;
  g_autoptr (GDateTime) time = NULL;

  if (loket_date_is_valid (stripped))
    full = g_strconcat (stripped, "T12:00:00", NULL);
  else if (loket_moment_is_valid (stripped))
    full = g_strconcat (stripped, ":00", NULL);
  else
    full = g_steal_pointer (&stripped);

  time = g_date_time_new_from_iso8601 (full, self->zone);

  /* A time with an offset of its own is another on the wall of the office. */
  return time != NULL ? g_date_time_to_timezone (time, self->zone) : NULL;
}

static GDateTime *
read_file (LoketClock *self)
{
  g_autofree char *contents = NULL;

  if (!g_file_get_contents (self->path, &contents, NULL, NULL))
    return NULL;

  return parse_time (self, contents);
}

/* While the file is being written anew, the last time that it held goes on. */
static GDateTime *
follow_file (LoketClock *self)
{
  g_autoptr (GDateTime) time = read_file (self);
  GDateTime *now;

  g_mutex_lock (&self->mutex);
  if (time != NULL)
    {
      g_date_time_unref (self->pinned);
      self->pinned = g_steal_pointer (&time);
    }
  now = g_date_time_ref (self->pinned);
  g_mutex_unlock (&self->mutex);

  return now;
}

/**
 * loket_clock_new:
 * @setting: (nullable): what LOKETTEN_NOW says: a time at which the clock stands still,
 *   "run:TIME", "file:PATH", or NULL for the real time
 * @error: what is wrong with @setting
 *
 * Times are ISO 8601; without an offset they are wall-clock times of the office's zone.
 *
 * Returns: (transfer full): a clock; NULL with %LOKET_ERROR_INVALID
 */
LoketClock *
loket_clock_new (const char  *setting,
                 GError     **error)
{
  g_autoptr (LoketClock) self = g_object_new (LOKET_TYPE_CLOCK, NULL);

  if (setting == NULL || *setting == '\0')
    return g_steal_pointer (&self);

  if (g_str_has_prefix (setting, "file:"))
    {
      self->path = g_strdup (setting + strlen ("file:"));
      self->pinned = read_file (self);
    }
  else if (g_str_has_prefix (setting, "run:"))
    {
      self->pinned = parse_time (self, setting + strlen ("run:"));
      self->started = g_get_monotonic_time ();
    }
  else
    {
      self->pinned = parse_time (self, setting);
    }

  if (self->pinned == NULL)
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                   _("LOKETTEN_NOW: “%s” is not a time (ISO 8601), run:TIME or file:PATH"),
                   setting);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * loket_clock_dup_now:
 *
 * Returns: (transfer full): the time now, in the zone of the office
 */
GDateTime *
loket_clock_dup_now (LoketClock *self)
{
  g_return_val_if_fail (LOKET_IS_CLOCK (self), NULL);

  if (self->path != NULL)
    return follow_file (self);

  if (self->pinned == NULL)
    return g_date_time_new_now (self->zone);

  if (self->started == 0)
    return g_date_time_ref (self->pinned);

  return g_date_time_add (self->pinned, g_get_monotonic_time () - self->started);
}

/**
 * loket_clock_get_today:
 *
 * Returns: the date now, YYYY-MM-DD, in the zone of the office
 */
LoketDateText
loket_clock_get_today (LoketClock *self)
{
  LoketDateText today = loket_clock_get_moment (self);

  today.text[LOKET_DATE_LENGTH] = '\0';

  return today;
}

/**
 * loket_clock_get_moment:
 *
 * Returns: the wall-clock time of the office, YYYY-MM-DDTHH:MM
 */
LoketDateText
loket_clock_get_moment (LoketClock *self)
{
  g_autoptr (GDateTime) now = loket_clock_dup_now (self);
  LoketDateText moment = { "" };

  g_snprintf (moment.text, sizeof moment.text, "%04d-%02d-%02dT%02d:%02d",
              g_date_time_get_year (now), g_date_time_get_month (now),
              g_date_time_get_day_of_month (now), g_date_time_get_hour (now),
              g_date_time_get_minute (now));

  return moment;
}

/**
 * loket_clock_dup_stamp:
 *
 * Returns: (transfer full): the time now for the change log, in UTC: 2026-01-31T12:34:56.789Z
 */
char *
loket_clock_dup_stamp (LoketClock *self)
{
  g_autoptr (GDateTime) now = loket_clock_dup_now (self);
  g_autoptr (GDateTime) utc = g_date_time_to_utc (now);
  g_autofree char *seconds = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%03dZ", seconds, g_date_time_get_microsecond (utc) / 1000);
}

/**
 * loket_clock_read_stamp:
 * @stamp: a stamp as loket_clock_dup_stamp () makes them
 *
 * Returns: its wall-clock time at the office, YYYY-MM-DDTHH:MM; empty when it is no stamp
 */
LoketDateText
loket_clock_read_stamp (LoketClock *self,
                        const char *stamp)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (stamp, NULL);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, self->zone) : NULL;
  g_autofree char *text = local != NULL ? g_date_time_format (local, "%Y-%m-%dT%H:%M") : NULL;
  LoketDateText moment = { "" };

  g_return_val_if_fail (LOKET_IS_CLOCK (self), moment);

  if (text != NULL)
    g_strlcpy (moment.text, text, sizeof moment.text);

  return moment;
}

/**
 * loket_clock_get_file:
 *
 * Returns: (transfer none) (nullable): the file that the clock follows: when it changes, the clock
 *   is another
 */
const char *
loket_clock_get_file (LoketClock *self)
{
  g_return_val_if_fail (LOKET_IS_CLOCK (self), NULL);

  return self->path;
}

/**
 * loket_clock_get_real:
 * @moment: a wall-clock time of the office, YYYY-MM-DDTHH:MM
 * @seconds: (out): the real time at which the clock will show @moment, in seconds since 1970 UTC
 *
 * Returns: whether it gets there by itself: a clock that stands still or follows a file does not
 */
gboolean
loket_clock_get_real (LoketClock *self,
                      const char *moment,
                      gint64     *seconds)
{
  g_autoptr (GDateTime) then = NULL;
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (LOKET_IS_CLOCK (self), FALSE);
  g_return_val_if_fail (loket_moment_is_valid (moment), FALSE);

  then = parse_time (self, moment);
  if (then == NULL || (self->pinned != NULL && self->started == 0))
    return FALSE;

  *seconds = g_date_time_to_unix (then);
  if (self->pinned != NULL)
    {
      now = loket_clock_dup_now (self);
      /* Rounded up: a second early would be a minute early on the wall. */
      *seconds = (g_get_real_time () + g_date_time_difference (then, now)) / G_USEC_PER_SEC + 1;
    }

  return TRUE;
}
