/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Lets chance lead a client through a trajectory, up to today. */

#pragma once

#include "loket-demo-course.h"

G_BEGIN_DECLS

void loket_demo_walk (LoketDemoWorld         *world,
                      const LoketDemoPerson  *person,
                      LoketDemoStory         *story,
                      int                     opened,
                      LoketDemoCourse        *course);

G_END_DECLS
