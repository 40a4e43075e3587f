/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The columns of a file of responses: whose response it is, then one for each item of the
 * questionnaire. The year of a row decides which items are asked. */

#include "loketten-config.h"

#include "loket-response-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "loket-answers.h"
#include "loket-csv-value.h"
#include "loket-derived.h"
#include "loket-error.h"
#include "loket-response.h"
#include "loket-response-number.h"
#include "loket-review.h"
#include "loket-text.h"
#include "loket-version-columns.h"

#define NO_COLUMN -1

static const char *const column_names[] = {
  [LOKET_RESPONSE_ROW_RESPONDENT_ID] = "respondent_id",
  [LOKET_RESPONSE_ROW_YEAR] = "year",
  [LOKET_RESPONSE_ROW_MONTH_SENT] = "month_sent",
  [LOKET_RESPONSE_ROW_WAVE] = "wave",
  [LOKET_RESPONSE_ROW_CLIENT] = "client",
  [LOKET_RESPONSE_ROW_LOKET] = "loket",
  [LOKET_RESPONSE_ROW_COUNSELLOR] = "counsellor",
  [LOKET_RESPONSE_ROW_TRAJECTORY_NO] = "trajectory_no",
  [LOKET_RESPONSE_ROW_TOKEN] = "token",
};

struct _LoketResponseRow
{
  LoketQuestionnaire *questionnaire; /* (owned) */
  const char *id;                    /* borrowed: the questionnaire's */
  LoketCsvReader *reader;            /* borrowed: outlives us */
  LoketImportColumns *columns;       /* (owned) */
  GPtrArray *versions;               /* (owned): of LoketVersionColumns */
  char *answers;                     /* (owned): room for the answers of the widest version */
  GString *text;                     /* (owned): room for a value that must end in a NUL */
  int wave;                          /* of the row that is read */
};

/**
 * loket_response_row_get_name:
 * @column: one of the columns that are no items
 *
 * Returns: (transfer none): its name
 */
const char *
loket_response_row_get_name (guint column)
{
  return column_names[column];
}

/**
 * loket_response_row_new:
 * @questionnaire: what was asked
 * @reader: the file; must outlive what is returned
 * @map: (nullable): as loket_import_columns_new ()
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a reader of rows; NULL as loket_import_columns_new ()
 */
LoketResponseRow *
loket_response_row_new (LoketQuestionnaire  *questionnaire,
                        LoketCsvReader      *reader,
                        const char *const   *map,
                        GError             **error)
{
  g_autoptr (LoketResponseRow) self = g_new0 (LoketResponseRow, 1);
  guint width = 0;

  self->questionnaire = g_object_ref (questionnaire);
  self->id = loket_questionnaire_get_id (questionnaire);
  self->reader = reader;
  self->text = g_string_new (NULL);
  self->versions = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_version_columns_free);
  self->columns = loket_version_columns_match (questionnaire, reader, map, error);
  if (self->columns == NULL)
    return NULL;

  for (guint i = 0; i < loket_questionnaire_get_n_versions (questionnaire); i++)
    {
      const LoketQuestionnaireVersion *version = loket_questionnaire_get_version (questionnaire, i);

      g_ptr_array_add (self->versions,
                       loket_version_columns_new (questionnaire, version, self->columns));
      width = MAX (width, version->width);
    }
  self->answers = g_malloc (width + 1);

  return g_steal_pointer (&self);
}

void
loket_response_row_free (LoketResponseRow *self)
{
  g_object_unref (self->questionnaire);
  g_clear_pointer (&self->columns, loket_import_columns_free);
  g_ptr_array_unref (self->versions);
  g_free (self->answers);
  g_string_free (self->text, TRUE);
  g_free (self);
}

LoketImportColumns *
loket_response_row_get_columns (LoketResponseRow *self)
{
  return self->columns;
}

/**
 * loket_response_row_has_field:
 *
 * Returns: whether the file says something about @field of the kind response
 */
gboolean
loket_response_row_has_field (LoketResponseRow *self,
                              guint             field)
{
  switch (field)
    {
    case LOKET_RESPONSE_WAVE:
      return loket_import_columns_get (self->columns, LOKET_RESPONSE_ROW_WAVE) >= 0;
    case LOKET_RESPONSE_CLIENT:
      return loket_import_columns_get (self->columns, LOKET_RESPONSE_ROW_CLIENT) >= 0;
    case LOKET_RESPONSE_LOKET:
      return loket_import_columns_get (self->columns, LOKET_RESPONSE_ROW_LOKET) >= 0;
    case LOKET_RESPONSE_COUNSELLOR:
      return loket_import_columns_get (self->columns, LOKET_RESPONSE_ROW_COUNSELLOR) >= 0;
    case LOKET_RESPONSE_TRAJECTORY_NO:
      return loket_import_columns_get (self->columns, LOKET_RESPONSE_ROW_TRAJECTORY_NO) >= 0;
    case LOKET_RESPONSE_TOKEN:
      return loket_import_columns_get (self->columns, LOKET_RESPONSE_ROW_TOKEN) >= 0;
    case LOKET_RESPONSE_REVIEW:
      return FALSE;
    default:
      return TRUE;
    }
}

static gboolean
refuse (GError     **error,
        const char  *reason)
{
  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_INVALID, reason);

  return FALSE;
}

/* The value in one of the columns that are no items; empty when the file has no such column. */
static LoketCsvField
take_value (LoketResponseRow *self,
            guint             name,
            LoketImportPlace *place)
{
  int column = loket_import_columns_get (self->columns, name);

  place->column = column_names[name];
  place->value = (LoketCsvField) { "", 0 };
  if (column != NO_COLUMN)
    {
      place->column = loket_csv_reader_get_column (self->reader, (guint) column);
      place->value = loket_csv_reader_get_fields (self->reader)[column];
    }

  return place->value;
}

static void
set_text (LoketResponseRow *self,
          LoketDraft       *draft,
          guint             field,
          LoketCsvField     value)
{
  if (value.length == 0)
    return;

  g_string_truncate (self->text, 0);
  g_string_append_len (self->text, value.text, (gssize) value.length);
  loket_draft_set_value (draft, field, self->text->str);
}

/* A million times, so without printf (). */
static LoketDateText
format_month (int year,
              int month)
{
  LoketDateText text = { "0000-00" };

  for (int i = 3; i >= 0; i--, year /= 10)
    text.text[i] = (char) ('0' + year % 10);
  text.text[5] = (char) ('0' + month / 10);
  text.text[6] = (char) ('0' + month % 10);

  return text;
}

static LoketVersionColumns *
fill_month (LoketResponseRow  *self,
            LoketDraft        *draft,
            LoketImportPlace  *place,
            GError           **error)
{
  LoketVersionColumns *found = NULL;
  int year, month;

  if (!loket_csv_value_read_integer (take_value (self, LOKET_RESPONSE_ROW_YEAR, place), &year,
                                     error))
    return NULL;

  for (guint i = 0; i < self->versions->len; i++)
    {
      LoketVersionColumns *columns = g_ptr_array_index (self->versions, i);

      if (columns->version->from <= year)
        found = columns;
    }
  if (found == NULL || year > 9999)
    {
      refuse (error, _("the questionnaire was not used in that year"));
      return NULL;
    }

  /* Of surveys that were not sent month by month. */
  if (take_value (self, LOKET_RESPONSE_ROW_MONTH_SENT, place).length == 0
      && !loket_questionnaire_counts_unanswered (self->questionnaire))
    month = 1;
  else if (!loket_csv_value_read_integer (place->value, &month, error))
    return NULL;
  if (month < 1 || month > 12)
    {
      refuse (error, _("is not a month from 1 to 12"));
      return NULL;
    }

  loket_draft_set_value (draft, LOKET_RESPONSE_MONTH, format_month (year, month).text);

  return found;
}

static gboolean
fill_number (LoketResponseRow  *self,
             LoketDraft        *draft,
             LoketImportPlace  *place,
             GError           **error)
{
  LoketCsvField wave = take_value (self, LOKET_RESPONSE_ROW_WAVE, place);
  LoketCsvField respondent;
  g_autofree char *number = NULL;
  guint n_waves = loket_questionnaire_get_n_waves (self->questionnaire);
  int wave_number = 0;

  if (wave.length > 0 && !loket_csv_value_read_integer (wave, &wave_number, error))
    return FALSE;
  if (n_waves > 0 && loket_questionnaire_find_wave (self->questionnaire, wave_number) < 0)
    return refuse (error, _("is not a wave of this questionnaire"));
  if (wave.length > 0 || n_waves > 1)
    loket_draft_set_integer (draft, LOKET_RESPONSE_WAVE, wave_number);
  self->wave = wave_number;

  respondent = take_value (self, LOKET_RESPONSE_ROW_RESPONDENT_ID, place);
  if (respondent.length == 0)
    return refuse (error, _("is missing"));

  number = loket_response_number_create (self->id, respondent,
                                         loket_draft_get_value (draft, LOKET_RESPONSE_WAVE));
  loket_draft_set_value (draft, LOKET_RESPONSE_RESPONSE_NO, number);
  loket_draft_set_value (draft, LOKET_RESPONSE_QUESTIONNAIRE, self->id);

  return TRUE;
}

static void
fill_attribution (LoketResponseRow *self,
                  LoketDraft       *draft,
                  LoketImportPlace *place)
{
  set_text (self, draft, LOKET_RESPONSE_CLIENT,
            take_value (self, LOKET_RESPONSE_ROW_CLIENT, place));
  set_text (self, draft, LOKET_RESPONSE_LOKET, take_value (self, LOKET_RESPONSE_ROW_LOKET, place));
  set_text (self, draft, LOKET_RESPONSE_COUNSELLOR,
            take_value (self, LOKET_RESPONSE_ROW_COUNSELLOR, place));
  set_text (self, draft, LOKET_RESPONSE_TRAJECTORY_NO,
            take_value (self, LOKET_RESPONSE_ROW_TRAJECTORY_NO, place));
  set_text (self, draft, LOKET_RESPONSE_TOKEN, take_value (self, LOKET_RESPONSE_ROW_TOKEN, place));
}

static gboolean
check_items (LoketResponseRow           *self,
             const LoketVersionColumns  *columns,
             LoketImportPlace           *place,
             GError                    **error)
{
  const LoketCsvField *fields = loket_csv_reader_get_fields (self->reader);

  if (columns->missing != NULL)
    {
      place->column = NULL;
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                   _("%s was asked since %d, but the file has no such column"),
                   columns->missing->id, columns->version->from);
      return FALSE;
    }

  for (guint i = 0; i < columns->not_asked->len; i++)
    {
      int column = g_array_index (columns->not_asked, int, i);

      if (fields[column].length == 0)
        continue;

      place->column = loket_csv_reader_get_column (self->reader, (guint) column);
      place->value = fields[column];
      return refuse (error, _("was not asked in that year"));
    }

  return TRUE;
}

/* Empty when the file has no such column. */
static const LoketCsvField *
get_field (const LoketCsvField *fields,
           int                  column)
{
  static const LoketCsvField empty = { "", 0 };

  return column != NO_COLUMN ? &fields[column] : &empty;
}

static gboolean
check_wave (LoketResponseRow                 *self,
            const LoketQuestionnaireVersion  *version,
            GError                          **error)
{
  return loket_questionnaire_get_n_waves (self->questionnaire) < 2
         || loket_answers_check_wave (version, self->wave, self->answers, error);
}

static gboolean
fill_answers (LoketResponseRow           *self,
              const LoketVersionColumns  *columns,
              LoketDraft                 *draft,
              LoketImportPlace           *place,
              GError                    **error)
{
  const LoketQuestionnaireVersion *version = columns->version;
  const LoketCsvField *fields = loket_csv_reader_get_fields (self->reader);

  /* The reasons name item and value. */
  place->column = NULL;
  loket_answers_clear (version, self->answers);

  for (guint i = 0; i < columns->closed->len; i++)
    {
      guint index = g_array_index (columns->closed, guint, i);
      const LoketCsvField *field = get_field (fields, columns->columns[index]);

      if (field->length > 0
          && !loket_answers_set (version, index, field->text, field->length, self->answers, error))
        return FALSE;
    }

  for (guint i = 0; i < version->derived->len; i++)
    {
      const LoketCsvField *field = get_field (fields, columns->derived[i]);

      if (field->length > 0
          && !loket_answers_set_derived (version, i, field->text, field->length, self->answers,
                                         error))
        return FALSE;
    }

  if (!loket_answers_finish (version, self->answers, error)
      || !check_wave (self, version, error))
    return FALSE;

  loket_draft_set_value (draft, LOKET_RESPONSE_ANSWERS, self->answers);

  return TRUE;
}

static gboolean
fill_open_answers (LoketResponseRow           *self,
                   const LoketVersionColumns  *columns,
                   LoketDraft                 *draft,
                   GError                    **error)
{
  const LoketCsvField *fields = loket_csv_reader_get_fields (self->reader);

  g_string_truncate (self->text, 0);
  for (guint i = 0; i < columns->open->len; i++)
    {
      guint index = g_array_index (columns->open, guint, i);
      const LoketItem *item = loket_questionnaire_version_get_item (columns->version, index);
      const LoketCsvField *field = get_field (fields, columns->columns[index]);
      g_autofree char *text = NULL;
      g_autofree char *clean = NULL;

      if (field->length == 0)
        continue;
      if (!loket_answers_check_open (columns->version, index, self->answers, error))
        return FALSE;
      if (!loket_item_is_in_wave (item, self->wave))
        {
          g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                       _("%s: is answered, but wave %d does not ask it"), item->id, self->wave);
          return FALSE;
        }

      text = g_strndup (field->text, field->length);
      clean = loket_text_clean (text, TRUE);
      if (*clean != '\0')
        loket_response_append_open (self->text, item->id, clean);
    }

  loket_draft_set_value (draft, LOKET_RESPONSE_OPEN_ANSWERS, self->text->str);

  return TRUE;
}

/**
 * loket_response_row_fill:
 * @self: a reader of rows, whose file has just read one
 * @draft: a new draft of the kind response; gets what the row says, the trajectory as its number
 * @place: (out): where in the row something is wrong
 * @error: return location for an error
 *
 * Returns: whether the row could be read; else LOKET_ERROR_INVALID with the reason for refusing it
 */
gboolean
loket_response_row_fill (LoketResponseRow  *self,
                         LoketDraft        *draft,
                         LoketImportPlace  *place,
                         GError           **error)
{
  LoketVersionColumns *columns;

  if (!fill_number (self, draft, place, error))
    return FALSE;

  columns = fill_month (self, draft, place, error);
  if (columns == NULL)
    return FALSE;

  fill_attribution (self, draft, place);

  return check_items (self, columns, place, error)
         && fill_answers (self, columns, draft, place, error)
         && fill_open_answers (self, columns, draft, error);
}

/**
 * loket_response_row_keep_withheld:
 * @draft: a response as a row says it, written by somebody who sees only what was released
 * @before: the response as it is in the store
 *
 * Open answers that the row gives as they were released stay as they are kept.
 */
void
loket_response_row_keep_withheld (LoketDraft  *draft,
                                  LoketRecord *before)
{
  g_autofree char *filled = NULL;

  filled = loket_review_fill_in (
      loket_draft_get_value (draft, LOKET_RESPONSE_OPEN_ANSWERS),
      loket_record_get_value (before, LOKET_RESPONSE_OPEN_ANSWERS),
      loket_record_get_value (before, LOKET_RESPONSE_REVIEW));
  loket_draft_set_value (draft, LOKET_RESPONSE_OPEN_ANSWERS, filled);
}
