/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A request is read from words, and refused when they mean nothing. */

#include "loket-request.h"

#include "loket-error.h"
#include "satisfaction-fixture.h"

static void
test_reads_words (void)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();
  g_autoptr (LoketRequest) request = loket_request_new (kto);
  g_autoptr (LoketRequest) copy = NULL;
  LoketGrouping grouping = { 0 };
  const char *value = NULL;

  g_assert_false (request->has_period);
  g_assert_true (loket_request_set_period (request, "2023", NULL));
  g_assert_true (loket_request_set_against (request, "2022-06", NULL));
  g_assert_true (loket_request_add_by (request, "gender", NULL));
  g_assert_true (loket_request_add_by (request, "education_level", NULL));
  g_assert_true (loket_request_add_by (request, "gender", NULL));
  g_assert_true (loket_request_add_where (request, "office=Regio = 16", NULL));
  g_assert_true (loket_request_add_where (request, "education_level=high", NULL));

  copy = loket_request_copy (request);
  g_assert_true (copy->has_period && copy->has_against);
  g_assert_cmpint (copy->against.first, ==, loket_month_new (2022, 6));
  g_assert_cmpuint (copy->by->len, ==, 2);
  g_assert_cmpuint (loket_selection_get_n_filters (copy->selection), ==, 2);
  loket_selection_get_filter (copy->selection, 0, &grouping, &value);
  g_assert_cmpint (grouping.kind, ==, LOKET_GROUPING_OFFICE);
  g_assert_cmpstr (value, ==, "Regio = 16");
}

static void
test_refuses_words_without_meaning (void)
{
  static const char * const wheres[] = { "office",           "office=",       "=x",
                                         "shoe_size=44",     "gender=",       "gender=m",
                                         "overall=8",        "yield=nothing", "education_level=hbo" };
  static const char * const groups[] = { "overall", "yield", "remarks", "shoe_size", "" };
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();
  g_autoptr (LoketRequest) request = loket_request_new (kto);

  for (guint i = 0; i < G_N_ELEMENTS (wheres); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (loket_request_add_where (request, wheres[i], &error));
      g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
    }
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (loket_request_add_by (request, groups[i], &error));
      g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, groups[i]));
    }
  g_assert_cmpuint (loket_selection_get_n_filters (request->selection), ==, 0);
  g_assert_cmpuint (request->by->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/request/reads-words", test_reads_words);
  g_test_add_func ("/request/refuses-words-without-meaning", test_refuses_words_without_meaning);
  return g_test_run ();
}
