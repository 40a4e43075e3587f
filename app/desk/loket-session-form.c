/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Fills in, and counts, what is in the form of an appointment. */

#include "loket-session-form.h"

#include "loket-date.h"

#include <string.h>

/**
 * loket_session_form_new:
 * @id: an id of its own
 * @client_id: the id of the client
 * @trajectory_id: (nullable): the id of the trajectory; NULL when the client has none that is open
 * @counsellor_id: (nullable): the id of the counsellor
 * @channel: (nullable): a code of the list "channel"
 * @now: when the session starts, YYYY-MM-DDTHH:MM
 *
 * Returns: (transfer full): a form on which nothing has been typed yet
 */
LoketForm *
loket_session_form_new (const char *id,
                        const char *client_id,
                        const char *trajectory_id,
                        const char *counsellor_id,
                        const char *channel,
                        const char *now)
{
  LoketForm *form = loket_form_new (id, LOKET_SESSION_FORM);
  LoketDateText date = loket_date_format_typed (now);

  loket_form_set_value (form, LOKET_SESSION_FORM_CLIENT, client_id);
  loket_form_set_value (form, LOKET_SESSION_FORM_TRAJECTORY, trajectory_id);
  loket_form_set_value (form, LOKET_SESSION_FORM_COUNSELLOR, counsellor_id);
  loket_form_set_value (form, LOKET_SESSION_FORM_CHANNEL, channel);
  loket_form_set_value (form, LOKET_SESSION_FORM_STATE, "held");
  loket_form_set_value (form, LOKET_SESSION_FORM_DATE, date.text);
  loket_form_set_value (form, LOKET_SESSION_FORM_START, now + LOKET_DATE_LENGTH + 1);

  return form;
}

/* The parts of a text that are joined by ';'; none of them is empty. */
static GPtrArray *
split (const char *text)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) all = g_strsplit (text, ";", -1);

  for (guint i = 0; all[i] != NULL; i++)
    {
      if (*all[i] != '\0')
        g_ptr_array_add (parts, g_strdup (all[i]));
    }

  return parts;
}

static void
join (LoketForm  *form,
      const char *name,
      GPtrArray  *parts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ";" : "", (char *) parts->pdata[i]);
  loket_form_set_value (form, name, text->str);
}

/* Takes out the part that is @key, or that begins with "@key=". */
static void
remove_part (GPtrArray  *parts,
             const char *key)
{
  gsize length = strlen (key);

  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = parts->pdata[i];

      if (strncmp (part, key, length) == 0 && (part[length] == '\0' || part[length] == '='))
        {
          g_ptr_array_remove_index (parts, i);
          return;
        }
    }
}

/**
 * loket_session_form_has_code:
 * @name: the name of a text of codes
 *
 * Returns: whether @code is among them
 */
gboolean
loket_session_form_has_code (const LoketForm *form,
                             const char      *name,
                             const char      *code)
{
  g_autoptr (GPtrArray) parts = split (loket_form_get_text (form, name));

  return g_ptr_array_find_with_equal_func (parts, code, g_str_equal, NULL);
}

/**
 * loket_session_form_set_code:
 * @name: the name of a text of codes
 * @is_set: whether @code is to be among them
 *
 * A question that is taken out takes along what became of it.
 */
void
loket_session_form_set_code (LoketForm  *form,
                             const char *name,
                             const char *code,
                             gboolean    is_set)
{
  g_autoptr (GPtrArray) parts = split (loket_form_get_text (form, name));

  remove_part (parts, code);
  if (is_set)
    g_ptr_array_add (parts, g_strdup (code));
  join (form, name, parts);

  if (!is_set && g_str_equal (name, LOKET_SESSION_FORM_QUESTIONS))
    loket_session_form_set_outcome (form, code, NULL);
}

/**
 * loket_session_form_dup_outcome:
 * @question: a code of the list "questions_brought"
 *
 * Returns: (transfer full) (nullable): what became of the question, a code of the list
 *   "question_outcome"
 */
char *
loket_session_form_dup_outcome (const LoketForm *form,
                                const char      *question)
{
  g_autoptr (GPtrArray) parts = split (loket_form_get_text (form, LOKET_SESSION_FORM_OUTCOMES));
  gsize length = strlen (question);

  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = parts->pdata[i];

      if (strncmp (part, question, length) == 0 && part[length] == '=')
        return g_strdup (part + length + 1);
    }

  return NULL;
}

/**
 * loket_session_form_set_outcome:
 * @question: a code of the list "questions_brought"
 * @outcome: (nullable): what became of it, a code of the list "question_outcome"
 */
void
loket_session_form_set_outcome (LoketForm  *form,
                                const char *question,
                                const char *outcome)
{
  g_autoptr (GPtrArray) parts = split (loket_form_get_text (form, LOKET_SESSION_FORM_OUTCOMES));

  remove_part (parts, question);
  if (outcome != NULL)
    g_ptr_array_add (parts, g_strdup_printf ("%s=%s", question, outcome));
  join (form, LOKET_SESSION_FORM_OUTCOMES, parts);
}

/* How long a session lasts at most; a longer one is a mistake in typing. */
#define MOST_MINUTES (6 * 60)

/* One that ends before it starts went on after midnight, when that makes it no longer than one can
 * be. */
static int
get_minutes_until (int from,
                   int until)
{
  const int day = 24 * 60;

  if (until >= from)
    return until - from;

  return until + day - from <= MOST_MINUTES ? until + day - from : -1;
}

/**
 * loket_session_form_get_minutes:
 * @now: YYYY-MM-DDTHH:MM
 *
 * Returns: how long the session took, or has taken so far, in minutes; a session may go on after
 *   midnight. -1 when that is not known: a time is not one, the end lies before the start, or the
 *   session began too long ago and has no end
 */
int
loket_session_form_get_minutes (const LoketForm *form,
                                const char      *now)
{
  LoketDateText date = loket_date_parse_past (loket_form_get_text (form,
                                                                   LOKET_SESSION_FORM_DATE),
                                              now);
  const char *end = loket_form_get_value (form, LOKET_SESSION_FORM_END);
  int from, until, minutes;

  if (!loket_time_parse_typed (loket_form_get_text (form, LOKET_SESSION_FORM_START), &from))
    return -1;
  if (end != NULL)
    return loket_time_parse_typed (end, &until) ? get_minutes_until (from, until) : -1;
  if (date.text[0] == '\0')
    return -1;

  minutes = loket_moment_get_minutes_between (loket_moment_new (date.text, from).text, now);
  if (strncmp (date.text, now, LOKET_DATE_LENGTH) != 0 && minutes > MOST_MINUTES)
    return -1;

  return MAX (-1, minutes);
}

/**
 * loket_session_form_propose_end:
 * @usual_minutes: how long a session usually takes; 0 when that is not known
 * @now: YYYY-MM-DDTHH:MM
 *
 * A session of an earlier day did not go on until now: without an end it gets the usual length.
 *
 * Returns: whether an end was filled in
 */
gboolean
loket_session_form_propose_end (LoketForm  *form,
                                int         usual_minutes,
                                const char *now)
{
  LoketDateText date = loket_date_parse_past (loket_form_get_text (form,
                                                                   LOKET_SESSION_FORM_DATE),
                                              now);
  LoketDateText end;
  int from;

  if (usual_minutes == 0 || loket_form_get_value (form, LOKET_SESSION_FORM_END) != NULL
      || date.text[0] == '\0' || strncmp (date.text, now, LOKET_DATE_LENGTH) >= 0
      || !loket_time_parse_typed (loket_form_get_text (form, LOKET_SESSION_FORM_START), &from))
    return FALSE;

  end = loket_moment_add_minutes (loket_moment_new (date.text, from).text, usual_minutes);
  loket_form_set_value (form, LOKET_SESSION_FORM_END, end.text + LOKET_DATE_LENGTH + 1);

  return TRUE;
}

static void
add_codes (LoketForm  *form,
           const char *name,
           const char *joined)
{
  g_autoptr (GPtrArray) codes = split (joined);

  for (guint i = 0; i < codes->len; i++)
    loket_session_form_set_code (form, name, codes->pdata[i], TRUE);
}

static void
add_text (LoketForm  *form,
          const char *name,
          const char *text)
{
  const char *typed = loket_form_get_value (form, name);
  g_autofree char *both = NULL;

  if (*text == '\0')
    return;

  both = typed != NULL ? g_strjoin ("\n", typed, text, NULL) : g_strdup (text);
  loket_form_set_value (form, name, both);
}

/**
 * loket_session_form_begin_like:
 * @session: an earlier session
 *
 * Takes the channel, the questions and the notes of an earlier session as a start. What was typed
 * already stays, above the notes.
 */
void
loket_session_form_begin_like (LoketForm    *form,
                               LoketSession *session)
{
  LoketRecord *record = LOKET_RECORD (session);
  const char *channel = loket_record_get_value (record, LOKET_SESSION_CHANNEL);

  if (channel != NULL)
    loket_form_set_value (form, LOKET_SESSION_FORM_CHANNEL, channel);
  add_codes (form, LOKET_SESSION_FORM_QUESTIONS,
             loket_record_get_text (record, LOKET_SESSION_QUESTIONS_BROUGHT));
  add_text (form, LOKET_SESSION_FORM_NOTE_CLIENT,
            loket_record_get_text (record, LOKET_SESSION_NOTE_CLIENT));
  add_text (form, LOKET_SESSION_FORM_NOTE_INTERNAL,
            loket_record_get_text (record, LOKET_SESSION_NOTE_INTERNAL));
}

/* Whether a text is recorded once with the session: what goes on does not record it again. */
static gboolean
is_recorded_once (const char *name)
{
  static const char *const names[] = {
    LOKET_SESSION_FORM_PLANNED, LOKET_SESSION_FORM_PLANNED_AT, LOKET_SESSION_FORM_ASSESSMENTS,
    LOKET_SESSION_FORM_NEXT_DATE, LOKET_SESSION_FORM_NEXT_TIME, LOKET_SESSION_FORM_NEXT_CHANNEL,
    LOKET_SESSION_FORM_DONE, NULL,
  };

  return g_strv_contains (names, name) || g_str_has_prefix (name, "promise.")
         || g_str_has_prefix (name, LOKET_SESSION_FORM_WAS);
}

/* What was promised before is not offered again. */
static void
note_promised (LoketForm       *next,
               const LoketForm *form)
{
  g_autoptr (GString) promised = g_string_new (loket_form_get_text (form,
                                                                    LOKET_SESSION_FORM_PROMISED));
  guint n = loket_session_form_get_n_promises (form);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (promised, "%s\n", loket_session_form_get_promise (form, i).text);
  loket_form_set_value (next, LOKET_SESSION_FORM_PROMISED, promised->str);
}

/**
 * loket_session_form_go_on:
 * @form: a form that was saved
 * @id: an id of its own
 * @session_id: the session that was recorded of it
 *
 * Returns: (transfer full): a form with which the same session goes on; what was promised, asked
 *   for, planned and ticked off is recorded and stands in it no more
 */
LoketForm *
loket_session_form_go_on (const LoketForm *form,
                          const char      *id,
                          const char      *session_id)
{
  g_autoptr (GPtrArray) names = loket_form_get_names (form);
  LoketForm *next = loket_form_new (id, LOKET_SESSION_FORM);

  for (guint i = 0; i < names->len; i++)
    {
      if (!is_recorded_once (names->pdata[i]))
        loket_form_set_value (next, names->pdata[i], loket_form_get_value (form, names->pdata[i]));
    }
  loket_form_set_value (next, LOKET_SESSION_FORM_RECORDED, session_id);
  note_promised (next, form);

  return next;
}

/**
 * loket_session_form_take_back:
 * @form: a form whose saving was undone
 * @next: (not nullable): the form with which its session went on
 *
 * Adds what was typed since to the form: one form says it all again.
 */
void
loket_session_form_take_back (LoketForm       *form,
                              const LoketForm *next)
{
  static const char *const planned[] = {
    LOKET_SESSION_FORM_NEXT_DATE, LOKET_SESSION_FORM_NEXT_TIME, LOKET_SESSION_FORM_NEXT_CHANNEL,
  };
  g_autoptr (GPtrArray) names = loket_form_get_names (next);
  guint n = loket_session_form_get_n_promises (next);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = names->pdata[i];

      if (!is_recorded_once (name) && !g_str_equal (name, LOKET_SESSION_FORM_RECORDED)
          && !g_str_equal (name, LOKET_SESSION_FORM_PROMISED))
        loket_form_set_value (form, name, loket_form_get_value (next, name));
    }
  for (guint i = 0; i < n; i++)
    {
      LoketFormPromise promise = loket_session_form_get_promise (next, i);

      loket_session_form_set_promise (form, loket_session_form_get_n_promises (form), &promise);
    }
  for (guint i = 0; i < G_N_ELEMENTS (planned); i++)
    {
      if (loket_form_get_value (next, planned[i]) != NULL)
        loket_form_set_value (form, planned[i], loket_form_get_value (next, planned[i]));
    }
  add_codes (form, LOKET_SESSION_FORM_ASSESSMENTS,
             loket_form_get_text (next, LOKET_SESSION_FORM_ASSESSMENTS));
  add_codes (form, LOKET_SESSION_FORM_DONE, loket_form_get_text (next, LOKET_SESSION_FORM_DONE));
}
