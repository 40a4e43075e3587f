/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The counsellor of a response is whoever advised the client when the client was invited. */

#include "loketten-config.h"

#include "loket-response-link.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "loket-attribution-table.h"
#include "loket-error.h"
#include "loket-invitee.h"
#include "loket-record-table.h"
#include "loket-response.h"
#include "loket-response-number.h"

struct _LoketResponseLink
{
  GHashTable *used; /* (owned): token -> the respondent who had it in this file */
};

/**
 * loket_response_link_new:
 *
 * Returns: (transfer full): links the responses of one file
 */
LoketResponseLink *
loket_response_link_new (void)
{
  LoketResponseLink *self = g_new0 (LoketResponseLink, 1);

  self->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

void
loket_response_link_free (LoketResponseLink *self)
{
  g_hash_table_unref (self->used);
  g_free (self);
}

static void
refuse (const char  *reason,
        GError     **error)
{
  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_INVALID, reason);
}

static gboolean
has_token (const LoketDraft *response)
{
  return loket_draft_get_kind (response) == &loket_response_kind
         && loket_draft_get_value (response, LOKET_RESPONSE_TOKEN) != NULL;
}

/* Somebody typed it over: it may be in small letters. */
static void
tidy_token (LoketDraft *response)
{
  const char *given = loket_draft_get_text (response, LOKET_RESPONSE_TOKEN);
  g_autofree char *token = g_ascii_strup (given, -1);

  loket_draft_set_value (response, LOKET_RESPONSE_TOKEN, g_strstrip (token));
}

/* Finds who was invited under the token, and links the response to that trajectory. */
static LoketRecord *
link_trajectory (LoketDatabase  *database,
                 LoketDraft     *response,
                 GError        **error)
{
  LoketRecordTable *table = loket_record_table_get (database, &loket_invitee_kind);
  const char *token = loket_draft_get_text (response, LOKET_RESPONSE_TOKEN);
  const char *given = loket_draft_get_value (response, LOKET_RESPONSE_TRAJECTORY_NO);
  g_autoptr (GPtrArray) found = NULL;
  LoketRecord *invitee;

  found = loket_record_table_load_where (table, LOKET_INVITEE_TOKEN, token, error);
  if (found == NULL)
    return NULL;

  invitee = found->len > 0 ? found->pdata[0] : NULL;
  if (invitee == NULL
      || !g_str_equal (loket_record_get_text (invitee, LOKET_INVITEE_QUESTIONNAIRE),
                       loket_draft_get_text (response, LOKET_RESPONSE_QUESTIONNAIRE)))
    {
      refuse (_("nobody was invited under this token"), error);
      return NULL;
    }
  if (given != NULL
      && !g_str_equal (given, loket_record_get_text (invitee, LOKET_INVITEE_TRAJECTORY_NO)))
    {
      refuse (_("belongs to another trajectory than the row says"), error);
      return NULL;
    }

  loket_draft_set_value (response, LOKET_RESPONSE_TRAJECTORY_NO,
                         loket_record_get_value (invitee, LOKET_INVITEE_TRAJECTORY_NO));

  return g_object_ref (invitee);
}

static gboolean
refuse_other (const char  *mine,
              const char  *other,
              GError     **error)
{
  if (g_str_equal (mine, other))
    return TRUE;

  /* Translators: the number of a respondent. */
  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
               _("respondent %s answered under this token already"), other);

  return FALSE;
}

static char *
dup_respondent (const LoketDraft *response)
{
  return loket_response_number_dup_respondent (
      loket_draft_get_text (response, LOKET_RESPONSE_RESPONSE_NO),
      loket_draft_get_value (response, LOKET_RESPONSE_WAVE));
}

/* A token is that of one person; the same respondent may answer again in a later wave, and be
 * corrected. */
static gboolean
check_respondent (LoketResponseLink  *self,
                  LoketDatabase      *database,
                  const LoketDraft   *response,
                  GError            **error)
{
  LoketRecordTable *table = loket_record_table_get (database, &loket_response_kind);
  const char *token = loket_draft_get_text (response, LOKET_RESPONSE_TOKEN);
  g_autofree char *respondent = NULL;
  g_autoptr (GPtrArray) others = NULL;
  const char *earlier = g_hash_table_lookup (self->used, token);

  respondent = dup_respondent (response);
  if (earlier != NULL)
    return refuse_other (respondent, earlier, error);

  others = loket_record_table_load_where (table, LOKET_RESPONSE_TOKEN, token, error);
  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      g_autofree char *other = loket_response_number_dup_respondent (
          loket_record_get_text (others->pdata[i], LOKET_RESPONSE_RESPONSE_NO),
          loket_record_get_value (others->pdata[i], LOKET_RESPONSE_WAVE));

      if (!refuse_other (respondent, other, error))
        return FALSE;
    }

  return others != NULL;
}

/* Whom the client was invited for, as it was then; for who was invited before that was kept, as it
 * is now. */
static gboolean
find_attribution (LoketDatabase  *database,
                  LoketRecord    *invitee,
                  char          **office,
                  char          **counsellor,
                  GError        **error)
{
  *office = g_strdup (loket_record_get_value (invitee, LOKET_INVITEE_LOKET));
  *counsellor = g_strdup (loket_record_get_value (invitee, LOKET_INVITEE_COUNSELLOR));
  if (*office != NULL || *counsellor != NULL)
    return TRUE;

  return loket_attribution_table_find (database,
                                       loket_record_get_text (invitee,
                                                              LOKET_INVITEE_TRAJECTORY_NO),
                                       office, counsellor, error);
}

/* What the file says, else what was said when the response was linked by this token, else who it is
 * now. */
static void
fill_field (LoketDraft  *response,
            guint        field,
            LoketRecord *before,
            const char  *now)
{
  const char *token = loket_draft_get_value (response, LOKET_RESPONSE_TOKEN);
  const char *last = before != NULL ? loket_record_get_value (before, LOKET_RESPONSE_TOKEN) : NULL;
  const char *then = before != NULL ? loket_record_get_value (before, field) : NULL;
  gboolean is_linked = g_strcmp0 (last, token) == 0;

  if (loket_draft_get_value (response, field) == NULL)
    loket_draft_set_value (response, field,
                           is_linked || (last == NULL && then != NULL) ? then : now);
}

/**
 * loket_response_link_apply:
 * @database: the store
 * @response: what a row says, its references as ids; gets the trajectory of its token, and the
 *   office and counsellor of the invitation when the row has none
 * @before: (nullable): the response as it is in the store
 * @place: (out): where the token stands
 * @error: %LOKET_ERROR_INVALID when the token is not known or another respondent has it
 *
 * Does nothing to a response without a token, and to other kinds.
 *
 * Returns: whether the response can stand
 */
gboolean
loket_response_link_apply (LoketResponseLink  *self,
                           LoketDatabase      *database,
                           LoketDraft         *response,
                           LoketRecord        *before,
                           LoketImportPlace   *place,
                           GError            **error)
{
  g_autoptr (LoketRecord) invitee = NULL;
  g_autofree char *office = NULL;
  g_autofree char *counsellor = NULL;
  const char *token;

  if (!has_token (response))
    return TRUE;

  tidy_token (response);
  token = loket_draft_get_text (response, LOKET_RESPONSE_TOKEN);
  *place = (LoketImportPlace) { "token", { token, strlen (token) } };
  invitee = link_trajectory (database, response, error);
  if (invitee == NULL || !check_respondent (self, database, response, error)
      || !find_attribution (database, invitee, &office, &counsellor, error))
    return FALSE;

  fill_field (response, LOKET_RESPONSE_LOKET, before, office);
  fill_field (response, LOKET_RESPONSE_COUNSELLOR, before, counsellor);

  return TRUE;
}

/**
 * loket_response_link_take:
 * @response: what a row says that loket_response_link_apply () found right, and everybody else too
 *
 * From now on the token is that of this respondent.
 */
void
loket_response_link_take (LoketResponseLink *self,
                          const LoketDraft  *response)
{
  const char *token;

  if (!has_token (response))
    return;

  token = loket_draft_get_text (response, LOKET_RESPONSE_TOKEN);
  g_hash_table_insert (self->used, g_strdup (token), dup_respondent (response));
}

/**
 * loket_response_link_sets:
 * @response: what a row says
 * @field: a field of the kind response
 *
 * Returns: whether the token of the row decides about @field, also when the file has no such column
 */
gboolean
loket_response_link_sets (const LoketDraft *response,
                          guint             field)
{
  return (field == LOKET_RESPONSE_TRAJECTORY_NO || field == LOKET_RESPONSE_LOKET
          || field == LOKET_RESPONSE_COUNSELLOR)
         && has_token (response);
}
