/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Releases only the words that were on the screen: who may and what is kept is looked at again. */

#include "loketten-config.h"

#include "loket-review-act.h"

#include "loket-error.h"
#include "loket-record-table.h"
#include "loket-response.h"
#include "loket-reviewer.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *counsellor_id;  /* (nullable) */
  char *response_id;
  char *item;
  char *text;
  LoketReview *review;
} Request;

static void
free_request (gpointer data)
{
  Request *request = data;

  g_free (request->counsellor_id);
  g_free (request->response_id);
  g_free (request->item);
  g_free (request->text);
  loket_review_free (request->review);
  g_free (request);
}

static gboolean
refuse (LoketError   code,
        const char  *sentence,
        GError     **error)
{
  g_set_error_literal (error, LOKET_ERROR, code, sentence);

  return FALSE;
}

static gboolean
still_says (LoketRecord   *response,
            const Request *request)
{
  const char *packed = loket_record_get_value (response, LOKET_RESPONSE_OPEN_ANSWERS);
  gboolean says = FALSE;
  char *item, *text;

  while (loket_response_next_open (&packed, &item, &text))
    {
      g_autofree char *own_item = item;
      g_autofree char *own_text = text;

      says |= g_str_equal (own_item, request->item) && g_str_equal (own_text, request->text);
    }

  return says;
}

static gboolean
review_answer (LoketAct  *act,
               gpointer   input,
               GError   **error)
{
  const Request *request = input;
  LoketDatabase *database = loket_act_get_database (act);
  g_autoptr (LoketRecord) response = NULL;
  g_autoptr (LoketDraft) draft = NULL;
  g_autofree char *packed = NULL;
  gboolean may_review = FALSE;

  if (!loket_reviewer_find (database, request->counsellor_id, &may_review, error))
    return FALSE;
  if (!may_review)
    return refuse (LOKET_ERROR_CONSTRAINT, _("Only a team lead reviews open answers"), error);

  response = loket_record_table_load (loket_record_table_get (database, &loket_response_kind),
                                      request->response_id, error);
  if (response == NULL)
    return FALSE;
  if (!still_says (response, request))
    return refuse (LOKET_ERROR_CONFLICT,
                   _("The answer was corrected meanwhile: look at it again"), error);

  packed = loket_review_write (loket_record_get_value (response, LOKET_RESPONSE_REVIEW),
                               request->item, request->text, request->review);
  draft = loket_draft_new_from_record (response);
  loket_draft_set_value (draft, LOKET_RESPONSE_REVIEW, packed);

  return loket_act_save (act, draft, error);
}

/**
 * loket_desk_create_review:
 * @answer: an open answer, and what is masked of it
 * @state: what is decided
 *
 * Returns: (transfer full): the decision of who works at the desk, today
 */
LoketReview *
loket_desk_create_review (LoketDesk        *desk,
                          LoketOpenAnswer  *answer,
                          LoketReviewState  state)
{
  LoketCounsellor *counsellor = loket_desk_get_counsellor (desk);
  LoketDateText today = loket_desk_get_today (desk);
  const char *who = counsellor != NULL ? loket_record_get_text (LOKET_RECORD (counsellor),
                                                                LOKET_COUNSELLOR_COUNSELLOR)
                                       : "";

  return loket_open_answer_create_review (answer, state, who, today.text);
}

/**
 * loket_desk_review_async:
 * @answer: an open answer as who reviews it has it on the screen, and what is masked of it
 * @state: what is decided
 *
 * Decides about an open answer; finish with loket_desk_act_finish (). %LOKET_ERROR_CONSTRAINT when
 * who works at the desk may not, %LOKET_ERROR_CONFLICT when the answer says something else by now.
 */
void
loket_desk_review_async (LoketDesk           *desk,
                         LoketOpenAnswer     *answer,
                         LoketReviewState     state,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  const char *name = state == LOKET_REVIEW_SHOWN ? "answer.release" : "answer.withhold";
  Request *request = g_new0 (Request, 1);

  request->counsellor_id = g_strdup (loket_desk_get_counsellor_id (desk));
  request->response_id = g_strdup (loket_open_answer_get_response_id (answer));
  request->item = g_strdup (loket_open_answer_get_item (answer)->id);
  request->text = g_strdup (loket_open_answer_get_kept_text (answer));
  request->review = loket_desk_create_review (desk, answer, state);
  loket_desk_act_async (desk, name, review_answer, request, free_request, cancellable, callback,
                        user_data);
}
