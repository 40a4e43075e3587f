/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The things of which the form of an appointment has several: promises, and other clients. */

#include "loket-session-form.h"

/* Things of which a form has several are texts with a number in their names. */
typedef struct
{
  const char *name;
  const char *const *parts;  /* the first is never empty */
} Series;

static const char *const promise_parts[] = { "kind", "due_on", "text", "question", NULL };
static const char *const member_parts[] = { "client", "state", "name", NULL };

static const Series promises = { "promise", promise_parts };
static const Series members = { "member", member_parts };

static char *
build_name (const Series *series,
            guint         position,
            const char   *part)
{
  return g_strdup_printf ("%s.%u.%s", series->name, position, part);
}

static const char *
get_part (const LoketForm *form,
          const Series    *series,
          guint            position,
          const char      *part)
{
  g_autofree char *name = build_name (series, position, part);

  return loket_form_get_value (form, name);
}

static void
set_part (LoketForm    *form,
          const Series *series,
          guint         position,
          const char   *part,
          const char   *value)
{
  g_autofree char *name = build_name (series, position, part);

  loket_form_set_value (form, name, value);
}

static guint
count (const LoketForm *form,
       const Series    *series)
{
  guint n = 0;

  while (get_part (form, series, n, series->parts[0]) != NULL)
    n++;

  return n;
}

static void
remove_from (LoketForm    *form,
             const Series *series,
             guint         position)
{
  guint n = count (form, series);

  g_return_if_fail (position < n);

  for (guint i = position; i < n; i++)
    {
      for (guint j = 0; series->parts[j] != NULL; j++)
        set_part (form, series, i, series->parts[j],
                  i + 1 < n ? get_part (form, series, i + 1, series->parts[j]) : NULL);
    }
}

static guint
find (const LoketForm *form,
      const Series    *series,
      const char      *part,
      const char      *value)
{
  guint n = count (form, series);
  guint i = 0;

  while (i < n && g_strcmp0 (get_part (form, series, i, part), value) != 0)
    i++;

  return i;
}

/**
 * loket_session_form_get_n_promises:
 *
 * Returns: how many promises are in the form
 */
guint
loket_session_form_get_n_promises (const LoketForm *form)
{
  return count (form, &promises);
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
  const char *due_on = get_part (form, &promises, position, "due_on");
  const char *text = get_part (form, &promises, position, "text");

  return (LoketFormPromise) { get_part (form, &promises, position, "kind"),
                              due_on != NULL ? due_on : "", text != NULL ? text : "",
                              get_part (form, &promises, position, "question") };
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
  set_part (form, &promises, position, "kind", promise->kind);
  set_part (form, &promises, position, "due_on", promise->due_on);
  set_part (form, &promises, position, "text", promise->text);
  set_part (form, &promises, position, "question", promise->question);
}

/**
 * loket_session_form_has_promise:
 * @text: what was promised
 *
 * Returns: whether the same was promised in this form already, or before the session went on
 */
gboolean
loket_session_form_has_promise (const LoketForm *form,
                                const char      *text)
{
  g_auto (GStrv) promised = g_strsplit (loket_form_get_text (form, LOKET_SESSION_FORM_PROMISED),
                                        "\n", -1);

  return g_strv_contains ((const char *const *) promised, text)
         || find (form, &promises, "text", text) < count (form, &promises);
}

/**
 * loket_session_form_remove_promise:
 * @position: less than the number of promises
 */
void
loket_session_form_remove_promise (LoketForm *form,
                                   guint      position)
{
  remove_from (form, &promises, position);
}

/**
 * loket_session_form_get_n_members:
 *
 * Returns: how many clients are in the form beside the one whose record is open
 */
guint
loket_session_form_get_n_members (const LoketForm *form)
{
  return count (form, &members);
}

/**
 * loket_session_form_get_member:
 * @position: less than the number of members
 *
 * Returns: the member; its texts belong to the form
 */
LoketFormMember
loket_session_form_get_member (const LoketForm *form,
                               guint            position)
{
  return (LoketFormMember) { get_part (form, &members, position, "client"),
                             get_part (form, &members, position, "name"),
                             get_part (form, &members, position, "state") };
}

/**
 * loket_session_form_set_member:
 * @position: at most the number of members: then it is a new one
 * @member: who takes part
 */
void
loket_session_form_set_member (LoketForm             *form,
                               guint                  position,
                               const LoketFormMember *member)
{
  set_part (form, &members, position, "client", member->client_id);
  set_part (form, &members, position, "name", member->name);
  set_part (form, &members, position, "state", member->state);
}

/**
 * loket_session_form_has_member:
 * @client_id: the id of a client
 *
 * Returns: whether the client is in the form: as the one whose record is open, or as a member
 */
gboolean
loket_session_form_has_member (const LoketForm *form,
                               const char      *client_id)
{
  return g_str_equal (loket_form_get_text (form, LOKET_SESSION_FORM_CLIENT), client_id)
         || find (form, &members, "client", client_id) < count (form, &members);
}

/**
 * loket_session_form_remove_member:
 * @position: less than the number of members
 */
void
loket_session_form_remove_member (LoketForm *form,
                                  guint      position)
{
  remove_from (form, &members, position);
}
