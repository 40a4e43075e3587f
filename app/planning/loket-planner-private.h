/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the parts of the planner share. */

#pragma once

#include "loket-planner.h"

G_BEGIN_DECLS

/* What is being worked out. */
typedef struct
{
  const LoketCourse *course;
  const LoketRules *rules;
  const char *today;
  GArray *wanted;  /* of LoketPlannedDue */
} LoketPlanning;

gboolean loket_planning_is_of_kind        (LoketRecord           *contact,
                                           const char            *kind);
gboolean loket_planning_is_cancelled      (LoketRecord           *contact);
gboolean loket_planning_is_due_on         (LoketRecord           *contact,
                                           const LoketPlannedDue *due);
gboolean loket_planning_is_untouched      (LoketPlanning         *planning,
                                           LoketRecord           *contact,
                                           const LoketPlannedDue *due);
void     loket_planning_note_moved        (LoketPlanning         *planning,
                                           LoketRecord           *contact,
                                           const LoketPlannedDue *due,
                                           LoketPlanChanges      *changes);
void     loket_planning_compare_aftercare (LoketPlanning         *planning,
                                           LoketPlanChanges      *changes);

G_END_DECLS
