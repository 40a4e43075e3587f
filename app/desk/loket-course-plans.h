/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the planner says of the trajectories in the store. */

#pragma once

#include "loket-course-table.h"
#include "loket-planner.h"

G_BEGIN_DECLS

typedef gboolean (*LoketCoursePlanFunc) (const LoketCourseRow    *row,
                                         const LoketPlanChanges  *changes,
                                         gpointer                 user_data,
                                         GError                 **error);

gboolean loket_course_plans_for_each (LoketDatabase        *database,
                                      const LoketRules     *rules,
                                      const char           *today,
                                      LoketCoursePlanFunc   func,
                                      gpointer              user_data,
                                      GError              **error);
gboolean loket_course_plans_for_one  (LoketDatabase        *database,
                                      const char           *id,
                                      const LoketRules     *rules,
                                      const char           *today,
                                      LoketCoursePlanFunc   func,
                                      gpointer              user_data,
                                      GError              **error);

G_END_DECLS
