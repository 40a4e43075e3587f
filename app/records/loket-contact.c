/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A contact: a follow-up that is due, and what became of it. */

#include "loketten-config.h"

#include "loket-contact.h"
#include "loket-order.h"

#include <glib/gi18n-lib.h>

struct _LoketContact
{
  LoketRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LoketContact, loket_contact, LOKET_TYPE_RECORD)

static const LoketField fields[] = {
  [LOKET_CONTACT_CONTACT_NO] =
    { "contact_no", N_("Number"), LOKET_FIELD_LINE, LOKET_FIELD_REQUIRED | LOKET_FIELD_NUMBER },
  [LOKET_CONTACT_TRAJECTORY_NO] =
    { "trajectory_no", N_("Trajectory"), LOKET_FIELD_REFERENCE,
      LOKET_FIELD_REQUIRED, "trajectory", "trajectory_id" },
  [LOKET_CONTACT_KIND] =
    { "kind", N_("Kind"), LOKET_FIELD_CODE, LOKET_FIELD_REQUIRED, "contact_kind" },
  [LOKET_CONTACT_DUE_ON] = { "due_on", N_("Due on"), LOKET_FIELD_DATE, LOKET_FIELD_REQUIRED },
  [LOKET_CONTACT_PLANNED_ON] = { "planned_on", N_("Moved to"), LOKET_FIELD_DATE, 0 },
  [LOKET_CONTACT_COUNSELLOR] =
    { "counsellor", N_("Counsellor"), LOKET_FIELD_REFERENCE, 0, "counsellor", "counsellor_id" },
  [LOKET_CONTACT_ATTEMPTS] = { "attempts", N_("Attempts"), LOKET_FIELD_INTEGER, 0 },
  [LOKET_CONTACT_SNOOZED_UNTIL] = { "snoozed_until", N_("Snoozed until"), LOKET_FIELD_MOMENT, 0 },
  [LOKET_CONTACT_DONE_ON] = { "done_on", N_("Done on"), LOKET_FIELD_DATE, 0 },
  [LOKET_CONTACT_OUTCOME] = { "outcome", N_("Outcome"), LOKET_FIELD_CODE, 0, "contact_outcome" },
  [LOKET_CONTACT_CHANNEL] = { "channel", N_("Channel"), LOKET_FIELD_CODE, 0, "channel" },
  [LOKET_CONTACT_NOTE] = { "note", N_("Note"), LOKET_FIELD_TEXT, 0 },
  [LOKET_CONTACT_OPEN_ON] = { "open_on", N_("Open on"), LOKET_FIELD_DATE, LOKET_FIELD_DERIVED },
  [LOKET_CONTACT_CAUSE] =
    { "cause", N_("Because of"), LOKET_FIELD_LINE, LOKET_FIELD_INTERNAL | LOKET_FIELD_TACIT },
  [LOKET_CONTACT_PLANNED_PART] =
    { "planned_part", N_("Part of the day"), LOKET_FIELD_CODE, LOKET_FIELD_INTERNAL,
      "part_of_day" },
};

/* Whatever ends a contact takes it off the lists; an attempt that failed does not. */
static gboolean
is_closed (const LoketDraft *draft)
{
  const char *outcome = loket_draft_get_value (draft, LOKET_CONTACT_OUTCOME);

  return loket_draft_get_value (draft, LOKET_CONTACT_DONE_ON) != NULL
         || (outcome != NULL && !g_str_equal (outcome, "not_reached"));
}

static void
complete_draft (LoketDraft *draft)
{
  const char *planned_on = loket_draft_get_value (draft, LOKET_CONTACT_PLANNED_ON);
  const char *due_on = loket_draft_get_value (draft, LOKET_CONTACT_DUE_ON);

  if (is_closed (draft))
    loket_draft_set_value (draft, LOKET_CONTACT_OPEN_ON, NULL);
  else
    loket_draft_set_value (draft, LOKET_CONTACT_OPEN_ON, planned_on != NULL ? planned_on : due_on);
}

static gboolean
check_draft (const LoketDraft   *draft,
             const LoketChecks  *checks,
             guint              *field,
             GError            **error)
{
  static const guint past[] = { LOKET_CONTACT_DONE_ON };

  return loket_order_check_past (draft, past, G_N_ELEMENTS (past), checks->today, field, error);
}

const LoketKind loket_contact_kind = {
  .name = "contact",
  .title = N_("Contact moment"),
  .plural = "contacts",
  .prefix = "C",
  .fields = fields,
  .n_fields = LOKET_CONTACT_N_FIELDS,
  .get_type = loket_contact_get_type,
  .complete = complete_draft,
  .check = check_draft,
};

static void
loket_contact_class_init (LoketContactClass *klass)
{
}

static void
loket_contact_init (LoketContact *self)
{
}
