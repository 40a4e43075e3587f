/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Checks an import while others go on writing, then writes it in one transaction. */

#include "loketten-config.h"

#include "loket-import-act.h"

#include "loket-client.h"
#include "loket-intake.h"
#include "loket-office.h"
#include "loket-response.h"
#include "loket-reviewer.h"
#include "loket-trajectory-start.h"
#include "loket-trajectory.h"

typedef struct
{
  LoketImportPlan *plan;
  LoketChecks checks;
  const char *counsellor_id; /* (nullable) */
} Check;

/* Who may not read open answers cannot change what was not shown. */
static gboolean
limit_plan (LoketDatabase  *database,
            const Check    *check,
            GError        **error)
{
  gboolean may_review = FALSE;

  if (loket_import_plan_get_kind (check->plan) != &loket_response_kind)
    return TRUE;
  if (!loket_reviewer_find (database, check->counsellor_id, &may_review, error))
    return FALSE;

  loket_import_plan_set_only_released (check->plan, !may_review);

  return TRUE;
}

static gpointer
check_plan (LoketDatabase  *database,
            gpointer        input,
            GError        **error)
{
  Check *check = input;

  return limit_plan (database, check, error)
             && loket_import_plan_check (check->plan, database, &check->checks, error)
           ? check->plan
           : NULL;
}

/**
 * loket_desk_check_import:
 * @desk: a desk
 * @plan: a plan that was not checked yet
 * @error: why the store could not be read, or %G_IO_ERROR_CANCELLED
 *
 * Decides about every row of a file, without holding up others who write, and waits for it.
 *
 * Returns: whether @plan can be imported; rows that are refused are part of it
 */
gboolean
loket_desk_check_import (LoketDesk        *desk,
                         LoketImportPlan  *plan,
                         GError          **error)
{
  LoketDateText today = loket_desk_get_today (desk);
  Check check = { plan,
                  { today.text, loket_desk_get_codes (desk) },
                  loket_desk_get_counsellor_id (desk) };

  return loket_store_read (loket_desk_get_store (desk), check_plan, &check, error) != NULL;
}

static gboolean
create_offices (LoketAct           *act,
                const char *const  *names,
                GError            **error)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autoptr (LoketDraft) office = loket_draft_new (&loket_office_kind);

      loket_draft_set_value (office, LOKET_OFFICE_NAME, names[i]);
      if (!loket_act_save (act, office, error))
        return FALSE;
    }

  return TRUE;
}

/* A file that gives a trajectory to somebody else hands over what is planned in it. */
static gboolean
hand_over (LoketAct          *act,
           const LoketDraft  *trajectory,
           GError           **error)
{
  LoketRecord *before = loket_draft_get_record (trajectory);

  if (before == NULL
      || !loket_draft_differs_from (trajectory, before, LOKET_TRAJECTORY_COUNSELLOR))
    return TRUE;

  return loket_step_hand_over_contacts (act, loket_draft_get_id (trajectory),
                                        loket_record_get_value (before,
                                                                LOKET_TRAJECTORY_COUNSELLOR),
                                        loket_draft_get_value (trajectory,
                                                               LOKET_TRAJECTORY_COUNSELLOR),
                                        error);
}

static gboolean
save_rows (LoketAct         *act,
           const LoketKind  *kind,
           GPtrArray        *drafts,
           GError          **error)
{
  for (guint i = 0; kind == &loket_client_kind && i < drafts->len; i++)
    loket_intake_note_import (drafts->pdata[i]);
  if (!loket_act_save_all (act, drafts, error))
    return FALSE;

  for (guint i = 0; kind == &loket_trajectory_kind && i < drafts->len; i++)
    {
      if (!hand_over (act, drafts->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
import_plan (LoketAct  *act,
             gpointer   input,
             GError   **error)
{
  LoketImportPlan *plan = input;
  GPtrArray *drafts;

  if (!create_offices (act, loket_import_plan_get_offices (plan), error))
    return FALSE;

  loket_import_plan_begin (plan);
  do
    {
      drafts = loket_import_plan_next (plan, loket_act_get_database (act), error);
      if (drafts == NULL || !save_rows (act, loket_import_plan_get_kind (plan), drafts, error))
        return FALSE;
    }
  while (drafts->len > 0);

  return TRUE;
}

/**
 * loket_desk_import:
 * @desk: a desk
 * @plan: a plan that was checked
 * @error: why nothing was imported; %LOKET_ERROR_CONSTRAINT or %LOKET_ERROR_CONFLICT when somebody
 *   wrote something since the check that does not go with it
 *
 * Writes the new and changed rows of a file in one act, and waits for it. The change log gets a
 * line for each field that changes, none for rows that are new.
 *
 * Returns: (transfer full) (nullable): what was done
 */
LoketDeed *
loket_desk_import (LoketDesk        *desk,
                   LoketImportPlan  *plan,
                   GError          **error)
{
  g_autofree char *name = g_strconcat (loket_import_plan_get_kind (plan)->name, ".import", NULL);

  return loket_desk_act (desk, name, import_plan, plan, error);
}
