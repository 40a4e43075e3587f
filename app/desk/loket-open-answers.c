/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A text that was not released never reaches who may not review it. */

#include "loket-open-answers.h"

#include "loket-disclosure.h"
#include "loket-open-answer-table.h"
#include "loket-record-table.h"
#include "loket-reviewer.h"
#include "loket-text.h"

#include <string.h>

#define GIVEN_NAMES "/org/loketten/Loketten/lists/given-names.txt"

typedef struct
{
  LoketQuestionnaire *questionnaire;
  char *counsellor_id;      /* (nullable) */
  char *office;             /* (nullable): only of this one */
  LoketDateText first, last;  /* months */
} Request;

typedef struct
{
  LoketOpenAnswers *answers;  /* (owned) */
  GHashTable *names;          /* (owned) (nullable): folded, only for who reviews */
  const char *office;         /* (nullable): only of this one */
  GHashTable *offices;        /* (owned): number + 1 by name */
  GHashTable *n_answered;     /* (owned): GArray of guint, by office, by question */
} Reading;

static void
free_request (gpointer data)
{
  Request *request = data;

  g_object_unref (request->questionnaire);
  g_free (request->counsellor_id);
  g_free (request->office);
  g_free (request);
}

static void
free_question (gpointer data)
{
  LoketOpenQuestion *question = data;

  g_ptr_array_unref (question->answers);
  g_free (question);
}

void
loket_open_answers_free (LoketOpenAnswers *self)
{
  g_ptr_array_unref (self->questions);
  g_object_unref (self->questionnaire);
  g_free (self);
}

static LoketOpenAnswers *
create_answers (LoketQuestionnaire *questionnaire)
{
  LoketOpenAnswers *answers = g_new0 (LoketOpenAnswers, 1);

  answers->questionnaire = g_object_ref (questionnaire);
  answers->questions = g_ptr_array_new_with_free_func (free_question);
  for (guint i = 0; i < loket_questionnaire_get_n_items (questionnaire); i++)
    {
      const LoketItem *item = loket_questionnaire_get_item (questionnaire, i);
      LoketOpenQuestion *question;

      if (item->kind != LOKET_ITEM_OPEN)
        continue;
      question = g_new0 (LoketOpenQuestion, 1);
      question->item = item;
      question->themes.item = item;
      question->answers = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (answers->questions, question);
    }

  return answers;
}

/* Every part of a name is a name. */
static void
add_names (GHashTable *names,
           const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text != NULL ? text : "", " \n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *folded = loket_text_fold (parts[i]);

      if (*folded != '\0' && *folded != '#')
        g_hash_table_add (names, g_steal_pointer (&folded));
    }
}

static gboolean
add_counsellor (LoketRecord  *record,
                gpointer      user_data,
                GError      **error)
{
  add_names (user_data, loket_record_get_value (record, LOKET_COUNSELLOR_NAME));

  return TRUE;
}

static GHashTable *
load_names (LoketDatabase  *database,
            GError        **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GBytes) list = g_resources_lookup_data (GIVEN_NAMES, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                     error);
  g_auto (GStrv) lines = NULL;

  if (list == NULL
      || !loket_record_table_for_each (loket_record_table_get (database, &loket_counsellor_kind),
                                       add_counsellor, names, error))
    return NULL;

  lines = g_strsplit (g_bytes_get_data (list, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0' && *lines[i] != '#')
        g_hash_table_add (names, g_strdup (lines[i]));
    }

  return g_steal_pointer (&names);
}

static LoketOpenQuestion *
find_question (LoketOpenAnswers *answers,
               const char       *item)
{
  for (guint i = 0; i < answers->questions->len; i++)
    {
      LoketOpenQuestion *question = answers->questions->pdata[i];

      if (g_str_equal (question->item->id, item))
        return question;
    }

  return NULL;
}

/* The client's own name is known for this answer only. */
static void
point_at_names (Reading                  *reading,
                const LoketOpenAnswerRow *row,
                LoketOpenAnswer          *answer)
{
  g_autoptr (GHashTable) own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name;

  add_names (own, row->given_name);
  add_names (own, row->family_name);
  g_hash_table_iter_init (&iter, own);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      if (g_hash_table_contains (reading->names, name))
        g_hash_table_iter_remove (&iter);
      else
        g_hash_table_add (reading->names, g_strdup (name));
    }

  loket_open_answer_look_for_names (answer, reading->names);

  g_hash_table_iter_init (&iter, own);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_hash_table_remove (reading->names, name);
}

static void
count (LoketOpenQuestion *question,
       const char        *text,
       LoketReviewState   state)
{
  loket_themes_add (&question->themes, text);
  question->n_answered++;
  question->n_reviewed += state != LOKET_REVIEW_NONE ? 1 : 0;
  question->n_shown += state == LOKET_REVIEW_SHOWN ? 1 : 0;
}

/* How many wrote something in each office: what is told of one must not tell of another. */
static void
count_office (Reading                 *reading,
              const LoketOpenQuestion *question,
              const char              *office)
{
  GArray *counts = g_hash_table_lookup (reading->n_answered, question);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (reading->offices, office));

  if (number == 0)
    {
      number = g_hash_table_size (reading->offices) + 1;
      g_hash_table_insert (reading->offices, g_strdup (office), GUINT_TO_POINTER (number));
    }
  if (counts == NULL)
    {
      counts = g_array_new (FALSE, TRUE, sizeof (guint));
      g_hash_table_insert (reading->n_answered, (gpointer) question, counts);
    }
  if (counts->len < number)
    g_array_set_size (counts, number);
  g_array_index (counts, guint, number - 1)++;
}

static gboolean
add_answer (const LoketOpenAnswerRow  *row,
            gpointer                   user_data,
            GError                   **error)
{
  Reading *reading = user_data;
  LoketOpenQuestion *question = find_question (reading->answers, row->item);
  g_autoptr (LoketReview) review = NULL;

  if (question == NULL)
    return TRUE;

  if (reading->office != NULL)
    {
      count_office (reading, question, row->office != NULL ? row->office : "");
      if (g_strcmp0 (row->office, reading->office) != 0)
        return TRUE;
    }

  review = loket_review_read (row->review, row->item, row->text);
  count (question, row->text, review->state);
  if (reading->names != NULL)
    {
      LoketOpenAnswer *answer = loket_open_answer_new (row->response_id, question->item, row->text,
                                                       g_steal_pointer (&review));

      point_at_names (reading, row, answer);
      g_ptr_array_add (question->answers, answer);
    }
  else if (review->state == LOKET_REVIEW_SHOWN)
    {
      g_autofree char *masked = loket_review_mask (row->text, review->masks);

      g_ptr_array_add (question->answers, loket_open_answer_new_released (question->item, masked));
    }

  return TRUE;
}

static int
compare_answers (gconstpointer a,
                 gconstpointer b)
{
  return g_utf8_collate (loket_open_answer_get_text (*(LoketOpenAnswer *const *) a),
                         loket_open_answer_get_text (*(LoketOpenAnswer *const *) b));
}

/* Also where it could be worked out from what other offices show. */
static gboolean
is_hidden (const Reading           *reading,
           const LoketOpenQuestion *question)
{
  GArray *counts = g_hash_table_lookup (reading->n_answered, question);
  guint number = 0;
  g_autofree gboolean *hidden = NULL;

  if (reading->office == NULL)
    return loket_disclosure_is_hidden (question->n_answered);

  number = GPOINTER_TO_UINT (g_hash_table_lookup (reading->offices, reading->office));
  if (counts == NULL || number == 0 || number > counts->len)
    return FALSE;

  hidden = g_new0 (gboolean, counts->len);
  loket_disclosure_hide_groups ((const guint *) (gpointer) counts->data, counts->len, hidden);

  return hidden[number - 1];
}

/* Where too few wrote something their number stays hidden with their words. */
static void
close_question (const Reading     *reading,
                LoketOpenQuestion *question,
                gboolean           may_review)
{
  question->is_hidden = is_hidden (reading, question);
  if (may_review)
    return;

  question->hides_themes = question->is_hidden || reading->office != NULL;
  loket_themes_hide (&question->themes);
  if (question->is_hidden)
    g_ptr_array_set_size (question->answers, 0);
  g_ptr_array_sort (question->answers, compare_answers);
}

static void
clear_reading (Reading *reading)
{
  g_clear_pointer (&reading->answers, loket_open_answers_free);
  g_clear_pointer (&reading->names, g_hash_table_unref);
  g_clear_pointer (&reading->offices, g_hash_table_unref);
  g_clear_pointer (&reading->n_answered, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, clear_reading)

static gpointer
load_answers (LoketDatabase  *database,
              gpointer        input,
              GError        **error)
{
  const Request *request = input;
  const LoketOpenAnswerQuery query = { loket_questionnaire_get_id (request->questionnaire),
                                       request->first.text, request->last.text };
  g_auto (Reading) reading = {
    .answers = create_answers (request->questionnaire),
    .office = request->office,
    .offices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .n_answered = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref),
  };
  LoketOpenAnswers *answers = reading.answers;

  if (!loket_reviewer_find (database, request->counsellor_id, &answers->may_review, error))
    return NULL;

  if (answers->may_review)
    {
      reading.names = load_names (database, error);
      if (reading.names == NULL)
        return NULL;
    }
  if (!loket_open_answer_table_for_each (database, &query, add_answer, &reading, error))
    return NULL;

  for (guint i = 0; i < answers->questions->len; i++)
    close_question (&reading, answers->questions->pdata[i], answers->may_review);

  return g_steal_pointer (&reading.answers);
}

static LoketDateText
format_month (int month)
{
  LoketDateText text;

  g_snprintf (text.text, sizeof text.text, "%04d-%02d", loket_month_get_year (month),
              month % 12 + 1);

  return text;
}

static const char *
find_office (const LoketSelection *selection)
{
  for (guint i = 0; selection != NULL && i < loket_selection_get_n_filters (selection); i++)
    {
      LoketGrouping grouping = { 0 };
      const char *value = NULL;

      loket_selection_get_filter (selection, i, &grouping, &value);
      if (grouping.kind == LOKET_GROUPING_OFFICE)
        return value;
    }

  return NULL;
}

static Request *
create_request (LoketDesk            *desk,
                LoketQuestionnaire   *questionnaire,
                const LoketSelection *selection)
{
  Request *request = g_new0 (Request, 1);
  const LoketPeriod always = { loket_month_new (0, 1), loket_month_new (9999, 12) };
  const LoketPeriod *period = selection != NULL ? loket_selection_get_period (selection) : &always;

  request->questionnaire = g_object_ref (questionnaire);
  request->counsellor_id = g_strdup (loket_desk_get_counsellor_id (desk));
  request->office = g_strdup (find_office (selection));
  request->first = format_month (period->first);
  request->last = format_month (period->last);

  return request;
}

/**
 * loket_open_answers_can_tell:
 * @selection: of answers
 *
 * Returns: whether what was written can be told of just these: by period and office, but not by
 *   counsellor or group, since words are recognised
 */
gboolean
loket_open_answers_can_tell (const LoketSelection *selection)
{
  return loket_selection_get_n_filters (selection) == (find_office (selection) != NULL ? 1 : 0);
}

/**
 * loket_desk_load_open_answers:
 * @selection: (nullable): of which its period and office count; NULL: all
 * @error: why they could not be read
 *
 * Reads the open answers and waits for them.
 *
 * Returns: (transfer full) (nullable): what who works at the desk may see of them
 */
LoketOpenAnswers *
loket_desk_load_open_answers (LoketDesk             *desk,
                              LoketQuestionnaire    *questionnaire,
                              const LoketSelection  *selection,
                              GError               **error)
{
  Request *request = create_request (desk, questionnaire, selection);
  LoketOpenAnswers *answers = loket_store_read (loket_desk_get_store (desk), load_answers, request,
                                                error);

  free_request (request);

  return answers;
}

/**
 * loket_desk_load_open_answers_async:
 * @selection: (nullable): of which its period and office count; NULL: all
 *
 * Reads the open answers; finish with loket_desk_load_open_answers_finish ().
 */
void
loket_desk_load_open_answers_async (LoketDesk            *desk,
                                    LoketQuestionnaire   *questionnaire,
                                    const LoketSelection *selection,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data)
{
  loket_desk_read_async (desk, load_answers, create_request (desk, questionnaire, selection),
                         free_request, (GDestroyNotify) loket_open_answers_free, cancellable,
                         callback, user_data);
}

/**
 * loket_desk_load_open_answers_finish:
 *
 * Returns: (transfer full) (nullable): what who works at the desk may see of them
 */
LoketOpenAnswers *
loket_desk_load_open_answers_finish (LoketDesk     *desk,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  return loket_desk_read_finish (desk, result, error);
}
