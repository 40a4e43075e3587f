/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What stands in the way of closing or reopening a trajectory, and what ends with that. */

#pragma once

#include "loket-dossier.h"

G_BEGIN_DECLS

/**
 * LoketClosingFacts:
 * @trajectory: the trajectory; NULL when it is gone
 * @promises: (element-type LoketPromise): open promises of the counsellor, the first due first
 * @tests: (element-type LoketAssessment): tests that were not discussed
 * @n_held: how many sessions were held
 * @n_contacts: how many contacts are open, which end with the trajectory
 * @n_aftercare: how many of them are after-care, which ends when the trajectory is opened again
 * @planned_at: (nullable): the moment of the first appointment that is still to come
 * @no_contact: whether the client objects to contact
 */
typedef struct
{
  LoketTrajectory *trajectory;
  GPtrArray *promises;
  GPtrArray *tests;
  guint n_held;
  guint n_contacts;
  guint n_aftercare;
  char *planned_at;
  gboolean no_contact;
} LoketClosingFacts;

LoketClosingFacts *loket_closing_facts_new  (LoketDossier      *dossier,
                                             const char        *trajectory_id,
                                             const char        *now);
void               loket_closing_facts_free (LoketClosingFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketClosingFacts, loket_closing_facts_free)

G_END_DECLS
