/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A summary as a file of comma-separated values, for programs: a line for every figure. */

#include "loket-summary.h"

#include <math.h>
#include <string.h>

/* One line. What is NULL, NaN or flagged as not there stays empty. */
typedef struct
{
  const char    *by;
  const char    *value;
  const char    *code;
  gboolean       has_counts;
  guint          base;
  guint          n;
  gboolean       has_count;
  guint          count;
  double         figure; /* a mean, or the share of @count */
  double         sd;
  LoketInterval  ci95;
  double         against;
  double         p;
  const char    *change;
  gboolean       hidden;
  const char    *wave; /* its number, or two of which the second is compared with the first */
  const char    *test;
  double         adjusted_p;
  double         median;
  gboolean       is_thin;
} Line;

static const Line empty_line = { .figure = NAN, .sd = NAN, .ci95 = { NAN, NAN }, .against = NAN,
                                 .p = NAN, .adjusted_p = NAN, .median = NAN };

static void
append_text (GString    *csv,
             const char *text)
{
  if (text == NULL)
    text = "";
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (csv, text);
      return;
    }
  g_string_append_c (csv, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *text);
    }
  g_string_append_c (csv, '"');
}

static void
append_count (GString  *csv,
              gboolean  is_known,
              guint     count)
{
  g_string_append_c (csv, ',');
  if (is_known)
    g_string_append_printf (csv, "%u", count);
}

static void
append_number (GString *csv,
               double   number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_c (csv, ',');
  if (isfinite (number))
    g_string_append (csv, g_ascii_dtostr (text, sizeof text, number));
}

static void
append_line (GString         *csv,
             const LoketItem *item,
             const Line      *line)
{
  static const char * const kinds[] = { "grade", "single", "multiple", "likert", "number", "open" };
  const char * const texts[] = { kinds[item->kind], line->by, line->value, line->code };

  append_text (csv, item->id);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_string_append_c (csv, ',');
      append_text (csv, texts[i]);
    }
  append_count (csv, line->has_counts, line->base);
  append_count (csv, line->has_counts, line->n);
  append_count (csv, line->has_count, line->count);
  append_number (csv, line->has_count ? line->figure : NAN);
  append_number (csv, line->has_count ? NAN : line->figure);
  append_number (csv, line->sd);
  append_number (csv, line->ci95.low);
  append_number (csv, line->ci95.high);
  append_number (csv, line->against);
  append_number (csv, line->p);
  g_string_append_c (csv, ',');
  append_text (csv, line->change);
  g_string_append (csv, line->hidden ? ",true," : ",false,");
  append_text (csv, line->wave);
  g_string_append_c (csv, ',');
  append_text (csv, line->test);
  append_number (csv, line->adjusted_p);
  append_number (csv, line->median);
  g_string_append (csv, line->is_thin ? ",true\n" : ",false\n");
}

static const char *
get_test_word (LoketTest test)
{
  static const char * const words[] = { NULL, "welch", "z", "wilcoxon" };

  return words[test];
}

static void
append_share (GString          *csv,
              const LoketItem  *item,
              const LoketShare *share,
              const Line       *place)
{
  static const char * const words[] = { "none", "rise", "fall" };
  Line line = empty_line;

  line.wave = place->wave;
  line.by = place->by;
  line.value = place->value;
  line.code = share->code;
  line.has_count = TRUE;
  line.count = share->count;
  line.figure = loket_share_get (share->count, share->base);
  line.ci95 = share->ci95;
  if (share->has_against)
    {
      line.against = loket_share_get (share->against_count, share->against_base);
      line.p = share->p;
      line.adjusted_p = share->adjusted_p;
      line.test = get_test_word (LOKET_TEST_Z);
      line.change = words[share->change];
    }
  append_line (csv, item, &line);
}

static void
append_shares (GString          *csv,
               const LoketItem  *item,
               const GArray     *shares,
               const LoketShare *top,
               const Line       *place)
{
  if (top != NULL)
    append_share (csv, item, top, place);
  for (guint i = 0; i < shares->len; i++)
    append_share (csv, item, &g_array_index (shares, LoketShare, i), place);
}

static void
append_total (GString                    *csv,
              const LoketQuestionSummary *question,
              const char                 *wave)
{
  static const char * const words[] = { "none", "rise", "fall" };
  Line line = empty_line;

  line.wave = wave;
  line.hidden = question->hidden;
  line.has_counts = !question->hidden;
  line.base = question->base;
  line.n = question->n;
  line.is_thin = question->is_thin;
  line.median = question->median;
  if (!question->hidden && question->grades.n > 0)
    {
      line.figure = loket_moments_get_mean (&question->grades);
      line.sd = loket_moments_get_sd (&question->grades);
      line.ci95 = question->ci95;
    }
  if (!question->hidden && question->test != LOKET_TEST_NONE)
    {
      line.against = loket_moments_get_mean (&question->against);
      line.p = question->p;
      line.adjusted_p = question->adjusted_p;
      line.test = get_test_word (question->test);
      line.change = words[question->change];
    }
  append_line (csv, question->item, &line);
  append_shares (csv, question->item, question->shares, question->has_top ? &question->top : NULL,
                 &line);
}

static gboolean
is_below_threshold (const LoketQuestionSummary *question,
                    const LoketGroupSummary    *group)
{
  return loket_grouping_is_person (&group->by) && group->n < question->item->threshold;
}

static void
append_group (GString                    *csv,
              const LoketSummary         *summary,
              const LoketQuestionSummary *question,
              const LoketGroupSummary    *group,
              const char                 *wave,
              gboolean                    for_people)
{
  static const char * const words[] = { "no", "higher", "lower" };
  gboolean is_shown = !group->hidden && !(for_people && is_below_threshold (question, group));
  Line line = empty_line;

  line.wave = wave;
  line.by = loket_grouping_get_id (&group->by);
  line.value = loket_frame_get_group_value (summary->frame, &group->by, group->group);
  line.hidden = group->hidden;
  line.has_counts = !group->hidden;
  line.base = group->base;
  line.n = group->n;
  line.is_thin = group->is_thin;
  line.median = is_shown ? group->median : NAN;
  if (is_shown && group->test != LOKET_TEST_NONE)
    {
      line.figure = loket_moments_get_mean (&group->grades);
      line.sd = loket_moments_get_sd (&group->grades);
      line.ci95 = loket_moments_get_interval (&group->grades);
      line.p = group->p;
      line.adjusted_p = group->adjusted_p;
      line.test = get_test_word (group->test);
      line.change = words[group->differs];
    }
  append_line (csv, question->item, &line);
  if (is_shown)
    append_shares (csv, question->item, group->shares, group->has_top ? &group->top : NULL, &line);
}

static void
append_question (GString                    *csv,
                 const LoketSummary         *summary,
                 const LoketQuestionSummary *question,
                 const char                 *wave,
                 gboolean                    for_people)
{
  append_total (csv, question, wave);
  for (guint i = 0; i < question->groups->len; i++)
    append_group (csv, summary, question, g_ptr_array_index (question->groups, i), wave,
                  for_people);
}

/* The mean of the later wave, against that of the earlier one. */
static void
append_paired (GString           *csv,
               const LoketItem   *item,
               const LoketPaired *paired,
               const char        *waves)
{
  static const char * const words[] = { "none", "better", "worse" };
  Line line = empty_line;

  line.wave = waves;
  line.code = "paired";
  line.hidden = paired->hidden;
  if (!paired->hidden)
    {
      line.has_counts = TRUE;
      line.base = paired->test.n;
      line.n = paired->test.n - paired->test.n_zero;
      line.figure = paired->mean_after;
      line.against = paired->mean_before;
      line.p = paired->test.p;
      line.adjusted_p = paired->adjusted_p;
      line.test = get_test_word (LOKET_TEST_WILCOXON);
      line.change = words[paired->trend];
    }
  append_line (csv, item, &line);
}

static void
append_waves (GString                    *csv,
              const LoketSummary         *summary,
              const LoketQuestionSummary *question,
              gboolean                    for_people)
{
  LoketQuestionnaire *questionnaire = summary->request->questionnaire;

  for (guint i = 0; i < question->waves->len; i++)
    {
      const LoketQuestionSummary *wave = g_ptr_array_index (question->waves, i);
      g_autofree char *number = g_strdup_printf (
          "%d", loket_questionnaire_get_wave (questionnaire, (guint) wave->wave)->number);

      append_question (csv, summary, wave, number, for_people);
    }
  for (guint i = 0; i < question->paired->len; i++)
    {
      const LoketPaired *paired = &g_array_index (question->paired, LoketPaired, i);
      g_autofree char *waves = g_strdup_printf (
          "%d-%d", loket_questionnaire_get_wave (questionnaire, paired->from)->number,
          loket_questionnaire_get_wave (questionnaire, paired->to)->number);

      append_paired (csv, question->item, paired, waves);
    }
}

static char *
write_csv (const LoketSummary *summary,
           gboolean            for_people)
{
  GString *csv = g_string_new ("question,kind,by,value,code,base,n,count,share,mean,sd,ci95_low,"
                               "ci95_high,against,p,change,hidden,wave,test,adjusted_p,median,"
                               "thin\n");

  for (guint i = 0; i < summary->questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (summary->questions, i);

      append_question (csv, summary, question, NULL, for_people);
      append_waves (csv, summary, question, for_people);
    }
  return g_string_free (csv, FALSE);
}

/**
 * loket_summary_to_csv:
 *
 * A line without `code` is about a question or a group of its answers as a whole, one with `code`
 * about a band, an option, or the options of a scale that are reported together (`top`). One with
 * `wave` is about one wave; one with two waves compares the answers of the same persons: `base` is
 * the pairs, `n` those of them who changed, `mean` the later and `against` the earlier mean. The
 * decimal sign is a point in every locale.
 *
 * Returns: (transfer full): the file, with a header line and without a byte order mark
 */
char *
loket_summary_to_csv (const LoketSummary *summary)
{
  return write_csv (summary, FALSE);
}

/**
 * loket_summary_to_csv_for_people:
 *
 * A spreadsheet sorts whatever it is given: hence no figure of a counsellor below the threshold
 * stands in it, only how many answered.
 *
 * Returns: (transfer full): as loket_summary_to_csv ()
 */
char *
loket_summary_to_csv_for_people (const LoketSummary *summary)
{
  return write_csv (summary, TRUE);
}
