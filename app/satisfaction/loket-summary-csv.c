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
} Line;

static const Line empty_line = { .figure = NAN, .sd = NAN, .ci95 = { NAN, NAN }, .against = NAN,
                                 .p = NAN };

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
  g_string_append (csv, line->hidden ? ",true\n" : ",false\n");
}

static void
append_shares (GString         *csv,
               const LoketItem *item,
               const GArray    *shares,
               const char      *by,
               const char      *value)
{
  static const char * const words[] = { "none", "rise", "fall" };

  for (guint i = 0; i < shares->len; i++)
    {
      const LoketShare *share = &g_array_index (shares, LoketShare, i);
      Line line = empty_line;

      line.by = by;
      line.value = value;
      line.code = share->code;
      line.has_count = TRUE;
      line.count = share->count;
      line.figure = loket_share_get (share->count, share->base);
      line.ci95 = share->ci95;
      if (share->has_against)
        {
          line.against = loket_share_get (share->against_count, share->against_base);
          line.p = share->p;
          line.change = words[share->change];
        }
      append_line (csv, item, &line);
    }
}

static void
append_total (GString                    *csv,
              const LoketQuestionSummary *question)
{
  static const char * const words[] = { "none", "rise", "fall" };
  Line line = empty_line;

  line.hidden = question->hidden;
  line.has_counts = !question->hidden;
  line.base = question->base;
  line.n = question->n;
  if (!question->hidden && question->item->kind == LOKET_ITEM_GRADE)
    {
      line.figure = loket_moments_get_mean (&question->grades);
      line.sd = loket_moments_get_sd (&question->grades);
      line.ci95 = question->ci95;
      if (question->has_against)
        {
          line.against = loket_moments_get_mean (&question->against);
          line.p = question->p;
          line.change = words[question->change];
        }
    }
  append_line (csv, question->item, &line);
  append_shares (csv, question->item, question->shares, NULL, NULL);
}

static void
append_group (GString                    *csv,
              const LoketSummary         *summary,
              const LoketQuestionSummary *question,
              const LoketGroupSummary    *group)
{
  static const char * const words[] = { "no", "higher", "lower" };
  Line line = empty_line;

  line.by = loket_grouping_get_id (&group->by);
  line.value = loket_frame_get_group_value (summary->frame, &group->by, group->group);
  line.hidden = group->hidden;
  line.has_counts = !group->hidden;
  line.base = group->base;
  line.n = group->n;
  if (!group->hidden && question->item->kind == LOKET_ITEM_GRADE)
    {
      line.figure = loket_moments_get_mean (&group->grades);
      line.sd = loket_moments_get_sd (&group->grades);
      line.ci95 = loket_moments_get_interval (&group->grades);
      line.p = group->p;
      line.change = words[group->differs];
    }
  append_line (csv, question->item, &line);
  if (!group->hidden)
    append_shares (csv, question->item, group->shares, line.by, line.value);
}

/**
 * loket_summary_to_csv:
 *
 * A line without `code` is about a question or a group of its answers as a whole, one with `code`
 * about a band of grades or an option. The decimal sign is a point in every locale.
 *
 * Returns: (transfer full): the file, with a header line and without a byte order mark
 */
char *
loket_summary_to_csv (const LoketSummary *summary)
{
  GString *csv = g_string_new ("question,kind,by,value,code,base,n,count,share,mean,sd,ci95_low,"
                               "ci95_high,against,p,change,hidden\n");

  for (guint i = 0; i < summary->questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (summary->questions, i);

      append_total (csv, question);
      for (guint k = 0; k < question->groups->len; k++)
        append_group (csv, summary, question, g_ptr_array_index (question->groups, k));
    }
  return g_string_free (csv, FALSE);
}
