/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A summary as text, as a team lead reads it in a terminal. */

#include "loketten-config.h"

#include "loket-summary-writer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "loket-figures.h"

/* About how many offices are listed for each question. */
#define N_RANKED 5

typedef LoketSummaryWriter Writer;

static const char *
get_label (const Writer    *writer,
           const LoketItem *item)
{
  return loket_texts_get (&item->label, writer->language);
}

static const char *
get_grouping_label (const Writer        *writer,
                    const LoketGrouping *by)
{
  if (by->kind == LOKET_GROUPING_OFFICE)
    return _("Office");
  if (by->kind == LOKET_GROUPING_COUNSELLOR)
    return _("Counsellor");
  if (by->kind == LOKET_GROUPING_WAVE)
    return _("Wave");
  if (by->derived != NULL)
    return loket_texts_get (&by->derived->text, writer->language);
  return get_label (writer, by->item);
}

static const char *
get_group_label (const Writer        *writer,
                 const LoketGrouping *by,
                 guint                group)
{
  return loket_frame_get_group_text (writer->summary->frame, by, group, writer->language);
}

static void
append_heading (Writer     *writer,
                const char *heading)
{
  g_string_append_printf (writer->text, "\n%s\n", heading);
}

static void
append_filters (Writer *writer)
{
  const LoketSelection *selection = writer->summary->request->selection;

  for (guint i = 0; i < loket_selection_get_n_filters (selection); i++)
    {
      LoketGrouping grouping = { 0 };
      const char *value = NULL;
      int group = 0;

      loket_selection_get_filter (selection, i, &grouping, &value);
      group = loket_frame_find_group (writer->summary->frame, &grouping, value);
      g_string_append_printf (
          writer->text, "%s: %s\n", get_grouping_label (writer, &grouping),
          group > 0 ? get_group_label (writer, &grouping, (guint) group) : value);
    }
}

static void
append_period (Writer *writer)
{
  const LoketRequest *request = writer->summary->request;
  g_autofree char *period = loket_period_to_text (loket_selection_get_period (request->selection));
  g_autofree char *against = loket_period_to_text (&request->against);

  if (request->has_period && request->has_against)
    /* Translators: both are periods such as 2023 or 2023-01..2023-06 */
    g_string_append_printf (writer->text, _("Period %s, compared with %s"), period, against);
  else if (request->has_period)
    /* Translators: a period such as 2023 or 2023-01..2023-06 */
    g_string_append_printf (writer->text, _("Period %s"), period);
  else if (request->has_against)
    /* Translators: a period such as 2023 or 2023-01..2023-06 */
    g_string_append_printf (writer->text, _("All periods, compared with %s"), against);
  else
    g_string_append (writer->text, _("All periods"));
  g_string_append_c (writer->text, '\n');
}

static void
append_responses (Writer *writer)
{
  const LoketSummaryTotals *totals = &writer->summary->totals;
  g_autofree char *responses = loket_figure_count (totals->responses);
  g_autofree char *invited = loket_figure_count (totals->invited);
  g_autofree char *rate = loket_figure_permille (totals->responses, totals->invited);

  if (totals->hidden)
    g_string_append (writer->text, _("Cannot be shown: there are 1 to 4 responses"));
  else if (totals->responses == 0)
    g_string_append (writer->text, _("No responses"));
  else if (totals->knows_invited)
    /* Translators: responses, invited, and the first as a percentage of the second */
    g_string_append_printf (writer->text, _("%s responses from %s invited (%s)"), responses,
                            invited, rate);
  else
    /* Translators: a number of responses */
    g_string_append_printf (writer->text, _("%s responses; how many were invited is not known"),
                            responses);
  g_string_append_c (writer->text, '\n');
}

static void
add_against_mean (LoketTextTable             *table,
                  const LoketQuestionSummary *question)
{
  static const char * const marks[] = { "", "▲ ", "▼ " };
  g_autofree char *mean = loket_figure_mean (&question->against);

  if (question->is_new)
    loket_text_table_add (table, _("new"));
  else if (question->has_against)
    loket_text_table_take (table, g_strconcat (marks[question->change], mean, NULL));
  else
    loket_text_table_add (table, "");
}

static void
add_grade_header (Writer         *writer,
                  LoketTextTable *table)
{
  const LoketRequest *request = writer->summary->request;

  loket_text_table_add (table, "");
  loket_text_table_add (table, _("mean"));
  loket_text_table_add (table, "95%");
  for (guint i = 0; i < loket_questionnaire_get_n_bands (writer->questionnaire); i++)
    loket_text_table_add (
        table, loket_texts_get (&loket_questionnaire_get_band (writer->questionnaire, i)->label,
                                writer->language));
  if (loket_questionnaire_has_na (writer->questionnaire))
    loket_text_table_add (table, loket_questionnaire_get_na_label (writer->questionnaire,
                                                                   writer->language));
  loket_text_table_add (table, "n");
  if (request->has_against)
    loket_text_table_take (table, loket_period_to_text (&request->against));
  loket_text_table_fill_row (table);
}

static void
add_grade_row (Writer                     *writer,
               LoketTextTable             *table,
               const LoketQuestionSummary *question)
{
  loket_text_table_add (table, get_label (writer, question->item));
  if (question->hidden)
    {
      loket_text_table_fill_row (table);
      return;
    }
  loket_text_table_take (table, loket_figure_mean (&question->grades));
  loket_text_table_take (table, loket_figure_interval (&question->ci95));
  for (guint i = 0; i < question->shares->len; i++)
    {
      const LoketShare *share = &g_array_index (question->shares, LoketShare, i);
      gboolean is_shown = share->text != NULL || question->item->offers_na || share->count > 0;

      loket_text_table_take (table, is_shown ? loket_figure_percent (share->count, share->base)
                                             : g_strdup (""));
    }
  loket_text_table_take (table, loket_figure_count (question->n));
  if (writer->summary->request->has_against)
    add_against_mean (table, question);
  if (question->is_thin)
    loket_text_table_add (table, _("thin"));
  loket_text_table_fill_row (table);
}

static void
append_notes (Writer   *writer,
              gboolean  has_hidden,
              gboolean  has_thin)
{
  if (has_hidden)
    g_string_append_printf (writer->text, "%s\n",
                            _("No figures: fewer than 5 people answered."));
  if (has_thin)
    g_string_append_printf (writer->text, "%s\n", _("Thin: it rests on few answers."));
}

/* How what is called a rise, a fall or a difference was found. */
static void
append_tests (Writer *writer)
{
  const LoketRequest *request = writer->summary->request;

  if (!request->has_against && request->by->len == 0)
    return;
  g_string_append_c (writer->text, '\n');
  if (request->has_against)
    g_string_append_printf (writer->text, "%s\n",
                            _("▲ and ▼: a rise or fall beyond chance (two-sided 5%)."));
  g_string_append_printf (writer->text, "%s\n",
                          /* Translators: the names of two statistical tests */
                          _("Tests: of means Welch's t-test, of shares the z-test."));
  if (request->holm)
    /* Translators: a number of comparisons; Holm is the name of a method */
    g_string_append_printf (writer->text, _("Corrected after Holm for %u comparisons.\n"),
                            writer->summary->comparisons);
}

static gboolean
has_grades (const GPtrArray *questions)
{
  for (guint i = 0; i < questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (questions, i);

      if (question->item->kind == LOKET_ITEM_GRADE)
        return TRUE;
    }
  return FALSE;
}

static void
append_grades (Writer          *writer,
               const GPtrArray *questions)
{
  gboolean has_against = writer->summary->request->has_against;
  gboolean has_na = loket_questionnaire_has_na (writer->questionnaire);
  guint n_bands = loket_questionnaire_get_n_bands (writer->questionnaire);
  g_autoptr (GString) align = g_string_new ("lrr");
  g_autoptr (LoketTextTable) table = NULL;
  gboolean has_hidden = FALSE;
  gboolean has_thin = FALSE;

  if (!has_grades (questions))
    return;
  for (guint i = 0; i < n_bands + (has_na ? 2 : 1) + (has_against ? 1 : 0); i++)
    g_string_append_c (align, 'r');
  g_string_append_c (align, 'l');
  table = loket_text_table_new (align->str);
  add_grade_header (writer, table);
  for (guint i = 0; i < questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (questions, i);

      if (question->item->kind != LOKET_ITEM_GRADE)
        continue;
      add_grade_row (writer, table, question);
      has_hidden = has_hidden || question->hidden;
      has_thin = has_thin || question->is_thin;
    }
  g_string_append_c (writer->text, '\n');
  loket_text_table_append_to (table, writer->text);
  append_notes (writer, has_hidden, has_thin);
}

/* Offices that share a rank are listed together, as far as that does not make the list long. */
static guint
count_listed (const GArray *ranking)
{
  guint n_listed = 0;

  for (guint i = 1; i <= ranking->len && (i <= N_RANKED || n_listed == 0); i++)
    {
      if (i == ranking->len || g_array_index (ranking, LoketRank, i).rank !=
                                   g_array_index (ranking, LoketRank, i - 1).rank)
        n_listed = i;
    }
  return n_listed;
}

static void
add_ranking (Writer                     *writer,
             LoketTextTable             *table,
             const LoketQuestionSummary *question)
{
  guint n_listed = count_listed (question->ranking);

  for (guint i = 0; i < n_listed; i++)
    {
      const LoketRank *rank = &g_array_index (question->ranking, LoketRank, i);

      loket_text_table_add (table, i == 0 ? get_label (writer, question->item) : "");
      loket_text_table_take (table, g_strdup_printf ("%u", rank->rank));
      loket_text_table_add (table, rank->name);
      loket_text_table_take (table, g_strdup_printf ("%.1f", rank->tenths / 10.0));
      loket_text_table_take (table, g_strdup_printf ("n %u", rank->n));
    }
}

static void
append_rankings (Writer *writer)
{
  g_autoptr (LoketTextTable) table = loket_text_table_new ("lrlrr");

  for (guint i = 0; i < writer->summary->questions->len; i++)
    add_ranking (writer, table, g_ptr_array_index (writer->summary->questions, i));
  if (table->cells->len == 0)
    return;
  append_heading (writer, _("Offices with the highest means, among those with enough answers"));
  loket_text_table_append_to (table, writer->text);
}

static void
add_group_row (Writer                     *writer,
               LoketTextTable             *table,
               const LoketQuestionSummary *question,
               const LoketGroupSummary    *group)
{
  const char * const words[] = { "", _("higher"), _("lower") };

  loket_text_table_add (table, get_group_label (writer, &group->by, group->group));
  if (group->hidden)
    {
      loket_text_table_add (table, "");
      loket_text_table_add (table, "");
      loket_text_table_add (table, _("hidden"));
      return;
    }
  loket_text_table_take (table, loket_figure_count (group->n));
  loket_text_table_take (table, group->has_top
                                    ? loket_figure_percent (group->top.count, group->top.base)
                                    : loket_figure_mean (&group->grades));
  loket_text_table_add (table, group->differs != LOKET_CHANGE_NONE ? words[group->differs]
                               : group->is_thin                    ? _("thin")
                                                                   : "");
}

/* One line for each option in each group. */
static void
add_group_shares (Writer                  *writer,
                  LoketTextTable          *table,
                  const LoketGroupSummary *group)
{
  const char *label = get_group_label (writer, &group->by, group->group);

  if (group->hidden)
    {
      loket_text_table_add (table, label);
      loket_text_table_add (table, "");
      loket_text_table_add (table, "");
      loket_text_table_add (table, _("hidden"));
      return;
    }
  for (guint i = 0; i < group->shares->len; i++)
    {
      const LoketShare *share = &g_array_index (group->shares, LoketShare, i);

      loket_text_table_add (table, i == 0 ? label : "");
      loket_text_table_take (table, i == 0 ? loket_figure_count (group->n) : g_strdup (""));
      loket_text_table_take (table, loket_figure_percent (share->count, share->base));
      loket_text_table_add (table, loket_texts_get (share->text, writer->language));
    }
}

static void
append_groups (Writer                     *writer,
               const LoketQuestionSummary *question,
               const LoketGrouping        *by)
{
  LoketItemKind kind = question->item->kind;
  gboolean is_grade = kind == LOKET_ITEM_GRADE || kind == LOKET_ITEM_NUMBER || question->has_top;
  const char *measure = question->has_top
                            ? loket_texts_get (&question->item->top_text, writer->language)
                            : _("mean");
  g_autoptr (LoketTextTable) table = loket_text_table_new ("lrrl");

  loket_text_table_add (table, get_grouping_label (writer, by));
  loket_text_table_add (table, "n");
  loket_text_table_add (table, is_grade ? measure : "");
  loket_text_table_fill_row (table);
  for (guint i = 0; i < question->groups->len; i++)
    {
      const LoketGroupSummary *group = g_ptr_array_index (question->groups, i);

      if (!loket_grouping_is_equal (&group->by, by))
        continue;
      if (is_grade)
        add_group_row (writer, table, question, group);
      else
        add_group_shares (writer, table, group);
    }
  append_heading (writer, get_label (writer, question->item));
  loket_text_table_append_to (table, writer->text);
}

static void
append_all_groups (Writer          *writer,
                   const GPtrArray *questions)
{
  const GArray *groupings = writer->summary->request->by;

  for (guint i = 0; i < questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (questions, i);

      for (guint k = 0; !question->hidden && k < groupings->len; k++)
        append_groups (writer, question, &g_array_index (groupings, LoketGrouping, k));
    }
}

static void
add_fair_unit (Writer              *writer,
               LoketTextTable      *table,
               const LoketFair     *fair,
               const LoketFairUnit *unit)
{
  loket_text_table_add (table, get_group_label (writer, &fair->by, unit->group));
  loket_text_table_take (table, loket_figure_count (unit->n));
  loket_text_table_take (table, g_strdup_printf ("%.2f", unit->observed));
  loket_text_table_take (table, g_strdup_printf ("%.2f", unit->expected));
  loket_text_table_take (table, g_strdup_printf ("%.2f", unit->adjusted));
  loket_text_table_take (table, loket_figure_interval (&unit->limits95));
}

/* Only of the first grade, which is the general one; the others are in the JSON. */
static void
append_fair (Writer *writer)
{
  const char * const header[] = { "", "n", _("observed"), _("expected"), _("adjusted"),
                                  /* xgettext:no-c-format */
                                  _("95% limits") };
  g_autoptr (LoketTextTable) table = loket_text_table_new ("lrrrrr");
  const LoketQuestionSummary *question = NULL;

  for (guint i = 0; question == NULL && i < writer->summary->questions->len; i++)
    {
      const LoketQuestionSummary *candidate = g_ptr_array_index (writer->summary->questions, i);

      if (candidate->fair != NULL)
        question = candidate;
    }
  if (question == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (header); i++)
    loket_text_table_add (table, header[i]);
  for (guint i = 0; i < question->fair->units->len; i++)
    add_fair_unit (writer, table, question->fair,
                   &g_array_index (question->fair->units, LoketFairUnit, i));
  append_heading (writer, _("Compared fairly: corrected for the clients that each sees"));
  g_string_append_printf (writer->text, "%s\n", get_label (writer, question->item));
  loket_text_table_append_to (table, writer->text);
}

static void
append_questions (Writer          *writer,
                  const GPtrArray *questions)
{
  append_grades (writer, questions);
  if (questions == writer->summary->questions)
    append_rankings (writer);
  loket_summary_writer_append_scales (writer, questions);
  for (guint i = 0; i < questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (questions, i);

      if (question->item->kind != LOKET_ITEM_GRADE && question->item->kind != LOKET_ITEM_LIKERT)
        loket_summary_writer_append_choice (writer, question);
    }
  append_all_groups (writer, questions);
}

static void
append_waves (Writer *writer)
{
  const GPtrArray *all = writer->summary->questions;

  for (guint i = 0; i < loket_questionnaire_get_n_waves (writer->questionnaire); i++)
    {
      g_autoptr (GPtrArray) questions = g_ptr_array_new ();

      for (guint k = 0; k < all->len; k++)
        {
          const LoketQuestionSummary *question = g_ptr_array_index (all, k);

          for (guint j = 0; j < question->waves->len; j++)
            {
              LoketQuestionSummary *wave = g_ptr_array_index (question->waves, j);

              if (wave->wave == (int) i)
                g_ptr_array_add (questions, wave);
            }
        }
      append_heading (writer, loket_texts_get (
                                  &loket_questionnaire_get_wave (writer->questionnaire, i)->text,
                                  writer->language));
      append_questions (writer, questions);
    }
  append_rankings (writer);
  loket_summary_writer_append_pairs (writer);
}

/**
 * loket_summary_to_text:
 * @language: in which the questionnaire speaks; the words around it are those of the locale
 *
 * Returns: (transfer full): aligned tables, with the decimal sign of the locale
 */
char *
loket_summary_to_text (const LoketSummary *summary,
                       const char         *language)
{
  GString *text = g_string_new (NULL);
  Writer writer = { summary, summary->request->questionnaire, language, text };

  g_string_append_printf (text, "%s\n",
                          loket_questionnaire_get_title (writer.questionnaire, language));
  append_period (&writer);
  append_filters (&writer);
  append_responses (&writer);
  if (summary->totals.hidden || summary->totals.responses == 0)
    return g_string_free (text, FALSE);
  if (loket_questionnaire_get_n_waves (writer.questionnaire) > 1)
    append_waves (&writer);
  else
    append_questions (&writer, summary->questions);
  append_fair (&writer);
  append_tests (&writer);
  return g_string_free (text, FALSE);
}
