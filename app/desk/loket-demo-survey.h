/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The satisfaction survey of the demonstration: all desks in 2022 and 2023, the made-up office
 * from 2024 on. */

#pragma once

#include "loket-act.h"
#include "loket-demo-course.h"

G_BEGIN_DECLS

typedef struct _LoketDemoSurvey LoketDemoSurvey;

LoketDemoSurvey *loket_demo_survey_new              (LoketAct               *act,
                                                     LoketDemoWorld         *world,
                                                     GError                **error);
void             loket_demo_survey_free             (LoketDemoSurvey        *self);
gboolean         loket_demo_survey_save_published   (LoketDemoSurvey        *self,
                                                     GError                **error);
gboolean         loket_demo_survey_ask              (LoketDemoSurvey        *self,
                                                     const LoketDemoPerson  *person,
                                                     const LoketDemoCourse  *course,
                                                     const char             *trajectory_id,
                                                     GError                **error);
gboolean         loket_demo_survey_save_invitations (LoketDemoSurvey        *self,
                                                     GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketDemoSurvey, loket_demo_survey_free)

G_END_DECLS
