/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Respondents made from the published tables of the other surveys give the printed values back,
 * wherever data/published.json does not flag a cell as one that cannot be right. */

#include <json-glib/json-glib.h>
#include <math.h>

#include "loket-answers.h"
#include "loket-derived.h"
#include "satisfaction-fixture.h"

#define MAX_PERSONS 13000

/* The respondents of one table. */
typedef struct
{
  JsonObject         *table; /* borrowed */
  LoketQuestionnaire *questionnaire; /* (owned) */
  LoketFrame         *frame; /* (owned) */
  const char         *by; /* (nullable) borrowed */
  guint               n_checked;
} Published;

static JsonNode *published;

static void
clear_published (Published *self)
{
  g_clear_object (&self->frame);
  g_clear_object (&self->questionnaire);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Published, clear_published)

static void
load_questionnaire (Published *self)
{
  const char *id = json_object_get_string_member (self->table, "questionnaire");

  self->questionnaire = satisfaction_load_questionnaire (id);
  self->frame = loket_frame_new (self->questionnaire);
  self->by = json_object_get_string_member_with_default (self->table, "by", NULL);
}

static const char *
get_word (JsonObject *object,
          const char *member)
{
  return json_object_get_string_member_with_default (object, member, NULL);
}

static gboolean
names_column (JsonObject *flag,
              const char *column)
{
  JsonArray *columns = NULL;

  if (!json_object_has_member (flag, "columns"))
    return TRUE;
  columns = json_object_get_array_member (flag, "columns");
  for (guint i = 0; i < json_array_get_length (columns); i++)
    {
      if (g_strcmp0 (json_array_get_string_element (columns, i), column) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether a cell is said to be impossible, doubtful or of another base; with @item NULL, whether its
 * table or its column does not add up. */
static gboolean
is_flagged (const Published *self,
            const char      *item,
            const char      *option,
            const char      *column)
{
  static const char * const doubts[] = { "impossible", "suspect", "inconsistent", "total", "base",
                                         "approximate", "range", NULL };
  JsonArray *flags = json_object_get_array_member (self->table, "flags");

  for (guint i = 0; i < json_array_get_length (flags); i++)
    {
      JsonObject *flag = json_array_get_object_element (flags, i);

      if (g_strv_contains (doubts, json_object_get_string_member (flag, "kind")) &&
          g_strcmp0 (get_word (flag, "item"), item) == 0 &&
          (get_word (flag, "option") == NULL ||
           g_strcmp0 (get_word (flag, "option"), option) == 0) &&
          names_column (flag, column))
        return TRUE;
    }
  return FALSE;
}

/* How many of @n make @printed per cent (times @scale / 100), as near as can be. */
static guint
find_count (double printed,
            guint  n,
            guint  scale)
{
  guint64 wanted = (guint64) llround (printed * scale / 100);
  guint nearest = (guint) lround (printed * n / 100);

  if (loket_round_ratio (nearest, n, scale) == wanted)
    return nearest;
  for (guint count = 0; count <= n; count++)
    {
      if (loket_round_ratio (count, n, scale) >= wanted)
        return count;
    }
  return n;
}

/* Answers of the persons of one column, by index of the item. */
typedef struct
{
  const LoketQuestionnaireVersion *version;
  guint                            n;
  GPtrArray                      **texts; /* (owned) by item: of GString, one for each person */
} Persons;

static GString *
get_text (Persons *persons,
          guint    index,
          guint    person)
{
  if (persons->texts[index] == NULL)
    {
      persons->texts[index] = g_ptr_array_new ();
      for (guint i = 0; i < persons->n; i++)
        g_ptr_array_add (persons->texts[index], g_string_new (NULL));
    }
  return g_ptr_array_index (persons->texts[index], person);
}

static void
choose (GString    *text,
        const char *code)
{
  if (text->len > 0)
    g_string_append_c (text, ';');
  g_string_append (text, code);
}

/* Who says satisfied, and who the opposite. */
static void
give_top (Persons         *persons,
          guint            index,
          const LoketItem *item,
          guint            count)
{
  const char *top = NULL;
  const char *rest = NULL;

  for (guint i = 0; i < loket_item_get_n_options (item); i++)
    {
      const LoketOption *option = loket_item_get_option (item, i);

      if ((item->top >> i & 1) != 0)
        top = option->code;
      else if (!option->is_missing)
        rest = option->code;
    }
  for (guint i = 0; i < persons->n; i++)
    choose (get_text (persons, index, i), i < count ? top : rest);
}

/* Options of one question go round: each begins where the one before it ended. */
static void
give_option (Persons           *persons,
             guint              index,
             const LoketOption *option,
             guint              count,
             guint             *next,
             guint              n_alone)
{
  guint n_others = persons->n - n_alone;

  for (guint i = 0; i < count; i++)
    {
      guint person = option->is_exclusive ? persons->n - 1 - i : (*next + i) % n_others;

      choose (get_text (persons, index, person), option->code);
    }
  if (!option->is_exclusive)
    *next = (*next + count) % n_others;
}

/* Everybody answered: who has none of the printed options has another, or what roundings left. */
static void
fill_up (Persons         *persons,
         guint            index,
         const LoketItem *item)
{
  guint n_options = loket_item_get_n_options (item);
  guint n_left = 0;

  for (guint i = 0; i < persons->n; i++)
    {
      GString *text = get_text (persons, index, i);
      guint option = item->kind == LOKET_ITEM_SINGLE ? n_left % n_options : n_options - 1;

      if (text->len > 0)
        continue;
      choose (text, loket_item_get_option (item, option)->code);
      n_left++;
    }
}

static void
append_persons (Published  *self,
                Persons    *persons,
                const char *group)
{
  char answers[SATISFACTION_ANSWERS_ROOM];
  LoketFrameRow row = { 24000, 0, "", "", 0, answers };

  for (guint i = 0; i < persons->n; i++)
    {
      loket_answers_clear (persons->version, answers);
      for (guint k = 0; k < persons->version->items->len; k++)
        {
          GString *text = persons->texts[k] != NULL ? get_text (persons, k, i) : NULL;

          if (text != NULL)
            g_assert_true (loket_answers_set (persons->version, k, text->str, text->len, answers,
                                              NULL));
        }
      for (guint k = 0; group != NULL && k < persons->version->derived->len; k++)
        {
          const LoketDerived *derived = g_ptr_array_index (persons->version->derived, k);

          if (g_str_equal (derived->id, self->by))
            g_assert_true (loket_answers_set_derived (persons->version, k, group, strlen (group),
                                                      answers, NULL));
        }
      g_assert_true (loket_answers_finish (persons->version, answers, NULL));
      g_assert_true (loket_frame_append (self->frame, &row, NULL));
    }
}

static void
free_persons (Persons *persons)
{
  for (guint k = 0; k < persons->version->items->len; k++)
    {
      for (guint i = 0; persons->texts[k] != NULL && i < persons->n; i++)
        g_string_free (get_text (persons, k, i), TRUE);
      g_clear_pointer (&persons->texts[k], g_ptr_array_unref);
    }
  g_free (persons->texts);
}

static guint
get_scale (const Published *self)
{
  return json_object_get_int_member (self->table, "decimals") == 1 ? 1000 : 100;
}

static JsonArray *
get_rows (const Published *self)
{
  return json_object_get_array_member (self->table, "rows");
}

static guint
count_alone (const Published *self,
             guint            column,
             guint            n)
{
  JsonArray *rows = get_rows (self);

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      const LoketItem *item = loket_questionnaire_find_item (
          self->questionnaire, json_object_get_string_member (row, "item"));
      const char *code = json_object_get_string_member (row, "option");
      int number = loket_item_find_option (item, code, strlen (code));
      JsonArray *values = json_object_get_array_member (row, "values");

      if (loket_item_get_option (item, (guint) number)->is_exclusive)
        return find_count (json_array_get_double_element (values, column), n, get_scale (self));
    }
  return 0;
}

/* Makes the persons of one column, who are all in its group. */
static void
create_column (Published  *self,
               guint       column,
               const char *group,
               guint       n)
{
  JsonArray *rows = get_rows (self);
  Persons persons = { loket_questionnaire_get_version (self->questionnaire, 0), n, NULL };
  gboolean is_top = g_str_equal (get_word (self->table, "measure"), "top_share");
  guint n_alone = is_top ? 0 : count_alone (self, column, n);
  guint next = 0;

  persons.texts = g_new0 (GPtrArray *, persons.version->items->len);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      const LoketItem *item = loket_questionnaire_find_item (
          self->questionnaire, json_object_get_string_member (row, "item"));
      guint index = (guint) loket_questionnaire_version_find (persons.version, item);
      JsonArray *values = json_object_get_array_member (row, "values");
      guint count = find_count (json_array_get_double_element (values, column), n, get_scale (self));
      const char *code = get_word (row, "option");

      if (is_top)
        give_top (&persons, index, item, count);
      else
        give_option (&persons, index,
                     loket_item_get_option (
                         item, (guint) loket_item_find_option (item, code, strlen (code))),
                     count, &next, n_alone);
      if (i + 1 == json_array_get_length (rows))
        fill_up (&persons, index, item);
    }
  append_persons (self, &persons, group);
  free_persons (&persons);
}

static const LoketGroupSummary *
find_group (const Published            *self,
            const LoketQuestionSummary *question,
            const char                 *value)
{
  for (guint i = 0; i < question->groups->len; i++)
    {
      const LoketGroupSummary *group = g_ptr_array_index (question->groups, i);

      if (g_str_equal (loket_frame_get_group_value (self->frame, &group->by, group->group), value))
        return group;
    }
  g_error ("there is no group %s", value);
}

static const LoketShare *
find_share (const GArray *shares,
            const char   *code)
{
  for (guint i = 0; i < shares->len; i++)
    {
      if (g_str_equal (g_array_index (shares, LoketShare, i).code, code))
        return &g_array_index (shares, LoketShare, i);
    }
  g_error ("there is no option %s", code);
}

/* The share that a cell is about. */
static const LoketShare *
get_share (const Published            *self,
           const LoketQuestionSummary *question,
           const char                 *option,
           const char                 *column)
{
  gboolean is_total = g_str_equal (column, "total") || g_str_equal (column, "all");
  const LoketGroupSummary *group = is_total ? NULL : find_group (self, question, column);

  if (option == NULL)
    return group != NULL ? &group->top : &question->top;
  return find_share (group != NULL ? group->shares : question->shares, option);
}

static void
check_row (Published          *self,
           const LoketSummary *summary,
           JsonObject         *row)
{
  JsonArray *columns = json_object_get_array_member (self->table, "columns");
  JsonArray *values = json_object_get_array_member (row, "values");
  const char *item = json_object_get_string_member (row, "item");
  const char *option = get_word (row, "option");
  const LoketQuestionSummary *question = satisfaction_find_question (summary, item);

  for (guint i = 0; i < json_array_get_length (columns); i++)
    {
      const char *column =
          json_object_get_string_member (json_array_get_object_element (columns, i), "value");
      const LoketShare *share = get_share (self, question, option, column);
      double printed = json_array_get_double_element (values, i);
      double value = (double) loket_round_ratio (share->count, share->base, get_scale (self)) *
                     100 / get_scale (self);

      /* One in the last digit where the rest of the table does not fit together. */
      double most = is_flagged (self, NULL, NULL, column) ? 100.0 / get_scale (self) : 0;

      if (is_flagged (self, item, option, column))
        continue;
      if (fabs (value - printed) > most + 1e-6)
        g_error ("%s %s in %s is %g, printed is %g", item, option != NULL ? option : "", column,
                 value, printed);
      self->n_checked++;
    }
}

static void
check_shares (Published *self)
{
  JsonArray *columns = json_object_get_array_member (self->table, "columns");
  g_autoptr (LoketRequest) request = NULL;
  g_autoptr (LoketSummary) summary = NULL;

  for (guint i = 0; i < json_array_get_length (columns); i++)
    {
      JsonObject *column = json_array_get_object_element (columns, i);
      const char *value = json_object_get_string_member (column, "value");

      if (!g_str_equal (value, "total"))
        create_column (self, i, self->by != NULL ? value : NULL,
                       (guint) json_object_get_int_member (column, "n"));
    }
  request = loket_request_new (self->questionnaire);
  if (self->by != NULL)
    g_assert_true (loket_request_add_by (request, self->by, NULL));
  summary = loket_summary_new (self->frame, request);
  for (guint i = 0; i < json_array_get_length (get_rows (self)); i++)
    check_row (self, summary, json_array_get_object_element (get_rows (self), i));
}

/* What each person answered before and after, so that means and test come out as printed. */
static void
draw_pairs (JsonObject *row,
            guint       n,
            int        *before,
            int        *after)
{
  double mean_before = json_object_get_double_member (row, "before");
  double mean_after = json_object_get_double_member (row, "after");
  int total = (int) lround (mean_before * n);
  int net = (int) lround (mean_after * n) - total;
  int step = net != 0 ? (net > 0 ? 1 : -1)
                      : g_strcmp0 (get_word (row, "printed_sign"), "-") == 0 ? -1 : 1;
  gboolean is_significant = json_object_get_boolean_member (row, "significant");
  /* Few fall far and many rise a little: the mean falls, the ranks are balanced. */
  int n_far = is_significant ? 0 : (int) lround (-net / 2.586);
  int n_near = is_significant ? MAX (abs (net), net == 0 ? 30 : 0) : 5 * n_far + net;

  for (guint i = 0; i < n; i++)
    {
      int person = (int) i;

      before[i] = total / (int) n + (person >= (int) n - total % (int) n ? 1 : 0);
      after[i] = before[i];
      if (person < n_far)
        after[i] -= 5;
      else if (person < n_far + n_near)
        after[i] += is_significant ? step : 1;
    }
}

/* A difference printed as 0 can be a few persons, who all went the same way. */
static void
append_pairs (Published *self,
              guint      n,
              int        wave,
              int      **answers_of_row)
{
  const LoketQuestionnaireVersion *version =
      loket_questionnaire_get_version (self->questionnaire, 0);
  char answers[SATISFACTION_ANSWERS_ROOM];

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *person = g_strdup_printf ("%u", i);
      LoketFrameRow row = { 24000, wave, "", "", 0, answers, 0, person };

      loket_answers_clear (version, answers);
      for (guint k = 0; k < json_array_get_length (get_rows (self)); k++)
        {
          const LoketItem *item = loket_questionnaire_find_item (
              self->questionnaire,
              json_object_get_string_member (json_array_get_object_element (get_rows (self), k),
                                             "item"));
          guint index = (guint) loket_questionnaire_version_find (version, item);
          g_autofree char *text = g_strdup_printf ("%d", answers_of_row[k][i]);
          const char *code = text;

          for (guint o = 0; o < loket_item_get_n_options (item); o++)
            {
              if (loket_item_get_option (item, o)->value == answers_of_row[k][i])
                code = loket_item_get_option (item, o)->code;
            }
          g_assert_true (loket_answers_set (version, index, code, strlen (code), answers, NULL));
        }
      g_assert_true (loket_answers_finish (version, answers, NULL));
      g_assert_true (loket_frame_append (self->frame, &row, NULL));
    }
}

static void
check_pair (Published          *self,
            const LoketSummary *summary,
            JsonObject         *row,
            int                 to)
{
  static const char * const words[] = { "none", "better", "worse" };
  const LoketQuestionSummary *question =
      satisfaction_find_question (summary, json_object_get_string_member (row, "item"));
  double scale = pow (10, (double) json_object_get_int_member (row, "decimals"));
  const char *reads_as = get_word (row, "reads_as");

  for (guint i = 0; i < question->paired->len; i++)
    {
      const LoketPaired *paired = &g_array_index (question->paired, LoketPaired, i);

      if (paired->to != (guint) to)
        continue;
      g_assert_cmpfloat_with_epsilon (floor (paired->mean_before * scale + 0.5) / scale,
                                      json_object_get_double_member (row, "before"), 1e-9);
      g_assert_cmpfloat_with_epsilon (floor (paired->mean_after * scale + 0.5) / scale,
                                      json_object_get_double_member (row, "after"), 1e-9);
      g_assert_cmpint (paired->test.p < 0.05, ==,
                       json_object_get_boolean_member (row, "significant"));
      g_assert_cmpstr (words[paired->trend], ==, reads_as != NULL ? reads_as : "none");
      self->n_checked++;
      return;
    }
  g_error ("%s is not compared with wave %d", question->item->id, to);
}

static void
check_pairs (Published *self)
{
  guint n = (guint) json_object_get_int_member (self->table, "n");
  guint n_rows = json_array_get_length (get_rows (self));
  int to = (int) json_array_get_int_element (json_object_get_array_member (self->table, "waves"),
                                             1);
  int **before = g_new (int *, n_rows);
  int **after = g_new (int *, n_rows);
  g_autoptr (LoketRequest) request = loket_request_new (self->questionnaire);
  g_autoptr (LoketSummary) summary = NULL;

  for (guint i = 0; i < n_rows; i++)
    {
      before[i] = g_new (int, n);
      after[i] = g_new (int, n);
      draw_pairs (json_array_get_object_element (get_rows (self), i), n, before[i], after[i]);
    }
  append_pairs (self, n, 0, before);
  append_pairs (self, n, to, after);
  summary = loket_summary_new (self->frame, request);
  for (guint i = 0; i < n_rows; i++)
    {
      check_pair (self, summary, json_array_get_object_element (get_rows (self), i), to);
      g_free (before[i]);
      g_free (after[i]);
    }
  g_free (before);
  g_free (after);
}

static void
test_table (gconstpointer data)
{
  g_auto (Published) self = { (JsonObject *) data };
  const char *measure = get_word (self.table, "measure");

  load_questionnaire (&self);
  if (g_str_equal (measure, "paired_means"))
    check_pairs (&self);
  else
    check_shares (&self);
  g_test_message ("%u cells", self.n_checked);
}

int
main (int    argc,
      char **argv)
{
  static const char * const measures[] = { "top_share", "share", "share_of_respondents",
                                           "paired_means", NULL };
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *path = NULL;
  JsonArray *tables = NULL;

  g_test_init (&argc, &argv, NULL);

  path = g_test_build_filename (G_TEST_DIST, "app", "data", "published.json", NULL);
  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  published = json_parser_get_root (parser);
  tables = json_object_get_array_member (json_node_get_object (published), "tables");
  for (guint i = 0; i < json_array_get_length (tables); i++)
    {
      JsonObject *table = json_array_get_object_element (tables, i);
      g_autofree char *name = g_strdup_printf ("/published-surveys/%s", get_word (table, "id"));

      if (g_strv_contains (measures, get_word (table, "measure")))
        g_test_add_data_func (name, table, test_table);
    }
  return g_test_run ();
}
