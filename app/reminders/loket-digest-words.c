/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Says how much is due, and about whom only where that is allowed. */

#include "loketten-config.h"

#include "loket-digest-words.h"

#include <glib/gi18n-lib.h>

/* Who has more names before the eyes reads none. */
#define MOST_NAMES 3

static void
add_count (GStrvBuilder *lines,
           const char   *format,
           guint         count)
{
  g_autofree char *line = NULL;

  if (count == 0)
    return;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  line = g_strdup_printf (format, count);
#pragma GCC diagnostic pop
  g_strv_builder_add (lines, line);
}

/* What is to be done, one line for each sort of it, the most urgent first. */
static GStrv
create_lines (const LoketDigest *digest)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  guint n_today = digest->n_today, n_late = digest->n_late;

  if (n_today > 0 && n_late > 0)
    {
      g_autofree char *today = NULL;
      g_autofree char *late = NULL;
      g_autofree char *both = NULL;

      today = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u follow-up today",
                                            "%u follow-ups today", n_today),
                               n_today);
      late = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u too late", "%u too late", n_late),
                              n_late);
      /* Translators: "3 follow-ups today" and "1 too late". */
      both = g_strdup_printf (_("%s, %s"), today, late);
      g_strv_builder_add (lines, both);
    }
  else
    {
      add_count (lines, g_dngettext (GETTEXT_PACKAGE, "%u follow-up today", "%u follow-ups today",
                                     n_today),
                 n_today);
      add_count (lines, g_dngettext (GETTEXT_PACKAGE, "%u follow-up too late",
                                     "%u follow-ups too late", n_late),
                 n_late);
    }
  add_count (lines, g_dngettext (GETTEXT_PACKAGE, "%u appointment without an outcome",
                                 "%u appointments without an outcome", digest->n_appointments),
             digest->n_appointments);
  add_count (lines, g_dngettext (GETTEXT_PACKAGE, "%u sign-up waits too long for an answer",
                                 "%u sign-ups wait too long for an answer", digest->n_sign_ups),
             digest->n_sign_ups);

  return g_strv_builder_end (lines);
}

static char *
create_names (const LoketDigest *digest)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = digest->names->len;
  guint n_said = n > MOST_NAMES + 1 ? MOST_NAMES : n;

  for (guint i = 0; i < n_said; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            (const char *) digest->names->pdata[i]);
  if (n > n_said)
    {
      g_string_append (names, ", ");
      /* Translators: ends a list of names. */
      g_string_append_printf (names,
                              g_dngettext (GETTEXT_PACKAGE, "%u other", "%u others", n - n_said),
                              n - n_said);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/**
 * loket_digest_dup_title:
 * @digest: a digest that is not empty
 *
 * Returns: (transfer full): the first line of the notification, plain text
 */
char *
loket_digest_dup_title (const LoketDigest *digest)
{
  g_auto (GStrv) lines = create_lines (digest);

  return g_strdup (lines[0]);
}

/**
 * loket_digest_dup_body:
 * @digest: a digest that is not empty
 * @with_names: whether clients may be named
 *
 * Returns: (transfer full): what stands below the title, perhaps ""; escaped, since notifications
 *   read it as markup
 */
char *
loket_digest_dup_body (const LoketDigest *digest,
                       gboolean           with_names)
{
  g_auto (GStrv) lines = create_lines (digest);
  g_autofree char *rest = g_strjoinv ("\n", lines + 1);
  g_autofree char *names = NULL;
  g_autofree char *both = NULL;

  if (!with_names)
    return g_markup_escape_text (rest, -1);

  names = create_names (digest);
  both = *rest != '\0' ? g_strconcat (rest, "\n", names, NULL) : g_strdup (names);

  return g_markup_escape_text (both, -1);
}
