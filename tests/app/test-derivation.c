/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What follows from sums, and of how few persons. */

#include "loket-derivation.h"

#include <stdarg.h>

/* Adds the sum of the columns up to -1. */
static gboolean
add (LoketSpan *span,
     ...)
{
  guint columns[16];
  guint n = 0;
  va_list list;
  int column = 0;

  va_start (list, span);
  while ((column = va_arg (list, int)) >= 0)
    columns[n++] = (guint) column;
  va_end (list);
  return loket_span_add (span, columns, n);
}

static void
test_what_follows_adds_nothing (void)
{
  g_autoptr (LoketSpan) span = loket_span_new (5);
  g_autoptr (LoketSpan) copy = NULL;

  g_assert_true (add (span, 0, 1, 2, -1));
  g_assert_true (add (span, 0, 1, -1));
  g_assert_false (add (span, 2, -1));
  g_assert_true (add (span, 1, 2, 3, -1));
  copy = loket_span_copy (span);
  g_assert_true (add (copy, 3, 4, -1));
  g_assert_true (add (span, 4, -1));
  g_assert_false (add (span, 1, 3, 4, -1));
}

/* Every pair of three persons: what each said is half a sum, and nothing is rounded. */
static void
test_halves_are_exact (void)
{
  const guint persons[] = { 1, 1, 1 };
  g_autoptr (LoketSpan) span = loket_span_new (6);
  const LoketDerivation derivation = { span, 0, 3, 6, persons };
  g_autoptr (GPtrArray) found = NULL;

  add (span, 0, 1, 3, -1);
  add (span, 1, 2, 4, -1);
  add (span, 0, 2, 5, -1);
  found = loket_derivation_find (&derivation);
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpuint (((GArray *) g_ptr_array_index (found, 0))->len, ==, 3);
}

/* Columns 0 and 1 are many persons, 2 to 4 few; 5 and 6 stand for the sums in question. */
static guint
count_found (const guint *persons,
             LoketSpan   *span)
{
  const LoketDerivation derivation = { span, 2, 5, 7, persons };
  g_autoptr (GPtrArray) found = loket_derivation_find (&derivation);

  return found->len;
}

static void
test_unions_of_few_are_found (void)
{
  const guint few[] = { 2, 2, 4 };
  const guint more[] = { 2, 3, 4 };
  g_autoptr (LoketSpan) span = loket_span_new (7);

  /* All, and all but the second and third: these two are hidden together. */
  add (span, 0, 1, 2, 3, -1);
  add (span, 0, 1, 5, -1);
  g_assert_cmpuint (count_found (few, span), ==, 1);
  g_assert_cmpuint (count_found (more, span), ==, 0);
}

static void
test_what_was_known_is_not_found (void)
{
  const guint persons[] = { 2, 2, 4 };
  g_autoptr (LoketSpan) span = loket_span_new (7);

  add (span, 0, 2, -1);
  add (span, 0, -1);
  add (span, 0, 2, 5, -1);
  g_assert_cmpuint (count_found (persons, span), ==, 0);
}

/* Two sums, neither of few persons, that are few when one is taken from the other and a third is
 * added: a set that is two rows. */
static void
test_sets_of_several_rows_are_found (void)
{
  const guint persons[] = { 1, 1, 1, 1, 1, 1 };
  g_autoptr (LoketSpan) span = loket_span_new (8);
  const LoketDerivation derivation = { span, 0, 6, 8, persons };
  g_autoptr (GPtrArray) found = NULL;

  /* 0 + 2 + 3 + 4 + 5, and 1 - 2 - 3 - 4 - 5 by way of 0 + 1 and 0 + 2 + 3 + 4 + 5. */
  add (span, 0, 2, 3, 4, 5, 6, -1);
  add (span, 0, 1, 7, -1);
  found = loket_derivation_find (&derivation);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (g_array_index ((GArray *) g_ptr_array_index (found, 0), guint, 0), ==, 7);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/derivation/what-follows-adds-nothing", test_what_follows_adds_nothing);
  g_test_add_func ("/derivation/halves-are-exact", test_halves_are_exact);
  g_test_add_func ("/derivation/unions-of-few-are-found", test_unions_of_few_are_found);
  g_test_add_func ("/derivation/what-was-known-is-not-found", test_what_was_known_is_not_found);
  g_test_add_func ("/derivation/sets-of-several-rows-are-found",
                   test_sets_of_several_rows_are_found);
  return g_test_run ();
}
