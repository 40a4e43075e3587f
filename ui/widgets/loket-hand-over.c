/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Makes addresses that other programs understand of what people typed. */

#include "loketten-config.h"

#include "loket-hand-over.h"

#include <string.h>

/* What is dialled within the country only: "+31 (0)6 1234 5678". */
#define TRUNK_ZERO "(0)"

/**
 * loket_hand_over_dup_phone_uri:
 * @number: a number as people write it, with spaces, dashes and brackets
 *
 * Returns: (transfer full): the address to call it at
 */
char *
loket_hand_over_dup_phone_uri (const char *number)
{
  GString *uri = g_string_new ("tel:");

  for (const char *at = number; *at != '\0'; at++)
    {
      if (*number == '+' && g_str_has_prefix (at, TRUNK_ZERO))
        at += strlen (TRUNK_ZERO) - 1;
      else if (g_ascii_isdigit (*at) || *at == '+')
        g_string_append_c (uri, *at);
    }

  return g_string_free (uri, FALSE);
}

/**
 * loket_hand_over_dup_mail_uri:
 * @address: an address for e-mail
 *
 * Returns: (transfer full): the address to write to, with nothing in it but the recipient
 */
char *
loket_hand_over_dup_mail_uri (const char *address)
{
  g_autofree char *escaped = g_uri_escape_string (address, "@+", FALSE);

  return g_strconcat ("mailto:", escaped, NULL);
}

/* A line ends as mail programs want it to. */
static char *
escape_text (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *joined = g_strjoinv ("\r\n", lines);

  return g_uri_escape_string (joined, NULL, FALSE);
}

/**
 * loket_hand_over_dup_letter_uri:
 * @address: an address for e-mail
 * @subject: what the letter is about
 * @text: the letter
 *
 * Returns: (transfer full): the address to write to, with the letter, as RFC 6068 says
 */
char *
loket_hand_over_dup_letter_uri (const char *address,
                                const char *subject,
                                const char *text)
{
  g_autofree char *to = loket_hand_over_dup_mail_uri (address);
  g_autofree char *escaped_subject = escape_text (subject);
  g_autofree char *escaped_text = escape_text (text);

  return g_strdup_printf ("%s?subject=%s&body=%s", to, escaped_subject, escaped_text);
}

static void
show_uri (GtkWidget  *widget,
          const char *uri)
{
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME);
}

/**
 * loket_hand_over_phone:
 * @widget: a widget in the window that asks
 * @number: as loket_hand_over_dup_phone_uri () takes it
 */
void
loket_hand_over_phone (GtkWidget  *widget,
                       const char *number)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (number != NULL);

  uri = loket_hand_over_dup_phone_uri (number);
  show_uri (widget, uri);
}

/**
 * loket_hand_over_mail:
 * @widget: a widget in the window that asks
 * @address: an address for e-mail
 */
void
loket_hand_over_mail (GtkWidget  *widget,
                      const char *address)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (address != NULL);

  uri = loket_hand_over_dup_mail_uri (address);
  show_uri (widget, uri);
}

/**
 * loket_hand_over_letter:
 * @widget: a widget in the window that asks
 * @address: as loket_hand_over_dup_letter_uri () takes it, like the following
 *
 * Opens the mail program with the letter; it is the person who sends it.
 */
void
loket_hand_over_letter (GtkWidget  *widget,
                        const char *address,
                        const char *subject,
                        const char *text)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (address != NULL);

  uri = loket_hand_over_dup_letter_uri (address, subject, text);
  show_uri (widget, uri);
}
