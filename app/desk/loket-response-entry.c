/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * To whom a response is counted is decided once, when it is linked; what is kept without a link is
 * counted likewise, and nothing in the store leads from it to the person. */

#include "loketten-config.h"

#include "loket-response-entry.h"

#include "loket-attribution-table.h"
#include "loket-counsellor.h"
#include "loket-error.h"
#include "loket-number-table.h"
#include "loket-office.h"
#include "loket-period.h"
#include "loket-record-table.h"
#include "loket-response-link.h"
#include "loket-response-number.h"
#include "loket-response-table.h"
#include "loket-response.h"
#include "loket-review.h"
#include "loket-reviewer.h"
#include "loket-trajectory.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  LoketResponseEntry *entry;
  char *counsellor_id;  /* (nullable) */
  LoketDateText today;
} Request;

static void
free_request (gpointer data)
{
  Request *request = data;

  loket_response_entry_free (request->entry);
  g_free (request->counsellor_id);
  g_free (request);
}

/**
 * loket_response_entry_new:
 *
 * Returns: (transfer full): an entry without anything in it
 */
LoketResponseEntry *
loket_response_entry_new (LoketQuestionnaire *questionnaire)
{
  LoketResponseEntry *entry = g_new0 (LoketResponseEntry, 1);

  entry->questionnaire = g_object_ref (questionnaire);

  return entry;
}

void
loket_response_entry_free (LoketResponseEntry *entry)
{
  g_object_unref (entry->questionnaire);
  g_clear_object (&entry->before);
  for (guint i = 0; i < LOKET_ENTRY_N_FIELDS; i++)
    g_free (entry->values[i]);
  g_free (entry->answers);
  g_clear_pointer (&entry->open, g_hash_table_unref);
  g_free (entry);
}

static gboolean
refuse (GError     **error,
        const char  *reason)
{
  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_INVALID, reason);

  return FALSE;
}

/**
 * loket_response_entry_check_month:
 * @month: (nullable): what was given: "2026-11"
 * @today: the day
 * @error: %LOKET_ERROR_INVALID: a sentence that names the field
 *
 * Returns: whether the survey can have been sent in that month
 */
gboolean
loket_response_entry_check_month (LoketQuestionnaire  *questionnaire,
                                  const char          *month,
                                  const char          *today,
                                  GError             **error)
{
  int number = 0;

  if (month == NULL)
    return refuse (error, _("Month: say in which month the survey was sent"));
  if (!loket_month_parse (month, &number, NULL))
    return refuse (error, _("Month: write the year and the month, such as 2026-11"));
  if (strncmp (month, today, strlen ("2026-11")) > 0)
    return refuse (error, _("Month: is still to come"));
  if (loket_questionnaire_find_version (questionnaire, loket_month_get_year (number)) == NULL)
    return refuse (error, _("Month: the questionnaire was not used in that year"));

  return TRUE;
}

/* Of several measurements one must be named; the first is 0. */
static gboolean
check_wave (LoketResponseEntry  *entry,
            GError             **error)
{
  const char *text = entry->values[LOKET_ENTRY_WAVE];
  guint n_waves = loket_questionnaire_get_n_waves (entry->questionnaire);
  guint64 wave = 0;

  if (n_waves > 1 && text == NULL)
    entry->values[LOKET_ENTRY_WAVE] = g_strdup ("0");
  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 0, LOKET_WAVE_MAX, &wave, NULL)
      || (n_waves > 0
          && loket_questionnaire_find_wave (entry->questionnaire, (int) wave) < 0))
    return refuse (error, _("Wave: is not a wave of this questionnaire"));

  return TRUE;
}

static char *
create_number (LoketDatabase       *database,
               LoketResponseEntry  *entry,
               GError             **error)
{
  const char *id = loket_questionnaire_get_id (entry->questionnaire);
  g_autofree char *respondent = g_strdup (entry->values[LOKET_ENTRY_NUMBER]);
  LoketCsvField field;

  if (respondent == NULL)
    respondent = loket_response_table_dup_next_respondent (database, id, error);
  if (respondent == NULL)
    return NULL;

  field = (LoketCsvField) { respondent, strlen (respondent) };

  return loket_response_number_create (id, field, entry->values[LOKET_ENTRY_WAVE]);
}

/* A response keeps its number for ever; another one of that number is somebody else's. */
static gboolean
give_number (LoketDatabase       *database,
             LoketResponseEntry  *entry,
             LoketDraft          *draft,
             GError             **error)
{
  LoketRecordTable *table = loket_record_table_get (database,
                                                    &loket_response_kind);
  g_autoptr (LoketRecord) other = NULL;
  g_autofree char *number = NULL;

  if (entry->before != NULL)
    return TRUE;

  number = create_number (database, entry, error);
  if (number == NULL || !loket_record_table_find (table, number, &other, error))
    return FALSE;
  if (other != NULL)
    return refuse (error, _("Number: there is a response of that number already"));

  loket_draft_set_value (draft, LOKET_RESPONSE_RESPONSE_NO, number);

  return TRUE;
}

static gboolean
set_trajectory (LoketDatabase       *database,
                LoketResponseEntry  *entry,
                LoketDraft          *draft,
                GError             **error)
{
  const char *number = entry->values[LOKET_ENTRY_TRAJECTORY];
  g_autofree char *id = NULL;

  if (number != NULL
      && !loket_number_table_find_id (database, &loket_trajectory_kind, number,
                                      &id, error))
    return FALSE;
  if (number != NULL && id == NULL)
    return refuse (error, _("Trajectory: there is none of that number"));

  loket_draft_set_value (draft, LOKET_RESPONSE_TRAJECTORY_NO, id);

  return TRUE;
}

static gboolean
link_by_token (LoketDatabase       *database,
               LoketResponseEntry  *entry,
               LoketDraft          *draft,
               GError             **error)
{
  g_autoptr (LoketResponseLink) link = loket_response_link_new ();
  LoketImportPlace place;

  if (loket_response_link_apply (link, database, draft, entry->before, &place,
                                 error))
    return TRUE;

  /* Translators: why the token of an invitation is refused. */
  g_prefix_error (error, _("Token: "));

  return FALSE;
}

/* Who it is counted to: as the head says, else who advises the client at this moment. One that was
 * linked to the same trajectory before stays with whom it was counted to. */
static gboolean
attribute (LoketDatabase       *database,
           LoketResponseEntry  *entry,
           LoketDraft          *draft,
           GError             **error)
{
  const char *id = loket_draft_get_value (draft, LOKET_RESPONSE_TRAJECTORY_NO);
  const char *then = entry->before != NULL
                       ? loket_record_get_value (entry->before, LOKET_RESPONSE_TRAJECTORY_NO)
                       : NULL;
  g_autofree char *office = NULL;
  g_autofree char *counsellor = NULL;

  if (id == NULL || (then != NULL && g_str_equal (id, then)))
    return TRUE;
  if (!loket_attribution_table_find (database, id, &office, &counsellor, error))
    return FALSE;

  if (loket_draft_get_value (draft, LOKET_RESPONSE_LOKET) == NULL)
    loket_draft_set_value (draft, LOKET_RESPONSE_LOKET, office);
  if (loket_draft_get_value (draft, LOKET_RESPONSE_COUNSELLOR) == NULL)
    loket_draft_set_value (draft, LOKET_RESPONSE_COUNSELLOR, counsellor);

  return TRUE;
}

/* A slip of the pen must not become an office or a counsellor of its own, with figures of its own.
 * What a file said before stays. */
static gboolean
check_known (LoketDatabase             *database,
             const LoketResponseEntry  *entry,
             const LoketKind           *kind,
             guint                      field,
             const char                *value,
             GError                   **error)
{
  const char *before = entry->before != NULL ? loket_record_get_value (entry->before, field)
                                             : NULL;
  g_autofree char *id = NULL;

  if (value == NULL || g_strcmp0 (value, before) == 0)
    return TRUE;
  if (!loket_number_table_find_id (database, kind, value, &id, error))
    return FALSE;
  if (id != NULL)
    return TRUE;

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
               kind == &loket_office_kind
                   /* Translators: what was typed. */
                   ? _("Office: there is none that is called “%s”")
                   /* Translators: what was typed. */
                   : _("Counsellor: there is none with the code “%s”"),
               value);

  return FALSE;
}

static gboolean
check_attribution (LoketDatabase             *database,
                   const LoketResponseEntry  *entry,
                   GError                   **error)
{
  return check_known (database, entry, &loket_office_kind, LOKET_RESPONSE_LOKET,
                      entry->values[LOKET_ENTRY_OFFICE], error)
         && check_known (database, entry, &loket_counsellor_kind, LOKET_RESPONSE_COUNSELLOR,
                         entry->values[LOKET_ENTRY_COUNSELLOR], error);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* @open: (nullable) */
static char *
pack_open (GHashTable *open)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  GString *packed = g_string_new (NULL);
  GHashTableIter iter;
  gpointer item;

  if (open != NULL)
    {
      g_hash_table_iter_init (&iter, open);
      while (g_hash_table_iter_next (&iter, &item, NULL))
        g_ptr_array_add (items, item);
    }
  g_ptr_array_sort (items, compare_texts);
  for (guint i = 0; i < items->len; i++)
    loket_response_append_open (packed, items->pdata[i],
                                g_hash_table_lookup (open, items->pdata[i]));

  return g_string_free (packed, FALSE);
}

/* Who may not read open answers cannot change what was not shown. */
static gboolean
set_answers (LoketDatabase  *database,
             const Request  *request,
             LoketDraft     *draft,
             GError        **error)
{
  const LoketResponseEntry *entry = request->entry;
  g_autofree char *open = pack_open (entry->open);
  g_autofree char *filled = NULL;
  gboolean may_review = FALSE;

  if (!loket_reviewer_find (database, request->counsellor_id, &may_review,
                            error))
    return FALSE;
  if (entry->before != NULL && !may_review)
    filled = loket_review_fill_in (
        open, loket_record_get_value (entry->before, LOKET_RESPONSE_OPEN_ANSWERS),
        loket_record_get_value (entry->before, LOKET_RESPONSE_REVIEW));

  loket_draft_set_value (draft, LOKET_RESPONSE_ANSWERS, entry->answers);
  loket_draft_set_value (draft, LOKET_RESPONSE_OPEN_ANSWERS, filled != NULL ? filled : open);

  return TRUE;
}

static LoketDraft *
create_draft (const LoketResponseEntry *entry)
{
  LoketDraft *draft = entry->before != NULL ? loket_draft_new_from_record (entry->before)
                                            : loket_draft_new (&loket_response_kind);

  loket_draft_set_value (draft, LOKET_RESPONSE_QUESTIONNAIRE,
                         loket_questionnaire_get_id (entry->questionnaire));
  loket_draft_set_value (draft, LOKET_RESPONSE_MONTH, entry->values[LOKET_ENTRY_MONTH]);
  loket_draft_set_value (draft, LOKET_RESPONSE_WAVE, entry->values[LOKET_ENTRY_WAVE]);
  loket_draft_set_value (draft, LOKET_RESPONSE_TOKEN, entry->values[LOKET_ENTRY_TOKEN]);
  loket_draft_set_value (draft, LOKET_RESPONSE_LOKET, entry->values[LOKET_ENTRY_OFFICE]);
  loket_draft_set_value (draft, LOKET_RESPONSE_COUNSELLOR, entry->values[LOKET_ENTRY_COUNSELLOR]);

  return draft;
}

/* The response as it would be kept. */
static LoketDraft *
prepare (LoketDatabase  *database,
         const char     *today,
         const Request  *request,
         GError        **error)
{
  LoketResponseEntry *entry = request->entry;
  g_autoptr (LoketDraft) draft = NULL;

  if (!check_wave (entry, error))
    return NULL;

  draft = create_draft (entry);
  if (!loket_response_entry_check_month (entry->questionnaire, entry->values[LOKET_ENTRY_MONTH],
                                         today, error)
      || !check_attribution (database, entry, error)
      || !give_number (database, entry, draft, error)
      || !set_trajectory (database, entry, draft, error)
      || !link_by_token (database, entry, draft, error)
      || !attribute (database, entry, draft, error)
      || !set_answers (database, request, draft, error))
    return NULL;

  if (entry->keep_apart)
    {
      loket_draft_set_value (draft, LOKET_RESPONSE_TRAJECTORY_NO, NULL);
      loket_draft_set_value (draft, LOKET_RESPONSE_TOKEN, NULL);
      loket_draft_set_value (draft, LOKET_RESPONSE_CLIENT, NULL);
    }

  return g_steal_pointer (&draft);
}

static gboolean
enter (LoketAct  *act,
       gpointer   input,
       GError   **error)
{
  g_autoptr (LoketDraft) draft = prepare (loket_act_get_database (act),
                                          loket_act_get_checks (act)->today, input, error);

  return draft != NULL && loket_act_save (act, draft, error);
}

static gpointer
check (LoketDatabase  *database,
       gpointer        input,
       GError        **error)
{
  const Request *request = input;

  return prepare (database, request->today.text, request, error);
}

static Request *
create_request (LoketDesk          *desk,
                LoketResponseEntry *entry)
{
  Request *request = g_new0 (Request, 1);

  request->entry = entry;
  request->counsellor_id = g_strdup (loket_desk_get_counsellor_id (desk));
  request->today = loket_desk_get_today (desk);

  return request;
}

/**
 * loket_desk_enter_response_async:
 * @entry: (transfer full): what is entered
 *
 * Saves a response that was typed over, or corrected; finish with loket_desk_act_finish ().
 * %LOKET_ERROR_INVALID when something of it is not right, naming the field.
 */
void
loket_desk_enter_response_async (LoketDesk           *desk,
                                 LoketResponseEntry  *entry,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  loket_desk_act_async (desk, entry->before != NULL ? "response.correct" : "response.enter", enter,
                        create_request (desk, entry), free_request, cancellable, callback,
                        user_data);
}

/**
 * loket_desk_check_response_async:
 * @entry: (transfer full): what has been entered so far
 *
 * Looks whether the head of a response is right; finish with loket_desk_check_response_finish ().
 */
void
loket_desk_check_response_async (LoketDesk           *desk,
                                 LoketResponseEntry  *entry,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  loket_desk_read_async (desk, check, create_request (desk, entry), free_request,
                         (GDestroyNotify) loket_draft_free, cancellable, callback, user_data);
}

/**
 * loket_desk_check_response_finish:
 * @error: %LOKET_ERROR_INVALID when something of it is not right, naming the field
 *
 * Returns: (transfer full) (nullable): the response as it would be kept
 */
LoketDraft *
loket_desk_check_response_finish (LoketDesk     *desk,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return loket_desk_read_finish (desk, result, error);
}
