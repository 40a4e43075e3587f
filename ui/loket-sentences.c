/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Puts facts into words, in the language of the person. */

#include "loketten-config.h"

#include "loket-sentences.h"

#include "loket-date.h"
#include "loket-working-days.h"

#include <glib/gi18n.h>
#include <string.h>

static char *
format_date (const char *date,
             const char *format)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) noon = NULL;
  g_autofree char *day = g_strndup (date, LOKET_DATE_LENGTH);
  g_autofree char *text = g_strconcat (day, "T12:00:00Z", NULL);

  noon = g_date_time_new_from_iso8601 (text, zone);

  return noon != NULL ? g_date_time_format (noon, format) : g_strdup (date);
}

/**
 * loket_sentences_format_day:
 * @date: a date or a moment
 *
 * Returns: (transfer full): "Friday 21 November"
 */
char *
loket_sentences_format_day (const char *date)
{
  /* Translators: weekday, day and month, as g_date_time_format () writes them. */
  return format_date (date, _("%A %-d %B"));
}

/**
 * loket_sentences_format_year_day:
 * @date: a date or a moment
 * @today: YYYY-MM-DD
 *
 * Returns: (transfer full): "Friday 21 November", with the year when it is not this year
 */
char *
loket_sentences_format_year_day (const char *date,
                                 const char *today)
{
  if (strncmp (date, today, strlen ("YYYY")) == 0)
    return loket_sentences_format_day (date);

  /* Translators: weekday, day, month and year, as g_date_time_format () writes them. */
  return format_date (date, _("%A %-d %B %Y"));
}

/**
 * loket_sentences_format_short_day:
 * @date: a date or a moment
 *
 * Returns: (transfer full): "Fri 21 Nov"
 */
char *
loket_sentences_format_short_day (const char *date)
{
  /* Translators: short weekday, day and short month, as g_date_time_format () writes them. */
  return format_date (date, _("%a %-d %b"));
}

/**
 * loket_sentences_format_full_day:
 * @date: a date or a moment
 *
 * Returns: (transfer full): "Fri 21 Nov 2026"
 */
char *
loket_sentences_format_full_day (const char *date)
{
  /* Translators: short weekday, day, short month and year, as g_date_time_format () writes them. */
  return format_date (date, _("%a %-d %b %Y"));
}

/**
 * loket_sentences_format_date:
 * @date: a date or a moment
 *
 * Returns: (transfer full): "21 Nov"
 */
char *
loket_sentences_format_date (const char *date)
{
  /* Translators: day and short month, as g_date_time_format () writes them. */
  return format_date (date, _("%-d %b"));
}

/**
 * loket_sentences_format_dated:
 * @date: a date or a moment
 *
 * Returns: (transfer full): "21 Nov 2026"
 */
char *
loket_sentences_format_dated (const char *date)
{
  /* Translators: day, short month and year, as g_date_time_format () writes them. */
  return format_date (date, _("%-d %b %Y"));
}

/**
 * loket_sentences_format_weekday:
 * @date: a date or a moment
 *
 * Returns: (transfer full): "Fri"
 */
char *
loket_sentences_format_weekday (const char *date)
{
  return format_date (date, "%a");
}

/**
 * loket_sentences_format_week:
 * @date: a date or a moment
 *
 * Returns: (transfer full): "Week 47", as ISO 8601 counts weeks
 */
char *
loket_sentences_format_week (const char *date)
{
  g_autofree char *week = format_date (date, "%-V");

  /* Translators: the number of a week in the year. */
  return g_strdup_printf (_("Week %s"), week);
}

/**
 * loket_sentences_format_month:
 * @date: a date or a moment
 *
 * Returns: (transfer full): "November 2026"
 */
char *
loket_sentences_format_month (const char *date)
{
  g_autofree char *month = format_date (date, "%B %Y");
  g_autofree char *first = g_utf8_substring (month, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (month), NULL);
}

/**
 * loket_sentences_format_due:
 * @due_on: the date or moment on which something is due
 * @rules: (nullable): what the office agreed on
 * @today: YYYY-MM-DD
 * @is_late: (out): whether it should have been done before today
 *
 * Returns: (transfer full): how late it is, "today", or the day: "3 working days late",
 *   "Mon 24 Nov"
 */
char *
loket_sentences_format_due (const char       *due_on,
                            const LoketRules *rules,
                            const char       *today,
                            gboolean         *is_late)
{
  int days = loket_date_get_day (due_on) - loket_date_get_day (today);
  int late;

  *is_late = days < 0;
  if (days > 0)
    return loket_sentences_format_short_day (due_on);
  if (days == 0)
    return g_strdup (_("today"));

  late = loket_working_days_count_late (loket_rules_get_days (rules, NULL), due_on, today);

  return g_strdup_printf (ngettext ("%d working day late", "%d working days late",
                                    (gulong) late), late);
}

/**
 * loket_sentences_format_day_off:
 * @date: a date or a moment
 * @rules: (nullable): what the office agreed on
 * @counsellor_id: (nullable): who would work on it
 *
 * Returns: (transfer full) (nullable): which day is the next working day, when this is none: the
 *   office is closed, or the counsellor is free or away; NULL when it is one
 */
char *
loket_sentences_format_day_off (const char       *date,
                                const LoketRules *rules,
                                const char       *counsellor_id)
{
  const LoketWorkingDays *days = loket_rules_get_days (rules, counsellor_id);
  LoketDateText next = loket_working_days_move_on (days, date);
  g_autofree char *off = NULL;
  g_autofree char *day = NULL;

  if (strncmp (next.text, date, LOKET_DATE_LENGTH) == 0)
    return NULL;

  off = loket_sentences_format_short_day (date);
  day = loket_sentences_format_short_day (next.text);

  /* Translators: two days, "Sat 28 Nov" and "Mon 30 Nov". */
  return g_strdup_printf (_("%s is not a working day, the next one is %s"), off, day);
}

/**
 * loket_sentences_format_distance:
 * @date: a date or a moment
 * @today: YYYY-MM-DD
 *
 * Returns: (transfer full): how far @date is from @today: "10 days ago", "today", "in 3 days";
 *   months and years are counted roughly
 */
char *
loket_sentences_format_distance (const char *date,
                                 const char *today)
{
  int days = loket_date_get_day (date) - loket_date_get_day (today);
  int months = ABS (days) / 30;

  if (days == 0)
    return g_strdup (_("today"));
  if (days == 1)
    return g_strdup (_("tomorrow"));
  if (days == -1)
    return g_strdup (_("yesterday"));
  if (days > 0)
    return g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong) days), days);
  if (months >= 24)
    return g_strdup_printf (ngettext ("%d year ago", "%d years ago", (gulong) months / 12),
                            months / 12);
  if (months >= 2)
    return g_strdup_printf (ngettext ("%d month ago", "%d months ago", (gulong) months), months);

  return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) -days), -days);
}
