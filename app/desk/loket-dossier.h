/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Everything about one client, as it was at one moment. */

#pragma once

#include "loket-assessment-stage.h"
#include "loket-client.h"
#include "loket-desk.h"
#include "loket-stage.h"
#include "loket-trajectory.h"
#include "loket-trajectory-course.h"

G_BEGIN_DECLS

#define LOKET_TYPE_DOSSIER (loket_dossier_get_type ())

G_DECLARE_FINAL_TYPE (LoketDossier, loket_dossier, LOKET, DOSSIER, GObject)

void             loket_desk_load_dossier_async        (LoketDesk            *desk,
                                                       const char           *client_id,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
LoketDossier    *loket_desk_load_dossier_finish       (LoketDesk            *desk,
                                                       GAsyncResult         *result,
                                                       GError              **error);

const LoketRules *
                 loket_dossier_get_rules              (LoketDossier         *self);
LoketClient     *loket_dossier_get_client             (LoketDossier         *self);
GPtrArray       *loket_dossier_get_trajectories       (LoketDossier         *self);
LoketTrajectory *loket_dossier_get_current_trajectory (LoketDossier         *self);
LoketTrajectory *loket_dossier_find_trajectory        (LoketDossier         *self,
                                                       const char           *id);
GArray          *loket_dossier_list_stale             (LoketDossier         *self,
                                                       const char           *today);
GPtrArray       *loket_dossier_list_counsellors       (LoketDossier         *self);
GPtrArray       *loket_dossier_get_sessions           (LoketDossier         *self);
GPtrArray       *loket_dossier_get_assessments        (LoketDossier         *self);
GPtrArray       *loket_dossier_get_promises           (LoketDossier         *self);
GPtrArray       *loket_dossier_get_contacts           (LoketDossier         *self);
GPtrArray       *loket_dossier_get_attempts           (LoketDossier         *self);
GPtrArray       *loket_dossier_get_responses          (LoketDossier         *self);
GPtrArray       *loket_dossier_get_turns              (LoketDossier         *self);
LoketStageDays   loket_dossier_get_stage_days         (LoketDossier         *self,
                                                       LoketRecord          *assessment);
const char      *loket_dossier_get_counsellor_name    (LoketDossier         *self,
                                                       const char           *counsellor_id);
const char      *loket_dossier_get_last_contact       (LoketDossier         *self);
const char      *loket_dossier_get_next_session       (LoketDossier         *self,
                                                       const char           *now);
guint            loket_dossier_count_overdue          (LoketDossier         *self,
                                                       const char           *today,
                                                       const char          **first_due);
LoketRecord     *loket_dossier_find_call              (LoketDossier         *self,
                                                       LoketRecord          *promise);
LoketRecord     *loket_dossier_find_call_promise      (LoketDossier         *self,
                                                       LoketRecord          *contact);
void             loket_dossier_get_stage_facts        (LoketDossier         *self,
                                                       LoketTrajectory      *of,
                                                       LoketStageFacts      *facts);

G_END_DECLS
