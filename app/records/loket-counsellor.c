/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A counsellor: who works with clients. */

#include "loketten-config.h"

#include "loket-counsellor.h"

#include <glib/gi18n-lib.h>

struct _LoketCounsellor
{
  LoketRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LoketCounsellor, loket_counsellor, LOKET_TYPE_RECORD)

static const LoketField fields[] = {
  [LOKET_COUNSELLOR_COUNSELLOR] =
    { "counsellor", N_("Code"), LOKET_FIELD_LINE,
      LOKET_FIELD_REQUIRED | LOKET_FIELD_NUMBER, NULL, "code" },
  [LOKET_COUNSELLOR_NAME] = { "name", N_("Name"), LOKET_FIELD_LINE, 0 },
  [LOKET_COUNSELLOR_OFFICE] =
    { "office", N_("Office"), LOKET_FIELD_REFERENCE, 0, "office", "office_id" },
  [LOKET_COUNSELLOR_ROLE] = { "role", N_("Role"), LOKET_FIELD_CODE, 0, "role" },
  [LOKET_COUNSELLOR_ACTIVE] = { "active", N_("Active"), LOKET_FIELD_FLAG, 0 },
  [LOKET_COUNSELLOR_WEEK_DAYS] =
    { "week_days", N_("Working days"), LOKET_FIELD_LINE, LOKET_FIELD_INTERNAL },
};

/* Whoever is entered works here, unless it is said that they no longer do. */
static void
complete_draft (LoketDraft *draft)
{
  if (loket_draft_get_value (draft, LOKET_COUNSELLOR_ACTIVE) == NULL)
    loket_draft_set_flag (draft, LOKET_COUNSELLOR_ACTIVE, TRUE);
}

const LoketKind loket_counsellor_kind = {
  .name = "counsellor",
  .title = N_("Counsellor"),
  .plural = "counsellors",
  .prefix = "A",
  .fields = fields,
  .n_fields = LOKET_COUNSELLOR_N_FIELDS,
  .get_type = loket_counsellor_get_type,
  .complete = complete_draft,
};

static void
loket_counsellor_class_init (LoketCounsellorClass *klass)
{
}

static void
loket_counsellor_init (LoketCounsellor *self)
{
}

/**
 * loket_counsellor_get_display_name:
 *
 * Returns: (transfer none): the name, or the code of a counsellor whose name is not known
 */
const char *
loket_counsellor_get_display_name (LoketCounsellor *self)
{
  const char *name = loket_record_get_value (LOKET_RECORD (self), LOKET_COUNSELLOR_NAME);

  return name != NULL ? name
                      : loket_record_get_text (LOKET_RECORD (self), LOKET_COUNSELLOR_COUNSELLOR);
}

/**
 * loket_counsellor_is_team_lead:
 *
 * Returns: whether the counsellor leads the team, and sees everybody's work
 */
gboolean
loket_counsellor_is_team_lead (LoketCounsellor *self)
{
  return g_str_equal (loket_record_get_text (LOKET_RECORD (self), LOKET_COUNSELLOR_ROLE),
                      "team_lead");
}
