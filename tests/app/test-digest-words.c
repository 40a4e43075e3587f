/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What a notification says, and that it says no name unless it may. */

#include "loket-digest-words.h"

#include <string.h>

static LoketDigest *
create_digest (guint       n_today,
               guint       n_late,
               guint       n_appointments,
               guint       n_sign_ups,
               const char *names)
{
  LoketDigest *digest = g_new0 (LoketDigest, 1);
  g_auto (GStrv) each = g_strsplit (names, "|", -1);

  digest->n_today = n_today;
  digest->n_late = n_late;
  digest->n_appointments = n_appointments;
  digest->n_sign_ups = n_sign_ups;
  digest->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; each[i] != NULL; i++)
    g_ptr_array_add (digest->names, g_strdup (each[i]));

  return digest;
}

static void
assert_words (LoketDigest *digest,
              gboolean     with_names,
              const char  *title,
              const char  *body)
{
  g_autoptr (LoketDigest) owned = digest;
  g_autofree char *said_title = loket_digest_dup_title (owned);
  g_autofree char *said_body = loket_digest_dup_body (owned, with_names);

  g_assert_cmpstr (said_title, ==, title);
  g_assert_cmpstr (said_body, ==, body);
}

static void
test_says_how_many (void)
{
  assert_words (create_digest (3, 1, 0, 0, "A|B"), FALSE, "3 follow-ups today, 1 too late", "");
  assert_words (create_digest (1, 0, 0, 0, "A"), FALSE, "1 follow-up today", "");
  assert_words (create_digest (0, 1, 0, 0, "A"), FALSE, "1 follow-up too late", "");
  assert_words (create_digest (0, 2, 0, 0, "A"), FALSE, "2 follow-ups too late", "");
  assert_words (create_digest (0, 0, 1, 2, "A"), FALSE, "1 appointment without an outcome",
                "2 sign-ups wait too long for an answer");
  assert_words (create_digest (1, 1, 2, 1, "A"), FALSE, "1 follow-up today, 1 too late",
                "2 appointments without an outcome\n1 sign-up waits too long for an answer");
}

static void
test_names_only_when_allowed (void)
{
  assert_words (create_digest (2, 0, 0, 0, "Anna Berg|Bert Vos"), FALSE, "2 follow-ups today", "");
  assert_words (create_digest (2, 0, 0, 0, "Anna Berg|Bert Vos"), TRUE, "2 follow-ups today",
                "Anna Berg, Bert Vos");
  assert_words (create_digest (4, 0, 0, 0, "A|B|C|D"), TRUE, "4 follow-ups today", "A, B, C, D");
  assert_words (create_digest (5, 0, 1, 0, "A|B|C|D|E"), TRUE, "5 follow-ups today",
                "1 appointment without an outcome\nA, B, C, 2 others");
}

/* The service for notifications reads the body as markup. */
static void
test_names_are_no_markup (void)
{
  assert_words (create_digest (1, 0, 0, 0, "O'Neil & Zn <b>"), TRUE, "1 follow-up today",
                "O&apos;Neil &amp; Zn &lt;b&gt;");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/digest-words/says-how-many", test_says_how_many);
  g_test_add_func ("/digest-words/names-only-when-allowed", test_names_only_when_allowed);
  g_test_add_func ("/digest-words/names-are-no-markup", test_names_are_no_markup);

  return g_test_run ();
}
