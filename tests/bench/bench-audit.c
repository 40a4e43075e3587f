/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Measures the audit of a report after a year and after two years of them: a million responses,
 * 34 offices, 150 counsellors, a report of each month and one of the year so far, by eight
 * groupings. */

#include <stdio.h>
#include <string.h>

#include "loket-answers.h"
#include "loket-audit.h"
#include "loket-withheld.h"

#define N_ROWS   1000000
#define N_MONTHS 24

static const char * const groups[] = { "gender", "age_group", "education", "situation",
                                       "sessions", "test_taken", "office", "counsellor" };

static void
make_up_answers (const LoketQuestionnaireVersion *version,
                 GRand                           *random,
                 char                            *answers)
{
  gboolean took_test = g_rand_boolean (random);

  loket_answers_clear (version, answers);
  for (guint i = 0; i < version->items->len; i++)
    {
      const LoketItem *item = loket_questionnaire_version_get_item (version, i);
      char grade[4];
      const char *text = grade;

      g_snprintf (grade, sizeof grade, "%d", g_rand_int_range (random, 1, 11));
      if (item->kind == LOKET_ITEM_OPEN || (item->route_item != NULL && !took_test))
        continue;
      if (item->kind != LOKET_ITEM_GRADE)
        text = loket_item_get_option (item, (guint) g_rand_int_range (
                                                random, 0, (int) loket_item_get_n_options (item)))
                   ->code;
      if (g_str_equal (item->id, "test_taken"))
        text = took_test ? "yes" : "no";
      loket_answers_set (version, i, text, strlen (text), answers, NULL);
    }
  loket_answers_finish (version, answers, NULL);
}

/* Most answers come in the month of their question, one in eight a month later. */
static LoketFrame *
fill_frame (LoketQuestionnaire *kto,
            guint               n_rows)
{
  const LoketQuestionnaireVersion *version = loket_questionnaire_find_version (kto, 2023);
  LoketFrame *frame = loket_frame_new (kto);
  GRand *random = g_rand_new_with_seed (20231231);
  g_autofree char *answers = g_malloc (version->width + 1);

  for (guint row = 0; row < n_rows; row++)
    {
      int stage = (int) ((guint64) row * N_MONTHS / n_rows);
      int month = MAX (0, stage - (g_rand_int_range (random, 0, 8) == 0 ? 1 : 0));
      guint unit = (guint) (g_rand_double (random) * g_rand_double (random) * 150);
      char office[16];
      char counsellor[16];
      LoketFrameRow frame_row = { loket_month_new (2023, 1) + month, 0, office, counsellor, 2023,
                                  answers, row + 1 };

      make_up_answers (version, random, answers);
      g_snprintf (office, sizeof office, "Loket %u", unit * 34 / 150);
      g_snprintf (counsellor, sizeof counsellor, "A%03u", unit);
      if (!loket_frame_append (frame, &frame_row, NULL))
        g_error ("cannot append");
    }
  g_rand_free (random);
  return frame;
}

static LoketSummary *
sum_up (LoketFrame *frame,
        int         first,
        int         last)
{
  g_autoptr (LoketRequest) request = loket_request_new (loket_frame_get_questionnaire (frame));
  const LoketPeriod period = { loket_month_new (2023, 1) + first, loket_month_new (2023, 1) + last };
  g_autofree char *text = loket_period_to_text (&period);

  loket_request_set_period (request, text, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    loket_request_add_by (request, groups[i], NULL);
  return loket_summary_new (frame, request);
}

/* How many figures of groups are left. */
static guint
take_out (LoketReleased *released,
          GHashTable    *withheld)
{
  guint n_left = 0;

  for (guint i = 0; i < released->questions->len; i++)
    {
      LoketReleasedQuestion *question = g_ptr_array_index (released->questions, i);

      for (guint k = 0; k < question->groups->len; k++)
        {
          const LoketReleasedGrouping *grouping = g_ptr_array_index (released->groupings, k);

          for (guint value = 0; value < grouping->values->len; value++)
            {
              guint *n = &g_array_index ((GArray *) g_ptr_array_index (question->groups, k), guint,
                                         value);

              if (loket_withheld_has (withheld, question->id, grouping->by,
                                      g_ptr_array_index (grouping->values, value)))
                *n = 0;
              n_left += *n > 0 ? 1 : 0;
            }
        }
    }
  return n_left;
}

/* What left at the end of @stage, of the months from @first on. */
static void
let_leave (LoketPast  *past,
           GPtrArray  *ledger,
           guint       n_rows,
           int         first,
           int         stage)
{
  g_autoptr (LoketSummary) summary = sum_up (past->frame, first, stage);
  g_autofree char *request = loket_released_write_request (summary);
  g_autofree char *tables = loket_released_write_tables (summary);
  guint64 at = (guint64) (stage + 1) * n_rows / N_MONTHS;
  LoketReleased *released = loket_released_parse (request, tables, at, NULL);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GHashTable) withheld = NULL;
  guint n_left = 0;

  withheld = loket_audit_find_withheld (past, ledger, released, NULL);
  n_left = withheld != NULL ? take_out (released, withheld) : 0;
  if (stage % 12 == 11)
    printf ("%u responses, report of %2d months after %u others: %6.0f ms, %d figures withheld, "
            "%u left\n", n_rows, stage - first + 1, ledger->len,
            (double) (g_get_monotonic_time () - start) / 1000,
            withheld != NULL ? (int) g_hash_table_size (withheld) : -1, n_left);
  g_ptr_array_add (ledger, released);
}

static void
measure (LoketQuestionnaire *kto,
         guint               n_rows)
{
  g_autoptr (LoketFrame) frame = fill_frame (kto, n_rows);
  g_autoptr (LoketPast) past = loket_past_new (frame);
  g_autoptr (GPtrArray) ledger =
      g_ptr_array_new_with_free_func ((GDestroyNotify) loket_released_free);

  for (int stage = 0; stage < N_MONTHS; stage++)
    {
      let_leave (past, ledger, n_rows, stage, stage);
      let_leave (past, ledger, n_rows, stage / 12 * 12, stage);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *json = NULL;
  g_autoptr (LoketQuestionnaire) kto = NULL;

  if (argc != 2 || !g_file_get_contents (argv[1], &json, NULL, NULL))
    {
      fprintf (stderr, "usage: bench-audit data/questionnaires/kto.json\n");
      return 2;
    }
  kto = loket_questionnaire_new_from_json (argv[1], json, -1, NULL);
  measure (kto, 3000);
  measure (kto, 30000);
  measure (kto, N_ROWS);
  return 0;
}
