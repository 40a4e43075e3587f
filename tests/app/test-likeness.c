/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Whether two records are about one person, on a table of pairs. */

#include "loket-likeness.h"

#include <string.h>

/* Of the pairs that are shown, so many are one person; of those that are, so many are shown. */
#define LEAST_PRECISION 0.85
#define LEAST_RECALL    0.95

/* The same of those that are called likely. */
#define LEAST_LIKELY_PRECISION 0.95
#define LEAST_LIKELY_RECALL    0.70

typedef struct
{
  int found;
  int false_alarms;
  int missed;
} Score;

static LoketPerson *
read_person (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "|", -1);
  const LoketPersonFacts facts = {
    .given_name = parts[0], .prefix = parts[1], .family_name = parts[2], .birth_date = parts[3],
    .phone = parts[4], .email = parts[5], .postcode = parts[6],
  };

  g_assert_cmpuint (g_strv_length (parts), ==, 7);

  return loket_person_new (&facts);
}

static LoketLikeness
compare (const char *a,
         const char *b)
{
  g_autoptr (LoketPerson) first = read_person (a);
  g_autoptr (LoketPerson) second = read_person (b);
  LoketLikeness likeness = loket_likeness_compare (first, second);
  LoketLikeness mirrored = loket_likeness_compare (second, first);

  g_assert_cmpfloat_with_epsilon (likeness.score, mirrored.score, 1e-9);
  g_assert_cmpint (likeness.level, ==, mirrored.level);
  g_assert_cmpuint (likeness.reasons, ==, mirrored.reasons);

  return likeness;
}

static void
count (Score    *score,
       gboolean  is_same,
       gboolean  is_found)
{
  score->found += is_same && is_found;
  score->missed += is_same && !is_found;
  score->false_alarms += !is_same && is_found;
}

static void
score_row (char  **row,
           Score  *shown,
           Score  *likely)
{
  LoketLikeness likeness = compare (row[2], row[3]);
  gboolean is_same = g_str_equal (row[0], "same");

  g_test_message ("%s %5.1f %d %s", row[0], likeness.score, likeness.level, row[1]);
  g_assert_true (is_same || likeness.level != LOKET_LIKENESS_CERTAIN);
  count (shown, is_same, likeness.level >= LOKET_LIKENESS_POSSIBLE);
  count (likely, is_same, likeness.level >= LOKET_LIKENESS_LIKELY);
}

static void
assert_score (const Score *score,
              const char  *name,
              double       least_precision,
              double       least_recall)
{
  double precision = (double) score->found / (score->found + score->false_alarms);
  double recall = (double) score->found / (score->found + score->missed);

  g_test_message ("%s: precision %.3f, recall %.3f", name, precision, recall);
  g_assert_cmpfloat (precision, >=, least_precision);
  g_assert_cmpfloat (recall, >=, least_recall);
}

static void
test_pairs (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "likeness-pairs.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  Score shown = { 0 }, likely = { 0 };

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) row = g_strsplit (lines[i], "\t", -1);

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      g_assert_cmpuint (g_strv_length (row), ==, 4);
      score_row (row, &shown, &likely);
    }

  g_assert_cmpint (shown.found + shown.missed, ==, 40);
  assert_score (&shown, "possible", LEAST_PRECISION, LEAST_RECALL);
  assert_score (&likely, "likely", LEAST_LIKELY_PRECISION, LEAST_LIKELY_RECALL);
}

static void
test_twins (void)
{
  LoketLikeness twins = compare ("Eva||Jansen|1998-04-04|0201234567||1013 AB",
                                 "Tim||Jansen|1998-04-04|0201234567||1013 AB");
  LoketLikeness alike = compare ("Anna||Jansen|1998-04-04|0201234567||1013 AB",
                                 "Anne||Jansen|1998-04-04|0201234567||1013 AB");

  g_assert_cmpint (twins.level, ==, LOKET_LIKENESS_POSSIBLE);
  g_assert_cmpint (alike.level, <, LOKET_LIKENESS_CERTAIN);
}

static void
test_reasons (void)
{
  LoketLikeness same = compare ("Fatma||Yıldız|1981-04-12|0612345678|f@example.org|1013 AB",
                                "FATMA||yildiz|1981-04-12|+31612345678|F@example.org|1013ab");
  LoketLikeness swapped = compare ("Said||Mohamed|1988-10-02|||", "Mohamed||Said|1988-02-10|||");
  LoketLikeness married = compare ("Anna|de|Vries|1985-03-02|||1013 AB",
                                   "Anna||Bakker|1985-03-03|||1013 AB");

  g_assert_cmpint (same.level, ==, LOKET_LIKENESS_CERTAIN);
  g_assert_cmpuint (same.reasons, ==,
                    LOKET_LIKENESS_SAME_NAME | LOKET_LIKENESS_SAME_BIRTH_DATE
                    | LOKET_LIKENESS_SAME_PHONE | LOKET_LIKENESS_SAME_EMAIL
                    | LOKET_LIKENESS_SAME_POSTCODE);
  g_assert_cmpuint (swapped.reasons, ==,
                    LOKET_LIKENESS_SWAPPED_NAME | LOKET_LIKENESS_SWAPPED_BIRTH_DATE);
  g_assert_cmpuint (married.reasons, ==,
                    LOKET_LIKENESS_SAME_GIVEN_NAME | LOKET_LIKENESS_SIMILAR_BIRTH_DATE
                    | LOKET_LIKENESS_SAME_POSTCODE);
}

static void
test_nobody (void)
{
  g_assert_cmpint (compare ("||||||", "||||||").level, ==, LOKET_LIKENESS_NONE);
  g_assert_cmpint (compare ("||||12||", "||||12||").level, ==, LOKET_LIKENESS_NONE);
  g_assert_cmpint (compare ("|||31-31-2000|||", "|||31-31-2000|||").level, ==,
                   LOKET_LIKENESS_NONE);
}

static void
test_long_name (void)
{
  g_autofree char *name = g_strnfill (10000, 'a');
  g_autofree char *text = g_strdup_printf ("%s||%s|1981-04-12|||", name, name);

  g_assert_cmpint (compare (text, text).level, ==, LOKET_LIKENESS_LIKELY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/likeness/tells-the-pairs-of-the-table-apart", test_pairs);
  g_test_add_func ("/likeness/is-not-certain-of-twins", test_twins);
  g_test_add_func ("/likeness/says-why", test_reasons);
  g_test_add_func ("/likeness/is-not-fooled-by-what-is-not-known", test_nobody);
  g_test_add_func ("/likeness/takes-names-of-any-length", test_long_name);

  return g_test_run ();
}
