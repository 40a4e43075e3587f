/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Promises in two hundred sentences, half of them held out while the rules were made, and in
 * whatever else can stand in a note. */

#include "loket-promise-language.h"

#include <string.h>

/* A Thursday. */
#define TODAY "2026-11-19"

#define N_SENTENCES 200

/* Of what is found, so much is a promise; of the promises, so much is found. */
#define LEAST_PRECISION 0.9
#define LEAST_RECALL    0.8

/* Kind and day of those that are found. */
#define LEAST_RIGHT 0.9

#define LONG_NOTE    10000
#define LONGEST_LINE 100000

/* Microseconds for LONG_NOTE characters of plain notes, of which a tenth suffices on a quiet machine;
 * texts that are made to be slow may take a few times as long, and long ones only in proportion. */
#define MOST_TIME 5000
#define PATIENCE  4

static const LoketNoteToday today = { .date = TODAY };

typedef struct
{
  int found;
  int false_alarms;
  int missed;
  int right_kind;
  int right_day;
} Score;

static gboolean
is_right_day (const LoketPromiseFinding *finding,
              const char                *expected)
{
  if (g_str_equal (expected, "-"))
    return !finding->due_is_said;

  return finding->due_is_said && g_str_equal (finding->due_on.text, expected);
}

static void
score_row (Score *score,
           char **row)
{
  g_autoptr (GArray) findings = loket_promise_language_find (row[0], &today);
  const LoketPromiseFinding *first = loket_promise_language_get_at (findings, 0);

  if (g_str_equal (row[1], "no"))
    {
      score->false_alarms += (int) findings->len;
      if (first != NULL)
        g_test_message ("no promise, but found: %s", row[0]);
      return;
    }

  g_assert_cmpstr (row[1], ==, "yes");
  if (first == NULL)
    {
      score->missed++;
      g_test_message ("missed: %s", row[0]);
      return;
    }

  score->found++;
  score->false_alarms += (int) findings->len - 1;
  score->right_kind += g_str_equal (first->kind, row[2]);
  score->right_day += is_right_day (first, row[3]);
  if (!g_str_equal (first->kind, row[2]) || !is_right_day (first, row[3]))
    g_test_message ("%s, %s: %s", first->kind, first->due_on.text, row[0]);
}

/* Rows are counted from 1, below the heading; with @step 2 every second one is taken. The rules were
 * made on the odd rows. A day that is not said is written "-". */
static Score
score_sentences (int from,
                 int step)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "promise-sentences.tsv",
                                                 NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  Score score = { 0 };

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 1 + N_SENTENCES);

  for (int i = from; i <= N_SENTENCES; i += step)
    {
      g_auto (GStrv) row = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (row), ==, 4);
      score_row (&score, row);
    }

  return score;
}

static void
assert_good (const Score *score)
{
  double precision = (double) score->found / (score->found + score->false_alarms);
  double recall = (double) score->found / (score->found + score->missed);

  g_test_message ("precision %.3f, recall %.3f, kind right %d, day right %d of %d", precision,
                  recall, score->right_kind, score->right_day, score->found);
  g_assert_cmpfloat (precision, >=, LEAST_PRECISION);
  g_assert_cmpfloat (recall, >=, LEAST_RECALL);
  g_assert_cmpfloat (score->right_kind, >=, LEAST_RIGHT * score->found);
  g_assert_cmpfloat (score->right_day, >=, LEAST_RIGHT * score->found);
}

static void
test_all_sentences (void)
{
  Score score = score_sentences (1, 1);

  g_assert_cmpint (score.found + score.missed, ==, N_SENTENCES / 2);
  assert_good (&score);
}

static void
test_held_out_sentences (void)
{
  Score score = score_sentences (2, 2);

  assert_good (&score);
}

static void
assert_underlined (const char *note,
                   const char *expected)
{
  g_autoptr (GArray) findings = loket_promise_language_find (note, &today);
  g_autoptr (GString) underlined = g_string_new ("");

  for (guint i = 0; i < findings->len; i++)
    {
      const LoketPromiseFinding *finding = &g_array_index (findings, LoketPromiseFinding, i);
      g_autofree char *words = g_utf8_substring (note, finding->start, finding->end);

      g_string_append_printf (underlined, "%s%s", i > 0 ? "|" : "", words);
    }

  g_assert_cmpstr (underlined->str, ==, expected);
}

static void
test_underlines_the_words (void)
{
  assert_underlined ("Ik bel u dinsdag terug.", "bel u dinsdag terug");
  assert_underlined ("Folder stuur ik.", "stuur ik");
  assert_underlined ("De regeling zoek ik voor je uit", "zoek ik voor je uit");
  assert_underlined ("Ik kom erop terug.", "kom erop terug");
  assert_underlined ("Brochure wordt nagestuurd", "wordt nagestuurd");
  assert_underlined ("Ik zoek het uit en bel u morgen", "zoek het uit|bel");
}

static void
test_counts_characters (void)
{
  assert_underlined ("Ayşe 😀 is één dag vrij. Ik bel u dinsdag terug.", "bel u dinsdag terug");
  assert_underlined ("שלום. Ik stuur ’m de folder op.\nمرحبا", "stuur ’m de folder op");
  assert_underlined ("Cafe\314\201: Ik laat het u vóór vrijdag weten", "laat het u vóór vrijdag weten");
  assert_underlined ("\001\002Ik\tbel u\vterug", "bel u\vterug");
}

static void
test_tells_who_promises (void)
{
  assert_underlined ("Klant belt vrijdag terug. Ik mail haar vandaag.", "mail");
  assert_underlined ("Ik heb de folder gestuurd en bel u vrijdag.", "bel");
  assert_underlined ("Als u dat wilt, bel ik u.", "");
  assert_underlined ("Zodra ik het weet, bel ik u.", "bel ik");
  assert_underlined ("Actie klant: folder opvragen. Actie: folder opvragen.", "opvragen");
  assert_underlined ("\"Ik bel u terug. Ik stuur de folder.\" Nooit gebeurd. Ik bel haar.", "bel");
  assert_underlined ("Klant zegt: ik bel u maandag.", "");
}

static void
test_finds_the_promise_at_the_cursor (void)
{
  const char *note = "Goed gesprek. Ik stuur de folder en bel u vrijdag. Tot dan.\n\nIk mail ROC.";
  g_autoptr (GArray) findings = loket_promise_language_find (note, &today);
  const LoketPromiseFinding *first = &g_array_index (findings, LoketPromiseFinding, 0);

  g_assert_cmpuint (findings->len, ==, 3);
  g_assert_null (loket_promise_language_get_at (findings, 0));
  g_assert_null (loket_promise_language_get_at (findings, 13));
  g_assert_true (loket_promise_language_get_at (findings, 14) == first);
  g_assert_true (loket_promise_language_get_at (findings, first->end) == first);
  g_assert_true (loket_promise_language_get_at (findings, first[1].start - 1) == first);
  g_assert_true (loket_promise_language_get_at (findings, first[1].start) == first + 1);
  g_assert_true (loket_promise_language_get_at (findings, 50) == first + 1);
  g_assert_null (loket_promise_language_get_at (findings, 51));
  g_assert_null (loket_promise_language_get_at (findings, 59));
  g_assert_true (loket_promise_language_get_at (findings, 61) == first + 2);
  g_assert_true (loket_promise_language_get_at (findings, 73) == first + 2);
}

static void
test_makes_a_promise_of_any_sentence (void)
{
  LoketPromiseFinding finding;
  const char *note = "  Klant belt.\n- Dossier opruimen voor 4 december.  ";
  g_autofree char *text = NULL;

  g_assert_false (loket_promise_language_read_at ("", &today, 0, &finding));
  g_assert_false (loket_promise_language_read_at (" \n. ", &today, 2, &finding));
  g_assert_false (loket_promise_language_read_at (note, &today, 1, &finding));

  g_assert_true (loket_promise_language_read_at (note, &today, 5, &finding));
  g_assert_cmpstr (finding.kind, ==, "other");
  g_assert_false (finding.due_is_said);
  g_assert_cmpstr (finding.due_on.text, ==, "2026-11-26");

  g_assert_true (loket_promise_language_read_at (note, &today, 50, &finding));
  g_assert_true (finding.due_is_said);
  g_assert_cmpstr (finding.due_on.text, ==, "2026-12-03");
  text = loket_promise_language_dup_text (note, &finding);
  g_assert_cmpstr (text, ==, "Dossier opruimen voor 4 december");

  g_assert_true (loket_promise_language_read_at ("Ik bel u.", &today, 9, &finding));
  g_assert_cmpstr (finding.kind, ==, "callback");
}

static void
test_is_never_due_in_the_past (void)
{
  static const LoketNoteToday saturday = { .date = "2026-11-21" };
  g_autoptr (GArray) findings = loket_promise_language_find ("Ik bel u deze week terug", &saturday);
  g_autoptr (GArray) tomorrow = loket_promise_language_find ("Ik bel u morgen terug", &saturday);

  g_assert_cmpstr (loket_promise_language_get_at (findings, 0)->due_on.text, ==, "2026-11-23");
  g_assert_cmpstr (loket_promise_language_get_at (tomorrow, 0)->due_on.text, ==, "2026-11-23");
}

static void
test_has_a_usual_day_per_kind (void)
{
  static const struct { const char *note; const char *kind; const char *due_on; } usual[] = {
    { "Ik bel u terug", "callback", "2026-11-23" },
    { "Ik stuur u de folder", "send", "2026-11-23" },
    { "Ik zoek het uit", "find_out", "2026-11-26" },
    { "Ik geef het door", "other", "2026-11-26" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      g_autoptr (GArray) findings = loket_promise_language_find (usual[i].note, &today);
      const LoketPromiseFinding *finding = loket_promise_language_get_at (findings, 0);

      g_assert_nonnull (finding);
      g_assert_cmpstr (finding->kind, ==, usual[i].kind);
      g_assert_cmpstr (finding->due_on.text, ==, usual[i].due_on);
      g_assert_false (finding->due_is_said);
    }
}

static void
assert_sound (const char *note)
{
  g_autoptr (GArray) findings = loket_promise_language_find (note, &today);
  g_autofree char *valid = g_utf8_make_valid (note, -1);
  guint length = (guint) g_utf8_strlen (valid, -1);
  guint last = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const LoketPromiseFinding *finding = &g_array_index (findings, LoketPromiseFinding, i);
      g_autofree char *text = loket_promise_language_dup_text (note, finding);

      g_assert_cmpuint (finding->start, >=, last);
      g_assert_cmpuint (finding->start, <, finding->end);
      g_assert_cmpuint (finding->start, >=, finding->sentence_start);
      g_assert_cmpuint (finding->end, <=, finding->sentence_end + 1);
      g_assert_cmpuint (finding->end, <=, length);
      g_assert_cmpuint (finding->sentence_end, <=, length);
      g_assert_cmpstr (finding->due_on.text, >=, TODAY);
      g_assert_true (loket_working_days_is_working_day (NULL, finding->due_on.text));
      g_assert_true (loket_promise_language_get_at (findings, finding->start) == finding);
      g_assert_cmpstr (text, !=, "");
      last = finding->end;
    }
}

static void
test_survives_any_text (void)
{
  static const char *const pieces[] = {
    "ik", "bel", "u", "terug", "stuur", "we", "gaan", "uitzoeken", "te", "om", "dat", "klant",
    "morgen", "vrijdag", "volgende", "week", "4-12", "31-2", "12", "dec", "over", "binnen", "voor",
    "niet", "wordt", "nagestuurd", "van", "mij", "hoort", "beloofd", "als", "en", "het", "loket",
    ".", ",", "?", ":", "\"", "(", ")", "-", "\n", "\r\n", "\t", " ", " ", " ", "  ", "’", "'",
    "😀", "é", "e\314\201", "\331\205", "\342\200\217", "\001", "\177", "\357\273\277", "\377",
    "\303", "\342\200", "ß", "İ", "99999999999", "0-0", "1/2/3/4", "a.b.c.", "..", "w.", "52",
  };

  for (int round = 0; round < 3000; round++)
    {
      g_autoptr (GString) note = g_string_new ("");
      int n = g_test_rand_int_range (0, 60);

      for (int i = 0; i < n; i++)
        {
          g_string_append (note, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          if (g_test_rand_int_range (0, 4) > 0)
            g_string_append_c (note, ' ');
        }
      assert_sound (note->str);
    }
}

static void
test_survives_any_bytes (void)
{
  for (int round = 0; round < 500; round++)
    {
      char note[200];

      for (guint i = 0; i < sizeof note; i++)
        note[i] = (char) g_test_rand_int_range (1, 256);
      note[g_test_rand_int_range (0, sizeof note)] = '\0';
      note[sizeof note - 1] = '\0';
      assert_sound (note);
    }
}

static char *
repeat (const char *piece,
        glong       n_characters)
{
  GString *note = g_string_new ("");
  glong length = g_utf8_strlen (piece, -1);

  for (glong n = 0; n < n_characters; n += length)
    g_string_append (note, piece);

  return g_string_free (note, FALSE);
}

/* The quickest of a few attempts, as the machine may be busy. */
static gint64
measure (const char *note)
{
  gint64 quickest = G_MAXINT64;

  for (int i = 0; i < 7; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GArray) findings = loket_promise_language_find (note, &today);

      quickest = MIN (quickest, g_get_monotonic_time () - start);
    }

  return quickest;
}

static void
test_keeps_up_with_typing (void)
{
  static const char *const pieces[] = {
    "Ik bel u volgende week dinsdag 1 december terug. Klant stuurt cv, goed gesprek gehad. ",
    "bel ik u terug en ", "bel ", "ik ga ", "a", ".", " ", "dat ", "\"", "di 31 ", "é", "😀",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *note = repeat (pieces[i], LONG_NOTE);
      g_autofree char *line = repeat (pieces[i], LONGEST_LINE);
      gint64 time = measure (note);
      gint64 time_of_line = measure (line);

      g_test_message ("%" G_GINT64_FORMAT " and %" G_GINT64_FORMAT " microseconds: %s", time,
                      time_of_line, pieces[i]);
      g_assert_cmpint (time, <, i == 0 ? MOST_TIME : PATIENCE * MOST_TIME);
      g_assert_cmpint (time_of_line, <, PATIENCE * MOST_TIME * LONGEST_LINE / LONG_NOTE);
      assert_sound (note);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/promise-language/finds-promises-in-all-sentences", test_all_sentences);
  g_test_add_func ("/promise-language/finds-promises-in-sentences-held-out",
                   test_held_out_sentences);
  g_test_add_func ("/promise-language/underlines-the-words", test_underlines_the_words);
  g_test_add_func ("/promise-language/counts-characters", test_counts_characters);
  g_test_add_func ("/promise-language/tells-who-promises", test_tells_who_promises);
  g_test_add_func ("/promise-language/finds-the-promise-at-the-cursor",
                   test_finds_the_promise_at_the_cursor);
  g_test_add_func ("/promise-language/makes-a-promise-of-any-sentence",
                   test_makes_a_promise_of_any_sentence);
  g_test_add_func ("/promise-language/is-never-due-in-the-past", test_is_never_due_in_the_past);
  g_test_add_func ("/promise-language/has-a-usual-day-per-kind", test_has_a_usual_day_per_kind);
  g_test_add_func ("/promise-language/survives-any-text", test_survives_any_text);
  g_test_add_func ("/promise-language/survives-any-bytes", test_survives_any_bytes);
  g_test_add_func ("/promise-language/keeps-up-with-typing", test_keeps_up_with_typing);

  return g_test_run ();
}
