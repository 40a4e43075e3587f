/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The scripted clients who make today look like an ordinary day for every counsellor. */

#pragma once

#include "loket-demo-course.h"

G_BEGIN_DECLS

/**
 * LoketDemoRole:
 * @group: the group of data/demo/day.ini that describes the client
 * @counsellor: the number of the counsellor, or %LOKET_DEMO_NOBODY
 * @opened: day of sign-up
 */
typedef struct
{
  char *group;
  int counsellor;
  int opened;
} LoketDemoRole;

GArray   *loket_demo_day_cast (LoketDemoWorld       *world);
gboolean  loket_demo_day_play (LoketDemoWorld       *world,
                               const LoketDemoRole  *role,
                               LoketDemoPerson      *person,
                               LoketDemoCourse      *course,
                               GError              **error);

G_END_DECLS
