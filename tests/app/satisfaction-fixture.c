/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The real questionnaire and its responses, for the tests of satisfaction. */

#include "satisfaction-fixture.h"

#include "loket-answers.h"
#include "loket-period.h"

char *
satisfaction_read_data (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

LoketQuestionnaire *
satisfaction_load_questionnaire (const char *id)
{
  g_autofree char *name = g_strconcat ("questionnaires/", id, ".json", NULL);
  g_autofree char *json = satisfaction_read_data (name);
  g_autoptr (GError) error = NULL;
  LoketQuestionnaire *questionnaire = loket_questionnaire_new_from_json (id, json, -1, &error);

  g_assert_no_error (error);

  return questionnaire;
}

LoketQuestionnaire *
satisfaction_load_kto (void)
{
  return satisfaction_load_questionnaire ("kto");
}

/* Enough of CSV for files that are known to be well made: commas, quotes, one record per line. */
static char **
split_line (const char *line)
{
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();
  g_autoptr (GString) field = g_string_new (NULL);
  gboolean in_quotes = FALSE;

  for (const char *p = line; *p != '\0' && *p != '\r'; p++)
    {
      if (*p == '"' && in_quotes && p[1] == '"')
        g_string_append_c (field, *p++);
      else if (*p == '"')
        in_quotes = !in_quotes;
      else if (*p == ',' && !in_quotes)
        {
          g_strv_builder_add (fields, field->str);
          g_string_truncate (field, 0);
        }
      else
        g_string_append_c (field, *p);
    }
  g_assert_false (in_quotes);
  g_strv_builder_add (fields, field->str);
  return g_strv_builder_end (fields);
}

void
satisfaction_each_response (const char          *name,
                            SatisfactionRowFunc  func,
                            gpointer             user_data)
{
  g_autofree char *text = satisfaction_read_data (name);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) columns = split_line (lines[0]);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) fields = split_line (lines[i]);

      g_assert_cmpuint (g_strv_length (fields), ==, g_strv_length (columns));
      func ((const char * const *) columns, fields, user_data);
    }
}

guint
satisfaction_find_column (const char * const *columns,
                          const char         *name)
{
  for (guint i = 0; columns[i] != NULL; i++)
    {
      if (g_str_equal (columns[i], name))
        return i;
    }
  g_error ("no column %s", name);
}

/* Codes the answers of one row, which must be without fault. */
void
satisfaction_encode (LoketQuestionnaire  *kto,
                     const char * const  *columns,
                     char               **fields,
                     char                *answers)
{
  int year = atoi (fields[satisfaction_find_column (columns, "year")]);
  const LoketQuestionnaireVersion *version = loket_questionnaire_find_version (kto, year);
  g_autoptr (GError) error = NULL;

  loket_answers_clear (version, answers);
  for (guint i = 0; i < loket_questionnaire_version_get_n_items (version); i++)
    {
      const LoketItem *item = loket_questionnaire_version_get_item (version, i);
      const char *text = fields[satisfaction_find_column (columns, item->id)];

      if (item->kind != LOKET_ITEM_OPEN)
        loket_answers_set (version, i, text, strlen (text), answers, &error);
      g_assert_no_error (error);
    }
  loket_answers_finish (version, answers, &error);
  g_assert_no_error (error);
}

static void
append_response (const char * const *columns,
                 char              **fields,
                 gpointer            user_data)
{
  LoketFrame *frame = user_data;
  int year = atoi (fields[satisfaction_find_column (columns, "year")]);
  int month = atoi (fields[satisfaction_find_column (columns, "month_sent")]);
  char answers[SATISFACTION_ANSWERS_ROOM];
  g_autoptr (GError) error = NULL;
  LoketFrameRow row = { loket_month_new (year, month),
                        0,
                        fields[satisfaction_find_column (columns, "loket")],
                        fields[satisfaction_find_column (columns, "counsellor")],
                        year,
                        answers };

  satisfaction_encode (loket_frame_get_questionnaire (frame), columns, fields, answers);
  loket_frame_append (frame, &row, &error);
  g_assert_no_error (error);
}

/* The responses of both years, 960 and 2,159. */
LoketFrame *
satisfaction_load_frame (LoketQuestionnaire *kto)
{
  LoketFrame *frame = loket_frame_new (kto);

  satisfaction_each_response ("kto/responses_2022.csv", append_response, frame);
  satisfaction_each_response ("kto/responses_2023.csv", append_response, frame);
  return frame;
}

/* NULL when the period does not ask the item. */
const LoketQuestionSummary *
satisfaction_find_question (const LoketSummary *summary,
                            const char         *id)
{
  for (guint i = 0; i < summary->questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (summary->questions, i);

      if (g_str_equal (question->item->id, id))
        return question;
    }
  return NULL;
}

/* Of a band, of an option, or of "na"; NULL when there is none or the question is hidden. */
const LoketShare *
satisfaction_find_share (const LoketQuestionSummary *question,
                         const char                 *code)
{
  for (guint i = 0; i < question->shares->len; i++)
    {
      const LoketShare *share = &g_array_index (question->shares, LoketShare, i);

      if (g_str_equal (share->code, code))
        return share;
    }
  return NULL;
}
