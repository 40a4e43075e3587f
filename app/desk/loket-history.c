/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads the change log of a client by acts, and names what is referred to. */

#include "loket-history.h"

#include "loket-client.h"
#include "loket-counsellor.h"
#include "loket-error.h"
#include "loket-history-table.h"
#include "loket-record-table.h"

#include <string.h>

#define ACTS_PER_PAGE 30

/* Which page is asked for. */
typedef struct
{
  char *client_id;
  char *record_id;  /* (nullable): this one alone */
  char *before;     /* (nullable): the id of the last act of the page before */
} Request;

/* A page being put together. */
typedef struct
{
  LoketDatabase *database;
  const Request *request;
  LoketHistoryPage *page;
  GHashTable *by_id;    /* id of an act -> LoketHistoryAct */
  GHashTable *numbers;  /* id of a record -> its number */
} Reading;

static void
free_request (Request *request)
{
  g_free (request->client_id);
  g_free (request->record_id);
  g_free (request->before);
  g_free (request);
}

static void
free_line (LoketHistoryLine *line)
{
  g_free (line->record_id);
  g_free (line->number);
  g_free (line->old_value);
  g_free (line->new_value);
  g_free (line);
}

static void
free_act (LoketHistoryAct *act)
{
  g_free (act->id);
  g_free (act->name);
  g_free (act->undone);
  g_free (act->at);
  g_free (act->who);
  g_ptr_array_unref (act->lines);
  g_free (act);
}

void
loket_history_page_free (LoketHistoryPage *page)
{
  g_clear_pointer (&page->acts, g_ptr_array_unref);
  g_free (page);
}

/* Of who is not among the counsellors the code is all there is. */
static char *
dup_counsellor_name (LoketDatabase  *database,
                     const char     *code,
                     GError        **error)
{
  LoketRecordTable *table = loket_record_table_get (database, &loket_counsellor_kind);
  g_autoptr (LoketRecord) counsellor = NULL;

  if (!loket_record_table_find (table, code, &counsellor, error))
    return NULL;

  return g_strdup (counsellor != NULL
                     ? loket_counsellor_get_display_name (LOKET_COUNSELLOR (counsellor))
                     : code);
}

/* The name of the act that another one took back. */
static gboolean
read_undone (LoketDatabase    *database,
             LoketHistoryAct  *act,
             GError          **error)
{
  g_autoptr (LoketChange) line = NULL;

  if (!g_str_has_prefix (act->name, "undo "))
    return TRUE;
  if (!loket_change_table_load_line (database, act->name + strlen ("undo "), &line, error))
    return FALSE;

  act->undone = g_strdup (line != NULL ? line->new_value : "");

  return TRUE;
}

static gboolean
add_act (Reading     *reading,
         const char  *id,
         GError     **error)
{
  LoketHistoryAct *act = g_new0 (LoketHistoryAct, 1);
  g_autoptr (LoketChange) line = NULL;

  act->id = g_strdup (id);
  act->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) free_line);
  g_ptr_array_add (reading->page->acts, act);
  g_hash_table_insert (reading->by_id, act->id, act);

  if (!loket_change_table_load_line (reading->database, id, &line, error))
    return FALSE;

  act->name = g_strdup (line != NULL ? line->new_value : "");
  act->at = g_strdup (line != NULL ? line->at : "");
  act->who = line != NULL ? dup_counsellor_name (reading->database, line->counsellor, error)
                          : g_strdup ("");

  return act->who != NULL && read_undone (reading->database, act, error);
}

/* @number: (out) (nullable): NULL when the record is gone, or is of a kind without numbers.
 *
 * Returns: whether the store could be asked */
static gboolean
find_number (Reading          *reading,
             const LoketKind  *kind,
             const char       *id,
             const char      **number,
             GError          **error)
{
  LoketRecordTable *table = loket_record_table_get (reading->database, kind);
  g_autoptr (LoketRecord) record = NULL;
  g_autoptr (GError) failure = NULL;
  int field = loket_kind_get_number_field (kind);

  *number = g_hash_table_lookup (reading->numbers, id);
  if (*number != NULL || field < 0)
    return TRUE;

  record = loket_record_table_load (table, id, &failure);
  if (g_error_matches (failure, LOKET_ERROR, LOKET_ERROR_NOT_FOUND))
    return TRUE;
  if (record == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  g_hash_table_insert (reading->numbers, g_strdup (id),
                       g_strdup (kind == &loket_counsellor_kind
                                   ? loket_counsellor_get_display_name (LOKET_COUNSELLOR (record))
                                   : loket_record_get_text (record, (guint) field)));
  *number = g_hash_table_lookup (reading->numbers, id);

  return TRUE;
}

/* Clients who are gone have no numbers any more and are left out. */
static gboolean
read_clients (Reading     *reading,
              const char  *ids,
              char       **readable,
              GError     **error)
{
  g_auto (GStrv) parts = g_strsplit (ids, ";", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *number;

      if (!find_number (reading, &loket_client_kind, parts[i], &number, error))
        return FALSE;
      if (number != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", number);
    }
  *readable = text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;

  return TRUE;
}

/* What a reference refers to may be gone: then its id is all there is. */
static gboolean
read_value (Reading           *reading,
            const LoketField  *field,
            const char        *value,
            char             **readable,
            GError           **error)
{
  const char *number = NULL;

  if (value != NULL && field == &loket_client_kind.fields[LOKET_CLIENT_NOT_SAME])
    return read_clients (reading, value, readable, error);
  if (value != NULL && field->type == LOKET_FIELD_REFERENCE
      && !find_number (reading, loket_kind_get_by_name (field->list), value, &number, error))
    return FALSE;

  *readable = g_strdup (number != NULL ? number : value);

  return TRUE;
}

static LoketHistoryLine *
add_line (Reading            *reading,
          LoketHistoryAct    *act,
          LoketHistoryEvent   event,
          const LoketKind    *kind,
          const char         *record_id,
          GError            **error)
{
  LoketHistoryLine *line;
  const char *number;

  if (!find_number (reading, kind, record_id, &number, error))
    return NULL;

  line = g_new0 (LoketHistoryLine, 1);
  line->event = event;
  line->kind = kind;
  line->record_id = g_strdup (record_id);
  line->number = g_strdup (number);
  g_ptr_array_add (act->lines, line);

  return line;
}

/* Whether the act removed the record or brought it back: then its fields say nothing new. */
static gboolean
is_told (const LoketHistoryAct *act,
         const char            *record_id)
{
  for (guint i = 0; i < act->lines->len; i++)
    {
      const LoketHistoryLine *line = act->lines->pdata[i];

      if (line->event != LOKET_HISTORY_CHANGED && g_str_equal (line->record_id, record_id))
        return TRUE;
    }

  return FALSE;
}

static gboolean
add_field (Reading            *reading,
           LoketHistoryAct    *act,
           const LoketKind    *kind,
           const LoketChange  *change,
           GError            **error)
{
  int field = loket_kind_find_field (kind, change->field);
  LoketHistoryLine *line;

  if (field < 0)
    return TRUE;

  line = add_line (reading, act, LOKET_HISTORY_CHANGED, kind, change->record_id, error);
  if (line == NULL)
    return FALSE;

  line->field = (guint) field;

  return read_value (reading, &kind->fields[field], change->old_value, &line->old_value, error)
         && read_value (reading, &kind->fields[field], change->new_value, &line->new_value, error);
}

static gboolean
add_change (Reading            *reading,
            const LoketChange  *change,
            GError            **error)
{
  LoketHistoryAct *act = g_hash_table_lookup (reading->by_id, change->act);
  const LoketKind *kind = loket_kind_get_by_name (change->kind);

  if (act == NULL || kind == NULL || is_told (act, change->record_id))
    return TRUE;

  if (g_str_equal (change->field, "removed"))
    return add_line (reading, act, LOKET_HISTORY_REMOVED, kind, change->record_id, error) != NULL;
  if (g_str_equal (change->field, "restored"))
    return add_line (reading, act, LOKET_HISTORY_RESTORED, kind, change->record_id, error) != NULL;

  return add_field (reading, act, kind, change, error);
}

static gboolean
fill_acts (Reading  *reading,
           GError  **error)
{
  GPtrArray *acts = reading->page->acts;
  const char *last = ((LoketHistoryAct *) acts->pdata[0])->id;
  const char *first = ((LoketHistoryAct *) acts->pdata[acts->len - 1])->id;
  g_autoptr (GPtrArray) made = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  made = loket_history_table_load_made (reading->database, reading->request->client_id,
                                        reading->request->record_id, first, last, error);
  changes = made == NULL ? NULL
                         : loket_history_table_load_changes (reading->database,
                                                             reading->request->client_id,
                                                             reading->request->record_id, first,
                                                             last, error);
  if (changes == NULL)
    return FALSE;

  for (guint i = 0; i < made->len; i++)
    {
      const LoketMade *record = made->pdata[i];
      LoketHistoryAct *act = g_hash_table_lookup (reading->by_id, record->act);

      if (act != NULL
          && add_line (reading, act, LOKET_HISTORY_MADE, loket_kind_get_by_name (record->kind),
                       record->record_id, error) == NULL)
        return FALSE;
    }
  for (guint i = 0; i < changes->len; i++)
    {
      if (!add_change (reading, changes->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

static gpointer
load_history (LoketDatabase  *database,
              gpointer        input,
              GError        **error)
{
  const Request *request = input;
  g_autoptr (LoketHistoryPage) page = g_new0 (LoketHistoryPage, 1);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) ids = NULL;
  Reading reading = { database, request, page, by_id, numbers };

  page->acts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_act);
  ids = loket_history_table_load_acts (database, request->client_id, request->record_id,
                                       request->before, ACTS_PER_PAGE + 1, error);
  if (ids == NULL)
    return NULL;

  page->has_more = ids->len > ACTS_PER_PAGE;
  for (guint i = 0; i < MIN (ids->len, ACTS_PER_PAGE); i++)
    {
      if (!add_act (&reading, ids->pdata[i], error))
        return NULL;
    }
  if (ids->len > 0 && !fill_acts (&reading, error))
    return NULL;

  return g_steal_pointer (&page);
}

/**
 * loket_desk_load_history_async:
 * @client_id: the id of a client
 * @record_id: (nullable): a record of the client: its history alone
 * @before: (nullable): the id of the last act of the page before; NULL to begin with the latest
 *
 * Reads what was done to a client and to all that belongs to the client, thirty acts at a time.
 */
void
loket_desk_load_history_async (LoketDesk           *desk,
                               const char          *client_id,
                               const char          *record_id,
                               const char          *before,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Request *request = g_new0 (Request, 1);

  request->client_id = g_strdup (client_id);
  request->record_id = g_strdup (record_id);
  request->before = g_strdup (before);
  loket_desk_read_async (desk, load_history, request, (GDestroyNotify) free_request,
                         (GDestroyNotify) loket_history_page_free, cancellable, callback,
                         user_data);
}

/**
 * loket_desk_load_history_finish:
 *
 * Returns: (transfer full) (nullable): the page
 */
LoketHistoryPage *
loket_desk_load_history_finish (LoketDesk     *desk,
                                GAsyncResult  *result,
                                GError       **error)
{
  return loket_desk_read_finish (desk, result, error);
}
