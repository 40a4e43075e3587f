/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A counsellor is away from a day until another, both included. */

#include "loketten-config.h"

#include "loket-absence.h"

#include "loket-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LoketAbsence
{
  LoketRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LoketAbsence, loket_absence, LOKET_TYPE_RECORD)

static const LoketField fields[] = {
  [LOKET_ABSENCE_COUNSELLOR] =
    { "counsellor", N_("Counsellor"), LOKET_FIELD_REFERENCE, LOKET_FIELD_REQUIRED, "counsellor",
      "counsellor_id" },
  [LOKET_ABSENCE_FROM] =
    { "from_on", N_("First day"), LOKET_FIELD_DATE, LOKET_FIELD_REQUIRED },
  [LOKET_ABSENCE_UNTIL] =
    { "until_on", N_("Last day"), LOKET_FIELD_DATE, LOKET_FIELD_REQUIRED },
  [LOKET_ABSENCE_SUBSTITUTE] =
    { "substitute", N_("Stands in"), LOKET_FIELD_REFERENCE, 0, "counsellor", "substitute_id" },
};

static gboolean
check_draft (const LoketDraft   *draft,
             const LoketChecks  *checks,
             guint              *field,
             GError            **error)
{
  const char *substitute = loket_draft_get_value (draft, LOKET_ABSENCE_SUBSTITUTE);

  if (g_strcmp0 (substitute, loket_draft_get_text (draft, LOKET_ABSENCE_COUNSELLOR)) == 0)
    {
      *field = LOKET_ABSENCE_SUBSTITUTE;
      g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                           _("Nobody can stand in for themselves"));
      return FALSE;
    }
  if (strcmp (loket_draft_get_text (draft, LOKET_ABSENCE_UNTIL),
              loket_draft_get_text (draft, LOKET_ABSENCE_FROM)) >= 0)
    return TRUE;

  *field = LOKET_ABSENCE_UNTIL;
  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                       _("The last day lies before the first"));

  return FALSE;
}

const LoketKind loket_absence_kind = {
  .name = "absence",
  .title = N_("Absence"),
  .fields = fields,
  .n_fields = LOKET_ABSENCE_N_FIELDS,
  .get_type = loket_absence_get_type,
  .check = check_draft,
};

static void
loket_absence_class_init (LoketAbsenceClass *klass)
{
}

static void
loket_absence_init (LoketAbsence *self)
{
}
