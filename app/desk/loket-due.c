/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Works out how urgent what is due is, and who does it. */

#include "loketten-config.h"

#include "loket-due.h"

#include "loket-counsellors.h"
#include "loket-due-table.h"
#include "loket-late-work.h"
#include "loket-office-rules.h"
#include "loket-record-table.h"
#include "loket-work-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What was asked for, and what is found out for it. */
typedef struct
{
  const char *on;
  const char *counsellor;  /* (nullable): a code */
  const char *kind;        /* (nullable) */
  LoketCodes *codes;
  LoketRules *rules;
  GHashTable *counsellors; /* id -> code */
  GStrv owned;             /* (nullable): whose work is wanted */
} Request;

static void
free_due (LoketDue *due)
{
  g_free (due->client_no);
  g_free (due->trajectory_no);
  g_free (due->kind);
  g_free (due->counsellor);
  g_free (due->reason);
  g_free (due);
}

static gboolean
note_counsellor (LoketRecord  *counsellor,
                 gpointer      counsellors,
                 GError      **error)
{
  g_hash_table_insert (counsellors, g_strdup (loket_record_get_id (counsellor)),
                       g_strdup (loket_record_get_text (counsellor,
                                                        LOKET_COUNSELLOR_COUNSELLOR)));

  return TRUE;
}

/* A callback that no contact was planned for is still a callback. */
static const char *
get_kind (const LoketDueRow *row)
{
  return row->is_promise && !g_str_equal (row->kind, "callback") ? "promise" : row->kind;
}

/* What asks for it, as far as its kind does not say that already. */
static char *
format_reason (const LoketDueRow *row,
               LoketCodes        *codes)
{
  const char *title = loket_codes_get_label (codes, row->is_promise ? "promise_kind"
                                                                    : "contact_kind", row->kind);

  if (row->text != NULL)
    return g_strdup_printf ("%s: %s", title, row->text);
  if (row->assessment != NULL)
    return g_strdup_printf ("%s: %s", title,
                            loket_codes_get_label (codes, "assessment_kind", row->assessment));
  if (g_str_equal (row->kind, "first_response"))
    /* Translators: what is due, and the date of the sign-up. */
    return g_strdup_printf (_("%s: signed up on %s"), title, row->opened_on);
  if (g_str_equal (row->kind, "aftercare") && row->closed_on != NULL)
    /* Translators: what is due, and the date on which the trajectory was closed. */
    return g_strdup_printf (_("%s: closed on %s"), title, row->closed_on);

  return g_strdup (title);
}

/* Who most wants contact for longer goes first. */
static gboolean
is_high (const LoketDueRow *row)
{
  return g_strcmp0 (row->situation, "jobseeker") == 0
         || g_strcmp0 (row->situation, "benefit_municipality") == 0;
}

static gboolean
is_untaken (const LoketDueRow *row)
{
  return g_str_equal (row->kind, "first_response") && !row->is_taken;
}

static LoketDue *
create_due (const Request     *request,
            const LoketDueRow *row)
{
  LoketDue *due = g_new0 (LoketDue, 1);
  const char *owner_id = loket_rules_find_owner (request->rules, row->counsellor_id, request->on);

  due->client_no = g_strdup (row->client_no);
  due->trajectory_no = g_strdup (row->trajectory_no);
  due->kind = g_strdup (get_kind (row));
  due->due_on = loket_date_add_days (row->due_on, 0);
  due->overdue_days = loket_working_days_count_between (loket_rules_get_days (request->rules, NULL),
                                                        row->due_on, request->on);
  due->is_high = is_high (row) || due->overdue_days > 0;
  if (owner_id != NULL)
    due->counsellor = g_strdup (g_hash_table_lookup (request->counsellors, owner_id));
  due->attempt = row->attempts + 1;
  due->is_escalated = loket_late_work_is_escalated (request->rules, row->due_on, is_untaken (row),
                                                    request->on);
  due->reason = format_reason (row, request->codes);

  return due;
}

static int
compare_urgency (gconstpointer a,
                 gconstpointer b)
{
  const LoketDue *one = *(LoketDue *const *) a, *other = *(LoketDue *const *) b;
  int order = other->is_high - one->is_high;

  if (order == 0)
    order = strcmp (one->due_on.text, other->due_on.text);
  if (order == 0)
    order = strcmp (one->client_no, other->client_no);

  return order != 0 ? order : strcmp (one->kind, other->kind);
}

static gboolean
find_owned (Request        *request,
            LoketDatabase  *database,
            GError        **error)
{
  g_autoptr (LoketRecord) counsellor = NULL;

  if (request->counsellor == NULL)
    return TRUE;

  counsellor = loket_counsellors_load (database, request->counsellor, error);
  if (counsellor == NULL)
    return FALSE;

  request->owned = loket_rules_dup_owned (request->rules, loket_record_get_id (counsellor),
                                          request->on);

  return TRUE;
}

/* A sign-up that nobody has taken is nobody's in particular. */
static gboolean
is_wanted (const Request     *request,
           const LoketDueRow *row)
{
  const char *owner_id = row->counsellor_id != NULL ? row->counsellor_id : LOKET_WORK_NOBODY;

  if (request->kind != NULL && !g_str_equal (request->kind, get_kind (row)))
    return FALSE;
  if (request->owned == NULL)
    return TRUE;

  return g_strv_contains ((const char *const *) request->owned, owner_id)
         && (row->counsellor_id != NULL || !is_untaken (row));
}

static GPtrArray *
collect (Request        *request,
         LoketDatabase  *database,
         GError        **error)
{
  g_autoptr (GPtrArray) rows = loket_due_table_load (database, request->on, error);
  GPtrArray *due;

  if (rows == NULL)
    return NULL;

  due = g_ptr_array_new_with_free_func ((GDestroyNotify) free_due);
  for (guint i = 0; i < rows->len; i++)
    {
      if (is_wanted (request, rows->pdata[i]))
        g_ptr_array_add (due, create_due (request, rows->pdata[i]));
    }
  g_ptr_array_sort (due, compare_urgency);

  return due;
}

static gpointer
load_due (LoketDatabase  *database,
          gpointer        input,
          GError        **error)
{
  Request *request = input;
  LoketRecordTable *counsellors = loket_record_table_get (database, &loket_counsellor_kind);
  g_autoptr (LoketRules) rules = loket_office_rules_load (database, error);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GPtrArray *due = NULL;

  request->rules = rules;
  request->counsellors = codes;
  if (rules != NULL && find_owned (request, database, error)
      && loket_record_table_for_each (counsellors, note_counsellor, codes, error))
    due = collect (request, database, error);
  g_strfreev (request->owned);

  return due;
}

/**
 * loket_desk_load_due:
 * @on: YYYY-MM-DD
 * @counsellor: (nullable): the code of a counsellor: only what they do on that day, also for others
 * @kind: (nullable): only of this kind, a code of the list "contact_kind" or "promise"
 * @error: %LOKET_ERROR_NOT_FOUND when there is no such counsellor
 *
 * Lists open contacts, and open promises of counsellors, that are due on the day or before it: by
 * priority, then by the day on which they are due, then by client. Blocks.
 *
 * Returns: (transfer full) (nullable) (element-type LoketDue): what is due
 */
GPtrArray *
loket_desk_load_due (LoketDesk   *desk,
                     const char  *on,
                     const char  *counsellor,
                     const char  *kind,
                     GError     **error)
{
  Request request = {
    .on = on, .counsellor = counsellor, .kind = kind, .codes = loket_desk_get_codes (desk),
  };

  return loket_store_read (loket_desk_get_store (desk), load_due, &request, error);
}
