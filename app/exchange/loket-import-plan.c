/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The import plan: goes through a file once to decide about every row, and once more to give the
 * drafts of those that are new or changed. */

#include "loketten-config.h"

#include "loket-import-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "loket-error.h"
#include "loket-import-doubles.h"
#include "loket-import-feed.h"
#include "loket-invitation.h"
#include "loket-record-row.h"
#include "loket-record-table.h"
#include "loket-resolver.h"
#include "loket-response.h"
#include "loket-response-link.h"
#include "loket-response-row.h"

#define ROWS_PER_REPORT 4096

struct _LoketImportPlan
{
  const LoketKind *kind;
  guint number_field;
  LoketCsvReader *reader;           /* (owned) */
  LoketQuestionnaire *questionnaire; /* (owned) (nullable) */
  LoketRecordRow *record_row;        /* (owned) (nullable): of files of all other kinds */
  LoketResponseRow *response_row;    /* (owned) (nullable): of files of responses */
  LoketResolver *resolver;           /* (owned) */
  LoketImportFeed *feed;             /* (owned) (nullable): of the second pass */

  GByteArray *results;              /* (owned): a LoketImportResult for each row */
  guint counts[LOKET_IMPORT_N_RESULTS];
  GPtrArray *refusals;              /* (owned): of LoketRefusal */
  LoketImportDoubles *doubles;      /* (owned) */
  LoketResponseLink *link;          /* (owned): of files of responses */

  GPtrArray *given;                 /* (owned): the drafts that were given out last, borrowed */
  GPtrArray *changed;               /* (owned): those among them that change a record */
  guint row;                        /* which row comes next in the second pass */
  guint n_reported;
  GCancellable *cancellable;        /* (owned) (nullable) */
  LoketImportProgressFunc progress; /* (nullable) */
  gpointer progress_data;
  gboolean only_released;           /* of open answers nothing else is seen by who imports */
};

/**
 * loket_import_plan_new:
 * @kind: what the rows of the file are
 * @reader: (transfer full): the file
 * @questionnaire: (nullable): what was asked; for responses and invitations
 * @map: (nullable) (array zero-terminated=1): "COLUMN=FIELD": read the column as the field
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a plan that has not looked at the rows yet; NULL with
 *   LOKET_ERROR_INVALID when the file as a whole is refused, LOKET_ERROR_NOT_FOUND when @map
 *   names something that is not there
 */
LoketImportPlan *
loket_import_plan_new (const LoketKind     *kind,
                       LoketCsvReader      *reader,
                       LoketQuestionnaire  *questionnaire,
                       const char *const   *map,
                       GError             **error)
{
  g_autoptr (LoketImportPlan) self = g_new0 (LoketImportPlan, 1);

  self->kind = kind;
  self->number_field = (guint) loket_kind_get_number_field (kind);
  self->reader = reader;
  self->given = g_ptr_array_new ();
  self->changed = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_draft_free);
  self->resolver = loket_resolver_new (kind);
  self->results = g_byte_array_new ();
  self->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_refusal_free);
  self->doubles = loket_import_doubles_new (reader);
  self->link = loket_response_link_new ();
  g_set_object (&self->questionnaire, questionnaire);

  if (kind == &loket_response_kind)
    self->response_row = loket_response_row_new (questionnaire, reader, map, error);
  else
    self->record_row = loket_record_row_new (kind, reader, map, error);

  if (self->response_row == NULL && self->record_row == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

void
loket_import_plan_free (LoketImportPlan *self)
{
  g_clear_pointer (&self->feed, loket_import_feed_free);
  g_ptr_array_unref (self->given);
  g_ptr_array_unref (self->changed);
  g_clear_pointer (&self->record_row, loket_record_row_free);
  g_clear_pointer (&self->response_row, loket_response_row_free);
  loket_resolver_free (self->resolver);
  g_clear_object (&self->questionnaire);
  g_clear_object (&self->cancellable);
  g_byte_array_unref (self->results);
  g_ptr_array_unref (self->refusals);
  loket_import_doubles_free (self->doubles);
  loket_response_link_free (self->link);
  loket_csv_reader_free (self->reader);
  g_free (self);
}

/**
 * loket_import_plan_set_cancellable:
 * @self: a plan
 * @cancellable: (nullable): ends the check and the giving of drafts with G_IO_ERROR_CANCELLED
 */
void
loket_import_plan_set_cancellable (LoketImportPlan *self,
                                   GCancellable    *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

void
loket_import_plan_set_progress (LoketImportPlan         *self,
                                LoketImportProgressFunc  func,
                                gpointer                 user_data)
{
  self->progress = func;
  self->progress_data = user_data;
}

void
loket_import_plan_set_only_released (LoketImportPlan *self,
                                     gboolean         only_released)
{
  self->only_released = only_released;
}

/* Every few thousand rows: may it go on, and how far is it? */
static gboolean
report (LoketImportPlan       *self,
        const LoketImportRow  *row,
        gboolean               is_writing,
        GError               **error)
{
  if (self->n_reported++ % ROWS_PER_REPORT != 0)
    return TRUE;

  if (self->progress != NULL)
    self->progress (is_writing, row->fraction, self->progress_data);

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static gboolean
has_field (LoketImportPlan *self,
           guint            field)
{
  return self->response_row != NULL ? loket_response_row_has_field (self->response_row, field)
                                    : loket_record_row_has_field (self->record_row, field);
}

/* On the thread of the feed. */
static gboolean
fill_draft (LoketDraft        *draft,
            LoketImportPlace  *place,
            gpointer           user_data,
            GError           **error)
{
  LoketImportPlan *self = user_data;

  if (self->response_row != NULL)
    return loket_response_row_fill (self->response_row, draft, place, error);

  if (self->kind == &loket_invitation_kind)
    loket_draft_set_value (draft, LOKET_INVITATION_QUESTIONNAIRE,
                           loket_questionnaire_get_id (self->questionnaire));

  return loket_record_row_fill (self->record_row, draft, place, error);
}

/* On the thread of the feed, in the second pass. */
static gboolean
is_done_with (guint    row,
              gpointer user_data)
{
  LoketImportPlan *self = user_data;
  guint8 result = self->results->data[row];

  return result == LOKET_IMPORT_SAME || result == LOKET_IMPORT_REFUSED;
}

/* The record with what the row says of it; columns that the file lacks stay as they are. */
static LoketDraft *
change_record (LoketImportPlan   *self,
               LoketRecord       *record,
               const LoketDraft  *row)
{
  LoketDraft *draft = loket_draft_new_from_record (record);

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      if (has_field (self, i) || loket_response_link_sets (row, i))
        loket_draft_set_value (draft, i, loket_draft_get_value (row, i));
    }
  if (self->only_released)
    loket_response_row_keep_withheld (draft, record);
  loket_draft_complete (draft);

  return draft;
}

static gboolean
differs (const LoketDraft *draft,
         LoketRecord      *record)
{
  const LoketKind *kind = loket_draft_get_kind (draft);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (!(kind->fields[i].flags & LOKET_FIELD_DERIVED)
          && loket_draft_differs_from (draft, record, i))
        return TRUE;
    }

  return FALSE;
}

static gboolean
validate (LoketImportPlan    *self,
          const LoketDraft   *draft,
          const LoketChecks  *checks,
          LoketImportPlace   *place,
          GError            **error)
{
  guint field = 0;

  if (loket_draft_validate (draft, checks, &field, error))
    return TRUE;

  /* The reason names the value. */
  place->column = self->kind->fields[field].name;
  place->value = (LoketCsvField) { "", 0 };

  return FALSE;
}

/* Which column shows a person what the number of the row is: responses and invitations have one
 * that is made of several. */
static void
point_at_number (LoketImportPlan   *self,
                 const char        *number,
                 LoketImportPlace  *place)
{
  place->column = self->kind->fields[self->number_field].name;
  place->value = (LoketCsvField) { number, strlen (number) };

  if (self->response_row != NULL)
    {
      const char *respondent = strchr (number, '/') + 1;

      place->column = loket_response_row_get_name (LOKET_RESPONSE_ROW_RESPONDENT_ID);
      place->value = (LoketCsvField) { respondent, strlen (respondent) };
    }
  else if (self->kind == &loket_invitation_kind)
    {
      *place = (LoketImportPlace) { NULL, { "", 0 } };
    }
}

static gboolean
look_for_double (LoketImportPlan       *self,
                 const LoketImportRow  *row,
                 LoketImportPlace      *place,
                 gboolean              *is_double,
                 GError               **error)
{
  const char *number = loket_draft_get_text (row->draft, self->number_field);

  if (loket_import_doubles_note (self->doubles, number, row->raw, is_double, error))
    return TRUE;

  point_at_number (self, number, place);

  return FALSE;
}

static gboolean
resolve (LoketImportPlan   *self,
         LoketDatabase     *database,
         LoketDraft        *draft,
         LoketImportPlace  *place,
         GError           **error)
{
  guint field = 0;
  const char *number;

  if (loket_resolver_resolve (self->resolver, database, draft, &field, error))
    return TRUE;

  number = loket_draft_get_text (draft, field);
  place->column = self->kind->fields[field].name;
  place->value = (LoketCsvField) { number, strlen (number) };

  return FALSE;
}

static gboolean
find_record (LoketImportPlan   *self,
             LoketDatabase     *database,
             const LoketDraft  *row,
             LoketRecord      **record,
             GError           **error)
{
  return loket_record_table_find (loket_record_table_get (database, self->kind),
                                  loket_draft_get_text (row, self->number_field), record, error);
}

/* What is to be done with a row that could be read, doubles aside. */
static gboolean
compare (LoketImportPlan       *self,
         LoketDatabase         *database,
         const LoketChecks     *checks,
         LoketDraft            *row,
         LoketImportPlace      *place,
         LoketImportResult     *result,
         GError               **error)
{
  g_autoptr (LoketRecord) record = NULL;
  g_autoptr (LoketDraft) changed = NULL;

  if (!find_record (self, database, row, &record, error)
      || !loket_response_link_apply (self->link, database, row, record, place, error))
    return FALSE;

  if (record == NULL)
    {
      *result = LOKET_IMPORT_NEW;
      return validate (self, row, checks, place, error);
    }

  changed = change_record (self, record, row);
  *result = differs (changed, record) ? LOKET_IMPORT_CHANGED : LOKET_IMPORT_SAME;

  return *result == LOKET_IMPORT_SAME || validate (self, changed, checks, place, error);
}

static void
add_result (LoketImportPlan   *self,
            LoketImportResult  result)
{
  guint8 byte = (guint8) result;

  g_byte_array_append (self->results, &byte, 1);
  self->counts[result]++;
}

static gboolean
check_row (LoketImportPlan       *self,
           LoketDatabase         *database,
           const LoketChecks     *checks,
           const LoketImportRow  *row,
           GError               **error)
{
  g_autoptr (GError) reason = NULL;
  LoketImportPlace place = { NULL, { "", 0 } };
  LoketImportResult result = LOKET_IMPORT_REFUSED;
  gboolean is_double = FALSE;

  if (resolve (self, database, row->draft, &place, &reason)
      && compare (self, database, checks, row->draft, &place, &result, &reason)
      && look_for_double (self, row, &place, &is_double, &reason))
    {
      loket_response_link_take (self->link, row->draft);
      add_result (self, is_double ? LOKET_IMPORT_SAME : result);
      return TRUE;
    }

  if (!g_error_matches (reason, LOKET_ERROR, LOKET_ERROR_INVALID))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }

  g_ptr_array_add (self->refusals,
                   loket_refusal_new (row->line, place.column, place.value.text,
                                      (gssize) place.value.length, reason->message));
  add_result (self, LOKET_IMPORT_REFUSED);

  return TRUE;
}

/**
 * loket_import_plan_check:
 * @self: a plan
 * @database: the store, in a transaction that reads
 * @checks: what the rules need to know
 * @error: return location for an error
 *
 * Decides about every row. To be called once.
 *
 * Returns: whether all rows could be decided about, refused ones included; else what the store
 *   said, or G_IO_ERROR_CANCELLED
 */
gboolean
loket_import_plan_check (LoketImportPlan    *self,
                         LoketDatabase      *database,
                         const LoketChecks  *checks,
                         GError            **error)
{
  g_autoptr (LoketImportFeed) feed = NULL;
  LoketImportRow row;

  feed = loket_import_feed_new (self->kind, self->reader, fill_draft, NULL, self);

  while (loket_import_feed_next (feed, &row))
    {
      if (row.refusal != NULL)
        {
          g_ptr_array_add (self->refusals, row.refusal);
          add_result (self, LOKET_IMPORT_REFUSED);
        }
      else if (!check_row (self, database, checks, &row, error))
        return FALSE;

      if (!report (self, &row, FALSE, error))
        return FALSE;
    }

  return TRUE;
}

const LoketKind *
loket_import_plan_get_kind (LoketImportPlan *self)
{
  return self->kind;
}

/**
 * loket_import_plan_get_reader:
 *
 * Returns: (transfer none): the file
 */
LoketCsvReader *
loket_import_plan_get_reader (LoketImportPlan *self)
{
  return self->reader;
}

/**
 * loket_import_plan_count:
 *
 * Returns: for how many rows the check came to @result
 */
guint
loket_import_plan_count (LoketImportPlan   *self,
                         LoketImportResult  result)
{
  return self->counts[result];
}

/**
 * loket_import_plan_get_refusals:
 *
 * Returns: (transfer none) (element-type LoketRefusal): why rows are refused, in the order of the
 *   file, one for each refused row
 */
GPtrArray *
loket_import_plan_get_refusals (LoketImportPlan *self)
{
  return self->refusals;
}

/**
 * loket_import_plan_get_unknown_columns:
 *
 * Returns: (transfer none) (array zero-terminated=1): the columns of the file that are not read
 */
const char *const *
loket_import_plan_get_unknown_columns (LoketImportPlan *self)
{
  LoketImportColumns *columns = self->response_row != NULL
                                  ? loket_response_row_get_columns (self->response_row)
                                  : loket_record_row_get_columns (self->record_row);

  return loket_import_columns_get_unknown (columns);
}

/**
 * loket_import_plan_get_offices:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of offices that must be made before
 *   the first draft is asked for
 */
const char *const *
loket_import_plan_get_offices (LoketImportPlan *self)
{
  return loket_resolver_get_offices (self->resolver);
}

/**
 * loket_import_plan_begin:
 *
 * Goes back to the first row, before loket_import_plan_next () is called for the first time.
 */
void
loket_import_plan_begin (LoketImportPlan *self)
{
  g_clear_pointer (&self->feed, loket_import_feed_free);
  loket_csv_reader_rewind (self->reader);
  self->row = 0;
  self->n_reported = 0;
  self->feed = loket_import_feed_new (self->kind, self->reader, fill_draft, is_done_with, self);
}

/* Gives out what is to be saved for a row, given what the check said of it. */
static gboolean
give_draft (LoketImportPlan    *self,
            LoketDatabase      *database,
            LoketDraft         *row,
            LoketImportResult   result,
            GError            **error)
{
  g_autoptr (LoketRecord) record = NULL;
  LoketImportPlace place;
  LoketDraft *draft = row;
  guint field;

  if (!loket_resolver_resolve (self->resolver, database, row, &field, error))
    return FALSE;

  if (result == LOKET_IMPORT_CHANGED && !find_record (self, database, row, &record, error))
    return FALSE;
  if (!loket_response_link_apply (self->link, database, row, record, &place, error))
    return FALSE;

  if (record != NULL)
    {
      draft = change_record (self, record, row);
      g_ptr_array_add (self->changed, draft);
    }
  g_ptr_array_add (self->given, draft);

  return TRUE;
}

/**
 * loket_import_plan_next:
 * @self: a plan that was checked
 * @database: the store, in a transaction that writes
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable) (element-type LoketDraft): the next records to save, which
 *   hold until the next call; none at the end. NULL when the store failed, was changed so that a
 *   row is no longer right, or the work was cancelled
 */
GPtrArray *
loket_import_plan_next (LoketImportPlan  *self,
                        LoketDatabase    *database,
                        GError          **error)
{
  LoketImportRow row;
  guint n_rows = 0;

  g_ptr_array_set_size (self->given, 0);
  g_ptr_array_set_size (self->changed, 0);

  while ((self->given->len == 0 || n_rows < LOKET_IMPORT_FEED_ROWS)
         && loket_import_feed_next (self->feed, &row))
    {
      LoketImportResult result = self->results->data[self->row++];

      g_clear_pointer (&row.refusal, loket_refusal_free);
      if (!report (self, &row, TRUE, error))
        return NULL;

      if (row.draft != NULL && !give_draft (self, database, row.draft, result, error))
        {
          g_prefix_error (error, _("%s, line %u: "), loket_csv_reader_get_name (self->reader),
                          row.line);
          return NULL;
        }
      if (self->given->len > 0)
        n_rows++;
    }

  return self->given;
}
