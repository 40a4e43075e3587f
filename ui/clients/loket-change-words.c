/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Acts by what a person did, changes as old and new. */

#include "loketten-config.h"

#include "loket-change-words.h"

#include "loket-date.h"
#include "loket-field-words.h"
#include "loket-sentences.h"

#include <glib/gi18n.h>

static const struct
{
  const char *name;
  const char *words;
} acts[] = {
  { "answer.release", N_("Open answer released") },
  { "answer.withhold", N_("Open answer kept back") },
  { "assessment.advance", N_("Next stage of a test") },
  { "assessment.correct", N_("Test corrected") },
  { "assessment.discuss", N_("Test discussed") },
  { "assessment.invite", N_("Invited to the test") },
  { "assessment.request", N_("Test asked for") },
  { "assessment.result", N_("Result of the test is in") },
  { "assessment.take", N_("Test taken") },
  { "attempt.correct", N_("Attempt corrected") },
  { "client.merge", N_("Two records made into one") },
  { "client.register", N_("Signed up") },
  { "client.save", N_("Client changed") },
  { "client.tell-apart", N_("Found to be somebody else") },
  { "contact.assign", N_("Contact handed over") },
  { "contact.correct", N_("Contact corrected") },
  { "contact.miss", N_("No answer") },
  { "contact.move", N_("Contact moved") },
  { "contact.reach", N_("Client reached") },
  { "contact.snooze", N_("Reminder put off") },
  { "promise.assign", N_("Promise handed over") },
  { "promise.correct", N_("Promise corrected") },
  { "promise.drop", N_("Promise not needed any more") },
  { "promise.keep", N_("Promise kept") },
  { "promise.move", N_("Another date agreed") },
  { "promise.snooze", N_("Reminder put off") },
  { "response.correct", N_("Response corrected") },
  { "response.enter", N_("Response entered") },
  { "session.cancel", N_("Session called off") },
  { "session.correct", N_("Session corrected") },
  { "session.held", N_("Session held") },
  { "session.log", N_("Session recorded") },
  { "session.no-show", N_("Client did not come") },
  { "survey.exclude", N_("Not to be invited to the survey") },
  { "survey.include", N_("May be invited to the survey again") },
  { "survey.invite", N_("Invited to the survey") },

  { "trajectory.assign", N_("Trajectory handed over") },
  { "trajectory.close", N_("Trajectory closed") },
  { "trajectory.correct", N_("Trajectory corrected") },
  { "trajectory.pin", N_("Pinned among the milestones") },
  { "trajectory.reopen", N_("Trajectory reopened") },
  { "trajectory.respond", N_("First response") },
  { "trajectory.take", N_("Sign-up taken") },
  { "trajectory.unpin", N_("No longer among the milestones") },
  { "work.assign", N_("Several handed over") },
  { "work.move", N_("Several moved") },
  { "work.snooze", N_("Several put off") },
};

/* An act that nobody gave words to yet is a change; so is one of another version of the program. */
static const char *
get_words (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      if (g_str_equal (acts[i].name, name))
        return _(acts[i].words);
    }

  return g_str_has_suffix (name, ".import") ? _("Read from a file") : _("Changed");
}

/**
 * loket_change_words_format_act:
 *
 * Returns: (transfer full): what was done: "Undone: Session recorded"
 */
char *
loket_change_words_format_act (const LoketHistoryAct *act)
{
  if (act->undone == NULL)
    return g_strdup (get_words (act->name));

  /* Translators: something that was done, and was taken back. */
  return g_strdup_printf (_("Undone: %s"), get_words (act->undone));
}

/**
 * loket_change_words_format_when:
 *
 * Returns: (transfer full): when, on the wall of the office, and who: "Friday 21 November 2026,
 *   14:03 · Marieke de Wit"
 */
char *
loket_change_words_format_when (const LoketHistoryAct *act)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_iso8601 (act->at, NULL);
  g_autoptr (GDateTime) here = then != NULL ? g_date_time_to_local (then) : NULL;
  g_autofree char *date = here != NULL ? g_date_time_format (here, "%Y-%m-%d") : NULL;
  g_autofree char *time = here != NULL ? g_date_time_format (here, "%H:%M") : NULL;
  g_autofree char *day = date != NULL ? loket_sentences_format_year_day (date, "") : NULL;

  if (day == NULL)
    return g_strdup (act->who);

  return g_strdup_printf ("%s, %s · %s", day, time, act->who);
}

static char *
format_record (const LoketHistoryLine *line)
{
  const char *kind = loket_kind_get_title (line->kind);

  return line->number != NULL ? g_strdup_printf ("%s %s", kind, line->number) : g_strdup (kind);
}

static char *
format_change (const LoketHistoryLine *line,
               LoketCodes             *codes,
               const char             *old_words,
               const char             *new_words)
{
  const char *title = loket_kind_get_field_title (line->kind, line->field);
  g_autofree char *record = format_record (line);

  if (new_words == NULL)
    /* Translators: a record, a field of it, and what stood there until it was made empty. */
    return g_strdup_printf (_("%s, %s: %s → (empty)"), record, title, old_words);
  if (old_words == NULL)
    /* Translators: a record, a field of it that was empty, and what stands there now. */
    return g_strdup_printf (_("%s, %s: (empty) → %s"), record, title, new_words);

  /* Translators: a record, a field of it, what stood there, and what stands there now. */
  return g_strdup_printf (_("%s, %s: %s → %s"), record, title, old_words, new_words);
}

/* What only the program needs, nobody wants to read. */
static gboolean
is_told (const LoketHistoryLine *line)
{
  return !(line->kind->fields[line->field].flags & LOKET_FIELD_TACIT);
}

static char *
format_changed (const LoketHistoryLine  *line,
                LoketCodes              *codes,
                char                   **whole)
{
  g_autofree char *old_words = NULL;
  g_autofree char *new_words = NULL;
  g_autofree char *old_short = NULL;
  g_autofree char *new_short = NULL;

  if (!is_told (line))
    return NULL;

  old_words = loket_field_words_format (codes, line->kind, line->field, line->old_value);
  new_words = loket_field_words_format (codes, line->kind, line->field, line->new_value);
  if (old_words == NULL && new_words == NULL)
    return NULL;
  old_short = old_words != NULL ? loket_field_words_shorten (old_words) : NULL;
  new_short = new_words != NULL ? loket_field_words_shorten (new_words) : NULL;
  if (old_short != NULL || new_short != NULL)
    *whole = format_change (line, codes, old_words, new_words);

  return format_change (line, codes, old_short != NULL ? old_short : old_words,
                        new_short != NULL ? new_short : new_words);
}

/**
 * loket_change_words_format_line:
 * @line: a change
 * @codes: the office's lists
 * @whole: (out) (transfer full) (nullable): the same with its long texts whole; NULL when nothing
 *   had to be shortened
 *
 * Returns: (transfer full) (nullable): the record, the field, and what stood there and stands there
 *   now; NULL when a person need not know
 */
char *
loket_change_words_format_line (const LoketHistoryLine  *line,
                                LoketCodes              *codes,
                                char                   **whole)
{
  g_autofree char *record = format_record (line);

  *whole = NULL;
  switch (line->event)
    {
    case LOKET_HISTORY_MADE:
      /* Translators: a record that was made: "Session G123: new". */
      return g_strdup_printf (_("%s: new"), record);
    case LOKET_HISTORY_REMOVED:
      /* Translators: a record that was removed: "Session G123: removed". */
      return g_strdup_printf (_("%s: removed"), record);
    case LOKET_HISTORY_RESTORED:
      /* Translators: a record that was removed and is there again: "Session G123: back again". */
      return g_strdup_printf (_("%s: back again"), record);
    case LOKET_HISTORY_CHANGED:
    default:
      return format_changed (line, codes, whole);
    }
}
