/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * There is at most one for a trajectory and a questionnaire: drawn with a token, which stands for
 * the client from then on, or excluded with a reason. */

#include "loketten-config.h"

#include "loket-invitee.h"
#include "loket-error.h"

#include <glib/gi18n-lib.h>

struct _LoketInvitee
{
  LoketRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LoketInvitee, loket_invitee, LOKET_TYPE_RECORD)

/* The address is kept as it was when the client was drawn: the file can be written once more. So
 * are the office and the code of the counsellor, by whom the response is counted. */
static const LoketField fields[] = {
  [LOKET_INVITEE_TRAJECTORY_NO] =
    { "trajectory_no", N_("Trajectory"), LOKET_FIELD_REFERENCE,
      LOKET_FIELD_REQUIRED, "trajectory", "trajectory_id" },
  [LOKET_INVITEE_QUESTIONNAIRE] =
    { "questionnaire", N_("Questionnaire"), LOKET_FIELD_LINE, LOKET_FIELD_TACIT },
  [LOKET_INVITEE_DRAWN_ON] = { "drawn_on", N_("Invited on"), LOKET_FIELD_DATE, 0 },
  [LOKET_INVITEE_TOKEN] = { "token", N_("Token"), LOKET_FIELD_LINE, LOKET_FIELD_TACIT },
  [LOKET_INVITEE_EMAIL] = { "email", N_("E-mail"), LOKET_FIELD_LINE, 0 },
  [LOKET_INVITEE_LANGUAGE] = { "language", N_("Language"), LOKET_FIELD_LINE, 0 },
  [LOKET_INVITEE_EXCLUDED_ON] = { "excluded_on", N_("Excluded on"), LOKET_FIELD_DATE, 0 },
  [LOKET_INVITEE_REASON] =
    { "reason", N_("Reason"), LOKET_FIELD_CODE, 0, "survey_exclusion" },
  [LOKET_INVITEE_EXPLANATION] = { "explanation", N_("Explanation"), LOKET_FIELD_LINE, 0 },
  [LOKET_INVITEE_LOKET] =
    { "loket", N_("Office"), LOKET_FIELD_LINE, LOKET_FIELD_INTERNAL | LOKET_FIELD_TACIT, NULL,
      "office" },
  [LOKET_INVITEE_COUNSELLOR] =
    { "counsellor", N_("Counsellor"), LOKET_FIELD_LINE, LOKET_FIELD_INTERNAL | LOKET_FIELD_TACIT },
  [LOKET_INVITEE_HANDED_ON] =
    { "handed_on", N_("In a file on"), LOKET_FIELD_DATE,
      LOKET_FIELD_INTERNAL | LOKET_FIELD_TACIT },
};

static void
complete_draft (LoketDraft *draft)
{
  if (loket_draft_get_value (draft, LOKET_INVITEE_QUESTIONNAIRE) == NULL)
    loket_draft_set_value (draft, LOKET_INVITEE_QUESTIONNAIRE, "kto");
}

static gboolean
refuse (const char  *sentence,
        GError     **error)
{
  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_INVALID, sentence);

  return FALSE;
}

static gboolean
check_draft (const LoketDraft   *draft,
             const LoketChecks  *checks,
             guint              *field,
             GError            **error)
{
  const char *reason = loket_draft_get_value (draft, LOKET_INVITEE_REASON);

  *field = LOKET_INVITEE_TOKEN;
  if (loket_draft_get_value (draft, LOKET_INVITEE_DRAWN_ON) != NULL
      && loket_draft_get_value (draft, LOKET_INVITEE_TOKEN) == NULL)
    return refuse (_("Who is invited needs a token"), error);

  *field = LOKET_INVITEE_REASON;
  if (loket_draft_get_value (draft, LOKET_INVITEE_EXCLUDED_ON) != NULL && reason == NULL)
    return refuse (_("Say why the client is not to be invited"), error);

  *field = LOKET_INVITEE_EXPLANATION;
  if (g_strcmp0 (reason, "other") == 0
      && loket_draft_get_value (draft, LOKET_INVITEE_EXPLANATION) == NULL)
    return refuse (_("Say in a few words what the reason is"), error);

  return TRUE;
}

const LoketKind loket_invitee_kind = {
  .name = "invitee",
  .title = N_("Invitation to the survey"),
  .fields = fields,
  .n_fields = LOKET_INVITEE_N_FIELDS,
  .get_type = loket_invitee_get_type,
  .complete = complete_draft,
  .check = check_draft,
};

static void
loket_invitee_class_init (LoketInviteeClass *klass)
{
}

static void
loket_invitee_init (LoketInvitee *self)
{
}
