/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Saves a record that was changed, and what follows from the change. */

#include "loketten-config.h"

#include "loket-correct-act.h"

#include "loket-assessment.h"
#include "loket-error.h"
#include "loket-promise.h"
#include "loket-session.h"
#include "loket-trajectory.h"
#include "loket-work-steps.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What an act needs to know, as it was when it was asked for. */
typedef struct
{
  LoketDraft *draft;
  char *counsellor_id;  /* (nullable): who works at the desk */
  LoketTalk talk;       /* (owned) */
} Request;

static void
free_request (Request *request)
{
  loket_draft_free (request->draft);
  g_free (request->counsellor_id);
  g_free ((char *) request->talk.channel);
  g_free ((char *) request->talk.note);
  g_free (request);
}

static gboolean
is_changed (const LoketDraft *draft,
            guint             field)
{
  LoketRecord *record = loket_draft_get_record (draft);

  return record == NULL || loket_draft_differs_from (draft, record, field);
}

/* Questions that were not brought have no outcome. */
static void
drop_outcomes (LoketDraft *session)
{
  const char *text = loket_draft_get_text (session, LOKET_SESSION_QUESTION_OUTCOMES);
  const char *brought_text = loket_draft_get_text (session, LOKET_SESSION_QUESTIONS_BROUGHT);
  g_auto (GStrv) outcomes = g_strsplit (text, ";", -1);
  g_auto (GStrv) brought = g_strsplit (brought_text, ";", -1);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (guint i = 0; outcomes[i] != NULL; i++)
    {
      g_autofree char *question = g_strndup (outcomes[i], strcspn (outcomes[i], "="));

      if (*question != '\0' && g_strv_contains ((const char *const *) brought, question))
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? ";" : "", outcomes[i]);
    }
  loket_draft_set_value (session, LOKET_SESSION_QUESTION_OUTCOMES, kept->str);
}

/* The end follows from the start and the minutes; what was held has begun. */
static gboolean
complete_session (LoketAct    *act,
                  LoketDraft  *session,
                  GError     **error)
{
  const char *starts_at = loket_draft_get_text (session, LOKET_SESSION_STARTS_AT);
  const char *minutes = loket_draft_get_value (session, LOKET_SESSION_MINUTES);
  LoketDateText end = { "" };

  drop_outcomes (session);
  if (!loket_moment_is_valid (starts_at))
    return TRUE;

  if (g_str_equal (loket_draft_get_text (session, LOKET_SESSION_STATE), "held")
      && strncmp (starts_at, loket_act_get_checks (act)->today, LOKET_DATE_LENGTH) > 0)
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, "%s: %s",
                   loket_kind_get_field_title (&loket_session_kind, LOKET_SESSION_STARTS_AT),
                   _("a session that was held cannot start in the future"));
      return FALSE;
    }

  if (is_changed (session, LOKET_SESSION_STARTS_AT) || is_changed (session, LOKET_SESSION_MINUTES))
    {
      if (minutes != NULL && strlen (minutes) <= 4)
        end = loket_moment_add_minutes (starts_at, (int) g_ascii_strtoll (minutes, NULL, 10));
      loket_draft_set_value (session, LOKET_SESSION_ENDED_AT, end.text);
    }

  return TRUE;
}

static gboolean
correct (LoketAct  *act,
         gpointer   input,
         GError   **error)
{
  const Request *request = input;
  LoketDraft *draft = request->draft;
  const LoketKind *kind = loket_draft_get_kind (draft);
  LoketRecord *before = loket_draft_get_record (draft);
  gboolean is_moved = kind == &loket_promise_kind && before != NULL
                      && is_changed (draft, LOKET_PROMISE_DUE_ON);

  if (!loket_step_check_is_open (act, draft, error))
    return FALSE;
  if (kind == &loket_session_kind && !complete_session (act, draft, error))
    return FALSE;
  if (is_moved)
    return loket_step_move_promise (act, draft, error);
  if (kind == &loket_assessment_kind)
    return loket_step_save_test (act, draft, request->counsellor_id, &request->talk, error);

  return loket_act_save (act, draft, error);
}

/**
 * loket_desk_correct_async:
 * @name: what is done: "session.correct"
 * @draft: a draft of any kind, which is copied
 * @talk: (nullable): how the result of a test was discussed
 *
 * Saves a record and what follows from it: the end of a session, the day on which somebody is
 * called back, and for a test the contact that belongs to its stage, in place of the former one.
 * Finish with loket_desk_act_finish (); %LOKET_ERROR_INVALID names the field, and
 * %LOKET_ERROR_CONFLICT says that the trajectory is closed: of such a one only after-care changes.
 */
void
loket_desk_correct_async (LoketDesk           *desk,
                          const char          *name,
                          const LoketDraft    *draft,
                          const LoketTalk     *talk,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  Request *request = g_new0 (Request, 1);

  request->draft = loket_draft_copy (draft);
  request->counsellor_id = g_strdup (loket_desk_get_counsellor_id (desk));
  if (talk != NULL)
    {
      request->talk.channel = g_strdup (talk->channel);
      request->talk.note = g_strdup (talk->note);
    }
  loket_desk_act_async (desk, name, correct, request, (GDestroyNotify) free_request, cancellable,
                        callback, user_data);
}

typedef struct
{
  char *trajectory_id;
  char *record_id;
  gboolean is_pinned;
} Pin;

static void
free_pin (Pin *pin)
{
  g_free (pin->trajectory_id);
  g_free (pin->record_id);
  g_free (pin);
}

static gboolean
set_pin (LoketAct  *act,
         gpointer   input,
         GError   **error)
{
  const Pin *pin = input;
  g_autoptr (LoketDraft) trajectory = loket_step_load (act, &loket_trajectory_kind,
                                                       pin->trajectory_id, error);

  if (trajectory == NULL || !loket_step_check_is_open (act, trajectory, error))
    return FALSE;

  loket_trajectory_set_pinned (trajectory, pin->record_id, pin->is_pinned);

  return loket_act_save (act, trajectory, error);
}

/**
 * loket_desk_pin_async:
 * @trajectory_id: the id of a trajectory
 * @record_id: the id of something that happened in it
 * @is_pinned: whether it is a milestone from now on
 *
 * Pins a milestone, or lets go of it; finish with loket_desk_act_finish (). %LOKET_ERROR_CONFLICT
 * says that the trajectory is closed.
 */
void
loket_desk_pin_async (LoketDesk           *desk,
                      const char          *trajectory_id,
                      const char          *record_id,
                      gboolean             is_pinned,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  Pin *pin = g_new0 (Pin, 1);

  pin->trajectory_id = g_strdup (trajectory_id);
  pin->record_id = g_strdup (record_id);
  pin->is_pinned = is_pinned;
  loket_desk_act_async (desk, is_pinned ? "trajectory.pin" : "trajectory.unpin", set_pin, pin,
                        (GDestroyNotify) free_pin, cancellable, callback, user_data);
}
