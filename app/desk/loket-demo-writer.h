/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Saves what was made up, through the act that fills the store. */

#pragma once

#include "loket-act.h"
#include "loket-demo-course.h"

G_BEGIN_DECLS

typedef struct _LoketDemoWriter LoketDemoWriter;

LoketDemoWriter *loket_demo_writer_new               (LoketAct               *act,
                                                      LoketDemoWorld         *world);
void             loket_demo_writer_free              (LoketDemoWriter        *self);
gboolean         loket_demo_writer_save_office       (LoketDemoWriter        *self,
                                                      GError                **error);
gboolean         loket_demo_writer_save_client       (LoketDemoWriter        *self,
                                                      const LoketDemoPerson  *person,
                                                      GError                **error);
gboolean         loket_demo_writer_save_course       (LoketDemoWriter        *self,
                                                      const LoketDemoCourse  *course,
                                                      GError                **error);
const char      *loket_demo_writer_get_trajectory_id (LoketDemoWriter        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketDemoWriter, loket_demo_writer_free)

G_END_DECLS
