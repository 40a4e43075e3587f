/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A trajectory: one run of advice for a client, from sign-up to closing and after-care. */

#include "loketten-config.h"

#include "loket-trajectory.h"
#include "loket-item-set.h"
#include "loket-order.h"

#include <glib/gi18n-lib.h>

struct _LoketTrajectory
{
  LoketRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LoketTrajectory, loket_trajectory, LOKET_TYPE_RECORD)

static const LoketField fields[] = {
  [LOKET_TRAJECTORY_TRAJECTORY_NO] =
    { "trajectory_no", N_("Number"), LOKET_FIELD_LINE, LOKET_FIELD_REQUIRED | LOKET_FIELD_NUMBER },
  [LOKET_TRAJECTORY_CLIENT_NO] =
    { "client_no", N_("Client"), LOKET_FIELD_REFERENCE,
      LOKET_FIELD_REQUIRED, "client", "client_id" },
  [LOKET_TRAJECTORY_OPENED_ON] =
    { "opened_on", N_("Opened on"), LOKET_FIELD_DATE, LOKET_FIELD_REQUIRED },
  [LOKET_TRAJECTORY_COUNSELLOR] =
    { "counsellor", N_("Counsellor"), LOKET_FIELD_REFERENCE, 0, "counsellor", "counsellor_id" },
  [LOKET_TRAJECTORY_FIRST_RESPONSE_ON] =
    { "first_response_on", N_("First response on"), LOKET_FIELD_DATE, 0 },
  [LOKET_TRAJECTORY_SITUATION] = { "situation", N_("Situation"), LOKET_FIELD_CODE, 0, "situation" },
  [LOKET_TRAJECTORY_QUESTIONS_BROUGHT] =
    { "questions_brought", N_("Questions brought"), LOKET_FIELD_CODES,
      0, "questions_brought", NULL, "trajectory_question" },
  [LOKET_TRAJECTORY_CLOSED_ON] = { "closed_on", N_("Closed on"), LOKET_FIELD_DATE, 0 },
  [LOKET_TRAJECTORY_AFTERCARE] =
    { "aftercare", N_("After-care"), LOKET_FIELD_CODE, 0, "aftercare" },
  [LOKET_TRAJECTORY_OUTCOME] =
    { "outcome", N_("Outcome"), LOKET_FIELD_CODE, 0, "trajectory_outcome" },
  [LOKET_TRAJECTORY_SECOND_SESSION] =
    { "second_session", N_("Second session"), LOKET_FIELD_CODE,
      LOKET_FIELD_INTERNAL, "second_session" },
  [LOKET_TRAJECTORY_REOPENED_ON] =
    { "reopened_on", N_("Reopened on"), LOKET_FIELD_DATE, LOKET_FIELD_INTERNAL },
  [LOKET_TRAJECTORY_REOPEN_REASON] =
    { "reopen_reason", N_("Reason for reopening"), LOKET_FIELD_TEXT, LOKET_FIELD_INTERNAL },
  [LOKET_TRAJECTORY_PINNED] =
    { "pinned", N_("Milestones"), LOKET_FIELD_TEXT, LOKET_FIELD_INTERNAL | LOKET_FIELD_TACIT },
};

static gboolean
check_draft (const LoketDraft   *draft,
             const LoketChecks  *checks,
             guint              *field,
             GError            **error)
{
  static const LoketOrder orders[] = {
    { LOKET_TRAJECTORY_OPENED_ON, LOKET_TRAJECTORY_FIRST_RESPONSE_ON },
    { LOKET_TRAJECTORY_OPENED_ON, LOKET_TRAJECTORY_CLOSED_ON },
  };
  static const guint past[] = {
    LOKET_TRAJECTORY_OPENED_ON, LOKET_TRAJECTORY_FIRST_RESPONSE_ON, LOKET_TRAJECTORY_CLOSED_ON,
  };

  return loket_order_check (draft, orders, G_N_ELEMENTS (orders), field, error)
         && loket_order_check_past (draft, past, G_N_ELEMENTS (past), checks->today, field, error);
}

const LoketKind loket_trajectory_kind = {
  .name = "trajectory",
  .title = N_("Trajectory"),
  .plural = "trajectories",
  .prefix = "T",
  .fields = fields,
  .n_fields = LOKET_TRAJECTORY_N_FIELDS,
  .get_type = loket_trajectory_get_type,
  .check = check_draft,
};

static void
loket_trajectory_class_init (LoketTrajectoryClass *klass)
{
}

static void
loket_trajectory_init (LoketTrajectory *self)
{
}

/**
 * loket_trajectory_set_pinned:
 * @draft: a draft of a trajectory
 * @record_id: the id of a session, a test ... of the trajectory
 *
 * Pins something of the trajectory among its milestones, or lets go of it.
 */
void
loket_trajectory_set_pinned (LoketDraft *draft,
                             const char *record_id,
                             gboolean    is_pinned)
{
  const char *pinned = loket_draft_get_value (draft, LOKET_TRAJECTORY_PINNED);
  g_autofree char *text = loket_item_set_put (pinned, record_id, is_pinned);

  loket_draft_set_value (draft, LOKET_TRAJECTORY_PINNED, text);
}

/**
 * loket_trajectory_has_pinned:
 * @record_id: the id of a record
 *
 * Returns: whether a counsellor pinned it among the milestones
 */
gboolean
loket_trajectory_has_pinned (LoketTrajectory *self,
                             const char      *record_id)
{
  const char *pinned = loket_record_get_text (LOKET_RECORD (self), LOKET_TRAJECTORY_PINNED);

  return loket_item_set_has (pinned, record_id);
}
