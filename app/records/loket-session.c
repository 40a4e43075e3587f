/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A session: an advice conversation, planned, held, cancelled or missed. */

#include "loketten-config.h"

#include "loket-session.h"
#include "loket-date.h"
#include "loket-error.h"
#include "loket-order.h"

#include <glib/gi18n-lib.h>

struct _LoketSession
{
  LoketRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LoketSession, loket_session, LOKET_TYPE_RECORD)

static const LoketField fields[] = {
  [LOKET_SESSION_SESSION_NO] =
    { "session_no", N_("Number"), LOKET_FIELD_LINE, LOKET_FIELD_REQUIRED | LOKET_FIELD_NUMBER },
  [LOKET_SESSION_TRAJECTORY_NO] =
    { "trajectory_no", N_("Trajectory"), LOKET_FIELD_REFERENCE,
      LOKET_FIELD_REQUIRED, "trajectory", "trajectory_id" },
  [LOKET_SESSION_STARTS_AT] =
    { "starts_at", N_("Start"), LOKET_FIELD_MOMENT, LOKET_FIELD_REQUIRED },
  [LOKET_SESSION_ENDED_AT] = { "ended_at", N_("End"), LOKET_FIELD_MOMENT, 0 },
  [LOKET_SESSION_COUNSELLOR] =
    { "counsellor", N_("Counsellor"), LOKET_FIELD_REFERENCE, 0, "counsellor", "counsellor_id" },
  [LOKET_SESSION_MINUTES] = { "minutes", N_("Minutes"), LOKET_FIELD_INTEGER, 0 },
  [LOKET_SESSION_CHANNEL] = { "channel", N_("Channel"), LOKET_FIELD_CODE, 0, "channel" },
  [LOKET_SESSION_STATE] = { "state", N_("State"), LOKET_FIELD_CODE, 0, "session_state" },
  [LOKET_SESSION_QUESTIONS_BROUGHT] =
    { "questions_brought", N_("Questions brought"), LOKET_FIELD_CODES,
      0, "questions_brought", NULL, "session_question" },
  [LOKET_SESSION_NOTE_CLIENT] = { "note_client", N_("Note for the client"), LOKET_FIELD_TEXT, 0 },
  [LOKET_SESSION_NOTE_INTERNAL] = { "note_internal", N_("Internal note"), LOKET_FIELD_TEXT, 0 },
  [LOKET_SESSION_GROUP_NO] = { "group_no", N_("Group"), LOKET_FIELD_LINE, 0 },
  [LOKET_SESSION_QUESTION_OUTCOMES] =
    { "question_outcomes", N_("What became of the questions"), LOKET_FIELD_LINE,
      LOKET_FIELD_INTERNAL },
};

/* A session whose state nobody gave took place when its length is known. */
static void
complete_draft (LoketDraft *draft)
{
  if (loket_draft_get_value (draft, LOKET_SESSION_STATE) != NULL)
    return;

  if (loket_draft_get_value (draft, LOKET_SESSION_MINUTES) != NULL
      || loket_draft_get_value (draft, LOKET_SESSION_ENDED_AT) != NULL)
    loket_draft_set_value (draft, LOKET_SESSION_STATE, "held");
  else
    loket_draft_set_value (draft, LOKET_SESSION_STATE, "planned");
}

/* "which_work=answered;retraining=follow_up": each of a question that was brought, once. */
static gboolean
check_outcomes (const LoketDraft   *draft,
                const LoketChecks  *checks,
                GError            **error)
{
  const char *text = loket_draft_get_value (draft, LOKET_SESSION_QUESTION_OUTCOMES);
  g_auto (GStrv) outcomes = g_strsplit (text != NULL ? text : "", ";", -1);
  g_auto (GStrv) brought = g_strsplit (
    loket_draft_get_text (draft, LOKET_SESSION_QUESTIONS_BROUGHT), ";", -1);

  for (guint i = 0; text != NULL && outcomes[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (outcomes[i], "=", 2);

      if (pair[0] == NULL || pair[1] == NULL
          || !g_strv_contains ((const char *const *) brought, pair[0])
          || !loket_codes_has (checks->codes, "question_outcome", pair[1]))
        {
          g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                       _("“%s” does not say what became of a question of this session"),
                       outcomes[i]);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_draft (const LoketDraft   *draft,
             const LoketChecks  *checks,
             guint              *field,
             GError            **error)
{
  static const LoketOrder orders[] = { { LOKET_SESSION_STARTS_AT, LOKET_SESSION_ENDED_AT } };
  const char *starts_at = loket_draft_get_text (draft, LOKET_SESSION_STARTS_AT);
  const char *ended_at = loket_draft_get_value (draft, LOKET_SESSION_ENDED_AT);

  if (!loket_order_check (draft, orders, G_N_ELEMENTS (orders), field, error))
    return FALSE;

  *field = LOKET_SESSION_ENDED_AT;
  if (ended_at != NULL && loket_moment_get_minutes_between (starts_at, ended_at) > 24 * 60)
    {
      g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                           _("lies more than a day after the start"));
      return FALSE;
    }

  *field = LOKET_SESSION_QUESTION_OUTCOMES;

  return check_outcomes (draft, checks, error);
}

const LoketKind loket_session_kind = {
  .name = "session",
  .title = N_("Session"),
  .plural = "sessions",
  .prefix = "G",
  .fields = fields,
  .n_fields = LOKET_SESSION_N_FIELDS,
  .get_type = loket_session_get_type,
  .complete = complete_draft,
  .check = check_draft,
};

static void
loket_session_class_init (LoketSessionClass *klass)
{
}

static void
loket_session_init (LoketSession *self)
{
}

/**
 * loket_session_is_untold:
 * @session: a session
 *
 * Returns: whether nothing was written down of it yet: it is still planned, or somebody said that
 *   it was held and no more
 */
gboolean
loket_session_is_untold (LoketRecord *session)
{
  static const guint told[] = {
    LOKET_SESSION_ENDED_AT, LOKET_SESSION_MINUTES, LOKET_SESSION_QUESTIONS_BROUGHT,
    LOKET_SESSION_NOTE_CLIENT, LOKET_SESSION_NOTE_INTERNAL,
  };
  const char *state = loket_record_get_text (session, LOKET_SESSION_STATE);

  if (g_str_equal (state, "planned"))
    return TRUE;
  if (!g_str_equal (state, "held"))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      if (loket_record_get_value (session, told[i]) != NULL)
        return FALSE;
    }

  return TRUE;
}
