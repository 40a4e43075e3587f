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

/**
 * loket_session_form_get_minutes:
 * @now: YYYY-MM-DDTHH:MM
 *
 * Returns: how long the session took, or has taken so far, in minutes; -1 when that is not known:
 *   a time is not one, or the session lies on another day and has no end
 */
int
loket_session_form_get_minutes (const LoketForm *form,
                                const char      *now)
{
  LoketDateText date = loket_date_parse_past (loket_form_get_text (form,
                                                                   LOKET_SESSION_FORM_DATE),
                                              now);
  const char *end = loket_form_get_value (form, LOKET_SESSION_FORM_END);
  int from, until;

  if (!loket_time_parse_typed (loket_form_get_text (form, LOKET_SESSION_FORM_START), &from))
    return -1;
  if (end != NULL)
    return loket_time_parse_typed (end, &until) && until >= from ? until - from : -1;
  if (strncmp (date.text, now, LOKET_DATE_LENGTH) != 0)
    return -1;

  return MAX (-1, loket_moment_get_minutes_between (loket_moment_new (now, from).text, now));
}

static char *
build_name (guint       position,
            const char *part)
{
  return g_strdup_printf ("promise.%u.%s", position, part);
}

/**
 * loket_session_form_get_n_promises:
 *
 * Returns: how many promises are in the form
 */
guint
loket_session_form_get_n_promises (const LoketForm *form)
{
  guint n = 0;

  for (;; n++)
    {
      g_autofree char *name = build_name (n, "kind");

      if (loket_form_get_value (form, name) == NULL)
        return n;
    }
}

/**
 * loket_session_form_get_promise:
 * @position: less than the number of promises
 *
 * Returns: the promise; its texts belong to the form
 */
LoketFormPromise
loket_session_form_get_promise (const LoketForm *form,
                                guint            position)
{
  g_autofree char *kind = build_name (position, "kind");
  g_autofree char *due_on = build_name (position, "due_on");
  g_autofree char *text = build_name (position, "text");

  return (LoketFormPromise) { loket_form_get_value (form, kind), loket_form_get_text (form, due_on),
                              loket_form_get_text (form, text) };
}

/**
 * loket_session_form_set_promise:
 * @position: at most the number of promises: then it is a new one
 * @promise: what it says
 */
void
loket_session_form_set_promise (LoketForm              *form,
                                guint                   position,
                                const LoketFormPromise *promise)
{
  g_autofree char *kind = build_name (position, "kind");
  g_autofree char *due_on = build_name (position, "due_on");
  g_autofree char *text = build_name (position, "text");

  loket_form_set_value (form, kind, promise->kind);
  loket_form_set_value (form, due_on, promise->due_on);
  loket_form_set_value (form, text, promise->text);
}

/**
 * loket_session_form_has_promise:
 * @text: what was promised
 *
 * Returns: whether the same was promised in this form already
 */
gboolean
loket_session_form_has_promise (const LoketForm *form,
                                const char      *text)
{
  guint n = loket_session_form_get_n_promises (form);

  for (guint i = 0; i < n; i++)
    {
      if (g_str_equal (loket_session_form_get_promise (form, i).text, text))
        return TRUE;
    }

  return FALSE;
}

/**
 * loket_session_form_remove_promise:
 * @position: less than the number of promises
 */
void
loket_session_form_remove_promise (LoketForm *form,
                                   guint      position)
{
  static const LoketFormPromise none = { NULL };
  guint n = loket_session_form_get_n_promises (form);

  g_return_if_fail (position < n);

  for (guint i = position; i + 1 < n; i++)
    {
      LoketFormPromise next = loket_session_form_get_promise (form, i + 1);

      loket_session_form_set_promise (form, i, &next);
    }
  loket_session_form_set_promise (form, n - 1, &none);
}
