/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Whatever kind a question is of: no figure that leaves is that of 1 to 4 persons more than one that
 * left before. */

#include "ledger-fixture.h"
#include "loket-answers.h"
#include "loket-disclosure.h"
#include "satisfaction-fixture.h"

/* The responses up to some line of the file. */
typedef struct
{
  LoketFrame *frame;
  guint       n_left;
  guint64     now;
} Filling;

static void
append_person (const char * const *columns,
               char              **fields,
               gpointer            user_data)
{
  Filling *filling = user_data;
  char answers[SATISFACTION_ANSWERS_ROOM];
  g_autoptr (GError) error = NULL;
  LoketFrameRow row = { loket_month_new (2020, 1),
                        atoi (fields[satisfaction_find_column (columns, "wave")]),
                        "",
                        "",
                        0,
                        answers,
                        ++filling->now,
                        fields[satisfaction_find_column (columns, "client")] };

  if (filling->n_left == 0)
    return;
  filling->n_left--;
  satisfaction_encode (loket_frame_get_questionnaire (filling->frame), columns, fields, answers);
  loket_frame_append (filling->frame, &row, &error);
  g_assert_no_error (error);
}

static LoketFrame *
fill_frame (LoketQuestionnaire *questionnaire,
            guint               n_rows)
{
  const char *id = loket_questionnaire_get_id (questionnaire);
  g_autofree char *name = g_strdup_printf ("../tests/app/data/surveys-%s.csv", id);
  Filling filling = { loket_frame_new (questionnaire), n_rows, 0 };

  satisfaction_each_response (name, append_person, &filling);
  loket_frame_link_waves (filling.frame);
  return filling.frame;
}

/* Answers of the first @n_rows lines leave, by gender. */
static void
let_leave (LoketQuestionnaire *questionnaire,
           GPtrArray          *ledger,
           guint               n_rows)
{
  g_autoptr (LoketFrame) frame = fill_frame (questionnaire, n_rows);
  g_autoptr (LoketPast) past = loket_past_new (frame);
  g_autoptr (LoketRequest) request = loket_request_new (questionnaire);
  g_autoptr (LoketSummary) summary = NULL;
  g_autoptr (LoketSummary) left = NULL;

  g_assert_true (loket_request_add_by (request, "gender", NULL));
  summary = loket_summary_new (frame, request);
  left = ledger_fixture_let_leave (ledger, past, summary, n_rows, NULL);
}

/* Of a figure that stands in both. */
static void
assert_figure (guint  one,
               guint  other,
               guint *n_compared)
{
  if (one == 0 || other == 0)
    return;
  g_assert_cmpuint (other, >=, one);
  g_assert_false (loket_disclosure_is_hidden (other - one));
  (*n_compared)++;
}

static void
assert_question (const LoketReleasedQuestion *one,
                 const LoketReleasedQuestion *other,
                 guint                       *n_compared)
{
  assert_figure (one->total, other->total, n_compared);
  for (guint i = 0; i < MIN (one->groups->len, other->groups->len); i++)
    {
      const GArray *before = g_ptr_array_index (one->groups, i);
      const GArray *after = g_ptr_array_index (other->groups, i);

      for (guint k = 0; k < MIN (before->len, after->len); k++)
        assert_figure (g_array_index (before, guint, k), g_array_index (after, guint, k),
                       n_compared);
    }
}

static guint
compare_releases (const LoketReleased *one,
                  const LoketReleased *other)
{
  guint n_compared = 0;

  for (guint i = 0; i < one->questions->len; i++)
    {
      const LoketReleasedQuestion *question = g_ptr_array_index (one->questions, i);
      const LoketReleasedQuestion *later = loket_released_find_question (other, question->id);

      if (later != NULL)
        assert_question (question, later, &n_compared);
    }
  return n_compared;
}

static void
test_no_figure_differs_by_few (gconstpointer data)
{
  g_autoptr (LoketQuestionnaire) questionnaire = satisfaction_load_questionnaire (data);
  g_autoptr (GPtrArray) ledger =
      g_ptr_array_new_with_free_func ((GDestroyNotify) loket_released_free);
  guint n_compared = 0;

  for (guint n_rows = 90; n_rows < 250; n_rows += 1 + n_rows % 13)
    let_leave (questionnaire, ledger, n_rows);
  for (guint i = 0; i < ledger->len; i++)
    {
      for (guint k = i + 1; k < ledger->len; k++)
        n_compared += compare_releases (g_ptr_array_index (ledger, i),
                                        g_ptr_array_index (ledger, k));
    }
  g_test_message ("%u reports left, with %u figures to compare", ledger->len, n_compared);
  g_assert_cmpuint (n_compared, >, 100);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/audit-kinds/choices-and-numbers", "nl-leert-door-2020",
                        test_no_figure_differs_by_few);
  g_test_add_data_func ("/audit-kinds/scales", "stap-opo-2025", test_no_figure_differs_by_few);
  g_test_add_data_func ("/audit-kinds/waves", "ontwikkeladvies-45plus",
                        test_no_figure_differs_by_few);
  return g_test_run ();
}
