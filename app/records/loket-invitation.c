/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How many clients were invited to a survey in a month, by office and counsellor. */

#include "loketten-config.h"

#include "loket-invitation.h"
#include "loket-date.h"
#include "loket-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LoketInvitation
{
  LoketRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LoketInvitation, loket_invitation, LOKET_TYPE_RECORD)

static const LoketField fields[] = {
  [LOKET_INVITATION_INVITATION_NO] =
    { "invitation_no", N_("Number"), LOKET_FIELD_LINE, LOKET_FIELD_NUMBER | LOKET_FIELD_DERIVED },
  [LOKET_INVITATION_QUESTIONNAIRE] = { "questionnaire", N_("Questionnaire"), LOKET_FIELD_LINE, 0 },
  [LOKET_INVITATION_MONTH] = { "month", N_("Month"), LOKET_FIELD_LINE, LOKET_FIELD_REQUIRED },
  [LOKET_INVITATION_LOKET] = { "loket", N_("Office"), LOKET_FIELD_LINE, 0, NULL, "office" },
  [LOKET_INVITATION_COUNSELLOR] = { "counsellor", N_("Counsellor"), LOKET_FIELD_LINE, 0 },
  [LOKET_INVITATION_SENT] = { "sent", N_("Sent"), LOKET_FIELD_INTEGER, LOKET_FIELD_REQUIRED },
};

static void
complete_draft (LoketDraft *draft)
{
  g_autofree char *number = NULL;

  if (loket_draft_get_value (draft, LOKET_INVITATION_QUESTIONNAIRE) == NULL)
    loket_draft_set_value (draft, LOKET_INVITATION_QUESTIONNAIRE, "kto");

  number = g_strjoin ("/", loket_draft_get_text (draft, LOKET_INVITATION_QUESTIONNAIRE),
                      loket_draft_get_text (draft, LOKET_INVITATION_MONTH),
                      loket_draft_get_text (draft, LOKET_INVITATION_LOKET),
                      loket_draft_get_text (draft, LOKET_INVITATION_COUNSELLOR), NULL);
  loket_draft_set_value (draft, LOKET_INVITATION_INVITATION_NO, number);
}

static gboolean
check_draft (const LoketDraft   *draft,
             const LoketChecks  *checks,
             guint              *field,
             GError            **error)
{
  const char *month = loket_draft_get_text (draft, LOKET_INVITATION_MONTH);
  g_autofree char *first_day = g_strconcat (month, "-01", NULL);

  *field = LOKET_INVITATION_MONTH;
  if (strlen (month) == 7 && loket_date_is_valid (first_day))
    return TRUE;

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, _("“%s” is not a month (YYYY-MM)"), month);
  return FALSE;
}

const LoketKind loket_invitation_kind = {
  .name = "invitation",
  .title = N_("Invitation"),
  .plural = "invitations",
  .fields = fields,
  .n_fields = LOKET_INVITATION_N_FIELDS,
  .get_type = loket_invitation_get_type,
  .complete = complete_draft,
  .check = check_draft,
};

static void
loket_invitation_class_init (LoketInvitationClass *klass)
{
}

static void
loket_invitation_init (LoketInvitation *self)
{
}
