/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Words, marks and numbers of a note, and where they stand. */

#include "loket-note-tokens.h"

/* Words between bars; a mark stands for itself, the end of a line is ~. */
static char *
spell_out (const char *note)
{
  guint length;
  g_autoptr (GArray) tokens = loket_note_tokens_read (note, &length);
  g_autoptr (GString) spelled = g_string_new ("");

  for (guint i = 0; i < tokens->len; i++)
    {
      const LoketNoteToken *token = &g_array_index (tokens, LoketNoteToken, i);
      g_autofree char *word = g_utf8_substring (note, token->start, token->end);

      if (token->mark == LOKET_MARK_NONE)
        g_string_append_printf (spelled, "|%s|", word);
      else
        g_string_append_c (spelled, token->mark == LOKET_MARK_LINE ? '~' : token->mark);
    }

  return g_string_free (g_steal_pointer (&spelled), FALSE);
}

static void
assert_tokens (const char *note,
               const char *expected)
{
  g_autofree char *spelled = spell_out (note);

  g_assert_cmpstr (spelled, ==, expected);
}

static void
test_cuts_words (void)
{
  assert_tokens ("", "");
  assert_tokens (" \t\001 ", "");
  assert_tokens ("Bel 'm, collega\342\200\231s!", "|Bel||'m|,|collega\342\200\231s|!");
  assert_tokens ("UWV-voucher i.v.m. zij-instroom", "|UWV-voucher||i.v.m.||zij-instroom|");
  assert_tokens ("ma/di 4/12\n- 10.00", "|ma|/|di||4/12|~-|10.00|");
  assert_tokens ("e\314\201\303\251n 😀 שלום", "|e\314\201\303\251n||שלום|");
}

static void
test_knows_the_end_of_a_sentence (void)
{
  assert_tokens ("Bel mw. Bos. Mail", "|Bel||mw||Bos|.|Mail|");
  assert_tokens ("Bel J. Bos", "|Bel||J||Bos|");
  assert_tokens ("Bel wo. even", "|Bel||wo||even|");
  assert_tokens ("Bel wo. Klant", "|Bel||wo|.|Klant|");
  assert_tokens ("Bel wo.", "|Bel||wo|.");
  assert_tokens ("4 dec. om", "|4||dec||om|");
}

static const LoketWord *
look_up (const char *text)
{
  guint length;
  g_autoptr (GArray) tokens = loket_note_tokens_read (text, &length);

  g_assert_cmpuint (tokens->len, ==, 1);

  return g_array_index (tokens, LoketNoteToken, 0).word;
}

static void
test_looks_words_up_without_accents (void)
{
  g_assert_cmpstr (look_up ("V\303\223\303\223R")->text, ==, "voor");
  g_assert_cmpstr (look_up ("vo\314\201o\314\201r")->text, ==, "voor");
  g_assert_cmpstr (look_up ("a.s.")->text, ==, "as");
  g_assert_cmpstr (look_up ("belastingdienst")->text, ==, "");
  g_assert_cmpint (look_up ("teruggebeld")->form, ==, LOKET_VERB_PARTICIPLE);
  g_assert_cmpstr (look_up ("teruggebeld")->verb->kind, ==, "callback");
  g_assert_cmpint (look_up ("zoveelstenabelletjesterugbellen")->form, ==, LOKET_VERB_NONE);
}

static void
test_knows_every_verb (void)
{
  for (guint i = 0; i < loket_note_n_verbs; i++)
    {
      const LoketVerb *verb = &loket_note_verbs[i];
      const LoketVerb *first = look_up (verb->forms[0])->verb;

      g_assert_nonnull (first);
      g_assert_cmpstr (first->forms[0], ==, verb->forms[0]);
      for (; first < verb; first++)
        g_assert_cmpstr (first->forms[0], ==, verb->forms[0]);
      for (int form = LOKET_VERB_STEM; form <= LOKET_VERB_PARTICIPLE; form++)
        g_assert_nonnull (look_up (verb->forms[form - LOKET_VERB_STEM])->verb);
    }
}

static void
assert_number (const char *text,
               int         number,
               int         month,
               int         year)
{
  guint length;
  g_autoptr (GArray) tokens = loket_note_tokens_read (text, &length);
  const LoketNoteToken *token = &g_array_index (tokens, LoketNoteToken, 0);

  g_assert_cmpint (token->number, ==, number);
  g_assert_cmpint (token->month, ==, month);
  g_assert_cmpint (token->year, ==, year);
}

static void
test_reads_numbers (void)
{
  assert_number ("4", 4, 0, 0);
  assert_number ("4e", 4, 0, 0);
  assert_number ("4-12", 4, 12, 0);
  assert_number ("04/12/2026", 4, 12, 2026);
  assert_number ("4-12-26", 4, 12, 2026);
  assert_number ("10.00", -1, 0, 0);
  assert_number ("4x", -1, 0, 0);
  assert_number ("123456", -1, 0, 0);
  assert_number ("4-12-2026-1", -1, 0, 0);
  assert_number ("06-12345678", -1, 0, 0);
}

static void
test_counts_characters (void)
{
  guint length;
  g_autoptr (GArray) tokens = loket_note_tokens_read ("\303\251 😀\377 bel", &length);
  const LoketNoteToken *last = &g_array_index (tokens, LoketNoteToken, tokens->len - 1);

  g_assert_cmpuint (length, ==, 8);
  g_assert_cmpuint (last->start, ==, 5);
  g_assert_cmpuint (last->end, ==, 8);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/note-tokens/cuts-words", test_cuts_words);
  g_test_add_func ("/note-tokens/knows-the-end-of-a-sentence", test_knows_the_end_of_a_sentence);
  g_test_add_func ("/note-tokens/looks-words-up-without-accents",
                   test_looks_words_up_without_accents);
  g_test_add_func ("/note-tokens/knows-every-verb", test_knows_every_verb);
  g_test_add_func ("/note-tokens/reads-numbers", test_reads_numbers);
  g_test_add_func ("/note-tokens/counts-characters", test_counts_characters);

  return g_test_run ();
}
