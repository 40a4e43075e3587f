/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The coded answers of the change log are told item by item. */

#include "loketten-config.h"

#include "loket-response-reading.h"

#include "loket-answers.h"
#include "loket-change-table.h"
#include "loket-error.h"
#include "loket-number-table.h"
#include "loket-record-table.h"
#include "loket-response-number.h"
#include "loket-response-search.h"
#include "loket-response-table.h"
#include "loket-response.h"
#include "loket-review.h"
#include "loket-reviewer.h"
#include "loket-trajectory.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  LoketQuestionnaire *questionnaire;
  char *number;
  char *wave;           /* (nullable) */
  char *counsellor_id;  /* (nullable) */
} Request;

/* What every line needs. */
typedef struct
{
  LoketDatabase *database;
  LoketResponseReading *reading;
  const LoketQuestionnaireVersion *version;  /* (nullable) */
} Telling;

static void
free_request (gpointer data)
{
  Request *request = data;

  g_object_unref (request->questionnaire);
  g_free (request->number);
  g_free (request->wave);
  g_free (request->counsellor_id);
  g_free (request);
}

static void
free_change (gpointer data)
{
  LoketResponseChange *change = data;

  g_free (change->at);
  g_free (change->who);
  g_free (change->act);
  g_free (change->old_value);
  g_free (change->new_value);
  g_free (change);
}

void
loket_response_reading_free (LoketResponseReading *self)
{
  g_clear_object (&self->record);
  g_free (self->respondent);
  g_free (self->trajectory_no);
  g_clear_pointer (&self->open, g_hash_table_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_free (self);
}

static GHashTable *
read_open (const char *packed)
{
  GHashTable *open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  char *item, *text;

  while (loket_response_next_open (&packed, &item, &text))
    g_hash_table_insert (open, item, text);

  return open;
}

static gboolean
read_answers (Telling        *telling,
              const Request  *request,
              GError        **error)
{
  LoketResponseReading *reading = telling->reading;
  const char *packed = loket_record_get_value (reading->record, LOKET_RESPONSE_OPEN_ANSWERS);
  const char *review = loket_record_get_value (reading->record, LOKET_RESPONSE_REVIEW);
  g_autofree char *released = loket_review_release (packed, review);
  gboolean may_review = FALSE;

  if (!loket_reviewer_find (telling->database, request->counsellor_id, &may_review, error))
    return FALSE;

  reading->open = read_open (may_review ? packed : released);
  reading->is_open_withheld = !may_review && packed != NULL && !g_str_equal (packed, released);

  return TRUE;
}

static LoketResponseChange *
add_change (Telling           *telling,
            const LoketChange *line,
            const char        *act)
{
  LoketResponseChange *change = g_new0 (LoketResponseChange, 1);

  change->at = g_strdup (line->at);
  change->who = g_strdup (line->counsellor);
  change->act = g_strdup (act);
  g_ptr_array_add (telling->reading->changes, change);

  return change;
}

/* Whether both hold the same at the place of an item. */
static gboolean
is_same_answer (const LoketQuestionnaireVersion *version,
                guint                            index,
                const char                      *a,
                const char                      *b)
{
  guint offset = loket_questionnaire_version_get_offset (version, index);
  guint width = loket_item_get_width (loket_questionnaire_version_get_item (version, index));

  return strncmp (a + offset, b + offset, width) == 0;
}

static char *
dup_answer (const LoketQuestionnaireVersion *version,
            guint                            index,
            const char                      *answers)
{
  GString *text = g_string_new (NULL);

  loket_answers_append_text (version, index, answers, text);

  return g_string_free (text, FALSE);
}

static void
add_answers (Telling           *telling,
             const LoketChange *line,
             const char        *act)
{
  const LoketQuestionnaireVersion *version = telling->version;
  const char *before = line->old_value;
  const char *after = line->new_value;

  /* Answers of a month under another version cannot be laid side by side. */
  if (version == NULL || before == NULL || after == NULL || strlen (before) != version->width
      || strlen (after) != version->width)
    {
      add_change (telling, line, act)->field = LOKET_RESPONSE_ANSWERS;
      return;
    }

  for (guint i = 0; i < version->items->len; i++)
    {
      LoketResponseChange *change;

      if (loket_questionnaire_version_get_item (version, i)->kind == LOKET_ITEM_OPEN
          || is_same_answer (version, i, before, after))
        continue;
      change = add_change (telling, line, act);
      change->item = loket_questionnaire_version_get_item (version, i);
      change->field = LOKET_RESPONSE_ANSWERS;
      change->old_value = dup_answer (version, i, before);
      change->new_value = dup_answer (version, i, after);
    }
}

static gboolean
add_line (Telling            *telling,
          const LoketChange  *line,
          GError            **error)
{
  int field = loket_kind_find_field (&loket_response_kind, line->field);
  g_autoptr (LoketChange) act = NULL;
  LoketResponseChange *change;

  if (field < 0 || field == LOKET_RESPONSE_REVIEW)
    return TRUE;
  if (!loket_change_table_load_line (telling->database, line->act, &act, error))
    return FALSE;

  if (field == LOKET_RESPONSE_ANSWERS)
    {
      add_answers (telling, line, act != NULL ? act->new_value : "");
      return TRUE;
    }

  change = add_change (telling, line, act != NULL ? act->new_value : "");
  change->field = (guint) field;
  if (field == LOKET_RESPONSE_OPEN_ANSWERS)
    return TRUE;
  if (field != LOKET_RESPONSE_TRAJECTORY_NO)
    {
      change->old_value = g_strdup (line->old_value);
      change->new_value = g_strdup (line->new_value);
      return TRUE;
    }

  return (line->old_value == NULL
          || loket_number_table_find_number (telling->database, &loket_trajectory_kind,
                                             line->old_value, &change->old_value, error))
         && (line->new_value == NULL
             || loket_number_table_find_number (telling->database, &loket_trajectory_kind,
                                                line->new_value, &change->new_value, error));
}

static gboolean
read_changes (Telling  *telling,
              GError  **error)
{
  LoketRecord *record = telling->reading->record;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (LoketChange) made = NULL;
  g_autofree char *act = loket_response_table_dup_act (telling->database,
                                                       loket_record_get_id (record), error);

  if (act == NULL || !loket_change_table_load_line (telling->database, act, &made, error))
    return FALSE;

  lines = loket_change_table_load_record (telling->database, loket_record_get_id (record), error);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      if (!add_line (telling, lines->pdata[i], error))
        return FALSE;
    }
  if (made != NULL)
    add_change (telling, made, made->new_value)->field = LOKET_RESPONSE_N_FIELDS;

  return lines != NULL;
}

static gpointer
read_response (LoketDatabase  *database,
               gpointer        input,
               GError        **error)
{
  const Request *request = input;
  g_autoptr (LoketResponseReading) reading = g_new0 (LoketResponseReading, 1);
  Telling telling = { database, reading, NULL };
  const char *trajectory, *month;

  reading->changes = g_ptr_array_new_with_free_func (free_change);
  reading->record = loket_response_search (database, request->questionnaire, request->number,
                                           request->wave, error);
  if (reading->record == NULL)
    return NULL;

  month = loket_record_get_text (reading->record, LOKET_RESPONSE_MONTH);
  telling.version = loket_questionnaire_find_version (request->questionnaire,
                                                      (int) g_ascii_strtoll (month, NULL, 10));
  reading->respondent = loket_response_number_dup_respondent (
      loket_record_get_text (reading->record, LOKET_RESPONSE_RESPONSE_NO),
      loket_record_get_value (reading->record, LOKET_RESPONSE_WAVE));
  trajectory = loket_record_get_value (reading->record, LOKET_RESPONSE_TRAJECTORY_NO);
  if ((trajectory != NULL
       && !loket_number_table_find_number (database, &loket_trajectory_kind, trajectory,
                                           &reading->trajectory_no, error))
      || !read_answers (&telling, request, error) || !read_changes (&telling, error))
    return NULL;

  return g_steal_pointer (&reading);
}

/**
 * loket_desk_read_response_async:
 * @number: the number of a respondent, the whole number of a response, a token, or a client
 * @wave: (nullable): the number of the wave, where one answers in several
 *
 * Finds a response; finish with loket_desk_read_response_finish ().
 */
void
loket_desk_read_response_async (LoketDesk           *desk,
                                LoketQuestionnaire  *questionnaire,
                                const char          *number,
                                const char          *wave,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  Request *request = g_new0 (Request, 1);

  request->questionnaire = g_object_ref (questionnaire);
  request->number = g_strdup (number);
  request->wave = g_strdup (wave);
  request->counsellor_id = g_strdup (loket_desk_get_counsellor_id (desk));
  loket_desk_read_async (desk, read_response, request, free_request,
                         (GDestroyNotify) loket_response_reading_free, cancellable, callback,
                         user_data);
}

/**
 * loket_desk_read_response_finish:
 * @error: %LOKET_ERROR_NOT_FOUND as loket_response_search () sets it
 *
 * Returns: (transfer full) (nullable): the response
 */
LoketResponseReading *
loket_desk_read_response_finish (LoketDesk     *desk,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return loket_desk_read_finish (desk, result, error);
}
